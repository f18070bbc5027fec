import { createHmac } from "node:crypto";
import { exportSPKI, importJWK, type CryptoKey, type JWTHeaderParameters } from "jose";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { saveAccount, disableAccount } from "../../src/access/accounts.js";
import { CredentialsRefused, RoleNotHeld } from "../../src/access/errors.js";
import { createAccess, type Access } from "../../src/access/index.js";
import type { Database } from "../../src/db/database.js";
import type { Caller } from "../../src/domain/caller.js";
import { test } from "../support/domain.js";
import { databaseUrl } from "../support/environment.js";
import {
  makeKey,
  openIssuer,
  settingsWith,
  type SigningKey,
  type TestIssuer,
} from "../support/issuer.js";
import { execute } from "../support/scratch-database.js";

const NOW = Math.floor(Date.now() / 1_000);
const HOUR = 3_600;

let issuer: TestIssuer;
let stranger: TestIssuer;
let rsa: SigningKey;

beforeAll(async () => {
  rsa = await makeKey("RS256");
  issuer = await openIssuer(await makeKey(), rsa);
  stranger = await openIssuer();
});

afterAll(async () => {
  await execute(databaseUrl, "DELETE FROM accounts WHERE issuer = ?", [issuer.url]);
  await issuer.close();
  await stranger.close();
});

const accessTo = (
  db: Database,
  more: Parameters<typeof settingsWith>[0] = {},
  now = Date.now,
): Access =>
  createAccess({
    settings: settingsWith({ OIDC_ISSUER: issuer.url, ...more }),
    db,
    now,
    report: () => undefined,
  });

async function callerOf(access: Access, token: string, role?: string): Promise<Caller> {
  return access.callerWith(token, role);
}

async function reasonOf(access: Access, token: string): Promise<string> {
  try {
    await access.callerWith(token, undefined);
    return "accepted";
  } catch (error) {
    if (error instanceof CredentialsRefused) return error.reason;
    throw error;
  }
}

