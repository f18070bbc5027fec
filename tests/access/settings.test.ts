import { describe, expect, it } from "vitest";
import { readAccessSettings, readEnvironment } from "../../src/env.js";

const ISSUER = { OIDC_ISSUER: "https://login.example", OIDC_AUDIENCE: "clinic" };

const start = (variables: Record<string, string>) =>
  readAccessSettings(
    readEnvironment({ DATABASE_URL: "mysql://user@localhost/clinic", ...variables }),
  );

const PRODUCTION = { NODE_ENV: "production" };
const BEYOND = { HOST: "0.0.0.0" };

describe("a server starts", () => {
  it.each([
    [{}, { mode: "open", rest: "compatible", restNetworks: null }],
    [
      { HOST: "localhost", REST_ACCESS: "key" },
      { mode: "open", rest: "key" },
    ],
    [
      { AUTH: "dev", HOST: "::1" },
      { mode: "dev", rest: "compatible", restNetworks: ["loopback"] },
    ],
    [
      { AUTH: "issuer", ...ISSUER, ...PRODUCTION },
      { mode: "issuer", rest: "key" },
    ],
    [
      { AUTH: "issuer", ...ISSUER, ...BEYOND, ...PRODUCTION },
      { mode: "issuer", rest: "key" },
    ],
    [
      { AUTH: "issuer", ...ISSUER, REST_ACCESS: "compatible" },
      { rest: "compatible", restNetworks: ["loopback"] },
    ],
    [
      {
        AUTH: "issuer",
        ...ISSUER,
        ...BEYOND,
        REST_ACCESS: "compatible",
        REST_NETWORKS: "10.0.0.0/8",
      },
      { rest: "compatible", restNetworks: ["10.0.0.0/8"] },
    ],
  ])("with %o", (variables, expected) => {
    expect(start(variables)).toMatchObject(expected);
  });

  it("also with the rules for tokens that an open server obeys", () => {
    expect(start({}).tokens).toBeNull();
    expect(start({ ...ISSUER, OIDC_TOKEN_TYPE: "any" }).tokens).toEqual({
      issuer: "https://login.example",
      audience: "clinic",
      algorithms: ["RS256", "PS256", "ES256", "EdDSA"],
      tokenType: "any",
      rolesClaim: "roles",
    });
  });
});

describe("a server does not start", () => {
  it.each([
    [BEYOND, /^The environment is invalid:\n {2}With AUTH=open, .* three ways out:\n.*HOST=127/s],
    [PRODUCTION, /With AUTH=open, .*AUTH=dev.*AUTH=issuer, with OIDC_ISSUER and OIDC_AUDIENCE/s],
    [
      { AUTH: "dev", ...BEYOND },
      /With AUTH=dev, whoever reaches the server can sign in as anybody/,
    ],
    [{ AUTH: "dev", ...PRODUCTION }, /With AUTH=dev, whoever reaches the server can sign in/],
    [{ AUTH: "issuer" }, /OIDC_ISSUER must be set .*\n {2}OIDC_AUDIENCE must be set/],
    [
      { AUTH: "issuer", ...ISSUER, ...BEYOND, REST_ACCESS: "compatible" },
      /REST_ACCESS=compatible answers .* REST_NETWORKS must say from which/,
    ],
  ])("with %o", (variables, message) => {
    expect(() => start(variables)).toThrow(message);
  });
});
