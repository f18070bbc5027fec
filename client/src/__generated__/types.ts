/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A doctor to be activated. */
export type ActivateDoctorInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: string;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
};

/** Which appointment: exactly one of these. */
export type AppointmentBy =
  {   /** The integer of the REST endpoints. */
  databaseId: number; id?: never; }
  |  { databaseId?: never;   /** The appointment's `id`, `apt_…`. More than 20 characters are refused with BAD_USER_INPUT. */
  id: string; };

/** Appointments that match all of these; what is left out or null does not matter. */
export type AppointmentFilter = {
  /** With this doctor. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId?: string | null | undefined;
  /** Of this patient. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId?: string | null | undefined;
  /** Starting before this time. More than 40 characters are refused with BAD_USER_INPUT. */
  startsBefore?: string | null | undefined;
  /** Starting at this time or later. More than 40 characters are refused with BAD_USER_INPUT. */
  startsFrom?: string | null | undefined;
  /** In one of these states. An empty list matches nothing. More than 10 items are refused with BAD_USER_INPUT. */
  status?: Array<AppointmentStatus> | null | undefined;
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
  doctorId: string;
  /** 15 to 180 minutes. */
  durationMinutes: number;
  /**
   * 1 to 255 characters of the caller's choice (a UUID, say) that make a repeat of this request safe
   * for 24 hours: it is answered with the appointment that was booked, as it is now, or with
   * APPOINTMENT_NOT_FOUND if that has been deleted since. More than 1,000 characters are refused with BAD_USER_INPUT.
   */
  idempotencyKey?: string | null | undefined;
  /** The `id` of the patient who comes. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId: string;
  /** When it starts: later than now. More than 40 characters are refused with BAD_USER_INPUT. */
  startsAt: string;
};

/** An appointment to be cancelled. */
export type CancelAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: string;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
  /** Why, up to 500 characters. More than 10,000 characters are refused with BAD_USER_INPUT. */
  reason?: string | null | undefined;
};

/** An appointment that took place. */
export type CompleteAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: string;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
};

/** A doctor to be created. */
export type CreateDoctorInput = {
  /** 1 to 100 characters, title included. More than 1,000 characters are refused with BAD_USER_INPUT. */
  fullName: string;
  /** Whether the doctor takes appointments at once. */
  isActive?: boolean;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  specialty: string;
};

/** A doctor to be deactivated. */
export type DeactivateDoctorInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: string;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
};

/** An appointment to be deleted. */
export type DeleteAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: string;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
};

/** A doctor to be deleted. */
export type DeleteDoctorInput = {
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: string;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
};

