// npm run bench:access: what it costs to find out who calls, in microseconds of CPU: to verify an access token, and to find one
// that was verified before. Without the database, which is asked for the account at each verification.
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from "jose";
import { createTokenVerifier } from "../src/access/tokens.js";
import { VerifiedCredentials } from "../src/access/verified-credentials.js";

const ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"];
const ISSUER = "https://login.example";
const AUDIENCE = "clinic";
const TOKENS = 500;
const VERIFICATIONS = 4_000;
const HITS = 200_000;

/** @param {string} algorithm */
async function prepare(algorithm) {
  const { publicKey, privateKey } = await generateKeyPair(algorithm);
  const jwk = { ...(await exportJWK(publicKey)), kid: "key", alg: algorithm };
  const tokens = await Promise.all(
    Array.from({ length: TOKENS }, (_, index) =>
      new SignJWT({ roles: ["STAFF"] })
        .setProtectedHeader({ alg: algorithm, kid: "key", typ: "at+jwt" })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(`somebody-${index}`)
        .setIssuedAt()
        .setExpirationTime("1h")
        .sign(privateKey),
    ),
  );
  const verify = createTokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    algorithms: ALGORITHMS,
    tokenType: "at+jwt",
    rolesClaim: "roles",
    findKey: createLocalJWKSet({ keys: [jwk] }),
    findAccount: async () => null,
    now: Date.now,
  });
  return { tokens, verify, cache: new VerifiedCredentials({ verify, now: Date.now }) };
}

/**
 * The CPU time of this process for one call, in microseconds.
 *
 * @param {number} count
 * @param {(index: number) => unknown} work
 */
async function cpuOf(count, work) {
  const before = process.cpuUsage();
  for (let index = 0; index < count; index += 1) {
    const result = work(index);
    if (result instanceof Promise) await result;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

process.stdout.write("algorithm  verified  cached  ratio\n");
for (const algorithm of ALGORITHMS) {
  const { tokens, verify, cache } = await prepare(algorithm);
  /** @param {number} index */
  const tokenAt = (index) => tokens[index % TOKENS] ?? "";
  await cpuOf(TOKENS, (index) => cache.callersWith(tokenAt(index)));
  const verified = await cpuOf(VERIFICATIONS, (index) => verify(tokenAt(index)));
  const cached = await cpuOf(HITS, (index) => cache.callersWith(tokenAt(index)));
  const row = [verified.toFixed(1).padStart(8), cached.toFixed(2).padStart(7)];
  const ratio = `×${Math.round(verified / cached)}`;
  process.stdout.write(`${algorithm.padEnd(9)} ${row.join(" ")}  ${ratio}\n`);
}
