import type { AppointmentRow } from "../../domain/index.js";
import type {
  AppointmentResolvers,
  MutationResolvers,
  QueryResolvers,
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
  bookAppointment: async (_root, { input }, { domain }) => {
    const patientId = fromNodeId("Patient", input.patientId);
    const doctorId = fromNodeId("Doctor", input.doctorId);
    const outcome = await domain.appointments.book({ ...input, patientId, doctorId });
    return toPayload("appointment", outcome);
  },

  rescheduleAppointment: async (_root, { input }, { domain }) => {
    const doctorId = input.doctorId == null ? null : fromNodeId("Doctor", input.doctorId);
    const outcome = await domain.appointments.reschedule({ ...withDatabaseId(input), doctorId });
    return toPayload("appointment", outcome);
  },

  cancelAppointment: async (_root, { input }, { domain }) =>
    toPayload("appointment", await domain.appointments.cancel(withDatabaseId(input))),

  completeAppointment: async (_root, { input }, { domain }) =>
    toPayload("appointment", await domain.appointments.complete(withDatabaseId(input))),

  markAppointmentNoShow: async (_root, { input }, { domain }) =>
    toPayload("appointment", await domain.appointments.markNoShow(withDatabaseId(input))),

  deleteAppointment: async (_root, { input }, { domain }) =>
    toDeletedPayload("Appointment", await domain.appointments.remove(withDatabaseId(input))),
} satisfies MutationResolvers;

const withDatabaseId = <Input extends { appointmentId: string }>(input: Input) => ({
  ...input,
  appointmentId: fromNodeId("Appointment", input.appointmentId),
});