/** A patient to be deleted. */
export type DeletePatientInput = {
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
  /** The patient's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId: string;
};

/** Which doctor: exactly one of these. */
export type DoctorBy =
  {   /** The integer of the REST endpoints. */
  databaseId: number; id?: never; }
  |  { databaseId?: never;   /** The doctor's `id`, `doc_…`. More than 20 characters are refused with BAD_USER_INPUT. */
  id: string; };

/** The new values of a doctor's fields. What is left out is kept; none may be null. */
export type DoctorChanges = {
  /** 1 to 100 characters, title included. More than 1,000 characters are refused with BAD_USER_INPUT. */
  fullName?: string | null | undefined;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  specialty?: string | null | undefined;
};

/** Doctors that match all of these; what is left out or null does not matter. */
export type DoctorFilter = {
  /** Only active doctors, or only inactive ones. */
  isActive?: boolean | null | undefined;
  /**
   * This text somewhere in the doctor's name. It is compared letter by letter, so ß is not ss here;
   * what else does not matter in a search of patients does not matter here. More than 500 characters are refused with BAD_USER_INPUT.
   */
  name?: string | null | undefined;
  /** This specialty; what does not matter in a search of patients does not matter here. More than 500 characters are refused with BAD_USER_INPUT. */
  specialty?: string | null | undefined;
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

/** An appointment to which the patient did not come. */
export type MarkAppointmentNoShowInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: string;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
};

/** Which patient: exactly one of these. */
export type PatientBy =
  {   /** The integer of the REST endpoints. */
  databaseId: number; email?: never; id?: never; }
  |  { databaseId?: never;   /** The patient's email, in any case. More than 1,000 characters are refused with BAD_USER_INPUT. */
  email: string; id?: never; }
  |  { databaseId?: never; email?: never;   /** The patient's `id`, `pat_…`. More than 20 characters are refused with BAD_USER_INPUT. */
  id: string; };

/** The new values of a patient's fields. What is left out is kept; none may be null. */
export type PatientChanges = {
  /** Up to 100 characters; no other patient may have it. More than 1,000 characters are refused with BAD_USER_INPUT. */
  email?: string | null | undefined;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  firstName?: string | null | undefined;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  lastName?: string | null | undefined;
  /** 1 to 32 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  phoneNumber?: string | null | undefined;
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

/** A patient to be registered. */
export type RegisterPatientInput = {
  /** Up to 100 characters; no other patient may have it. More than 1,000 characters are refused with BAD_USER_INPUT. */
  email: string;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  firstName: string;
  /** 1 to 100 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  lastName: string;
  /** 1 to 32 characters. More than 1,000 characters are refused with BAD_USER_INPUT. */
  phoneNumber: string;
};

/** The new time of an appointment. */
export type RescheduleAppointmentInput = {
  /** The appointment's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  appointmentId: string;
  /** The `id` of another doctor; kept if left out. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId?: string | null | undefined;
  /** 15 to 180 minutes; kept if left out. */
  durationMinutes?: number | null | undefined;
  /** The `version` that was last read. */
  expectedVersion?: number | null | undefined;
  /**
   * 1 to 255 characters of the caller's choice (a UUID, say) that make a repeat of this request safe
   * for 24 hours: it is answered with the appointment, as it is now. More than 1,000 characters are refused with BAD_USER_INPUT.
   */
  idempotencyKey?: string | null | undefined;
  /** When it starts: later than now. More than 40 characters are refused with BAD_USER_INPUT. */
  startsAt: string;
};

/** Changes of a doctor. */
export type UpdateDoctorInput = {
  /** The fields to change. */
  changes: DoctorChanges;
  /** The doctor's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  doctorId: string;
  /** The `version` on which these changes are based. */
  expectedVersion?: number | null | undefined;
};

/** Changes of a patient. */
export type UpdatePatientInput = {
  /** The fields to change. */
  changes: PatientChanges;
  /** The `version` on which these changes are based. */
  expectedVersion?: number | null | undefined;
  /** The patient's `id`. More than 20 characters are refused with BAD_USER_INPUT. */
  patientId: string;
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
}>;


export type BookAppointmentMutation = { bookAppointment: { appointment: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
    > } | null };

export type RescheduleAppointmentMutationVariables = Exact<{
  input: RescheduleAppointmentInput;
}>;


export type RescheduleAppointmentMutation = { rescheduleAppointment: { appointment: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
    > } | null };

export type CancelAppointmentMutationVariables = Exact<{
  input: CancelAppointmentInput;
}>;


export type CancelAppointmentMutation = { cancelAppointment: { appointment: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
    > } | null };

export type CompleteAppointmentMutationVariables = Exact<{
  input: CompleteAppointmentInput;
}>;


export type CompleteAppointmentMutation = { completeAppointment: { appointment: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
    > } | null };

export type MarkAppointmentNoShowMutationVariables = Exact<{
  input: MarkAppointmentNoShowInput;
}>;


export type MarkAppointmentNoShowMutation = { markAppointmentNoShow: { appointment: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
    > } | null };

export type DeleteAppointmentMutationVariables = Exact<{
  input: DeleteAppointmentInput;
}>;


export type DeleteAppointmentMutation = { deleteAppointment: { deletedAppointmentId: string | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
    > } | null };

export type DoctorQueryVariables = Exact<{
  by: DoctorBy;
}>;


export type DoctorQuery = { doctor: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, version: number, createdAt: string, updatedAt: string } | null };

export type DoctorsQueryVariables = Exact<{
  filter?: DoctorFilter | null | undefined;
  orderBy?: DoctorOrder;
  first?: number;
  after?: string | null | undefined;
}>;


export type DoctorsQuery = { doctors: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, version: number, createdAt: string, updatedAt: string } }> } };

export type DoctorAppointmentsQueryVariables = Exact<{
  by: DoctorBy;
  filter?: AppointmentFilter | null | undefined;
  orderBy?: AppointmentOrder;
  first?: number;
  after?: string | null | undefined;
}>;


export type DoctorAppointmentsQuery = { doctor: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, version: number, createdAt: string, updatedAt: string, appointments: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } } }> } } | null };

export type CreateDoctorMutationVariables = Exact<{
  input: CreateDoctorInput;
}>;


export type CreateDoctorMutation = { createDoctor: { doctor: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, version: number, createdAt: string, updatedAt: string } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
    > } | null };

