import { Kind, parse, print } from "graphql";
import { readProjectFile } from "../common/project-root.js";
import { NO_ROW } from "./readers.js";

/** Makes the GraphQL id of a row from its kind and its database id. */
export type NodeId = (kind: "Patient" | "Doctor" | "Appointment", databaseId: number) => string;

/** Like NodeId; undefined for an id that no row can have, because GraphQL has no id for it. */
export type RowId = (...row: Parameters<NodeId>) => string | undefined;

export const idOfRow =
  (nodeId: NodeId): RowId =>
  (kind, databaseId) =>
    databaseId === NO_ROW ? undefined : nodeId(kind, databaseId);

/**
 * The maximum length of the variables in a link, because proxies accept only a few kilobytes of headers. Variables of
 * queries are far shorter; those of a mutation can be longer, with long names in CJK or emoji.
 */
const MAX_CHARACTERS = 2_048;

/** The operations by name, printed as in the manifest of trusted documents. */
const OPERATIONS: ReadonlyMap<string, string> = readOperations();

/**
 * The text of the operation with this name, which returns the same data as an endpoint.
 *
 * @throws Error if src/rest/successors.graphql has no operation with this name.
 */
export function successorNamed(name: string): string {
  const text = OPERATIONS.get(name);
  if (text === undefined)
    throw new Error(`There is no operation ${name} in src/rest/successors.graphql`);
  return text;
}

/**
 * Creates a function that makes the `Link` header (RFC 8288) to an operation. `successor-version` is the relation of RFC 5829
 * to the replacement of a resource. The parameters of the link are those of GraphQL over HTTP, which can also be sent by
 * POST in a JSON object. Variables that are too long are omitted.
 */
export function linkTo(operation: string): (variables: object) => string {
  const target = `/graphql?query=${encodeURIComponent(operation)}`;
  return (variables) => {
    const text = encodeURIComponent(JSON.stringify(variables));
    const parameter = text.length > MAX_CHARACTERS ? "" : `&variables=${text}`;
    return `<${target}${parameter}>; rel="successor-version"; type="application/json"`;
  };
}

function readOperations(): Map<string, string> {
  const { definitions } = parse(readProjectFile("src/rest/successors.graphql"));
  return new Map(
    definitions.map((definition) => {
      const isNamed = definition.kind === Kind.OPERATION_DEFINITION && definition.name;
      return [isNamed ? isNamed.value : "", print(definition)];
    }),
  );
}
