import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OperationTypeNode, parse, type OperationDefinitionNode } from "graphql";
import type { UseCases } from "../domain/index.js";
import { projectRoot } from "../common/project-root.js";
import { EMPTY_CLINIC, fillPlaceholders } from "./placeholders.js";

const FOLDER = join(projectRoot, "examples/operations");

/** An operation that runs on the demo clinic without changes. */
export interface Example {
  /** The name of the operation. */
  name: string;
  group: "queries" | "mutations" | "refusals";
  /** What the example demonstrates. */
  description: string;
  /** The document, including its comment. */
  query: string;
  /** The variables, as JSON. */
  variables: string;
}

/** The examples of the folder `examples/operations`, with their placeholders, sorted by group and then by name. */
export function readExamples(): Example[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".graphql"));
  const examples = files.map((file) => {
    const query = readFileSync(join(FOLDER, file), "utf8");
    const [operation] = parse(query).definitions as OperationDefinitionNode[];
    const isQuery = operation?.operation === OperationTypeNode.QUERY;
    const group = file.startsWith("refused-") ? "refusals" : isQuery ? "queries" : "mutations";
    return {
      name: operation?.name?.value ?? file,
      group,
      description: commentOf(query),
      query,
      variables: readFileSync(join(FOLDER, file.replace(/graphql$/, "json")), "utf8"),
    } as const;
  });
  const order = ["queries", "mutations", "refusals"];
  return examples.sort(
    (one, other) =>
      order.indexOf(one.group) - order.indexOf(other.group) || (one.name < other.name ? -1 : 1),
  );
}

/** Replaces the placeholders of the examples by current data. @param domain null for the data of an empty clinic. */
export async function fillExamples(
  examples: readonly Example[],
  domain: UseCases | null,
): Promise<Example[]> {
  const filled = await fillPlaceholders(
    examples.map(({ variables }) => variables),
    domain ?? EMPTY_CLINIC,
  );
  return examples.map((example, index) => ({ ...example, variables: filled[index] ?? "{}" }));
}

/** The comment at the beginning of a document. */
function commentOf(query: string): string {
  const lines = query.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("#"));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^# ?/, ""))
    .join(" ");
}
