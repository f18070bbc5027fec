import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { openDatabase, type Database } from "../../src/db/database.js";
import type { UseCases } from "../../src/domain/index.js";
import { createClinic, future, iso } from "../support/clinic.js";
import { makeScratchDatabase } from "../support/scratch-database.js";
import { openApi, type Api } from "../support/api.js";
import type { RandomRequest } from "./damage.js";
import { textOf } from "./promises.js";
import type { Pool } from "./values.js";

/** The contract, from which random documents are made. */
export const schema = buildSchema(readFileSync("schema.graphql", "utf8"));

/** A database of its own with a small clinic in it, which is dropped at the end. */
export interface Planted {
  db: Database;
  domain: UseCases;
  /** Values by which its people and appointments are found, and others. */
  pool: Pool;
  /** Whether an answer to the request may name a patient: it asks for that one, or for a list. */
  mayName: (request: RandomRequest, patient: string) => boolean;
  /** What has been sent to the database, from the last call on. */
  takeStatements: () => string[];
  close: () => Promise<void>;
}

export async function plantClinic(): Promise<Planted> {
  const { url, drop } = await makeScratchDatabase();
  await ensureSchema(url);
  let statements: string[] = [];
  const onStatement = (sql: string) => statements.push(sql);
  const db = openDatabase(url, { connectionLimit: 8, onStatement });
  const api = await openApi({ db });
  const appointments = await plant(api);
  const pool = await poolOf(api);
  return {
    db,
    domain: api.domain,
    pool,
    mayName: (request, patient) =>
      mayName(request, patient, appointments.get(Number(patient)) ?? []),
    takeStatements() {
      const taken = statements;
      statements = [];
      return taken;
    },
    async close() {
      await api.close();
      await db.close();
      await drop();
    },
  };
}

const PEOPLE = [
  ["Ana", "Álvarez"],
  ["Bo", "O'Neil"],
  ["李", "小龙"],
  ["Dörte", "von der Ahe"],
];

/** Fields of the graph that hold many people, or one who is named by a number that may be anybody's. */
const LISTS = /patients|appointments|nodes|edges|databaseId/;

