import type { Prisma, Tables } from "../db/database.js";
import { WriteConflict } from "../db/faults.js";
import type { Dependencies } from "./dependencies.js";
import { inOrder, rowsAfter, toPage, type Keyset, type Page, type PageRequest } from "./keyset.js";
import { startsWith } from "./like.js";
import type { Patient } from "./model.js";
import { done, isDone, refused, type Outcome } from "./outcome.js";
import type { Refusal } from "./refusals.js";
import { normalizeEmail, type Email } from "./rules/email.js";
import { wholeSeconds } from "./rules/interval.js";
import { checkPatient, type PatientFields, type Sent } from "./rules/person.js";
import { checkVersion } from "./rules/version.js";
import { inPages } from "./streaming.js";

export type PatientOrder = "REGISTERED_ASC" | "REGISTERED_DESC" | "NAME_ASC" | "NAME_DESC";

const BY_ID: Keyset<Patient>["columns"] = [{ name: "id", kind: "integer" }];
const BY_NAME: Keyset<Patient>["columns"] = [
  { name: "lastName", kind: "text" },
  { name: "firstName", kind: "text" },
  ...BY_ID,
];

export const PATIENT_KEYSETS: Record<PatientOrder, Keyset<Patient>> = {
  REGISTERED_ASC: { columns: BY_ID, direction: "asc" },
  REGISTERED_DESC: { columns: BY_ID, direction: "desc" },
  NAME_ASC: { columns: BY_NAME, direction: "asc" },
  NAME_DESC: { columns: BY_NAME, direction: "desc" },
};

export interface PatientFilter {
  /** Starts a name, a full name in either order, or the email. */
  search?: string | null | undefined;
}

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
  const page = async (
    filter: PatientFilter,
    request: PageRequest<PatientOrder>,
  ): Promise<Page<Patient>> => {
    const keyset = PATIENT_KEYSETS[request.orderBy];
    const rows = await db.read(({ patient }) =>
      patient.findMany({
        where: { AND: [matching(filter), rowsAfter(request.after, keyset)] },
        orderBy: inOrder(keyset),
        take: request.first + 1,
      }),
    );
    return toPage(rows, request.first, keyset);
  };

  return {
    /** The patient with this id; null if there is none. */
    byId: reads.patient,

    /** The patient with this email, in any case. */
    byEmail: (email: string): Promise<Patient | null> =>
      db.read(({ patient }) =>
        patient.findUnique({ where: { emailKey: normalizeEmail(email).key } }),
      ),

    /** What can be said against a patient's fields without a look at the others. */
    check: (fields: Sent<PatientFields>): Refusal[] => checkPatient(fields, []).refusals,

    /** All patients, in the order of their ids, read bit by bit. */
    stream: (): AsyncGenerator<Patient[]> =>
      inPages((first, after) => page({}, { orderBy: "REGISTERED_ASC", first, after })),

    /** One page of the patients that match. */
    page,

    /** How many patients match. */
    count: (filter: PatientFilter): Promise<number> =>
      db.read(({ patient }) => patient.count({ where: matching(filter) })),

    /** Adds a patient. */
    async register(input: PatientFields): Promise<Outcome<Patient>> {
      const { fields, refusals } = checkPatient(input);
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
        { keep: isDone },
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
        { keep: isDone },
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
        { keep: isDone },
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
  { patient }: Tables,
  email: Email | undefined,
  path: readonly string[],
  ownId?: number,
): Promise<Refusal[]> {
  if (email === undefined) return [];
  const holder = await patient.findUnique({ where: { emailKey: email.key }, select: { id: true } });
  return holder === null || holder.id === ownId ? [] : [{ code: "EMAIL_TAKEN", path }];
}

/** Writes the fields that differ, unless somebody else has written the patient since it was read. */
async function change(
  tables: Tables,
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

function matching({ search }: PatientFilter): Prisma.PatientWhereInput {
  const words = (search ?? "").normalize("NFC").trim().split(/\s+/);
  const text = words.join(" ");
  if (text === "") return {};
  const starts = startsWith(text);
  // "Anna van der Berg" may part after any of its words, and be given last name first.
  const fullNames = words.slice(1).flatMap((_, index): Prisma.PatientWhereInput[] => {
    const head = words.slice(0, index + 1).join(" ");
    const tail = startsWith(words.slice(index + 1).join(" "));
    return [
      { firstName: head, lastName: tail },
      { lastName: head, firstName: tail },
    ];
  });
  return {
    OR: [
      { firstName: starts },
      { lastName: starts },
      { emailKey: startsWith(text.toLowerCase()) },
      ...fullNames,
    ],
  };
}
