import { describe, expect, it } from "vitest";
import {
  canBecome,
  canChange,
  STATUSES_HOLDING_TIME,
} from "../../../src/domain/appointments/lifecycle.js";

const STATUSES = ["BOOKED", "CANCELLED", "COMPLETED", "NO_SHOW"] as const;

describe("the life of an appointment", () => {
  it("leads from BOOKED to each other status, and from there nowhere", () => {
    const steps = STATUSES.flatMap((from) =>
      STATUSES.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(steps).toEqual(["BOOKED → CANCELLED", "BOOKED → COMPLETED", "BOOKED → NO_SHOW"]);
    expect(STATUSES.filter(canChange)).toEqual(["BOOKED"]);
  });

  it("frees the time of a cancelled one alone", () => {
    expect(STATUSES.filter((status) => !STATUSES_HOLDING_TIME.includes(status))).toEqual([
      "CANCELLED",
    ]);
  });
});
