import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Caller, PatientRow as PatientModel, DoctorRow as DoctorModel, AppointmentRow as AppointmentModel, Schedule as ScheduleModel, WorkingHours as WorkingHoursModel, ScheduleException as ScheduleExceptionModel, Hold as HoldModel, FreeTime as FreeTimeModel } from '../../domain/index.js';
import type { Check, HoursPayload, TimeError } from '../user-errors.js';
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
  /** A date without a time zone, `2030-01-07`. */
  LocalDate: { input: number; output: number; }
  /**
   * A date and a time of day without a time zone, `2030-01-07T09:00`. A clock of the doctor's time zone shows it; where
   * the clock skips it, the next moment is meant, and where it shows it twice, the first one.
   */
  LocalDateTime: { input: number; output: number; }
  /** A time of day without a time zone, `09:00`; as the end of working hours also `24:00`. */
  LocalTime: { input: number; output: number; }
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

/** The extra hours to add. */
export type AddExtraHoursInput = {
  /** The ids of 1 to 100 doctors. More than 100 items or 20 characters are refused with BAD_USER_INPUT. */
  doctorIds: Array<Scalars['ID']['input']>;
  /** The start, in the time zone of each doctor. More than 16 characters are refused with BAD_USER_INPUT. */
  from: Scalars['LocalDateTime']['input'];
  /** A note for the staff, up to 500 characters. More than 10,000 characters are refused with BAD_USER_INPUT. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The end, in the time zone of each doctor. More than 16 characters are refused with BAD_USER_INPUT. */
  until: Scalars['LocalDateTime']['input'];
};

/** The payload of `addExtraHours`. */
export type AddExtraHoursPayload = {
  __typename?: 'AddExtraHoursPayload';
  /** The extra hours of each doctor; null if refused. */
  scheduleExceptions?: Maybe<Array<ScheduleException>>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** The time off to add. */
export type AddTimeOffInput = {
  /** The ids of 1 to 100 doctors. More than 100 items or 20 characters are refused with BAD_USER_INPUT. */
  doctorIds: Array<Scalars['ID']['input']>;
  /** The start, in the time zone of each doctor. More than 16 characters are refused with BAD_USER_INPUT. */
  from: Scalars['LocalDateTime']['input'];
  /** What to do if booked appointments lie in the time off. */
  ifBooked: IfBooked;
  /** A note for the staff, up to 500 characters; it is never part of a refusal. More than 10,000 characters are refused with BAD_USER_INPUT. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The end, in the time zone of each doctor. More than 16 characters are refused with BAD_USER_INPUT. */
  until: Scalars['LocalDateTime']['input'];
};

/** The payload of `addTimeOff`. */
export type AddTimeOffPayload = {
  __typename?: 'AddTimeOffPayload';
  /** Booked appointments in the time off, earliest first. */
  appointmentsOutsideHours: Array<Appointment>;
  /** The time off of each doctor; null if refused. */
  scheduleExceptions?: Maybe<Array<ScheduleException>>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};


/** The payload of `addTimeOff`. */
export type AddTimeOffPayloadAppointmentsOutsideHoursArgs = {
  first: Scalars['Int']['input'];
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
  /** The rules that were waived for its time. Roles: ADMIN, STAFF, DOCTOR. */
  waived: Array<WaivableRule>;
};

/** Identifies an appointment by exactly one of these fields. */
export type AppointmentBy =
  /** The integer id in the REST endpoints. */
  { databaseId: Scalars['Int']['input']; id?: never; }
  |  /** The appointment's `id`, `apt_…`. More than 20 characters are refused with BAD_USER_INPUT. */
  { databaseId?: never; id: Scalars['ID']['input']; };

/** The result of a check. */
export type AppointmentCheck = {
  __typename?: 'AppointmentCheck';
  /** Whether the appointment can be booked, or moved, now. */
  isPossible: Scalars['Boolean']['output'];
  /** Times that can be booked instead, the first at or after the requested start. */
  nextFreeTimes: Array<FreeTime>;
  /** All reasons for a refusal; empty if it is possible. */
  userErrors: Array<UserError>;
};


/** The result of a check. */
export type AppointmentCheckNextFreeTimesArgs = {
  first: Scalars['Int']['input'];
};

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

/** APPOINTMENTS_IN_THE_WAY, with the booked appointments. */
export type AppointmentsInTheWayError = UserError & {
  __typename?: 'AppointmentsInTheWayError';
  /** The number of appointments. */
  appointmentCount: Scalars['Int']['output'];
  /** The appointments, earliest first. */
  appointments: Array<Appointment>;
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};


/** APPOINTMENTS_IN_THE_WAY, with the booked appointments. */
export type AppointmentsInTheWayErrorAppointmentsArgs = {
  first: Scalars['Int']['input'];
};

/** The appointment to book. */
export type BookAppointmentInput = {
  /**
   * Rules that are waived, to squeeze somebody in. What others have booked or hold, inactive doctors and the past are never
   * waived. The appointment keeps those that would have refused it. More than 5 items are refused with BAD_USER_INPUT. Roles: ADMIN, STAFF.
   */
  despite?: InputMaybe<Array<WaivableRule>>;
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** The duration, from 15 to 180 minutes. */
  durationMinutes: Scalars['Int']['input'];
  /** The key of a hold of the caller. The hold does not refuse its own appointment, which takes its place. More than 1,000 characters are refused with BAD_USER_INPUT. */
  holdKey?: InputMaybe<Scalars['String']['input']>;
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

/** The appointment to check: exactly one of these fields. */
export type CheckAppointmentInput =
  /** As for `bookAppointment`. */
  { book: BookAppointmentInput; reschedule?: never; }
  |  /** As for `rescheduleAppointment`. */
  { book?: never; reschedule: RescheduleAppointmentInput; };

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
  isActive: Scalars['Boolean']['input'];
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
  /** Booked appointments in the future that the hours, as they are now, do not cover; in pages. Roles: ADMIN, STAFF, DOCTOR. */
  appointmentsOutsideHours: AppointmentConnection;
  /** When the doctor was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The integer id of this doctor in the REST endpoints. */
  databaseId: Scalars['Int']['output'];
  /** Times that can be booked now, earliest first. None without a schedule, or while the doctor is inactive. */
  freeTimes: FreeTimes;
  /** The full name, including the title. */
  fullName: Scalars['String']['output'];
  /** Opaque; starts with `doc_`. */
  id: Scalars['ID']['output'];
  /** Only active doctors take new appointments. Deactivation does not change existing appointments. */
  isActive: Scalars['Boolean']['output'];
  /** Time off and extra hours that end after this date begins, by their start. */
  scheduleExceptions: Array<ScheduleException>;
  /**
   * The schedules that are valid on this date or later, by `validFrom`. On each date, the valid schedule with the latest
   * `validFrom` counts. A doctor can be booked at any time before the first schedule begins, or if there is none.
   */
  schedules: Array<Schedule>;
  /** The field of medicine, in the clinic's own terms. */
  specialty: Scalars['String']['output'];
  /** The IANA time zone of the doctor's hours, `Europe/Berlin`; null before there are any. */
  timeZone?: Maybe<Scalars['String']['output']>;
  /** When a field of the doctor was last changed. Bookings do not change it. */
  updatedAt: Scalars['DateTime']['output'];
  /**
   * Increases with each change of the doctor's own fields, not with bookings. Send it as
   * `expectedVersion`.
   */
  version: Scalars['Int']['output'];
  /** When the doctor works by the schedules, extra hours and time off, booked or not. */
  workingTimes: WorkingTimes;
};


/** A doctor of the clinic. Appointments of one doctor never overlap. */
export type DoctorAppointmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AppointmentFilter>;
  first: Scalars['Int']['input'];
  orderBy: AppointmentOrder;
};


/** A doctor of the clinic. Appointments of one doctor never overlap. */
export type DoctorAppointmentsOutsideHoursArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** A doctor of the clinic. Appointments of one doctor never overlap. */
export type DoctorFreeTimesArgs = {
  durationMinutes: Scalars['Int']['input'];
  first: Scalars['Int']['input'];
  from?: InputMaybe<Scalars['DateTime']['input']>;
  until: Scalars['DateTime']['input'];
};


