import { describe, expect, it } from "vitest";
import type { Appointment, Interval, Reasons } from "../../proof/apis/answers.js";
import { doctorModel, type Answered, type Asked } from "../../proof/history/doctor-model.js";
import { checkLinearizability } from "../../proof/history/linearizability.js";

const MINUTE = 60_000;
const at = (minutes: number): number => Date.UTC(2030, 0, 7, 9) + minutes * MINUTE;

const book = (minutes: number, durationMinutes = 30): Asked => ({
  verb: "book",
  startsAt: at(minutes),
  durationMinutes,
});
const booked = (id: number, minutes: number, rest: Partial<Appointment> = {}): Answered => ({
  outcome: "done",
  value: { id, startsAt: at(minutes), durationMinutes: 30, status: "BOOKED", version: 1, ...rest },
});
const refused = (reasons: Partial<Reasons>): Answered => ({
  outcome: "refused",
  reasons: { codes: [], isComplete: true, ...reasons },
});
const half = (minutes: number): Interval => ({ startsAt: at(minutes), endsAt: at(minutes + 30) });
const taken = (minutes: number): Answered =>
  refused({ codes: ["SLOT_TAKEN"], blocking: { SLOT_TAKEN: half(minutes) } });
const doctor = (isActive: boolean, version: number): Answered => ({
  outcome: "done",
  value: { id: 7, isActive, version },
});

/** Whether the model answers so to questions that come one after the other. */
const agrees = (...steps: [Asked, Answered | null][]): boolean =>
  checkLinearizability(
    doctorModel,
    steps.map(([asked, answered], index) => ({
      asked,
      answered,
      calledAt: 2 * index,
      answeredAt: 2 * index + 1,
    })),
  ).isLinearizable;

