import { dayOf, startOfDay, type LocalDay, type LocalMinute } from "./local-time.js";

/** What the clocks of a time zone show, by the zone data of this Node. */
export interface Zone {
  readonly name: string;
  /**
   * The first moment, in epoch milliseconds, at which the clock shows that time or a later one. So a later time is
   * never reached earlier: a time that the clock skips is reached when it skips it, and one that it shows twice when it
   * shows it first.
   */
  reach(local: LocalMinute): number;
  /** What the clock shows at a moment in epoch milliseconds: the minute that runs. */
  localAt(instant: number): LocalMinute;
}

const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_DAY = 86_400_000;

const ZONES_KEPT = 64;
const MAXIMUM_LENGTH = 64;
/** IANA names begin with a letter; `+02:00`, which newer versions of Intl take, is an offset and no zone. */
const NAME = /^[A-Za-z][A-Za-z0-9_+\-/]*$/;

/** By the name as it was asked for; the one that was used last stands last. */
const kept = new Map<string, Zone>();

/** Names that ICU knows beside those of IANA; some are not what they seem: its BST is Bangladesh's time. */
const NO_IANA_NAME =
  /^(A[CEGRS]T|B[ES]T|C[ANS]T|CTT|E[AC]T|I[ES]T|JST|MIT|N[ES]T|P[LNRS]T|SST|VST|SystemV\/.*|US\/Pacific-New)$/i;

/** Whether it is the IANA name of a zone that Intl knows, in any case, of at most 64 characters. */
export function isTimeZone(name: string): boolean {
  if (name.length > MAXIMUM_LENGTH || !NAME.test(name) || NO_IANA_NAME.test(name)) return false;
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The zone of that name. The 64 zones that were used last are kept, with the offsets that were looked up.
 *
 * @throws RangeError if Intl does not know it: ask `isTimeZone` about names that come from outside.
 */
export function zoneOf(name: string): Zone {
  const zone = kept.get(name) ?? new OffsetTable(name);
  kept.delete(name);
  kept.set(name, zone);
  if (kept.size > ZONES_KEPT) dropFirst(kept);
  return zone;
}

/**
 * The date at a moment: the latest that the clock has shown by then. It differs from what the clock shows only while
 * the clock, put back past midnight, shows the evening before once more.
 */
export function dateAt(zone: Zone, instant: number): LocalDay {
  let day = dayOf(zone.localAt(instant));
  while (zone.reach(startOfDay(day + 1)) <= instant) day++;
  return day;
}

/** The release of the zone data that decides, such as `2025c`. It is Node's own, not the system's. */
export const ZONE_DATA: string = process.versions["tz"] ?? "unknown";

/**
 * Whether zone data is older than a year. A release is named for its year only, so the data counts as released on
 * the last day of that year.
 */
export function isZoneDataOld(release: string, now: Date): boolean {
  const year = Number(/^\d{4}/.exec(release)?.[0]);
  return now.getUTCFullYear() - year > 1;
}

/** A stretch of time in which the offset stays the same; it lasts until the next one starts. */
interface Segment {
  start: number;
  /** What the clock is ahead of UTC, in milliseconds: whole minutes since 1972, whole seconds before. */
  offset: number;
}

/**
 * Offsets are looked up for so many days at once. Sampled daily, so that no change that is undone within a week is
 * missed, as in America/Noronha in October 2000.
 */
const DAYS_PER_SPAN = 32;
const SPAN = DAYS_PER_SPAN * MILLISECONDS_PER_DAY;
/** 90 years. Appointments are mostly in a few of them; a caller may ask for any. */
const SPANS_KEPT = 1_024;
/** No clock was ever further ahead of UTC; America/Juneau was by 15:02 until 1867. */
const GREATEST_OFFSET = 16 * 60 * MILLISECONDS_PER_MINUTE;
/** The first change of an offset in the zone data is of 1844. */
const BEFORE_ALL_CHANGES = Date.UTC(1800, 0, 1);

class OffsetTable implements Zone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #spans = new Map<number, readonly Segment[]>();

  constructor(name: string) {
    this.name = name;
    this.#format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  }

  reach(local: LocalMinute): number {
    const shown = local * MILLISECONDS_PER_MINUTE;
    let span = Math.floor((shown - GREATEST_OFFSET) / SPAN);
    for (;;) {
      const segments = this.#segments(span);
      const end = ++span * SPAN;
      for (let i = 0; i < segments.length; i++) {
        const { start, offset } = segments[i] as Segment;
        const moment = Math.max(start, shown - offset);
        if (moment < (segments[i + 1]?.start ?? end)) return moment;
      }
    }
  }

  localAt(instant: number): LocalMinute {
    const segments = this.#segments(Math.floor(instant / SPAN));
    let i = segments.length - 1;
    while (i > 0 && (segments[i] as Segment).start > instant) i--;
    return Math.floor((instant + (segments[i] as Segment).offset) / MILLISECONDS_PER_MINUTE);
  }

  /** The segments from `span * SPAN` on; the first starts there. */
  #segments(span: number): readonly Segment[] {
    const known = this.#spans.get(span);
    if (known) return known;
    const segments = this.#lookUp(span * SPAN, (span + 1) * SPAN);
    this.#spans.set(span, segments);
    if (this.#spans.size > SPANS_KEPT) dropFirst(this.#spans);
    return segments;
  }

  #lookUp(start: number, end: number): Segment[] {
    let last: Segment = { start, offset: this.#offsetAt(start) };
    const segments = [last];
    if (end <= BEFORE_ALL_CHANGES) return segments;
    for (let sample = start + MILLISECONDS_PER_DAY; sample <= end; sample += MILLISECONDS_PER_DAY) {
      const offset = this.#offsetAt(sample);
      while (last.offset !== offset) {
        last = this.#nextChange(last, sample);
        // What changes at the end belongs to the next span.
        if (last.start < end) segments.push(last);
      }
    }
    return segments;
  }

  /** The first segment after `last` that a search by halves finds; it starts at `sample` or before, at a whole second. */
  #nextChange(last: Segment, sample: number): Segment {
    let same = Math.max(last.start, sample - MILLISECONDS_PER_DAY) / 1_000;
    let other = sample / 1_000;
    while (other - same > 1) {
      const middle = Math.floor((same + other) / 2);
      if (this.#offsetAt(middle * 1_000) === last.offset) same = middle;
      else other = middle;
    }
    return { start: other * 1_000, offset: this.#offsetAt(other * 1_000) };
  }

  /** At a whole second. The parts are numbers, whatever Intl writes between them. */
  #offsetAt(instant: number): number {
    const moment = Math.max(instant, BEFORE_ALL_CHANGES);
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of this.#format.formatToParts(moment)) parts[type] = Number(value);
    const { year = 0, month = 0, day, hour, minute, second } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - moment;
  }
}

function dropFirst<Key>(map: Map<Key, unknown>): void {
  for (const key of map.keys()) {
    map.delete(key);
    return;
  }
}
