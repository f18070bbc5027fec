import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PatientRow as PatientModel, DoctorRow as DoctorModel, AppointmentRow as AppointmentModel } from '../../domain/index.js';
import type { Connection, Edge } from '../connections.js';
import type { Context } from '../context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * An instant. Input is RFC 3339 with an offset (`2030-01-07T10:00:00+01:00`); output is UTC in whole
   * seconds (`2030-01-07T09:00:00Z`). A time without an offset is refused; fractions of a second are
   * truncated.
   */
  DateTime: { input: Date; output: Date; }
  /**
   * An email address. Input is trimmed, and its domain is converted to lower case. An invalid address is
   * a refusal (EMAIL_INVALID), so that all faults of a form are reported at once.
   */
  EmailAddress: { input: string; output: string; }
};

/** The doctor to activate. */
export type ActivateDoctorInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** The payload of `activateDoctor`. */
export type ActivateDoctorPayload = {
  __typename?: 'ActivateDoctorPayload';
  /** The doctor, now active; null if refused. */
  doctor?: Maybe<Doctor>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/**
 * An appointment of one patient with one doctor. It occupies the half-open interval from `startsAt` to
 * `endsAt`: an appointment that ends at 10:00 and one that starts at 10:00 do not overlap.
 */
export type Appointment = Node & {
  __typename?: 'Appointment';
  /** The reason of the cancellation, if one was stated; null unless `status` is CANCELLED. */
  cancellationReason?: Maybe<Scalars['String']['output']>;
  /** When it was booked. */
  createdAt: Scalars['DateTime']['output'];
  /** The integer id of this appointment in the REST endpoints. */
  databaseId: Scalars['Int']['output'];
  /** The doctor. */
  doctor: Doctor;
  /** The duration, from 15 to 180 minutes. */
  durationMinutes: Scalars['Int']['output'];
  /** The end, which does not belong to the appointment: `startsAt` plus `durationMinutes`. */
  endsAt: Scalars['DateTime']['output'];
  /** Opaque; starts with `apt_`. */
  id: Scalars['ID']['output'];
  /** The patient. */
  patient: Patient;
  /** The start, which belongs to the appointment. */
  startsAt: Scalars['DateTime']['output'];
  /** The status of the appointment. */
  status: AppointmentStatus;
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Increases with each change of the appointment. Send it as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

/** Identifies an appointment by exactly one of these fields. */
export type AppointmentBy =
  /** The integer id in the REST endpoints. */
  { databaseId: Scalars['Int']['input']; id?: never; }
  |  /** The appointment's `id`, `apt_…`. More than 20 characters are refused with BAD_USER_INPUT. */
  { databaseId?: never; id: Scalars['ID']['input']; };

/** A page of appointments. */
export type AppointmentConnection = {
  __typename?: 'AppointmentConnection';
  /** The items with their cursors. */
  edges: Array<AppointmentEdge>;
  /** The items without cursors. */
  nodes: Array<Appointment>;
  /** The position of this page in the list. */
  pageInfo: PageInfo;
  /** The number of matching appointments on all pages. It is only counted if selected. */
  totalCount: Scalars['Int']['output'];
};

/** An appointment in a page. */
export type AppointmentEdge = {
  __typename?: 'AppointmentEdge';
  /** The position in the list; it stays valid when items before it are added or removed. */
  cursor: Scalars['String']['output'];
  /** The appointment. */
  node: Appointment;
};

/** Selects appointments that match all of these fields. Fields that are missing or null are ignored. */
export type AppointmentFilter = {
  /** Only appointments with this doctor. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId?: InputMaybe<Scalars['ID']['input']>;
  /** Only appointments of this patient. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId?: InputMaybe<Scalars['ID']['input']>;
  /** Only appointments that start before this time. More than 40 characters are refused with BAD_USER_INPUT. */
  startsBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only appointments that start at this time or later. More than 40 characters are refused with BAD_USER_INPUT. */
  startsFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only appointments with one of these statuses. An empty list matches nothing. More than 10 items are refused with BAD_USER_INPUT. */
  status?: InputMaybe<Array<AppointmentStatus>>;
};

/** APPOINTMENT_NOT_BOOKED, with the current status. */
export type AppointmentNotBookedError = UserError & {
  __typename?: 'AppointmentNotBookedError';
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The status of the appointment. */
  status: AppointmentStatus;
};

/** APPOINTMENT_NOT_STARTED, with the start. */
export type AppointmentNotStartedError = UserError & {
  __typename?: 'AppointmentNotStartedError';
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The start of the appointment, from which on it can be completed or marked as a no-show. */
  startsAt: Scalars['DateTime']['output'];
};

/** The order of appointments. Ties are in the order of booking. */
export type AppointmentOrder =
  /** By booking, oldest first. */
  | 'BOOKED_ASC'
  /** By booking, newest first. */
  | 'BOOKED_DESC'
  /** By start, earliest first. */
  | 'STARTS_AT_ASC'
  /** By start, latest first. */
  | 'STARTS_AT_DESC';

/** The status of an appointment. Only a BOOKED appointment can be changed; the other statuses are final. */
export type AppointmentStatus =
  /** The appointment is booked. It occupies its time. */
  | 'BOOKED'
  /** The appointment was cancelled. Its time is free again. */
  | 'CANCELLED'
  /** The appointment took place. It still occupies its time. */
  | 'COMPLETED'
  /** The patient did not attend. The appointment still occupies its time. */
  | 'NO_SHOW';

/** The appointment to book. */
export type BookAppointmentInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** The duration, from 15 to 180 minutes. */
  durationMinutes: Scalars['Int']['input'];
  /**
   * 1 to 255 characters that the caller chooses, for example a UUID. For 24 hours, a repeat of this
   * request with the same key returns the booked appointment in its current state, or
   * APPOINTMENT_NOT_FOUND if it has been deleted. More than 1,000 characters are refused with BAD_USER_INPUT.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The patient's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId: Scalars['ID']['input'];
  /** The start; must be in the future. More than 40 characters are refused with BAD_USER_INPUT. */
  startsAt: Scalars['DateTime']['input'];
};

/** The payload of `bookAppointment`. */
export type BookAppointmentPayload = {
  __typename?: 'BookAppointmentPayload';
  /** The new appointment; null if refused. */
  appointment?: Maybe<Appointment>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** The appointment to cancel. */
export type CancelAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: Scalars['ID']['input'];
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The reason, up to 500 characters. More than 10,000 characters are refused with BAD_USER_INPUT. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The payload of `cancelAppointment`. */
export type CancelAppointmentPayload = {
  __typename?: 'CancelAppointmentPayload';
  /** The appointment, now cancelled; null if refused. */
  appointment?: Maybe<Appointment>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** The appointment to complete. */
export type CompleteAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: Scalars['ID']['input'];
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** The payload of `completeAppointment`. */
export type CompleteAppointmentPayload = {
  __typename?: 'CompleteAppointmentPayload';
  /** The appointment, now completed; null if refused. */
  appointment?: Maybe<Appointment>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** The doctor to create. */
export type CreateDoctorInput = {
  /** 1 to 100 characters, including the title. More than 1,000 characters are refused with BAD_USER_INPUT. */
  fullName: Scalars['String']['input'];
  /** Whether the doctor takes appointments. */
  isActive?: Scalars['Boolean']['input'];
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  specialty: Scalars['String']['input'];
};

/** The payload of `createDoctor`. */
export type CreateDoctorPayload = {
  __typename?: 'CreateDoctorPayload';
  /** The new doctor; null if refused. */
  doctor?: Maybe<Doctor>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** The doctor to deactivate. */
export type DeactivateDoctorInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** The payload of `deactivateDoctor`. */
export type DeactivateDoctorPayload = {
  __typename?: 'DeactivateDoctorPayload';
  /** The doctor, now inactive; null if refused. */
  doctor?: Maybe<Doctor>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** The appointment to delete. */
export type DeleteAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: Scalars['ID']['input'];
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** The payload of `deleteAppointment`. */
export type DeleteAppointmentPayload = {
  __typename?: 'DeleteAppointmentPayload';
  /** The `id` of the deleted object, to evict it from caches; null if refused. */
  deletedAppointmentId?: Maybe<Scalars['ID']['output']>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** The doctor to delete. */
export type DeleteDoctorInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** The payload of `deleteDoctor`. */
export type DeleteDoctorPayload = {
  __typename?: 'DeleteDoctorPayload';
  /** The `id` of the deleted object, to evict it from caches; null if refused. */
  deletedDoctorId?: Maybe<Scalars['ID']['output']>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** The patient to delete. */
export type DeletePatientInput = {
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The patient's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId: Scalars['ID']['input'];
};

/** The payload of `deletePatient`. */
export type DeletePatientPayload = {
  __typename?: 'DeletePatientPayload';
  /** The `id` of the deleted object, to evict it from caches; null if refused. */
  deletedPatientId?: Maybe<Scalars['ID']['output']>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** A doctor of the clinic. Appointments of one doctor never overlap. */
export type Doctor = Node & {
  __typename?: 'Doctor';
  /** The doctor's appointments with all patients, in pages. */
  appointments: AppointmentConnection;
  /** When the doctor was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The integer id of this doctor in the REST endpoints. */
  databaseId: Scalars['Int']['output'];
  /** The full name, including the title. */
  fullName: Scalars['String']['output'];
  /** Opaque; starts with `doc_`. */
  id: Scalars['ID']['output'];
  /** Only active doctors take new appointments. Deactivation does not change existing appointments. */
  isActive: Scalars['Boolean']['output'];
  /** The field of medicine, in the clinic's own terms. */
  specialty: Scalars['String']['output'];
  /** When a field of the doctor was last changed. Bookings do not change it. */
  updatedAt: Scalars['DateTime']['output'];
  /**
   * Increases with each change of the doctor's own fields, not with bookings. Send it as
   * `expectedVersion`.
   */
  version: Scalars['Int']['output'];
};


/** A doctor of the clinic. Appointments of one doctor never overlap. */
export type DoctorAppointmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AppointmentFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: AppointmentOrder;
};

/** Identifies a doctor by exactly one of these fields. */
export type DoctorBy =
  /** The integer id in the REST endpoints. */
  { databaseId: Scalars['Int']['input']; id?: never; }
  |  /** The doctor's `id`, `doc_…`. More than 20 characters are refused with BAD_USER_INPUT. */
  { databaseId?: never; id: Scalars['ID']['input']; };

/** The new values of a doctor's fields. Missing fields are not changed; no field may be null. */
export type DoctorChanges = {
  /** 1 to 100 characters, including the title. More than 1,000 characters are refused with BAD_USER_INPUT. */
  fullName?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  specialty?: InputMaybe<Scalars['String']['input']>;
};

/** A page of doctors. */
export type DoctorConnection = {
  __typename?: 'DoctorConnection';
  /** The items with their cursors. */
  edges: Array<DoctorEdge>;
  /** The items without cursors. */
  nodes: Array<Doctor>;
  /** The position of this page in the list. */
  pageInfo: PageInfo;
  /** The number of matching doctors on all pages. It is only counted if selected. */
  totalCount: Scalars['Int']['output'];
};

/** A doctor in a page. */
export type DoctorEdge = {
  __typename?: 'DoctorEdge';
  /** The position in the list; it stays valid when items before it are added or removed. */
  cursor: Scalars['String']['output'];
  /** The doctor. */
  node: Doctor;
};

/** Selects doctors that match all of these fields. Fields that are missing or null are ignored. */
export type DoctorFilter = {
  /** Only active doctors, or only inactive ones. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Only doctors whose name contains this text. It is compared like names in a search of patients, but
   * letter by letter: here, ß does not equal ss. More than 500 characters are refused with BAD_USER_INPUT.
   */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Only doctors with this specialty; compared like names in a search of patients. More than 500 characters are refused with BAD_USER_INPUT. */
  specialty?: InputMaybe<Scalars['String']['input']>;
};

/** The order of doctors. Ties are in the order of creation. */
export type DoctorOrder =
  /** By creation, oldest first. */
  | 'CREATED_ASC'
  /** By creation, newest first. */
  | 'CREATED_DESC'
  /** By name, from A to Z. */
  | 'NAME_ASC'
  /** By name, from Z to A. */
  | 'NAME_DESC';

/** DURATION_OUT_OF_RANGE, with the allowed range. */
export type DurationOutOfRangeError = UserError & {
  __typename?: 'DurationOutOfRangeError';
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The maximum duration. */
  maximumMinutes: Scalars['Int']['output'];
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** The minimum duration. */
  minimumMinutes: Scalars['Int']['output'];
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A refusal without further details. */
export type GeneralUserError = UserError & {
  __typename?: 'GeneralUserError';
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** HAS_APPOINTMENTS, with the number of appointments. */
export type HasAppointmentsError = UserError & {
  __typename?: 'HasAppointmentsError';
  /** The number of appointments, in any status. */
  appointmentCount: Scalars['Int']['output'];
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A half-open interval of time: `startsAt` belongs to it, `endsAt` does not. */
export type Interval = {
  __typename?: 'Interval';
  /** The end of the interval. */
  endsAt: Scalars['DateTime']['output'];
  /** The start of the interval. */
  startsAt: Scalars['DateTime']['output'];
};

/** The appointment that the patient did not attend. */
export type MarkAppointmentNoShowInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: Scalars['ID']['input'];
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** The payload of `markAppointmentNoShow`. */
export type MarkAppointmentNoShowPayload = {
  __typename?: 'MarkAppointmentNoShowPayload';
  /** The appointment, now a no-show; null if refused. */
  appointment?: Maybe<Appointment>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type Mutation = {
  __typename?: 'Mutation';
  /** Lets a doctor take appointments; succeeds unchanged if the doctor is active. Refusals: DOCTOR_NOT_FOUND, STALE_VERSION. */
  activateDoctor?: Maybe<ActivateDoctorPayload>;
  /** Books a visit. Refusals: DOCTOR_NOT_FOUND, DOCTOR_INACTIVE, PATIENT_NOT_FOUND, APPOINTMENT_NOT_FOUND, STARTS_IN_PAST, STARTS_TOO_LATE, DURATION_OUT_OF_RANGE, SLOT_TAKEN, IDEMPOTENCY_KEY_REUSED, REQUIRED, TOO_LONG, INVALID_CHARACTERS. */
  bookAppointment?: Maybe<BookAppointmentPayload>;
  /** Calls a booked appointment off and frees its time; succeeds unchanged if it is cancelled. Refusals: APPOINTMENT_NOT_FOUND, APPOINTMENT_NOT_BOOKED, STALE_VERSION, TOO_LONG, INVALID_CHARACTERS. */
  cancelAppointment?: Maybe<CancelAppointmentPayload>;
  /** Notes that a booked appointment took place; it must have begun. Refusals: APPOINTMENT_NOT_FOUND, APPOINTMENT_NOT_BOOKED, APPOINTMENT_NOT_STARTED, STALE_VERSION. */
  completeAppointment?: Maybe<CompleteAppointmentPayload>;
  /** Adds a doctor. Refusals: REQUIRED, TOO_LONG, INVALID_CHARACTERS. */
  createDoctor?: Maybe<CreateDoctorPayload>;
  /**
   * Stops new appointments with a doctor and keeps what is booked; succeeds unchanged if the doctor is
   * inactive. Refusals: DOCTOR_NOT_FOUND, STALE_VERSION.
   */
  deactivateDoctor?: Maybe<DeactivateDoctorPayload>;
  /**
   * Removes an appointment, whatever its status, as if it had never been: for mistakes of data entry.
   * The everyday verb is `cancelAppointment`. Refusals: APPOINTMENT_NOT_FOUND, STALE_VERSION.
   */
  deleteAppointment?: Maybe<DeleteAppointmentPayload>;
  /** Removes a doctor who has no appointments, not even cancelled ones. Refusals: DOCTOR_NOT_FOUND, STALE_VERSION, HAS_APPOINTMENTS. */
  deleteDoctor?: Maybe<DeleteDoctorPayload>;
  /** Removes a patient who has no appointments, not even cancelled ones. Refusals: PATIENT_NOT_FOUND, STALE_VERSION, HAS_APPOINTMENTS. */
  deletePatient?: Maybe<DeletePatientPayload>;
  /** Notes that the patient of a booked appointment did not come; it must have begun. Refusals: APPOINTMENT_NOT_FOUND, APPOINTMENT_NOT_BOOKED, APPOINTMENT_NOT_STARTED, STALE_VERSION. */
  markAppointmentNoShow?: Maybe<MarkAppointmentNoShowPayload>;
  /** Adds a patient. Refusals: REQUIRED, TOO_LONG, INVALID_CHARACTERS, EMAIL_INVALID, EMAIL_TAKEN. */
  registerPatient?: Maybe<RegisterPatientPayload>;
  /** Moves a booked appointment to another time, duration or doctor, by the same rules as booking. Refusals: APPOINTMENT_NOT_FOUND, APPOINTMENT_NOT_BOOKED, STALE_VERSION, DOCTOR_NOT_FOUND, DOCTOR_INACTIVE, STARTS_IN_PAST, STARTS_TOO_LATE, DURATION_OUT_OF_RANGE, SLOT_TAKEN, IDEMPOTENCY_KEY_REUSED, REQUIRED, TOO_LONG, INVALID_CHARACTERS. */
  rescheduleAppointment?: Maybe<RescheduleAppointmentPayload>;
  /**
   * Turns an active doctor inactive and the other way round. Refusals: DOCTOR_NOT_FOUND, STALE_VERSION.
   * @deprecated A repeated toggle undoes itself: use `activateDoctor` or `deactivateDoctor`. It stays until 2027-12-31.
   */
  toggleDoctorStatus?: Maybe<ToggleDoctorStatusPayload>;
  /** Changes the fields that are given. Refusals: DOCTOR_NOT_FOUND, STALE_VERSION, REQUIRED, TOO_LONG, INVALID_CHARACTERS. */
  updateDoctor?: Maybe<UpdateDoctorPayload>;
  /** Changes the fields that are given. Refusals: PATIENT_NOT_FOUND, STALE_VERSION, REQUIRED, TOO_LONG, INVALID_CHARACTERS, EMAIL_INVALID, EMAIL_TAKEN. */
  updatePatient?: Maybe<UpdatePatientPayload>;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationActivateDoctorArgs = {
  input: ActivateDoctorInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationBookAppointmentArgs = {
  input: BookAppointmentInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationCancelAppointmentArgs = {
  input: CancelAppointmentInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationCompleteAppointmentArgs = {
  input: CompleteAppointmentInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationCreateDoctorArgs = {
  input: CreateDoctorInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationDeactivateDoctorArgs = {
  input: DeactivateDoctorInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationDeleteAppointmentArgs = {
  input: DeleteAppointmentInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationDeleteDoctorArgs = {
  input: DeleteDoctorInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationDeletePatientArgs = {
  input: DeletePatientInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationMarkAppointmentNoShowArgs = {
  input: MarkAppointmentNoShowInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationRegisterPatientArgs = {
  input: RegisterPatientInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationRescheduleAppointmentArgs = {
  input: RescheduleAppointmentInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationToggleDoctorStatusArgs = {
  input: ToggleDoctorStatusInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationUpdateDoctorArgs = {
  input: UpdateDoctorInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationUpdatePatientArgs = {
  input: UpdatePatientInput;
};

/** An object that can be refetched by its `id`. */
export type Node = {
  /** Opaque, and unique across all types; it starts with the kind of object: `pat_`, `doc_` or `apt_`. */
  id: Scalars['ID']['output'];
};

/** The position of a page in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last item, to send as `after`; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more items follow after `endCursor`. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page was requested with `after`, so that items precede it. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A patient of the clinic. */
export type Patient = Node & {
  __typename?: 'Patient';
  /** The patient's appointments with all doctors, in pages. */
  appointments: AppointmentConnection;
  /** When the patient was registered. */
  createdAt: Scalars['DateTime']['output'];
  /** The integer id of this patient in the REST endpoints. */
  databaseId: Scalars['Int']['output'];
  /** Unique among patients, ignoring case. */
  email: Scalars['EmailAddress']['output'];
  /** Given name. */
  firstName: Scalars['String']['output'];
  /** First and last name, with a space between them. */
  fullName: Scalars['String']['output'];
  /** Opaque; starts with `pat_`. */
  id: Scalars['ID']['output'];
  /** Family name. */
  lastName: Scalars['String']['output'];
  /** As entered; up to 32 characters. */
  phoneNumber: Scalars['String']['output'];
  /** When a field of the patient was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Increases with each change of the patient's own fields. Send it as `expectedVersion`. */
  version: Scalars['Int']['output'];
};


/** A patient of the clinic. */
export type PatientAppointmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AppointmentFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: AppointmentOrder;
};

/** Identifies a patient by exactly one of these fields. */
export type PatientBy =
  /** The integer id in the REST endpoints. */
  { databaseId: Scalars['Int']['input']; email?: never; id?: never; }
  |  /** The patient's email address; case is ignored. More than 1,000 characters are refused with BAD_USER_INPUT. */
  { databaseId?: never; email: Scalars['EmailAddress']['input']; id?: never; }
  |  /** The patient's `id`, `pat_…`. More than 20 characters are refused with BAD_USER_INPUT. */
  { databaseId?: never; email?: never; id: Scalars['ID']['input']; };

/** The new values of a patient's fields. Missing fields are not changed; no field may be null. */
export type PatientChanges = {
  /** Up to 100 characters; must be unique among patients. More than 1,000 characters are refused with BAD_USER_INPUT. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 32 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  phoneNumber?: InputMaybe<Scalars['String']['input']>;
};

/** A page of patients. */
export type PatientConnection = {
  __typename?: 'PatientConnection';
  /** The items with their cursors. */
  edges: Array<PatientEdge>;
  /** The items without cursors. */
  nodes: Array<Patient>;
  /** The position of this page in the list. */
  pageInfo: PageInfo;
  /** The number of matching patients on all pages. It is only counted if selected. */
  totalCount: Scalars['Int']['output'];
};

/** A patient in a page. */
export type PatientEdge = {
  __typename?: 'PatientEdge';
  /** The position in the list; it stays valid when items before it are added or removed. */
  cursor: Scalars['String']['output'];
  /** The patient. */
  node: Patient;
};

/** The order of patients. Ties are in the order of registration. */
export type PatientOrder =
  /** By last name, then first name, from A to Z. */
  | 'NAME_ASC'
  /** By last name, then first name, from Z to A. */
  | 'NAME_DESC'
  /** By registration, oldest first. */
  | 'REGISTERED_ASC'
  /** By registration, newest first. */
  | 'REGISTERED_DESC';

/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type Query = {
  __typename?: 'Query';
  /** One appointment; null if there is none. */
  appointment?: Maybe<Appointment>;
  /** The appointments of the clinic, in pages. */
  appointments: AppointmentConnection;
  /** One doctor; null if there is none. */
  doctor?: Maybe<Doctor>;
  /** The doctors of the clinic, in pages. */
  doctors: DoctorConnection;
  /** One object by its id; null if it does not exist. An id of an unknown kind is BAD_USER_INPUT. */
  node?: Maybe<Node>;
  /** Up to 100 objects by their ids, in the order of `ids`; null for each one that does not exist. */
  nodes: Array<Maybe<Node>>;
  /** One patient; null if there is none. */
  patient?: Maybe<Patient>;
  /** The patients of the clinic, in pages. */
  patients: PatientConnection;
};


/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type QueryAppointmentArgs = {
  by: AppointmentBy;
};


/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type QueryAppointmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AppointmentFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: AppointmentOrder;
};


/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type QueryDoctorArgs = {
  by: DoctorBy;
};


/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type QueryDoctorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DoctorFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: DoctorOrder;
};


/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type QueryPatientArgs = {
  by: PatientBy;
};


/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type QueryPatientsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  orderBy?: PatientOrder;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** The patient to register. */
export type RegisterPatientInput = {
  /** Up to 100 characters; must be unique among patients. More than 1,000 characters are refused with BAD_USER_INPUT. */
  email: Scalars['EmailAddress']['input'];
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  firstName: Scalars['String']['input'];
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  lastName: Scalars['String']['input'];
  /** 1 to 32 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  phoneNumber: Scalars['String']['input'];
};

/** The payload of `registerPatient`. */
export type RegisterPatientPayload = {
  __typename?: 'RegisterPatientPayload';
  /** The new patient; null if refused. */
  patient?: Maybe<Patient>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** The new time of an appointment. */
export type RescheduleAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: Scalars['ID']['input'];
  /** The `id` of another doctor; not changed if missing. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId?: InputMaybe<Scalars['ID']['input']>;
  /** The duration, from 15 to 180 minutes; not changed if missing. */
  durationMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /**
   * 1 to 255 characters that the caller chooses, for example a UUID. For 24 hours, a repeat of this
   * request with the same key returns the appointment in its current state. More than 1,000 characters are refused with BAD_USER_INPUT.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The start; must be in the future. More than 40 characters are refused with BAD_USER_INPUT. */
  startsAt: Scalars['DateTime']['input'];
};

/** The payload of `rescheduleAppointment`. */
export type RescheduleAppointmentPayload = {
  __typename?: 'RescheduleAppointmentPayload';
  /** The appointment at its new time; null if refused. */
  appointment?: Maybe<Appointment>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** SLOT_TAKEN, with the time of the blocking appointment, but not its patient. */
export type SlotTakenError = UserError & {
  __typename?: 'SlotTakenError';
  /** The earliest appointment of the doctor that overlaps. */
  blocking: Interval;
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** STALE_VERSION, with the current version. */
export type StaleVersionError = UserError & {
  __typename?: 'StaleVersionError';
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The current version of the object. Read the object again before you retry. */
  currentVersion: Scalars['Int']['output'];
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The doctor to activate or deactivate. */
export type ToggleDoctorStatusInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** The `version` that was last read. With it, a repeat has no effect. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** The payload of `toggleDoctorStatus`. */
export type ToggleDoctorStatusPayload = {
  __typename?: 'ToggleDoctorStatusPayload';
  /** The doctor after the change; null if refused. */
  doctor?: Maybe<Doctor>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** TOO_LONG, with the maximum length. */
export type TooLongError = UserError & {
  __typename?: 'TooLongError';
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The maximum number of characters. */
  maximumLength: Scalars['Int']['output'];
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The changes of a doctor. */
export type UpdateDoctorInput = {
  /** The fields to change. */
  changes: DoctorChanges;
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** The `version` on which these changes are based. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** The payload of `updateDoctor`. */
export type UpdateDoctorPayload = {
  __typename?: 'UpdateDoctorPayload';
  /** The doctor after the change; null if refused. */
  doctor?: Maybe<Doctor>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** The changes of a patient. */
export type UpdatePatientInput = {
  /** The fields to change. */
  changes: PatientChanges;
  /** The `version` on which these changes are based. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The patient's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId: Scalars['ID']['input'];
};

/** The payload of `updatePatient`. */
export type UpdatePatientPayload = {
  __typename?: 'UpdatePatientPayload';
  /** The patient after the change; null if refused. */
  patient?: Maybe<Patient>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** A reason why a mutation was refused, on which the caller or its user can act. */
export type UserError = {
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** The path of the input, starting with the argument: `["input", "startsAt"]`. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The reasons why a mutation can be refused, one code for each. Codes are stable; messages are not. */
export type UserErrorCode =
  /** Only a BOOKED appointment can be changed: see AppointmentNotBookedError. */
  | 'APPOINTMENT_NOT_BOOKED'
  /** There is no appointment with this id. */
  | 'APPOINTMENT_NOT_FOUND'
  /** The appointment has not started yet: see AppointmentNotStartedError. */
  | 'APPOINTMENT_NOT_STARTED'
  /** The doctor is inactive and takes no appointments. */
  | 'DOCTOR_INACTIVE'
  /** There is no doctor with this id. */
  | 'DOCTOR_NOT_FOUND'
  /** The duration is not from 15 to 180 minutes: see DurationOutOfRangeError. */
  | 'DURATION_OUT_OF_RANGE'
  /** This is not a valid email address. */
  | 'EMAIL_INVALID'
  /** Another patient has this email address. */
  | 'EMAIL_TAKEN'
  /** Patients and doctors with appointments cannot be deleted: see HasAppointmentsError. */
  | 'HAS_APPOINTMENTS'
  /** This idempotency key was used for another request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /**
   * The text contains invisible or undefined characters: control characters, changes of the writing
   * direction, private-use or unassigned characters.
   */
  | 'INVALID_CHARACTERS'
  /** There is no patient with this id. */
  | 'PATIENT_NOT_FOUND'
  /** The text is null, empty or blank, or has no visible characters. */
  | 'REQUIRED'
  /** The doctor has another appointment at that time: see SlotTakenError. */
  | 'SLOT_TAKEN'
  /** The object has been changed in the meantime: see StaleVersionError. */
  | 'STALE_VERSION'
  /** The appointment would not start in the future. */
  | 'STARTS_IN_PAST'
  /** The appointment would end after the year 9999. */
  | 'STARTS_TOO_LATE'
  /** The text has too many characters: see TooLongError. */
  | 'TOO_LONG';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( AppointmentModel )
    | ( DoctorModel )
    | ( PatientModel )
  ;
  UserError:
    | ( AppointmentNotBookedError )
    | ( AppointmentNotStartedError )
    | ( DurationOutOfRangeError )
    | ( GeneralUserError )
    | ( HasAppointmentsError )
    | ( SlotTakenError )
    | ( StaleVersionError )
    | ( TooLongError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActivateDoctorInput: ActivateDoctorInput;
  ActivateDoctorPayload: ResolverTypeWrapper<Omit<ActivateDoctorPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversTypes['Doctor']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Appointment: ResolverTypeWrapper<AppointmentModel>;
  AppointmentBy: AppointmentBy;
  AppointmentConnection: ResolverTypeWrapper<Connection<AppointmentModel>>;
  AppointmentEdge: ResolverTypeWrapper<Edge<AppointmentModel>>;
  AppointmentFilter: AppointmentFilter;
  AppointmentNotBookedError: ResolverTypeWrapper<AppointmentNotBookedError>;
  AppointmentNotStartedError: ResolverTypeWrapper<AppointmentNotStartedError>;
  AppointmentOrder: AppointmentOrder;
  AppointmentStatus: AppointmentStatus;
  BookAppointmentInput: BookAppointmentInput;
  BookAppointmentPayload: ResolverTypeWrapper<Omit<BookAppointmentPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversTypes['Appointment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CancelAppointmentInput: CancelAppointmentInput;
  CancelAppointmentPayload: ResolverTypeWrapper<Omit<CancelAppointmentPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversTypes['Appointment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CompleteAppointmentInput: CompleteAppointmentInput;
  CompleteAppointmentPayload: ResolverTypeWrapper<Omit<CompleteAppointmentPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversTypes['Appointment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateDoctorInput: CreateDoctorInput;
  CreateDoctorPayload: ResolverTypeWrapper<Omit<CreateDoctorPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversTypes['Doctor']>, userErrors: Array<ResolversTypes['UserError']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeactivateDoctorInput: DeactivateDoctorInput;
  DeactivateDoctorPayload: ResolverTypeWrapper<Omit<DeactivateDoctorPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversTypes['Doctor']>, userErrors: Array<ResolversTypes['UserError']> }>;
  DeleteAppointmentInput: DeleteAppointmentInput;
  DeleteAppointmentPayload: ResolverTypeWrapper<Omit<DeleteAppointmentPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  DeleteDoctorInput: DeleteDoctorInput;
  DeleteDoctorPayload: ResolverTypeWrapper<Omit<DeleteDoctorPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  DeletePatientInput: DeletePatientInput;
  DeletePatientPayload: ResolverTypeWrapper<Omit<DeletePatientPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  Doctor: ResolverTypeWrapper<DoctorModel>;
  DoctorBy: DoctorBy;
  DoctorChanges: DoctorChanges;
  DoctorConnection: ResolverTypeWrapper<Connection<DoctorModel>>;
  DoctorEdge: ResolverTypeWrapper<Edge<DoctorModel>>;
  DoctorFilter: DoctorFilter;
  DoctorOrder: DoctorOrder;
  DurationOutOfRangeError: ResolverTypeWrapper<DurationOutOfRangeError>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  GeneralUserError: ResolverTypeWrapper<GeneralUserError>;
  HasAppointmentsError: ResolverTypeWrapper<HasAppointmentsError>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Interval: ResolverTypeWrapper<Interval>;
  MarkAppointmentNoShowInput: MarkAppointmentNoShowInput;
  MarkAppointmentNoShowPayload: ResolverTypeWrapper<Omit<MarkAppointmentNoShowPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversTypes['Appointment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Patient: ResolverTypeWrapper<PatientModel>;
  PatientBy: PatientBy;
  PatientChanges: PatientChanges;
  PatientConnection: ResolverTypeWrapper<Connection<PatientModel>>;
  PatientEdge: ResolverTypeWrapper<Edge<PatientModel>>;
  PatientOrder: PatientOrder;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RegisterPatientInput: RegisterPatientInput;
  RegisterPatientPayload: ResolverTypeWrapper<Omit<RegisterPatientPayload, 'patient' | 'userErrors'> & { patient?: Maybe<ResolversTypes['Patient']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RescheduleAppointmentInput: RescheduleAppointmentInput;
  RescheduleAppointmentPayload: ResolverTypeWrapper<Omit<RescheduleAppointmentPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversTypes['Appointment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SlotTakenError: ResolverTypeWrapper<SlotTakenError>;
  StaleVersionError: ResolverTypeWrapper<StaleVersionError>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ToggleDoctorStatusInput: ToggleDoctorStatusInput;
  ToggleDoctorStatusPayload: ResolverTypeWrapper<Omit<ToggleDoctorStatusPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversTypes['Doctor']>, userErrors: Array<ResolversTypes['UserError']> }>;
  TooLongError: ResolverTypeWrapper<TooLongError>;
  UpdateDoctorInput: UpdateDoctorInput;
  UpdateDoctorPayload: ResolverTypeWrapper<Omit<UpdateDoctorPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversTypes['Doctor']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdatePatientInput: UpdatePatientInput;
  UpdatePatientPayload: ResolverTypeWrapper<Omit<UpdatePatientPayload, 'patient' | 'userErrors'> & { patient?: Maybe<ResolversTypes['Patient']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: UserErrorCode;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActivateDoctorInput: ActivateDoctorInput;
  ActivateDoctorPayload: Omit<ActivateDoctorPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversParentTypes['Doctor']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Appointment: AppointmentModel;
  AppointmentBy: AppointmentBy;
  AppointmentConnection: Connection<AppointmentModel>;
  AppointmentEdge: Edge<AppointmentModel>;
  AppointmentFilter: AppointmentFilter;
  AppointmentNotBookedError: AppointmentNotBookedError;
  AppointmentNotStartedError: AppointmentNotStartedError;
  BookAppointmentInput: BookAppointmentInput;
  BookAppointmentPayload: Omit<BookAppointmentPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversParentTypes['Appointment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Boolean: Scalars['Boolean']['output'];
  CancelAppointmentInput: CancelAppointmentInput;
  CancelAppointmentPayload: Omit<CancelAppointmentPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversParentTypes['Appointment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CompleteAppointmentInput: CompleteAppointmentInput;
  CompleteAppointmentPayload: Omit<CompleteAppointmentPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversParentTypes['Appointment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateDoctorInput: CreateDoctorInput;
  CreateDoctorPayload: Omit<CreateDoctorPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversParentTypes['Doctor']>, userErrors: Array<ResolversParentTypes['UserError']> };
  DateTime: Scalars['DateTime']['output'];
  DeactivateDoctorInput: DeactivateDoctorInput;
  DeactivateDoctorPayload: Omit<DeactivateDoctorPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversParentTypes['Doctor']>, userErrors: Array<ResolversParentTypes['UserError']> };
  DeleteAppointmentInput: DeleteAppointmentInput;
  DeleteAppointmentPayload: Omit<DeleteAppointmentPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  DeleteDoctorInput: DeleteDoctorInput;
  DeleteDoctorPayload: Omit<DeleteDoctorPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  DeletePatientInput: DeletePatientInput;
  DeletePatientPayload: Omit<DeletePatientPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  Doctor: DoctorModel;
  DoctorBy: DoctorBy;
  DoctorChanges: DoctorChanges;
  DoctorConnection: Connection<DoctorModel>;
  DoctorEdge: Edge<DoctorModel>;
  DoctorFilter: DoctorFilter;
  DurationOutOfRangeError: DurationOutOfRangeError;
  EmailAddress: Scalars['EmailAddress']['output'];
  GeneralUserError: GeneralUserError;
  HasAppointmentsError: HasAppointmentsError;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Interval: Interval;
  MarkAppointmentNoShowInput: MarkAppointmentNoShowInput;
  MarkAppointmentNoShowPayload: Omit<MarkAppointmentNoShowPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversParentTypes['Appointment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  Patient: PatientModel;
  PatientBy: PatientBy;
  PatientChanges: PatientChanges;
  PatientConnection: Connection<PatientModel>;
  PatientEdge: Edge<PatientModel>;
  Query: Record<PropertyKey, never>;
  RegisterPatientInput: RegisterPatientInput;
  RegisterPatientPayload: Omit<RegisterPatientPayload, 'patient' | 'userErrors'> & { patient?: Maybe<ResolversParentTypes['Patient']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RescheduleAppointmentInput: RescheduleAppointmentInput;
  RescheduleAppointmentPayload: Omit<RescheduleAppointmentPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversParentTypes['Appointment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SlotTakenError: SlotTakenError;
  StaleVersionError: StaleVersionError;
  String: Scalars['String']['output'];
  ToggleDoctorStatusInput: ToggleDoctorStatusInput;
  ToggleDoctorStatusPayload: Omit<ToggleDoctorStatusPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversParentTypes['Doctor']>, userErrors: Array<ResolversParentTypes['UserError']> };
  TooLongError: TooLongError;
  UpdateDoctorInput: UpdateDoctorInput;
  UpdateDoctorPayload: Omit<UpdateDoctorPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversParentTypes['Doctor']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdatePatientInput: UpdatePatientInput;
  UpdatePatientPayload: Omit<UpdatePatientPayload, 'patient' | 'userErrors'> & { patient?: Maybe<ResolversParentTypes['Patient']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
};

export type IdOfDirectiveArgs = {
  type?: Maybe<Scalars['String']['input']>;
};

export type IdOfDirectiveResolver<Result, Parent, ContextType = Context, Args = IdOfDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type MaximumDirectiveArgs = {
  items?: Maybe<Scalars['Int']['input']>;
  length?: Maybe<Scalars['Int']['input']>;
};

export type MaximumDirectiveResolver<Result, Parent, ContextType = Context, Args = MaximumDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RangeDirectiveArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};

export type RangeDirectiveResolver<Result, Parent, ContextType = Context, Args = RangeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RefusalsDirectiveArgs = {
  codes: Array<UserErrorCode>;
};

export type RefusalsDirectiveResolver<Result, Parent, ContextType = Context, Args = RefusalsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ActivateDoctorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivateDoctorPayload'] = ResolversParentTypes['ActivateDoctorPayload']> = {
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AppointmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Appointment'] = ResolversParentTypes['Appointment']> = {
  cancellationReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  databaseId?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  doctor?: Resolver<ResolversTypes['Doctor'], ParentType, ContextType>;
  durationMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  patient?: Resolver<ResolversTypes['Patient'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AppointmentStatus'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppointmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentConnection'] = ResolversParentTypes['AppointmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AppointmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Appointment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppointmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentEdge'] = ResolversParentTypes['AppointmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Appointment'], ParentType, ContextType>;
};

export type AppointmentNotBookedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentNotBookedError'] = ResolversParentTypes['AppointmentNotBookedError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AppointmentStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppointmentNotStartedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentNotStartedError'] = ResolversParentTypes['AppointmentNotStartedError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BookAppointmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookAppointmentPayload'] = ResolversParentTypes['BookAppointmentPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CancelAppointmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelAppointmentPayload'] = ResolversParentTypes['CancelAppointmentPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CompleteAppointmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompleteAppointmentPayload'] = ResolversParentTypes['CompleteAppointmentPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateDoctorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateDoctorPayload'] = ResolversParentTypes['CreateDoctorPayload']> = {
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeactivateDoctorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeactivateDoctorPayload'] = ResolversParentTypes['DeactivateDoctorPayload']> = {
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteAppointmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteAppointmentPayload'] = ResolversParentTypes['DeleteAppointmentPayload']> = {
  deletedAppointmentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteDoctorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteDoctorPayload'] = ResolversParentTypes['DeleteDoctorPayload']> = {
  deletedDoctorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeletePatientPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeletePatientPayload'] = ResolversParentTypes['DeletePatientPayload']> = {
  deletedPatientId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DoctorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Doctor'] = ResolversParentTypes['Doctor']> = {
  appointments?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, RequireFields<DoctorAppointmentsArgs, 'first' | 'orderBy'>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  databaseId?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fullName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  specialty?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DoctorConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoctorConnection'] = ResolversParentTypes['DoctorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DoctorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Doctor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DoctorEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoctorEdge'] = ResolversParentTypes['DoctorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Doctor'], ParentType, ContextType>;
};

export type DurationOutOfRangeErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DurationOutOfRangeError'] = ResolversParentTypes['DurationOutOfRangeError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  maximumMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minimumMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type GeneralUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GeneralUserError'] = ResolversParentTypes['GeneralUserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HasAppointmentsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HasAppointmentsError'] = ResolversParentTypes['HasAppointmentsError']> = {
  appointmentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IntervalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Interval'] = ResolversParentTypes['Interval']> = {
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MarkAppointmentNoShowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkAppointmentNoShowPayload'] = ResolversParentTypes['MarkAppointmentNoShowPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  activateDoctor?: Resolver<Maybe<ResolversTypes['ActivateDoctorPayload']>, ParentType, ContextType, RequireFields<MutationActivateDoctorArgs, 'input'>>;
  bookAppointment?: Resolver<Maybe<ResolversTypes['BookAppointmentPayload']>, ParentType, ContextType, RequireFields<MutationBookAppointmentArgs, 'input'>>;
  cancelAppointment?: Resolver<Maybe<ResolversTypes['CancelAppointmentPayload']>, ParentType, ContextType, RequireFields<MutationCancelAppointmentArgs, 'input'>>;
  completeAppointment?: Resolver<Maybe<ResolversTypes['CompleteAppointmentPayload']>, ParentType, ContextType, RequireFields<MutationCompleteAppointmentArgs, 'input'>>;
  createDoctor?: Resolver<Maybe<ResolversTypes['CreateDoctorPayload']>, ParentType, ContextType, RequireFields<MutationCreateDoctorArgs, 'input'>>;
  deactivateDoctor?: Resolver<Maybe<ResolversTypes['DeactivateDoctorPayload']>, ParentType, ContextType, RequireFields<MutationDeactivateDoctorArgs, 'input'>>;
  deleteAppointment?: Resolver<Maybe<ResolversTypes['DeleteAppointmentPayload']>, ParentType, ContextType, RequireFields<MutationDeleteAppointmentArgs, 'input'>>;
  deleteDoctor?: Resolver<Maybe<ResolversTypes['DeleteDoctorPayload']>, ParentType, ContextType, RequireFields<MutationDeleteDoctorArgs, 'input'>>;
  deletePatient?: Resolver<Maybe<ResolversTypes['DeletePatientPayload']>, ParentType, ContextType, RequireFields<MutationDeletePatientArgs, 'input'>>;
  markAppointmentNoShow?: Resolver<Maybe<ResolversTypes['MarkAppointmentNoShowPayload']>, ParentType, ContextType, RequireFields<MutationMarkAppointmentNoShowArgs, 'input'>>;
  registerPatient?: Resolver<Maybe<ResolversTypes['RegisterPatientPayload']>, ParentType, ContextType, RequireFields<MutationRegisterPatientArgs, 'input'>>;
  rescheduleAppointment?: Resolver<Maybe<ResolversTypes['RescheduleAppointmentPayload']>, ParentType, ContextType, RequireFields<MutationRescheduleAppointmentArgs, 'input'>>;
  toggleDoctorStatus?: Resolver<Maybe<ResolversTypes['ToggleDoctorStatusPayload']>, ParentType, ContextType, RequireFields<MutationToggleDoctorStatusArgs, 'input'>>;
  updateDoctor?: Resolver<Maybe<ResolversTypes['UpdateDoctorPayload']>, ParentType, ContextType, RequireFields<MutationUpdateDoctorArgs, 'input'>>;
  updatePatient?: Resolver<Maybe<ResolversTypes['UpdatePatientPayload']>, ParentType, ContextType, RequireFields<MutationUpdatePatientArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Appointment' | 'Doctor' | 'Patient', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PatientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Patient'] = ResolversParentTypes['Patient']> = {
  appointments?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, RequireFields<PatientAppointmentsArgs, 'first' | 'orderBy'>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  databaseId?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['EmailAddress'], ParentType, ContextType>;
  firstName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fullName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phoneNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PatientConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PatientConnection'] = ResolversParentTypes['PatientConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PatientEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Patient']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PatientEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PatientEdge'] = ResolversParentTypes['PatientEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Patient'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType, RequireFields<QueryAppointmentArgs, 'by'>>;
  appointments?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, RequireFields<QueryAppointmentsArgs, 'first' | 'orderBy'>>;
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType, RequireFields<QueryDoctorArgs, 'by'>>;
  doctors?: Resolver<ResolversTypes['DoctorConnection'], ParentType, ContextType, RequireFields<QueryDoctorsArgs, 'first' | 'orderBy'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType, RequireFields<QueryPatientArgs, 'by'>>;
  patients?: Resolver<ResolversTypes['PatientConnection'], ParentType, ContextType, RequireFields<QueryPatientsArgs, 'first' | 'orderBy'>>;
};

export type RegisterPatientPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPatientPayload'] = ResolversParentTypes['RegisterPatientPayload']> = {
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RescheduleAppointmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RescheduleAppointmentPayload'] = ResolversParentTypes['RescheduleAppointmentPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SlotTakenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SlotTakenError'] = ResolversParentTypes['SlotTakenError']> = {
  blocking?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StaleVersionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StaleVersionError'] = ResolversParentTypes['StaleVersionError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ToggleDoctorStatusPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ToggleDoctorStatusPayload'] = ResolversParentTypes['ToggleDoctorStatusPayload']> = {
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TooLongErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooLongError'] = ResolversParentTypes['TooLongError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  maximumLength?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateDoctorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateDoctorPayload'] = ResolversParentTypes['UpdateDoctorPayload']> = {
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdatePatientPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdatePatientPayload'] = ResolversParentTypes['UpdatePatientPayload']> = {
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'AppointmentNotBookedError' | 'AppointmentNotStartedError' | 'DurationOutOfRangeError' | 'GeneralUserError' | 'HasAppointmentsError' | 'SlotTakenError' | 'StaleVersionError' | 'TooLongError', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ActivateDoctorPayload?: ActivateDoctorPayloadResolvers<ContextType>;
  Appointment?: AppointmentResolvers<ContextType>;
  AppointmentConnection?: AppointmentConnectionResolvers<ContextType>;
  AppointmentEdge?: AppointmentEdgeResolvers<ContextType>;
  AppointmentNotBookedError?: AppointmentNotBookedErrorResolvers<ContextType>;
  AppointmentNotStartedError?: AppointmentNotStartedErrorResolvers<ContextType>;
  BookAppointmentPayload?: BookAppointmentPayloadResolvers<ContextType>;
  CancelAppointmentPayload?: CancelAppointmentPayloadResolvers<ContextType>;
  CompleteAppointmentPayload?: CompleteAppointmentPayloadResolvers<ContextType>;
  CreateDoctorPayload?: CreateDoctorPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeactivateDoctorPayload?: DeactivateDoctorPayloadResolvers<ContextType>;
  DeleteAppointmentPayload?: DeleteAppointmentPayloadResolvers<ContextType>;
  DeleteDoctorPayload?: DeleteDoctorPayloadResolvers<ContextType>;
  DeletePatientPayload?: DeletePatientPayloadResolvers<ContextType>;
  Doctor?: DoctorResolvers<ContextType>;
  DoctorConnection?: DoctorConnectionResolvers<ContextType>;
  DoctorEdge?: DoctorEdgeResolvers<ContextType>;
  DurationOutOfRangeError?: DurationOutOfRangeErrorResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  GeneralUserError?: GeneralUserErrorResolvers<ContextType>;
  HasAppointmentsError?: HasAppointmentsErrorResolvers<ContextType>;
  Interval?: IntervalResolvers<ContextType>;
  MarkAppointmentNoShowPayload?: MarkAppointmentNoShowPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Patient?: PatientResolvers<ContextType>;
  PatientConnection?: PatientConnectionResolvers<ContextType>;
  PatientEdge?: PatientEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RegisterPatientPayload?: RegisterPatientPayloadResolvers<ContextType>;
  RescheduleAppointmentPayload?: RescheduleAppointmentPayloadResolvers<ContextType>;
  SlotTakenError?: SlotTakenErrorResolvers<ContextType>;
  StaleVersionError?: StaleVersionErrorResolvers<ContextType>;
  ToggleDoctorStatusPayload?: ToggleDoctorStatusPayloadResolvers<ContextType>;
  TooLongError?: TooLongErrorResolvers<ContextType>;
  UpdateDoctorPayload?: UpdateDoctorPayloadResolvers<ContextType>;
  UpdatePatientPayload?: UpdatePatientPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  idOf?: IdOfDirectiveResolver<any, any, ContextType>;
  maximum?: MaximumDirectiveResolver<any, any, ContextType>;
  range?: RangeDirectiveResolver<any, any, ContextType>;
  refusals?: RefusalsDirectiveResolver<any, any, ContextType>;
};
