const PREFIXES = { Patient: "pat", Doctor: "doc", Appointment: "apt" } as const;

/** The name of a type whose objects have ids. */
export type NodeKind = keyof typeof PREFIXES;

const KINDS = Object.keys(PREFIXES) as NodeKind[];
const LARGEST_DATABASE_ID = 2_147_483_647;

export const isNodeKind = (name: string): name is NodeKind => name in PREFIXES;

/** The id by which the graph knows a row: its kind and its database id, `pat_42`. */
export const toNodeId = (kind: NodeKind, databaseId: number): string =>
  `${PREFIXES[kind]}_${databaseId}`;

/** What an id of the graph stands for. */
export interface NodeReference {
  kind: NodeKind;
  databaseId: number;
}

/**
 * Reads an id of the graph.
 *
 * @param expected the only kind that is taken; null if all are.
 * @returns what it stands for, or what is wrong with it.
 */
export function readNodeId(
  id: string,
  expected: NodeKind | null,
): { reference: NodeReference; problem?: never } | { reference?: never; problem: string } {
  const reference = parse(id);
  if (reference && (expected === null || reference.kind === expected)) return { reference };
  if (expected !== null) {
    const article = expected === "Appointment" ? "an" : "a";
    return {
      problem: `This is not the id of ${article} ${expected.toLowerCase()}, which looks like ${toNodeId(expected, 42)}.`,
    };
  }
  const examples = KINDS.map((kind) => toNodeId(kind, 42)).join(", ");
  return { problem: `This is not an id. Ids look like ${examples}.` };
}

/**
 * The database id of an id whose form was checked before execution, as schema.graphql declares by `@idOf`.
 *
 * @throws Error if it was not.
 */
export function fromNodeId(kind: NodeKind, id: string): number {
  return fromAnyNodeId(id, kind).databaseId;
}

/** The same for an id of any kind. */
export function fromAnyNodeId(id: string, expected: NodeKind | null = null): NodeReference {
  const { reference } = readNodeId(id, expected);
  if (!reference) throw new Error("An id came to a resolver that was not checked before");
  return reference;
}

function parse(id: string): NodeReference | null {
  const [, prefix, digits] = /^([a-z]{3})_([1-9]\d{0,9})$/.exec(id) ?? [];
  const kind = KINDS.find((candidate) => PREFIXES[candidate] === prefix);
  const databaseId = Number(digits);
  return kind === undefined || databaseId > LARGEST_DATABASE_ID ? null : { kind, databaseId };
}
