import {
  Kind,
  print,
  stripIgnoredCharacters,
  visit,
  type DocumentNode,
  type SelectionSetNode,
} from "graphql";
import { sha256 } from "../src/common/sha256.js";
import type { Operation } from "./operations.js";

/** The format of Apollo's persisted query manifests. */
interface Manifest {
  format: "apollo-persisted-query-manifest";
  version: 1;
  operations: { id: string; name: string; type: Operation["kind"]; body: string }[];
}

/**
 * The manifest of trusted documents. It contains each operation as printed, as clients with a normalised cache send it,
 * with `__typename` in every object, and without ignored characters, as the fetch client of client/ sends it. The id is the
 * SHA-256 of the body.
 */
export function manifestOf(operations: readonly Operation[]): string {
  const entries = operations.flatMap(({ name, kind, document }) =>
    [print(document), print(withTypeNames(document)), stripIgnoredCharacters(print(document))].map(
      (body) => ({ id: sha256(body), name, type: kind, body }),
    ),
  );
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const manifest: Manifest = {
    format: "apollo-persisted-query-manifest",
    version: 1,
    operations: [...byId.values()],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Adds `__typename` to the end of every selection except the root, as Apollo Client and urql do. */
export function withTypeNames(document: DocumentNode): DocumentNode {
  const field = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } } as const;
  const hasOne = ({ selections }: SelectionSetNode) =>
    selections.some((it) => it.kind === Kind.FIELD && it.name.value.startsWith("__"));
  return visit(document, {
    SelectionSet: (node, _key, parent) => {
      const owner = Array.isArray(parent) ? undefined : (parent as { kind?: Kind } | undefined);
      if (owner?.kind === Kind.OPERATION_DEFINITION || hasOne(node)) return undefined;
      return { ...node, selections: [...node.selections, field] };
    },
  });
}
