import { describe, expect } from "vitest";
import type { HoldTime, UseCases } from "../../../src/domain/index.js";
import { test, type Clinic } from "../../support/clinic.js";

const NOW = new Date("2030-01-07T08:00:00Z");
const START = new Date("2030-01-07T09:00:00Z");
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const codesOf = (outcome: { done: boolean; refusals?: readonly { code: string }[] }) =>
  outcome.done ? "done" : outcome.refusals?.map(({ code }) => code);

/** A doctor, and what is needed to hold and book half an hour from nine. */
async function prepare(clinic: Clinic, fields?: Parameters<Clinic["scheduled"]>[0]) {
  const doctor = fields ? await clinic.scheduled(fields) : await clinic.doctor();
  const patient = await clinic.patient();
  const time = { doctorId: doctor.id, startsAt: START, durationMinutes: 30 };
  const hold = (name: string, changes: Partial<HoldTime> = {}, when = NOW) =>
    clinic.at(when).holds.hold({ holdKey: clinic.key(name), minutes: 5, ...time, ...changes });
  const book = (
    changes: Partial<Parameters<UseCases["appointments"]["book"]>[0]> = {},
    when = NOW,
  ) => clinic.at(when).appointments.book({ patientId: patient.id, ...time, ...changes });
  return { doctor, patient, hold, book };
}