/** A token that is put together by hand. */
function handmade(header: object, claims: object, sign: (input: string) => string): string {
  const [head, body] = [header, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  return `${head}.${body}.${sign(`${head}.${body}`)}`;
}

const claimsOf = (url: string) => ({
  ...{ iss: url, aud: "clinic-api", sub: "somebody", iat: NOW, exp: NOW + 600 },
});

/** Takes a public key for the secret of HMAC. */
async function confused(url: string): Promise<string> {
  const key = await importJWK(rsa.jwk, "RS256", { extractable: true });
  const pem = await exportSPKI(key as CryptoKey);
  const header = { alg: "HS256", typ: "at+jwt", kid: rsa.kid };
  return handmade(header, claimsOf(url), (input) =>
    createHmac("sha256", pem).update(input).digest("base64url"),
  );
}

/** The same signature under other claims. */
async function tampered(): Promise<string> {
  const [header, , signature] = (await issuer.token()).split(".");
  const claims = { ...claimsOf(issuer.url), roles: ["ADMIN"] };
  const body = Buffer.from(JSON.stringify(claims)).toString("base64url");
  return `${header}.${body}.${signature}`;
}

const header = (fields: Partial<JWTHeaderParameters>) => fields;
const INVALID = "ERR_JWT_CLAIM_VALIDATION_FAILED";

/** Each token is wrong in one way. */
const REFUSED: [what: string, token: () => Promise<string>, reason: string][] = [
  ["without an expiry", () => issuer.token({ exp: undefined }), `${INVALID} exp missing`],
  ["without a subject", () => issuer.token({ sub: undefined }), `${INVALID} sub missing`],
  ["without a time of issue", () => issuer.token({ iat: undefined }), `${INVALID} iat missing`],
  [
    "that is an ID token",
    () => issuer.token({ nonce: "n" }, header({ typ: "JWT" })),
    `${INVALID} typ check_failed`,
  ],
  [
    "without a type",
    () => issuer.token({}, { typ: undefined } as unknown as Partial<JWTHeaderParameters>),
    `${INVALID} typ check_failed`,
  ],
  ["from the future", () => issuer.token({ iat: NOW + HOUR }), `${INVALID} iat check_failed`],
  ["that has expired", () => issuer.token({ exp: NOW - 10 }), "ERR_JWT_EXPIRED exp check_failed"],
  [
    "that is older than a day, and never seems to expire",
    () => issuer.token({ iat: NOW - 25 * HOUR, exp: NOW + 87_600 * HOUR }),
    "ERR_JWT_EXPIRED iat check_failed",
  ],
  ["that counts later", () => issuer.token({ nbf: NOW + HOUR }), `${INVALID} nbf check_failed`],
  [
    "for another audience",
    () => issuer.token({ aud: "another-api" }),
    `${INVALID} aud check_failed`,
  ],
  [
    "that names another issuer",
    () => issuer.token({ iss: stranger.url }),
    `${INVALID} iss check_failed`,
  ],
  [
    "of another issuer, in the name of ours",
    () => stranger.token({ iss: issuer.url }),
    "ERR_JWKS_NO_MATCHING_KEY",
  ],
  [
    "without a signature",
    async () => handmade({ alg: "none", typ: "at+jwt" }, claimsOf(issuer.url), () => ""),
    "ERR_JOSE_ALG_NOT_ALLOWED",
  ],
  ["signed with a public key", () => confused(issuer.url), "ERR_JOSE_ALG_NOT_ALLOWED"],
  [
    "with a key of the file system",
    () => issuer.token({}, header({ kid: "../../dev/null" })),
    "ERR_JWKS_NO_MATCHING_KEY",
  ],
  [
    "with keys that it brings itself",
    () => stranger.token({ iss: issuer.url }, header({ jku: `${stranger.url}/keys` })),
    "ERR_JWKS_NO_MATCHING_KEY",
  ],
  ["with other claims than were signed", tampered, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED"],
  ["that is not one", async () => "letmein", "ERR_JWS_INVALID"],
  ["whose subject ends with a space", () => issuer.token({ sub: "a " }), "INVALID_SUBJECT"],
];

describe("a token is refused", () => {
  test.for(REFUSED)("%s", async ([, token, reason], { db }) => {
    expect(await reasonOf(accessTo(db), await token())).toBe(reason);
  });

  test("of an algorithm that the settings leave out", async ({ db }) => {
    const token = await issuer.token({}, {}, rsa);
    expect(await reasonOf(accessTo(db), token)).toBe("accepted");
    const strict = accessTo(db, { OIDC_ALGORITHMS: ["ES256"] });
    expect(await reasonOf(strict, token)).toBe("ERR_JOSE_ALG_NOT_ALLOWED");
  });

  test("where nobody's are accepted", async ({ db }) => {
    const open = accessTo(db, { AUTH: "open", OIDC_ISSUER: undefined });
    expect(await reasonOf(open, await issuer.token())).toBe("NO_TOKENS_ACCEPTED");
  });

  test("if its account is disabled, and not before or after", async ({ db }) => {
    const account = { issuer: issuer.url, subject: "leaves" };
    const token = await issuer.token({ sub: "leaves" });
    const nothing = { role: null, patientId: null, doctorId: null };
    await saveAccount(db, account, nothing);
    expect(await reasonOf(accessTo(db), token)).toBe("accepted");
    expect(await disableAccount(db, account)).toBe(true);
    expect(await reasonOf(accessTo(db), token)).toBe("ACCOUNT_DISABLED");
    await saveAccount(db, account, nothing);
    expect(await reasonOf(accessTo(db), token)).toBe("accepted");
    expect(await disableAccount(db, { ...account, subject: "unknown" })).toBe(false);
  });
});

describe("a token is accepted", () => {
  test("within the tolerance of clocks", async ({ db }) => {
    const access = accessTo(db, {}, () => NOW * 1_000);
    for (const claims of [{ exp: NOW - 4 }, { iat: NOW + 5 }, { nbf: NOW + 5 }]) {
      const token = await issuer.token({ iat: NOW, ...claims });
      expect(await reasonOf(access, token)).toBe("accepted");
    }
  });

  test("without its type, if the settings say so", async ({ db }) => {
    const token = await issuer.token({}, header({ typ: "JWT" }));
    expect(await reasonOf(accessTo(db, { OIDC_TOKEN_TYPE: "any" }), token)).toBe("accepted");
  });
});

describe("the caller with a token", () => {
  const name = (subject: string) => `user:${issuer.url}#${subject}`;

  test("is the same object at each request, until it is verified again", async ({ db }) => {
    const access = accessTo(db);
    const token = await issuer.token();
    const caller = await access.callerWith(token, undefined);
    expect(access.callerWith(token, undefined)).toBe(caller);
    expect(access.callerWith(token, "STAFF")).toBe(caller);
    expect(caller).toEqual({ kind: "user", name: name("somebody"), role: "STAFF" });
  });

  test("has the least powerful of its roles, unless it names one of them", async ({ db }) => {
    const access = accessTo(db);
    const token = await issuer.token({
      roles: ["offline_access", "admin", "DOCTOR", "PATIENT", 7],
      doctor_id: 3,
      patient_id: "4",
    });
    const as = { kind: "user", name: name("somebody") };
    expect(await callerOf(access, token)).toEqual({ ...as, role: "PATIENT", patientId: 4 });
    expect(await callerOf(access, token, "DOCTOR")).toEqual({ ...as, role: "DOCTOR", doctorId: 3 });
    expect(await callerOf(access, token, "ADMIN")).toEqual({ ...as, role: "ADMIN" });
    for (const role of ["STAFF", "LEGACY_REST", "admin", ""]) {
      await expect(callerOf(access, token, role)).rejects.toThrow(RoleNotHeld);
    }
  });

  test("has no role that needs to know who they are, if that is unknown", async ({ db }) => {
    const access = accessTo(db);
    for (const claims of [
      { roles: ["DOCTOR"] },
      { roles: ["PATIENT"], patient_id: "4 OR 1=1" },
      { roles: ["PATIENT"], doctor_id: 4, patient_id: -4 },
      { roles: ["LEGACY_REST", "ROOT"] },
      { roles: undefined },
    ]) {
      await expect(callerOf(access, await issuer.token(claims))).rejects.toThrow(RoleNotHeld);
    }
  });

  test("finds its roles in the claim of the settings", async ({ db }) => {
    const claims = {
      realm_access: { roles: ["staff"] },
      "https://clinic.example/roles": "auditor profile",
    };
    for (const [claim, role] of [
      ["realm_access.roles", "STAFF"],
      ["https://clinic.example/roles", "AUDITOR"],
    ] as const) {
      const access = accessTo(db, { OIDC_ROLES_CLAIM: claim });
      expect((await callerOf(access, await issuer.token(claims))).role).toBe(role);
    }
  });

  test("is who the account says, whatever the token says", async ({ db, clinic }) => {
    const { id: patientId } = await clinic.patient();
    const { id: doctorId } = await clinic.doctor();
    const account = { issuer: issuer.url, subject: "linked" };
    const claims = { sub: "linked", roles: ["ADMIN", "DOCTOR"], doctor_id: 1 };
    await saveAccount(db, account, { role: "PATIENT", patientId, doctorId: null });
    const as = { kind: "user", name: name("linked") };
    const patient = await callerOf(accessTo(db), await issuer.token(claims));
    expect(patient).toEqual({ ...as, role: "PATIENT", patientId });
    await saveAccount(db, account, { role: null, patientId: null, doctorId });
    const doctor = await callerOf(accessTo(db), await issuer.token(claims));
    expect(doctor).toEqual({ ...as, role: "DOCTOR", doctorId });
  });
});
