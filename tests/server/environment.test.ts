import { describe, expect, it } from "vitest";
import { readEnvironment } from "../../src/env.js";

const DATABASE_URL = "mysql://user@localhost/clinic";

describe("the environment", () => {
  it("has defaults for all but the database", () => {
    expect(readEnvironment({ DATABASE_URL })).toEqual({
      NODE_ENV: "development",
      PORT: 4000,
      HOST: "127.0.0.1",
      DATABASE_URL,
      DATABASE_CONNECTIONS: 10,
      READ_TIMEOUT_SECONDS: 2,
      MAX_CONCURRENT_REQUESTS: 128,
      DRAIN_SECONDS: 0,
      SEED: false,
      EXPOSE: "costs",
      TRUSTED_DOCUMENTS: "off",
      TRUSTED_MANIFESTS: ["schema/trusted-documents.json"],
      CORS_ORIGINS: [],
      LOG_LEVEL: "info",
    });
  });

  it("shows nothing of itself in production, unless it is said what", () => {
    const production = { DATABASE_URL, NODE_ENV: "production" };
    expect(readEnvironment(production).EXPOSE).toBe("nothing");
    expect(readEnvironment({ ...production, EXPOSE: "schema" }).EXPOSE).toBe("schema");
  });

  it("drains before it closes in production, unless it is said to close at once", () => {
    const production = { DATABASE_URL, NODE_ENV: "production" };
    expect(readEnvironment(production).DRAIN_SECONDS).toBe(5);
    expect(readEnvironment({ ...production, DRAIN_SECONDS: "0" }).DRAIN_SECONDS).toBe(0);
  });

  it("takes an empty value for none, and lists of origins", () => {
    const settings = {
      DATABASE_URL,
      PORT: "",
      CORS_ORIGINS: " https://a.example, https://b.example,",
    };
    expect(readEnvironment(settings)).toMatchObject({
      PORT: 4000,
      CORS_ORIGINS: ["https://a.example", "https://b.example"],
    });
  });

  it("lists all its faults at once", () => {
    const settings = { PORT: "http", LOG_LEVEL: "loud", SEED: "yes", DATABASE_CONNECTIONS: "1" };
    expect(() => readEnvironment(settings)).toThrow(
      /^The environment is not usable:\n {2}PORT: .*\n {2}DATABASE_URL: .*\n {2}DATABASE_CONNECTIONS: .*\n {2}SEED: .*\n {2}LOG_LEVEL: .*$/,
    );
  });
});
