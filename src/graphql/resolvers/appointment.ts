import {
  assertNothingLeft,
  type AllFields,
  type AppointmentRow,
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
  Omit<AppointmentRow, "patient" | "doctor">
> = {
  id: ({ id }) => toNodeId("Appointment", id),
  databaseId: ({ id }) => id,
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
    toPayload("appointment", await domain.appointments.book(readBooking(input))),

  rescheduleAppointment: async (_root, { input }, { domain }) =>
    toPayload("appointment", await domain.appointments.reschedule(readRescheduling(input))),

  cancelAppointment: async (_root, { input }, { domain }) =>
    toPayload("appointment", await domain.appointments.cancel(readCancellation(input))),

  completeAppointment: async (_root, { input }, { domain }) =>
    toPayload("appointment", await domain.appointments.complete(readVersion(input))),

  markAppointmentNoShow: async (_root, { input }, { domain }) =>
    toPayload("appointment", await domain.appointments.markNoShow(readVersion(input))),

  deleteAppointment: async (_root, { input }, { domain }) =>
    toDeletedPayload("Appointment", await domain.appointments.remove(readVersion(input))),
} satisfies MutationResolvers;

function readBooking(input: BookAppointmentInput): AllFields<BookAppointment> {
  const { patientId, doctorId, startsAt, durationMinutes, idempotencyKey, ...rest } = input;
  assertNothingLeft(rest);
  return {
    patientId: fromNodeId("Patient", patientId),
    doctorId: fromNodeId("Doctor", doctorId),
    startsAt,
    durationMinutes,
    idempotencyKey,
  };
}

function readRescheduling(input: RescheduleAppointmentInput): AllFields<RescheduleAppointment> {
  const {
    appointmentId,
    startsAt,
    durationMinutes,
    doctorId,
    expectedVersion,
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
