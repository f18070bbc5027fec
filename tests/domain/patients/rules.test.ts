import { describe, expect, it } from "vitest";
import { checkPatient, NOT_FOUND } from "../../../src/domain/patients/rules.js";

const MARIA = {
  firstName: " Maria",
  lastName: "Lopez ",
  email: " Maria@EXAMPLE.com",
  phoneNumber: "555 0100 ",
};

describe("a patient's fields", () => {
  it("are kept trimmed, the email with its key", () => {
    expect(checkPatient(MARIA)).toEqual({
      fields: {
        firstName: "Maria",
        lastName: "Lopez",
        email: { address: "Maria@example.com", key: "maria@example.com" },
        phoneNumber: "555 0100",
      },
      refusals: [],
    });
  });

  it("are only those that were sent", () => {
    expect(checkPatient({}, ["changes"])).toEqual({ fields: {}, refusals: [] });
    expect(checkPatient({ phoneNumber: "1" }, ["changes"])).toEqual({
      fields: { phoneNumber: "1" },
      refusals: [],
    });
  });

  it("are each refused where they are missing or too long, in their order", () => {
    const tooLong = (name: string, maximumLength: number) => {
      return { code: "TOO_LONG", path: ["changes", name], maximumLength };
    };
    const long = (length: number) => "x".repeat(length + 1);
    const sent = {
      firstName: long(100),
      lastName: long(100),
      email: long(100),
      phoneNumber: long(32),
    };
    expect(checkPatient(sent, ["changes"]).refusals).toEqual([
      tooLong("firstName", 100),
      tooLong("lastName", 100),
      tooLong("email", 100),
      tooLong("phoneNumber", 32),
    ]);
    expect(checkPatient({ ...MARIA, lastName: "" }).refusals).toEqual([
      { code: "REQUIRED", path: ["lastName"] },
    ]);
    const nothing = { firstName: null, lastName: " ", email: null, phoneNumber: "" };
    expect(checkPatient(nothing, ["changes"]).refusals).toEqual(
      ["firstName", "lastName", "email", "phoneNumber"].map((name) => {
        return { code: "REQUIRED", path: ["changes", name] };
      }),
    );
  });

  it("may be 100 characters long, the phone number 32, or less where an API takes less", () => {
    const longest = "x".repeat(100);
    const names = { ...MARIA, firstName: longest, lastName: longest };
    expect(checkPatient({ ...names, phoneNumber: "5".repeat(32) }).refusals).toEqual([]);
    const limited = (length: number) =>
      checkPatient({ ...MARIA, phoneNumber: "5".repeat(length) }, [], { phoneNumber: 10 }).refusals;
    expect(limited(10)).toEqual([]);
    expect(limited(11)).toEqual([{ code: "TOO_LONG", path: ["phoneNumber"], maximumLength: 10 }]);
  });

  it("of nobody are not found by the id", () => {
    expect(NOT_FOUND).toEqual({ code: "PATIENT_NOT_FOUND", path: ["patientId"] });
  });
});
