import type { Interval } from "../appointments/interval.js";
import { APPOINTMENT_KEYSETS, pages, type AppointmentRow } from "../appointments/queries.js";
import type { Context } from "../context.js";
import { toPage, type Page, type Position } from "../reading/keyset.js";
import { inPages } from "../reading/streaming.js";
import { isOutside } from "../schedules/conflicts.js";
import { LAST_MOMENT } from "../time.js";
import { readRules } from "./facts.js";
import { readerOf } from "./reader.js";

/** One page of the booked appointments in a doctor's future that the hours, as they are now, do not cover. */
export async function outsideHours(
  context: Context,
  doctorId: number,
  { first, after }: { first: number; after: Position | null },
): Promise<Page<AppointmentRow>> {
  const found: AppointmentRow[] = [];
  for await (const rows of appointmentsOutside(context, doctorId, after)) {
    found.push(...rows);
    if (found.length > first) break;
  }
  return toPage(found.slice(0, first + 1), first, APPOINTMENT_KEYSETS.STARTS_AT_ASC);
}

/** How many booked appointments in a doctor's future the hours do not cover. */
export async function countOutsideHours(context: Context, doctorId: number): Promise<number> {
  let count = 0;
  for await (const rows of appointmentsOutside(context, doctorId, null)) count += rows.length;
  return count;
}

async function* appointmentsOutside(
  context: Context,
  doctorId: number,
  start: Position | null,
): AsyncGenerator<AppointmentRow[]> {
  const now = context.now();
  const future: Interval = { startsAt: now, endsAt: LAST_MOMENT };
  const rules = await readRules(readerOf(context.db), [doctorId], future);
  const calendar = rules.get(doctorId)?.calendar;
  if (!calendar) return;
  const wanted = {
    filters: [{ doctorId, status: ["BOOKED" as const], startsFrom: now }],
    orderBy: "STARTS_AT_ASC" as const,
  };
  const list = inPages(async (first, after) => {
    return (await pages(context, [{ first, after, ...wanted }]))[0] as Page<AppointmentRow>;
  }, start);
  for await (const rows of list) {
    yield rows.filter((row) => isOutside(calendar, row as Interval));
  }
}
