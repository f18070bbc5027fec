import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
} from "jose";
import {
  planAccess,
  type AccessEnvironment,
  type AccessSettings,
} from "../../src/access/settings.js";

const AUDIENCE = "clinic-api";

/** A pair of keys with which a test issuer signs. */
export interface SigningKey {
  kid: string;
  alg: string;
  secret: CryptoKey;
  jwk: JWK;
}

let keys = 0;

export async function makeKey(alg = "ES256"): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const kid = `key-${(keys += 1)}`;
  return { kid, alg, secret: privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg } };
}

/** A little OpenID Connect issuer on loopback, with its own keys. */
export interface TestIssuer {
  url: string;
  /** The keys that it shows; the first one signs. */
  keys: SigningKey[];
  /** Whether it answers. */
  isAway: boolean;
  /** How often its keys were fetched. */
  fetches: number;
  /** A token of this issuer. Claims that are undefined are left out. */
  token: (
    claims?: Record<string, unknown>,
    header?: Partial<JWTHeaderParameters>,
    key?: SigningKey,
  ) => Promise<string>;
  close: () => Promise<void>;
}

export async function openIssuer(...own: SigningKey[]): Promise<TestIssuer> {
  const issuer: TestIssuer = {
    url: "",
    keys: own.length > 0 ? own : [await makeKey()],
    isAway: false,
    fetches: 0,
    async token(claims = {}, header = {}, key = issuer.keys[0]) {
      if (!key) throw new Error("The issuer has no key");
      const now = Math.floor(Date.now() / 1_000);
      const payload: JWTPayload = {
        ...{ iss: issuer.url, aud: AUDIENCE, sub: "somebody", iat: now, exp: now + 600 },
        roles: ["STAFF"],
        ...claims,
      };
      return new SignJWT(payload)
        .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: "at+jwt", ...header })
        .sign(key.secret);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  const server = createServer((request, response) => {
    if (issuer.isAway) {
      request.socket.destroy();
      return;
    }
    const isDiscovery = request.url?.endsWith("/.well-known/openid-configuration");
    if (!isDiscovery) issuer.fetches += 1;
    const answer = isDiscovery
      ? { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` }
      : { keys: issuer.keys.map(({ jwk }) => jwk) };
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return issuer;
}

/** The settings of access on loopback. */
export function settingsWith(environment: Partial<AccessEnvironment>): AccessSettings {
  const planned = planAccess(
    {
      NODE_ENV: "development",
      AUTH: "issuer",
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_ALGORITHMS: ["RS256", "PS256", "ES256", "EdDSA"],
      OIDC_TOKEN_TYPE: "at+jwt",
      OIDC_ROLES_CLAIM: "roles",
      REST_NETWORKS: [],
      ...environment,
    },
    true,
  );
  if ("faults" in planned) throw new Error(planned.faults.join("\n"));
  return planned;
}
