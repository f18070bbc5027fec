import { gql } from "graphql-tag";
import { afterAll, beforeAll, expect, it } from "vitest";
import { generateClinic } from "../../src/commands/generate.js";
import { openDatabase, type Database } from "../../src/db/database.js";
import { connect } from "../../src/db/setup/ensure-schema.js";
import { ANYONE, createDomain, type Caller } from "../../src/domain/index.js";
import {
  ActivateDoctorDocument,
  AppointmentsDocument,
  BookAppointmentDocument,
  CancelAppointmentDocument,
  CreateDoctorDocument,
  DeactivateDoctorDocument,
  DeleteAppointmentDocument,
  DeleteDoctorDocument,
  DeletePatientDocument,
  DoctorAppointmentsDocument,
  DoctorsDocument,
  NodeDocument,
  NodesDocument,
  PatientAppointmentsDocument,
  PatientDocument,
  PatientsDocument,
  RegisterPatientDocument,
  RescheduleAppointmentDocument,
  UpdateDoctorDocument,
  UpdatePatientDocument,
} from "../../client/src/documents.js";
import { nodesOf, openApi, type Api } from "../support/api.js";
import { future, iso } from "../support/clinic.js";
import { call } from "../support/rest.js";
import { makeScratchDatabase } from "../support/scratch-database.js";

interface Statement {
  sql: string;
  values: unknown[];
}

const heard: Statement[] = [];

let scratch: { url: string; drop: () => Promise<void> };
let db: Database;
let api: Api;

beforeAll(async () => {
  scratch = await makeScratchDatabase();
  // So many that no optimiser takes a scan for cheaper because the table is small.
  await generateClinic(scratch.url, { appointments: 60_000, patients: 20_000, doctors: 2_000 });
  const onStatement = (sql: string, values: unknown[]) => heard.push({ sql, values });
  db = openDatabase(scratch.url, { connectionLimit: 4, onStatement });
  api = await openApi({ db });
}, 120_000);

afterAll(async () => {
  await api.close();
  await db.close();
  await scratch.drop();
});

/** All choices of some of the fields, none and all of them included. */
function subsets<Fields extends object>(fields: Fields): Partial<Fields>[] {
  return Object.entries(fields).reduce<Partial<Fields>[]>(
    (sets, [name, value]) => [
      ...sets,
      ...sets.map((set) => ({ ...set, [name]: value as unknown })),
    ],
    [{}],
  );
}

/** Reads a page in each order, and the one after it. */
async function turnPages<const Order>(
  orders: readonly Order[],
  read: (
    orderBy: Order,
    after: string | null,
  ) => Promise<{ pageInfo: { endCursor?: string | null } }>,
): Promise<void> {
  for (const orderBy of orders) {
    const { endCursor } = (await read(orderBy, null)).pageInfo;
    if (endCursor) await read(orderBy, endCursor);
  }
}

const first = 5;

/** Without the people, and with the columns of a list alone. */
const APPOINTMENTS_ALONE = gql`
  query AppointmentsAlone(
    $filter: AppointmentFilter
    $orderBy: AppointmentOrder!
    $first: Int!
    $after: String
  ) {
    appointments(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      nodes {
        id
        startsAt
      }
    }
  }
`;

const DOCTORS_WITH_APPOINTMENTS = gql`
  query DoctorsWithAppointments {
    doctors(first: 20) {
      nodes {
        id
        appointments(first: 3) {
          totalCount
          nodes {
            id
            patient {
              fullName
            }
          }
        }
      }
    }
  }
`;

