import type { GraphQLSchema } from "graphql";
import { assertEnumType, assertObjectType } from "graphql";
import {
  MAXIMUM_LENGTH,
  MAXIMUM_MINUTES,
  MINIMUM_MINUTES,
  type RefusalCode,
  type RefusalOf,
} from "../src/domain/index.js";
import { toUserError } from "../src/graphql/user-errors.js";
import { toProblem } from "../src/rest/problems.js";
import { ROUTES } from "../src/rest/routes.js";

/** A reason for a refusal, as both APIs report it. */
export interface Rule {
  code: RefusalCode;
  /** What must hold, in the words of the schema. */
  rule: string;
  /** The type that the graph answers with, and what it has beyond every error's fields. */
  errorType: string;
  extraFields: { name: string; type: string }[];
  /** An example: messages name what was sent, or what is in the way. */
  message: string;
  /** The mutations that can be refused for it. */
  mutations: string[];
  rest: RestAnswer;
}

interface RestAnswer {
  status: number;
  /** Another status, where what was not found is named in the request's body; else null. */
  statusOfReference: number | null;
  detail: string;
  /** The endpoints that can answer so. */
  endpoints: string[];
}

type Examples = { [Code in RefusalCode]: RefusalOf<Code> };

/** A refusal of each kind. A new one does not compile until it stands here. */
const EXAMPLES: Examples = {
  PATIENT_NOT_FOUND: { code: "PATIENT_NOT_FOUND", path: ["patientId"] },
  DOCTOR_NOT_FOUND: { code: "DOCTOR_NOT_FOUND", path: ["doctorId"] },
  APPOINTMENT_NOT_FOUND: { code: "APPOINTMENT_NOT_FOUND", path: ["appointmentId"] },
  REQUIRED: { code: "REQUIRED", path: ["firstName"] },
  TOO_LONG: { code: "TOO_LONG", path: ["firstName"], maximumLength: MAXIMUM_LENGTH.name },
  INVALID_CHARACTERS: { code: "INVALID_CHARACTERS", path: ["firstName"] },
  EMAIL_INVALID: { code: "EMAIL_INVALID", path: ["email"], because: "there is no @ in it" },
  EMAIL_TAKEN: { code: "EMAIL_TAKEN", path: ["email"] },
  DOCTOR_INACTIVE: { code: "DOCTOR_INACTIVE", path: ["doctorId"] },
  SLOT_TAKEN: {
    code: "SLOT_TAKEN",
    path: ["startsAt"],
    blocking: {
      startsAt: new Date("2030-01-07T09:00:00Z"),
      endsAt: new Date("2030-01-07T09:30:00Z"),
    },
  },
  STARTS_IN_PAST: { code: "STARTS_IN_PAST", path: ["startsAt"] },
  STARTS_TOO_LATE: { code: "STARTS_TOO_LATE", path: ["startsAt"] },
  DURATION_OUT_OF_RANGE: {
    code: "DURATION_OUT_OF_RANGE",
    path: ["durationMinutes"],
    minimumMinutes: MINIMUM_MINUTES,
    maximumMinutes: MAXIMUM_MINUTES,
  },
  HAS_APPOINTMENTS: { code: "HAS_APPOINTMENTS", path: ["patientId"], appointmentCount: 3 },
  APPOINTMENT_NOT_BOOKED: {
    code: "APPOINTMENT_NOT_BOOKED",
    path: ["appointmentId"],
    status: "COMPLETED",
  },
  APPOINTMENT_NOT_STARTED: {
    code: "APPOINTMENT_NOT_STARTED",
    path: ["appointmentId"],
    startsAt: new Date("2030-01-07T09:00:00Z"),
  },
  STALE_VERSION: { code: "STALE_VERSION", path: ["expectedVersion"], currentVersion: 5 },
  IDEMPOTENCY_KEY_REUSED: { code: "IDEMPOTENCY_KEY_REUSED", path: ["idempotencyKey"] },
};

/** Every error code of the schema with all that is known of it, in the schema's order. */
export function ruleBookOf(schema: GraphQLSchema): Rule[] {
  const codes = assertEnumType(schema.getType("UserErrorCode")).getValues();
  return codes.map(({ name, description }) => {
    const code = name as RefusalCode;
    const { __typename, message } = toUserError(EXAMPLES[code]);
    return {
      code,
      rule: description ?? "",
      errorType: __typename,
      extraFields: extraFieldsOf(schema, __typename),
      message,
      mutations: mutationsRefusedFor(schema, code),
      rest: restAnswerOf(code),
    };
  });
}

function extraFieldsOf(schema: GraphQLSchema, typeName: string): Rule["extraFields"] {
  const type = assertObjectType(schema.getType(typeName));
  const shared = type.getInterfaces().flatMap((base) => Object.keys(base.getFields()));
  return Object.values(type.getFields())
    .filter(({ name }) => !shared.includes(name))
    .map(({ name, type: fieldType }) => ({ name, type: String(fieldType) }));
}

/** The mutations whose description names the code after `Refusals:`. */
function mutationsRefusedFor(schema: GraphQLSchema, code: RefusalCode): string[] {
  const namesCode = new RegExp(`Refusals:.*\\b${code}\\b`, "s");
  return Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter(({ description }) => namesCode.test(description ?? ""))
    .map(({ name }) => name);
}

function restAnswerOf(code: RefusalCode): RestAnswer {
  const { status, body } = toProblem([EXAMPLES[code]], {}, false);
  const reference = toProblem([EXAMPLES[code]], {}, true).status;
  return {
    status,
    statusOfReference: reference === status ? null : reference,
    detail: typeof body.detail === "string" ? body.detail : (body.detail[0]?.msg ?? ""),
    endpoints: ROUTES.filter(({ refusals }) => refusals.some((it) => it.code === code)).map(
      ({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, "{$1}")}`,
    ),
  };
}
