import type { Connection, SqlError } from "mariadb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createOverlapTriggers,
  removeOverlapTriggers,
} from "../../src/db/setup/overlap-triggers.js";
import { openDatabase, type Database } from "../../src/db/database.js";
import { connect, ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { ANYONE, createDomain, type UseCases } from "../../src/domain/index.js";
import { createClinic, future, type Clinic } from "../support/clinic.js";
import { execute, makeScratchDatabase } from "../support/scratch-database.js";

const TAKEN = "the doctor has another appointment at that time";
const INACTIVE = "the doctor is inactive";

let scratch: { url: string; drop: () => Promise<void> };
let db: Database;
let domain: UseCases;
let clinic: Clinic;
/** A client that knows nothing of the API. */
let client: Connection;

beforeAll(async () => {
  scratch = await makeScratchDatabase();
  await ensureSchema(scratch.url);
  db = openDatabase(scratch.url, { connectionLimit: 8 });
  domain = createDomain({ db }).as(ANYONE);
  clinic = createClinic({ domain, db }, "triggers");
  client = await connect(scratch.url);
  // A server with a binary log may forbid it; the error then says what its administrator can do.
  await createOverlapTriggers(client);
});

afterAll(async () => {
  await client.end();
  await db.close();
  await scratch.drop();
});

interface NewAppointment {
  doctorId: number;
  patientId: number;
  minute: number;
  minutes?: number;
  status?: string;
}

const START = future(7);

function insert(by: Connection, ...appointments: NewAppointment[]): Promise<{ insertId: bigint }> {
  const rows = appointments.map(
    ({ doctorId, patientId, minute, minutes = 30, status = "BOOKED" }) => {
      const start = `TIMESTAMP'${START.toISOString().slice(0, 19).replace("T", " ")}' + INTERVAL ${minute} MINUTE`;
      return `(${patientId}, ${doctorId}, ${start}, ${start} + INTERVAL ${minutes} MINUTE, ${minutes}, '${status}', UTC_TIMESTAMP(), UTC_TIMESTAMP())`;
    },
  );
  return by.query(
    `INSERT INTO appointments (patient_id, doctor_id, starts_at, ends_at, duration_minutes, status,
      created_at, updated_at) VALUES ${rows.join()}`,
  );
}

const people = async () => ({
  doctorId: (await clinic.doctor()).id,
  patientId: (await clinic.patient()).id,
});

const overlaps = async () => {
  const [row] = await execute<{ pairs: bigint }>(
    scratch.url,
    `SELECT COUNT(*) AS pairs FROM appointments one JOIN appointments other
     ON other.doctor_id = one.doctor_id AND other.id > one.id
       AND other.starts_at < one.ends_at AND one.starts_at < other.ends_at
     WHERE one.status <> 'CANCELLED' AND other.status <> 'CANCELLED'`,
  );
  return Number(row?.pairs);
};

describe("the overlap triggers", () => {
  it.each([
    [1419, "log_bin_trust_function_creators"],
    [1142, "GRANT TRIGGER"],
    [1146, "npm run db:migrate"],
  ])("explains error %d", async (errno, advice) => {
    const query = () => Promise.reject(Object.assign(new Error(), { errno }));
    await expect(createOverlapTriggers({ query })).rejects.toThrow(advice);
  });

  it("refuse overlaps from an SQL client, also within one statement", async () => {
    const who = await people();
    await insert(client, { ...who, minute: 0, minutes: 60 });
    for (const minute of [-15, 0, 15, 45]) {
      await expect(insert(client, { ...who, minute })).rejects.toThrow(TAKEN);
    }
    await expect(insert(client, { ...who, minute: 300 }, { ...who, minute: 315 })).rejects.toThrow(
      TAKEN,
    );
    await client.query("SET foreign_key_checks = 0");
    await expect(insert(client, { ...who, minute: 0 })).rejects.toThrow(TAKEN);
    await client.query("SET foreign_key_checks = 1");
    await insert(client, { ...who, minute: -30 }, { ...who, minute: 60 });
    expect(await overlaps()).toBe(0);
  });

  it("refuse changes into an overlap, and allow all others", async () => {
    const [who, other] = [await people(), await people()];
    const first = Number((await insert(client, { ...who, minute: 0 })).insertId);
    const second = Number((await insert(client, { ...who, minute: 30 })).insertId);
    const third = Number((await insert(client, { ...other, minute: 0 })).insertId);
    const cancelled = { ...who, minute: 0, status: "CANCELLED" };
    const fourth = Number((await insert(client, cancelled)).insertId);
    const update = (id: number, change: string) =>
      client.query(`UPDATE appointments SET ${change} WHERE id = ${id}`);
    const move = (minutes: number) =>
      `starts_at = starts_at + INTERVAL ${minutes} MINUTE, ends_at = ends_at + INTERVAL ${minutes} MINUTE`;
    await expect(update(second, move(-15))).rejects.toThrow(TAKEN);
    await expect(update(third, `doctor_id = ${who.doctorId}`)).rejects.toThrow(TAKEN);
    await expect(update(fourth, "status = 'BOOKED'")).rejects.toThrow(TAKEN);
    await update(second, move(15));
    await update(first, "status = 'CANCELLED', cancellation_reason = 'ill'");
    await update(fourth, "status = 'BOOKED'");
    expect(await overlaps()).toBe(0);
  });

  it("refuse bookings with an inactive doctor, and no other changes", async () => {
    const who = await people();
    const ids: bigint[] = [];
    for (const minute of [0, 30]) ids.push((await insert(client, { ...who, minute })).insertId);
    await domain.doctors.deactivate({ doctorId: who.doctorId });
    await expect(insert(client, { ...who, minute: 90 })).rejects.toThrow(INACTIVE);
    // History is no booking.
    await insert(client, { ...who, minute: 60, status: "COMPLETED" });
    const [first = 0, second = 0] = ids.map(Number);
    const later = createDomain({ db, now: () => future(8) }).as(ANYONE);
    expect(await later.appointments.complete({ appointmentId: first })).toMatchObject({
      done: true,
    });
    expect(await domain.appointments.cancel({ appointmentId: second })).toMatchObject({
      done: true,
    });
  });

  it("change neither the version nor `updatedAt` of a doctor", async () => {
    const who = await people();
    const read = () => domain.doctors.byId(who.doctorId);
    const before = await read();
    await insert(client, { ...who, minute: 0 });
    expect(await read()).toEqual(before);
  });

  describe.each(["READ COMMITTED", "REPEATABLE READ"])("under %s", (isolation) => {
    it("keep the bookings of 16 SQL clients free of overlaps", async () => {
      const all = [await people(), await people()];
      const clients = await Promise.all(Array.from({ length: 16 }, () => connect(scratch.url)));
      try {
        const results = await Promise.all(
          clients.map(async (by, index) => {
            await by.query(`SET SESSION TRANSACTION ISOLATION LEVEL ${isolation}`);
            return raceForSlots(by, all, index);
          }),
        );
        const booked = results.reduce((sum, each) => sum + each, 0);
        expect(booked).toBe(2 * SLOTS);
        expect(await overlaps()).toBe(0);
      } finally {
        await Promise.all(clients.map((by) => by.end()));
      }
    });
  });

  it("do not disturb the API", async () => {
    const who = await people();
    const input = { ...who, startsAt: START, durationMinutes: 30 };
    const later = new Date(START.getTime() + 15 * 60_000);
    const booked = await clinic.book(input);
    expect(await domain.appointments.book({ ...input, startsAt: later })).toMatchObject({
      refusals: [{ code: "SLOT_TAKEN" }],
    });
    const moved = await domain.appointments.reschedule({
      appointmentId: booked.id,
      startsAt: later,
    });
    expect(moved).toMatchObject({ done: true });
    await domain.appointments.cancel({ appointmentId: booked.id });
    const again = await Promise.all(
      Array.from({ length: 8 }, () => domain.appointments.book({ ...input, startsAt: later })),
    );
    expect(again.filter(({ done }) => done)).toHaveLength(1);
    expect(await overlaps()).toBe(0);
  });

  // The last one: it takes the overlap triggers away.
  it("are updated and removed by the same command", async () => {
    const who = await people();
    await createOverlapTriggers(client);
    await removeOverlapTriggers(client);
    await removeOverlapTriggers(client);
    await insert(client, { ...who, minute: 0 }, { ...who, minute: 0 });
    expect(await overlaps()).toBe(1);
  });
});

const SLOTS = 24;

/** Tries all slots of all doctors, with a transaction that has an old view of the table; answers how many it got. */
async function raceForSlots(
  by: Connection,
  all: { doctorId: number; patientId: number }[],
  index: number,
): Promise<number> {
  let booked = 0;
  for (let slot = 0; slot < SLOTS; slot += 1) {
    for (const who of all) {
      const minute = ((slot + index) % SLOTS) * 30;
      if (await insertOnce(by, { ...who, minute })) booked += 1;
    }
  }
  return booked;
}

/** Whether the slot was free; a deadlock's victim tries again. */
async function insertOnce(by: Connection, appointment: NewAppointment): Promise<boolean> {
  for (;;) {
    try {
      await by.query("START TRANSACTION");
      await by.query("SELECT COUNT(*) FROM appointments");
      await insert(by, appointment);
      await by.query("COMMIT");
      return true;
    } catch (error) {
      await by.query("ROLLBACK");
      const { errno } = error as SqlError;
      if (errno === 1644) return false;
      if (![1213, 1205, 1020].includes(errno)) throw error;
    }
  }
}