/** Every list of the API and its number, by all filters and orders. */
async function readLists(): Promise<void> {
  const filters = {
    doctorId: "doc_7",
    patientId: "pat_7",
    // The rare ones: to count the others is to read most of the table, whatever the plan.
    status: ["CANCELLED" as const, "NO_SHOW" as const],
    startsFrom: iso(future(-3)),
    startsBefore: iso(future(3)),
  };
  for (const filter of subsets(filters)) {
    await turnPages(
      ["STARTS_AT_ASC", "STARTS_AT_DESC", "BOOKED_ASC", "BOOKED_DESC"],
      async (orderBy, after) => {
        const variables = { filter, orderBy, first, after };
        await api.query(APPOINTMENTS_ALONE, variables);
        return (await api.query(AppointmentsDocument, variables)).appointments;
      },
    );
  }
  for (const filter of subsets({ isActive: true, specialty: "cardiology", name: "maria k" })) {
    await turnPages(
      ["CREATED_ASC", "CREATED_DESC", "NAME_ASC", "NAME_DESC"],
      async (orderBy, after) =>
        (await api.query(DoctorsDocument, { filter, orderBy, first, after })).doctors,
    );
  }
  for (const search of ["", "Mar", "Maria L", "lopez maria", "maria.lopez.7@exa", "nobody", "o'"]) {
    await turnPages(
      ["REGISTERED_ASC", "REGISTERED_DESC", "NAME_ASC", "NAME_DESC"],
      async (orderBy, after) =>
        (await api.query(PatientsDocument, { search, orderBy, first, after })).patients,
    );
  }
}

/** Everything else that can be read by GraphQL. */
async function readThings(): Promise<void> {
  for (const id of ["pat_3", "doc_3", "apt_3"]) await api.query(NodeDocument, { id });
  await api.query(NodesDocument, { ids: ["pat_1", "pat_2", "doc_1", "doc_2", "apt_1", "apt_2"] });
  await api.query(PatientDocument, { by: { email: "Nobody@Example.com" } });
  for (const filter of subsets({ status: ["BOOKED" as const], startsFrom: iso(future(0)) })) {
    await api.query(PatientAppointmentsDocument, { by: { databaseId: 5 }, filter, first });
    await api.query(DoctorAppointmentsDocument, { by: { databaseId: 5 }, filter, first });
  }
  await api.query(DOCTORS_WITH_APPOINTMENTS, {});
  await api.query(AppointmentsDocument, { first: 100 });
}

/** Every mutation, and a booking and a move under a key, which is also repeated. */
async function change(): Promise<void> {
  const names = { firstName: "Explain", lastName: "Me", phoneNumber: "1" };
  const patient = { ...names, email: "explain@example.com" };
  const { registerPatient } = await api.query(RegisterPatientDocument, { input: patient });
  const patientId = registerPatient?.patient?.id ?? "";
  const changes = { email: "explained@example.com" };
  await api.query(UpdatePatientDocument, { input: { patientId, changes } });
  const doctor = { fullName: "Dr. Explain", specialty: "SQL" };
  const { createDoctor } = await api.query(CreateDoctorDocument, { input: doctor });
  const doctorId = createDoctor?.doctor?.id ?? "";
  await api.query(UpdateDoctorDocument, { input: { doctorId, changes: { specialty: "Plans" } } });
  await api.query(DeactivateDoctorDocument, { input: { doctorId } });
  await api.query(ActivateDoctorDocument, { input: { doctorId } });
  const book = async (days: number, idempotencyKey?: string) => {
    const startsAt = iso(future(days));
    const input = { patientId, doctorId, startsAt, durationMinutes: 30, idempotencyKey };
    const { bookAppointment } = await api.query(BookAppointmentDocument, { input });
    return bookAppointment?.appointment?.id ?? "";
  };
  const appointmentId = await book(3, "explain");
  await book(3, "explain");
  const input = { appointmentId, startsAt: iso(future(4)), idempotencyKey: "explain-move" };
  await api.query(RescheduleAppointmentDocument, { input });
  await api.query(CancelAppointmentDocument, { input: { appointmentId } });
  const later = createDomain({ db, now: () => future(7) }).as(ANYONE).appointments;
  await later.complete({ appointmentId: Number((await book(5)).slice("apt_".length)) });
  await later.markNoShow({ appointmentId: Number((await book(6)).slice("apt_".length)) });
  await api.query(DeletePatientDocument, { input: { patientId } });
  await api.query(DeleteDoctorDocument, { input: { doctorId } });
  const { appointments } = await api.query(AppointmentsDocument, { filter: { doctorId }, first });
  for (const { id } of nodesOf(appointments)) {
    await api.query(DeleteAppointmentDocument, { input: { appointmentId: id } });
  }
  await api.query(DeletePatientDocument, { input: { patientId } });
  await api.query(DeleteDoctorDocument, { input: { doctorId } });
  await api.sharedDomain.purgeExpiredKeys();
  await api.sharedDomain.purgeExpiredHolds();
}

