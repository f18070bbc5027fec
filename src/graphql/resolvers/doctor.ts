import type { DoctorRow } from "../../domain/index.js";
import type {
  DoctorResolvers,
  MutationResolvers,
  QueryResolvers,
} from "../__generated__/resolvers.js";
import { appointmentConnection } from "./appointment-connection.js";
import { Connection, readConnectionRequest } from "../connections.js";
import { fromNodeId, toNodeId } from "../node-ids.js";
import { toDeletedPayload, toPayload } from "../user-errors.js";
import type { Complete } from "./complete.js";

export const Doctor: Complete<DoctorResolvers, DoctorRow> = {
  id: ({ id }) => toNodeId("Doctor", id),
  databaseId: ({ id }) => id,
  appointments: ({ id }, page, { loaders }, info) =>
    appointmentConnection(loaders, page, info, { doctorId: id }),
};

export const doctorQueries = {
  doctor: (_root, { by }, { domain }) =>
    domain.doctors.byId(by.databaseId ?? fromNodeId("Doctor", by.id)),

  doctors: (_root, { filter, ...page }, { domain }) => {
    const request = readConnectionRequest("DoctorConnection", page);
    return new Connection({
      request,
      readPage: () => domain.doctors.page(filter ?? {}, request),
      count: () => domain.doctors.count(filter ?? {}),
    });
  },
} satisfies QueryResolvers;

export const doctorMutations = {
  createDoctor: async (_root, { input }, { domain }) =>
    toPayload("doctor", await domain.doctors.create(input)),

  updateDoctor: async (_root, { input }, { domain }) =>
    toPayload("doctor", await domain.doctors.update(withDatabaseId(input))),

  activateDoctor: async (_root, { input }, { domain }) =>
    toPayload("doctor", await domain.doctors.activate(withDatabaseId(input))),

  deactivateDoctor: async (_root, { input }, { domain }) =>
    toPayload("doctor", await domain.doctors.deactivate(withDatabaseId(input))),

  toggleDoctorStatus: async (_root, { input }, { domain }) =>
    toPayload("doctor", await domain.doctors.toggle(withDatabaseId(input))),

  deleteDoctor: async (_root, { input }, { domain }) =>
    toDeletedPayload("Doctor", await domain.doctors.remove(withDatabaseId(input))),
} satisfies MutationResolvers;

const withDatabaseId = <Input extends { doctorId: string }>(input: Input) => ({
  ...input,
  doctorId: fromNodeId("Doctor", input.doctorId),
});
