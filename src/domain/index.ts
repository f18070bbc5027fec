import { guardOf } from "./permissions/rules.js";
import * as appointments from "./appointments/index.js";
import * as availability from "./availability/index.js";
import { createBookingQueue } from "./appointments/booking-queue.js";
import type { Caller } from "./caller.js";
import type { Context } from "./context.js";
import * as doctors from "./doctors/index.js";
import * as holds from "./holds/index.js";
import { purgeExpiredHolds } from "./holds/release.js";
import { purgeExpired } from "./idempotency/keys.js";
import * as patients from "./patients/index.js";
import { readsById } from "./reading/by-id.js";
import * as schedules from "./schedules/index.js";
import { bind, type BoundGroup } from "./use-cases.js";

/**
 * The clinic's rules over its database. `as` gives all that a caller may do, and is the only way in for GraphQL, REST
 * and pages.
 *
 * Every use case answers with an Outcome; it throws only on faults, which are ServiceUnavailable,
 * StatementTimeout, OutcomeUnknown, or a defect of ours.
 */
export function createDomain({
  db,
  now = () => new Date(),
  timeZone = "UTC",
  onChange,
}: DomainOptions) {
  const shared = {
    db,
    now,
    timeZone,
    onChange,
    reads: readsById(db),
    bookings: createBookingQueue(db, now),
  };
  const known = new WeakMap<Caller, UseCases>();
  return {
    /** What this caller may do. The same object is returned for the same caller. */
    as(caller: Caller): UseCases {
      const useCases = known.get(caller) ?? useCasesOf({ ...shared, caller });
      known.set(caller, useCases);
      return useCases;
    },
    /** Whether the tables can be read, found out now, within a second. */
    isReady: (): Promise<boolean> => db.isReachable(),
    /** Deletes idempotency keys that have expired; answers how many there were. */
    purgeExpiredKeys: (): Promise<number> => purgeExpired(shared),
    /** Deletes holds that count no more; answers how many there were. */
    purgeExpiredHolds: (): Promise<number> => purgeExpiredHolds(shared),
  };
}

/** All that a caller may do. What the caller's role may not use throws Forbidden. */
export type UseCases = {
  patients: BoundGroup<typeof patients>;
  doctors: BoundGroup<typeof doctors>;
  appointments: BoundGroup<typeof appointments>;
  schedules: BoundGroup<typeof schedules>;
  holds: BoundGroup<typeof holds>;
  availability: BoundGroup<typeof availability>;
};

function useCasesOf(context: Context): UseCases {
  const { caller } = context;
  return {
    patients: bind(patients, context, guardOf("patients", caller)),
    doctors: bind(doctors, context, guardOf("doctors", caller)),
    appointments: bind(appointments, context, guardOf("appointments", caller)),
    schedules: bind(schedules, context, guardOf("schedules", caller)),
    holds: bind(holds, context, guardOf("holds", caller)),
    availability: bind(availability, context, guardOf("availability", caller)),
  };
}

export interface DomainOptions extends Pick<Context, "db"> {
  /** The current time; the system's if left out. */
  now?: () => Date;
  /** The IANA zone of doctors' hours who have none of their own yet; UTC if left out. */
  timeZone?: string;
  /** Called with every change, in its transaction. */
  onChange?: Context["onChange"];
}

export type Domain = ReturnType<typeof createDomain>;

export { Forbidden } from "./permissions/forbidden.js";
export { waivedRules } from "./appointments/waiving.js";
export { RULES, type Rule, type UseCase } from "./permissions/rules.js";
export { ANYONE, LEGACY_REST, ROLES, type Caller, type Role } from "./caller.js";
export type { Change } from "./changes.js";
export type { Explainer } from "../db/explainer.js";
export {
  OutcomeUnknown,
  ServiceUnavailable,
  StatementTimeout,
  isLostConnection,
  loggableError,
} from "../db/errors.js";
export {
  APPOINTMENT_KEYSETS,
  type AppointmentFilter,
  type AppointmentOrder,
  type AppointmentPageRequest,
  type AppointmentRow,
  type DoctorRow,
  type PatientRow,
} from "./appointments/queries.js";
export type {
  AppointmentWithPeople,
  BookAppointment,
  CancelAppointment,
  RescheduleAppointment,
  AppointmentVersion,
} from "./appointments/index.js";
export type { WaivableRule } from "./appointments/waiving.js";
export type { AskedTime, DoctorsBy, FreeTimesRequest } from "./availability/free-times.js";
export type { FreeTime, FreeTimes } from "./availability/search.js";
export type { WorkingTimes, WorkingTimesRequest } from "./availability/working-times.js";
export type { WorkingHours } from "./calendar/calendar.js";
export {
  formatLocalDate,
  formatLocalDateTime,
  formatLocalTime,
  parseLocalDate,
  parseLocalDateTime,
  parseLocalTime,
} from "./calendar/local-time.js";
export { isTimeZone, isZoneDataOld, ZONE_DATA } from "./calendar/zone.js";
export type { HoldTime } from "./holds/hold.js";
export type { AddExtraHours, AddTimeOff } from "./schedules/exceptions.js";
export type { ChangedHours, PublishSchedule } from "./schedules/publish.js";
export type { ExceptionsRequest, SchedulesRequest } from "./schedules/queries.js";
export type { RemoveException, RemoveSchedule } from "./schedules/remove.js";
export type { DoctorVersion, UpdateDoctor } from "./doctors/change.js";
export type { CreateDoctor } from "./doctors/create.js";
export type { DoctorFields } from "./doctors/rules.js";
export { assertNothingLeft, type AllFields } from "./fields.js";
export type { PatientVersion, UpdatePatient } from "./patients/change.js";
export type { PatientFields } from "./patients/rules.js";
export type { Sent } from "./text.js";
export type { Fields } from "./reading/columns.js";
export { DOCTOR_KEYSETS } from "./doctors/queries.js";
export { isPosition, type Keyset, type Page, type Position } from "./reading/keyset.js";
export type {
  Appointment,
  AppointmentStatus,
  Doctor,
  Hold,
  Patient,
  Schedule,
  ScheduleException,
} from "./model.js";
export type { Outcome } from "./outcome.js";
export { PATIENT_KEYSETS } from "./patients/queries.js";
export { REFUSAL_EXAMPLES, type Refusal, type RefusalCode, type RefusalOf } from "./refusals.js";
export { MAXIMUM_LENGTH } from "./limits.js";
export { MAXIMUM_MINUTES, MINIMUM_MINUTES, type Interval } from "./appointments/interval.js";