/** A doctor of the clinic. Appointments of one doctor never overlap. */
export type DoctorScheduleExceptionsArgs = {
  first: Scalars['Int']['input'];
  from?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** A doctor of the clinic. Appointments of one doctor never overlap. */
export type DoctorSchedulesArgs = {
  first: Scalars['Int']['input'];
  from?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** A doctor of the clinic. Appointments of one doctor never overlap. */
export type DoctorWorkingTimesArgs = {
  first: Scalars['Int']['input'];
  from: Scalars['DateTime']['input'];
  until: Scalars['DateTime']['input'];
};

/** DOCTOR_AWAY, with the time off, but not its note. */
export type DoctorAwayError = TimeRefusal & UserError & {
  __typename?: 'DoctorAwayError';
  /** The time off that overlaps. */
  blocking: Interval;
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** Times of the doctor that can be booked instead, the first at or after the requested start. */
  nextFreeTimes: Array<FreeTime>;
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};


/** DOCTOR_AWAY, with the time off, but not its note. */
export type DoctorAwayErrorNextFreeTimesArgs = {
  first: Scalars['Int']['input'];
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

/** Selects doctors by exactly one of these fields. */
export type DoctorsBy =
  /** Up to 100 ids of doctors. Ids of no doctor are ignored. More than 100 items or 20 characters are refused with BAD_USER_INPUT. */
  { ids: Array<Scalars['ID']['input']>; specialty?: never; }
  |  /**
   * All active doctors with this specialty, compared like names in a search of patients; of more than 300, the first 300 by
   * id. More than 500 characters are refused with BAD_USER_INPUT.
   */
  { ids?: never; specialty: Scalars['String']['input']; };

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

/** A time that can be booked, unless somebody else books or holds it first. */
export type FreeTime = {
  __typename?: 'FreeTime';
  /** The doctor. */
  doctor: Doctor;
  /** The end. */
  endsAt: Scalars['DateTime']['output'];
  /** The start. */
  startsAt: Scalars['DateTime']['output'];
};

/** A page of free times. */
export type FreeTimes = {
  __typename?: 'FreeTimes';
  /** The `from` of the next page; null on the last page. A page covers at most 366 days, and may be empty. */
  nextFrom?: Maybe<Scalars['DateTime']['output']>;
  /** The free times, earliest first. */
  times: Array<FreeTime>;
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

/** A time that is kept for the caller who knows the key of the hold. */
export type Hold = {
  __typename?: 'Hold';
  /** The doctor. */
  doctor: Doctor;
  /** The end of the time. */
  endsAt: Scalars['DateTime']['output'];
  /** The start of the time. */
  startsAt: Scalars['DateTime']['output'];
  /** When the hold ends by itself. */
  until: Scalars['DateTime']['output'];
};

/** The time to hold. */
export type HoldTimeInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** The duration, from 15 to 180 minutes. */
  durationMinutes: Scalars['Int']['input'];
  /** 1 to 255 characters that the caller chooses and nobody can guess, for example a UUID. More than 1,000 characters are refused with BAD_USER_INPUT. */
  holdKey: Scalars['String']['input'];
  /** How many minutes the time is held, from 1 to 30. */
  minutes: Scalars['Int']['input'];
  /** The start; must be in the future. More than 40 characters are refused with BAD_USER_INPUT. */
  startsAt: Scalars['DateTime']['input'];
};

/** The payload of `holdTime`. */
export type HoldTimePayload = {
  __typename?: 'HoldTimePayload';
  /** The hold; null if refused. */
  hold?: Maybe<Hold>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};

/** What to do if booked appointments would lie outside the hours. */
export type IfBooked =
  /** Make the change, and keep the appointments as they are. */
  | 'KEEP'
  /** Refuse the change with APPOINTMENTS_IN_THE_WAY. */
  | 'REFUSE';

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
  /** Lets a doctor take appointments; succeeds unchanged if the doctor is active. Roles: ADMIN. Refusals: DOCTOR_NOT_FOUND, STALE_VERSION. */
  activateDoctor?: Maybe<ActivateDoctorPayload>;
  /** Adds the same extra hours to each of these doctors, in the time zone of each. Roles: ADMIN, STAFF, DOCTOR. Refusals: DOCTOR_NOT_FOUND, REQUIRED, TOO_LONG, INVALID_CHARACTERS, VALIDITY_INVALID. */
  addExtraHours?: Maybe<AddExtraHoursPayload>;
  /**
   * Adds the same time off to each of these doctors, in the time zone of each: a leave of one, a closing day of all.
   * Booked appointments are never cancelled. Roles: ADMIN, STAFF, DOCTOR. Refusals: DOCTOR_NOT_FOUND, REQUIRED, TOO_LONG, INVALID_CHARACTERS, VALIDITY_INVALID, APPOINTMENTS_IN_THE_WAY.
   */
  addTimeOff?: Maybe<AddTimeOffPayload>;
  /** Books an appointment. Roles: ADMIN, STAFF, DOCTOR, PATIENT. Refusals: DOCTOR_NOT_FOUND, DOCTOR_INACTIVE, PATIENT_NOT_FOUND, APPOINTMENT_NOT_FOUND, STARTS_IN_PAST, STARTS_TOO_LATE, DURATION_OUT_OF_RANGE, OUTSIDE_HOURS, DOCTOR_AWAY, TOO_SHORT_NOTICE, TOO_FAR_AHEAD, SLOT_TAKEN, SLOT_HELD, TOO_CLOSE, IDEMPOTENCY_KEY_REUSED, REQUIRED, TOO_LONG, INVALID_CHARACTERS. */
  bookAppointment?: Maybe<BookAppointmentPayload>;
  /** Calls a booked appointment off and frees its time; succeeds unchanged if it is cancelled. Roles: ADMIN, STAFF, DOCTOR, PATIENT. Refusals: APPOINTMENT_NOT_FOUND, APPOINTMENT_NOT_BOOKED, STALE_VERSION, TOO_LONG, INVALID_CHARACTERS. */
  cancelAppointment?: Maybe<CancelAppointmentPayload>;
  /** Notes that a booked appointment took place; it must have begun. Roles: ADMIN, STAFF, DOCTOR. Refusals: APPOINTMENT_NOT_FOUND, APPOINTMENT_NOT_BOOKED, APPOINTMENT_NOT_STARTED, STALE_VERSION. */
  completeAppointment?: Maybe<CompleteAppointmentPayload>;
  /** Adds a doctor. Roles: ADMIN. Refusals: REQUIRED, TOO_LONG, INVALID_CHARACTERS. */
  createDoctor?: Maybe<CreateDoctorPayload>;
  /**
   * Stops new appointments with a doctor and keeps what is booked; succeeds unchanged if the doctor is
   * inactive. Roles: ADMIN. Refusals: DOCTOR_NOT_FOUND, STALE_VERSION.
   */
  deactivateDoctor?: Maybe<DeactivateDoctorPayload>;
  /**
   * Removes an appointment, whatever its status, as if it had never been: for mistakes of data entry.
   * The everyday verb is `cancelAppointment`. Roles: ADMIN. Refusals: APPOINTMENT_NOT_FOUND, STALE_VERSION.
   */
  deleteAppointment?: Maybe<DeleteAppointmentPayload>;
  /** Removes a doctor who has no appointments, not even cancelled ones. Roles: ADMIN. Refusals: DOCTOR_NOT_FOUND, STALE_VERSION, HAS_APPOINTMENTS. */
  deleteDoctor?: Maybe<DeleteDoctorPayload>;
  /** Removes a patient who has no appointments, not even cancelled ones. Roles: ADMIN. Refusals: PATIENT_NOT_FOUND, STALE_VERSION, HAS_APPOINTMENTS. */
  deletePatient?: Maybe<DeletePatientPayload>;
  /**
   * Keeps a time from others for some minutes, by the same rules as booking. Only who sends the key can book the time. The
   * same key again moves or prolongs the hold. Roles: ADMIN, STAFF, DOCTOR, PATIENT. Refusals: DOCTOR_NOT_FOUND, DOCTOR_INACTIVE, STARTS_IN_PAST, STARTS_TOO_LATE, DURATION_OUT_OF_RANGE, OUTSIDE_HOURS, DOCTOR_AWAY, TOO_SHORT_NOTICE, TOO_FAR_AHEAD, SLOT_TAKEN, SLOT_HELD, TOO_CLOSE, NUMBER_OUT_OF_RANGE, REQUIRED, TOO_LONG, INVALID_CHARACTERS.
   */
  holdTime?: Maybe<HoldTimePayload>;
  /** Notes that the patient of a booked appointment did not come; it must have begun. Roles: ADMIN, STAFF, DOCTOR. Refusals: APPOINTMENT_NOT_FOUND, APPOINTMENT_NOT_BOOKED, APPOINTMENT_NOT_STARTED, STALE_VERSION. */
  markAppointmentNoShow?: Maybe<MarkAppointmentNoShowPayload>;
  /**
   * Publishes hours of a doctor. A schedule of the doctor with the same `validFrom` is replaced. Booked appointments are
   * never cancelled. Roles: ADMIN, STAFF, DOCTOR. Refusals: DOCTOR_NOT_FOUND, STALE_VERSION, TIME_ZONE_UNKNOWN, HOURS_INVALID, VALIDITY_INVALID, NUMBER_OUT_OF_RANGE, TOO_MANY_SCHEDULES, APPOINTMENTS_IN_THE_WAY.
   */
  publishSchedule?: Maybe<PublishSchedulePayload>;
  /** Adds a patient. Roles: ADMIN, STAFF. Refusals: REQUIRED, TOO_LONG, INVALID_CHARACTERS, EMAIL_INVALID, EMAIL_TAKEN. */
  registerPatient?: Maybe<RegisterPatientPayload>;
  /** Ends a hold before its time; succeeds if there is none. Roles: ADMIN, STAFF, DOCTOR, PATIENT. Refusals: REQUIRED, TOO_LONG, INVALID_CHARACTERS. */
  releaseHold?: Maybe<ReleaseHoldPayload>;
  /** Removes a schedule. Booked appointments are never cancelled. Roles: ADMIN, STAFF, DOCTOR. Refusals: SCHEDULE_NOT_FOUND, STALE_VERSION, APPOINTMENTS_IN_THE_WAY. */
  removeSchedule?: Maybe<RemoveSchedulePayload>;
  /** Removes time off or extra hours. Booked appointments are never cancelled. Roles: ADMIN, STAFF, DOCTOR. Refusals: SCHEDULE_EXCEPTION_NOT_FOUND, APPOINTMENTS_IN_THE_WAY. */
  removeScheduleException?: Maybe<RemoveScheduleExceptionPayload>;
  /** Moves a booked appointment to another time, duration or doctor, by the same rules as booking. Roles: ADMIN, STAFF, DOCTOR, PATIENT. Refusals: APPOINTMENT_NOT_FOUND, APPOINTMENT_NOT_BOOKED, STALE_VERSION, DOCTOR_NOT_FOUND, DOCTOR_INACTIVE, STARTS_IN_PAST, STARTS_TOO_LATE, DURATION_OUT_OF_RANGE, OUTSIDE_HOURS, DOCTOR_AWAY, TOO_SHORT_NOTICE, TOO_FAR_AHEAD, SLOT_TAKEN, SLOT_HELD, TOO_CLOSE, IDEMPOTENCY_KEY_REUSED, REQUIRED, TOO_LONG, INVALID_CHARACTERS. */
  rescheduleAppointment?: Maybe<RescheduleAppointmentPayload>;
  /**
   * Turns an active doctor inactive and the other way round. Roles: ADMIN. Refusals: DOCTOR_NOT_FOUND, STALE_VERSION.
   * @deprecated A repeated toggle undoes itself: use `activateDoctor` or `deactivateDoctor`. It stays until 2027-12-31.
   */
  toggleDoctorStatus?: Maybe<ToggleDoctorStatusPayload>;
  /** Changes the fields that are given. Roles: ADMIN. Refusals: DOCTOR_NOT_FOUND, STALE_VERSION, REQUIRED, TOO_LONG, INVALID_CHARACTERS. */
  updateDoctor?: Maybe<UpdateDoctorPayload>;
  /** Changes the fields that are given. Roles: ADMIN, STAFF, PATIENT. Refusals: PATIENT_NOT_FOUND, STALE_VERSION, REQUIRED, TOO_LONG, INVALID_CHARACTERS, EMAIL_INVALID, EMAIL_TAKEN. */
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
export type MutationAddExtraHoursArgs = {
  input: AddExtraHoursInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationAddTimeOffArgs = {
  input: AddTimeOffInput;
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
export type MutationHoldTimeArgs = {
  input: HoldTimeInput;
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
export type MutationPublishScheduleArgs = {
  input: PublishScheduleInput;
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
export type MutationReleaseHoldArgs = {
  input: ReleaseHoldInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationRemoveScheduleArgs = {
  input: RemoveScheduleInput;
};


/**
 * All mutations. Each returns a payload with the created or changed object, or with null and all reasons
 * in `userErrors`. If there are `userErrors`, nothing was written. The payload itself is only null if
 * the top-level `errors` has an entry.
 *
 * If an input has an `expectedVersion`, the change is refused with STALE_VERSION if the object has been
 * changed since that version was read.
 */
export type MutationRemoveScheduleExceptionArgs = {
  input: RemoveScheduleExceptionInput;
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
  /**
   * Opaque, and unique across all types; it starts with the kind of object: `pat_`, `doc_`, `apt_`, `sch_` or
   * `exc_`.
   */
  id: Scalars['ID']['output'];
};

/** NUMBER_OUT_OF_RANGE, with the allowed range. */
export type NumberOutOfRangeError = UserError & {
  __typename?: 'NumberOutOfRangeError';
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The maximum. */
  maximum: Scalars['Int']['output'];
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** The minimum. */
  minimum: Scalars['Int']['output'];
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** OUTSIDE_HOURS, with the doctor's working times on the days of the appointment. */
export type OutsideHoursError = TimeRefusal & UserError & {
  __typename?: 'OutsideHoursError';
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** Times of the doctor that can be booked instead, the first at or after the requested start. */
  nextFreeTimes: Array<FreeTime>;
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The working times on the dates, in the doctor's time zone, of the appointment; empty if there are none. */
  workingTimes: Array<Interval>;
};


/** OUTSIDE_HOURS, with the doctor's working times on the days of the appointment. */
export type OutsideHoursErrorNextFreeTimesArgs = {
  first: Scalars['Int']['input'];
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
  first: Scalars['Int']['input'];
  orderBy: AppointmentOrder;
};

/** Identifies a patient by exactly one of these fields. */
export type PatientBy =
  /** The integer id in the REST endpoints. */
  { databaseId: Scalars['Int']['input']; email?: never; id?: never; }
  |  /** The patient's email address; case is ignored. More than 1,000 characters are refused with BAD_USER_INPUT. Roles: ADMIN, STAFF, DOCTOR. */
  { databaseId?: never; email: Scalars['EmailAddress']['input']; id?: never; }
  |  /** The patient's `id`, `pat_…`. More than 20 characters are refused with BAD_USER_INPUT. */
  { databaseId?: never; email?: never; id: Scalars['ID']['input']; };

/** The new values of a patient's fields. Missing fields are not changed; no field may be null. */
export type PatientChanges = {
  /** Up to 100 characters; must be unique among patients. More than 1,000 characters are refused with BAD_USER_INPUT. Roles: ADMIN, STAFF. */
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

/** The schedule to publish. */
export type PublishScheduleInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: Scalars['ID']['input'];
  /** The `version` of the schedule that is replaced. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The minimum number of minutes between two appointments, from 0 to 120. */
  gapMinutes: Scalars['Int']['input'];
  /** How many days ahead an appointment can be booked, from 0 to 3660; without limit if this is missing. */
  horizonDays?: InputMaybe<Scalars['Int']['input']>;
  /** The hours of the week. Hours of one day must not overlap; without any, the doctor does not work. More than 50 items are refused with BAD_USER_INPUT. */
  hours: Array<WorkingHoursInput>;
  /** What to do if booked appointments would lie outside the hours. */
  ifBooked: IfBooked;
  /** How many minutes before its start an appointment must be booked at the latest, from 0 to 43200. */
  minimumNoticeMinutes: Scalars['Int']['input'];
  /** The step of free times, from 5 to 180 minutes. */
  slotMinutes: Scalars['Int']['input'];
  /**
   * The IANA time zone of all of the doctor's hours, `Europe/Berlin`. If it is missing, it is not changed; at first, it is
   * the clinic's. More than 100 characters are refused with BAD_USER_INPUT.
   */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** The first date on which the schedule is valid. More than 10 characters are refused with BAD_USER_INPUT. */
  validFrom: Scalars['LocalDate']['input'];
  /** The last date on which the schedule is valid; it has no end if this is missing. More than 10 characters are refused with BAD_USER_INPUT. */
  validUntil?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** The payload of `publishSchedule`. */
export type PublishSchedulePayload = {
  __typename?: 'PublishSchedulePayload';
  /** Booked appointments that this change leaves outside the hours, earliest first. */
  appointmentsOutsideHours: Array<Appointment>;
  /** The schedule; null if refused. */
  schedule?: Maybe<Schedule>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};


/** The payload of `publishSchedule`. */
export type PublishSchedulePayloadAppointmentsOutsideHoursArgs = {
  first: Scalars['Int']['input'];
};

/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type Query = {
  __typename?: 'Query';
  /** One appointment; null if there is none. Roles: ADMIN, STAFF, DOCTOR, PATIENT. */
  appointment?: Maybe<Appointment>;
  /** The appointments of the clinic, in pages. Roles: ADMIN, STAFF, DOCTOR, PATIENT. */
  appointments: AppointmentConnection;
  /**
   * What `bookAppointment` or `rescheduleAppointment` would answer now, with all reasons for a refusal at once. It
   * writes nothing and keeps nothing for the caller. Roles: ADMIN, STAFF, DOCTOR, PATIENT.
   */
  checkAppointment: AppointmentCheck;
  /** One doctor; null if there is none. Roles: ADMIN, STAFF, DOCTOR, PATIENT. */
  doctor?: Maybe<Doctor>;
  /** The doctors of the clinic, in pages. Roles: ADMIN, STAFF, DOCTOR, PATIENT. */
  doctors: DoctorConnection;
  /**
   * The earliest times that can be booked with any of these doctors, earliest first; those at one time by the doctors'
   * ids. Only working hours of schedules are searched. All times that start together are on one page, so that a page can
   * have more than `first`. Roles: ADMIN, STAFF, DOCTOR, PATIENT.
   */
  firstFreeTimes: FreeTimes;
  /** One object by its id; null if it does not exist. An id of an unknown kind is BAD_USER_INPUT. Roles: ADMIN, STAFF, DOCTOR, PATIENT. */
  node?: Maybe<Node>;
  /** Up to 100 objects by their ids, in the order of `ids`; null for each one that does not exist. Roles: ADMIN, STAFF, DOCTOR, PATIENT. */
  nodes: Array<Maybe<Node>>;
  /** One patient; null if there is none. Roles: ADMIN, STAFF, DOCTOR, PATIENT. */
  patient?: Maybe<Patient>;
  /** The patients of the clinic, in pages. Roles: ADMIN, STAFF, DOCTOR, PATIENT. */
  patients: PatientConnection;
  /** Who sends this request, and in which role. Roles: ADMIN, STAFF, DOCTOR, PATIENT, AUDITOR. */
  viewer: Viewer;
};


/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type QueryAppointmentArgs = {
  by: AppointmentBy;
};


/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type QueryAppointmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AppointmentFilter>;
  first: Scalars['Int']['input'];
  orderBy: AppointmentOrder;
};


/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type QueryCheckAppointmentArgs = {
  input: CheckAppointmentInput;
};


/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type QueryDoctorArgs = {
  by: DoctorBy;
};


/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type QueryDoctorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DoctorFilter>;
  first: Scalars['Int']['input'];
  orderBy: DoctorOrder;
};


/** All queries. An object that does not exist is null, or is not in the list; this is not an error. */
export type QueryFirstFreeTimesArgs = {
  among: DoctorsBy;
  durationMinutes: Scalars['Int']['input'];
  first: Scalars['Int']['input'];
  from?: InputMaybe<Scalars['DateTime']['input']>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
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
  first: Scalars['Int']['input'];
  orderBy: PatientOrder;
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

/** The hold to end. */
export type ReleaseHoldInput = {
  /** The key of the hold. More than 1,000 characters are refused with BAD_USER_INPUT. */
  holdKey: Scalars['String']['input'];
};

/** The payload of `releaseHold`. */
export type ReleaseHoldPayload = {
  __typename?: 'ReleaseHoldPayload';
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
  /** Whether a hold was ended; false if there was none, null if refused. */
  wasHeld?: Maybe<Scalars['Boolean']['output']>;
};

/** The time off or the extra hours to remove. */
export type RemoveScheduleExceptionInput = {
  /** What to do if booked appointments would lie outside the hours. */
  ifBooked: IfBooked;
  /** The exception's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  scheduleExceptionId: Scalars['ID']['input'];
};

/** The payload of `removeScheduleException`. */
export type RemoveScheduleExceptionPayload = {
  __typename?: 'RemoveScheduleExceptionPayload';
  /** Booked appointments that this change leaves outside the hours, earliest first. */
  appointmentsOutsideHours: Array<Appointment>;
  /** The `id` of the deleted object, to evict it from caches; null if refused. */
  deletedScheduleExceptionId?: Maybe<Scalars['ID']['output']>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};


/** The payload of `removeScheduleException`. */
export type RemoveScheduleExceptionPayloadAppointmentsOutsideHoursArgs = {
  first: Scalars['Int']['input'];
};

/** The schedule to remove. */
export type RemoveScheduleInput = {
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** What to do if booked appointments would lie outside the hours. */
  ifBooked: IfBooked;
  /** The schedule's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  scheduleId: Scalars['ID']['input'];
};

/** The payload of `removeSchedule`. */
export type RemoveSchedulePayload = {
  __typename?: 'RemoveSchedulePayload';
  /** Booked appointments that this change leaves outside the hours, earliest first. */
  appointmentsOutsideHours: Array<Appointment>;
  /** The `id` of the deleted object, to evict it from caches; null if refused. */
  deletedScheduleId?: Maybe<Scalars['ID']['output']>;
  /** All reasons for a refusal; empty if the mutation succeeded. */
  userErrors: Array<UserError>;
};


/** The payload of `removeSchedule`. */
export type RemoveSchedulePayloadAppointmentsOutsideHoursArgs = {
  first: Scalars['Int']['input'];
};

/** The new time of an appointment. */
export type RescheduleAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: Scalars['ID']['input'];
  /**
   * Rules that are waived, to squeeze somebody in. What others have booked or hold, inactive doctors and the past are never
   * waived. The appointment keeps those that would have refused it. More than 5 items are refused with BAD_USER_INPUT. Roles: ADMIN, STAFF.
   */
  despite?: InputMaybe<Array<WaivableRule>>;
  /** The `id` of another doctor; not changed if missing. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId?: InputMaybe<Scalars['ID']['input']>;
  /** The duration, from 15 to 180 minutes; not changed if missing. */
  durationMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** The `version` that was last read. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The key of a hold of the caller. The hold does not refuse its own appointment, which takes its place. More than 1,000 characters are refused with BAD_USER_INPUT. */
  holdKey?: InputMaybe<Scalars['String']['input']>;
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

/** The roles in which a caller can act: one in each request. */
export type Role =
  /** Everything. */
  | 'ADMIN'
  /** Reads who did what; no appointments and no patients. */
  | 'AUDITOR'
  /** A doctor: their own appointments, hours and patients. */
  | 'DOCTOR'
  /** A patient: their own data and appointments. */
  | 'PATIENT'
  /** The reception: appointments, patients and hours of all. It deletes no patients or appointments, and changes no doctors. */
  | 'STAFF';

/**
 * A doctor's hours of the week on some dates, in the doctor's time zone, and how they can be booked. An appointment must lie
 * wholly within the hours and the extra hours, and outside time off.
 */
export type Schedule = Node & {
  __typename?: 'Schedule';
  /** When the schedule was first published. */
  createdAt: Scalars['DateTime']['output'];
  /** The doctor. */
  doctor: Doctor;
  /** The minimum number of minutes between two appointments. */
  gapMinutes: Scalars['Int']['output'];
  /** An appointment can be booked at most so many days ahead; null if there is no limit. */
  horizonDays?: Maybe<Scalars['Int']['output']>;
  /** The hours of the week, by weekday and start. Breaks are the gaps between them. */
  hours: Array<WorkingHours>;
  /** Opaque; starts with `sch_`. */
  id: Scalars['ID']['output'];
  /** An appointment must be booked at least so many minutes before it starts. */
  minimumNoticeMinutes: Scalars['Int']['output'];
  /** Free times are offered in steps of so many minutes from the start of each interval of hours. */
  slotMinutes: Scalars['Int']['output'];
  /** When the schedule was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The first date on which the schedule is valid. */
  validFrom: Scalars['LocalDate']['output'];
  /** The last date on which the schedule is valid; null if it has no end. */
  validUntil?: Maybe<Scalars['LocalDate']['output']>;
  /** Increases with each change of the schedule. Send it as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

/** Time off or extra hours of a doctor: an exception from the schedules. */
export type ScheduleException = Node & {
  __typename?: 'ScheduleException';
  /** When the exception was added. */
  createdAt: Scalars['DateTime']['output'];
  /** The doctor. */
  doctor: Doctor;
  /** The start, in the doctor's time zone. */
  from: Scalars['LocalDateTime']['output'];
  /** Opaque; starts with `exc_`. */
  id: Scalars['ID']['output'];
  /** Whether the doctor is away or works more. */
  kind: ScheduleExceptionKind;
  /** A note for the staff; it is never part of a refusal. Roles: ADMIN, STAFF, DOCTOR. */
  note?: Maybe<Scalars['String']['output']>;
  /** The end, in the doctor's time zone. */
  until: Scalars['LocalDateTime']['output'];
};

/** What an exception from the schedules is. */
export type ScheduleExceptionKind =
  /** The doctor works besides the hours of the schedule. */
  | 'EXTRA_HOURS'
  /** The doctor takes no appointments. It outweighs hours and extra hours. */
  | 'TIME_OFF';

/** SLOT_HELD, with the time of the hold. */
export type SlotHeldError = TimeRefusal & UserError & {
  __typename?: 'SlotHeldError';
  /** The time that somebody holds. */
  blocking: Interval;
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** Times of the doctor that can be booked instead, the first at or after the requested start. */
  nextFreeTimes: Array<FreeTime>;
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** When the hold ends at the latest. */
  until: Scalars['DateTime']['output'];
};


/** SLOT_HELD, with the time of the hold. */
export type SlotHeldErrorNextFreeTimesArgs = {
  first: Scalars['Int']['input'];
};

/** SLOT_TAKEN, with the time of the blocking appointment, but not its patient. */
export type SlotTakenError = TimeRefusal & UserError & {
  __typename?: 'SlotTakenError';
  /** The earliest appointment of the doctor that overlaps. */
  blocking: Interval;
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** Times of the doctor that can be booked instead, the first at or after the requested start. */
  nextFreeTimes: Array<FreeTime>;
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};


/** SLOT_TAKEN, with the time of the blocking appointment, but not its patient. */
export type SlotTakenErrorNextFreeTimesArgs = {
  first: Scalars['Int']['input'];
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

/**
 * A reason why a time cannot be had. The free times are only searched for if they are selected; they are advice, not a
 * promise.
 */
export type TimeRefusal = {
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** Times of the doctor that can be booked instead, the first at or after the requested start. */
  nextFreeTimes: Array<FreeTime>;
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};


/**
 * A reason why a time cannot be had. The free times are only searched for if they are selected; they are advice, not a
 * promise.
 */
export type TimeRefusalNextFreeTimesArgs = {
  first: Scalars['Int']['input'];
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

/** TOO_CLOSE, with the appointment or hold that is too near. */
export type TooCloseError = TimeRefusal & UserError & {
  __typename?: 'TooCloseError';
  /** The earliest time of an appointment or hold that is too near. */
  blocking: Interval;
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The minimum number of minutes between two appointments. */
  gapMinutes: Scalars['Int']['output'];
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** Times of the doctor that can be booked instead, the first at or after the requested start. */
  nextFreeTimes: Array<FreeTime>;
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};


/** TOO_CLOSE, with the appointment or hold that is too near. */
export type TooCloseErrorNextFreeTimesArgs = {
  first: Scalars['Int']['input'];
};

/** TOO_FAR_AHEAD, with the latest start. */
export type TooFarAheadError = TimeRefusal & UserError & {
  __typename?: 'TooFarAheadError';
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The latest start that could be booked now. */
  latest: Scalars['DateTime']['output'];
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** Times of the doctor that can be booked instead, the first at or after the requested start. */
  nextFreeTimes: Array<FreeTime>;
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};


/** TOO_FAR_AHEAD, with the latest start. */
export type TooFarAheadErrorNextFreeTimesArgs = {
  first: Scalars['Int']['input'];
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

/** TOO_SHORT_NOTICE, with the earliest start. */
export type TooShortNoticeError = TimeRefusal & UserError & {
  __typename?: 'TooShortNoticeError';
  /** The reason, for programs. */
  code: UserErrorCode;
  /** The earliest start that could be booked now. */
  earliest: Scalars['DateTime']['output'];
  /** The reason and what to do, for people. The wording may change. */
  message: Scalars['String']['output'];
  /** Times of the doctor that can be booked instead, the first at or after the requested start. */
  nextFreeTimes: Array<FreeTime>;
  /** The path of the input, starting with the argument. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};


/** TOO_SHORT_NOTICE, with the earliest start. */
export type TooShortNoticeErrorNextFreeTimesArgs = {
  first: Scalars['Int']['input'];
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
  /** Booked appointments would lie outside the hours: see AppointmentsInTheWayError. */
  | 'APPOINTMENTS_IN_THE_WAY'
  /** Only a BOOKED appointment can be changed: see AppointmentNotBookedError. */
  | 'APPOINTMENT_NOT_BOOKED'
  /** There is no appointment with this id. */
  | 'APPOINTMENT_NOT_FOUND'
  /** The appointment has not started yet: see AppointmentNotStartedError. */
  | 'APPOINTMENT_NOT_STARTED'
  /** The doctor is away at that time: see DoctorAwayError. */
  | 'DOCTOR_AWAY'
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
  /** Hours must end after they start, and must not overlap others of the same day. */
  | 'HOURS_INVALID'
  /** This idempotency key was used for another request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /**
   * The text contains invisible or undefined characters: control characters, changes of the writing
   * direction, private-use or unassigned characters.
   */
  | 'INVALID_CHARACTERS'
  /** The number is too small or too large: see NumberOutOfRangeError. */
  | 'NUMBER_OUT_OF_RANGE'
  /** The time is not within the doctor's hours: see OutsideHoursError. */
  | 'OUTSIDE_HOURS'
  /** There is no patient with this id. */
  | 'PATIENT_NOT_FOUND'
  /** The text is null, empty or blank, or has no visible characters. */
  | 'REQUIRED'
  /** There is no time off and there are no extra hours with this id. */
  | 'SCHEDULE_EXCEPTION_NOT_FOUND'
  /** There is no schedule with this id. */
  | 'SCHEDULE_NOT_FOUND'
  /** Somebody else holds that time: see SlotHeldError. */
  | 'SLOT_HELD'
  /** The doctor has another appointment at that time: see SlotTakenError. */
  | 'SLOT_TAKEN'
  /** The object has been changed in the meantime: see StaleVersionError. */
  | 'STALE_VERSION'
  /** The appointment would not start in the future. */
  | 'STARTS_IN_PAST'
  /** The appointment would end after the year 9999. */
  | 'STARTS_TOO_LATE'
  /** This is not the name of an IANA time zone. */
  | 'TIME_ZONE_UNKNOWN'
  /** The doctor needs more time between two appointments: see TooCloseError. */
  | 'TOO_CLOSE'
  /** The appointment cannot be booked yet: see TooFarAheadError. */
  | 'TOO_FAR_AHEAD'
  /** The text has too many characters: see TooLongError. */
  | 'TOO_LONG'
  /** The doctor has as many schedules as possible. Remove one first. */
  | 'TOO_MANY_SCHEDULES'
  /** The appointment starts too soon to be booked: see TooShortNoticeError. */
  | 'TOO_SHORT_NOTICE'
  /** The end must not be before the start. */
  | 'VALIDITY_INVALID';

/** The caller of a request. */
export type Viewer = {
  __typename?: 'Viewer';
  /** The doctor that the caller is; null if the caller does not act as a doctor. Roles: ADMIN, STAFF, DOCTOR, PATIENT. */
  doctor?: Maybe<Doctor>;
  /** The name by which the server knows the caller. */
  name: Scalars['String']['output'];
  /** The patient that the caller is; null if the caller does not act as a patient. Roles: ADMIN, STAFF, DOCTOR, PATIENT. */
  patient?: Maybe<Patient>;
  /** The role in which the caller acts in this request. */
  role: Role;
};

/** A rule that the office can waive for one appointment. */
export type WaivableRule =
  /** The doctor is away. */
  | 'DOCTOR_AWAY'
  /** The time lies outside the hours. */
  | 'OUTSIDE_HOURS'
  /** Another appointment or hold is too near. */
  | 'TOO_CLOSE'
  /** The appointment is booked too early. */
  | 'TOO_FAR_AHEAD'
  /** The appointment is booked too late. */
  | 'TOO_SHORT_NOTICE';

/** A day of the week. */
export type Weekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

/** Hours on one day of each week. */
export type WorkingHours = {
  __typename?: 'WorkingHours';
  /** The start. */
  from: Scalars['LocalTime']['output'];
  /** The end; `24:00` is the end of the day. Hours that touch, also at midnight, are one. */
  until: Scalars['LocalTime']['output'];
  /** The day. */
  weekday: Weekday;
};

/** Hours on one day of each week. */
export type WorkingHoursInput = {
  /** The start. More than 5 characters are refused with BAD_USER_INPUT. */
  from: Scalars['LocalTime']['input'];
  /** The end; `24:00` is the end of the day. More than 5 characters are refused with BAD_USER_INPUT. */
  until: Scalars['LocalTime']['input'];
  /** The day. */
  weekday: Weekday;
};

/** A page of working times. */
export type WorkingTimes = {
  __typename?: 'WorkingTimes';
  /** The `from` of the next page; null on the last page. A page covers at most 366 days. */
  nextFrom?: Maybe<Scalars['DateTime']['output']>;
  /** The working times, earliest first. */
  times: Array<Interval>;
};



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
    | ( ScheduleModel )
    | ( ScheduleExceptionModel )
  ;
  TimeRefusal:
    | ( TimeError )
    | ( TimeError )
    | ( TimeError )
    | ( TimeError )
    | ( TimeError )
    | ( TimeError )
    | ( TimeError )
  ;
  UserError:
    | ( AppointmentNotBookedError )
    | ( AppointmentNotStartedError )
    | ( Omit<AppointmentsInTheWayError, 'appointments'> & { appointments: Array<_RefType['Appointment']> } )
    | ( TimeError )
    | ( DurationOutOfRangeError )
    | ( GeneralUserError )
    | ( HasAppointmentsError )
    | ( NumberOutOfRangeError )
    | ( TimeError )
    | ( TimeError )
    | ( TimeError )
    | ( StaleVersionError )
    | ( TimeError )
    | ( TimeError )
    | ( TooLongError )
    | ( TimeError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActivateDoctorInput: ActivateDoctorInput;
  ActivateDoctorPayload: ResolverTypeWrapper<Omit<ActivateDoctorPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversTypes['Doctor']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AddExtraHoursInput: AddExtraHoursInput;
  AddExtraHoursPayload: ResolverTypeWrapper<Omit<AddExtraHoursPayload, 'scheduleExceptions' | 'userErrors'> & { scheduleExceptions?: Maybe<Array<ResolversTypes['ScheduleException']>>, userErrors: Array<ResolversTypes['UserError']> }>;
  AddTimeOffInput: AddTimeOffInput;
  AddTimeOffPayload: ResolverTypeWrapper<HoursPayload<"scheduleExceptions", ScheduleExceptionModel[]>>;
  Appointment: ResolverTypeWrapper<AppointmentModel>;
  AppointmentBy: AppointmentBy;
  AppointmentCheck: ResolverTypeWrapper<Check>;
  AppointmentConnection: ResolverTypeWrapper<Connection<AppointmentModel>>;
  AppointmentEdge: ResolverTypeWrapper<Edge<AppointmentModel>>;
  AppointmentFilter: AppointmentFilter;
  AppointmentNotBookedError: ResolverTypeWrapper<AppointmentNotBookedError>;
  AppointmentNotStartedError: ResolverTypeWrapper<AppointmentNotStartedError>;
  AppointmentOrder: AppointmentOrder;
  AppointmentStatus: AppointmentStatus;
  AppointmentsInTheWayError: ResolverTypeWrapper<Omit<AppointmentsInTheWayError, 'appointments'> & { appointments: Array<ResolversTypes['Appointment']> }>;
  BookAppointmentInput: BookAppointmentInput;
  BookAppointmentPayload: ResolverTypeWrapper<Omit<BookAppointmentPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversTypes['Appointment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CancelAppointmentInput: CancelAppointmentInput;
  CancelAppointmentPayload: ResolverTypeWrapper<Omit<CancelAppointmentPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversTypes['Appointment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CheckAppointmentInput: CheckAppointmentInput;
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
  DoctorAwayError: ResolverTypeWrapper<TimeError>;
  DoctorBy: DoctorBy;
  DoctorChanges: DoctorChanges;
  DoctorConnection: ResolverTypeWrapper<Connection<DoctorModel>>;
  DoctorEdge: ResolverTypeWrapper<Edge<DoctorModel>>;
  DoctorFilter: DoctorFilter;
  DoctorOrder: DoctorOrder;
  DoctorsBy: DoctorsBy;
  DurationOutOfRangeError: ResolverTypeWrapper<DurationOutOfRangeError>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  FreeTime: ResolverTypeWrapper<FreeTimeModel>;
  FreeTimes: ResolverTypeWrapper<Omit<FreeTimes, 'times'> & { times: Array<ResolversTypes['FreeTime']> }>;
  GeneralUserError: ResolverTypeWrapper<GeneralUserError>;
  HasAppointmentsError: ResolverTypeWrapper<HasAppointmentsError>;
  Hold: ResolverTypeWrapper<HoldModel>;
  HoldTimeInput: HoldTimeInput;
  HoldTimePayload: ResolverTypeWrapper<Omit<HoldTimePayload, 'hold' | 'userErrors'> & { hold?: Maybe<ResolversTypes['Hold']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IfBooked: IfBooked;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Interval: ResolverTypeWrapper<Interval>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  LocalDateTime: ResolverTypeWrapper<Scalars['LocalDateTime']['output']>;
  LocalTime: ResolverTypeWrapper<Scalars['LocalTime']['output']>;
  MarkAppointmentNoShowInput: MarkAppointmentNoShowInput;
  MarkAppointmentNoShowPayload: ResolverTypeWrapper<Omit<MarkAppointmentNoShowPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversTypes['Appointment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NumberOutOfRangeError: ResolverTypeWrapper<NumberOutOfRangeError>;
  OutsideHoursError: ResolverTypeWrapper<TimeError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Patient: ResolverTypeWrapper<PatientModel>;
  PatientBy: PatientBy;
  PatientChanges: PatientChanges;
  PatientConnection: ResolverTypeWrapper<Connection<PatientModel>>;
  PatientEdge: ResolverTypeWrapper<Edge<PatientModel>>;
  PatientOrder: PatientOrder;
  PublishScheduleInput: PublishScheduleInput;
  PublishSchedulePayload: ResolverTypeWrapper<HoursPayload<"schedule", ScheduleModel>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RegisterPatientInput: RegisterPatientInput;
  RegisterPatientPayload: ResolverTypeWrapper<Omit<RegisterPatientPayload, 'patient' | 'userErrors'> & { patient?: Maybe<ResolversTypes['Patient']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ReleaseHoldInput: ReleaseHoldInput;
  ReleaseHoldPayload: ResolverTypeWrapper<Omit<ReleaseHoldPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  RemoveScheduleExceptionInput: RemoveScheduleExceptionInput;
  RemoveScheduleExceptionPayload: ResolverTypeWrapper<HoursPayload<"deletedScheduleExceptionId", string>>;
  RemoveScheduleInput: RemoveScheduleInput;
  RemoveSchedulePayload: ResolverTypeWrapper<HoursPayload<"deletedScheduleId", string>>;
  RescheduleAppointmentInput: RescheduleAppointmentInput;
  RescheduleAppointmentPayload: ResolverTypeWrapper<Omit<RescheduleAppointmentPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversTypes['Appointment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Role: Role;
  Schedule: ResolverTypeWrapper<ScheduleModel>;
  ScheduleException: ResolverTypeWrapper<ScheduleExceptionModel>;
  ScheduleExceptionKind: ScheduleExceptionKind;
  SlotHeldError: ResolverTypeWrapper<TimeError>;
  SlotTakenError: ResolverTypeWrapper<TimeError>;
  StaleVersionError: ResolverTypeWrapper<StaleVersionError>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  TimeRefusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['TimeRefusal']>;
  ToggleDoctorStatusInput: ToggleDoctorStatusInput;
  ToggleDoctorStatusPayload: ResolverTypeWrapper<Omit<ToggleDoctorStatusPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversTypes['Doctor']>, userErrors: Array<ResolversTypes['UserError']> }>;
  TooCloseError: ResolverTypeWrapper<TimeError>;
  TooFarAheadError: ResolverTypeWrapper<TimeError>;
  TooLongError: ResolverTypeWrapper<TooLongError>;
  TooShortNoticeError: ResolverTypeWrapper<TimeError>;
  UpdateDoctorInput: UpdateDoctorInput;
  UpdateDoctorPayload: ResolverTypeWrapper<Omit<UpdateDoctorPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversTypes['Doctor']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdatePatientInput: UpdatePatientInput;
  UpdatePatientPayload: ResolverTypeWrapper<Omit<UpdatePatientPayload, 'patient' | 'userErrors'> & { patient?: Maybe<ResolversTypes['Patient']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: UserErrorCode;
  Viewer: ResolverTypeWrapper<Caller>;
  WaivableRule: WaivableRule;
  Weekday: Weekday;
  WorkingHours: ResolverTypeWrapper<WorkingHoursModel>;
  WorkingHoursInput: WorkingHoursInput;
  WorkingTimes: ResolverTypeWrapper<WorkingTimes>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActivateDoctorInput: ActivateDoctorInput;
  ActivateDoctorPayload: Omit<ActivateDoctorPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversParentTypes['Doctor']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AddExtraHoursInput: AddExtraHoursInput;
  AddExtraHoursPayload: Omit<AddExtraHoursPayload, 'scheduleExceptions' | 'userErrors'> & { scheduleExceptions?: Maybe<Array<ResolversParentTypes['ScheduleException']>>, userErrors: Array<ResolversParentTypes['UserError']> };
  AddTimeOffInput: AddTimeOffInput;
  AddTimeOffPayload: HoursPayload<"scheduleExceptions", ScheduleExceptionModel[]>;
  Appointment: AppointmentModel;
  AppointmentBy: AppointmentBy;
  AppointmentCheck: Check;
  AppointmentConnection: Connection<AppointmentModel>;
  AppointmentEdge: Edge<AppointmentModel>;
  AppointmentFilter: AppointmentFilter;
  AppointmentNotBookedError: AppointmentNotBookedError;
  AppointmentNotStartedError: AppointmentNotStartedError;
  AppointmentsInTheWayError: Omit<AppointmentsInTheWayError, 'appointments'> & { appointments: Array<ResolversParentTypes['Appointment']> };
  BookAppointmentInput: BookAppointmentInput;
  BookAppointmentPayload: Omit<BookAppointmentPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversParentTypes['Appointment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Boolean: Scalars['Boolean']['output'];
  CancelAppointmentInput: CancelAppointmentInput;
  CancelAppointmentPayload: Omit<CancelAppointmentPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversParentTypes['Appointment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CheckAppointmentInput: CheckAppointmentInput;
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
  DoctorAwayError: TimeError;
  DoctorBy: DoctorBy;
  DoctorChanges: DoctorChanges;
  DoctorConnection: Connection<DoctorModel>;
  DoctorEdge: Edge<DoctorModel>;
  DoctorFilter: DoctorFilter;
  DoctorsBy: DoctorsBy;
  DurationOutOfRangeError: DurationOutOfRangeError;
  EmailAddress: Scalars['EmailAddress']['output'];
  FreeTime: FreeTimeModel;
  FreeTimes: Omit<FreeTimes, 'times'> & { times: Array<ResolversParentTypes['FreeTime']> };
  GeneralUserError: GeneralUserError;
  HasAppointmentsError: HasAppointmentsError;
  Hold: HoldModel;
  HoldTimeInput: HoldTimeInput;
  HoldTimePayload: Omit<HoldTimePayload, 'hold' | 'userErrors'> & { hold?: Maybe<ResolversParentTypes['Hold']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Interval: Interval;
  LocalDate: Scalars['LocalDate']['output'];
  LocalDateTime: Scalars['LocalDateTime']['output'];
  LocalTime: Scalars['LocalTime']['output'];
  MarkAppointmentNoShowInput: MarkAppointmentNoShowInput;
  MarkAppointmentNoShowPayload: Omit<MarkAppointmentNoShowPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversParentTypes['Appointment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NumberOutOfRangeError: NumberOutOfRangeError;
  OutsideHoursError: TimeError;
  PageInfo: PageInfo;
  Patient: PatientModel;
  PatientBy: PatientBy;
  PatientChanges: PatientChanges;
  PatientConnection: Connection<PatientModel>;
  PatientEdge: Edge<PatientModel>;
  PublishScheduleInput: PublishScheduleInput;
  PublishSchedulePayload: HoursPayload<"schedule", ScheduleModel>;
  Query: Record<PropertyKey, never>;
  RegisterPatientInput: RegisterPatientInput;
  RegisterPatientPayload: Omit<RegisterPatientPayload, 'patient' | 'userErrors'> & { patient?: Maybe<ResolversParentTypes['Patient']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ReleaseHoldInput: ReleaseHoldInput;
  ReleaseHoldPayload: Omit<ReleaseHoldPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  RemoveScheduleExceptionInput: RemoveScheduleExceptionInput;
  RemoveScheduleExceptionPayload: HoursPayload<"deletedScheduleExceptionId", string>;
  RemoveScheduleInput: RemoveScheduleInput;
  RemoveSchedulePayload: HoursPayload<"deletedScheduleId", string>;
  RescheduleAppointmentInput: RescheduleAppointmentInput;
  RescheduleAppointmentPayload: Omit<RescheduleAppointmentPayload, 'appointment' | 'userErrors'> & { appointment?: Maybe<ResolversParentTypes['Appointment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Schedule: ScheduleModel;
  ScheduleException: ScheduleExceptionModel;
  SlotHeldError: TimeError;
  SlotTakenError: TimeError;
  StaleVersionError: StaleVersionError;
  String: Scalars['String']['output'];
  TimeRefusal: ResolversInterfaceTypes<ResolversParentTypes>['TimeRefusal'];
  ToggleDoctorStatusInput: ToggleDoctorStatusInput;
  ToggleDoctorStatusPayload: Omit<ToggleDoctorStatusPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversParentTypes['Doctor']>, userErrors: Array<ResolversParentTypes['UserError']> };
  TooCloseError: TimeError;
  TooFarAheadError: TimeError;
  TooLongError: TooLongError;
  TooShortNoticeError: TimeError;
  UpdateDoctorInput: UpdateDoctorInput;
  UpdateDoctorPayload: Omit<UpdateDoctorPayload, 'doctor' | 'userErrors'> & { doctor?: Maybe<ResolversParentTypes['Doctor']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdatePatientInput: UpdatePatientInput;
  UpdatePatientPayload: Omit<UpdatePatientPayload, 'patient' | 'userErrors'> & { patient?: Maybe<ResolversParentTypes['Patient']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  Viewer: Caller;
  WorkingHours: WorkingHoursModel;
  WorkingHoursInput: WorkingHoursInput;
  WorkingTimes: WorkingTimes;
};

export type AccessDirectiveArgs = {
  roles: Array<Role>;
  tests?: Maybe<Array<Scalars['String']['input']>>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = Context, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

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

export type AddExtraHoursPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddExtraHoursPayload'] = ResolversParentTypes['AddExtraHoursPayload']> = {
  scheduleExceptions?: Resolver<Maybe<Array<ResolversTypes['ScheduleException']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddTimeOffPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddTimeOffPayload'] = ResolversParentTypes['AddTimeOffPayload']> = {
  appointmentsOutsideHours?: Resolver<Array<ResolversTypes['Appointment']>, ParentType, ContextType, RequireFields<AddTimeOffPayloadAppointmentsOutsideHoursArgs, 'first'>>;
  scheduleExceptions?: Resolver<Maybe<Array<ResolversTypes['ScheduleException']>>, ParentType, ContextType>;
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
  waived?: Resolver<Array<ResolversTypes['WaivableRule']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppointmentCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentCheck'] = ResolversParentTypes['AppointmentCheck']> = {
  isPossible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nextFreeTimes?: Resolver<Array<ResolversTypes['FreeTime']>, ParentType, ContextType, RequireFields<AppointmentCheckNextFreeTimesArgs, 'first'>>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
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

export type AppointmentsInTheWayErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentsInTheWayError'] = ResolversParentTypes['AppointmentsInTheWayError']> = {
  appointmentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  appointments?: Resolver<Array<ResolversTypes['Appointment']>, ParentType, ContextType, RequireFields<AppointmentsInTheWayErrorAppointmentsArgs, 'first'>>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
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
  appointmentsOutsideHours?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, RequireFields<DoctorAppointmentsOutsideHoursArgs, 'first'>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  databaseId?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  freeTimes?: Resolver<ResolversTypes['FreeTimes'], ParentType, ContextType, RequireFields<DoctorFreeTimesArgs, 'durationMinutes' | 'first' | 'until'>>;
  fullName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  scheduleExceptions?: Resolver<Array<ResolversTypes['ScheduleException']>, ParentType, ContextType, RequireFields<DoctorScheduleExceptionsArgs, 'first'>>;
  schedules?: Resolver<Array<ResolversTypes['Schedule']>, ParentType, ContextType, RequireFields<DoctorSchedulesArgs, 'first'>>;
  specialty?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  workingTimes?: Resolver<ResolversTypes['WorkingTimes'], ParentType, ContextType, RequireFields<DoctorWorkingTimesArgs, 'first' | 'from' | 'until'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DoctorAwayErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoctorAwayError'] = ResolversParentTypes['DoctorAwayError']> = {
  blocking?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextFreeTimes?: Resolver<Array<ResolversTypes['FreeTime']>, ParentType, ContextType, RequireFields<DoctorAwayErrorNextFreeTimesArgs, 'first'>>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
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

export type FreeTimeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FreeTime'] = ResolversParentTypes['FreeTime']> = {
  doctor?: Resolver<ResolversTypes['Doctor'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type FreeTimesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FreeTimes'] = ResolversParentTypes['FreeTimes']> = {
  nextFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  times?: Resolver<Array<ResolversTypes['FreeTime']>, ParentType, ContextType>;
};

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

export type HoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Hold'] = ResolversParentTypes['Hold']> = {
  doctor?: Resolver<ResolversTypes['Doctor'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type HoldTimePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldTimePayload'] = ResolversParentTypes['HoldTimePayload']> = {
  hold?: Resolver<Maybe<ResolversTypes['Hold']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type IntervalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Interval'] = ResolversParentTypes['Interval']> = {
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface LocalDateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDateTime'], any> {
  name: 'LocalDateTime';
}

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export type MarkAppointmentNoShowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkAppointmentNoShowPayload'] = ResolversParentTypes['MarkAppointmentNoShowPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  activateDoctor?: Resolver<Maybe<ResolversTypes['ActivateDoctorPayload']>, ParentType, ContextType, RequireFields<MutationActivateDoctorArgs, 'input'>>;
  addExtraHours?: Resolver<Maybe<ResolversTypes['AddExtraHoursPayload']>, ParentType, ContextType, RequireFields<MutationAddExtraHoursArgs, 'input'>>;
  addTimeOff?: Resolver<Maybe<ResolversTypes['AddTimeOffPayload']>, ParentType, ContextType, RequireFields<MutationAddTimeOffArgs, 'input'>>;
  bookAppointment?: Resolver<Maybe<ResolversTypes['BookAppointmentPayload']>, ParentType, ContextType, RequireFields<MutationBookAppointmentArgs, 'input'>>;
  cancelAppointment?: Resolver<Maybe<ResolversTypes['CancelAppointmentPayload']>, ParentType, ContextType, RequireFields<MutationCancelAppointmentArgs, 'input'>>;
  completeAppointment?: Resolver<Maybe<ResolversTypes['CompleteAppointmentPayload']>, ParentType, ContextType, RequireFields<MutationCompleteAppointmentArgs, 'input'>>;
  createDoctor?: Resolver<Maybe<ResolversTypes['CreateDoctorPayload']>, ParentType, ContextType, RequireFields<MutationCreateDoctorArgs, 'input'>>;
  deactivateDoctor?: Resolver<Maybe<ResolversTypes['DeactivateDoctorPayload']>, ParentType, ContextType, RequireFields<MutationDeactivateDoctorArgs, 'input'>>;
  deleteAppointment?: Resolver<Maybe<ResolversTypes['DeleteAppointmentPayload']>, ParentType, ContextType, RequireFields<MutationDeleteAppointmentArgs, 'input'>>;
  deleteDoctor?: Resolver<Maybe<ResolversTypes['DeleteDoctorPayload']>, ParentType, ContextType, RequireFields<MutationDeleteDoctorArgs, 'input'>>;
  deletePatient?: Resolver<Maybe<ResolversTypes['DeletePatientPayload']>, ParentType, ContextType, RequireFields<MutationDeletePatientArgs, 'input'>>;
  holdTime?: Resolver<Maybe<ResolversTypes['HoldTimePayload']>, ParentType, ContextType, RequireFields<MutationHoldTimeArgs, 'input'>>;
  markAppointmentNoShow?: Resolver<Maybe<ResolversTypes['MarkAppointmentNoShowPayload']>, ParentType, ContextType, RequireFields<MutationMarkAppointmentNoShowArgs, 'input'>>;
  publishSchedule?: Resolver<Maybe<ResolversTypes['PublishSchedulePayload']>, ParentType, ContextType, RequireFields<MutationPublishScheduleArgs, 'input'>>;
  registerPatient?: Resolver<Maybe<ResolversTypes['RegisterPatientPayload']>, ParentType, ContextType, RequireFields<MutationRegisterPatientArgs, 'input'>>;
  releaseHold?: Resolver<Maybe<ResolversTypes['ReleaseHoldPayload']>, ParentType, ContextType, RequireFields<MutationReleaseHoldArgs, 'input'>>;
  removeSchedule?: Resolver<Maybe<ResolversTypes['RemoveSchedulePayload']>, ParentType, ContextType, RequireFields<MutationRemoveScheduleArgs, 'input'>>;
  removeScheduleException?: Resolver<Maybe<ResolversTypes['RemoveScheduleExceptionPayload']>, ParentType, ContextType, RequireFields<MutationRemoveScheduleExceptionArgs, 'input'>>;
  rescheduleAppointment?: Resolver<Maybe<ResolversTypes['RescheduleAppointmentPayload']>, ParentType, ContextType, RequireFields<MutationRescheduleAppointmentArgs, 'input'>>;
  toggleDoctorStatus?: Resolver<Maybe<ResolversTypes['ToggleDoctorStatusPayload']>, ParentType, ContextType, RequireFields<MutationToggleDoctorStatusArgs, 'input'>>;
  updateDoctor?: Resolver<Maybe<ResolversTypes['UpdateDoctorPayload']>, ParentType, ContextType, RequireFields<MutationUpdateDoctorArgs, 'input'>>;
  updatePatient?: Resolver<Maybe<ResolversTypes['UpdatePatientPayload']>, ParentType, ContextType, RequireFields<MutationUpdatePatientArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Appointment' | 'Doctor' | 'Patient' | 'Schedule' | 'ScheduleException', ParentType, ContextType>;
};

export type NumberOutOfRangeErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NumberOutOfRangeError'] = ResolversParentTypes['NumberOutOfRangeError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  maximum?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minimum?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OutsideHoursErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutsideHoursError'] = ResolversParentTypes['OutsideHoursError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextFreeTimes?: Resolver<Array<ResolversTypes['FreeTime']>, ParentType, ContextType, RequireFields<OutsideHoursErrorNextFreeTimesArgs, 'first'>>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  workingTimes?: Resolver<Array<ResolversTypes['Interval']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type PublishSchedulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishSchedulePayload'] = ResolversParentTypes['PublishSchedulePayload']> = {
  appointmentsOutsideHours?: Resolver<Array<ResolversTypes['Appointment']>, ParentType, ContextType, RequireFields<PublishSchedulePayloadAppointmentsOutsideHoursArgs, 'first'>>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType, RequireFields<QueryAppointmentArgs, 'by'>>;
  appointments?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, RequireFields<QueryAppointmentsArgs, 'first' | 'orderBy'>>;
  checkAppointment?: Resolver<ResolversTypes['AppointmentCheck'], ParentType, ContextType, RequireFields<QueryCheckAppointmentArgs, 'input'>>;
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType, RequireFields<QueryDoctorArgs, 'by'>>;
  doctors?: Resolver<ResolversTypes['DoctorConnection'], ParentType, ContextType, RequireFields<QueryDoctorsArgs, 'first' | 'orderBy'>>;
  firstFreeTimes?: Resolver<ResolversTypes['FreeTimes'], ParentType, ContextType, RequireFields<QueryFirstFreeTimesArgs, 'among' | 'durationMinutes' | 'first'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType, RequireFields<QueryPatientArgs, 'by'>>;
  patients?: Resolver<ResolversTypes['PatientConnection'], ParentType, ContextType, RequireFields<QueryPatientsArgs, 'first' | 'orderBy'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type RegisterPatientPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPatientPayload'] = ResolversParentTypes['RegisterPatientPayload']> = {
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReleaseHoldPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseHoldPayload'] = ResolversParentTypes['ReleaseHoldPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  wasHeld?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type RemoveScheduleExceptionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveScheduleExceptionPayload'] = ResolversParentTypes['RemoveScheduleExceptionPayload']> = {
  appointmentsOutsideHours?: Resolver<Array<ResolversTypes['Appointment']>, ParentType, ContextType, RequireFields<RemoveScheduleExceptionPayloadAppointmentsOutsideHoursArgs, 'first'>>;
  deletedScheduleExceptionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveSchedulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveSchedulePayload'] = ResolversParentTypes['RemoveSchedulePayload']> = {
  appointmentsOutsideHours?: Resolver<Array<ResolversTypes['Appointment']>, ParentType, ContextType, RequireFields<RemoveSchedulePayloadAppointmentsOutsideHoursArgs, 'first'>>;
  deletedScheduleId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RescheduleAppointmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RescheduleAppointmentPayload'] = ResolversParentTypes['RescheduleAppointmentPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Schedule'] = ResolversParentTypes['Schedule']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  doctor?: Resolver<ResolversTypes['Doctor'], ParentType, ContextType>;
  gapMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  horizonDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  hours?: Resolver<Array<ResolversTypes['WorkingHours']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minimumNoticeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  slotMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScheduleExceptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleException'] = ResolversParentTypes['ScheduleException']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  doctor?: Resolver<ResolversTypes['Doctor'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ScheduleExceptionKind'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['LocalDateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SlotHeldErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SlotHeldError'] = ResolversParentTypes['SlotHeldError']> = {
  blocking?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextFreeTimes?: Resolver<Array<ResolversTypes['FreeTime']>, ParentType, ContextType, RequireFields<SlotHeldErrorNextFreeTimesArgs, 'first'>>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SlotTakenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SlotTakenError'] = ResolversParentTypes['SlotTakenError']> = {
  blocking?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextFreeTimes?: Resolver<Array<ResolversTypes['FreeTime']>, ParentType, ContextType, RequireFields<SlotTakenErrorNextFreeTimesArgs, 'first'>>;
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

export type TimeRefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeRefusal'] = ResolversParentTypes['TimeRefusal']> = {
  __resolveType: TypeResolveFn<'DoctorAwayError' | 'OutsideHoursError' | 'SlotHeldError' | 'SlotTakenError' | 'TooCloseError' | 'TooFarAheadError' | 'TooShortNoticeError', ParentType, ContextType>;
};

export type ToggleDoctorStatusPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ToggleDoctorStatusPayload'] = ResolversParentTypes['ToggleDoctorStatusPayload']> = {
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TooCloseErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooCloseError'] = ResolversParentTypes['TooCloseError']> = {
  blocking?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  gapMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextFreeTimes?: Resolver<Array<ResolversTypes['FreeTime']>, ParentType, ContextType, RequireFields<TooCloseErrorNextFreeTimesArgs, 'first'>>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooFarAheadErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooFarAheadError'] = ResolversParentTypes['TooFarAheadError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  latest?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextFreeTimes?: Resolver<Array<ResolversTypes['FreeTime']>, ParentType, ContextType, RequireFields<TooFarAheadErrorNextFreeTimesArgs, 'first'>>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooLongErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooLongError'] = ResolversParentTypes['TooLongError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  maximumLength?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooShortNoticeErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooShortNoticeError'] = ResolversParentTypes['TooShortNoticeError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  earliest?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextFreeTimes?: Resolver<Array<ResolversTypes['FreeTime']>, ParentType, ContextType, RequireFields<TooShortNoticeErrorNextFreeTimesArgs, 'first'>>;
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
  __resolveType: TypeResolveFn<'AppointmentNotBookedError' | 'AppointmentNotStartedError' | 'AppointmentsInTheWayError' | 'DoctorAwayError' | 'DurationOutOfRangeError' | 'GeneralUserError' | 'HasAppointmentsError' | 'NumberOutOfRangeError' | 'OutsideHoursError' | 'SlotHeldError' | 'SlotTakenError' | 'StaleVersionError' | 'TooCloseError' | 'TooFarAheadError' | 'TooLongError' | 'TooShortNoticeError', ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  doctor?: Resolver<Maybe<ResolversTypes['Doctor']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  patient?: Resolver<Maybe<ResolversTypes['Patient']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type WorkingHoursResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkingHours'] = ResolversParentTypes['WorkingHours']> = {
  from?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  weekday?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
};

export type WorkingTimesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkingTimes'] = ResolversParentTypes['WorkingTimes']> = {
  nextFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  times?: Resolver<Array<ResolversTypes['Interval']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ActivateDoctorPayload?: ActivateDoctorPayloadResolvers<ContextType>;
  AddExtraHoursPayload?: AddExtraHoursPayloadResolvers<ContextType>;
  AddTimeOffPayload?: AddTimeOffPayloadResolvers<ContextType>;
  Appointment?: AppointmentResolvers<ContextType>;
  AppointmentCheck?: AppointmentCheckResolvers<ContextType>;
  AppointmentConnection?: AppointmentConnectionResolvers<ContextType>;
  AppointmentEdge?: AppointmentEdgeResolvers<ContextType>;
  AppointmentNotBookedError?: AppointmentNotBookedErrorResolvers<ContextType>;
  AppointmentNotStartedError?: AppointmentNotStartedErrorResolvers<ContextType>;
  AppointmentsInTheWayError?: AppointmentsInTheWayErrorResolvers<ContextType>;
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
  DoctorAwayError?: DoctorAwayErrorResolvers<ContextType>;
  DoctorConnection?: DoctorConnectionResolvers<ContextType>;
  DoctorEdge?: DoctorEdgeResolvers<ContextType>;
  DurationOutOfRangeError?: DurationOutOfRangeErrorResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  FreeTime?: FreeTimeResolvers<ContextType>;
  FreeTimes?: FreeTimesResolvers<ContextType>;
  GeneralUserError?: GeneralUserErrorResolvers<ContextType>;
  HasAppointmentsError?: HasAppointmentsErrorResolvers<ContextType>;
  Hold?: HoldResolvers<ContextType>;
  HoldTimePayload?: HoldTimePayloadResolvers<ContextType>;
  Interval?: IntervalResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  LocalDateTime?: GraphQLScalarType;
  LocalTime?: GraphQLScalarType;
  MarkAppointmentNoShowPayload?: MarkAppointmentNoShowPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NumberOutOfRangeError?: NumberOutOfRangeErrorResolvers<ContextType>;
  OutsideHoursError?: OutsideHoursErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Patient?: PatientResolvers<ContextType>;
  PatientConnection?: PatientConnectionResolvers<ContextType>;
  PatientEdge?: PatientEdgeResolvers<ContextType>;
  PublishSchedulePayload?: PublishSchedulePayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RegisterPatientPayload?: RegisterPatientPayloadResolvers<ContextType>;
  ReleaseHoldPayload?: ReleaseHoldPayloadResolvers<ContextType>;
  RemoveScheduleExceptionPayload?: RemoveScheduleExceptionPayloadResolvers<ContextType>;
  RemoveSchedulePayload?: RemoveSchedulePayloadResolvers<ContextType>;
  RescheduleAppointmentPayload?: RescheduleAppointmentPayloadResolvers<ContextType>;
  Schedule?: ScheduleResolvers<ContextType>;
  ScheduleException?: ScheduleExceptionResolvers<ContextType>;
  SlotHeldError?: SlotHeldErrorResolvers<ContextType>;
  SlotTakenError?: SlotTakenErrorResolvers<ContextType>;
  StaleVersionError?: StaleVersionErrorResolvers<ContextType>;
  TimeRefusal?: TimeRefusalResolvers<ContextType>;
  ToggleDoctorStatusPayload?: ToggleDoctorStatusPayloadResolvers<ContextType>;
  TooCloseError?: TooCloseErrorResolvers<ContextType>;
  TooFarAheadError?: TooFarAheadErrorResolvers<ContextType>;
  TooLongError?: TooLongErrorResolvers<ContextType>;
  TooShortNoticeError?: TooShortNoticeErrorResolvers<ContextType>;
  UpdateDoctorPayload?: UpdateDoctorPayloadResolvers<ContextType>;
  UpdatePatientPayload?: UpdatePatientPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WorkingHours?: WorkingHoursResolvers<ContextType>;
  WorkingTimes?: WorkingTimesResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  idOf?: IdOfDirectiveResolver<any, any, ContextType>;
  maximum?: MaximumDirectiveResolver<any, any, ContextType>;
  range?: RangeDirectiveResolver<any, any, ContextType>;
  refusals?: RefusalsDirectiveResolver<any, any, ContextType>;
};
