import { Kind, parse, print } from "graphql";
import { readProjectFile } from "../common/project-root.js";

/** How the graph names a row: its kind and its database id. */
export type NodeId = (kind: "Patient" | "Doctor" | "Appointment", databaseId: number) => string;

/**
 * The most characters that the variables may have in a link: intermediaries take headers of some kilobytes
 * in all. No variables of a query come near it; those of a mutation can, by long names in CJK or emoji.
 */
const MAX_CHARACTERS = 2_048;

/** The operations by their names, printed as the manifest of trusted documents has them. */
const OPERATIONS: ReadonlyMap<string, string> = readOperations();

/**
 * The text of an operation that gives the same data as an endpoint.
 *
 * @throws Error if operations/rest has none of this name.
 */
export function successorNamed(name: string): string {
  const text = OPERATIONS.get(name);
  if (text === undefined) throw new Error(`There is no operation ${name} in operations/rest`);
  return text;
}

/**
 * Makes the value of the `Link` header (RFC 8288) that leads to an operation; `successor-version` is RFC
 * 5829's relation to what replaces a resource. The target has the parameters of GraphQL over HTTP, which
 * can also be sent by POST as the members of a JSON object. Variables that are too long are left out.
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
  const { definitions } = parse(readProjectFile("operations/rest/successors.graphql"));
  return new Map(
    definitions.map((definition) => {
      const isNamed = definition.kind === Kind.OPERATION_DEFINITION && definition.name;
      return [isNamed ? isNamed.value : "", print(definition)];
    }),
  );
}
