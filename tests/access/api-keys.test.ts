import { describe, expect } from "vitest";
import { createApiKey, listApiKeys, revokeApiKeys } from "../../src/access/api-keys.js";
import { CredentialsRefused } from "../../src/access/errors.js";
import { createAccess } from "../../src/access/index.js";
import { sha256 } from "../../src/common/sha256.js";
import type { Database } from "../../src/db/database.js";
import { test as base } from "../support/domain.js";
import { databaseUrl } from "../support/environment.js";
import { settingsWith } from "../support/issuer.js";
import { execute } from "../support/scratch-database.js";

type Fields = Partial<Parameters<typeof createApiKey>[1]>;

/** Makes API keys, which are gone after the test. */
const test = base.extend<{ make: (fields?: Fields) => Promise<string> }>({
  make: async ({ db, clinic }, use) => {
    const whole = { role: "STAFF", patientId: null, doctorId: null, expiresAt: null } as const;
    await use((fields = {}) => createApiKey(db, { name: clinic.tag, ...whole, ...fields }));
    await execute(databaseUrl, "DELETE FROM api_keys WHERE name = ?", [clinic.tag]);
  },
});

function accessTo(db: Database, now = Date.now) {
  const settings = settingsWith({ AUTH: "open" });
  return createAccess({ settings, db, now, report: () => undefined });
}

async function reasonOf(access: ReturnType<typeof accessTo>, key: string): Promise<string> {
  try {
    await access.callerWith(key, undefined);
    return "accepted";
  } catch (error) {
    if (error instanceof CredentialsRefused) return error.reason;
    throw error;
  }
}

describe("an API key", () => {
  test("is random, and only its hash is stored", async ({ make, clinic }) => {
    const [one, other] = [await make(), await make()];
    expect(one).toMatch(/^pes_[\da-f]{8}_[\w-]{43}$/);
    expect(one).not.toBe(other);
    const rows = await execute<Record<string, unknown>>(
      databaseUrl,
      "SELECT api_keys.*, LOWER(HEX(key_hash)) AS hash FROM api_keys WHERE name = ? ORDER BY id",
      [clinic.tag],
    );
    expect(rows.map(({ hash }) => hash)).toEqual([sha256(one), sha256(other)]);
    expect(JSON.stringify(rows)).not.toContain(one.slice("pes_01234567_".length));
  });

  test("calls in its role, as whom it belongs to", async ({ db, make, clinic }) => {
    const access = accessTo(db);
    const { id: doctorId } = await clinic.doctor();
    const key = await make({ role: "DOCTOR", doctorId });
    const caller = await access.callerWith(key, undefined);
    expect(caller).toMatchObject({ kind: "key", role: "DOCTOR", doctorId });
    expect(caller.name).toMatch(/^key:\d+$/);
    expect(access.callerWith(key, "DOCTOR")).toBe(caller);
    expect(() => access.callerWith(key, "ADMIN")).toThrow();
  });

  test("is refused if it is unknown or malformed", async ({ db, make }) => {
    const access = accessTo(db);
    const key = await make();
    const other = `${key.slice(0, -1)}${key.endsWith("A") ? "B" : "A"}`;
    expect(await reasonOf(access, other)).toBe("API_KEY_UNKNOWN");
    for (const text of ["pes_", `${key} `, `${key}A`, key.toUpperCase().replace("PES", "pes")]) {
      expect(await reasonOf(access, text)).toBe("API_KEY_MALFORMED");
    }
  });

  test("is refused from a minute after it was revoked", async ({ db, make }) => {
    let now = Date.now();
    const access = accessTo(db, () => now);
    const key = await make();
    expect(await reasonOf(access, key)).toBe("accepted");
    expect(await revokeApiKeys(db, key.slice(0, 12))).toBe(1);
    now += 59_000;
    expect(await reasonOf(access, key)).toBe("accepted");
    now += 1_000;
    expect(await reasonOf(access, key)).toBe("API_KEY_REVOKED");
    expect(await revokeApiKeys(db, "pes_00000000")).toBe(0);
  });

  test("is refused when it has expired, even if it is cached", async ({ db, make }) => {
    const expiresAt = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 10_000);
    let now = expiresAt.getTime() - 1;
    const access = accessTo(db, () => now);
    const key = await make({ expiresAt });
    expect(await reasonOf(access, key)).toBe("accepted");
    now += 1;
    expect(await reasonOf(access, key)).toBe("API_KEY_EXPIRED");
  });

  test("is gone with the patient to whom it belongs", async ({ db, domain, make, clinic }) => {
    const { id: patientId } = await clinic.patient();
    const key = await make({ role: "PATIENT", patientId });
    expect(await domain.patients.remove({ patientId })).toMatchObject({ done: true });
    expect(await reasonOf(accessTo(db), key)).toBe("API_KEY_UNKNOWN");
  });

  test("is listed without its secret", async ({ db, make, clinic }) => {
    const expiresAt = new Date("2090-01-01T00:00:00Z");
    const key = await make({ expiresAt });
    await revokeApiKeys(db, key.slice(0, 12));
    const listed = (await listApiKeys(db)).filter(({ name }) => name === clinic.tag);
    expect(listed).toEqual([
      {
        ...{ id: expect.any(Number) as number, prefix: key.slice(0, 12), name: clinic.tag },
        ...{ role: "STAFF", patientId: null, doctorId: null, expiresAt },
        ...{ createdAt: expect.any(Date) as Date, revokedAt: expect.any(Date) as Date },
      },
    ]);
  });
});
