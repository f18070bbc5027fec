import { afterAll, describe, expect, it } from "vitest";
import { openDatabase, type PrismaTransaction } from "../../src/db/database.js";
import { databaseErrorKind, loggableError, ServiceUnavailable } from "../../src/db/errors.js";
import { test } from "../support/clinic.js";
import { databaseUrl } from "../support/environment.js";
import { execute } from "../support/scratch-database.js";

const db = openDatabase(databaseUrl, { connectionLimit: 4 });
afterAll(() => db.close());

const kill = async (tables: PrismaTransaction) => {
  const [row] = await tables.$queryRaw<{ id: bigint }[]>`SELECT CONNECTION_ID() AS id`;
  await execute(databaseUrl, `KILL ${row?.id}`);
};

const lock = (tables: PrismaTransaction, id: number) =>
  tables.doctor.updateMany({ where: { id }, data: { bookingLock: { increment: 1 } } });

describe("a transaction", () => {
  test("that a deadlock rolls back is run again, and both are kept", async ({ clinic }) => {
    const [one, other] = [await clinic.doctor(), await clinic.doctor()];
    let attempts = 0;
    let waiting = 0;
    let bothHold: () => void = () => undefined;
    const meeting = new Promise<void>((resolve) => (bothHold = resolve));
    const lockBoth = (first: number, second: number) =>
      db.transaction(async (tables) => {
        attempts += 1;
        await lock(tables, first);
        waiting += 1;
        if (waiting >= 2) bothHold();
        await meeting;
        await lock(tables, second);
      });
    await Promise.all([lockBoth(one.id, other.id), lockBoth(other.id, one.id)]);
    expect(attempts).toBe(3);
    const locks = await db.read(({ doctor }) =>
      doctor.findMany({ where: { id: { in: [one.id, other.id] } }, select: { bookingLock: true } }),
    );
    expect(locks).toEqual([{ bookingLock: 2n }, { bookingLock: 2n }]);
  });

  test("whose connection is lost before the COMMIT is run again", async ({ clinic }) => {
    const { id } = await clinic.doctor();
    let attempts = 0;
    await db.transaction(async (tables) => {
      attempts += 1;
      await lock(tables, id);
      if (attempts === 1) await kill(tables);
      await lock(tables, id);
    });
    expect(attempts).toBe(2);
    const [doctor] = await db.read((tables) =>
      tables.doctor.findMany({ where: { id }, select: { bookingLock: true } }),
    );
    expect(doctor?.bookingLock).toBe(2n);
  });

  test("whose connection is lost at the COMMIT is not run again blindly", async ({ clinic }) => {
    const { id } = await clinic.doctor();
    let attempts = 0;
    const work = async (tables: PrismaTransaction) => {
      attempts += 1;
      await lock(tables, id);
      if (attempts === 1) await kill(tables);
    };
    await expect(db.transaction(work)).rejects.toMatchObject({ name: "OutcomeUnknown" });
    expect(attempts).toBe(1);
    attempts = 0;
    await db.transaction(work, { idempotent: true });
    expect(attempts).toBe(2);
  });

  test("is rolled back if its result is rejected", async ({ clinic }) => {
    const doctor = await clinic.doctor();
    const { id } = doctor;
    const result = await db.transaction(
      async (tables) => {
        await tables.doctor.updateMany({ where: { id }, data: { fullName: "Dr. Nobody" } });
        return "refused";
      },
      { commitIf: () => false },
    );
    expect(result).toBe("refused");
    const rows = await db.read((tables) => tables.doctor.findMany({ where: { id } }));
    expect(rows).toEqual([doctor]);
  });

  test("waits its turn: none starves behind busy others", async ({ clinic }) => {
    const doctors = [await clinic.doctor(), await clinic.doctor(), await clinic.doctor()];
    const until = Date.now() + 1_500;
    const turns = await Promise.all(
      Array.from({ length: 24 }, async (_, worker) => {
        let count = 0;
        while (Date.now() < until) {
          await db.transaction((tables) => lock(tables, doctors[worker % 3]?.id ?? 0));
          count += 1;
        }
        return count;
      }),
    );
    expect(Math.min(...turns)).toBeGreaterThan(Math.max(...turns) / 3);
  });
});

describe("a database that cannot be reached", () => {
  it("is reported as unavailable", async () => {
    const nowhere = openDatabase(Object.assign(new URL(databaseUrl), { port: "1" }).href);
    try {
      const attempts = await Promise.allSettled([
        nowhere.read(({ doctor }) => doctor.count()),
        nowhere.transaction(({ doctor }) => doctor.count()),
      ]);
      const reasons = attempts.map((attempt): unknown =>
        attempt.status === "rejected" ? attempt.reason : null,
      );
      expect(reasons).toEqual([expect.any(ServiceUnavailable), expect.any(ServiceUnavailable)]);
    } finally {
      await nowhere.close();
    }
  });
});

describe("an error of the database", () => {
  test("is classified by its number, and logged without its values", async ({ clinic }) => {
    const { email, firstName } = await clinic.patient();
    const time = new Date();
    const error: unknown = await db
      .read(({ patient }) =>
        patient.create({
          data: {
            firstName,
            lastName: clinic.tag,
            email,
            emailKey: email,
            phoneNumber: "1",
            createdAt: time,
            updatedAt: time,
          },
        }),
      )
      .catch((reason: unknown) => reason);
    expect(databaseErrorKind(error)).toBe("constraint");
    const logged = loggableError(error);
    expect(logged["databaseErrorCode"]).toBe(1062);
    expect(JSON.stringify(logged)).not.toContain(clinic.tag);
  });

  it("of the socket is classified by its name", () => {
    const socketError = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
    expect(databaseErrorKind(socketError)).toBe("disconnected");
    expect(databaseErrorKind(new Error("wrapped", { cause: socketError }))).toBe("disconnected");
    expect(databaseErrorKind(new Error("any"))).toBe("other");
  });

  it("of our own is logged with its message and its stack", () => {
    const logged = loggableError(new TypeError("x is not a function", { cause: new Error("y") }));
    expect(logged).toMatchObject({ type: "TypeError", message: "x is not a function" });
    expect(JSON.stringify(logged["stack"])).toContain("errors.test");
    expect(logged["cause"]).toMatchObject({ message: "y" });
    expect(loggableError("text")).toEqual({ type: "string" });
  });
});
