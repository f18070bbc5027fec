import type { PrismaTransaction } from "../../db/database.js";
import { WriteConflict } from "../../db/errors.js";
import type { Dependencies } from "../dependencies.js";
import {
  countPatients,
  readPatientPage,
  type PatientFilter,
  type PatientOrder,
} from "./queries.js";
import type { Page, PageRequest } from "../reading/keyset.js";
import type { Patient } from "../model.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import type { Refusal } from "../refusals.js";
import { normalizeEmail, type Email } from "./email.js";
import { wholeSeconds } from "../appointments/interval.js";
import { checkPatient, type PatientFields, type PatientLimits, type Sent } from "../person.js";
import { checkVersion } from "../version.js";
import { inPages } from "../reading/streaming.js";

export interface UpdatePatient {
  patientId: number;
  changes: Sent<PatientFields>;
  expectedVersion?: number | null | undefined;
}

export interface DeletePatient {
  patientId: number;
  expectedVersion?: number | null | undefined;
}

/** The use cases of patients. All throw ServiceUnavailable or OutcomeUnknown when the database fails. */
export function patientUseCases({ db, now, reads }: Dependencies) {
  const page = (
    filter: PatientFilter,
    request: PageRequest<PatientOrder>,
  ): Promise<Page<Patient>> => readPatientPage(db, filter, request);

  return {
    /** The patient with this id; null if there is none. */
    byId: reads.patient,

    /** The patient with this email, in any case; null if there is none. */
    async byEmail(email: string): Promise<Patient | null> {
      const { key } = normalizeEmail(email);
      if (key === "") return null;
      return db.read(({ patient }) => patient.findUnique({ where: { emailKey: key } }));
    },

    /** What can be said against a patient's fields without a look at the others. */
    check: (fields: Sent<PatientFields>): Refusal[] => checkPatient(fields, []).refusals,

    /** All patients, in the order of their ids, read bit by bit. */
    stream: (): AsyncGenerator<Patient[]> =>
      inPages((first, after) => page({}, { orderBy: "REGISTERED_ASC", first, after })),

    /** One page of the patients that match. */
    page,

    /** How many patients match. */
    count: (filter: PatientFilter): Promise<number> => countPatients(db, filter),

    /** Adds a patient. @param limits where a caller may send less than others. */
    async register(input: PatientFields, limits?: PatientLimits): Promise<Outcome<Patient>> {
      const { fields, refusals } = checkPatient(input, [], limits);
      return db.transaction(
        async (tables) => {
          const reasons = [
            ...refusals,
            ...(await checkEmailIsFree(tables, fields.email, ["email"])),
          ];
          if (reasons.length > 0) return refused(...reasons);
          const time = wholeSeconds(now());
          const data = { ...toColumns(fields), version: 1, createdAt: time, updatedAt: time };
          return done(await tables.patient.create({ data }));
        },
        { commitIf: isDone },
      );
    },

    /** Changes the fields that are given; what is equal already is no change. */
    async update(input: UpdatePatient): Promise<Outcome<Patient>> {
      const { fields, refusals } = checkPatient(input.changes, ["changes"]);
      return db.transaction(
        async (tables) => {
          const patient = await tables.patient.findUnique({ where: { id: input.patientId } });
          if (!patient) return refused(NOT_FOUND, ...refusals);
          const emailPath = ["changes", "email"];
          const reasons = [
            ...checkVersion(patient.version, input.expectedVersion),
            ...refusals,
            ...(await checkEmailIsFree(tables, fields.email, emailPath, patient.id)),
          ];
          if (reasons.length > 0) return refused(...reasons);
          return done(await change(tables, patient, fields, now()));
        },
        { commitIf: isDone },
      );
    },

    /** Removes a patient who has no appointments in any status; answers with the id. */
    remove({ patientId, expectedVersion }: DeletePatient): Promise<Outcome<number>> {
      return db.transaction(
        async (tables) => {
          const patient = await tables.patient.findUnique({ where: { id: patientId } });
          if (!patient) return refused(NOT_FOUND);
          const appointmentCount = await tables.appointment.count({ where: { patientId } });
          const reasons = checkVersion(patient.version, expectedVersion);
          if (appointmentCount > 0) {
            reasons.push({ code: "HAS_APPOINTMENTS", path: ["patientId"], appointmentCount });
          }
          if (reasons.length > 0) return refused(...reasons);
          // Should an appointment come in between, the foreign key refuses and all is run again.
          const { version } = patient;
          const { count } = await tables.patient.deleteMany({ where: { id: patientId, version } });
          if (count === 0) throw new WriteConflict();
          return done(patientId);
        },
        { commitIf: isDone },
      );
    },
  };
}

const NOT_FOUND: Refusal = { code: "PATIENT_NOT_FOUND", path: ["patientId"] };

type Fields = Omit<PatientFields, "email"> & { email: Email };

function toColumns({ email, ...names }: Fields): Omit<Fields, "email"> & EmailColumns;
function toColumns(fields: Partial<Fields>): Partial<Omit<Fields, "email"> & EmailColumns>;
function toColumns({ email, ...names }: Partial<Fields>) {
  return { ...names, ...(email && { email: email.address, emailKey: email.key }) };
}

interface EmailColumns {
  email: string;
  emailKey: string;
}

async function checkEmailIsFree(
  { patient }: PrismaTransaction,
  email: Email | undefined,
  path: readonly string[],
  ownId?: number,
): Promise<Refusal[]> {
  if (email === undefined || email.key === "") return [];
  const holder = await patient.findUnique({ where: { emailKey: email.key }, select: { id: true } });
  return holder === null || holder.id === ownId ? [] : [{ code: "EMAIL_TAKEN", path }];
}

/** Writes the fields that differ, unless somebody else has written the patient since it was read. */
async function change(
  tables: PrismaTransaction,
  patient: Patient,
  fields: Partial<Fields>,
  now: Date,
): Promise<Patient> {
  const { emailKey, ...columns } = toColumns(fields);
  const isSame = Object.entries(columns).every(
    ([name, value]) => patient[name as keyof typeof columns] === value,
  );
  if (isSame) return patient;
  const { id, version } = patient;
  const change = { ...columns, version: version + 1, updatedAt: wholeSeconds(now) };
  const { count } = await tables.patient.updateMany({
    where: { id, version },
    data: { ...change, ...(emailKey !== undefined && { emailKey }) },
  });
  if (count === 0) throw new WriteConflict();
  return { ...patient, ...change };
}
