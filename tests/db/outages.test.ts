import { constants } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import { openDatabase, type Database } from "../../src/db/database.js";
import { databaseErrorCode } from "../../src/db/errors.js";
import {
  watchReachability,
  type AvailabilityChange,
  type Reachability,
} from "../../src/db/reachability.js";
import { ANYONE, createDomain, type UseCases } from "../../src/domain/index.js";
import { future, test } from "../support/clinic.js";
import { databaseUrl } from "../support/environment.js";
import { execute } from "../support/scratch-database.js";
import { openLink, type Link } from "../support/link.js";

let link: Link;
/** By way of the link; the clinic of each test has a database without faults. */
let db: Database;
let domain: UseCases;

beforeAll(async () => {
  link = await openLink(databaseUrl);
  db = openDatabase(link.url, { connectionLimit: 4 });
  domain = createDomain({ db }).as(ANYONE);
});

beforeEach(async () => {
  await link.restore();
  await expect.poll(() => db.isReachable(), { timeout: 5_000 }).toBe(true);
  await domain.doctors.byId(1);
});

afterAll(async () => {
  await db.close();
  await link.close();
});

const unavailable = { name: "ServiceUnavailable" };

describe.each(["cut", "hold"] as const)("a database lost by %s", (fault) => {
  test("leads to errors, then without a wait, until it returns by itself", async ({
    api,
    clinic,
  }) => {
    const { id } = await clinic.doctor();
    await link[fault]();
    await expect(domain.doctors.byId(id)).rejects.toMatchObject(unavailable);
    expect(await db.isReachable()).toBe(false);
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, () => domain.doctors.deactivate({ doctorId: id })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill("rejected"));
    await link.restore();
    await expect.poll(() => domain.doctors.byId(id), { timeout: 5_000 }).toMatchObject({ id });
    // What was refused did not happen, also not afterwards.
    await delay(200);
    expect(await api.domain.doctors.byId(id)).toMatchObject({ isActive: true, version: 1 });
  });

  test("for a moment is not noticed by requests that can wait", async ({ clinic }) => {
    const { id } = await clinic.doctor();
    await link[fault]();
    const answer = domain.doctors.byId(id);
    await delay(300);
    await link.restore();
    expect(await answer).toMatchObject({ id });
  });
});

describe("a database that comes and goes", () => {
  test("is reported at once when it is lost for the first time, and later at the next times", async () => {
    const reports: string[] = [];
    const watched = openDatabase(link.url, {
      connectionLimit: 2,
      onAvailabilityChange: (change) => {
        reports.push(
          change.isAvailable ? "back" : `lost: ${String(databaseErrorCode(change.cause))}`,
        );
      },
    });
    const reaches = (is: boolean, timeout = 5_000) =>
      expect.poll(() => watched.isReachable(), { timeout }).toBe(is);
    try {
      const refused = `lost: ${-constants.errno.ECONNREFUSED}`;
      await link.cut();
      await reaches(false);
      expect(reports).toEqual([refused]);
      await link.restore();
      await reaches(true);
      await link.cut();
      await reaches(false);
      expect(reports).toEqual([refused, "back"]);
      await expect.poll(() => reports, { timeout: 15_000 }).toEqual([refused, "back", refused]);
      await link.restore();
      await reaches(true);
      expect(reports).toEqual([refused, "back", refused, "back"]);
    } finally {
      await watched.close();
    }
  });
});

describe("an outage that is over before it may be reported", () => {
  const watch = (reports: AvailabilityChange[], reportMilliseconds: number) =>
    watchReachability(link.url, (change) => reports.push(change), reportMilliseconds);
  const outage = async (watched: Reachability) => {
    await link.cut();
    await expect.poll(() => watched.check()).toBe(false);
    await link.restore();
    await expect.poll(() => watched.check()).toBe(true);
  };
  const back = (outages: number) => ({
    isAvailable: true,
    outages,
    afterMilliseconds: expect.any(Number) as number,
  });

  test("is reported later, with all others of that time", async () => {
    const reports: AvailabilityChange[] = [];
    const watched = watch(reports, 2_000);
    await outage(watched);
    expect(reports).toMatchObject([{ isAvailable: false }, back(1)]);
    await outage(watched);
    await outage(watched);
    expect(reports).toHaveLength(2);
    await expect.poll(() => reports.slice(2), { timeout: 5_000 }).toMatchObject([back(2)]);
    watched.close();
  });

  test("is reported with the one that follows it, or when the server stops", async () => {
    const reports: AvailabilityChange[] = [];
    const watched = watch(reports, 2_000);
    await outage(watched);
    await outage(watched);
    await link.cut();
    await expect.poll(() => watched.check()).toBe(false);
    await expect
      .poll(() => reports.slice(2), { timeout: 5_000 })
      .toMatchObject([{ isAvailable: false }]);
    await link.restore();
    await expect.poll(() => reports.slice(3), { timeout: 5_000 }).toMatchObject([back(2)]);
    await outage(watched);
    expect(reports).toHaveLength(4);
    watched.close();
    expect(reports.slice(4)).toMatchObject([back(1)]);
  });
});