describe("the model of a doctor", () => {
  it("lets appointments touch but not overlap, and names the earliest blocking one", () => {
    expect(agrees([book(0), booked(1, 0)], [book(30), booked(2, 30)])).toBe(true);
    expect(agrees([book(0), booked(1, 0)], [book(29), booked(2, 29)])).toBe(false);
    expect(agrees([book(0), booked(1, 0)], [book(29), taken(0)])).toBe(true);
    expect(agrees([book(0), booked(1, 0)], [book(30), taken(0)])).toBe(false);
    const two: [Asked, Answered][] = [
      [book(0), booked(1, 0)],
      [book(30), booked(2, 30)],
    ];
    expect(agrees(...two, [book(15, 45), taken(0)])).toBe(true);
    expect(agrees(...two, [book(15, 45), taken(30)])).toBe(false);
  });

  it("frees the time of cancelled and deleted appointments", () => {
    const cancelled = booked(1, 0, { status: "CANCELLED", version: 2 });
    expect(
      agrees(
        [book(0), booked(1, 0)],
        [{ verb: "cancel", id: 1 }, cancelled],
        [book(0), booked(2, 0)],
      ),
    ).toBe(true);
    const gone: Answered = { outcome: "done", value: 1 };
    expect(
      agrees(
        [book(0), booked(1, 0)],
        [{ verb: "remove appointment", id: 1 }, gone],
        [book(0), booked(2, 0)],
      ),
    ).toBe(true);
  });

  it("returns all reasons of a refusal in GraphQL, and one of them in REST", () => {
    const before: [Asked, Answered][] = [
      [book(0), booked(1, 0)],
      [{ verb: "deactivate" }, doctor(false, 2)],
    ];
    const blocking = { SLOT_TAKEN: half(0) };
    const all = refused({ codes: ["DOCTOR_INACTIVE", "SLOT_TAKEN"], blocking });
    expect(agrees(...before, [book(0), all])).toBe(true);
    expect(agrees(...before, [book(0), taken(0)])).toBe(false);
    const one = refused({ codes: ["DOCTOR_INACTIVE"], isComplete: false });
    expect(agrees(...before, [book(0), one])).toBe(true);
  });

  it("increments the version of a doctor only if something changes", () => {
    expect(agrees([{ verb: "activate" }, doctor(true, 1)])).toBe(true);
    expect(
      agrees([{ verb: "toggle" }, doctor(false, 2)], [{ verb: "toggle" }, doctor(true, 3)]),
    ).toBe(true);
    expect(
      agrees([{ verb: "toggle" }, doctor(false, 2)], [{ verb: "toggle" }, doctor(true, 2)]),
    ).toBe(false);
  });

  it("deletes a doctor without appointments, who can no longer be found", () => {
    const gone: Answered = { outcome: "done", value: null };
    const kept = refused({ codes: ["HAS_APPOINTMENTS"], appointmentCount: 1 });
    expect(agrees([book(0), booked(1, 0)], [{ verb: "remove doctor" }, kept])).toBe(true);
    expect(agrees([book(0), booked(1, 0)], [{ verb: "remove doctor" }, gone])).toBe(false);
    const missing = refused({ codes: ["DOCTOR_NOT_FOUND"] });
    expect(agrees([{ verb: "remove doctor" }, gone], [book(0), missing])).toBe(true);
  });

  it("has hours, without which any time is open, and counts what a change would put outside", () => {
    const publish = (from: number, ifBooked: "REFUSE" | "KEEP" = "REFUSE"): Asked => ({
      verb: "publish",
      ...{ from, until: 1_440, gapMinutes: 0, ifBooked },
    });
    const done = (id: number): Answered => ({ outcome: "done", value: { id } });
    const outside = refused({ codes: ["OUTSIDE_HOURS"] });
    // 9:00 in UTC is 14:30 in Kolkata.
    const opensLate: [Asked, Answered] = [publish(15 * 60), done(7)];
    expect(agrees(opensLate, [book(0), outside], [book(30), booked(1, 30)])).toBe(true);
    expect(agrees(opensLate, [book(0), booked(1, 0)])).toBe(false);
    expect(agrees(opensLate, [publish(0), done(8)])).toBe(false);
    const inTheWay = refused({ codes: ["APPOINTMENTS_IN_THE_WAY"], appointmentCount: 1 });
    expect(agrees([book(0), booked(1, 0)], [publish(15 * 60), inTheWay])).toBe(true);
    expect(agrees([book(0), booked(1, 0)], [publish(15 * 60), done(7)])).toBe(false);
    expect(agrees([book(0), booked(1, 0)], [publish(15 * 60, "KEEP"), done(7)])).toBe(true);
    const extra: Asked = { verb: "add extra hours", startsAt: at(0), endsAt: at(30) };
    expect(agrees(opensLate, [extra, done(1)], [book(15), booked(1, 15)])).toBe(true);
  });

  it("joins time off, and names it", () => {
    const off = (minutes: number): Asked => ({
      verb: "add time off",
      ...half(minutes),
      ifBooked: "REFUSE",
    });
    const blocking = { DOCTOR_AWAY: { startsAt: at(0), endsAt: at(60) } };
    const away = refused({ codes: ["DOCTOR_AWAY"], blocking });
    const both: [Asked, Answered][] = [
      [off(0), { outcome: "done", value: { id: 1 } }],
      [off(30), { outcome: "done", value: { id: 2 } }],
    ];
    expect(agrees(...both, [book(45), away])).toBe(true);
    expect(agrees(...both, [book(60), away])).toBe(false);
    const back: Asked = { verb: "remove exception", id: 2, ifBooked: "REFUSE" };
    expect(agrees(...both, [back, { outcome: "done", value: 2 }], [book(30), booked(1, 30)])).toBe(
      true,
    );
  });

  it("keeps a held time for its holder, once", () => {
    const hold: [Asked, Answered] = [
      { verb: "hold", holdKey: "mine", startsAt: at(0), durationMinutes: 30 },
      { outcome: "done", value: half(0) },
    ];
    const held = refused({ codes: ["SLOT_HELD"], blocking: { SLOT_HELD: half(0) } });
    const mine: Asked = { ...book(0), holdKey: "mine" } as Asked;
    expect(agrees(hold, [book(0), held])).toBe(true);
    expect(agrees(hold, [book(0), booked(1, 0)])).toBe(false);
    expect(agrees(hold, [mine, booked(1, 0)], [book(0), taken(0)])).toBe(true);
    expect(agrees(hold, [mine, booked(1, 0)], [book(0), held])).toBe(false);
    const released: Answered = { outcome: "done", value: { wasHeld: true } };
    const release: Asked = { verb: "release", holdKey: "mine" };
    expect(agrees(hold, [release, released], [book(0), booked(1, 0)])).toBe(true);
    expect(agrees(hold, [release, released], [release, released])).toBe(false);
  });

  it("keeps appointments and holds apart by the gap", () => {
    const publish: Asked = {
      verb: "publish",
      from: 0,
      until: 1_440,
      gapMinutes: 30,
      ifBooked: "KEEP",
    };
    const before: [Asked, Answered][] = [
      [publish, { outcome: "done", value: { id: 1 } }],
      [book(0), booked(1, 0)],
    ];
    const close = refused({ codes: ["TOO_CLOSE"], blocking: { TOO_CLOSE: half(0) } });
    expect(agrees(...before, [book(45), close])).toBe(true);
    expect(agrees(...before, [book(60), booked(2, 60)])).toBe(true);
    expect(agrees(...before, [book(60), close])).toBe(false);
  });

  it("accepts a booking whose response was lost as done or not done, as the rows show", () => {
    const rows = (...appointments: string[]): [Asked, Answered] => [
      { verb: "look at all" },
      { outcome: "done", value: ["active 1", ...appointments].join("\n") },
    ];
    expect(agrees([book(0), null], rows())).toBe(true);
    expect(agrees([book(0), null], rows(`${at(0)}-${at(30)} BOOKED 1`))).toBe(true);
    expect(agrees([book(0), null], rows(`${at(5)}-${at(35)} BOOKED 1`))).toBe(false);
    expect(agrees([book(0), booked(1, 0)], rows())).toBe(false);
  });
});
