/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** The doctor to activate. */
export type ActivateDoctorInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: string;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
};

/** The extra hours to add. */
export type AddExtraHoursInput = {
  /** The ids of 1 to 100 doctors. More than 100 items or 20 characters are refused with BAD_USER_INPUT. */
  doctorIds: Array<string>;
  /** The start, in the time zone of each doctor. More than 16 characters are refused with BAD_USER_INPUT. */
  from: string;
  /** A note for the staff, up to 500 characters. More than 10,000 characters are refused with BAD_USER_INPUT. */
  note?: string | null | undefined;
  /** The end, in the time zone of each doctor. More than 16 characters are refused with BAD_USER_INPUT. */
  until: string;
};

/** The time off to add. */
export type AddTimeOffInput = {
  /** The ids of 1 to 100 doctors. More than 100 items or 20 characters are refused with BAD_USER_INPUT. */
  doctorIds: Array<string>;
  /** The start, in the time zone of each doctor. More than 16 characters are refused with BAD_USER_INPUT. */
  from: string;
  /** What to do if booked appointments lie in the time off. */
  ifBooked?: IfBooked;
  /** A note for the staff, up to 500 characters; it is never part of a refusal. More than 10,000 characters are refused with BAD_USER_INPUT. */
  note?: string | null | undefined;
  /** The end, in the time zone of each doctor. More than 16 characters are refused with BAD_USER_INPUT. */
  until: string;
};

/** Identifies an appointment by exactly one of these fields. */
export type AppointmentBy =
  {   /** The integer id in the REST endpoints. */
  databaseId: number; id?: never; }
  |  { databaseId?: never;   /** The appointment's `id`, `apt_…`. More than 20 characters are refused with BAD_USER_INPUT. */
  id: string; };

/** Selects appointments that match all of these fields. Fields that are missing or null are ignored. */
export type AppointmentFilter = {
  /** Only appointments with this doctor. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId?: string | null | undefined;
  /** Only appointments of this patient. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId?: string | null | undefined;
  /** Only appointments that start before this time. More than 40 characters are refused with BAD_USER_INPUT. */
  startsBefore?: string | null | undefined;
  /** Only appointments that start at this time or later. More than 40 characters are refused with BAD_USER_INPUT. */
  startsFrom?: string | null | undefined;
  /** Only appointments with one of these statuses. An empty list matches nothing. More than 10 items are refused with BAD_USER_INPUT. */
  status?: Array<AppointmentStatus> | null | undefined;
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
  /**
   * Rules that are waived, to squeeze somebody in. What others have booked or hold, inactive doctors and the past are never
   * waived. The appointment keeps those that would have refused it. More than 5 items are refused with BAD_USER_INPUT. Roles: ADMIN, STAFF.
   */
  despite?: Array<WaivableRule> | null | undefined;
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: string;
  /** The duration, from 15 to 180 minutes. */
  durationMinutes: number;
  /** The key of a hold of the caller. The hold does not refuse its own appointment, which takes its place. More than 1,000 characters are refused with BAD_USER_INPUT. */
  holdKey?: string | null | undefined;
  /**
   * 1 to 255 characters that the caller chooses, for example a UUID. For 24 hours, a repeat of this
   * request with the same key returns the booked appointment in its current state, or
   * APPOINTMENT_NOT_FOUND if it has been deleted. More than 1,000 characters are refused with BAD_USER_INPUT.
   */
  idempotencyKey?: string | null | undefined;
  /** The patient's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId: string;
  /** The start; must be in the future. More than 40 characters are refused with BAD_USER_INPUT. */
  startsAt: string;
};

/** The appointment to cancel. */
export type CancelAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: string;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
  /** The reason, up to 500 characters. More than 10,000 characters are refused with BAD_USER_INPUT. */
  reason?: string | null | undefined;
};

/** The appointment to check: exactly one of these fields. */
export type CheckAppointmentInput =
  {   /** As for `bookAppointment`. */
  book: BookAppointmentInput; reschedule?: never; }
  |  { book?: never;   /** As for `rescheduleAppointment`. */
  reschedule: RescheduleAppointmentInput; };

