import type { SqlReader } from "../../db/database.js";
import { readerOf } from "../availability/reader.js";
import { decidesAboutTimeOf, seesAppointment } from "../permissions/scopes.js";
import type { Context } from "../context.js";
import { answerRepeat } from "../idempotency/keys.js";
import type { Appointment } from "../model.js";
import type { Outcome } from "../outcome.js";
import type { Refusal } from "../refusals.js";
import { toItem, type BookAppointment } from "./book.js";
import { readFacts, reasonsAgainst } from "./booking-facts.js";
import { readDoctors } from "./locks.js";
import { decide, toMove, type RescheduleAppointment } from "./reschedule.js";
import { NOT_FOUND } from "./rules.js";
import { readAppointment } from "./store.js";

/** The reasons for which `book` would refuse now; it neither locks nor writes anything. */
export async function checkBook(context: Context, input: BookAppointment): Promise<Refusal[]> {
  const reader = readerOf(context.db);
  const item = toItem(context, input);
  const facts = await readFacts(reader, [item], context.now, (ids) => readDoctors(reader, ids));
  const now = context.now();
  const repeat = await answerRepeat(reader, context.caller, item.request, facts.earlier, now);
  return repeat ? refusalsOf(repeat) : reasonsAgainst(item, facts, [], now).reasons;
}

/** The reasons for which `reschedule` would refuse now; it neither locks nor writes anything. */
export async function checkReschedule(
  context: Context,
  input: RescheduleAppointment,
): Promise<Refusal[]> {
  const reader = readerOf(context.db);
  const move = toMove(context, input);
  const appointment = await readAppointment(reader, move.appointmentId);
  if (!appointment || !seesAppointment(context.caller, appointment)) {
    return [NOT_FOUND, ...move.refusals];
  }
  const doctorId = move.doctorId ?? appointment.doctorId;
  const found = await readOneDoctor(reader, doctorId);
  const doctor = decidesAboutTimeOf(context.caller, doctorId) ? found : null;
  const { repeat, reasons } = await decide(reader, move, { appointment, doctor }, context.now());
  return repeat ? refusalsOf(repeat) : reasons;
}

const readOneDoctor = async (reader: SqlReader, id: number) =>
  (await readDoctors(reader, [id])).get(id) ?? null;

const refusalsOf = (outcome: Outcome<Appointment>): Refusal[] =>
  outcome.done ? [] : outcome.refusals;
