import DataLoader from "dataloader";
import type {
  AppointmentFilter,
  AppointmentPageRequest,
  AppointmentRow,
  ExceptionsRequest,
  FreeTimes,
  FreeTimesRequest,
  Page,
  Schedule,
  ScheduleException,
  SchedulesRequest,
  UseCases,
  WorkingTimes,
  WorkingTimesRequest,
} from "../domain/index.js";

/** The maximum of lists in one SQL statement. */
const BATCH_SIZE = 200;

export interface Loaders {
  appointmentPages: DataLoader<AppointmentPageRequest, Page<AppointmentRow>>;
  appointmentCounts: DataLoader<readonly AppointmentFilter[], number>;
  schedules: DataLoader<SchedulesRequest, Schedule[]>;
  scheduleExceptions: DataLoader<ExceptionsRequest, ScheduleException[]>;
  freeTimes: DataLoader<FreeTimesRequest, FreeTimes>;
  workingTimes: DataLoader<WorkingTimesRequest, WorkingTimes>;
}

/**
 * Batches the lists that fields of one request read at the same time into one statement. Results are not cached, so that the
 * response of a mutation shows its effects.
 */
export function createLoaders({ appointments, schedules, availability }: UseCases): Loaders {
  return {
    appointmentPages: batched(appointments.pages),
    appointmentCounts: batched(appointments.counts),
    schedules: batched(schedules.schedulesOf),
    scheduleExceptions: batched(schedules.exceptionsOf),
    freeTimes: batched(availability.freeTimes),
    workingTimes: batched(availability.workingTimes),
  };
}

function batched<Key, Value>(
  read: (keys: readonly Key[]) => Promise<Value[]>,
): DataLoader<Key, Value> {
  return new DataLoader(read, { cache: false, maxBatchSize: BATCH_SIZE });
}
