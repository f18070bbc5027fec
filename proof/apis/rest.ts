import { toIso, type Answer, type Doctor, type ApiClient } from "./answers.js";
import { toAnswer } from "./graphql.js";
import { send, type HttpAnswer } from "./http.js";

/** The refusals of the endpoints by message; REST reports one reason even if there are several. */
const CODES: Record<string, string> = {
  "Doctor not found": "DOCTOR_NOT_FOUND",
  "Doctor is inactive and cannot accept appointments": "DOCTOR_INACTIVE",
  "Doctor already has an overlapping appointment": "SLOT_TAKEN",
  "Doctor does not work at that time": "OUTSIDE_HOURS",
  "Appointment not found": "APPOINTMENT_NOT_FOUND",
  "Patient not found": "PATIENT_NOT_FOUND",
  "Doctor has appointments and cannot be deleted": "HAS_APPOINTMENTS",
  "This Idempotency-Key was used for another request": "IDEMPOTENCY_KEY_REUSED",
};

/** Other refusals with the message of a code. */
const SAME_WORDS: Record<string, readonly string[]> = {
  SLOT_TAKEN: ["SLOT_HELD", "TOO_CLOSE"],
  OUTSIDE_HOURS: ["DOCTOR_AWAY"],
};

const MAY_BE_DONE = /^This may have been done or not/;

async function call<Value>(
  address: string,
  method: string,
  path: string,
  toValue: (body: never) => Value,
  body?: object,
  headers?: Record<string, string>,
): Promise<Answer<Value>> {
  let answer: HttpAnswer;
  try {
    answer = await send(address, method, path, body, headers);
  } catch (error) {
    return toAnswer(error);
  }
  if (answer.status < 300) return { outcome: "done", value: toValue(answer.body as never) };
  const { detail } = answer.body as { detail: unknown };
  if (answer.status === 503) {
    const isRetryable = answer.headers["retry-after"] !== undefined;
    return isRetryable
      ? { outcome: "unavailable" }
      : { outcome: "fault", what: "503 without Retry-After" };
  }
  if (typeof detail === "string" && MAY_BE_DONE.test(detail)) return { outcome: "unknown" };
  const code = CODES[String(detail)];
  if (code === undefined)
    return { outcome: "fault", what: `${answer.status} ${JSON.stringify(detail)}` };
  const sameWords = SAME_WORDS[code];
  return {
    outcome: "refused",
    reasons: { codes: [code], isComplete: false, ...(sameWords && { sameWords }) },
  };
}

const toDoctor = ({ id, active_status }: { id: number; active_status: boolean }): Doctor => ({
  id,
  isActive: active_status,
});

/** The endpoints of the earlier service. */
export const rest: ApiClient = {
  name: "REST",

  book: (address, { patientId, doctorId, startsAt, durationMinutes, idempotencyKey }) =>
    call(
      address,
      "POST",
      "/appointments",
      (made: { id: number; appointment_start_datetime: string }) => ({
        id: made.id,
        startsAt: Date.parse(`${made.appointment_start_datetime}Z`),
        durationMinutes,
      }),
      {
        patient_id: patientId,
        doctor_id: doctorId,
        appointment_start_datetime: toIso(startsAt),
        appointment_duration_minutes: durationMinutes,
      },
      idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey },
    ),

  removeAppointment: (address, id) => call(address, "DELETE", `/appointments/${id}`, () => id),

  removeDoctor: (address, id) => call(address, "DELETE", `/doctors/${id}`, () => id),

  toggle: (address, id) => call(address, "PUT", `/doctors/${id}/toggle-status`, toDoctor),

  async readDoctor(address, id) {
    const answer = await call(address, "GET", `/doctors/${id}`, toDoctor);
    const isMissing =
      answer.outcome === "refused" && answer.reasons.codes[0] === "DOCTOR_NOT_FOUND";
    return isMissing ? { outcome: "done", value: null } : answer;
  },
};
