import type { Context } from "../context.js";
import type { AllFields, NullableIsOptional } from "../fields.js";
import { checkIdempotencyKey } from "../idempotency/keys.js";
import type { Appointment } from "../model.js";
import type { Outcome } from "../outcome.js";
import { intervalOf } from "./interval.js";
import type { NewAppointment } from "./store.js";

/** All that is kept of an appointment is chosen here, but for what follows from it. */
export type BookAppointment = NullableIsOptional<Omit<NewAppointment, "endsAt">> & {
  idempotencyKey?: string | null | undefined;
};

/** Books an appointment. @throws ServiceUnavailable or OutcomeUnknown when the database fails. */
export function book(context: Context, input: BookAppointment): Promise<Outcome<Appointment>> {
  const { idempotencyKey, patientId, doctorId, durationMinutes } = input;
  const { startsAt, endsAt } = intervalOf(input.startsAt, durationMinutes);
  // In the order in which the fingerprints of earlier requests were made.
  const asked: AllFields<Omit<BookAppointment, "idempotencyKey">> = {
    patientId,
    doctorId,
    durationMinutes,
    startsAt,
  };
  const key = checkIdempotencyKey(idempotencyKey, "book", asked);
  return context.bookings.add({ context, appointment: { endsAt, ...asked }, ...key });
}
