import { CriticalityLevel, diff } from "@graphql-inspector/core";
import type { GraphQLSchema } from "graphql";
import { changedAccess } from "./access.js";
import { declaredRefusals } from "../src/graphql/declared-refusals.js";
import { NEXT, type MigrationNote } from "./migration-notes.js";

/** A difference between two schemas. */
export interface SchemaChange {
  /** The kind and place, `FIELD_REMOVED Doctor.specialty`; migration notes refer to it. */
  change: string;
  /** A description of the change. */
  message: string;
  /** The effect on callers; "may surprise" is, for example, a new enum value. */
  effect: "breaks" | "may surprise" | "adds";
}

const EFFECTS = {
  [CriticalityLevel.Breaking]: "breaks",
  [CriticalityLevel.Dangerous]: "may surprise",
  [CriticalityLevel.NonBreaking]: "adds",
} as const;

/** All changes from one schema to the other, breaking ones first. */
export async function changesBetween(
  released: GraphQLSchema,
  current: GraphQLSchema,
): Promise<SchemaChange[]> {
  const differences = await diff(released, current);
  const changes = differences
    // What these directives declare is compared below.
    .filter(({ path }) => !/\.@(refusals|access)\b/.test(path ?? ""))
    .map(({ type, path, message, criticality }) => ({
      change: `${type} ${path ?? "schema"}`,
      message: `${message}.`,
      effect: EFFECTS[criticality.level],
    }));
  const order = Object.values(EFFECTS) as string[];
  const declared = [...changedRefusals(released, current), ...changedAccess(released, current)];
  return [...changes, ...declared].sort(
    (one, other) => order.indexOf(one.effect) - order.indexOf(other.effect),
  );
}

/**
 * The codes that were added to or removed from the declarations of mutations, which callers may match
 * exhaustively. Nothing is known of a mutation that is new, or whose refusals the release did not declare.
 */
function changedRefusals(released: GraphQLSchema, current: GraphQLSchema): SchemaChange[] {
  const before = declaredRefusals(released);
  return [...declaredRefusals(current)].flatMap(([mutation, codes]) => {
    const earlier = before.get(mutation) ?? codes;
    const added = codes.filter((code) => !earlier.includes(code));
    const removed = earlier.filter((code) => !codes.includes(code));
    return [
      ...added.map((code) => ({
        change: `REFUSAL_ADDED Mutation.${mutation}.${code}`,
        message: `${mutation} can be refused with ${code} now.`,
        effect: "may surprise" as const,
      })),
      ...removed.map((code) => ({
        change: `REFUSAL_REMOVED Mutation.${mutation}.${code}`,
        message: `${mutation} is never refused with ${code} any more.`,
        effect: "adds" as const,
      })),
    ];
  });
}

/** Each change in a line; a change that breaks nobody only counts in the line of its kind, unless all are wanted. */
export function describeChanges(changes: readonly SchemaChange[], wantsAll: boolean): string[] {
  const counts = new Map<string, number>();
  const lines: string[] = [];
  for (const { effect, change, message } of changes) {
    const kind = `${effect}: ${change.split(" ", 1)[0] ?? ""}`;
    if (wantsAll || effect === "breaks") lines.push(`${effect}: ${change}. ${message}`);
    else counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...lines, ...[...counts].map(([kind, count]) => `${kind} × ${count}`)];
}

/** The mutations that do not declare what they can be refused with. */
export function faultsOfRefusals(schema: GraphQLSchema): string[] {
  const declared = declaredRefusals(schema);
  return Object.keys(schema.getMutationType()?.getFields() ?? {})
    .filter((mutation) => !declared.has(mutation))
    .map((mutation) => `Mutation.${mutation} has no @refusals.`);
}

/** The faults of the changes: breaking changes without a note, and notes of the next version without their change. */
export function faultsOfChanges(
  changes: readonly SchemaChange[],
  notes: readonly MigrationNote[],
): string[] {
  const breaks = changes.filter(({ effect }) => effect === "breaks");
  const noted = notes.filter(({ version }) => version === NEXT);
  const unnoted = breaks.filter(({ change }) => !noted.some((note) => note.change === change));
  const idle = noted.filter(({ change }) => !breaks.some((it) => it.change === change));
  return [
    ...unnoted.map(
      ({ change, message }) =>
        `${message} This breaks callers of the released schema. Revert it (deprecate first), or, if ` +
        `it is intended, add to schema/migration-notes.json:\n` +
        JSON.stringify({ version: NEXT, change, why: "…", instead: "…" }),
    ),
    ...idle.map(
      ({ change }) =>
        `schema/migration-notes.json has a note on "${change}", but the schema has no such break.`,
    ),
  ];
}

/** The version after `version` for these changes, according to semver; null if nothing has changed. */
export function nextVersion(version: string, changes: readonly SchemaChange[]): string | null {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (changes.length === 0) return null;
  const isBreak = changes.some(({ effect }) => effect === "breaks");
  // Before 1.0.0, a breaking change increases the second number.
  if (major === 0) return isBreak ? `0.${minor + 1}.0` : `0.${minor}.${patch + 1}`;
  return isBreak ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
}
