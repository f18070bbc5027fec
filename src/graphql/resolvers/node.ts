import { badUserInput } from "../bad-user-input.js";
import type { Domain } from "../../domain/index.js";
import { fromAnyNodeId, type NodeKind } from "../node-ids.js";
import type { QueryResolvers } from "../__generated__/resolvers.js";

const MOST_NODES = 100;

export const nodeQueries = {
  node: (_root, { id }, { domain }) => load(domain, fromAnyNodeId(id, ["id"])),

  nodes: (_root, { ids }, { domain }) => {
    if (ids.length > MOST_NODES) {
      throw badUserInput(`At most ${MOST_NODES} ids can be asked for at once.`, ["ids"]);
    }
    const parsed = ids.map((id, index) => fromAnyNodeId(id, ["ids", index]));
    return Promise.all(parsed.map((id) => load(domain, id)));
  },
} satisfies QueryResolvers;

/** The row with the name of its type, by which the graph knows what it is. */
async function load(domain: Domain, { kind, databaseId }: { kind: NodeKind; databaseId: number }) {
  switch (kind) {
    case "Patient":
      return named(kind, await domain.patients.byId(databaseId));
    case "Doctor":
      return named(kind, await domain.doctors.byId(databaseId));
    case "Appointment":
      return named(kind, await domain.appointments.byId(databaseId));
  }
}

const named = <Row>(kind: NodeKind, row: Row | null) =>
  row === null ? null : { __typename: kind, ...row };
