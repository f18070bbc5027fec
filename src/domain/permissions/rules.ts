import type { Caller, Role } from "../caller.js";
import type { UseCases } from "../index.js";
import { Forbidden } from "./forbidden.js";

/** A group of use cases: `patients`. */
type Group = keyof UseCases;

/** The full name of a use case: `patients.byId`. */
export type UseCase = { [G in Group]: `${G}.${keyof UseCases[G] & string}` }[Group];

/**
 * - `all`: the role may use it, on all rows.
 * - `own`: the role may use it, on rows of its own alone; others are to it as if they were not there (scopes.ts).
 * - `none`: the role may not use it, which is an error before any statement is sent.
 */
export type Rule = "all" | "own" | "none";

type Rules = { readonly [R in Role]: Rule };

// Lines that several use cases have in common. What REST alone may do stands with each use case.

type WithoutRest = Omit<Rules, "LEGACY_REST">;

/** People who keep the clinic's books. */
const OFFICE: WithoutRest = {
  ...{ ADMIN: "all", STAFF: "all", DOCTOR: "none", PATIENT: "none", AUDITOR: "none" },
};
const ADMIN_ALONE: WithoutRest = { ...OFFICE, STAFF: "none" };
/** What all may read whom the clinic knows: who its doctors are, and when they can be visited. */
const DIRECTORY: WithoutRest = { ...OFFICE, DOCTOR: "all", PATIENT: "all" };
const OWN_ROWS: WithoutRest = { ...OFFICE, DOCTOR: "own", PATIENT: "own" };
const OWN_DOCTOR: WithoutRest = { ...OFFICE, DOCTOR: "own" };
const OWN_PATIENT: WithoutRest = { ...OFFICE, PATIENT: "own" };

const REST = { LEGACY_REST: "all" } as const;
const NO_REST = { LEGACY_REST: "none" } as const;

/** Who may use which use case. A new use case or role does not compile until it stands here. */
export const RULES: { readonly [U in UseCase]: Rules } = {
  "patients.byEmail": { ...OWN_ROWS, ...NO_REST },
  "patients.byId": { ...OWN_ROWS, ...REST },
  "patients.check": { ...OFFICE, ...REST },
  "patients.count": { ...OWN_ROWS, ...NO_REST },
  "patients.page": { ...OWN_ROWS, ...NO_REST },
  "patients.register": { ...OFFICE, ...REST },
  "patients.remove": { ...ADMIN_ALONE, ...REST },
  "patients.stream": { ...OWN_ROWS, ...REST },
  // Patients change their names and phone number (scopes.ts).
  "patients.update": { ...OWN_PATIENT, ...NO_REST },

  "doctors.activate": { ...ADMIN_ALONE, ...NO_REST },
  "doctors.byId": { ...DIRECTORY, ...REST },
  "doctors.check": { ...ADMIN_ALONE, ...REST },
  "doctors.count": { ...DIRECTORY, ...NO_REST },
  "doctors.create": { ...ADMIN_ALONE, ...REST },
  "doctors.deactivate": { ...ADMIN_ALONE, ...NO_REST },
  "doctors.page": { ...DIRECTORY, ...NO_REST },
  "doctors.remove": { ...ADMIN_ALONE, ...REST },
  "doctors.stream": { ...DIRECTORY, ...REST },
  "doctors.toggle": { ...ADMIN_ALONE, ...REST },
  "doctors.update": { ...ADMIN_ALONE, ...NO_REST },

  // Doctors book in their own calendar, for patients whom they know; patients book for themselves.
  "appointments.book": { ...OWN_ROWS, ...REST },
  "appointments.byId": { ...OWN_ROWS, ...NO_REST },
  "appointments.cancel": { ...OWN_ROWS, ...NO_REST },
  // It looks at nothing but the times that are asked for.
  "appointments.check": { ...DIRECTORY, ...REST },
  "appointments.checkBook": { ...OWN_ROWS, ...NO_REST },
  "appointments.checkReschedule": { ...OWN_ROWS, ...NO_REST },
  "appointments.complete": { ...OWN_DOCTOR, ...NO_REST },
  "appointments.counts": { ...OWN_ROWS, ...NO_REST },
  "appointments.markNoShow": { ...OWN_DOCTOR, ...NO_REST },
  "appointments.pages": { ...OWN_ROWS, ...NO_REST },
  "appointments.remove": { ...ADMIN_ALONE, ...REST },
  "appointments.reschedule": { ...OWN_ROWS, ...NO_REST },
  "appointments.stream": { ...OWN_ROWS, ...REST },
  "appointments.withPeople": { ...OWN_ROWS, ...REST },

  "schedules.addExtraHours": { ...OWN_DOCTOR, ...NO_REST },
  "schedules.addTimeOff": { ...OWN_DOCTOR, ...NO_REST },
  "schedules.byId": { ...DIRECTORY, ...NO_REST },
  // Their notes are for the office and for the doctor.
  "schedules.exceptionById": { ...DIRECTORY, ...NO_REST },
  "schedules.exceptionsOf": { ...DIRECTORY, ...NO_REST },
  "schedules.publish": { ...OWN_DOCTOR, ...NO_REST },
  "schedules.remove": { ...OWN_DOCTOR, ...NO_REST },
  "schedules.removeException": { ...OWN_DOCTOR, ...NO_REST },
  "schedules.schedulesOf": { ...DIRECTORY, ...NO_REST },

  // Doctors hold times of their own calendar. Whoever it is, the key is theirs alone (keys.ts).
  "holds.hold": { ...DIRECTORY, DOCTOR: "own", ...NO_REST },
  "holds.release": { ...OWN_ROWS, ADMIN: "own", STAFF: "own", ...NO_REST },

  "availability.countOutsideHours": { ...OWN_ROWS, ...NO_REST },
  "availability.firstFreeTimes": { ...DIRECTORY, ...NO_REST },
  "availability.freeTimes": { ...DIRECTORY, ...NO_REST },
  // An appointment that is to move, and is not the caller's, counts as none.
  "availability.nextFreeTimes": { ...DIRECTORY, ...NO_REST },
  "availability.outsideHours": { ...OWN_ROWS, ...NO_REST },
  "availability.workingTimes": { ...DIRECTORY, ...NO_REST },
};

/** A guard of a group of use cases: throws Forbidden by the name of one that the caller may not use. */
export const guardOf =
  <G extends Group>(group: G, { role }: Caller) =>
  (name: keyof UseCases[G] & string): void => {
    const useCase = `${group}.${name}` as UseCase;
    if (RULES[useCase][role] === "none") throw new Forbidden(useCase);
  };
