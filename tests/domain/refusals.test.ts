import { describe, expect, it } from "vitest";
import { checkTimes } from "../../src/domain/appointments/rules.js";
import { checkEmail } from "../../src/domain/patients/email.js";
import { REFUSAL_EXAMPLES, type Refusal } from "../../src/domain/refusals.js";

const EXAMPLES = Object.entries(REFUSAL_EXAMPLES) as [string, Refusal][];

describe("the examples of refusals", () => {
  it.each(EXAMPLES)("of %s has its code, and is about a part of an input", (code, example) => {
    expect(example.code).toBe(code);
    expect(example.path.join(".")).toMatch(/^[a-z][A-Za-z]+(\.\d+)?$/);
  });

  it("say what the rules say", () => {
    expect(checkEmail("nobody", ["email"]).refusals).toEqual([REFUSAL_EXAMPLES.EMAIL_INVALID]);
    const times = { startsAt: new Date(0), durationMinutes: 0 };
    expect(checkTimes(times, new Date())).toEqual([
      REFUSAL_EXAMPLES.STARTS_IN_PAST,
      REFUSAL_EXAMPLES.DURATION_OUT_OF_RANGE,
    ]);
  });

  it("show a status in which an appointment stays, and times that an appointment can have", () => {
    expect(REFUSAL_EXAMPLES.APPOINTMENT_NOT_BOOKED.status).toBe("COMPLETED");
    const { startsAt, endsAt } = REFUSAL_EXAMPLES.SLOT_TAKEN.blocking;
    const durationMinutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
    expect(checkTimes({ startsAt, durationMinutes }, new Date("2026-01-01T00:00:00Z"))).toEqual([]);
    expect(REFUSAL_EXAMPLES.APPOINTMENT_NOT_STARTED.startsAt).toEqual(startsAt);
  });
});
