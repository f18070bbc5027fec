import type { Context } from "../context.js";
import type { AllFields, NullableIsOptional } from "../fields.js";
import { checkIdempotencyKey } from "../idempotency/keys.js";
import type { Appointment } from "../model.js";
import type { Outcome } from "../outcome.js";
import { checkHoldKey } from "../holds/rules.js";
import type { BatchItem } from "./book-batch.js";
import { intervalOf } from "./interval.js";
import type { NewAppointment } from "./store.js";

/** All that is kept of an appointment is chosen here, but for what follows from it. */
export type BookAppointment = NullableIsOptional<Omit<NewAppointment, "endsAt">> & {
  /** The key of a hold, in whose place the appointment comes. */
  holdKey?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
};

/**
 * Books an appointment. Doctors book with themselves, for patients whom they have seen or will see; patients book for
 * themselves.
 *
 * @throws ServiceUnavailable or OutcomeUnknown when the database fails.
 */
export function book(context: Context, input: BookAppointment): Promise<Outcome<Appointment>> {
  return context.bookings.add(toItem(context, input));
}

/** What the queue takes. */
export function toItem(context: Context, input: BookAppointment): BatchItem {
  const { idempotencyKey, patientId, doctorId, durationMinutes } = input;
  const { startsAt, endsAt } = intervalOf(input.startsAt, durationMinutes);
  // In the order in which the fingerprints of earlier requests were made.
  // A repeat is the same request whatever hold it names.
  const asked: AllFields<Omit<BookAppointment, "idempotencyKey" | "holdKey">> = {
    patientId,
    doctorId,
    durationMinutes,
    startsAt,
  };
  const key = checkIdempotencyKey(context.caller, idempotencyKey, "book", asked);
  const hold = checkHoldKey(context.caller, input.holdKey);
  return {
    context,
    appointment: { endsAt, ...asked },
    request: key.request,
    holdKey: hold.holdKey,
    refusals: [...key.refusals, ...hold.refusals],
  };
}
