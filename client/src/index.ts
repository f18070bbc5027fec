import type {
  AppointmentFieldsFragment,
  DoctorFieldsFragment,
  PageFieldsFragment,
  PatientFieldsFragment,
} from "./__generated__/types.js";

export * from "./__generated__/documents.js";
export type * from "./__generated__/types.js";
export { createClient, type Client, type ClientOptions, type RequestOptions } from "./client.js";
export {
  GraphqlError,
  NetworkError,
  OutcomeUnknownError,
  RequestError,
  ServiceUnavailableError,
  TimeoutError,
  UnexpectedAnswerError,
  type GraphqlErrorEntry,
} from "./errors.js";
export { newIdempotencyKey } from "./idempotency.js";
export type { RetryOptions } from "./retries.js";
export type { ResultOf, TypedDocument, VariablesOf } from "./typed-document.js";
export {
  matchUserErrors,
  UnknownRefusalError,
  type MutationName,
  type RefusalCodeOf,
  type UserError,
  type UserErrorHandlers,
  type UserErrorOf,
} from "./user-errors.js";

/** A patient, as selected by the documents of the client. */
export type Patient = PatientFieldsFragment;
/** A doctor, as selected by the documents of the client. */
export type Doctor = DoctorFieldsFragment;
/** An appointment, as selected by the documents of the client. */
export type Appointment = AppointmentFieldsFragment;
/** The position of a page in its list. */
export type Page = PageFieldsFragment;
