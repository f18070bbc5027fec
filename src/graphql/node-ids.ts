const PREFIXES = {
  Patient: "pat",
  Doctor: "doc",
  Appointment: "apt",
  Schedule: "sch",
  ScheduleException: "exc",
} as const;

/** The name of a type that implements Node. */
export type NodeKind = keyof typeof PREFIXES;

const DESCRIPTIONS: Readonly<Record<NodeKind, string>> = {
  Patient: "a patient",
  Doctor: "a doctor",
  Appointment: "an appointment",
  Schedule: "a schedule",
  ScheduleException: "time off or extra hours",
};

const KINDS = Object.keys(PREFIXES) as NodeKind[];
const LARGEST_DATABASE_ID = 2_147_483_647;

export const isNodeKind = (name: string): name is NodeKind => name in PREFIXES;

/** The GraphQL id of a row, made of its kind and its database id: `pat_42`. */
export const toNodeId = (kind: NodeKind, databaseId: number): string =>
  `${PREFIXES[kind]}_${databaseId}`;

/** The row that a GraphQL id identifies. */
export interface NodeReference {
  kind: NodeKind;
  databaseId: number;
}

/**
 * Parses a GraphQL id.
 *
 * @param expected the only accepted kind; null to accept all.
 * @returns the row that it identifies, or the problem.
 */
export function readNodeId(
  id: string,
  expected: NodeKind | null,
): { reference: NodeReference; problem?: never } | { reference?: never; problem: string } {
  const reference = parse(id);
  if (reference && (expected === null || reference.kind === expected)) return { reference };
  if (expected !== null) {
    return {
      problem: `This is not the id of ${DESCRIPTIONS[expected]}, which looks like ${toNodeId(expected, 42)}.`,
    };
  }
  const examples = KINDS.map((kind) => toNodeId(kind, 42)).join(", ");
  return { problem: `This is not an id. Ids look like ${examples}.` };
}

/**
 * The database id of a GraphQL id, whose form was validated before execution, as `@idOf` in schema.graphql declares.
 *
 * @throws Error if the id is invalid after all.
 */
export function fromNodeId(kind: NodeKind, id: string): number {
  return fromAnyNodeId(id, kind).databaseId;
}

/** Like `fromNodeId`, for an id of any kind. */
export function fromAnyNodeId(id: string, expected: NodeKind | null = null): NodeReference {
  const { reference } = readNodeId(id, expected);
  if (!reference) throw new Error("A resolver received an id that was not validated");
  return reference;
}

function parse(id: string): NodeReference | null {
  const [, prefix, digits] = /^([a-z]{3})_([1-9]\d{0,9})$/.exec(id) ?? [];
  const kind = KINDS.find((candidate) => PREFIXES[candidate] === prefix);
  const databaseId = Number(digits);
  return kind === undefined || databaseId > LARGEST_DATABASE_ID ? null : { kind, databaseId };
}
