import type { Context } from "../context.js";
import { plusMinutes } from "../appointments/interval.js";
import { MINUTES_PER_DAY } from "../calendar/local-time.js";
import { readSearch } from "../reading/search.js";
import { LAST_MOMENT } from "../time.js";
import { readerOf } from "./reader.js";
import {
  clipWindow,
  searchStarts,
  toFreeTimes,
  STEPS_IN_DAYS,
  type FreeTime,
  type FreeTimes,
} from "./search.js";

export interface FreeTimesRequest {
  doctorId: number;
  /** The earliest start; now if it is null or earlier. */
  from: Date | null;
  /** Starts are before it. */
  until: Date;
  durationMinutes: number;
  /** The size of the page. */
  first: number;
}

/**
 * Pages of the free times of doctors, in the order of the requests. Requests for one window share their statements: two
 * for the first week, and one for each longer step, however many doctors there are.
 */
export async function freeTimes(
  context: Context,
  requests: readonly FreeTimesRequest[],
): Promise<FreeTimes[]> {
  const now = context.now();
  const pages = new Map<FreeTimesRequest, FreeTimes>();
  const options = { now, steps: STEPS_IN_DAYS.pages };
  await Promise.all(
    byWindow(requests).map(async (group) => {
      const [{ from, until }] = group;
      const window = clipWindow({ from: from ?? now, until }, now);
      // One more than the page shows where the next one begins.
      const searches = group.map(({ first, ...search }) => ({ ...search, most: first + 1 }));
      const found = await searchStarts(readerOf(context.db), searches, window, options);
      group.forEach((request, index) => {
        const starts = found[index] ?? [];
        const end = window.isWhole ? null : window.until;
        pages.set(request, {
          times: toFreeTimes(request, starts.slice(0, request.first)),
          nextFrom: starts[request.first] ?? end,
        });
      });
    }),
  );
  return requests.map((request) => pages.get(request) as FreeTimes);
}

type Group = [FreeTimesRequest, ...FreeTimesRequest[]];

function byWindow(requests: readonly FreeTimesRequest[]): Group[] {
  const groups = new Map<string, Group>();
  for (const request of requests) {
    const window = JSON.stringify([request.from, request.until]);
    const group = groups.get(window);
    if (group) group.push(request);
    else groups.set(window, [request]);
  }
  return [...groups.values()];
}

/** Doctors by their ids, or all active ones with a specialty. */
export type DoctorsBy = { ids: readonly number[] } | { specialty: string };

export interface FirstFreeTimesRequest extends Omit<FreeTimesRequest, "doctorId" | "until"> {
  among: DoctorsBy;
  /** Starts are before it; after 90 days if it is null. */
  until: Date | null;
}

const USUAL_DAYS = 90;
/**
 * The earliest free times with any of some doctors, by their starts and the ids of the doctors. Times that start together
 * are not divided between pages, so that a page may have more than `first`.
 */
export async function firstFreeTimes(
  context: Context,
  { among, durationMinutes, first, ...asked }: FirstFreeTimesRequest,
): Promise<FreeTimes> {
  const now = context.now();
  const from = asked.from !== null && asked.from > now ? asked.from : now;
  const until = asked.until ?? plusMinutes(from, USUAL_DAYS * MINUTES_PER_DAY);
  const window = clipWindow({ from, until }, now);
  const ids = await idsOf(context, among);
  const searches = ids.map((doctorId) => ({ doctorId, durationMinutes, most: first + 1 }));
  const reader = readerOf(context.db);
  const found = await searchStarts(reader, searches, window, {
    now,
    steps: STEPS_IN_DAYS.firstOfMany,
    // More than the page, so that it is known where the next one begins.
    isEnough: (starts) => nextStart(inOrder(starts.flat()), first) !== undefined,
  });
  const times = searches
    .flatMap((search, index) => toFreeTimes(search, found[index] ?? []))
    .sort((one, other) => order(one.startsAt, other.startsAt) || one.doctorId - other.doctorId);
  const next = nextStart(
    times.map(({ startsAt }) => startsAt),
    first,
  );
  return {
    times: next ? times.filter(({ startsAt }) => startsAt < next) : times,
    nextFrom: next ?? (window.isWhole ? null : window.until),
  };
}

const order = (one: Date, other: Date): number => one.getTime() - other.getTime();

const inOrder = (times: readonly Date[]): Date[] => [...times].sort(order);

/** The first of the starts, which are in order, that is later than a page of so many and all that start with its last. */
function nextStart(starts: readonly Date[], first: number): Date | undefined {
  const last = starts[first - 1];
  return last && starts.slice(first).find((start) => start > last);
}

/** So many doctors of a specialty are searched. */
const MOST_OF_SPECIALTY = 300;

async function idsOf({ db }: Context, among: DoctorsBy): Promise<number[]> {
  if ("ids" in among) return [...new Set(among.ids)];
  const specialty = readSearch(among.specialty);
  if (!specialty?.form) return [];
  const rows = await db.select(
    `SELECT id FROM doctors d WHERE is_active AND search_specialty = ?
    ORDER BY id LIMIT ${MOST_OF_SPECIALTY}`,
    [specialty.form],
  );
  return rows.map(([id]) => id as number);
}

/** A time that was asked for, and can't be had. */
export interface AskedTime {
  /** The doctor; the appointment's if it is null. */
  doctorId: number | null;
  startsAt: Date;
  /** The appointment's if it is null. */
  durationMinutes: number | null;
  /** The caller's hold. */
  holdKey: string | null;
  /** The appointment that was to move; null for a new one. */
  appointmentId: number | null;
}

/**
 * Times of a doctor that can be booked instead of one that can't be had, from that one on. Where no schedule says when the
 * doctor works, they are in steps of 15 minutes.
 */
export async function nextFreeTimes(
  context: Context,
  asked: AskedTime,
  first: number,
): Promise<FreeTime[]> {
  const appointment =
    asked.appointmentId === null ? null : await context.reads.appointment(asked.appointmentId);
  const doctorId = asked.doctorId ?? appointment?.doctorId;
  const durationMinutes = asked.durationMinutes ?? appointment?.durationMinutes;
  if (doctorId === undefined || durationMinutes === undefined) return [];
  const now = context.now();
  const window = clipWindow({ from: asked.startsAt, until: LAST_MOMENT }, now);
  const search = { doctorId, durationMinutes, most: first };
  const [starts = []] = await searchStarts(readerOf(context.db), [search], window, {
    now,
    steps: STEPS_IN_DAYS.firstOfMany,
    holdKey: asked.holdKey,
    exceptId: appointment?.id,
    withUnscheduled: true,
  });
  return toFreeTimes(search, starts);
}
