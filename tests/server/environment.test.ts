import { describe, expect, it } from "vitest";
import { readEnvironment } from "../../src/env.js";

const DATABASE_URL = "mysql://user@localhost/clinic";

describe("the environment", () => {
  it("has defaults for everything except the database", () => {
    expect(readEnvironment({ DATABASE_URL })).toEqual({
      NODE_ENV: "development",
      PORT: 4000,
      HOST: "127.0.0.1",
      DATABASE_URL,
      DATABASE_CONNECTIONS: 10,
      READ_TIMEOUT_SECONDS: 2,
      MAX_CONCURRENT_REQUESTS: 128,
      MAX_STREAMS: 16,
      MAX_CONNECTIONS: 1_024,
      CLIENT_SHARE: 0.25,
      TRUST_PROXY: [],
      ALLOWED_HOSTS: [],
      AUTH: "open",
      OIDC_ALGORITHMS: ["RS256", "PS256", "ES256", "EdDSA"],
      OIDC_TOKEN_TYPE: "at+jwt",
      OIDC_ROLES_CLAIM: "roles",
      REST_NETWORKS: [],
      DRAIN_SECONDS: 0,
      CLINIC_TIME_ZONE: "UTC",
      SEED: false,
      EXPOSE: "costs",
      TRUSTED_DOCUMENTS: "off",
      TRUSTED_MANIFESTS: ["schema/trusted-documents.json"],
      CORS_ORIGINS: [],
      REST_LENIENT_CONTENT_TYPE: false,
      LOG_LEVEL: "info",
    });
  });

  it("exposes nothing in production, unless EXPOSE is set", () => {
    const production = { DATABASE_URL, NODE_ENV: "production" };
    expect(readEnvironment(production).EXPOSE).toBe("nothing");
    expect(readEnvironment({ ...production, EXPOSE: "schema" }).EXPOSE).toBe("schema");
  });

  it("drains in production before it closes, unless DRAIN_SECONDS is 0", () => {
    const production = { DATABASE_URL, NODE_ENV: "production" };
    expect(readEnvironment(production).DRAIN_SECONDS).toBe(5);
    expect(readEnvironment({ ...production, DRAIN_SECONDS: "0" }).DRAIN_SECONDS).toBe(0);
  });

  it("ignores empty values, and reads lists of origins", () => {
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

  it.each([
    ["CLINIC_TIME_ZONE", "Europe/Atlantis", "must be the name of an IANA time zone"],
    ["CLINIC_TIME_ZONE", "+01:00", "must be the name of an IANA time zone"],
    ["CORS_ORIGINS", "https://a.example/", "Use https://a.example."],
    ["CORS_ORIGINS", "https://a.example/path?x", "Use https://a.example."],
    ["CORS_ORIGINS", "https://a.example:443", "Use https://a.example."],
    ["CORS_ORIGINS", "https://A.example", "Use https://a.example."],
    ["CORS_ORIGINS", "HTTPS://a.example", "Use https://a.example."],
    ["CORS_ORIGINS", "https://müller.example", "Use https://xn--mller-kva.example."],
    ["CORS_ORIGINS", "a.example", "Use https://a.example."],
    ["CORS_ORIGINS", "localhost:5173", "Use https://localhost:5173."],
    ["CORS_ORIGINS", "//a.example", "Use https://a.example."],
    ["CORS_ORIGINS", "null", "Serve the page from a web server, and use its origin"],
    ["CORS_ORIGINS", "https://*.a.example", "is not an origin"],
    ["CORS_ORIGINS", "https://a b", "is not an origin"],
    ["CORS_ORIGINS", "capacitor://localhost/x", "Use capacitor://localhost."],
    ["ALLOWED_HOSTS", "https://a.example", "Use a.example."],
    ["ALLOWED_HOSTS", "a.example:4000", "Use a.example."],
    ["ALLOWED_HOSTS", "a.example/path", "Use a.example."],
    ["ALLOWED_HOSTS", "a.example.", "Use a.example."],
    ["ALLOWED_HOSTS", "*.a.example", "is not a host name"],
    ["ALLOWED_HOSTS", "a b", "is not a host name"],
    ["TRUST_PROXY", "true", "is not an address, a network"],
    ["TRUST_PROXY", "1", "is not an address, a network"],
    ["TRUST_PROXY", "10.0.0.0/33", "is not an address, a network"],
    ["TRUST_PROXY", "10.0.0.0/", "is not an address, a network"],
    ["TRUST_PROXY", "proxy.example", "is not an address, a network"],
    ["OIDC_ISSUER", "login.example", "must be the URL of an OpenID Connect issuer"],
    ["OIDC_ISSUER", "http://login.example", "must be the URL of an OpenID Connect issuer"],
    ["OIDC_ISSUER", "https://login.example?x", "must have no query"],
    ["OIDC_ALGORITHMS", "RS256,HS256", "HS256 is not an algorithm with a public key"],
    ["OIDC_ALGORITHMS", "none", "none is not an algorithm with a public key"],
    ["REST_NETWORKS", "10.0.0.0/33", "is not an address, a network"],
    ["CLIENT_SHARE", "0", "CLIENT_SHARE"],
    ["CLIENT_SHARE", "1.5", "CLIENT_SHARE"],
  ])("says what is wrong with %s=%s", (name, value, fault) => {
    expect(() => readEnvironment({ DATABASE_URL, [name]: value })).toThrow(fault);
  });

  it.each([
    ["CORS_ORIGINS", "*"],
    [
      "CORS_ORIGINS",
      "https://a.example,http://localhost:5173,capacitor://localhost,http://[::1]:1",
    ],
    ["ALLOWED_HOSTS", "*"],
    ["ALLOWED_HOSTS", "a.example,10.0.0.5,::1,Clinic.Example"],
    ["TRUST_PROXY", "loopback,10.0.0.0/8,2001:db8::/32,203.0.113.7"],
  ])("takes %s=%s as it is", (name, value) => {
    expect(readEnvironment({ DATABASE_URL, [name]: value })).toMatchObject({
      [name]: value.split(","),
    });
  });

  it("reports all its faults at once", () => {
    const settings = { PORT: "http", LOG_LEVEL: "loud", SEED: "yes", DATABASE_CONNECTIONS: "1" };
    expect(() => readEnvironment(settings)).toThrow(
      /^The environment is invalid:\n {2}PORT: .*\n {2}DATABASE_URL: .*\n {2}DATABASE_CONNECTIONS: .*\n {2}SEED: .*\n {2}LOG_LEVEL: .*$/,
    );
  });
});
