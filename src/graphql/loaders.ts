import DataLoader from "dataloader";
import type {
  Appointment,
  AppointmentFilter,
  AppointmentPageRequest,
  Doctor,
  Domain,
  Page,
  Patient,
} from "../domain/index.js";

/** The most keys that go into one SQL statement. */
const BATCH_SIZE = 200;

export interface Loaders {
  patients: DataLoader<number, Patient | null>;
  doctors: DataLoader<number, Doctor | null>;
  appointments: DataLoader<number, Appointment | null>;
  appointmentPages: DataLoader<AppointmentPageRequest, Page<Appointment>>;
  appointmentCounts: DataLoader<readonly AppointmentFilter[], number>;
}

/**
 * Gathers the reads that the fields of one request ask for at the same time into one statement each.
 * Nothing is remembered from one to the next: a mutation's answer shows what the mutation left.
 */
export function createLoaders({ patients, doctors, appointments }: Domain): Loaders {
  return {
    patients: byId(patients.byIds),
    doctors: byId(doctors.byIds),
    appointments: byId(appointments.byIds),
    appointmentPages: batched(appointments.pages),
    appointmentCounts: batched(appointments.counts),
  };
}

function byId<Row extends { id: number }>(
  read: (ids: readonly number[]) => Promise<Row[]>,
): DataLoader<number, Row | null> {
  return batched(async (ids) => {
    const rows = new Map((await read([...new Set(ids)])).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
}

function batched<Key, Value>(
  read: (keys: readonly Key[]) => Promise<Value[]>,
): DataLoader<Key, Value> {
  return new DataLoader(read, { cache: false, maxBatchSize: BATCH_SIZE });
}
