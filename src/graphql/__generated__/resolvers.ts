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
   * An instant, given in RFC 3339 with an offset (`2030-01-07T10:00:00+01:00`) and answered in UTC, in
   * whole seconds (`2030-01-07T09:00:00Z`). A time without an offset is refused; fractions of a second
   * are cut off.
   */
  DateTime: { input: Date; output: Date; }
  /**
   * An email address. As input it is trimmed and its domain put in lower case; whether it is a valid
   * address is the domain's decision (EMAIL_INVALID), so that every fault of a form comes at once.
   */
  EmailAddress: { input: string; output: string; }
};

/** A doctor to be activated. */
export type ActivateDoctorInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer of `activateDoctor`. */
export type ActivateDoctorPayload = {
  __typename?: 'ActivateDoctorPayload';
  /** The doctor, now active; null if refused. */
  doctor?: Maybe<Doctor>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/**
 * A visit of one patient to one doctor. It takes the half-open interval from `startsAt` to `endsAt`:
 * one that ends at 10:00 and one that starts at 10:00 do not overlap.
 */
export type Appointment = Node & {
  __typename?: 'Appointment';
  /** Why it was cancelled, if that was said; null unless `status` is CANCELLED. */
  cancellationReason?: Maybe<Scalars['String']['output']>;
  /** When it was booked. */
  createdAt: Scalars['DateTime']['output'];
  /** The integer by which the REST endpoints know this appointment. */
  databaseId: Scalars['Int']['output'];
  /** Who is visited. */
  doctor: Doctor;
  /** 15 to 180 minutes. */
  durationMinutes: Scalars['Int']['output'];
  /** The first second after the visit: `startsAt` plus `durationMinutes`. */
  endsAt: Scalars['DateTime']['output'];
  /** Opaque; starts with `apt_`. */
  id: Scalars['ID']['output'];
  /** Who comes. */
  patient: Patient;
  /** The first second of the visit. */
  startsAt: Scalars['DateTime']['output'];
  /** Where the appointment stands in its life. */
  status: AppointmentStatus;
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts the changes of this appointment; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

/** Which appointment: exactly one of these. */
export type AppointmentBy =
  /** The integer of the REST endpoints. */
  { databaseId: Scalars['Int']['input']; id?: never; }
  |  /** The appointment's `id`, `apt_…`. More than 20 characters are refused with BAD_USER_INPUT. */
  { databaseId?: never; id: Scalars['ID']['input']; };

/** A page of appointments. */
export type AppointmentConnection = {
  __typename?: 'AppointmentConnection';
  /** The items, each with its cursor. */
  edges: Array<AppointmentEdge>;
  /** The items alone. */
  nodes: Array<Appointment>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many appointments match, on all pages; counted only when it is asked for. */
  totalCount: Scalars['Int']['output'];
};

/** An appointment in a page. */
export type AppointmentEdge = {
  __typename?: 'AppointmentEdge';
  /** Marks this place in the list, also when rows before it come and go. */
  cursor: Scalars['String']['output'];
  /** The appointment. */
  node: Appointment;
};

/** Appointments that match all of these; what is left out or null does not matter. */
export type AppointmentFilter = {
  /** With this doctor. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId?: InputMaybe<Scalars['ID']['input']>;
  /** Of this patient. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId?: InputMaybe<Scalars['ID']['input']>;
  /** Starting before this time. More than 40 characters are refused with BAD_USER_INPUT. */
  startsBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Starting at this time or later. More than 40 characters are refused with BAD_USER_INPUT. */
  startsFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** In one of these states. An empty list matches nothing. More than 10 items are refused with BAD_USER_INPUT. */
  status?: InputMaybe<Array<AppointmentStatus>>;
};

/** APPOINTMENT_NOT_BOOKED, with the status that stands in the way. */
export type AppointmentNotBookedError = UserError & {
  __typename?: 'AppointmentNotBookedError';
  /** The cause, for programs. */
  code: UserErrorCode;
  /** The cause and what to do, for people; its wording may change. */
  message: Scalars['String']['output'];
  /** The input that the reason is about, from the argument on. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The appointment's status. */
  status: AppointmentStatus;
};

/** APPOINTMENT_NOT_STARTED, with when it starts. */
export type AppointmentNotStartedError = UserError & {
  __typename?: 'AppointmentNotStartedError';
  /** The cause, for programs. */
  code: UserErrorCode;
  /** The cause and what to do, for people; its wording may change. */
  message: Scalars['String']['output'];
  /** The input that the reason is about, from the argument on. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** When the appointment starts: from then on it can be completed or marked. */
  startsAt: Scalars['DateTime']['output'];
};

/** How appointments are sorted. Equals are sorted by when they were booked. */
export type AppointmentOrder =
  /** In the order in which they were booked. */
  | 'BOOKED_ASC'
  /** The last one that was booked first. */
  | 'BOOKED_DESC'
  /** The earliest start first. */
  | 'STARTS_AT_ASC'
  /** The latest start first. */
  | 'STARTS_AT_DESC';

/** Where an appointment stands in its life. Only a BOOKED one can change; the others are final. */
export type AppointmentStatus =
  /** It is to take place, and holds its time. */
  | 'BOOKED'
  /** It was called off. Its time is free again. */
  | 'CANCELLED'
  /** It took place. It still holds its time. */
  | 'COMPLETED'
  /** The patient did not come. It still holds its time. */
  | 'NO_SHOW';

/** A visit to be booked. */
export type BookAppointmentInput = {
  /** The `id` of the doctor who is visited. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** 15 to 180 minutes. */
  durationMinutes: Scalars['Int']['input'];
  /**
   * 1 to 255 characters of the caller's choice (a UUID, say) that make a repeat of this request safe
   * for 24 hours: it is answered with the appointment that was booked, as it is now, or with
   * APPOINTMENT_NOT_FOUND if that has been deleted since. More than 1,000 characters are refused with BAD_USER_INPUT.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `id` of the patient who comes. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId: Scalars['ID']['input'];
  /** When it starts: later than now. More than 40 characters are refused with BAD_USER_INPUT. */
  startsAt: Scalars['DateTime']['input'];
};

/** Answer of `bookAppointment`. */
export type BookAppointmentPayload = {
  __typename?: 'BookAppointmentPayload';
  /** The new appointment; null if refused. */
  appointment?: Maybe<Appointment>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/** An appointment to be cancelled. */
export type CancelAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: Scalars['ID']['input'];
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Why, up to 500 characters. More than 10,000 characters are refused with BAD_USER_INPUT. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Answer of `cancelAppointment`. */
export type CancelAppointmentPayload = {
  __typename?: 'CancelAppointmentPayload';
  /** The appointment, now cancelled; null if refused. */
  appointment?: Maybe<Appointment>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/** An appointment that took place. */
export type CompleteAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: Scalars['ID']['input'];
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer of `completeAppointment`. */
export type CompleteAppointmentPayload = {
  __typename?: 'CompleteAppointmentPayload';
  /** The appointment, now completed; null if refused. */
  appointment?: Maybe<Appointment>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/** A doctor to be created. */
export type CreateDoctorInput = {
  /** 1 to 100 characters, title included. More than 1,000 characters are refused with BAD_USER_INPUT. */
  fullName: Scalars['String']['input'];
  /** Whether the doctor takes appointments at once. */
  isActive?: Scalars['Boolean']['input'];
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  specialty: Scalars['String']['input'];
};

/** Answer of `createDoctor`. */
export type CreateDoctorPayload = {
  __typename?: 'CreateDoctorPayload';
  /** The new doctor; null if refused. */
  doctor?: Maybe<Doctor>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/** A doctor to be deactivated. */
export type DeactivateDoctorInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer of `deactivateDoctor`. */
export type DeactivateDoctorPayload = {
  __typename?: 'DeactivateDoctorPayload';
  /** The doctor, now inactive; null if refused. */
  doctor?: Maybe<Doctor>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/** An appointment to be deleted. */
export type DeleteAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: Scalars['ID']['input'];
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer of `deleteAppointment`. */
export type DeleteAppointmentPayload = {
  __typename?: 'DeleteAppointmentPayload';
  /** The `id` that is gone, to be evicted from caches; null if refused. */
  deletedAppointmentId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/** A doctor to be deleted. */
export type DeleteDoctorInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer of `deleteDoctor`. */
export type DeleteDoctorPayload = {
  __typename?: 'DeleteDoctorPayload';
  /** The `id` that is gone, to be evicted from caches; null if refused. */
  deletedDoctorId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/** A patient to be deleted. */
export type DeletePatientInput = {
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The patient's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId: Scalars['ID']['input'];
};

/** Answer of `deletePatient`. */
export type DeletePatientPayload = {
  __typename?: 'DeletePatientPayload';
  /** The `id` that is gone, to be evicted from caches; null if refused. */
  deletedPatientId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/** A doctor of the clinic. Appointments of one doctor never overlap. */
export type Doctor = Node & {
  __typename?: 'Doctor';
  /** The doctor's appointments with all patients, page by page. */
  appointments: AppointmentConnection;
  /** When the doctor was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The integer by which the REST endpoints know this doctor. */
  databaseId: Scalars['Int']['output'];
  /** As the doctor is addressed, title included. */
  fullName: Scalars['String']['output'];
  /** Opaque; starts with `doc_`. */
  id: Scalars['ID']['output'];
  /** Only active doctors take new appointments; what is booked stays when a doctor is deactivated. */
  isActive: Scalars['Boolean']['output'];
  /** The field of medicine, in the clinic's own words. */
  specialty: Scalars['String']['output'];
  /** When a field of the doctor was last changed. Bookings do not move it. */
  updatedAt: Scalars['DateTime']['output'];
  /**
   * Counts the changes of this doctor's own fields; send it back as `expectedVersion`. Bookings do not
   * move it.
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

/** Which doctor: exactly one of these. */
export type DoctorBy =
  /** The integer of the REST endpoints. */
  { databaseId: Scalars['Int']['input']; id?: never; }
  |  /** The doctor's `id`, `doc_…`. More than 20 characters are refused with BAD_USER_INPUT. */
  { databaseId?: never; id: Scalars['ID']['input']; };

/** The new values of a doctor's fields. What is left out is kept; none may be null. */
export type DoctorChanges = {
  /** 1 to 100 characters, title included. More than 1,000 characters are refused with BAD_USER_INPUT. */
  fullName?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  specialty?: InputMaybe<Scalars['String']['input']>;
};

/** A page of doctors. */
export type DoctorConnection = {
  __typename?: 'DoctorConnection';
  /** The items, each with its cursor. */
  edges: Array<DoctorEdge>;
  /** The items alone. */
  nodes: Array<Doctor>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many doctors match, on all pages; counted only when it is asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A doctor in a page. */
export type DoctorEdge = {
  __typename?: 'DoctorEdge';
  /** Marks this place in the list, also when rows before it come and go. */
  cursor: Scalars['String']['output'];
  /** The doctor. */
  node: Doctor;
};

/** Doctors that match all of these; what is left out or null does not matter. */
export type DoctorFilter = {
  /** Only active doctors, or only inactive ones. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This text somewhere in the doctor's name. It is compared letter by letter, so ß is not ss here;
   * what else does not matter in a search of patients does not matter here. More than 500 characters are refused with BAD_USER_INPUT.
   */
  name?: InputMaybe<Scalars['String']['input']>;
  /** This specialty; what does not matter in a search of patients does not matter here. More than 500 characters are refused with BAD_USER_INPUT. */
  specialty?: InputMaybe<Scalars['String']['input']>;
};

/** How doctors are sorted. Equals are sorted by when they were created. */
export type DoctorOrder =
  /** In the order in which they were created. */
  | 'CREATED_ASC'
  /** The newest first. */
  | 'CREATED_DESC'
  /** By name, from A to Z. */
  | 'NAME_ASC'
  /** By name, from Z to A. */
  | 'NAME_DESC';

/** DURATION_OUT_OF_RANGE, with what is allowed. */
export type DurationOutOfRangeError = UserError & {
  __typename?: 'DurationOutOfRangeError';
  /** The cause, for programs. */
  code: UserErrorCode;
  /** The longest appointment. */
  maximumMinutes: Scalars['Int']['output'];
  /** The cause and what to do, for people; its wording may change. */
  message: Scalars['String']['output'];
  /** The shortest appointment. */
  minimumMinutes: Scalars['Int']['output'];
  /** The input that the reason is about, from the argument on. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A refusal that needs no more than its code to be acted on. */
export type GeneralUserError = UserError & {
  __typename?: 'GeneralUserError';
  /** The cause, for programs. */
  code: UserErrorCode;
  /** The cause and what to do, for people; its wording may change. */
  message: Scalars['String']['output'];
  /** The input that the reason is about, from the argument on. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** HAS_APPOINTMENTS, with their number. */
export type HasAppointmentsError = UserError & {
  __typename?: 'HasAppointmentsError';
  /** How many appointments there are, in any status. */
  appointmentCount: Scalars['Int']['output'];
  /** The cause, for programs. */
  code: UserErrorCode;
  /** The cause and what to do, for people; its wording may change. */
  message: Scalars['String']['output'];
  /** The input that the reason is about, from the argument on. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A stretch of time, half-open: `startsAt` belongs to it, `endsAt` does not. */
export type Interval = {
  __typename?: 'Interval';
  /** The first second after it. */
  endsAt: Scalars['DateTime']['output'];
  /** Its first second. */
  startsAt: Scalars['DateTime']['output'];
};

/** An appointment to which the patient did not come. */
export type MarkAppointmentNoShowInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: Scalars['ID']['input'];
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer of `markAppointmentNoShow`. */
export type MarkAppointmentNoShowPayload = {
  __typename?: 'MarkAppointmentNoShowPayload';
  /** The appointment, now a no-show; null if refused. */
  appointment?: Maybe<Appointment>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
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
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationActivateDoctorArgs = {
  input: ActivateDoctorInput;
};


/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationBookAppointmentArgs = {
  input: BookAppointmentInput;
};


/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationCancelAppointmentArgs = {
  input: CancelAppointmentInput;
};


/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationCompleteAppointmentArgs = {
  input: CompleteAppointmentInput;
};


/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationCreateDoctorArgs = {
  input: CreateDoctorInput;
};


/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationDeactivateDoctorArgs = {
  input: DeactivateDoctorInput;
};


/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationDeleteAppointmentArgs = {
  input: DeleteAppointmentInput;
};


/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationDeleteDoctorArgs = {
  input: DeleteDoctorInput;
};


/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationDeletePatientArgs = {
  input: DeletePatientInput;
};


/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationMarkAppointmentNoShowArgs = {
  input: MarkAppointmentNoShowInput;
};


/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationRegisterPatientArgs = {
  input: RegisterPatientInput;
};


/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationRescheduleAppointmentArgs = {
  input: RescheduleAppointmentInput;
};


/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationToggleDoctorStatusArgs = {
  input: ToggleDoctorStatusInput;
};


/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationUpdateDoctorArgs = {
  input: UpdateDoctorInput;
};


/**
 * Each mutation answers with a payload of its own: the thing it made or changed, or null with the
 * reasons in `userErrors`, all of them at once. Where there are `userErrors`, nothing was written. The
 * payload itself is null only beside an entry in the top-level `errors`.
 *
 * Where an input takes `expectedVersion`, the change is refused with STALE_VERSION if somebody else
 * has changed the object since that version was read.
 */
export type MutationUpdatePatientArgs = {
  input: UpdatePatientInput;
};

/** An object that can be fetched again by its `id` alone. */
export type Node = {
  /** Opaque and unique over all types; it starts with the kind of object: `pat_`, `doc_` or `apt_`. */
  id: Scalars['ID']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last item, to be sent as `after`; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** True if more follows after `endCursor`. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True if the page was asked for with `after`, so that something stood before it. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item, null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A person who comes to the clinic. */
export type Patient = Node & {
  __typename?: 'Patient';
  /** The patient's appointments with all doctors, page by page. */
  appointments: AppointmentConnection;
  /** When the patient was registered. */
  createdAt: Scalars['DateTime']['output'];
  /** The integer by which the REST endpoints know this patient. */
  databaseId: Scalars['Int']['output'];
  /** Unique among patients, whatever its case. */
  email: Scalars['EmailAddress']['output'];
  /** Given name. */
  firstName: Scalars['String']['output'];
  /** First and last name, with a space between them. */
  fullName: Scalars['String']['output'];
  /** Opaque; starts with `pat_`. */
  id: Scalars['ID']['output'];
  /** Family name. */
  lastName: Scalars['String']['output'];
  /** As it was given, up to 32 characters. */
  phoneNumber: Scalars['String']['output'];
  /** When a field of the patient was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts the changes of this patient's own fields; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};


/** A person who comes to the clinic. */
export type PatientAppointmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AppointmentFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: AppointmentOrder;
};

/** Which patient: exactly one of these. */
export type PatientBy =
  /** The integer of the REST endpoints. */
  { databaseId: Scalars['Int']['input']; email?: never; id?: never; }
  |  /** The patient's email, in any case. More than 1,000 characters are refused with BAD_USER_INPUT. */
  { databaseId?: never; email: Scalars['EmailAddress']['input']; id?: never; }
  |  /** The patient's `id`, `pat_…`. More than 20 characters are refused with BAD_USER_INPUT. */
  { databaseId?: never; email?: never; id: Scalars['ID']['input']; };

/** The new values of a patient's fields. What is left out is kept; none may be null. */
export type PatientChanges = {
  /** Up to 100 characters; no other patient may have it. More than 1,000 characters are refused with BAD_USER_INPUT. */
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
  /** The items, each with its cursor. */
  edges: Array<PatientEdge>;
  /** The items alone. */
  nodes: Array<Patient>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many patients match, on all pages; counted only when it is asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A patient in a page. */
export type PatientEdge = {
  __typename?: 'PatientEdge';
  /** Marks this place in the list, also when rows before it come and go. */
  cursor: Scalars['String']['output'];
  /** The patient. */
  node: Patient;
};

/** How patients are sorted. Equals are sorted by when they were registered. */
export type PatientOrder =
  /** By last name, then first name, from A to Z. */
  | 'NAME_ASC'
  /** By last name, then first name, from Z to A. */
  | 'NAME_DESC'
  /** In the order in which they were registered. */
  | 'REGISTERED_ASC'
  /** The newest first. */
  | 'REGISTERED_DESC';

/** What can be read. What does not exist is null, or is not in the list; it is no error. */
export type Query = {
  __typename?: 'Query';
  /** One appointment; null if there is none. */
  appointment?: Maybe<Appointment>;
  /** The appointments of the clinic, page by page. */
  appointments: AppointmentConnection;
  /** One doctor; null if there is none. */
  doctor?: Maybe<Doctor>;
  /** The doctors of the clinic, page by page. */
  doctors: DoctorConnection;
  /** One object by its id; null if there is none (any more). An id of no known kind is BAD_USER_INPUT. */
  node?: Maybe<Node>;
  /** Up to 100 objects by their ids, in the order of `ids`; null in the place of what does not exist. */
  nodes: Array<Maybe<Node>>;
  /** One patient; null if there is none. */
  patient?: Maybe<Patient>;
  /** The patients of the clinic, page by page. */
  patients: PatientConnection;
};


/** What can be read. What does not exist is null, or is not in the list; it is no error. */
export type QueryAppointmentArgs = {
  by: AppointmentBy;
};


/** What can be read. What does not exist is null, or is not in the list; it is no error. */
export type QueryAppointmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AppointmentFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: AppointmentOrder;
};


/** What can be read. What does not exist is null, or is not in the list; it is no error. */
export type QueryDoctorArgs = {
  by: DoctorBy;
};


/** What can be read. What does not exist is null, or is not in the list; it is no error. */
export type QueryDoctorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DoctorFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: DoctorOrder;
};


/** What can be read. What does not exist is null, or is not in the list; it is no error. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. What does not exist is null, or is not in the list; it is no error. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** What can be read. What does not exist is null, or is not in the list; it is no error. */
export type QueryPatientArgs = {
  by: PatientBy;
};


/** What can be read. What does not exist is null, or is not in the list; it is no error. */
export type QueryPatientsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  orderBy?: PatientOrder;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** A patient to be registered. */
export type RegisterPatientInput = {
  /** Up to 100 characters; no other patient may have it. More than 1,000 characters are refused with BAD_USER_INPUT. */
  email: Scalars['EmailAddress']['input'];
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  firstName: Scalars['String']['input'];
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  lastName: Scalars['String']['input'];
  /** 1 to 32 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  phoneNumber: Scalars['String']['input'];
};

/** Answer of `registerPatient`. */
export type RegisterPatientPayload = {
  __typename?: 'RegisterPatientPayload';
  /** The new patient; null if refused. */
  patient?: Maybe<Patient>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/** The new time of an appointment. */
export type RescheduleAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: Scalars['ID']['input'];
  /** The `id` of another doctor; kept if left out. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId?: InputMaybe<Scalars['ID']['input']>;
  /** 15 to 180 minutes; kept if left out. */
  durationMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /**
   * 1 to 255 characters of the caller's choice (a UUID, say) that make a repeat of this request safe
   * for 24 hours: it is answered with the appointment, as it is now. More than 1,000 characters are refused with BAD_USER_INPUT.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** When it starts: later than now. More than 40 characters are refused with BAD_USER_INPUT. */
  startsAt: Scalars['DateTime']['input'];
};

/** Answer of `rescheduleAppointment`. */
export type RescheduleAppointmentPayload = {
  __typename?: 'RescheduleAppointmentPayload';
  /** The appointment at its new time; null if refused. */
  appointment?: Maybe<Appointment>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/** SLOT_TAKEN, with what is in the way (but never whose it is). */
export type SlotTakenError = UserError & {
  __typename?: 'SlotTakenError';
  /** The earliest appointment of the doctor that is in the way. */
  blocking: Interval;
  /** The cause, for programs. */
  code: UserErrorCode;
  /** The cause and what to do, for people; its wording may change. */
  message: Scalars['String']['output'];
  /** The input that the reason is about, from the argument on. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** STALE_VERSION, with the version that is current. */
export type StaleVersionError = UserError & {
  __typename?: 'StaleVersionError';
  /** The cause, for programs. */
  code: UserErrorCode;
  /** The version that the object has now. Read it again before you decide. */
  currentVersion: Scalars['Int']['output'];
  /** The cause and what to do, for people; its wording may change. */
  message: Scalars['String']['output'];
  /** The input that the reason is about, from the argument on. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A doctor to be activated or deactivated, whichever changes something. */
export type ToggleDoctorStatusInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** The `version` that was last read; it makes a repeat harmless. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer of `toggleDoctorStatus`. */
export type ToggleDoctorStatusPayload = {
  __typename?: 'ToggleDoctorStatusPayload';
  /** The doctor after the change; null if refused. */
  doctor?: Maybe<Doctor>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/** TOO_LONG, with what would fit. */
export type TooLongError = UserError & {
  __typename?: 'TooLongError';
  /** The cause, for programs. */
  code: UserErrorCode;
  /** How many characters fit. */
  maximumLength: Scalars['Int']['output'];
  /** The cause and what to do, for people; its wording may change. */
  message: Scalars['String']['output'];
  /** The input that the reason is about, from the argument on. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Changes of a doctor. */
export type UpdateDoctorInput = {
  /** The fields to change. */
  changes: DoctorChanges;
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** The `version` on which these changes are based. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Answer of `updateDoctor`. */
export type UpdateDoctorPayload = {
  __typename?: 'UpdateDoctorPayload';
  /** The doctor after the change; null if refused. */
  doctor?: Maybe<Doctor>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/** Changes of a patient. */
export type UpdatePatientInput = {
  /** The fields to change. */
  changes: PatientChanges;
  /** The `version` on which these changes are based. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The patient's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId: Scalars['ID']['input'];
};

/** Answer of `updatePatient`. */
export type UpdatePatientPayload = {
  __typename?: 'UpdatePatientPayload';
  /** The patient after the change; null if refused. */
  patient?: Maybe<Patient>;
  /** Why it was refused, all reasons at once; empty if it was done. */
  userErrors: Array<UserError>;
};

/** A reason why a mutation was refused, that the caller or their user can do something about. */
export type UserError = {
  /** The cause, for programs. */
  code: UserErrorCode;
  /** The cause and what to do, for people; its wording may change. */
  message: Scalars['String']['output'];
  /** The input that the reason is about, from the argument on: `["input", "startsAt"]`. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Every reason to refuse a mutation, one code per cause. Codes are stable; messages are not. */
export type UserErrorCode =
  /** Only a BOOKED appointment can change: see AppointmentNotBookedError. */
  | 'APPOINTMENT_NOT_BOOKED'
  /** There is no appointment with this id. */
  | 'APPOINTMENT_NOT_FOUND'
  /** An appointment that has not begun is neither completed nor missed: see AppointmentNotStartedError. */
  | 'APPOINTMENT_NOT_STARTED'
  /** The doctor takes no appointments at present. */
  | 'DOCTOR_INACTIVE'
  /** There is no doctor with this id. */
  | 'DOCTOR_NOT_FOUND'
  /** Appointments take 15 to 180 minutes: see DurationOutOfRangeError. */
  | 'DURATION_OUT_OF_RANGE'
  /** This is not an email address that can receive mail. */
  | 'EMAIL_INVALID'
  /** Another patient has this email. */
  | 'EMAIL_TAKEN'
  /** People with appointments are not deleted: see HasAppointmentsError. */
  | 'HAS_APPOINTMENTS'
  /** This idempotency key has been used with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /**
   * The text has characters in it that can't be seen or are none: controls, changes of the direction of
   * writing, private or undefined characters.
   */
  | 'INVALID_CHARACTERS'
  /** There is no patient with this id. */
  | 'PATIENT_NOT_FOUND'
  /** The text is null, empty or blank, or nothing in it can be seen. */
  | 'REQUIRED'
  /** The doctor's time is taken: see SlotTakenError. */
  | 'SLOT_TAKEN'
  /** Somebody else has changed the object: see StaleVersionError. */
  | 'STALE_VERSION'
  /** The appointment would start in the past, or now. */
  | 'STARTS_IN_PAST'
  /** The appointment would end after the year 9999. */
  | 'STARTS_TOO_LATE'
  /** The text has more characters than fit: see TooLongError. */
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
