// What bench/availability.mjs runs in a process of its own: searches for free times through the domain, and, in turns, the
// limit, which only reads the booked times with plain SQL and walks over them once. Prints JSON.
import mariadb from "mariadb";
import { connectionOptions } from "../../src/db/connection-options.js";
import { openDatabase } from "../../src/db/database.js";
import { ANYONE, createDomain } from "../../src/domain/index.js";
import { median, rounded } from "./api.mjs";

const CALLERS = 16;
const TURNS = 7;
const TURN_MILLISECONDS = 1_500;
const DOCTORS_OF_SEARCH = 50;
const DAY = 24 * 60 * 60 * 1_000;
const MINUTE = 60_000;
/** The hours of every weekday that the limit assumes, in minutes of the day in UTC. */
const HOURS = [
  [8 * 60, 12 * 60],
  [13 * 60, 17 * 60 + 30],
];
const STEP = 15;
const EVERYTHING = 1_000_000;

const url = process.argv[2] ?? "";
const db = openDatabase(url);
const { availability } = createDomain({ db }).as(ANYONE);
const pool = mariadb.createPool({ ...connectionOptions(url), connectionLimit: 10 });

/** @typedef {{ doctors: number, days: number, minutes: number, first: number, isSearch: boolean }} Workload */

/** @type {Record<string, Workload>} */
const WORKLOADS = {
  "a week of a doctor": { doctors: 1, days: 7, minutes: 30, first: 500, isSearch: false },
  "three months of a doctor": { doctors: 1, days: 91, minutes: 30, first: 500, isSearch: false },
  "the first 5 of 50 doctors": {
    ...{ doctors: DOCTORS_OF_SEARCH, days: 30 },
    ...{ minutes: 30, first: 5, isSearch: true },
  },
  "all of 50 doctors for 90 days": {
    ...{ doctors: DOCTORS_OF_SEARCH, days: 90 },
    ...{ minutes: 180, first: EVERYTHING, isSearch: true },
  },
};

/** @param {number} number @param {number} count @param {readonly number[]} ids */
const doctorsOf = (number, count, ids) =>
  Array.from({ length: count }, (_, index) => ids[(number * 7 + index) % ids.length] ?? 0);

/** @param {Workload} workload @param {number[]} doctors */
async function ours({ days, minutes, first, isSearch }, doctors) {
  const until = new Date(Date.now() + days * DAY);
  const asked = { from: null, until, durationMinutes: minutes, first };
  if (isSearch) {
    const { times } = await availability.firstFreeTimes({ among: { ids: doctors }, ...asked });
    return times.length;
  }
  const [page] = await availability.freeTimes([{ doctorId: doctors[0] ?? 0, ...asked }]);
  return page?.times.length ?? 0;
}

/** Reads all of the window at once. @param {Workload} workload @param {number[]} doctors */
async function limit({ days, minutes, first }, doctors) {
  const from = Date.now();
  const until = from + days * DAY;
  /** @type {[number, Date, Date][]} */
  const rows = await pool.execute(
    {
      rowsAsArray: true,
      sql: `SELECT doctor_id, starts_at, ends_at FROM appointments
        WHERE doctor_id IN (${doctors.map(() => "?").join()}) AND starts_at > ? AND starts_at < ?
          AND ends_at > ? AND status <> 'CANCELLED' ORDER BY doctor_id, starts_at`,
    },
    [...doctors, new Date(from - 180 * MINUTE), new Date(until + 180 * MINUTE), new Date(from)],
  );
  /** @type {Map<number, [number, number][]>} */
  const busy = new Map(doctors.map((id) => [id, []]));
  for (const [id, start, end] of rows) busy.get(id)?.push([start.getTime(), end.getTime()]);
  const found = [...busy].flatMap(([id, taken]) => {
    return freeStarts(taken, { from, until, duration: minutes * MINUTE, first }).map((start) => {
      return { id, start };
    });
  });
  return found.sort((one, other) => one.start - other.start).slice(0, first).length;
}

/** @param {[number, number][]} taken @param {{ from: number, until: number, duration: number, first: number }} asked */
function freeStarts(taken, { from, until, duration, first }) {
  const starts = [];
  let next = 0;
  for (let day = from - (from % DAY); day < until; day += DAY) {
    if ([0, 6].includes(new Date(day).getUTCDay())) continue;
    for (const [opens = 0, closes = 0] of HOURS) {
      const end = day + closes * MINUTE;
      for (let start = day + opens * MINUTE; start + duration <= end; start += STEP * MINUTE) {
        if (start < from) continue;
        while (next < taken.length && (taken[next]?.[1] ?? 0) <= start) next += 1;
        if ((taken[next]?.[0] ?? Infinity) < start + duration) continue;
        starts.push(start);
        if (starts.length >= first) return starts;
      }
    }
  }
  return starts;
}

/**
 * How often a search is answered in a second, and the CPU time of this process for one.
 *
 * @param {(workload: Workload, doctors: number[]) => Promise<number>} search
 * @param {Workload} workload
 * @param {readonly number[]} ids
 */
async function measure(search, workload, ids) {
  const before = process.cpuUsage();
  const end = performance.now() + TURN_MILLISECONDS;
  let [count, found] = [0, 0];
  const caller = async () => {
    while (performance.now() < end) {
      const times = await search(workload, doctorsOf((count += 1), workload.doctors, ids));
      found += times;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  const { user, system } = process.cpuUsage(before);
  const perSecond = (count * 1_000) / TURN_MILLISECONDS;
  return { perSecond, microseconds: (user + system) / count, found: found / count };
}

/** @param {readonly { perSecond: number, microseconds: number, found: number }[]} turns */
const summary = (turns) => ({
  perSecond: rounded(median(turns.map(({ perSecond }) => perSecond))),
  cpuMicroseconds: rounded(median(turns.map(({ microseconds }) => microseconds))),
  timesFound: rounded(median(turns.map(({ found }) => found))),
});

// The next weeks are booked out, as generated.
await pool.query("UPDATE appointments SET status = 'CANCELLED' WHERE id % 3 = 0");
/** @type {[number][]} */
const active = await pool.query({
  rowsAsArray: true,
  sql: "SELECT id FROM doctors WHERE is_active",
});
const ids = active.map(([id]) => id);
/** @type {Record<string, object>} */
const results = {};
for (const [name, workload] of Object.entries(WORKLOADS)) {
  for (const search of [ours, limit]) await measure(search, workload, ids);
  /** @type {{ ours: Awaited<ReturnType<typeof measure>>[], limit: Awaited<ReturnType<typeof measure>>[] }} */
  const turns = { ours: [], limit: [] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    turns.ours.push(await measure(ours, workload, ids));
    turns.limit.push(await measure(limit, workload, ids));
  }
  const both = { ours: summary(turns.ours), limit: summary(turns.limit) };
  const ratio = rounded(both.ours.perSecond / both.limit.perSecond);
  results[name] = { ...both, ratio };
}
await pool.end();
await db.close();
process.stdout.write(`${JSON.stringify(results)}\n`);
