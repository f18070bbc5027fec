import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  getOperationAST,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type FieldNode,
  type SelectionSetNode,
} from "graphql";
import { projectRoot } from "../../src/common/project-root.js";
import { declaredRefusals } from "../../src/graphql/declared-refusals.js";

export const schema = buildSchema(readFileSync(join(projectRoot, "schema.graphql"), "utf8"));

const DECLARED = declaredRefusals(schema);

/**
 * Each code in the `userErrors` of an answer that its mutation does not declare with `@refusals`, in a
 * sentence. Only answers to a mutation whose text is in the request's body are looked at.
 */
export function undeclaredRefusals(body: unknown, data: unknown): string[] {
  // A document without data in its response may be invalid, with fragments that spread themselves.
  const document = isObject(data) ? documentIn(body) : undefined;
  const operation = document && getOperationAST(document, operationNameIn(body));
  if (!document || operation?.operation !== OperationTypeNode.MUTATION) return [];
  const select = (set: SelectionSetNode | undefined) => fieldsOf(set, document);
  return select(operation.selectionSet).flatMap((mutation) =>
    select(mutation.selectionSet)
      .filter(isNamed("userErrors"))
      .flatMap((userErrors) => {
        const errors = valuesOf(valuesOf([data], mutation).flat(), userErrors).flat();
        const codes = select(userErrors.selectionSet).filter(isNamed("code"));
        return codes.flatMap((code) => valuesOf(errors, code));
      })
      .filter((code) => !DECLARED.get(mutation.name.value)?.includes(String(code)))
      .map((code) => `${mutation.name.value} answers ${String(code)}, which it does not declare.`),
  );
}

/** The document whose text is in a request's body; undefined where there is none that can be parsed. */
function documentIn(body: unknown): DocumentNode | undefined {
  if (!isObject(body) || typeof body["query"] !== "string") return undefined;
  try {
    return parse(body["query"]);
  } catch {
    return undefined;
  }
}

const operationNameIn = (body: unknown): string | null => {
  const name = isObject(body) ? body["operationName"] : null;
  return typeof name === "string" && name !== "" ? name : null;
};

/** The fields of a selection, those of its fragments too. */
function fieldsOf(set: SelectionSetNode | undefined, document: DocumentNode): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION &&
        definition.name.value === selection.name.value,
    );
    return fieldsOf(
      fragment && "selectionSet" in fragment ? fragment.selectionSet : undefined,
      document,
    );
  });
}

const isNamed =
  (wanted: string) =>
  ({ name }: FieldNode): boolean =>
    name.value === wanted;

/** What the objects among the values have in a field, which may have another name in the answer. */
function valuesOf(values: readonly unknown[], { name, alias }: FieldNode): unknown[] {
  const key = (alias ?? name).value;
  // An alias may be the name of a property that every object inherits.
  const objects = values.filter(isObject).filter((value) => Object.hasOwn(value, key));
  return objects.map((value) => value[key]).filter((value) => value !== null);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
