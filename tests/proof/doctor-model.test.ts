import { describe, expect, it } from "vitest";
import type { Appointment, Reasons } from "../../proof/apis/answers.js";
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
const taken = (minutes: number): Answered =>
  refused({ codes: ["SLOT_TAKEN"], blocking: { startsAt: at(minutes), endsAt: at(minutes + 30) } });
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
    const blocking = { startsAt: at(0), endsAt: at(30) };
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
