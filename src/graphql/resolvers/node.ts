import type { UseCases } from "../../domain/index.js";
import { fromAnyNodeId, type NodeReference } from "../node-ids.js";
import type { QueryResolvers } from "../__generated__/resolvers.js";

export const nodeQueries = {
  node: (_root, { id }, { domain }) => load(domain, fromAnyNodeId(id)),

  nodes: (_root, { ids }, { domain }) =>
    Promise.all(ids.map((id) => load(domain, fromAnyNodeId(id)))),
} satisfies QueryResolvers;

/** The row with the name of its type, by which the graph knows what it is. */
async function load(domain: UseCases, { kind, databaseId }: NodeReference) {
  switch (kind) {
    case "Patient":
      return named(kind, await domain.patients.byId(databaseId));
    case "Doctor":
      return named(kind, await domain.doctors.byId(databaseId));
    case "Appointment":
      return named(kind, await domain.appointments.byId(databaseId));
    case "Schedule":
      return named(kind, await domain.schedules.byId(databaseId));
    case "ScheduleException":
      return named(kind, await domain.schedules.exceptionById(databaseId));
  }
}

const named = <Row>(kind: NodeReference["kind"], row: Row | null) =>
  row === null ? null : { __typename: kind, ...row };
