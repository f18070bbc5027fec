import { describe, expect, it } from "vitest";
import { checkDoctor, NOT_FOUND } from "../../../src/domain/doctors/rules.js";

describe("a doctor's fields", () => {
  it("are kept trimmed, as many as were sent", () => {
    expect(checkDoctor({ fullName: " Dr. Weber ", specialty: "Cardiology" })).toEqual({
      fields: { fullName: "Dr. Weber", specialty: "Cardiology" },
      refusals: [],
    });
    expect(checkDoctor({ specialty: "Cardiology " }, ["changes"])).toEqual({
      fields: { specialty: "Cardiology" },
      refusals: [],
    });
  });

  it("have 1 to 100 characters each, and say which has not", () => {
    const longest = "x".repeat(100);
    expect(checkDoctor({ fullName: longest, specialty: longest }).refusals).toEqual([]);
    expect(checkDoctor({ fullName: " ", specialty: `${longest}x` }).refusals).toEqual([
      { code: "REQUIRED", path: ["fullName"] },
      { code: "TOO_LONG", path: ["specialty"], maximumLength: 100 },
    ]);
    expect(checkDoctor({ fullName: null }, ["changes"]).refusals).toEqual([
      { code: "REQUIRED", path: ["changes", "fullName"] },
    ]);
  });

  it("of nobody are not found by the id", () => {
    expect(NOT_FOUND).toEqual({ code: "DOCTOR_NOT_FOUND", path: ["doctorId"] });
  });
});