/** Hours, free times and holds of one doctor, and of all of a specialty. */
async function useCalendar(): Promise<void> {
  const { domain } = api;
  const { schedules, holds, availability, appointments } = domain;
  const doctorId = 3;
  const published = await schedules.publish({
    doctorId,
    timeZone: "UTC",
    validFrom: 11_000,
    validUntil: null,
    hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, until: 1_440 })),
    slotMinutes: 30,
    gapMinutes: 10,
    minimumNoticeMinutes: 0,
    horizonDays: null,
    ifBooked: "KEEP",
  });
  if (!published.done) throw new Error("The schedule was refused");
  const from = future(3).getTime() / 60_000;
  const added = await schedules.addTimeOff({
    doctorIds: [doctorId],
    from,
    until: from + 60,
    ifBooked: "KEEP",
  });
  const list = { doctorId, from: null, first: 10 };
  await schedules.schedulesOf([list, { ...list, doctorId: 4 }]);
  await schedules.exceptionsOf([list, { ...list, doctorId: 4 }]);
  await schedules.byId(published.value.changed.id);
  const window = { from: null, until: future(60), durationMinutes: 30 };
  const asked = { ...window, first: 5 };
  await availability.freeTimes([
    { ...asked, doctorId },
    { ...asked, doctorId: 4 },
  ]);
  // Of so many doctors that it is quicker, all rows of a small table are read.
  await availability.firstFreeTimes({ ...asked, among: { specialty: "Rare" } });
  await availability.firstFreeTimes({ ...asked, among: { ids: [doctorId, 4] } });
  await availability.workingTimes([{ doctorId, from: new Date(), until: future(9), first: 5 }]);
  await availability.outsideHours(doctorId, { first: 10, after: null });
  const time = { doctorId, startsAt: future(40, "03:00:00"), durationMinutes: 30 };
  const holdKey = "explain";
  await holds.hold({ holdKey, minutes: 5, ...time });
  await appointments.checkBook({ patientId: 3, ...time, holdKey });
  await availability.nextFreeTimes({ ...time, holdKey, appointmentId: null }, 3);
  await appointments.book({ patientId: 3, ...time, holdKey });
  await holds.release(holdKey);
  const exception = added.done ? added.value.changed[0]?.id : undefined;
  await schedules.exceptionById(exception ?? NaN);
  await schedules.removeException({ scheduleExceptionId: exception ?? NaN, ifBooked: "KEEP" });
  await schedules.remove({ scheduleId: published.value.changed.id, ifBooked: "KEEP" });
}

/** What doctors and patients read: lists of their own alone, and single things. */
async function readAsOthers(): Promise<void> {
  const user = { kind: "user" as const, name: "explain" };
  const callers: Caller[] = [
    { ...user, role: "DOCTOR", doctorId: 7 },
    { ...user, role: "PATIENT", patientId: 7 },
  ];
  for (const { patients, appointments } of callers.map((caller) => api.sharedDomain.as(caller))) {
    for (const orderBy of ["REGISTERED_ASC", "NAME_DESC"] as const) {
      for (const search of ["", "Maria L"]) {
        const page = await patients.page({ search }, { orderBy, first, after: null });
        const after = page.rows[0] ? page.positionOf(page.rows[0]) : null;
        await patients.page({ search }, { orderBy, first, after });
        await patients.count({ search });
      }
    }
    for (const orderBy of ["STARTS_AT_DESC", "BOOKED_ASC"] as const) {
      for (const filter of subsets({ patientId: 7, startsFrom: future(-3) })) {
        await appointments.pages([{ filters: [filter], orderBy, first, after: null }]);
        await appointments.counts([[filter]]);
      }
    }
    await Promise.all([3, 5, 7].map((id) => patients.byId(id)));
  }
  const time = { startsAt: future(41, "03:00:00"), durationMinutes: 30 };
  const [doctor] = callers.map((caller) => api.sharedDomain.as(caller).appointments);
  await doctor?.checkBook({ patientId: 7, doctorId: 7, ...time });
}

