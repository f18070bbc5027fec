import { describe, expect } from "vitest";
import { ANYONE, createDomain, type UseCases } from "../../../src/domain/index.js";
import { openDatabase } from "../../../src/db/database.js";
import { databaseUrl } from "../../support/environment.js";
import { future, test, type Clinic } from "../../support/clinic.js";

const CALLERS = 12;
const ROUNDS = 4;

type Result = { done: boolean; refusals?: readonly { code: string }[] };
const codesOf = (results: readonly Result[]) =>
  results.map((each) =>
    each.done ? "done" : (each.refusals?.map(({ code }) => code).join() ?? ""),
  );

/** Two servers, which share nothing but the database. */
async function withServers(work: (servers: readonly UseCases[]) => Promise<void>): Promise<void> {
  const databases = [1, 2].map(() => openDatabase(databaseUrl, { connectionLimit: 6 }));
  try {
    await work(databases.map((db) => createDomain({ db }).as(ANYONE)));
  } finally {
    await Promise.all(databases.map((db) => db.close()));
  }
}

/** Each caller does the work of its kind at once, on one of the servers. */
const race = (
  servers: readonly UseCases[],
  work: (useCases: UseCases, caller: number) => Promise<Result>,
): Promise<Result[]> =>
  Promise.all(
    Array.from({ length: CALLERS }, (_, caller) =>
      work(servers[caller % servers.length] as UseCases, caller),
    ),
  );

const rounds = async (work: (round: number) => Promise<void>) => {
  for (let round = 0; round < ROUNDS; round += 1) await work(round);
};

const timeOf = (doctorId: number, round: number) => ({
  doctorId,
  startsAt: future(7 + round, "09:00:00"),
  durationMinutes: 30,
});

const holdOf = (clinic: Clinic, name: string) => ({ holdKey: clinic.key(name), minutes: 5 });

describe("at once, on two servers,", () => {
  test("holds of one time have one winner", async ({ clinic }) => {
    await withServers(async (servers) => {
      await rounds(async (round) => {
        const doctor = await clinic.doctor();
        const results = await race(servers, ({ holds }, caller) =>
          holds.hold({ ...timeOf(doctor.id, round), ...holdOf(clinic, `${round}-${caller}`) }),
        );
        const others = Array.from({ length: CALLERS - 1 }, () => "SLOT_HELD");
        expect(codesOf(results).sort()).toEqual([...others, "done"].sort());
      });
    });
  });

  test("of holds and bookings of one time one wins, and a winning hold is honoured", async ({
    clinic,
  }) => {
    const patient = await clinic.patient();
    await withServers(async (servers) => {
      await rounds(async (round) => {
        const doctor = await clinic.doctor();
        const time = timeOf(doctor.id, round);
        const results: Result[] = await race(servers, (useCases, caller) =>
          caller % 2 === 0
            ? useCases.holds.hold({ ...time, ...holdOf(clinic, `${round}-${caller}`) })
            : useCases.appointments.book({ patientId: patient.id, ...time }),
        );
        const winner = results.findIndex(({ done }) => done);
        expect(results.filter(({ done }) => done)).toHaveLength(1);
        const holdKey = winner % 2 === 0 ? clinic.key(`${round}-${winner}`) : null;
        const stranger = await clinic.at(new Date()).appointments.book({
          patientId: patient.id,
          ...time,
        });
        const holder = await clinic.at(new Date()).appointments.book({
          patientId: patient.id,
          ...time,
          holdKey,
        });
        expect(codesOf([stranger, holder])).toEqual(
          holdKey === null ? ["SLOT_TAKEN", "SLOT_TAKEN"] : ["SLOT_HELD", "done"],
        );
      });
    });
  });

  test.for([
    ["time off", "addTimeOff"],
    ["a schedule without hours", "publish"],
  ] as const)(
    "nothing is booked outside hours that were there before: %s",
    async ([, change], { clinic }) => {
      const patient = await clinic.patient();
      await withServers(async (servers) => {
        await rounds(async (round) => {
          const doctor = await clinic.scheduled();
          const time = timeOf(doctor.id, round);
          const start = future(7 + round, "00:00:00").getTime() / 60_000;
          const closed = {
            doctorId: doctor.id,
            timeZone: null,
            validFrom: start / 1_440,
            validUntil: start / 1_440,
            hours: [],
            slotMinutes: 30,
            gapMinutes: 0,
            minimumNoticeMinutes: 0,
            horizonDays: null,
            ifBooked: "REFUSE" as const,
          };
          const off = {
            doctorIds: [doctor.id],
            from: start,
            until: start + 1_440,
            ifBooked: "REFUSE" as const,
          };
          const results: Result[] = await race(servers, (useCases, caller) => {
            if (caller % 3 !== 0) {
              return useCases.appointments.book({ patientId: patient.id, ...time });
            }
            return change === "publish"
              ? useCases.schedules.publish(closed)
              : useCases.schedules.addTimeOff(off);
          });
          const isClosed = results.some(({ done }, caller) => done && caller % 3 === 0);
          const isBooked = results.some(({ done }, caller) => done && caller % 3 !== 0);
          expect([isClosed, isBooked].sort()).toEqual([false, true]);
          const outside = await clinic
            .at(new Date())
            .availability.outsideHours(doctor.id, { first: 9, after: null });
          expect(outside.rows).toEqual([]);
        });
      });
    },
  );

  test("a hold that moves leaves one time and takes another, whoever wants either", async ({
    clinic,
  }) => {
    const patient = await clinic.patient();
    await withServers(async (servers) => {
      await rounds(async (round) => {
        const [from, to] = [await clinic.doctor(), await clinic.doctor()];
        const hold = holdOf(clinic, `${round}-moving`);
        const first = await clinic
          .at(new Date())
          .holds.hold({ ...timeOf(from.id, round), ...hold });
        expect(first.done).toBe(true);
        const results: Result[] = await race(servers, (useCases, caller) => {
          if (caller === 0) return useCases.holds.hold({ ...timeOf(to.id, round), ...hold });
          const doctor = caller % 2 === 0 ? from : to;
          return useCases.appointments.book({ patientId: patient.id, ...timeOf(doctor.id, round) });
        });
        const wonBy = (parity: number) =>
          results.filter(({ done }, caller) => done && caller > 0 && caller % 2 === parity).length;
        const isMoved = results[0]?.done === true;
        expect(wonBy(1)).toBe(isMoved ? 0 : 1);
        // The old time may be had as soon as the hold has moved, and not before.
        expect(wonBy(0)).toBeLessThanOrEqual(isMoved ? 1 : 0);
      });
    });
  });
});
