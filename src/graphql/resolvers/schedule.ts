import {
  assertNothingLeft,
  type AddExtraHours,
  type AddTimeOff,
  type AllFields,
  type Appointment,
  type PublishSchedule,
  type RemoveException,
  type RemoveSchedule,
  type WorkingHours,
} from "../../domain/index.js";
import type {
  AddExtraHoursInput,
  AddTimeOffInput,
  MutationResolvers,
  PublishScheduleInput,
  RemoveScheduleExceptionInput,
  RemoveScheduleInput,
  Resolvers,
  Weekday,
  WorkingHoursInput,
} from "../__generated__/resolvers.js";
import { fromNodeId, toNodeId } from "../node-ids.js";
import { toHoursPayload } from "../user-errors.js";
import { doctorOf } from "./present.js";

/** By their ISO numbers, from 1. */
const WEEKDAYS: readonly Weekday[] = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
];

const byWeek = (one: WorkingHours, other: WorkingHours): number =>
  one.weekday - other.weekday || one.from - other.from;

const PAYLOAD = {
  appointmentsOutsideHours: (
    { outside }: { outside: readonly Appointment[] },
    { first }: { first: number },
  ) => outside.slice(0, first),
};

export const scheduleTypes = {
  Schedule: {
    id: ({ id }) => toNodeId("Schedule", id),
    doctor: doctorOf,
    hours: ({ hours }) => [...hours].sort(byWeek),
  },
  WorkingHours: {
    weekday: ({ weekday }) => WEEKDAYS[weekday - 1] as Weekday,
  },
  ScheduleException: {
    id: ({ id }) => toNodeId("ScheduleException", id),
    doctor: doctorOf,
  },
  PublishSchedulePayload: PAYLOAD,
  RemoveSchedulePayload: PAYLOAD,
  AddTimeOffPayload: PAYLOAD,
  RemoveScheduleExceptionPayload: PAYLOAD,
  AppointmentsInTheWayError: {
    appointments: (error, { first }) =>
      (error as unknown as { inTheWay: readonly Appointment[] }).inTheWay.slice(0, first),
  },
} satisfies Resolvers;

const asItIs = <Value>(value: Value): Value => value;

export const scheduleMutations = {
  publishSchedule: async (_root, { input }, { domain }) =>
    toHoursPayload("schedule", await domain.schedules.publish(readSchedule(input)), asItIs),

  removeSchedule: async (_root, { input }, { domain }) =>
    toHoursPayload(
      "deletedScheduleId",
      await domain.schedules.remove(readScheduleRemoval(input)),
      (id) => toNodeId("Schedule", id),
    ),

  addTimeOff: async (_root, { input }, { domain }) =>
    toHoursPayload(
      "scheduleExceptions",
      await domain.schedules.addTimeOff(readTimeOff(input)),
      asItIs,
    ),

  addExtraHours: async (_root, { input }, { domain }) =>
    toHoursPayload(
      "scheduleExceptions",
      await domain.schedules.addExtraHours(readExtraHours(input)),
      asItIs,
    ),

  removeScheduleException: async (_root, { input }, { domain }) =>
    toHoursPayload(
      "deletedScheduleExceptionId",
      await domain.schedules.removeException(readExceptionRemoval(input)),
      (id) => toNodeId("ScheduleException", id),
    ),
} satisfies MutationResolvers;

function readSchedule(input: PublishScheduleInput): AllFields<PublishSchedule> {
  const {
    doctorId,
    timeZone,
    validFrom,
    validUntil,
    hours,
    slotMinutes,
    gapMinutes,
    minimumNoticeMinutes,
    horizonDays,
    ifBooked,
    expectedVersion,
    ...rest
  } = input;
  assertNothingLeft(rest);
  return {
    doctorId: fromNodeId("Doctor", doctorId),
    timeZone: timeZone ?? null,
    validFrom,
    validUntil: validUntil ?? null,
    hours: hours.map(readHours),
    slotMinutes,
    gapMinutes,
    minimumNoticeMinutes,
    horizonDays: horizonDays ?? null,
    ifBooked,
    expectedVersion,
  };
}

function readHours(input: WorkingHoursInput): AllFields<WorkingHours> {
  const { weekday, from, until, ...rest } = input;
  assertNothingLeft(rest);
  return { weekday: WEEKDAYS.indexOf(weekday) + 1, from, until };
}

function readScheduleRemoval(input: RemoveScheduleInput): AllFields<RemoveSchedule> {
  const { scheduleId, ifBooked, expectedVersion, ...rest } = input;
  assertNothingLeft(rest);
  return { scheduleId: fromNodeId("Schedule", scheduleId), ifBooked, expectedVersion };
}

function readTimeOff(input: AddTimeOffInput): AllFields<AddTimeOff> {
  const { ifBooked, ...extraHours } = input;
  return { ...readExtraHours(extraHours), ifBooked };
}

function readExtraHours(input: AddExtraHoursInput): AllFields<AddExtraHours> {
  const { doctorIds, from, until, note, ...rest } = input;
  assertNothingLeft(rest);
  return { doctorIds: doctorIds.map((id) => fromNodeId("Doctor", id)), from, until, note };
}

function readExceptionRemoval(input: RemoveScheduleExceptionInput): AllFields<RemoveException> {
  const { scheduleExceptionId, ifBooked, ...rest } = input;
  assertNothingLeft(rest);
  return {
    scheduleExceptionId: fromNodeId("ScheduleException", scheduleExceptionId),
    ifBooked,
  };
}
