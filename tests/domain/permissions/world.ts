import { LEGACY_REST, type Caller, type Role } from "../../../src/domain/caller.js";
import { openDatabase, type Database } from "../../../src/db/database.js";
import { createDomain, type UseCases } from "../../../src/domain/index.js";
import type { Clinic } from "../../support/clinic.js";
import { databaseUrl } from "../../support/environment.js";

/** When everything happens: a Monday, with an appointment that has begun and one that is to come. */
export const NOW = new Date("2031-01-06T12:00:00Z");
const BEGUN = new Date("2031-01-06T10:00:00Z");
/** Outside the hours, which are from 9 to 17. */
const EVENING = new Date("2031-01-07T20:00:00Z");

/** What a call is about: a patient and a doctor who have two appointments, and what belongs to them. */
export interface Target {
  whose: "own" | "foreign" | "absent";
  patientId: number;
  doctorId: number;
  /** To come. */
  appointmentId: number;
  begunId: number;
  scheduleId: number;
  exceptionId: number;
  email: string;
  /** The doctor's. */
  name: string;
}

export interface World {
  clinic: Clinic;
  db: Database;
  own: Target;
  foreign: Target;
  absent: Target;
  callers: { readonly [R in Role]: Caller & { role: R } };
}

const ABSENT = 2_147_483_647;

export const someone = <Acting extends object>(name: string, acting: Acting) => ({
  kind: "user" as const,
  name,
  ...acting,
});

/** Two doctors with a patient each, of whom only the first ones are the callers' own. */
export async function makeWorld(clinic: Clinic, db: Database): Promise<World> {
  const own = await makeTarget(clinic, "own");
  const foreign = await makeTarget(clinic, "foreign");
  const { doctorId, patientId } = own;
  return {
    clinic,
    db,
    own,
    foreign,
    absent: {
      whose: "absent",
      patientId: ABSENT,
      doctorId: ABSENT,
      appointmentId: ABSENT,
      begunId: ABSENT,
      scheduleId: ABSENT,
      exceptionId: ABSENT,
      email: clinic.email("nobody"),
      name: `Nobody ${clinic.tag}`,
    },
    callers: {
      ADMIN: someone(`${clinic.tag} admin`, { role: "ADMIN" as const }),
      STAFF: someone(`${clinic.tag} staff`, { role: "STAFF" as const }),
      DOCTOR: someone(`${clinic.tag} doctor`, { role: "DOCTOR" as const, doctorId }),
      PATIENT: someone(`${clinic.tag} patient`, { role: "PATIENT" as const, patientId }),
      AUDITOR: someone(`${clinic.tag} auditor`, { role: "AUDITOR" as const }),
      LEGACY_REST: { ...LEGACY_REST, role: "LEGACY_REST" },
    },
  };
}

async function makeTarget(clinic: Clinic, whose: "own" | "foreign"): Promise<Target> {
  const email = clinic.email(whose);
  const name = `Dr. ${whose} ${clinic.tag}`;
  const { id: patientId } = await clinic.patient({ email });
  const { id: doctorId } = await clinic.doctor({ fullName: name });
  const people = { patientId, doctorId };
  const { id: begunId } = await clinic.book({ ...people, startsAt: BEGUN });
  const { id: appointmentId } = await clinic.book({ ...people, startsAt: EVENING });
  const { id: scheduleId } = await clinic.publish(doctorId, { ifBooked: "KEEP" });
  const exceptionId = await addTimeOff(clinic, doctorId);
  return { whose, ...people, appointmentId, begunId, scheduleId, exceptionId, email, name };
}

/** Adds time off, with a note. */
export async function addTimeOff(clinic: Clinic, doctorId: number): Promise<number> {
  const from = Date.parse("2031-03-03T00:00:00Z") / 60_000;
  const added = await clinic.at(NOW).schedules.addTimeOff({
    doctorIds: [doctorId],
    from,
    until: from + 600,
    note: "Knee surgery",
    ifBooked: "KEEP",
  });
  return (added.done && added.value.changed[0]?.id) || ABSENT;
}

/** Runs use cases as callers, and tells which statements they send. */
export interface Observer {
  as: (caller: Caller) => UseCases;
  statementsOf: (work: () => unknown) => Promise<{ result: unknown; statements: string[] }>;
  close: () => Promise<void>;
}

export function observe(now: () => Date = () => NOW): Observer {
  let heard: string[] = [];
  const db = openDatabase(databaseUrl, {
    connectionLimit: 4,
    onStatement: (sql) => heard.push(sql.replaceAll(/\s+/g, " ")),
  });
  const domain = createDomain({ db, now });
  return {
    as: (caller) => domain.as(caller),
    async statementsOf(work) {
      heard = [];
      const result = await Promise.resolve()
        .then(work)
        .catch((error: unknown) => error);
      return { result, statements: heard };
    },
    close: () => db.close(),
  };
}
