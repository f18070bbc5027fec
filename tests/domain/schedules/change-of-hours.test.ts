import { describe, expect } from "vitest";
import { parseLocalDate, parseLocalDateTime, type Outcome } from "../../../src/domain/index.js";
import { test, type Clinic } from "../../support/clinic.js";

const NOW = new Date("2030-01-01T00:00:00Z");
/** A Monday. */
const MONDAY = "2030-01-07";
const at = (time: string, date = MONDAY) => new Date(`${date}T${time}:00Z`);
const day = (date: string) => parseLocalDate(date) ?? NaN;
const minute = (time: string, date = MONDAY) => parseLocalDateTime(`${date}T${time}`) ?? NaN;
const mondays = (from: number, until: number) => [
  { weekday: 1, from: from * 60, until: until * 60 },
];

const valueOf = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.done) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
};

async function prepare(clinic: Clinic) {
  const doctor = await clinic.doctor();
  const patient = await clinic.patient();
  const cases = clinic.at(NOW);
  const book = async (startsAt: Date) =>
    valueOf(
      await cases.appointments.book({
        patientId: patient.id,
        doctorId: doctor.id,
        startsAt,
        durationMinutes: 30,
      }),
    );
  const publish = (fields: object) =>
    cases.schedules.publish({
      doctorId: doctor.id,
      timeZone: "UTC",
      validFrom: day("2030-01-01"),
      validUntil: null,
      hours: mondays(9, 12),
      slotMinutes: 30,
      gapMinutes: 0,
      minimumNoticeMinutes: 0,
      horizonDays: null,
      ifBooked: "REFUSE",
      ...fields,
    });
  const outside = async () =>
    (await cases.availability.outsideHours(doctor.id, { first: 10, after: null })).rows.map(
      ({ id }) => id,
    );
  return { doctor, cases, book, publish, outside };
}