/** The appointment to complete. */
export type CompleteAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: string;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
};

/** The doctor to create. */
export type CreateDoctorInput = {
  /** 1 to 100 characters, including the title. More than 1,000 characters are refused with BAD_USER_INPUT. */
  fullName: string;
  /** Whether the doctor takes appointments. */
  isActive?: boolean;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  specialty: string;
};

/** The doctor to deactivate. */
export type DeactivateDoctorInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: string;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
};

/** The appointment to delete. */
export type DeleteAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: string;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
};

/** The doctor to delete. */
export type DeleteDoctorInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: string;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
};

/** The patient to delete. */
export type DeletePatientInput = {
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
  /** The patient's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId: string;
};

/** Identifies a doctor by exactly one of these fields. */
export type DoctorBy =
  {   /** The integer id in the REST endpoints. */
  databaseId: number; id?: never; }
  |  { databaseId?: never;   /** The doctor's `id`, `doc_…`. More than 20 characters are refused with BAD_USER_INPUT. */
  id: string; };

/** The new values of a doctor's fields. Missing fields are not changed; no field may be null. */
export type DoctorChanges = {
  /** 1 to 100 characters, including the title. More than 1,000 characters are refused with BAD_USER_INPUT. */
  fullName?: string | null | undefined;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  specialty?: string | null | undefined;
};

/** Selects doctors that match all of these fields. Fields that are missing or null are ignored. */
export type DoctorFilter = {
  /** Only active doctors, or only inactive ones. */
  isActive?: boolean | null | undefined;
  /**
   * Only doctors whose name contains this text. It is compared like names in a search of patients, but
   * letter by letter: here, ß does not equal ss. More than 500 characters are refused with BAD_USER_INPUT.
   */
  name?: string | null | undefined;
  /** Only doctors with this specialty; compared like names in a search of patients. More than 500 characters are refused with BAD_USER_INPUT. */
  specialty?: string | null | undefined;
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
  {   /** Up to 100 ids of doctors. Ids of no doctor are ignored. More than 100 items or 20 characters are refused with BAD_USER_INPUT. */
  ids: Array<string>; specialty?: never; }
  |  { ids?: never;   /**
   * All active doctors with this specialty, compared like names in a search of patients; of more than 300, the first 300 by
   * id. More than 500 characters are refused with BAD_USER_INPUT.
   */
  specialty: string; };

/** The time to hold. */
export type HoldTimeInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: string;
  /** The duration, from 15 to 180 minutes. */
  durationMinutes: number;
  /** 1 to 255 characters that the caller chooses and nobody can guess, for example a UUID. More than 1,000 characters are refused with BAD_USER_INPUT. */
  holdKey: string;
  /** How many minutes the time is held, from 1 to 30. */
  minutes?: number;
  /** The start; must be in the future. More than 40 characters are refused with BAD_USER_INPUT. */
  startsAt: string;
};

/** What to do if booked appointments would lie outside the hours. */
export type IfBooked =
  /** Make the change, and keep the appointments as they are. */
  | 'KEEP'
  /** Refuse the change with APPOINTMENTS_IN_THE_WAY. */
  | 'REFUSE';

/** The appointment that the patient did not attend. */
export type MarkAppointmentNoShowInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: string;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
};

/** Identifies a patient by exactly one of these fields. */
export type PatientBy =
  {   /** The integer id in the REST endpoints. */
  databaseId: number; email?: never; id?: never; }
  |  { databaseId?: never;   /** The patient's email address; case is ignored. More than 1,000 characters are refused with BAD_USER_INPUT. Roles: ADMIN, STAFF, DOCTOR. */
  email: string; id?: never; }
  |  { databaseId?: never; email?: never;   /** The patient's `id`, `pat_…`. More than 20 characters are refused with BAD_USER_INPUT. */
  id: string; };

