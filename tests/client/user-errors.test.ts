import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import {
  matchUserErrors,
  UnknownRefusalError,
  type UserError,
  type UserErrorOf,
} from "../../client/src/index.js";
import type { Refusal } from "../../src/domain/index.js";
import { toUserError } from "../../src/graphql/user-errors.js";
import { projectRoot } from "../../src/common/project-root.js";

const slotTaken: UserError = {
  __typename: "SlotTakenError",
  code: "SLOT_TAKEN",
  message: "The doctor is taken.",
  path: ["input", "startsAt"],
  blocking: { startsAt: "2030-01-07T09:00:00Z", endsAt: "2030-01-07T09:30:00Z" },
};
const hasAppointments: UserError = {
  __typename: "HasAppointmentsError",
  code: "HAS_APPOINTMENTS",
  message: "There are 2.",
  path: ["input", "doctorId"],
  appointmentCount: 2,
};
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

  it("calls the handler of each code with what that code brings", () => {
    expect(matchUserErrors("deleteDoctor", [hasAppointments, hasAppointments], say)).toEqual([
      "2 left",
      "2 left",
    ]);
    expect(matchUserErrors("deleteDoctor", [], say)).toEqual([]);
  });

  it("leaves codes that it does not know to `otherwise`, or throws them", () => {
    const otherwise = ({ message }: UserError) => message;
    expect(matchUserErrors("deleteDoctor", [unknown], { ...say, otherwise })).toEqual([
      "The doctor is taken.",
    ]);
    expect(() => matchUserErrors("deleteDoctor", [unknown], say)).toThrow(UnknownRefusalError);
    const inherited = { ...slotTaken, code: "toString" } as unknown as UserError;
    expect(() => matchUserErrors("deleteDoctor", [inherited], say)).toThrow(/toString/);
  });
});

describe("the schema", () => {
  it("names the kind of an error after its code, which is how the client tells them apart", () => {
    const schema = buildSchema(readFileSync(join(projectRoot, "schema.graphql"), "utf8"));
    const codes = schema.getType("UserErrorCode");
    if (!isEnumType(codes)) throw new Error("There are no codes.");
    for (const { name } of codes.getValues()) {
      const pascal = name
        .toLowerCase()
        .replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
      const kind = schema.getType(`${pascal}Error`) ? `${pascal}Error` : "GeneralUserError";
      const blocking = { startsAt: new Date(), endsAt: new Date() };
      const refusal = {
        code: name,
        path: [],
        blocking,
        startsAt: new Date(),
      } as unknown as Refusal;
      expect([name, toUserError(refusal).__typename]).toEqual([name, kind]);
    }
  });
});
