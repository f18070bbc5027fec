import { assertMayWaive } from "../permissions/scopes.js";
import type { Context } from "../context.js";
import type { AllFields, NullableIsOptional } from "../fields.js";
import { checkIdempotencyKey } from "../idempotency/keys.js";
import type { Appointment } from "../model.js";
import type { Outcome } from "../outcome.js";
import { checkHoldKey } from "../holds/rules.js";
import type { BatchItem } from "./book-batch.js";
import { intervalOf } from "./interval.js";
import type { NewAppointment } from "./store.js";
import { toDespite, type WaivableRule } from "./waiving.js";

/** All that is kept of an appointment is chosen here, but for what follows from it. */
export type BookAppointment = NullableIsOptional<Omit<NewAppointment, "endsAt" | "waived">> & {
  /** Rules that are waived; for the office alone. */
  despite?: readonly WaivableRule[] | null | undefined;
  /** The key of a hold, in whose place the appointment comes. */
  holdKey?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
};

/**
 * Books an appointment. Doctors book with themselves, for patients whom they have seen or will see; patients book for
 * themselves.
 *
 * @throws Forbidden if anyone but the office waives rules.
 * @throws ServiceUnavailable or OutcomeUnknown when the database fails.
 */
export function book(context: Context, input: BookAppointment): Promise<Outcome<Appointment>> {
  return context.bookings.add(toItem(context, input));
}

/** What the queue takes. */
export function toItem(context: Context, input: BookAppointment): BatchItem {
  assertMayWaive(context.caller, input.despite);
  const { idempotencyKey, patientId, doctorId, durationMinutes } = input;
  const { startsAt, endsAt } = intervalOf(input.startsAt, durationMinutes);
  // In the order in which the fingerprints of earlier requests were made.
  // A repeat is the same request whatever hold it names.
  const appointment = { patientId, doctorId, durationMinutes, startsAt };
  const despite = toDespite(input.despite);
  const asked: AllFields<Omit<BookAppointment, "idempotencyKey" | "holdKey">> = {
    ...appointment,
    despite,
  };
  const key = checkIdempotencyKey(context.caller, idempotencyKey, "book", asked);
  const hold = checkHoldKey(context.caller, input.holdKey);
  return {
    context,
    appointment: { endsAt, ...appointment },
    despite,
    request: key.request,
    holdKey: hold.holdKey,
    refusals: [...key.refusals, ...hold.refusals],
  };
}
