import type { Context } from "../context.js";
import { byId as appointmentById } from "../appointments/queries.js";
import { plusMinutes } from "../appointments/interval.js";
import { checkHoldKey } from "../holds/rules.js";
import { MINUTES_PER_DAY } from "../calendar/local-time.js";
import { readSearch } from "../reading/search.js";
import { LAST_MOMENT } from "../time.js";
import { readerOf } from "./reader.js";
import {
  clipWindow,
  searchStarts,
  toFreeTimes,
  STEPS_FOR_FEW,
  stepsForPage,
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
 * for the first step, and one for each longer one, however many doctors there are.
 */
export async function freeTimes(
  context: Context,
  requests: readonly FreeTimesRequest[],
): Promise<FreeTimes[]> {
  const now = context.now();
  const pages = new Map<FreeTimesRequest, FreeTimes>();
  await Promise.all(
    byWindow(requests).map(async (group) => {
      const [{ from, until }] = group;
      const window = clipWindow({ from: from ?? now, until }, now);
      // One more than the page shows where the next one begins.
      const searches = group.map(({ first, ...search }) => ({ ...search, most: first + 1 }));
      const reader = readerOf(context.db, {
        isOfOne: new Set(group.map(({ doctorId }) => doctorId)).size === 1,
      });
      const steps = stepsForPage(Math.max(...group.map(({ first }) => first)));
      const found = await searchStarts(reader, searches, window, { now, steps });
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
    const window = `${request.from?.getTime()} ${request.until.getTime()}`;
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
    steps: STEPS_FOR_FEW,
    // More than the page, so that it is known where the next one begins.
    isEnough: (starts) => nextMoment(momentsOf(starts), first) !== undefined,
  });
  const next = nextMoment(momentsOf(found), first);
  const times = searches.flatMap((search, index) => {
    const starts = found[index] ?? [];
    return toFreeTimes(search, next ? starts.filter((start) => start.getTime() < next) : starts);
  });
  times.sort((one, other) => {
    return one.startsAt.getTime() - other.startsAt.getTime() || one.doctorId - other.doctorId;
  });
  const end = window.isWhole ? null : window.until;
  return { times, nextFrom: next === undefined ? end : new Date(next) };
}

/** Starts in order, in epoch milliseconds. */
function momentsOf(found: readonly (readonly Date[])[]): Float64Array {
  const moments: number[] = [];
  for (const starts of found) for (const start of starts) moments.push(start.getTime());
  return new Float64Array(moments).sort();
}

/** The first of the moments, which are in order, that is later than a page of so many and all that are the same as its last. */
function nextMoment(moments: Float64Array, first: number): number | undefined {
  const last = moments[first - 1];
  if (last === undefined) return undefined;
  return moments.subarray(first).find((moment) => moment > last);
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
  /** The appointment that was to move; null for a new one. One that is not the caller's counts as none. */
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
    asked.appointmentId === null ? null : await appointmentById(context, asked.appointmentId);
  const doctorId = asked.doctorId ?? appointment?.doctorId;
  const durationMinutes = asked.durationMinutes ?? appointment?.durationMinutes;
  if (doctorId === undefined || durationMinutes === undefined) return [];
  const now = context.now();
  const window = clipWindow({ from: asked.startsAt, until: LAST_MOMENT }, now);
  const search = { doctorId, durationMinutes, most: first };
  const reader = readerOf(context.db, { isOfOne: true });
  const [starts = []] = await searchStarts(reader, [search], window, {
    now,
    steps: STEPS_FOR_FEW,
    holdKey: checkHoldKey(context.caller, asked.holdKey).holdKey,
    exceptId: appointment?.id,
    withUnscheduled: true,
  });
  return toFreeTimes(search, starts);
}