/** The new values of a patient's fields. Missing fields are not changed; no field may be null. */
export type PatientChanges = {
  /** Up to 100 characters; must be unique among patients. More than 1,000 characters are refused with BAD_USER_INPUT. Roles: ADMIN, STAFF. */
  email?: string | null | undefined;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  firstName?: string | null | undefined;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  lastName?: string | null | undefined;
  /** 1 to 32 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  phoneNumber?: string | null | undefined;
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
  doctorId: string;
  /** The `version` of the schedule that is replaced. */
  expectedVersion?: number | null | undefined;
  /** The minimum number of minutes between two appointments, from 0 to 120. */
  gapMinutes?: number;
  /** How many days ahead an appointment can be booked, from 0 to 3660; without limit if this is missing. */
  horizonDays?: number | null | undefined;
  /** The hours of the week. Hours of one day must not overlap; without any, the doctor does not work. More than 50 items are refused with BAD_USER_INPUT. */
  hours: Array<WorkingHoursInput>;
  /** What to do if booked appointments would lie outside the hours. */
  ifBooked?: IfBooked;
  /** How many minutes before its start an appointment must be booked at the latest, from 0 to 43200. */
  minimumNoticeMinutes?: number;
  /** The step of free times, from 5 to 180 minutes. */
  slotMinutes?: number;
  /**
   * The IANA time zone of all of the doctor's hours, `Europe/Berlin`. If it is missing, it is not changed; at first, it is
   * the clinic's. More than 100 characters are refused with BAD_USER_INPUT.
   */
  timeZone?: string | null | undefined;
  /** The first date on which the schedule is valid. More than 10 characters are refused with BAD_USER_INPUT. */
  validFrom: string;
  /** The last date on which the schedule is valid; it has no end if this is missing. More than 10 characters are refused with BAD_USER_INPUT. */
  validUntil?: string | null | undefined;
};

/** The patient to register. */
export type RegisterPatientInput = {
  /** Up to 100 characters; must be unique among patients. More than 1,000 characters are refused with BAD_USER_INPUT. */
  email: string;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  firstName: string;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  lastName: string;
  /** 1 to 32 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  phoneNumber: string;
};

/** The hold to end. */
export type ReleaseHoldInput = {
  /** The key of the hold. More than 1,000 characters are refused with BAD_USER_INPUT. */
  holdKey: string;
};

/** The time off or the extra hours to remove. */
export type RemoveScheduleExceptionInput = {
  /** What to do if booked appointments would lie outside the hours. */
  ifBooked?: IfBooked;
  /** The exception's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  scheduleExceptionId: string;
};

/** The schedule to remove. */
export type RemoveScheduleInput = {
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
  /** What to do if booked appointments would lie outside the hours. */
  ifBooked?: IfBooked;
  /** The schedule's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  scheduleId: string;
};

/** The new time of an appointment. */
export type RescheduleAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: string;
  /**
   * Rules that are waived, to squeeze somebody in. What others have booked or hold, inactive doctors and the past are never
   * waived. The appointment keeps those that would have refused it. More than 5 items are refused with BAD_USER_INPUT. Roles: ADMIN, STAFF.
   */
  despite?: Array<WaivableRule> | null | undefined;
  /** The `id` of another doctor; not changed if missing. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId?: string | null | undefined;
  /** The duration, from 15 to 180 minutes; not changed if missing. */
  durationMinutes?: number | null | undefined;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
  /** The key of a hold of the caller. The hold does not refuse its own appointment, which takes its place. More than 1,000 characters are refused with BAD_USER_INPUT. */
  holdKey?: string | null | undefined;
  /**
   * 1 to 255 characters that the caller chooses, for example a UUID. For 24 hours, a repeat of this
   * request with the same key returns the appointment in its current state. More than 1,000 characters are refused with BAD_USER_INPUT.
   */
  idempotencyKey?: string | null | undefined;
  /** The start; must be in the future. More than 40 characters are refused with BAD_USER_INPUT. */
  startsAt: string;
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

/** What an exception from the schedules is. */
export type ScheduleExceptionKind =
  /** The doctor works besides the hours of the schedule. */
  | 'EXTRA_HOURS'
  /** The doctor takes no appointments. It outweighs hours and extra hours. */
  | 'TIME_OFF';

/** The changes of a doctor. */
export type UpdateDoctorInput = {
  /** The fields to change. */
  changes: DoctorChanges;
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: string;
  /** The `version` on which these changes are based. */
  expectedVersion?: number | null | undefined;
};

/** The changes of a patient. */
export type UpdatePatientInput = {
  /** The fields to change. */
  changes: PatientChanges;
  /** The `version` on which these changes are based. */
  expectedVersion?: number | null | undefined;
  /** The patient's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId: string;
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
export type WorkingHoursInput = {
  /** The start. More than 5 characters are refused with BAD_USER_INPUT. */
  from: string;
  /** The end; `24:00` is the end of the day. More than 5 characters are refused with BAD_USER_INPUT. */
  until: string;
  /** The day. */
  weekday: Weekday;
};

export type AppointmentQueryVariables = Exact<{
  by: AppointmentBy;
}>;


export type AppointmentQuery = { appointment: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } | null };

export type AppointmentsQueryVariables = Exact<{
  filter?: AppointmentFilter | null | undefined;
  orderBy?: AppointmentOrder;
  first?: number;
  after?: string | null | undefined;
}>;


export type AppointmentsQuery = { appointments: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } }> } };