/** Whether a request asks for a patient, whose appointments have these ids, or for a list of many. */
function mayName(
  request: RandomRequest,
  patient: string,
  appointmentIds: readonly string[],
): boolean {
  const text = textOf(request);
  if (request.url.startsWith("/graphql")) {
    const names = [`pat_${patient}`, `canary${patient}`, ...appointmentIds];
    return LISTS.test(text) || names.some((name) => text.includes(name));
  }
  const [path = "", search = ""] = request.url.replace(/#.*$/s, "").split("?");
  const [, list, id = ""] = /^\/+(\w+)\/*([^/]*)/.exec(path) ?? [];
  if (list === "patients") return id === "" || Number(id) === Number(patient);
  if (list !== "appointments") return false;
  const asked = new URLSearchParams(search).getAll("patient_id").at(-1);
  const isHers = id === "" || id === "by-date" || appointmentIds.includes(`apt_${Number(id)}`);
  return isHers && (asked === undefined || Number(asked) === Number(patient));
}

/**
 * Four patients, four doctors, two of them with hours, time off and extra hours, and one with a hold, and twelve
 * appointments, two of them cancelled. All that is known of patient 1 has the word canary1 in it, and so on.
 *
 * @returns the ids of the appointments by the number of their patient.
 */
async function plant(api: Api): Promise<Map<number, string[]>> {
  const { domain } = api;
  const clinic = createClinic(api, "planted");
  const patients = [];
  const doctors = [];
  for (const [firstName = "", lastName = ""] of PEOPLE) {
    const canary: string = `canary${patients.length + 1}`;
    patients.push(
      await clinic.patient({
        firstName: `${firstName} ${canary}`,
        lastName: `${lastName} ${canary}`,
        email: `${canary}@example.com`,
        phoneNumber: canary,
      }),
    );
    doctors.push(await clinic.doctor({ fullName: `Dr. ${firstName}`, specialty: "Cardiology" }));
  }
  const booked = [];
  const byPatient = new Map<number, string[]>();
  for (let index = 0; index < 12; index += 1) {
    const patientId = patients[index % 3]?.id ?? 0;
    const doctorId = doctors[(index * 2) % 3]?.id ?? 0;
    const appointment = await clinic.book({ patientId, doctorId, startsAt: future(7 + index) });
    booked.push(appointment);
    byPatient.set(patientId, [...(byPatient.get(patientId) ?? []), `apt_${appointment.id}`]);
  }
  const [first, second] = booked.map(({ id }) => ({ appointmentId: id }));
  if (!first || !second) throw new Error("Nothing was booked");
  await domain.appointments.cancel({ ...first, reason: "canary1 is ill" });
  await domain.appointments.cancel(second);
  await domain.doctors.deactivate({ doctorId: doctors[3]?.id ?? 0 });
  await plantHours(
    api,
    doctors.map(({ id }) => id),
  );
  return byPatient;
}

async function plantHours(api: Api, [first = 0, second = 0, third = 0]: number[]): Promise<void> {
  const clinic = createClinic(api, "planted");
  const { schedules, holds } = api.domain;
  await clinic.publish(first, { timeZone: "Europe/Berlin", slotMinutes: 15 });
  await clinic.publish(second, { gapMinutes: 10 });
  const minute = (days: number) => future(days, "00:00:00").getTime() / 60_000;
  const doctorIds = [first, second];
  const timeOff = { doctorIds, from: minute(40), until: minute(41), ifBooked: "KEEP" as const };
  await schedules.addTimeOff({ ...timeOff, note: "Away" });
  await schedules.addExtraHours({ doctorIds, from: minute(42), until: minute(43) });
  const time = { doctorId: third, startsAt: future(30), durationMinutes: 30, minutes: 30 };
  await holds.hold({ holdKey: HOLD_KEYS[0], ...time });
}

const HOLD_KEYS = ["hold-a", "hold-b", "hold-c"] as const;

interface Ids {
  nodes: {
    id: string;
    databaseId: number;
    schedules?: { id: string }[];
    scheduleExceptions?: { id: string }[];
  }[];
}

async function poolOf(api: Api): Promise<Pool> {
  const { data } = await api.send({
    query: `{ patients { nodes { id databaseId email } } appointments { nodes { id databaseId } }
      doctors { nodes { id databaseId schedules { id } scheduleExceptions { id } } } }`,
  });
  const { patients, doctors, appointments } = data as unknown as Record<string, Ids>;
  const listsOf = (name: "schedules" | "scheduleExceptions") =>
    doctors?.nodes.flatMap((doctor) => doctor[name]?.map(({ id }) => id) ?? []) ?? [];
  const [schedules, exceptions] = [listsOf("schedules"), listsOf("scheduleExceptions")];
  const idsOf = (list: Ids | undefined) => list?.nodes.map(({ id }) => id) ?? [];
  const ids = [patients, doctors, appointments].map(idsOf);
  const emails = patients?.nodes.map((patient) => (patient as unknown as { email: string }).email);
  const known = [...ids.flat(), ...schedules, ...exceptions];
  const noIds = [
    "",
    "sch_0",
    "exc_x",
    "pat_0",
    "pat_2147483648",
    "doc_1x",
    "nonsense",
    "PAT_1",
    "apt_-1",
  ];
  const missing = ["pat_2147483647", "doc_2147483647", "apt_2147483647"];
  const times = [0, 7, 9, 18, 400].map((days) => iso(future(days)));
  const dates = times.map((time) => time.slice(0, 10));
  return {
    patientId: { good: ids[0] ?? [], bad: [...noIds, ...missing, ...(ids[1] ?? [])] },
    doctorId: { good: ids[1] ?? [], bad: [...noIds, ...missing, ...(ids[2] ?? [])] },
    appointmentId: { good: ids[2] ?? [], bad: [...noIds, ...missing, ...(ids[0] ?? [])] },
    scheduleId: { good: schedules, bad: [...noIds, "sch_2147483647", ...exceptions] },
    scheduleExceptionId: { good: exceptions, bad: [...noIds, "exc_2147483647", ...schedules] },
    doctorIds: { good: ids[1] ?? [], bad: [...noIds, ...missing, ...schedules] },
    ID: { good: known, bad: [...noIds, ...missing] },
    databaseId: { good: [1, 2, 3, 4], bad: [0, -1, 2_147_483_647] },
    first: { good: [1, 2, 3, 20], bad: [0, -1, 101, 2_147_483_647] },
    after: { good: await cursorsOf(api), bad: ["", "x", "W10", "bnVsbA", "WzFd"] },
    EmailAddress: { good: emails ?? [], bad: ["", "x", "nobody@example.com"] },
    // What is written must not make one patient's canary another's.
    newEmail: { good: ["new@example.com", "other@example.com"], bad: ["", "x", "a@b@c"] },
    DateTime: { good: times, bad: ["2030-01-01", "", "9999-12-31T23:59:59-05:00"] },
    LocalDate: { good: dates, bad: ["2030-02-30", "0000-01-01", "2030-1-7", "", 7] },
    LocalTime: {
      good: ["00:00", "08:00", "12:00", "13:30", "17:00", "24:00"],
      bad: ["24:01", "9:00", "", 9],
    },
    LocalDateTime: {
      good: dates.flatMap((date) => [`${date}T00:00`, `${date}T12:00`]),
      bad: ["2030-01-07T24:00", "2030-01-07", "2030-01-07T09:00Z", ""],
    },
    timeZone: {
      good: ["UTC", "Europe/Berlin", "Pacific/Apia", "america/new_york"],
      bad: ["", "+01:00", "Europe/Atlantis", "../etc", "constructor"],
    },
    holdKey: { good: HOLD_KEYS, bad: ["", "\u0000", "x".repeat(300)] },
    durationMinutes: { good: [15, 30, 60], bad: [14, 181, 0, 2_147_483_647] },
    slotMinutes: { good: [5, 30, 60], bad: [4, 181, -1] },
    gapMinutes: { good: [0, 10, 120], bad: [121, -1] },
    minimumNoticeMinutes: { good: [0, 60], bad: [-1, 43_201] },
    horizonDays: { good: [0, 60, 3_660], bad: [-1, 3_661] },
    minutes: { good: [1, 5, 30], bad: [0, 31] },
    specialty: { good: ["Cardiology", "cardiology"], bad: ["", " ", "%"] },
    Boolean: { good: [true, false], bad: [] },
    search: {
      good: ["A", "O'Neil", "ana canary1 álvarez", "李", "canary2"],
      bad: ["", " ", "%", "\\"],
    },
    String: { good: ["Cardiology", "Dr.", "Ana", "Patient"], bad: ["", "\u0000", "x\ny"] },
    Int: { good: [1, 2, 30], bad: [0, -1, 2_147_483_647] },
  };
}

/** Cursors of all lists in all orders. */
async function cursorsOf(api: Api): Promise<string[]> {
  const cursors = [];
  for (const [list, type] of [
    ["patients", "PatientOrder"],
    ["doctors", "DoctorOrder"],
    ["appointments", "AppointmentOrder"],
  ] as const) {
    const orders = schema.getType(type) as unknown as { getValues: () => { name: string }[] };
    for (const { name } of orders.getValues()) {
      const query = `{ ${list}(first: 2, orderBy: ${name}) { pageInfo { endCursor } } }`;
      const { data } = await api.send({ query });
      const page = data?.[list] as { pageInfo: { endCursor: string } };
      cursors.push(page.pageInfo.endCursor);
    }
  }
  return cursors;
}