describe("a hold", () => {
  test("keeps a time from others, also from one who overlaps, and is honoured to its holder", async ({
    clinic,
  }) => {
    const { hold, book, doctor } = await prepare(clinic);
    expect(await hold("mine")).toMatchObject({ done: true, value: { until: after(300) } });
    expect(await book()).toMatchObject({
      refusals: [
        {
          code: "SLOT_HELD",
          path: ["startsAt"],
          blocking: { startsAt: START, endsAt: new Date("2030-01-07T09:30:00Z") },
          until: after(300),
        },
      ],
    });
    const overlapping = { startsAt: new Date("2030-01-07T09:29:59Z") };
    expect(codesOf(await book(overlapping))).toEqual(["SLOT_HELD"]);
    expect(codesOf(await hold("other"))).toEqual(["SLOT_HELD"]);
    expect(codesOf(await book({ holdKey: clinic.key("other") }))).toEqual(["SLOT_HELD"]);
    expect(codesOf(await book({ holdKey: clinic.key("mine") }))).toBe("done");
    // It is gone with the booking, and the time is taken.
    expect(await clinic.at(NOW).holds.release(clinic.key("mine"))).toEqual({
      done: true,
      value: false,
    });
    expect(codesOf(await hold("mine"))).toEqual(["SLOT_TAKEN"]);
    expect(doctor.version).toBe((await clinic.at(NOW).doctors.byId(doctor.id))?.version);
  });

  test("ends with its booking for those who book in the same transaction, too", async ({
    clinic,
  }) => {
    const { hold, doctor, patient } = await prepare(clinic);
    await hold("mine", { durationMinutes: 60 });
    const { appointments } = clinic.at(NOW);
    const book = (minutes: number, holdKey: string | null = null) =>
      appointments.book({
        ...{ doctorId: doctor.id, patientId: patient.id, durationMinutes: 30, holdKey },
        startsAt: new Date(START.getTime() + minutes * 60_000),
      });
    const outcomes = await Promise.all([
      // While the first is booked, the others wait, and then share a transaction.
      book(600),
      book(0, clinic.key("mine")),
      book(30),
      book(15),
    ]);
    expect(outcomes.map(codesOf)).toEqual(["done", "done", "done", ["SLOT_TAKEN"]]);
  });

  test("is ended by one of those who release it at once", async ({ clinic }) => {
    const { hold } = await prepare(clinic);
    const { holds } = clinic.at(NOW);
    for (const round of Array.from({ length: 10 }, (_, index) => index)) {
      await hold(`round ${round}`, { startsAt: new Date(START.getTime() + round * 3_600_000) });
      const releases = Array.from({ length: 8 }, () => holds.release(clinic.key(`round ${round}`)));
      const ended = (await Promise.all(releases)).filter(
        (outcome) => outcome.done && outcome.value,
      );
      expect(ended).toHaveLength(1);
    }
  });

  test("ends at its second", async ({ clinic }) => {
    const { hold, book } = await prepare(clinic);
    await hold("mine", { minutes: 1 });
    expect(codesOf(await book({}, after(59)))).toEqual(["SLOT_HELD"]);
    expect(codesOf(await book({}, after(60)))).toBe("done");
  });

  test("that has expired does not keep its holder from an ordinary booking", async ({ clinic }) => {
    const { hold, book } = await prepare(clinic);
    await hold("mine", { minutes: 1 });
    await hold("other", {}, after(60));
    const asHolder = { holdKey: clinic.key("mine") };
    expect(codesOf(await book(asHolder, after(61)))).toEqual(["SLOT_HELD"]);
    expect(codesOf(await book(asHolder, after(361)))).toBe("done");
  });

  test("is prolonged and moved by its key, and leaves the old time free", async ({ clinic }) => {
    const { hold, book } = await prepare(clinic);
    await hold("mine");
    expect(await hold("mine", {}, after(200))).toMatchObject({
      value: { until: after(500), placedAt: NOW },
    });
    const later = { startsAt: new Date("2030-01-07T10:00:00Z") };
    expect(await hold("mine", later, after(250))).toMatchObject({
      value: { placedAt: after(250) },
    });
    expect(codesOf(await book({}, after(251)))).toBe("done");
    expect(codesOf(await book(later, after(251)))).toEqual(["SLOT_HELD"]);
  });

  test("moves to another doctor, and both calendars know it", async ({ clinic }) => {
    const { hold, book } = await prepare(clinic);
    const other = await clinic.doctor();
    await hold("mine");
    expect(codesOf(await hold("mine", { doctorId: other.id }))).toBe("done");
    expect(codesOf(await book())).toBe("done");
    expect(codesOf(await book({ doctorId: other.id }))).toEqual(["SLOT_HELD"]);
  });

  test("is released before its time, once", async ({ clinic }) => {
    const { hold, book } = await prepare(clinic);
    await hold("mine");
    const release = () => clinic.at(NOW).holds.release(clinic.key("mine"));
    expect(await release()).toEqual({ done: true, value: true });
    expect(await release()).toEqual({ done: true, value: false });
    expect(codesOf(await book())).toBe("done");
  });

  test("that was placed in time outweighs the notice", async ({ clinic }) => {
    const { hold, book } = await prepare(clinic, { minimumNoticeMinutes: 58 });
    await hold("mine");
    expect(await book({}, after(180))).toMatchObject({
      refusals: [
        { code: "TOO_SHORT_NOTICE", earliest: after(180 + 58 * 60) },
        { code: "SLOT_HELD" },
      ],
    });
    expect(codesOf(await book({ holdKey: clinic.key("mine") }, after(180)))).toBe("done");
  });

  test("ends with a move of an appointment onto it", async ({ clinic }) => {
    const { hold, book } = await prepare(clinic);
    const booked = await book({ startsAt: new Date("2030-01-07T15:00:00Z") });
    await hold("mine");
    const move = (holdKey: string | null) =>
      clinic.at(NOW).appointments.reschedule({
        appointmentId: booked.done ? booked.value.id : NaN,
        startsAt: START,
        holdKey,
      });
    expect(codesOf(await move(null))).toEqual(["SLOT_HELD"]);
    expect(codesOf(await move(clinic.key("mine")))).toBe("done");
    expect(await clinic.at(NOW).holds.release(clinic.key("mine"))).toMatchObject({ value: false });
  });

  test("does not hold against inactivity, hours or the past", async ({ clinic }) => {
    const { doctor, hold, book } = await prepare(clinic, {});
    await hold("mine");
    await clinic.at(NOW).doctors.deactivate({ doctorId: doctor.id });
    const asHolder = { holdKey: clinic.key("mine") };
    expect(codesOf(await book(asHolder))).toEqual(["DOCTOR_INACTIVE"]);
    await clinic.at(NOW).doctors.activate({ doctorId: doctor.id });
    await clinic.publish(doctor.id, { hours: [] });
    expect(codesOf(await book(asHolder))).toEqual(["OUTSIDE_HOURS"]);
  });

  test("is purged when it has expired, and not before", async ({ clinic, api }) => {
    const { hold } = await prepare(clinic);
    // So long ago that no other test has one that has expired by then.
    const start = new Date("2001-01-01T09:00:00Z");
    const when = new Date("2001-01-01T08:00:00Z");
    await hold("mine", { startsAt: start }, when);
    const rows = () =>
      api.db.select("SELECT expires_at FROM slot_holds WHERE hold_key = ?", [clinic.key("mine")]);
    expect(await rows()).toEqual([["2001-01-01 08:05:00"]]);
    await api.sharedDomain.purgeExpiredHolds();
    expect(await rows()).toEqual([]);
  });
});
