import type { Answer, ApiClient } from "./apis/answers.js";
import type { Databases } from "./databases.js";
import type { Claim } from "./findings.js";
import { ask, graphql } from "./apis/graphql.js";
import { rest } from "./apis/rest.js";
import type { Clock } from "./run.js";
import type { ApiServer, Balancer } from "./site.js";

/** The extent of a run. */
export interface Extent {
  slots: number;
  /** The times that are held, or taken out of hours, while servers are killed. */
  contested: number;
  operations: number;
  /** The seeds of the histories, which run one after the other. */
  histories: number;
  keys: number;
  togglePairs: number;
  rollingRequests: number;
  kills: number;
  pauses: number;
  hostile: HostileExtent;
}

/** The extent of the attacks. */
export interface HostileExtent {
  /** The number of appointments in the clinic that is attacked. */
  rows: number;
  /** The duration of each attack, in seconds. */
  seconds: number;
  /** The number of different documents. */
  documents: number;
  /** The number of sockets that each attack of slow callers holds at the same time. */
  slowSockets: number;
  /** Whether the attacks of slow callers run at the same time. */
  areSlowTogether: boolean;
  /** Restricts the attacks and requests to those whose names contain this text. */
  only: string;
  /** Whether the promised limits of waits apply on a busy machine, too. */
  isStrict: boolean;
}

const STANDARD: Extent = {
  slots: 500,
  contested: 200,
  operations: 20_000,
  histories: 1,
  keys: 20,
  togglePairs: 1_000,
  rollingRequests: 10_000,
  kills: 25,
  pauses: 5,
  hostile: {
    rows: 300_000,
    seconds: 60,
    documents: 100_000,
    slowSockets: 128,
    areSlowTogether: false,
    only: "",
    isStrict: true,
  },
};

export const EXTENTS = {
  /** Takes about three minutes; for every change. */
  short: {
    slots: 50,
    contested: 30,
    operations: 3_000,
    histories: 1,
    keys: 4,
    togglePairs: 100,
    rollingRequests: 2_000,
    kills: 4,
    pauses: 1,
    hostile: {
      rows: 30_000,
      seconds: 2,
      documents: 2_000,
      // For each of six kinds, all at the same time.
      slowSockets: 24,
      areSlowTogether: true,
      only: "",
      isStrict: false,
    },
  },
  standard: STANDARD,
  nightly: { ...STANDARD, histories: 5 },
} satisfies Record<string, Extent>;

/** The environment in which the promises are tested. */
export interface Stage {
  clock: Clock;
  servers: readonly ApiServer[];
  balancer: Balancer;
  databases: Databases;
  /** The file that the servers run. */
  main: string;
  callers: number;
  seed: number;
  extent: Extent;
  /** Reports the progress. */
  say: (doing: string) => void;
}

/** A promise, and its test. */
export interface Trial {
  name: string;
  promise: string;
  /** The reason why it cannot be tried on this machine; null if it can. */
  obstacle?: () => string | null;
  run(stage: Stage): Promise<Judgement>;
}

export type Judgement = Pick<Claim, "counts" | "violations" | "counterexample" | "table">;

export const APIS: readonly [ApiClient, ApiClient] = [graphql, rest];

/** The APIs, round robin. */
export const apiOf = (turn: number): ApiClient => APIS[turn % 2] as ApiClient;

const MINUTE = 60_000;
export const minutes = (count: number): number => count * MINUTE;

/** Midnight a year from now; from then on, all times are free. */
export const freeTime = (): number => new Date().setUTCHours(0, 0, 0, 0) + minutes(60 * 24 * 365);

/** Creates this number of doctors, which nothing else uses. */
export const makeDoctors = (stage: Stage, count: number): Promise<number[]> =>
  make(
    stage,
    count,
    `mutation ($input: CreateDoctorInput!) { createDoctor(input: $input) { made: doctor { databaseId } } }`,
    (number) => ({ fullName: `Dr. ${number}`, specialty: "Proof" }),
  );

/** Registers this number of patients. `name` must differ between calls. */
export const makePatients = (stage: Stage, name: string, count: number): Promise<number[]> =>
  make(
    stage,
    count,
    `mutation ($input: RegisterPatientInput!) { registerPatient(input: $input) { made: patient { databaseId } } }`,
    (number) => ({
      firstName: "Proof",
      lastName: name,
      email: `${name}-${number}@example.com`,
      phoneNumber: "1",
    }),
  );

async function make(
  { balancer }: Stage,
  count: number,
  mutation: string,
  input: (number: number) => object,
): Promise<number[]> {
  const ids: number[] = [];
  for (let number = 1; number <= count; number += 1) {
    const answer = await ask(balancer.next(), mutation, { input: input(number) });
    if (answer.outcome !== "done") throw new Error(`Nobody could be made: ${answer.outcome}`);
    ids.push((answer.value as { made: { databaseId: number } }).made.databaseId);
  }
  return ids;
}

/** A row of the table of appointments. */
export interface Row {
  id: number;
  doctorId: number;
  patientId: number;
  startsAt: number;
  durationMinutes: number;
  status: string;
  version: number;
}

/** The rows of these doctors' appointments. */
export async function rowsOf({ databases }: Stage, doctorIds: readonly number[]): Promise<Row[]> {
  const rows = await databases.sql<Omit<Row, "startsAt"> & { startsAt: Date }>(
    `SELECT id, doctor_id AS doctorId, patient_id AS patientId, starts_at AS startsAt,
       duration_minutes AS durationMinutes, status, version
     FROM appointments WHERE doctor_id IN (?)`,
    [doctorIds],
  );
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.getTime() }));
}

/** The number of pairs of these doctors' appointments that overlap. */
export async function overlappingPairs(
  { databases }: Stage,
  doctorIds: readonly number[],
): Promise<number> {
  const [row] = await databases.sql<{ pairs: number }>(
    `SELECT COUNT(*) AS pairs FROM appointments one
     JOIN appointments other ON other.doctor_id = one.doctor_id AND other.id > one.id
       AND other.starts_at < one.ends_at AND one.starts_at < other.ends_at
     WHERE one.status <> 'CANCELLED' AND other.status <> 'CANCELLED' AND one.doctor_id IN (?)`,
    [doctorIds],
  );
  return row?.pairs ?? 0;
}

/** A short description of a response. */
export function words(answer: Answer<unknown>): string {
  switch (answer.outcome) {
    case "refused":
      return answer.reasons.codes.join(", ");
    case "fault":
      return `fault: ${answer.what}`;
    default:
      return answer.outcome;
  }
}
