import type { GraphQLEnumType, GraphQLSchema } from "graphql";
import {
  GRAPHQL_ROLES,
  policyOf,
  rolesIn,
  type Decision,
  type GraphqlRole,
} from "../src/graphql/access/policy.js";
import { table } from "./markdown.js";
import type { Reference } from "./reference.js";

const ROOTS = ["Query", "Mutation"];

/** The matrix of roles and all fields, arguments and input fields, in Markdown. */
export function accessPage(schema: GraphQLSchema, { sections }: Reference): string {
  const decisions = [...policyOf(schema).values()];
  const count = (kind: Decision["kind"]) => decisions.filter((it) => it.kind === kind).length;
  const numbers = [
    `${count("field")} fields`,
    `${count("argument")} arguments`,
    `${count("input field")} input fields`,
  ];
  const parts = [
    "<!-- Made by `npm run schema:docs` from @access in schema.graphql. Do not edit. -->",
    "# Who may use what",
    `A role may use what has a ✓ in its column. An operation that names anything else is refused as a whole, with status 403 and \`FORBIDDEN\`, before any part of it runs; \`extensions.coordinates\` says what is in the way. Which rows a role sees, and which it may change, is decided by the domain.`,
    table(["Role", ""], rolesOf(schema)),
    `An argument in parentheses has the roles of its field. ${numbers.join(", ")}: with ${GRAPHQL_ROLES.length} roles, ${(decisions.length * GRAPHQL_ROLES.length).toLocaleString("en")} decisions.`,
    ...sections.flatMap(({ title, types }) => {
      const isRoot = types.some(({ name }) => ROOTS.includes(name));
      const rows = types.flatMap(({ name }) =>
        rowsOf(decisions.filter(({ typeName }) => typeName === name)),
      );
      const head = [...(isRoot ? [] : ["Type"]), "Fields", ...GRAPHQL_ROLES];
      return rows.length === 0 ? [] : [`## ${title}`, table(head, rows)];
    }),
    "## What can be tested",
    "Who filters, searches or sorts by a field can learn its values without reading it. So whoever may use the left may read the right; the check holds it.",
    table(["With", "Fields"], testsOf(decisions)),
  ];
  return `${parts.join("\n\n")}\n`;
}

const rolesOf = (schema: GraphQLSchema): string[][] =>
  (schema.getType("Role") as GraphQLEnumType)
    .getValues()
    .map(({ name, description }) => [name, description ?? ""]);

/** The decisions on one type: a row for all that are alike, the widest first. */
function rowsOf(decisions: readonly Decision[]): string[][] {
  const fields = decisions.filter(({ kind }) => kind !== "argument");
  const rows = new Map<string, { names: string[]; roles: GraphqlRole[] }>();
  const add = (decision: Decision, name: string) => {
    const roles = rolesIn(decision.roles ?? 0);
    // Queries and mutations are looked for by name.
    const key = ROOTS.includes(decision.typeName) ? name : String(roles);
    const row = rows.get(key) ?? { names: [], roles };
    row.names.push(`\`${name}\``);
    rows.set(key, row);
  };
  for (const field of fields) {
    const all = decisions.filter(({ coordinate }) => coordinate.startsWith(`${field.coordinate}(`));
    const name = nameOf(field);
    const alike = all.filter(({ roles }) => roles === field.roles).map(argumentOf);
    add(field, alike.length > 0 ? `${name}(${alike.join(" ")})` : name);
    for (const argument of all.filter(({ roles }) => roles !== field.roles)) {
      add(argument, `${name}(${argumentOf(argument)})`);
    }
  }
  const type = decisions[0]?.typeName ?? "";
  const link = `[${type}](README.md#${type.toLowerCase()})`;
  return [...rows.values()].map(({ names, roles }, index) => [
    ...(ROOTS.includes(type) ? [] : [index === 0 ? link : ""]),
    names.join(" "),
    ...GRAPHQL_ROLES.map((role) => (roles.includes(role) ? "✓" : "–")),
  ]);
}

/** `email` of Patient.email. */
const nameOf = ({ coordinate, typeName }: Decision): string =>
  coordinate.slice(typeName.length + 1);

/** `search:` of Query.patients(search:). */
const argumentOf = ({ coordinate }: Decision): string =>
  coordinate.slice(coordinate.indexOf("(") + 1, -1);

/** What tests fields, and these; input fields of one type that test the same are in one row. */
function testsOf(decisions: readonly Decision[]): string[][] {
  const rows = new Map<string, { names: string[]; tests: readonly string[] }>();
  for (const decision of decisions) {
    const { kind, coordinate, typeName, tests } = decision;
    if (tests.length === 0) continue;
    const key = kind === "argument" ? coordinate : `${typeName} ${tests.join(" ")}`;
    const row = rows.get(key) ?? { names: [], tests };
    row.names.push(`\`${coordinate}\``);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ names, tests }) => [
    names.join(" "),
    tests.map((test) => `\`${test}\``).join(" "),
  ]);
}