/** Every endpoint of the earlier service that reads; what they write, GraphQL writes too. */
async function callEndpoints(): Promise<void> {
  const day = iso(future(1)).slice(0, 10);
  const lists = ["/patients", "/doctors", "/appointments", `/appointments/by-date?date=${day}`];
  const filters = ["doctor_id=3", "patient_id=3", `date=${day}`, `doctor_id=3&date=${day}`];
  const things = ["/patients/3", "/doctors/3", "/appointments/3", "/readyz"];
  const filtered = filters.map((filter) => `/appointments?${filter}`);
  for (const url of [...lists, ...filtered, ...things]) {
    expect((await call(api, "GET", url)).status, url).toBe(200);
  }
}

interface PlanRow {
  table: string | null;
  type: string | null;
}

/** The values as SQL can be asked with them: Prisma tells times and the numbers of LIMIT as texts. */
const valuesOf = ({ sql, values }: Statement): unknown[] => {
  const before = sql.split("?");
  return values.map((value, index) => {
    if (typeof value !== "string") return value;
    if (/(LIMIT|OFFSET) $/.test(before[index] ?? "")) return Number(value);
    return /^\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)$/.test(value) ? new Date(value) : value;
  });
};

/** Whether a step of a plan reads a whole table, or a whole index beyond the rows of a page. */
function isScan({ table, type }: PlanRow, sql: string): boolean {
  if (table === null || table.startsWith("<")) return false;
  return type === "ALL" || (type === "index" && !/LIMIT/.test(sql));
}

/** MySQL's newer plans are trees; the comment is code to MySQL alone. */
const EXPLAIN = "EXPLAIN /*!80000 FORMAT=TRADITIONAL */";

/** The statements with a scan in their plan, each once, from their FROM on. */
async function scans(): Promise<string[]> {
  const found = new Set<string>();
  const connection = await connect(scratch.url);
  try {
    for (const statement of heard.filter(({ sql }) => /^\W*(SELECT|UPDATE|DELETE)/.test(sql))) {
      const { sql } = statement;
      const plan = await connection.query<PlanRow[]>(`${EXPLAIN} ${sql}`, valuesOf(statement));
      if (!plan.some((row) => isScan(row, sql))) continue;
      const short = sql.replaceAll(/`\w+`\.|`/g, "").replace(/^.* FROM/s, "FROM");
      found.add(short.replaceAll(/\s+/g, " ").replace(/ ?\)( AS sub)?$/, ""));
    }
  } finally {
    await connection.end();
  }
  return [...found].sort();
}

/** What reads a whole index, and only where the number of a list is asked for. */
const BY_DESIGN = [
  // How many there are at all: InnoDB keeps no count, so it walks the smallest index.
  "FROM appointments a WHERE TRUE",
  "FROM doctors d WHERE TRUE",
  // A text somewhere in a name is what DoctorFilter.name means, and no index on the name helps to
  // find it; doctors are few.
  "FROM doctors d WHERE d.search_full_name LIKE ? ESCAPE '|'",
  "FROM patients p WHERE TRUE",
];

it("reads no whole table or index, except for total counts of whole lists", async () => {
  heard.length = 0;
  await readLists();
  await readThings();
  await callEndpoints();
  await change();
  await useCalendar();
  await readAsOthers();
  expect(heard.length).toBeGreaterThan(500);
  expect(await scans()).toEqual(BY_DESIGN);
}, 120_000);
