import { seesAppointment } from "../permissions/scopes.js";
import type { Context } from "../context.js";
import type { Appointment, Doctor, Patient } from "../model.js";
import type { Page } from "../reading/keyset.js";
import { inPages } from "../reading/streaming.js";
import { pages, type AppointmentFilter } from "./queries.js";

/** What is read of many appointments and the people that they bring together. */
const WITH_PEOPLE = [
  ...(["startsAt", "endsAt", "durationMinutes", "status", "createdAt"] as const),
  ...(["patient", "firstName", "lastName", "email"] as const),
  ...(["doctor", "fullName", "specialty"] as const),
] as const;

/** One set for all lists, because what is made of a set is kept beside it. */
const LISTED: ReadonlySet<string> = new Set(WITH_PEOPLE);

type Listed<Thing> = Pick<
  Thing,
  keyof Thing & ("id" | "patientId" | "doctorId" | (typeof WITH_PEOPLE)[number])
>;

/** An appointment and the people it brings together. */
export type AppointmentWithPeople = Listed<Appointment> & {
  patient: Listed<Patient>;
  doctor: Listed<Doctor>;
};

/**
 * All of the caller's appointments that match, with their people, in the order in which they were booked, read
 * bit by bit: what comes while it is read is at the end, and nothing comes twice. Those that
 * are cancelled are left out.
 */
export async function* stream(
  context: Context,
  filter: AppointmentFilter,
): AsyncGenerator<AppointmentWithPeople[]> {
  const wanted = { filters: [filter], orderBy: "BOOKED_ASC", fields: LISTED } as const;
  const list = inPages(async (first, after) => {
    return (await pages(context, [{ first, after, ...wanted }]))[0] as Page<AppointmentWithPeople>;
  });
  for await (const rows of list) yield rows.filter(isNotCancelled);
}

/** One appointment with its people; null if it is cancelled, or not the caller's. */
export async function withPeople(
  { reads, caller }: Context,
  id: number,
): Promise<AppointmentWithPeople | null> {
  const found = await reads.appointment(id);
  if (!found || !seesAppointment(caller, found) || !isNotCancelled(found)) return null;
  const [patient, doctor] = await Promise.all([
    reads.patient(found.patientId),
    reads.doctor(found.doctorId),
  ]);
  return patient && doctor && { ...found, patient, doctor };
}

const isNotCancelled = ({ status }: Pick<Appointment, "status">): boolean => status !== "CANCELLED";