describe("a database that hangs", () => {
  test("commits nothing later that was refused meanwhile", async ({ api, clinic }) => {
    const [{ id: doctorId }, { id: patientId }] = [await clinic.doctor(), await clinic.patient()];
    const input = { doctorId, patientId, startsAt: future(3), durationMinutes: 30 };
    let held = false;
    const work = db.transaction(async (tables) => {
      await tables.doctor.updateMany({ where: { id: doctorId }, data: { fullName: "Dr. Late" } });
      if (!held) link.hold();
      held = true;
      await tables.doctor.findMany({ where: { id: doctorId } });
    });
    await expect(work).rejects.toMatchObject(unavailable);
    await link.restore();
    await expect.poll(() => db.isReachable()).toBe(true);
    expect(await domain.appointments.book(input)).toMatchObject({ done: true });
    const doctor = await api.domain.doctors.byId(doctorId);
    expect(doctor?.fullName).not.toBe("Dr. Late");
  });

  test('does not book later what was answered with "nothing was written"', async ({ clinic }) => {
    const { id: patientId } = await clinic.patient();
    const doctors = await Promise.all(Array.from({ length: 6 }, () => clinic.doctor()));
    const book = (doctorId: number, hour: number) => {
      const startsAt = new Date(future(5).getTime() + hour * 60 * 60 * 1_000);
      return domain.appointments.book({ patientId, doctorId, startsAt, durationMinutes: 30 });
    };
    const [{ id: first } = { id: 0 }] = doctors;
    await book(first, 0);
    link.hold();
    const wishes = doctors.flatMap(({ id }) => [1, 2].map((hour) => ({ id, hour })));
    const outcomes = await Promise.allSettled(wishes.map(({ id, hour }) => book(id, hour)));
    const results = outcomes.map((outcome) =>
      outcome.status === "rejected" ? (outcome.reason as Error).name : "done",
    );
    expect(new Set(results)).toEqual(new Set(["ServiceUnavailable"]));
    await link.restore();
    await expect.poll(() => db.isReachable()).toBe(true);
    await delay(300);
    const ids = doctors.map(({ id }) => id);
    const rows = await execute(databaseUrl, "SELECT 1 FROM appointments WHERE doctor_id IN (?)", [
      ids,
    ]);
    expect(rows).toHaveLength(1);
  });

  test("during the COMMIT leaves the outcome open, which a key resolves", async ({ clinic }) => {
    const [{ id: doctorId }, { id: patientId }] = [await clinic.doctor(), await clinic.patient()];
    const input = { doctorId, patientId, startsAt: future(4), durationMinutes: 30 };
    const hanging = db.transaction(async (tables) => {
      await tables.doctor.findMany({ where: { id: doctorId } });
      link.hold();
    });
    await expect(hanging).rejects.toMatchObject({ name: "OutcomeUnknown" });
    await link.restore();
    await expect.poll(() => db.isReachable()).toBe(true);
    const idempotencyKey = clinic.key();
    const book = () => domain.appointments.book({ ...input, idempotencyKey });
    const first = book();
    await delay(5);
    await link.cut();
    await link.restore();
    const outcomes = [await first, await book()];
    expect(outcomes).toMatchObject([{ done: true }, { done: true }]);
    const rows = await execute(databaseUrl, "SELECT 1 FROM appointments WHERE doctor_id = ?", [
      doctorId,
    ]);
    expect(rows).toHaveLength(1);
  });
});

test("a process without CPU time does not consider its database lost", async () => {
  const changes: unknown[] = [];
  const reachability = watchReachability(databaseUrl, (change) => changes.push(change));
  const answer = reachability.check();
  // While it connects, and while it asks.
  for (let turn = 0; turn < 4; turn += 1) {
    standStill(700);
    await delay(2);
  }
  await expect(answer).resolves.toBe(true);
  expect(changes).toEqual([]);
  reachability.close();
});

function standStill(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}
