import DataLoader from "dataloader";
import type {
  AppointmentFilter,
  AppointmentPageRequest,
  AppointmentRow,
  Page,
  UseCases,
} from "../domain/index.js";

/** The most lists that go into one SQL statement. */
const BATCH_SIZE = 200;

export interface Loaders {
  appointmentPages: DataLoader<AppointmentPageRequest, Page<AppointmentRow>>;
  appointmentCounts: DataLoader<readonly AppointmentFilter[], number>;
}

/**
 * Gathers the lists that the fields of one request ask for at the same time into one statement.
 * Nothing is remembered from one to the next: a mutation's answer shows what the mutation left.
 */
export function createLoaders({ appointments }: UseCases): Loaders {
  return {
    appointmentPages: batched(appointments.pages),
    appointmentCounts: batched(appointments.counts),
  };
}

function batched<Key, Value>(
  read: (keys: readonly Key[]) => Promise<Value[]>,
): DataLoader<Key, Value> {
  return new DataLoader(read, { cache: false, maxBatchSize: BATCH_SIZE });
}
