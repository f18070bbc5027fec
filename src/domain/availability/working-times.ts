import type { Interval } from "../appointments/interval.js";
import { workingTimes as timesIn } from "../calendar/calendar.js";
import type { Context } from "../context.js";
import { readRules } from "./facts.js";
import { readerOf } from "./reader.js";
import { clipWindow } from "./search.js";

export interface WorkingTimesRequest {
  doctorId: number;
  /** Working times end after it. */
  from: Date;
  /** Working times start before it. */
  until: Date;
  /** The size of the page. */
  first: number;
}

/** Working times, the earliest first, and where to go on from; null if that is all of the window. */
export interface WorkingTimes {
  times: Interval[];
  nextFrom: Date | null;
}

/** Pages of the times at which doctors work, booked or not, in the order of the requests. */
export async function workingTimes(
  context: Context,
  requests: readonly WorkingTimesRequest[],
): Promise<WorkingTimes[]> {
  const windows = requests.map(({ from, until }) => clipWindow({ from, until }, from));
  const ids = [...new Set(requests.map(({ doctorId }) => doctorId))];
  const rules = await readRules(readerOf(context.db), ids, {
    startsAt: new Date(Math.min(...windows.map(({ from }) => from.getTime()))),
    endsAt: new Date(Math.max(...windows.map(({ until }) => until.getTime()))),
  });
  return requests.map(({ doctorId, first }, index) => {
    const window = windows[index] as ReturnType<typeof clipWindow>;
    const doctor = rules.get(doctorId);
    const times =
      doctor && window.from < window.until
        ? timesIn(doctor.calendar, window.from, window.until)
        : [];
    const end = window.isWhole ? null : window.until;
    return { times: times.slice(0, first), nextFrom: times[first]?.startsAt ?? end };
  });
}
