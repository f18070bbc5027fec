import {
  assertNothingLeft,
  waivedRules,
  type AllFields,
  type AppointmentRow,
  type AskedTime,
  type AppointmentVersion,
  type BookAppointment,
  type CancelAppointment,
  type RescheduleAppointment,
} from "../../domain/index.js";
import type {
  AppointmentResolvers,
  BookAppointmentInput,
  CancelAppointmentInput,
  CompleteAppointmentInput,
  MutationResolvers,
  QueryResolvers,
  RescheduleAppointmentInput,
} from "../__generated__/resolvers.js";
import { appointmentConnection } from "./appointment-connection.js";
import { fromNodeId, toNodeId } from "../node-ids.js";
import { toDeletedPayload, toPayload } from "../user-errors.js";
import type { Complete } from "./complete.js";
import { assertFound } from "./present.js";

export const Appointment: Complete<
  AppointmentResolvers,
  Omit<AppointmentRow, "patient" | "doctor" | "waived">
> = {
  id: ({ id }) => toNodeId("Appointment", id),
  databaseId: ({ id }) => id,
  waived: ({ waived }) => waivedRules(waived ?? null),
  patient: (appointment, _arguments, { domain }) =>
    appointment.patient ?? domain.patients.byId(appointment.patientId).then(assertFound),
  doctor: (appointment, _arguments, { domain }) =>
    appointment.doctor ?? domain.doctors.byId(appointment.doctorId).then(assertFound),
};

export const appointmentQueries = {
  appointment: (_root, { by }, { domain }) =>
    domain.appointments.byId(by.databaseId ?? fromNodeId("Appointment", by.id)),

  appointments: (_root, page, { loaders }, info) => appointmentConnection(loaders, page, info),
} satisfies QueryResolvers;

export const appointmentMutations = {
  bookAppointment: async (_root, { input }, { domain }) =>
    toPayload(
      "appointment",
      await domain.appointments.book(readBooking(input)),
      bookingTime(input),
    ),

  rescheduleAppointment: async (_root, { input }, { domain }) =>
    toPayload(
      "appointment",
      await domain.appointments.reschedule(readRescheduling(input)),
      reschedulingTime(input),
    ),

  cancelAppointment: async (_root, { input }, { domain }) =>
    toPayload("appointment", await domain.appointments.cancel(readCancellation(input))),

  completeAppointment: async (_root, { input }, { domain }) =>
    toPayload("appointment", await domain.appointments.complete(readVersion(input))),

  markAppointmentNoShow: async (_root, { input }, { domain }) =>
    toPayload("appointment", await domain.appointments.markNoShow(readVersion(input))),

  deleteAppointment: async (_root, { input }, { domain }) =>
    toDeletedPayload("Appointment", await domain.appointments.remove(readVersion(input))),
} satisfies MutationResolvers;

export function readBooking(input: BookAppointmentInput): AllFields<BookAppointment> {
  const {
    patientId,
    doctorId,
    startsAt,
    durationMinutes,
    despite,
    idempotencyKey,
    holdKey,
    ...rest
  } = input;
  assertNothingLeft(rest);
  return {
    patientId: fromNodeId("Patient", patientId),
    doctorId: fromNodeId("Doctor", doctorId),
    startsAt,
    durationMinutes,
    despite,
    holdKey,
    idempotencyKey,
  };
}

/** The time that is asked for. */
export const bookingTime = (input: BookAppointmentInput): AskedTime => ({
  doctorId: fromNodeId("Doctor", input.doctorId),
  startsAt: input.startsAt,
  durationMinutes: input.durationMinutes,
  holdKey: input.holdKey ?? null,
  appointmentId: null,
});

/** The time that is asked for. */
export const reschedulingTime = (input: RescheduleAppointmentInput): AskedTime => ({
  doctorId: input.doctorId == null ? null : fromNodeId("Doctor", input.doctorId),
  startsAt: input.startsAt,
  durationMinutes: input.durationMinutes ?? null,
  holdKey: input.holdKey ?? null,
  appointmentId: fromNodeId("Appointment", input.appointmentId),
});

export function readRescheduling(
  input: RescheduleAppointmentInput,
): AllFields<RescheduleAppointment> {
  const {
    appointmentId,
    startsAt,
    durationMinutes,
    doctorId,
    expectedVersion,
    despite,
    holdKey,
    idempotencyKey,
    ...rest
  } = input;
  assertNothingLeft(rest);
  return {
    appointmentId: fromNodeId("Appointment", appointmentId),
    startsAt,
    durationMinutes,
    doctorId: doctorId == null ? doctorId : fromNodeId("Doctor", doctorId),
    expectedVersion,
    despite,
    holdKey,
    idempotencyKey,
  };
}

function readCancellation(input: CancelAppointmentInput): AllFields<CancelAppointment> {
  const { reason, ...appointment } = input;
  return { ...readVersion(appointment), reason };
}

function readVersion(input: CompleteAppointmentInput): AllFields<AppointmentVersion> {
  const { appointmentId, expectedVersion, ...rest } = input;
  assertNothingLeft(rest);
  return { appointmentId: fromNodeId("Appointment", appointmentId), expectedVersion };
}