describe("a change of hours", () => {
  test("is refused with the appointments in the way, and writes nothing", async ({ clinic }) => {
    const { doctor, cases, book, publish, outside } = await prepare(clinic);
    const early = await book(at("08:45"));
    await book(at("09:15"));
    const late = await book(at("11:45"));
    expect(await publish({})).toEqual({
      done: false,
      refusals: [
        {
          code: "APPOINTMENTS_IN_THE_WAY",
          path: ["ifBooked"],
          appointments: [
            expect.objectContaining({ id: early.id }),
            expect.objectContaining({ id: late.id }),
          ],
        },
      ],
    });
    expect(await cases.schedules.schedulesOf([{ doctorId: doctor.id, from: 0, first: 9 }])).toEqual(
      [[]],
    );
    expect(await outside()).toEqual([]);
    expect(await cases.doctors.byId(doctor.id)).toMatchObject({
      timeZone: null,
      hasCalendar: false,
      version: 1,
    });
  });

  test("keeps the appointments that are outside if it is told to, and finds them later", async ({
    clinic,
  }) => {
    const { doctor, cases, book, publish, outside } = await prepare(clinic);
    const early = await book(at("08:45"));
    const inside = await book(at("09:15"));
    const kept = valueOf(await publish({ ifBooked: "KEEP" }));
    expect(kept.outside.map(({ id }) => id)).toEqual([early.id]);
    expect(await outside()).toEqual([early.id]);
    expect(await cases.availability.countOutsideHours(doctor.id)).toBe(1);
    for (const { id } of [early, inside]) {
      expect(await cases.appointments.byId(id)).toMatchObject({ status: "BOOKED", version: 1 });
    }
    // What was outside before is not in the way of the next change.
    expect(valueOf(await publish({ hours: mondays(9, 13) })).outside).toEqual([]);
    // It can be cancelled as any other.
    valueOf(await cases.appointments.cancel({ appointmentId: early.id }));
    expect(await outside()).toEqual([]);
  });

  test("is one of the zone, of a removed schedule, of time off and of removed extra hours", async ({
    clinic,
  }) => {
    const { doctor, cases, book, publish } = await prepare(clinic);
    const base = valueOf(await publish({ hours: [] })).changed;
    const monday = valueOf(await publish({ validFrom: day("2030-01-02") })).changed;
    const extra = valueOf(
      await cases.schedules.addExtraHours({
        doctorIds: [doctor.id],
        from: minute("14:00"),
        until: minute("15:00"),
      }),
    ).changed[0];
    const morning = await book(at("09:00"));
    const afternoon = await book(at("14:30"));
    const ids = (outcome: Outcome<unknown>) =>
      outcome.done
        ? "done"
        : outcome.refusals.map(
            (refusal) =>
              refusal.code === "APPOINTMENTS_IN_THE_WAY" &&
              refusal.appointments.map(({ id }) => id),
          );
    const refuse = { ifBooked: "REFUSE" as const };
    const { schedules } = cases;
    expect(ids(await schedules.remove({ scheduleId: monday.id, ...refuse }))).toEqual([
      [morning.id],
    ]);
    expect(ids(await schedules.remove({ scheduleId: base.id, ...refuse }))).toBe("done");
    expect(
      ids(await schedules.removeException({ scheduleExceptionId: extra?.id ?? NaN, ...refuse })),
    ).toEqual([[afternoon.id]]);
    expect(
      ids(
        await schedules.addTimeOff({
          doctorIds: [doctor.id],
          from: minute("09:00"),
          until: minute("14:31"),
          ...refuse,
        }),
      ),
    ).toEqual([[morning.id, afternoon.id]]);
    // At ten in Berlin it is nine in UTC, but at 15:30 nobody works.
    const berlin = { validFrom: day("2030-01-02"), timeZone: "Europe/Berlin", expectedVersion: 1 };
    expect(ids(await publish(berlin))).toEqual([[afternoon.id]]);
    expect(await cases.doctors.byId(doctor.id)).toMatchObject({ timeZone: "UTC" });
  });

  test("of many doctors is made for all or for none", async ({ clinic }) => {
    const { doctor, cases, book } = await prepare(clinic);
    const other = await clinic.doctor();
    const booked = await book(at("09:00"));
    const timeOff = {
      doctorIds: [other.id, doctor.id, other.id],
      from: minute("00:00"),
      until: minute("00:00", "2030-01-08"),
      note: "Closed",
    };
    const off = () =>
      cases.schedules.exceptionsOf(
        [doctor, other].map(({ id }) => ({ doctorId: id, from: 0, first: 9 })),
      );
    const refused = await cases.schedules.addTimeOff({ ...timeOff, ifBooked: "REFUSE" });
    expect(refused).toMatchObject({ refusals: [{ appointments: [{ id: booked.id }] }] });
    expect(await off()).toEqual([[], []]);
    const kept = valueOf(await cases.schedules.addTimeOff({ ...timeOff, ifBooked: "KEEP" }));
    expect(kept.changed.map(({ doctorId }) => doctorId)).toEqual([doctor.id, other.id]);
    expect(kept.outside.map(({ id }) => id)).toEqual([booked.id]);
    expect((await off()).map((list) => list.map(({ note }) => note))).toEqual([
      ["Closed"],
      ["Closed"],
    ]);
    const missing = { ...timeOff, doctorIds: [other.id, 2_147_483_647], ifBooked: "KEEP" as const };
    expect(await cases.schedules.addTimeOff(missing)).toMatchObject({
      refusals: [{ code: "DOCTOR_NOT_FOUND", path: ["doctorIds", "1"] }],
    });
  });

  test("replaces the schedule of the same date, by its version", async ({ clinic }) => {
    const { publish } = await prepare(clinic);
    const first = valueOf(await publish({})).changed;
    expect(await publish({ validFrom: day("2040-01-01"), expectedVersion: 1 })).toMatchObject({
      refusals: [{ code: "STALE_VERSION", currentVersion: 0 }],
    });
    expect(await publish({ expectedVersion: 2 })).toMatchObject({
      refusals: [{ code: "STALE_VERSION", currentVersion: 1 }],
    });
    const second = valueOf(await publish({ expectedVersion: 1, gapMinutes: 10 })).changed;
    expect(second).toMatchObject({ id: first.id, version: 2, gapMinutes: 10 });
  });

  test("deletes with its doctor", async ({ clinic, api }) => {
    const { doctor, cases, publish } = await prepare(clinic);
    valueOf(await publish({}));
    valueOf(await cases.doctors.remove({ doctorId: doctor.id }));
    expect(
      await api.db.select("SELECT id FROM schedules WHERE doctor_id = ?", [doctor.id]),
    ).toEqual([]);
  });
});
