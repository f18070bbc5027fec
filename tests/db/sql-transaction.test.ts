import { afterAll, describe, expect } from "vitest";
import { openDatabase, Prisma, type SqlTransaction } from "../../src/db/database.js";
import { ANYONE } from "../../src/domain/index.js";
import { insertAppointments } from "../../src/domain/appointments/store.js";
import { lockDoctors } from "../../src/domain/appointments/locks.js";
import { future, test } from "../support/clinic.js";
import { databaseUrl } from "../support/environment.js";
import { execute } from "../support/scratch-database.js";

const db = openDatabase(databaseUrl, { connectionLimit: 4 });
afterAll(() => db.close());

const locksOf = async (id: number) =>
  (
    await db.read(({ doctor }) =>
      doctor.findFirst({ where: { id }, select: { bookingLock: true } }),
    )
  )?.bookingLock;

/** Ends the tx's connection on the server, so that all that is sent from then on fails. */
async function kill(tx: SqlTransaction): Promise<void> {
  const [[id] = []] = await tx.select(Prisma.sql`SELECT CONNECTION_ID()`);
  await execute(databaseUrl, `KILL ${String(id)}`);
}

describe("an SQL transaction", () => {
  test("is run again when its connection is lost, and then is done once", async ({ clinic }) => {
    const { id } = await clinic.doctor();
    let attempts = 0;
    await db.sqlTransaction(async (tx) => {
      attempts += 1;
      await lockDoctors(tx, [id]);
      if (attempts === 1) await kill(tx);
      await lockDoctors(tx, [id]);
    });
    expect(attempts).toBe(2);
    expect(await locksOf(id)).toBe(2n);
  });

  test("is rolled back if commitIf rejects the result, or if it fails without a retry", async ({
    clinic,
  }) => {
    const { id } = await clinic.doctor();
    const lock = (tx: SqlTransaction) => lockDoctors(tx, [id]);
    const doctors = await db.sqlTransaction(lock, { commitIf: () => false });
    expect(doctors.get(id)).toMatchObject({ id, isActive: true });
    let attempts = 0;
    const failing = db.sqlTransaction(
      async (tx) => {
        attempts += 1;
        await lock(tx);
        await kill(tx);
        await lock(tx);
      },
      { retry: false },
    );
    await expect(failing).rejects.toThrow();
    expect(attempts).toBe(1);
    expect(await locksOf(id)).toBe(0n);
  });

  test("has an unknown outcome if the connection is lost during the COMMIT", async ({ clinic }) => {
    const [{ id: doctorId }, { id: patientId }] = [await clinic.doctor(), await clinic.patient()];
    const item = (day: number) => ({
      context: { caller: ANYONE, onChange: undefined },
      appointment: {
        ...{ patientId, doctorId, durationMinutes: 30, startsAt: future(day) },
        endsAt: new Date(future(day).getTime() + 30 * 60_000),
      },
    });
    const now = future(0, "00:00:00");
    const lost = db.sqlTransaction(async (tx) => {
      await lockDoctors(tx, [doctorId]);
      await kill(tx);
      // All three statements fail, and none of them unheard: that would end the process.
      await insertAppointments(tx, [item(1), item(2)], now, { andCommit: true });
    });
    await expect(lost).rejects.toMatchObject({ name: "OutcomeUnknown" });
    expect(await db.read(({ appointment }) => appointment.count({ where: { doctorId } }))).toBe(0);
  });
});
