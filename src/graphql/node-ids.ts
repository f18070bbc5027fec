import { badUserInput } from "./bad-user-input.js";

const PREFIXES = { Patient: "pat", Doctor: "doc", Appointment: "apt" } as const;

export type NodeKind = keyof typeof PREFIXES;

const KINDS = Object.keys(PREFIXES) as NodeKind[];
const LARGEST_DATABASE_ID = 2_147_483_647;

/** The id by which the graph knows a row: its kind and its database id, `pat_42`. */
export const toNodeId = (kind: NodeKind, databaseId: number): string =>
  `${PREFIXES[kind]}_${databaseId}`;

/**
 * The database id that an id of the graph stands for.
 *
 * @throws BAD_USER_INPUT if it is no id, or one of another kind.
 */
export function fromNodeId(
  kind: NodeKind,
  id: string,
  inputPath: readonly (string | number)[],
): number {
  const parsed = parse(id);
  if (parsed?.kind !== kind) {
    throw badUserInput(
      `This is not the id of ${withArticle(kind)}, which looks like ${toNodeId(kind, 42)}.`,
      inputPath,
    );
  }
  return parsed.databaseId;
}

/**
 * The kind and database id that any id of the graph stands for.
 *
 * @throws BAD_USER_INPUT if it is no id.
 */
export function fromAnyNodeId(
  id: string,
  inputPath: readonly (string | number)[],
): { kind: NodeKind; databaseId: number } {
  const parsed = parse(id);
  if (parsed === null) {
    const examples = KINDS.map((kind) => toNodeId(kind, 42)).join(", ");
    throw badUserInput(`This is not an id. Ids look like ${examples}.`, inputPath);
  }
  return parsed;
}

function parse(id: string): { kind: NodeKind; databaseId: number } | null {
  const [, prefix, digits] = /^([a-z]{3})_([1-9]\d{0,9})$/.exec(id) ?? [];
  const kind = KINDS.find((candidate) => PREFIXES[candidate] === prefix);
  const databaseId = Number(digits);
  return kind === undefined || databaseId > LARGEST_DATABASE_ID ? null : { kind, databaseId };
}

const withArticle = (kind: NodeKind): string =>
  kind === "Appointment" ? "an appointment" : `a ${kind.toLowerCase()}`;
