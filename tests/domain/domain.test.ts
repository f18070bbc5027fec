import { describe, expect } from "vitest";
import type { Caller } from "../../src/domain/caller.js";
import { ANYONE, createDomain, type Change } from "../../src/domain/index.js";
import { future } from "../support/clinic.js";
import { test } from "../support/domain.js";

describe("the domain", () => {
  test("gives the same use cases to the same caller, and others to another", ({ db }) => {
    const domain = createDomain({ db });
    const useCases = domain.as(ANYONE);
    expect(domain.as(ANYONE)).toBe(useCases);
    expect(domain.as({ ...ANYONE })).not.toBe(useCases);
    expect(ANYONE).toEqual({ kind: "local", name: "local:open", role: "ADMIN" });
  });

  test("has the names of all use cases, by thing", ({ domain }) => {
    expect(Object.keys(domain)).toEqual([
      "patients",
      "doctors",
      "appointments",
      "schedules",
      "holds",
      "availability",
    ]);
    for (const group of Object.values(domain)) {
      for (const useCase of Object.values(group)) expect(useCase).toBeTypeOf("function");
    }
  });

  test("has the time of the system, unless it is given another", async ({ db, clinic }) => {
    const { id: doctorId } = await clinic.doctor();
    const before = Math.floor(Date.now() / 1_000) * 1_000;
    const changed = await createDomain({ db }).as(ANYONE).doctors.toggle({ doctorId });
    const updatedAt = changed.done ? changed.value.updatedAt.getTime() : NaN;
    expect(updatedAt).toBeGreaterThanOrEqual(before);
    expect(updatedAt).toBeLessThanOrEqual(Date.now());
    const later = createDomain({ db, now: () => future(9) }).as(ANYONE);
    expect(await later.doctors.toggle({ doctorId })).toMatchObject({
      value: { updatedAt: future(9) },
    });
  });

  test("tells who made a change, in which transaction", async ({ db, clinic }) => {
    const { id: doctorId } = await clinic.doctor();
    const reports: [boolean, Caller, Change["kind"]][] = [];
    const domain = createDomain({
      db,
      onChange: async (tx, caller, { kind }) => {
        const seen =
          "doctor" in tx ? await tx.doctor.findUnique({ where: { id: doctorId } }) : null;
        reports.push([seen?.isActive === false, caller, kind]);
      },
    });
    const caller: Caller = { kind: "key", name: "key:1", role: "ADMIN" };
    await domain.as(caller).doctors.deactivate({ doctorId });
    expect(reports).toEqual([[true, caller, "doctor"]]);
    expect(reports[0]?.[1]).toBe(caller);
  });

  test("is ready as long as its tables can be read", async ({ db }) => {
    expect(await createDomain({ db }).isReady()).toBe(true);
    const away = createDomain({ db: { ...db, isReachable: async () => false } });
    expect(await away.isReady()).toBe(false);
  });

  test("says how many idempotency keys have expired, which it removes in a transaction", async ({
    db,
  }) => {
    const removed = async () => 3 as never;
    expect(await createDomain({ db: { ...db, sqlTransaction: removed } }).purgeExpiredKeys()).toBe(
      3,
    );
  });
});
