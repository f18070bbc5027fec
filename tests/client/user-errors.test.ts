import { isEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import {
  matchUserErrors,
  UnknownRefusalError,
  type UserError,
  type UserErrorOf,
} from "../../client/src/index.js";
import { REFUSAL_EXAMPLES, type RefusalCode } from "../../src/domain/index.js";
import { toUserError } from "../../src/graphql/user-errors.js";
import { schema } from "../support/declared-refusals.js";

/** The example of a refusal as a client gets it. */
const answered = (code: RefusalCode): UserError =>
  JSON.parse(JSON.stringify(toUserError(REFUSAL_EXAMPLES[code]))) as UserError;

const slotTaken = answered("SLOT_TAKEN");
const hasAppointments = answered("HAS_APPOINTMENTS");
const unknown = {
  ...slotTaken,
  code: "ROOM_TAKEN",
  __typename: "RoomTakenError",
} as unknown as UserError;

describe("matchUserErrors", () => {
  const say = {
    DOCTOR_NOT_FOUND: () => "gone",
    STALE_VERSION: ({ currentVersion }: UserErrorOf<"STALE_VERSION">) => `now ${currentVersion}`,
    HAS_APPOINTMENTS: ({ appointmentCount }: UserErrorOf<"HAS_APPOINTMENTS">) =>
      `${appointmentCount} left`,
  };

  it("calls the handler of each code with the fields of that code", () => {
    expect(matchUserErrors("deleteDoctor", [hasAppointments, hasAppointments], say)).toEqual([
      "3 left",
      "3 left",
    ]);
    expect(matchUserErrors("deleteDoctor", [], say)).toEqual([]);
  });

  it("passes unknown codes to `otherwise`, or throws", () => {
    const otherwise = ({ message }: UserError) => message;
    expect(matchUserErrors("deleteDoctor", [unknown], { ...say, otherwise })).toEqual([
      slotTaken.message,
    ]);
    expect(() => matchUserErrors("deleteDoctor", [unknown], say)).toThrow(UnknownRefusalError);
    const inherited = { ...slotTaken, code: "toString" } as unknown as UserError;
    expect(() => matchUserErrors("deleteDoctor", [inherited], say)).toThrow(/toString/);
  });
});

describe("the schema", () => {
  it("names the type of an error after its code, by which the client distinguishes them", () => {
    const codes = schema.getType("UserErrorCode");
    if (!isEnumType(codes)) throw new Error("There are no codes.");
    for (const { name } of codes.getValues()) {
      const pascal = name
        .toLowerCase()
        .replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
      const kind = schema.getType(`${pascal}Error`) ? `${pascal}Error` : "GeneralUserError";
      const refusal = REFUSAL_EXAMPLES[name as RefusalCode];
      expect([name, toUserError(refusal).__typename]).toEqual([name, kind]);
    }
  });
});
