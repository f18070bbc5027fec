import type { SqlReader } from "../../db/database.js";
import {
  MAXIMUM_MINUTES,
  MINIMUM_MINUTES,
  plusMinutes,
  type Interval,
} from "../appointments/interval.js";
import { freeStarts, type Busy } from "../calendar/calendar.js";
import { MINUTES_PER_DAY } from "../calendar/local-time.js";
import { LAST_MOMENT } from "../time.js";
import { readBusy, readRules, type DoctorFacts } from "./facts.js";

/** A time that can be booked with a doctor. */
export interface FreeTime extends Interval {
  doctorId: number;
}

/** Free times, the earliest first, and where to go on from; null if that is all of the window. */
export interface FreeTimes {
  times: FreeTime[];
  nextFrom: Date | null;
}

/** What a search for free times is about. */
export interface Window {
  /** The earliest start. */
  from: Date;
  /** Starts are before it. */
  until: Date;
}

/** How many days of a window are looked at in one search. */
const MAXIMUM_DAYS = 366;

/**
 * The steps in which a window is searched. A search ends with a step if it has found enough by then; what lies later is
 * not read.
 */
export interface Steps {
  /** The days of the first step. */
  days: number;
  /** How many times longer than all before it each further step ends. */
  growth: number;
}

/** A doctor is expected to have about so many free times a day. */
const STARTS_PER_DAY = 8;

/** For a page of one doctor's times: at least a week, and more for a large page. */
export const stepsForPage = (first: number): Steps => ({
  days: Math.max(7, Math.ceil(first / STARTS_PER_DAY)),
  growth: 4,
});

/** For a few of the times of many doctors. */
export const STEPS_FOR_FEW: Steps = { days: 3, growth: 3 };

/** The part of a window that is looked at in one search, and whether that is all. */
export function clipWindow({ from, until }: Window, now: Date): Window & { isWhole: boolean } {
  const start = from > now ? from : now;
  const last = plusMinutes(start, MAXIMUM_DAYS * MINUTES_PER_DAY);
  const isWhole = until <= last;
  return { from: start, until: isWhole ? until : last, isWhole };
}

export interface Search {
  doctorId: number;
  durationMinutes: number;
  /** How many times are wanted at least. */
  most: number;
}

export interface SearchOptions {
  now: Date;
  steps: Steps;
  /** Whether the starts that were found up to a step are enough; if left out, as soon as each search has what it wants. */
  isEnough?: (found: readonly (readonly Date[])[]) => boolean;
  holdKey?: string | null;
  /** An appointment that is to move, and takes no time. */
  exceptId?: number | undefined;
  /** Whether time for which there is no schedule counts as free. */
  withUnscheduled?: boolean;
}

/**
 * The first starts that are free in a window, for each search. The window is read in growing steps: a step is read only
 * for the doctors of whom not enough was found before it.
 *
 * @returns the starts in the order of the searches, the earliest first.
 */
export async function searchStarts(
  reader: SqlReader,
  searches: readonly Search[],
  window: Window,
  options: SearchOptions,
): Promise<Date[][]> {
  const found = searches.map((): Date[] => []);
  let rules: Rules | null = null;
  const isOver = (index: number) => {
    const { doctorId, most } = searches[index] as Search;
    return (found[index] as Date[]).length >= most || rules?.get(doctorId)?.isActive === false;
  };
  for (const step of stepsOf(window, options.steps)) {
    if (options.isEnough?.(found)) break;
    const open = searches.flatMap((search, index) => (isOver(index) ? [] : [{ search, index }]));
    const ids = [...new Set(open.map(({ search }) => search.doctorId))];
    if (ids.length === 0) break;
    const near = { startsAt: step.from, endsAt: plusMinutes(step.until, MAXIMUM_MINUTES) };
    const whole = { startsAt: window.from, endsAt: plusMinutes(window.until, MAXIMUM_MINUTES) };
    const [known, busy]: [Rules, Taken] = await Promise.all([
      rules ?? readRules(reader, ids, whole),
      readBusy(reader, ids, near, options.exceptId),
    ]);
    rules = known;
    for (const { search, index } of open) {
      const doctor = known.get(search.doctorId);
      if (!doctor?.isActive) continue;
      const starts = found[index] as Date[];
      const taken = busy.get(search.doctorId) ?? [];
      starts.push(...startsIn(step, doctor, taken, search, search.most - starts.length, options));
    }
  }
  return found;
}

type Rules = Awaited<ReturnType<typeof readRules>>;
type Taken = Awaited<ReturnType<typeof readBusy>>;

function* stepsOf({ from, until }: Window, steps: Steps): Generator<Window> {
  let start = from;
  for (let { days } = steps; start < until; days *= steps.growth) {
    // What would be left, but for less than half of it, is read at once.
    const isLast = plusMinutes(from, 1.5 * days * MINUTES_PER_DAY) >= until;
    const end = isLast ? until : plusMinutes(from, days * MINUTES_PER_DAY);
    yield { from: start, until: end };
    start = end;
  }
}

function startsIn(
  window: Window,
  { calendar }: DoctorFacts,
  busy: readonly Busy[],
  { durationMinutes }: Search,
  most: number,
  { now, holdKey = null, withUnscheduled = false }: SearchOptions,
): Date[] {
  if (durationMinutes < MINIMUM_MINUTES || durationMinutes > MAXIMUM_MINUTES) return [];
  const until = window.until < LAST_MOMENT ? window.until : LAST_MOMENT;
  const asked = { from: window.from, until, durationMinutes, now, holdKey };
  return freeStarts(calendar, busy, asked, most, { withUnscheduled });
}

/** The times of a doctor that start then. */
export const toFreeTimes = (
  { doctorId, durationMinutes }: Pick<Search, "doctorId" | "durationMinutes">,
  starts: readonly Date[],
): FreeTime[] =>
  starts.map((startsAt) => ({
    doctorId,
    startsAt,
    endsAt: plusMinutes(startsAt, durationMinutes),
  }));
