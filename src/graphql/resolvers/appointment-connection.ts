import type { GraphQLResolveInfo } from "graphql";
import type { AppointmentFilter, AppointmentRow } from "../../domain/index.js";
import type { QueryAppointmentsArgs, RequireFields } from "../__generated__/resolvers.js";
import { Connection, readConnectionRequest } from "../connections.js";
import type { Loaders } from "../loaders.js";
import { fromNodeId } from "../node-ids.js";
import { fieldsBelow } from "../selection.js";

type Arguments = RequireFields<QueryAppointmentsArgs, "first" | "orderBy">;

/**
 * The appointments that a field `appointments` stands for, wherever in the graph it is: those that
 * match the caller's filter and, on a person, that person's.
 */
export function appointmentConnection(
  { appointmentPages, appointmentCounts }: Loaders,
  { filter, ...page }: Arguments,
  info: GraphQLResolveInfo,
  owner?: AppointmentFilter,
): Connection<AppointmentRow> {
  const request = readConnectionRequest("AppointmentConnection", page);
  const filters = [...(owner ? [owner] : []), ...(filter ? [readFilter(filter)] : [])];
  return new Connection({
    request,
    readPage: () => appointmentPages.load({ filters, fields: fieldsBelow(info), ...request }),
    count: () => appointmentCounts.load(filters),
  });
}

function readFilter({
  doctorId,
  patientId,
  ...rest
}: NonNullable<Arguments["filter"]>): AppointmentFilter {
  return {
    ...rest,
    ...(doctorId != null && { doctorId: fromNodeId("Doctor", doctorId) }),
    ...(patientId != null && {
      patientId: fromNodeId("Patient", patientId),
    }),
  };
}