export type BookAppointmentMutationVariables = Exact<{
  input: BookAppointmentInput;
  withNextFreeTimes?: boolean;
}>;


export type BookAppointmentMutation = { bookAppointment: { appointment: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
    > } | null };

export type RescheduleAppointmentMutationVariables = Exact<{
  input: RescheduleAppointmentInput;
  withNextFreeTimes?: boolean;
}>;


export type RescheduleAppointmentMutation = { rescheduleAppointment: { appointment: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
    > } | null };

export type CancelAppointmentMutationVariables = Exact<{
  input: CancelAppointmentInput;
}>;


export type CancelAppointmentMutation = { cancelAppointment: { appointment: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type CompleteAppointmentMutationVariables = Exact<{
  input: CompleteAppointmentInput;
}>;


export type CompleteAppointmentMutation = { completeAppointment: { appointment: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type MarkAppointmentNoShowMutationVariables = Exact<{
  input: MarkAppointmentNoShowInput;
}>;


export type MarkAppointmentNoShowMutation = { markAppointmentNoShow: { appointment: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type DeleteAppointmentMutationVariables = Exact<{
  input: DeleteAppointmentInput;
}>;


export type DeleteAppointmentMutation = { deleteAppointment: { deletedAppointmentId: string | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type CheckAppointmentQueryVariables = Exact<{
  input: CheckAppointmentInput;
  first?: number;
}>;


export type CheckAppointmentQuery = { checkAppointment: { isPossible: boolean, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    >, nextFreeTimes: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> } };

export type HoldTimeMutationVariables = Exact<{
  input: HoldTimeInput;
  withNextFreeTimes?: boolean;
}>;


export type HoldTimeMutation = { holdTime: { hold: { startsAt: string, endsAt: string, until: string, doctor: { id: string } } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string } & { nextFreeTimes?: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> }
    > } | null };

export type ReleaseHoldMutationVariables = Exact<{
  input: ReleaseHoldInput;
}>;


export type ReleaseHoldMutation = { releaseHold: { wasHeld: boolean | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type DoctorQueryVariables = Exact<{
  by: DoctorBy;
}>;


export type DoctorQuery = { doctor: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, timeZone: string | null, version: number, createdAt: string, updatedAt: string } | null };

export type DoctorsQueryVariables = Exact<{
  filter?: DoctorFilter | null | undefined;
  orderBy?: DoctorOrder;
  first?: number;
  after?: string | null | undefined;
}>;


export type DoctorsQuery = { doctors: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, timeZone: string | null, version: number, createdAt: string, updatedAt: string } }> } };

export type DoctorAppointmentsQueryVariables = Exact<{
  by: DoctorBy;
  filter?: AppointmentFilter | null | undefined;
  orderBy?: AppointmentOrder;
  first?: number;
  after?: string | null | undefined;
}>;


export type DoctorAppointmentsQuery = { doctor: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, timeZone: string | null, version: number, createdAt: string, updatedAt: string, appointments: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } }> } } | null };

export type CreateDoctorMutationVariables = Exact<{
  input: CreateDoctorInput;
}>;


export type CreateDoctorMutation = { createDoctor: { doctor: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, timeZone: string | null, version: number, createdAt: string, updatedAt: string } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type UpdateDoctorMutationVariables = Exact<{
  input: UpdateDoctorInput;
}>;


export type UpdateDoctorMutation = { updateDoctor: { doctor: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, timeZone: string | null, version: number, createdAt: string, updatedAt: string } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type ActivateDoctorMutationVariables = Exact<{
  input: ActivateDoctorInput;
}>;


export type ActivateDoctorMutation = { activateDoctor: { doctor: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, timeZone: string | null, version: number, createdAt: string, updatedAt: string } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type DeactivateDoctorMutationVariables = Exact<{
  input: DeactivateDoctorInput;
}>;


export type DeactivateDoctorMutation = { deactivateDoctor: { doctor: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, timeZone: string | null, version: number, createdAt: string, updatedAt: string } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type DeleteDoctorMutationVariables = Exact<{
  input: DeleteDoctorInput;
}>;


export type DeleteDoctorMutation = { deleteDoctor: { deletedDoctorId: string | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type PatientFieldsFragment = { id: string, databaseId: number, firstName: string, lastName: string, fullName: string, email: string, phoneNumber: string, version: number, createdAt: string, updatedAt: string };

export type DoctorFieldsFragment = { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, timeZone: string | null, version: number, createdAt: string, updatedAt: string };

export type AppointmentFieldsFragment = { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } };

export type ScheduleFieldsFragment = { id: string, validFrom: string, validUntil: string | null, slotMinutes: number, gapMinutes: number, minimumNoticeMinutes: number, horizonDays: number | null, version: number, hours: Array<{ weekday: Weekday, from: string, until: string }> };

export type ScheduleExceptionFieldsFragment = { id: string, kind: ScheduleExceptionKind, from: string, until: string, note: string | null, doctor: { id: string } };

export type FreeTimeFieldsFragment = { startsAt: string, endsAt: string, doctor: { id: string, fullName: string } };

export type PageFieldsFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type TooLongFragment = { maximumLength: number };

export type SlotTakenFragment = { blocking: { startsAt: string, endsAt: string } };

export type DurationOutOfRangeFragment = { minimumMinutes: number, maximumMinutes: number };

export type HasAppointmentsFragment = { appointmentCount: number };

export type AppointmentNotBookedFragment = { status: AppointmentStatus };

export type AppointmentNotStartedFragment = { startsAt: string };

export type StaleVersionFragment = { currentVersion: number };

export type OutsideHoursFragment = { workingTimes: Array<{ startsAt: string, endsAt: string }> };

export type DoctorAwayFragment = { blocking: { startsAt: string, endsAt: string } };

export type SlotHeldFragment = { until: string, blocking: { startsAt: string, endsAt: string } };

export type TooCloseFragment = { gapMinutes: number, blocking: { startsAt: string, endsAt: string } };

export type TooShortNoticeFragment = { earliest: string };

export type TooFarAheadFragment = { latest: string };

export type NumberOutOfRangeFragment = { minimum: number, maximum: number };

export type AppointmentsInTheWayFragment = { appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> };

type NextFreeTimes_DoctorAwayError_Fragment = { nextFreeTimes: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> };

type NextFreeTimes_OutsideHoursError_Fragment = { nextFreeTimes: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> };

type NextFreeTimes_SlotHeldError_Fragment = { nextFreeTimes: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> };

type NextFreeTimes_SlotTakenError_Fragment = { nextFreeTimes: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> };

type NextFreeTimes_TooCloseError_Fragment = { nextFreeTimes: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> };

type NextFreeTimes_TooFarAheadError_Fragment = { nextFreeTimes: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> };

type NextFreeTimes_TooShortNoticeError_Fragment = { nextFreeTimes: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> };

export type NextFreeTimesFragment =
  | NextFreeTimes_DoctorAwayError_Fragment
  | NextFreeTimes_OutsideHoursError_Fragment
  | NextFreeTimes_SlotHeldError_Fragment
  | NextFreeTimes_SlotTakenError_Fragment
  | NextFreeTimes_TooCloseError_Fragment
  | NextFreeTimes_TooFarAheadError_Fragment
  | NextFreeTimes_TooShortNoticeError_Fragment
;

export type NodeQueryVariables = Exact<{
  id: string;
}>;


export type NodeQuery = { node:
    | { __typename: 'Appointment', id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }
    | { __typename: 'Doctor', id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, timeZone: string | null, version: number, createdAt: string, updatedAt: string }
    | { __typename: 'Patient', id: string, databaseId: number, firstName: string, lastName: string, fullName: string, email: string, phoneNumber: string, version: number, createdAt: string, updatedAt: string }
    | { __typename: 'Schedule', id: string }
    | { __typename: 'ScheduleException', id: string }
   | null };

export type NodesQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type NodesQuery = { nodes: Array<
    | { __typename: 'Appointment', id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }
    | { __typename: 'Doctor', id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, timeZone: string | null, version: number, createdAt: string, updatedAt: string }
    | { __typename: 'Patient', id: string, databaseId: number, firstName: string, lastName: string, fullName: string, email: string, phoneNumber: string, version: number, createdAt: string, updatedAt: string }
    | { __typename: 'Schedule', id: string }
    | { __typename: 'ScheduleException', id: string }
   | null> };

export type PatientQueryVariables = Exact<{
  by: PatientBy;
}>;


export type PatientQuery = { patient: { id: string, databaseId: number, firstName: string, lastName: string, fullName: string, email: string, phoneNumber: string, version: number, createdAt: string, updatedAt: string } | null };

export type PatientsQueryVariables = Exact<{
  search?: string | null | undefined;
  orderBy?: PatientOrder;
  first?: number;
  after?: string | null | undefined;
}>;


export type PatientsQuery = { patients: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, databaseId: number, firstName: string, lastName: string, fullName: string, email: string, phoneNumber: string, version: number, createdAt: string, updatedAt: string } }> } };

export type PatientAppointmentsQueryVariables = Exact<{
  by: PatientBy;
  filter?: AppointmentFilter | null | undefined;
  orderBy?: AppointmentOrder;
  first?: number;
  after?: string | null | undefined;
}>;


export type PatientAppointmentsQuery = { patient: { id: string, databaseId: number, firstName: string, lastName: string, fullName: string, email: string, phoneNumber: string, version: number, createdAt: string, updatedAt: string, appointments: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } }> } } | null };

