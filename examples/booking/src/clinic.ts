import {
  AppointmentsDocument,
  createClient,
  DoctorsDocument,
  FirstFreeTimesDocument,
  FreeTimesDocument,
  PatientsDocument,
  WorkingTimesDocument,
  type Appointment,
  type Doctor,
  type FreeTimeFieldsFragment,
  type Page,
  type Patient,
  type ResultOf,
} from "patient-encounter-system-client";
import { boundsOf, type Day } from "./time.js";

const URL = "/graphql";

export const client = createClient({ url: URL });

/** Its requests are sent even if the page is left meanwhile. */
export const partingClient = createClient({
  url: URL,
  fetch: (url, init) => fetch(url, { ...init, keepalive: true }),
});

/** All doctors, by name. */
export async function allDoctors(signal: AbortSignal): Promise<Doctor[]> {
  const doctors: Doctor[] = [];
  let after: string | null = null;
  do {
    const page: ResultOf<typeof DoctorsDocument> = await client.request(
      DoctorsDocument,
      { orderBy: "NAME_ASC", first: 100, after },
      { signal },
    );
    doctors.push(...page.doctors.edges.map(({ node }) => node));
    after = page.doctors.pageInfo.hasNextPage ? page.doctors.pageInfo.endCursor : null;
  } while (after !== null);
  return doctors;
}

/** The patients whose name or email begins with this text, the first few. */
export async function findPatients(search: string, signal: AbortSignal): Promise<Patient[]> {
  const variables = { search, orderBy: "NAME_ASC", first: 5 } as const;
  const { patients } = await client.request(PatientsDocument, variables, { signal });
  return patients.edges.map(({ node }) => node);
}

/** Whose times are looked at: one doctor's, or those of all who are active in a specialty. */
export type Among = { doctor: Doctor } | { specialty: string };

/** A time with a doctor. */
export type FreeTime = FreeTimeFieldsFragment;

export interface Interval {
  startsAt: string;
  endsAt: string;
}

/** What is known of a week. */
export interface Week {
  free: FreeTime[];
  /** The working times of the doctor; null for several doctors. */
  working: Interval[] | null;
}

interface Window {
  from: string;
  until: string;
}

/** The times in a window that can be booked now, earliest first. */
export async function readWeek(
  among: Among,
  window: Window,
  durationMinutes: number,
  signal: AbortSignal,
): Promise<Week> {
  if ("specialty" in among) {
    const asked = { among, until: window.until, durationMinutes, first: 100 };
    const free = await allPages(window.from, async (from) => {
      const variables = { ...asked, from };
      return (await client.request(FirstFreeTimesDocument, variables, { signal })).firstFreeTimes;
    });
    return { free, working: null };
  }
  const { id, fullName } = among.doctor;
  const by = { id };
  const [free, { doctor }] = await Promise.all([
    allPages(window.from, async (from) => {
      const variables = { by, from, until: window.until, durationMinutes, first: 500 };
      const answer = await client.request(FreeTimesDocument, variables, { signal });
      return answer.doctor?.freeTimes ?? { times: [], nextFrom: null };
    }),
    client.request(WorkingTimesDocument, { by, ...window }, { signal }),
  ]);
  return {
    free: free.map((time) => ({ ...time, doctor: { id, fullName } })),
    working: doctor?.workingTimes.times ?? [],
  };
}

async function allPages<Item>(
  from: string,
  read: (from: string) => Promise<{ times: Item[]; nextFrom: string | null }>,
): Promise<Item[]> {
  const all: Item[] = [];
  for (let next: string | null = from; next !== null;) {
    const page = await read(next);
    all.push(...page.times);
    next = page.nextFrom;
  }
  return all;
}

/** The first time that can be booked from this one on, within 90 days. */
export async function firstFreeTime(
  among: Among,
  from: string,
  durationMinutes: number,
): Promise<FreeTime | undefined> {
  const { firstFreeTimes } = await client.request(FirstFreeTimesDocument, {
    among: "doctor" in among ? { ids: [among.doctor.id] } : among,
    from,
    durationMinutes,
    first: 1,
  });
  return firstFreeTimes.times[0];
}

/** Appointments of a day, as far as they have been asked for. */
export interface DayAppointments {
  list: Appointment[];
  totalCount: number;
  page: Page;
}

/** A page of a doctor's day, from `after` on. */
export async function appointmentsOf(
  { doctorId, day, zone }: { doctorId: string; day: Day; zone: string },
  { first, after = null }: { first: number; after?: string | null },
  signal?: AbortSignal,
): Promise<DayAppointments> {
  const { from: startsFrom, until: startsBefore } = boundsOf([day], zone);
  const variables = { filter: { doctorId, startsFrom, startsBefore }, first, after };
  const { appointments } = await client.request(
    AppointmentsDocument,
    variables,
    signal && { signal },
  );
  const { edges, totalCount, pageInfo } = appointments;
  return { list: edges.map(({ node }) => node), totalCount, page: pageInfo };
}
