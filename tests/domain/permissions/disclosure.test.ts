import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toldTo } from "../../../src/domain/permissions/disclosure.js";
import { ROLES, type Caller } from "../../../src/domain/caller.js";
import { checkCalendar, type Busy, type Calendar } from "../../../src/domain/calendar/calendar.js";
import { ANYONE } from "../../../src/domain/index.js";
import { someone } from "./world.js";

const PATIENT: Caller = someone("patient", { role: "PATIENT" as const, patientId: 1 });
const DAY = Date.parse("2031-01-06T00:00:00Z");
const at = (minute: number) => new Date(DAY + minute * 60_000);

const span = fc
  .record({ from: fc.integer({ min: 0, max: 600 }), minutes: fc.integer({ min: 1, max: 180 }) })
  .map(({ from, minutes }) => ({ startsAt: at(from), endsAt: at(from + minutes) }));

const busy: fc.Arbitrary<Busy> = fc.oneof(
  span.map((interval) => ({ kind: "APPOINTMENT" as const, ...interval })),
  span.map((interval) => {
    return { kind: "HOLD" as const, key: "other", until: at(1), placedAt: at(0), ...interval };
  }),
);

const calendar = fc
  .record({
    gapMinutes: fc.integer({ min: 0, max: 120 }),
    timeOff: fc.array(span, { maxLength: 2 }),
  })
  .map(({ gapMinutes, timeOff }): Calendar => {
    const numbers = { slotMinutes: 15, gapMinutes, minimumNoticeMinutes: 0, horizonDays: null };
    const hours = [{ weekday: 1, from: 0, until: 1_440 }];
    return {
      zone: "UTC",
      schedules: [{ validFrom: 0, validUntil: null, hours, ...numbers }],
      exceptions: timeOff.map(({ startsAt, endsAt }) => ({
        kind: "TIME_OFF" as const,
        from: startsAt.getTime() / 60_000,
        until: endsAt.getTime() / 60_000,
      })),
    };
  });

describe("what blocks a time", () => {
  it("is told to a patient only as far as it lies in the time that is asked for", () => {
    const told = new Map<string, number>();
    fc.assert(
      fc.property(calendar, fc.array(busy, { maxLength: 8 }), span, (given, others, asked) => {
        const asking = { ...asked, now: new Date(DAY - 1), holdKey: null };
        const refusals = checkCalendar(given, others, asking);
        for (const refusal of toldTo(PATIENT, refusals, asked)) {
          if (!("blocking" in refusal)) continue;
          told.set(refusal.code, (told.get(refusal.code) ?? 0) + 1);
          const { startsAt, endsAt } = refusal.blocking;
          expect(startsAt >= asked.startsAt && startsAt < endsAt && endsAt <= asked.endsAt).toBe(
            true,
          );
        }
      }),
      { numRuns: 1_000 },
    );
    expect([...told.keys()].sort()).toEqual([
      "DOCTOR_AWAY",
      "SLOT_HELD",
      "SLOT_TAKEN",
      "TOO_CLOSE",
    ]);
  });

  it("is told to others as it is", () => {
    const asked = { startsAt: at(60), endsAt: at(90) };
    const taken = { startsAt: at(0), endsAt: at(180) };
    const refusals = [{ code: "SLOT_TAKEN" as const, path: ["startsAt"], blocking: taken }];
    for (const role of ROLES.filter((each) => each !== "PATIENT")) {
      expect(toldTo({ ...ANYONE, role } as Caller, refusals, asked)).toBe(refusals);
    }
  });

  it("is, if it is too close, the part of the asked time that is too close to it", () => {
    const asked = { startsAt: at(60), endsAt: at(90) };
    const blocking = { startsAt: at(0), endsAt: at(55) };
    const refusals = [{ code: "TOO_CLOSE" as const, path: ["startsAt"], blocking, gapMinutes: 10 }];
    expect(toldTo(PATIENT, refusals, asked)).toEqual([
      { ...refusals[0], blocking: { startsAt: at(60), endsAt: at(65) } },
    ]);
  });
});
