import type { Dependencies } from "../dependencies.js";
import { countDoctors, readDoctorPage, type DoctorFilter, type DoctorOrder } from "./queries.js";
import type { Page, PageRequest } from "../reading/keyset.js";
import { countAppointmentsOf, deleteDoctor, lockDoctor, writeDoctor } from "./store.js";
import type { Doctor } from "../model.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import type { Refusal } from "../refusals.js";
import { wholeSeconds } from "../appointments/interval.js";
import { checkDoctor, type DoctorFields, type Sent } from "../person.js";
import { checkVersion } from "../version.js";
import { inPages } from "../reading/streaming.js";

export interface CreateDoctor extends DoctorFields {
  /** Whether the doctor takes appointments at once; true if left out. */
  isActive?: boolean | null | undefined;
}

export interface UpdateDoctor {
  doctorId: number;
  changes: Sent<DoctorFields>;
  expectedVersion?: number | null | undefined;
}

/** A doctor to be activated, deactivated, toggled or deleted. */
export interface DoctorVersion {
  doctorId: number;
  expectedVersion?: number | null | undefined;
}

/** The use cases of doctors. All throw ServiceUnavailable or OutcomeUnknown when the database fails. */
export function doctorUseCases({ db, now, reads }: Dependencies) {
  /** Locks a doctor, and writes what `decide` makes of them. */
  const change = (
    { doctorId, expectedVersion }: DoctorVersion,
    decide: (doctor: Doctor) => Partial<Doctor>,
    reasons: Refusal[] = [],
  ): Promise<Outcome<Doctor>> =>
    db.sqlTransaction(
      async (tx) => {
        const doctor = await lockDoctor(tx, doctorId);
        if (!doctor) return refused(NOT_FOUND, ...reasons);
        const changes = decide(doctor);
        const isSame = isUnchanged(doctor, changes);
        if (isSame && reasons.length === 0) return done(doctor);
        const refusals = [...checkVersion(doctor.version, expectedVersion), ...reasons];
        if (refusals.length > 0) return refused(...refusals);
        const marks = { version: doctor.version + 1, updatedAt: wholeSeconds(now()) };
        const changed = { ...doctor, ...changes, ...marks };
        await writeDoctor(tx, changed);
        return done(changed);
      },
      { commitIf: isDone },
    );

  const page = (filter: DoctorFilter, request: PageRequest<DoctorOrder>): Promise<Page<Doctor>> =>
    readDoctorPage(db, filter, request);

  return {
    /** The doctor with this id; null if there is none. */
    byId: reads.doctor,

    /** What can be said against a doctor's fields without a look at the others. */
    check: (fields: Sent<DoctorFields>): Refusal[] => checkDoctor(fields, []).refusals,

    /** All doctors, in the order of their ids, read bit by bit. */
    stream: (): AsyncGenerator<Doctor[]> =>
      inPages((first, after) => page({}, { orderBy: "CREATED_ASC", first, after })),

    /** One page of the doctors that match. */
    page,

    /** How many doctors match. */
    count: (filter: DoctorFilter): Promise<number> => countDoctors(db, filter),

    /** Adds a doctor. */
    async create(input: CreateDoctor): Promise<Outcome<Doctor>> {
      const { fields, refusals } = checkDoctor(input);
      if (refusals.length > 0) return refused(...refusals);
      const time = wholeSeconds(now());
      const isActive = input.isActive ?? true;
      const data = { ...fields, isActive, version: 1, createdAt: time, updatedAt: time };
      return db.transaction(async (tables) => done(await tables.doctor.create({ data })));
    },

    /** Changes the fields that are given; what is equal already is no change. */
    async update({ changes, ...doctor }: UpdateDoctor): Promise<Outcome<Doctor>> {
      const { fields, refusals } = checkDoctor(changes, ["changes"]);
      return change(doctor, () => fields, refusals);
    },

    /** Lets a doctor take appointments; an active one stays as it is. */
    activate: (doctor: DoctorVersion): Promise<Outcome<Doctor>> =>
      change(doctor, () => ({ isActive: true })),

    /** Stops new appointments with a doctor; an inactive one stays as it is. */
    deactivate: (doctor: DoctorVersion): Promise<Outcome<Doctor>> =>
      change(doctor, () => ({ isActive: false })),

    /** Activates an inactive doctor and deactivates an active one. */
    toggle: (doctor: DoctorVersion): Promise<Outcome<Doctor>> =>
      change(doctor, ({ isActive }) => ({ isActive: !isActive })),

    /** Removes a doctor who has no appointments in any status; answers with the id. */
    remove({ doctorId, expectedVersion }: DoctorVersion): Promise<Outcome<number>> {
      return db.sqlTransaction(
        async (tx) => {
          const [doctor, appointmentCount] = await Promise.all([
            lockDoctor(tx, doctorId),
            countAppointmentsOf(tx, doctorId),
          ]);
          if (!doctor) return refused(NOT_FOUND);
          const refusals = checkVersion(doctor.version, expectedVersion);
          if (appointmentCount > 0) {
            refusals.push({ code: "HAS_APPOINTMENTS", path: ["doctorId"], appointmentCount });
          }
          if (refusals.length > 0) return refused(...refusals);
          await deleteDoctor(tx, doctorId);
          return done(doctorId);
        },
        { commitIf: isDone },
      );
    },
  };
}

const NOT_FOUND: Refusal = { code: "DOCTOR_NOT_FOUND", path: ["doctorId"] };

const isUnchanged = (doctor: Doctor, changes: Partial<Doctor>): boolean =>
  Object.entries(changes).every(([name, value]) => doctor[name as keyof Doctor] === value);