export type UpdateDoctorMutationVariables = Exact<{
  input: UpdateDoctorInput;
}>;


export type UpdateDoctorMutation = { updateDoctor: { doctor: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, version: number, createdAt: string, updatedAt: string } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
    > } | null };

export type ActivateDoctorMutationVariables = Exact<{
  input: ActivateDoctorInput;
}>;


export type ActivateDoctorMutation = { activateDoctor: { doctor: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, version: number, createdAt: string, updatedAt: string } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
    > } | null };

export type DeactivateDoctorMutationVariables = Exact<{
  input: DeactivateDoctorInput;
}>;


export type DeactivateDoctorMutation = { deactivateDoctor: { doctor: { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, version: number, createdAt: string, updatedAt: string } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
    > } | null };

export type DeleteDoctorMutationVariables = Exact<{
  input: DeleteDoctorInput;
}>;


export type DeleteDoctorMutation = { deleteDoctor: { deletedDoctorId: string | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
    > } | null };

export type PatientFieldsFragment = { id: string, databaseId: number, firstName: string, lastName: string, fullName: string, email: string, phoneNumber: string, version: number, createdAt: string, updatedAt: string };

export type DoctorFieldsFragment = { id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, version: number, createdAt: string, updatedAt: string };

export type AppointmentFieldsFragment = { id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } };

export type PageFieldsFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type TooLongFragment = { maximumLength: number };

export type SlotTakenFragment = { blocking: { startsAt: string, endsAt: string } };

export type DurationOutOfRangeFragment = { minimumMinutes: number, maximumMinutes: number };

export type HasAppointmentsFragment = { appointmentCount: number };

export type AppointmentNotBookedFragment = { status: AppointmentStatus };

export type AppointmentNotStartedFragment = { startsAt: string };

export type StaleVersionFragment = { currentVersion: number };

export type NodeQueryVariables = Exact<{
  id: string;
}>;


export type NodeQuery = { node:
    | { __typename: 'Appointment', id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }
    | { __typename: 'Doctor', id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, version: number, createdAt: string, updatedAt: string }
    | { __typename: 'Patient', id: string, databaseId: number, firstName: string, lastName: string, fullName: string, email: string, phoneNumber: string, version: number, createdAt: string, updatedAt: string }
   | null };

export type NodesQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type NodesQuery = { nodes: Array<
    | { __typename: 'Appointment', id: string, databaseId: number, startsAt: string, endsAt: string, durationMinutes: number, status: AppointmentStatus, cancellationReason: string | null, version: number, createdAt: string, updatedAt: string, patient: { id: string, fullName: string }, doctor: { id: string, fullName: string, specialty: string } }
    | { __typename: 'Doctor', id: string, databaseId: number, fullName: string, specialty: string, isActive: boolean, version: number, createdAt: string, updatedAt: string }
    | { __typename: 'Patient', id: string, databaseId: number, firstName: string, lastName: string, fullName: string, email: string, phoneNumber: string, version: number, createdAt: string, updatedAt: string }
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
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
    > } | null };

export type UpdatePatientMutationVariables = Exact<{
  input: UpdatePatientInput;
}>;


export type UpdatePatientMutation = { updatePatient: { patient: { id: string, databaseId: number, firstName: string, lastName: string, fullName: string, email: string, phoneNumber: string, version: number, createdAt: string, updatedAt: string } | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
    > } | null };

export type DeletePatientMutationVariables = Exact<{
  input: DeletePatientInput;
}>;


export type DeletePatientMutation = { deletePatient: { deletedPatientId: string | null, userErrors: Array<
      | { __typename: 'AppointmentNotBookedError', code: UserErrorCode, message: string, path: Array<string> | null, status: AppointmentStatus }
      | { __typename: 'AppointmentNotStartedError', code: UserErrorCode, message: string, path: Array<string> | null, startsAt: string }
      | { __typename: 'DurationOutOfRangeError', code: UserErrorCode, message: string, path: Array<string> | null, minimumMinutes: number, maximumMinutes: number }
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'HasAppointmentsError', code: UserErrorCode, message: string, path: Array<string> | null, appointmentCount: number }
      | { __typename: 'SlotTakenError', code: UserErrorCode, message: string, path: Array<string> | null, blocking: { startsAt: string, endsAt: string } }
      | { __typename: 'StaleVersionError', code: UserErrorCode, message: string, path: Array<string> | null, currentVersion: number }
      | { __typename: 'TooLongError', code: UserErrorCode, message: string, path: Array<string> | null, maximumLength: number }
    > } | null };
