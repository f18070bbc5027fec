import type { PatientRow } from "../../domain/index.js";
import { appointmentConnection } from "./appointment-connection.js";
import { Connection, readConnectionRequest } from "../connections.js";
import { fromNodeId, toNodeId } from "../node-ids.js";
import { toDeletedPayload, toPayload } from "../user-errors.js";
import type {
  MutationResolvers,
  PatientResolvers,
  QueryResolvers,
} from "../__generated__/resolvers.js";
import type { Complete } from "./complete.js";
import { assertLoaded } from "./present.js";

export const Patient: Complete<PatientResolvers, PatientRow> = {
  id: ({ id }) => toNodeId("Patient", id),
  databaseId: ({ id }) => id,
  fullName: ({ firstName, lastName }) => `${assertLoaded(firstName)} ${assertLoaded(lastName)}`,
  appointments: ({ id }, page, { loaders }, info) =>
    appointmentConnection(loaders, page, info, { patientId: id }),
};

export const patientQueries = {
  patient: (_root, { by }, { domain }) => {
    if (by.email != null) return domain.patients.byEmail(by.email);
    return domain.patients.byId(by.databaseId ?? fromNodeId("Patient", by.id));
  },

  patients: (_root, { search, ...page }, { domain }) => {
    const request = readConnectionRequest("PatientConnection", page);
    return new Connection({
      request,
      readPage: () => domain.patients.page({ search }, request),
      count: () => domain.patients.count({ search }),
    });
  },
} satisfies QueryResolvers;

export const patientMutations = {
  registerPatient: async (_root, { input }, { domain }) =>
    toPayload("patient", await domain.patients.register(input)),

  updatePatient: async (_root, { input }, { domain }) =>
    toPayload("patient", await domain.patients.update({ ...input, ...ids(input) })),

  deletePatient: async (_root, { input }, { domain }) =>
    toDeletedPayload("Patient", await domain.patients.remove({ ...input, ...ids(input) })),
} satisfies MutationResolvers;

const ids = ({ patientId }: { patientId: string }) => ({
  patientId: fromNodeId("Patient", patientId),
});
