import {
  assertNothingLeft,
  type AllFields,
  type CreateDoctor,
  type DoctorFields,
  type DoctorRow,
  type DoctorVersion,
  type Sent,
  type UpdateDoctor,
} from "../../domain/index.js";
import type {
  ActivateDoctorInput,
  CreateDoctorInput,
  DoctorChanges,
  DoctorResolvers,
  MutationResolvers,
  QueryResolvers,
  UpdateDoctorInput,
} from "../__generated__/resolvers.js";
import { appointmentConnection } from "./appointment-connection.js";
import { doctorAvailability } from "./availability.js";
import { Connection, readConnectionRequest } from "../connections.js";
import { fromNodeId, toNodeId } from "../node-ids.js";
import { toDeletedPayload, toPayload } from "../user-errors.js";
import type { Complete } from "./complete.js";

export const Doctor: Complete<DoctorResolvers, DoctorRow> = {
  id: ({ id }) => toNodeId("Doctor", id),
  databaseId: ({ id }) => id,
  appointments: ({ id }, page, { loaders }, info) =>
    appointmentConnection(loaders, page, info, { doctorId: id }),
  ...doctorAvailability,
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
    toPayload("doctor", await domain.doctors.create(readNew(input))),

  updateDoctor: async (_root, { input }, { domain }) =>
    toPayload("doctor", await domain.doctors.update(readUpdate(input))),

  activateDoctor: async (_root, { input }, { domain }) =>
    toPayload("doctor", await domain.doctors.activate(readVersion(input))),

  deactivateDoctor: async (_root, { input }, { domain }) =>
    toPayload("doctor", await domain.doctors.deactivate(readVersion(input))),

  toggleDoctorStatus: async (_root, { input }, { domain }) =>
    toPayload("doctor", await domain.doctors.toggle(readVersion(input))),

  deleteDoctor: async (_root, { input }, { domain }) =>
    toDeletedPayload("Doctor", await domain.doctors.remove(readVersion(input))),
} satisfies MutationResolvers;

function readNew(input: CreateDoctorInput): AllFields<CreateDoctor> {
  const { fullName, specialty, isActive, ...rest } = input;
  assertNothingLeft(rest);
  return { fullName, specialty, isActive };
}

function readUpdate(input: UpdateDoctorInput): AllFields<UpdateDoctor> {
  const { changes, ...doctor } = input;
  return { ...readVersion(doctor), changes: readChanges(changes) };
}

function readChanges(changes: DoctorChanges): AllFields<Sent<DoctorFields>> {
  const { fullName, specialty, ...rest } = changes;
  assertNothingLeft(rest);
  return { fullName, specialty };
}

function readVersion(input: ActivateDoctorInput): AllFields<DoctorVersion> {
  const { doctorId, expectedVersion, ...rest } = input;
  assertNothingLeft(rest);
  return { doctorId: fromNodeId("Doctor", doctorId), expectedVersion };
}