export type RegisterPatientMutationVariables = Exact<{
  input: RegisterPatientInput;
}>;


export type RegisterPatientMutation = { registerPatient: { patient: { id: string, databaseId: number, firstName: string, lastName: string, fullName: string, email: string, phoneNumber: string, version: number, createdAt: string, updatedAt: string } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type UpdatePatientMutationVariables = Exact<{
  input: UpdatePatientInput;
}>;


export type UpdatePatientMutation = { updatePatient: { patient: { id: string, databaseId: number, firstName: string, lastName: string, fullName: string, email: string, phoneNumber: string, version: number, createdAt: string, updatedAt: string } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type DeletePatientMutationVariables = Exact<{
  input: DeletePatientInput;
}>;


export type DeletePatientMutation = { deletePatient: { deletedPatientId: string | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type DoctorSchedulesQueryVariables = Exact<{
  by: DoctorBy;
  from?: string | null | undefined;
  first?: number;
}>;


export type DoctorSchedulesQuery = { doctor: { id: string, timeZone: string | null, schedules: Array<{ id: string, validFrom: string, validUntil: string | null, slotMinutes: number, gapMinutes: number, minimumNoticeMinutes: number, horizonDays: number | null, version: number, hours: Array<{ weekday: Weekday, from: string, until: string }> }>, scheduleExceptions: Array<{ id: string, kind: ScheduleExceptionKind, from: string, until: string, note: string | null, doctor: { id: string } }> } | null };

export type FreeTimesQueryVariables = Exact<{
  by: DoctorBy;
  from?: string | null | undefined;
  until: string;
  durationMinutes: number;
  first?: number;
}>;


export type FreeTimesQuery = { doctor: { id: string, timeZone: string | null, freeTimes: { nextFrom: string | null, times: Array<{ startsAt: string, endsAt: string }> } } | null };

export type FirstFreeTimesQueryVariables = Exact<{
  among: DoctorsBy;
  from?: string | null | undefined;
  until?: string | null | undefined;
  durationMinutes: number;
  first?: number;
}>;


export type FirstFreeTimesQuery = { firstFreeTimes: { nextFrom: string | null, times: Array<{ startsAt: string, endsAt: string, doctor: { id: string, fullName: string } }> } };

export type WorkingTimesQueryVariables = Exact<{
  by: DoctorBy;
  from: string;
  until: string;
  first?: number;
}>;


export type WorkingTimesQuery = { doctor: { id: string, workingTimes: { nextFrom: string | null, times: Array<{ startsAt: string, endsAt: string }> } } | null };

export type AppointmentsOutsideHoursQueryVariables = Exact<{
  by: DoctorBy;
  first?: number;
  after?: string | null | undefined;
}>;


export type AppointmentsOutsideHoursQuery = { doctor: { id: string, appointmentsOutsideHours: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> } } | null };

export type PublishScheduleMutationVariables = Exact<{
  input: PublishScheduleInput;
}>;


export type PublishScheduleMutation = { publishSchedule: { schedule: { id: string, validFrom: string, validUntil: string | null, slotMinutes: number, gapMinutes: number, minimumNoticeMinutes: number, horizonDays: number | null, version: number, doctor: { id: string, timeZone: string | null }, hours: Array<{ weekday: Weekday, from: string, until: string }> } | null, appointmentsOutsideHours: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }>, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type RemoveScheduleMutationVariables = Exact<{
  input: RemoveScheduleInput;
}>;


export type RemoveScheduleMutation = { removeSchedule: { deletedScheduleId: string | null, appointmentsOutsideHours: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }>, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type AddTimeOffMutationVariables = Exact<{
  input: AddTimeOffInput;
}>;


export type AddTimeOffMutation = { addTimeOff: { scheduleExceptions: Array<{ id: string, kind: ScheduleExceptionKind, from: string, until: string, note: string | null, doctor: { id: string } }> | null, appointmentsOutsideHours: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }>, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type AddExtraHoursMutationVariables = Exact<{
  input: AddExtraHoursInput;
}>;


export type AddExtraHoursMutation = { addExtraHours: { scheduleExceptions: Array<{ id: string, kind: ScheduleExceptionKind, from: string, until: string, note: string | null, doctor: { id: string } }> | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type RemoveScheduleExceptionMutationVariables = Exact<{
  input: RemoveScheduleExceptionInput;
}>;


export type RemoveScheduleExceptionMutation = { removeScheduleException: { deletedScheduleExceptionId: string | null, appointmentsOutsideHours: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }>, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'AppointmentsInTheWayError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number, appointments: Array<{ id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }> }
      | { __typename: 'DoctorAwayError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'NumberOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimum: number, maximum: number }
      | { __typename: 'OutsideHoursError', code: UserErrorCode, message: string, path: Array<string> | null, workingTimes: Array<{ startsAt: string, endsAt: string }> }
      | { __typename: 'SlotHeldError', code: UserErrorCode, message: string, path: Array<string> | null, until: string, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooCloseError', code: UserErrorCode, message: string, path: Array<string> | null, gapMinutes: number, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'TooFarAheadError', code: UserErrorCode, message: string, path: Array<string> | null, latest: string }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
      | { __typename: 'TooShortNoticeError', code: UserErrorCode, message: string, path: Array<string> | null, earliest: string }
    > } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { name: string, role: Role } };

export type ViewerAsPersonQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerAsPersonQuery = { viewer: { name: string, role: Role, patient: { id: string, databaseId: number, firstName: string, lastName: string, fullName: string, email: string, phoneNumber: string, version: number, createdAt: string, updatedAt: string } | null, doctor: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, timeZone: string | null, version: number, createdAt: string, updatedAt: string } | null } };
