import {
  assertNothingLeft,
  type AllFields,
  type PatientFields,
  type PatientRow,
  type PatientVersion,
  type Sent,
  type UpdatePatient,
} from "../../domain/index.js";
import { appointmentConnection } from "./appointment-connection.js";
import { Connection, readConnectionRequest } from "../connections.js";
import { fromNodeId, toNodeId } from "../node-ids.js";
import { toDeletedPayload, toPayload } from "../user-errors.js";
import type {
  DeletePatientInput,
  MutationResolvers,
  PatientChanges,
  PatientResolvers,
  QueryResolvers,
  RegisterPatientInput,
  UpdatePatientInput,
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
    toPayload("patient", await domain.patients.register(readNew(input))),

  updatePatient: async (_root, { input }, { domain }) =>
    toPayload("patient", await domain.patients.update(readUpdate(input))),

  deletePatient: async (_root, { input }, { domain }) =>
    toDeletedPayload("Patient", await domain.patients.remove(readVersion(input))),
} satisfies MutationResolvers;

function readNew(input: RegisterPatientInput): AllFields<PatientFields> {
  const { firstName, lastName, email, phoneNumber, ...rest } = input;
  assertNothingLeft(rest);
  return { firstName, lastName, email, phoneNumber };
}

function readUpdate(input: UpdatePatientInput): AllFields<UpdatePatient> {
  const { changes, ...patient } = input;
  return { ...readVersion(patient), changes: readChanges(changes) };
}

function readChanges(changes: PatientChanges): AllFields<Sent<PatientFields>> {
  const { firstName, lastName, email, phoneNumber, ...rest } = changes;
  assertNothingLeft(rest);
  return { firstName, lastName, email, phoneNumber };
}

function readVersion(input: DeletePatientInput): AllFields<PatientVersion> {
  const { patientId, expectedVersion, ...rest } = input;
  assertNothingLeft(rest);
  return { patientId: fromNodeId("Patient", patientId), expectedVersion };
}
