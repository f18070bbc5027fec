import { readFileSync } from "node:fs";
import {
  buildSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  parse,
  type DocumentNode,
  type OperationDefinitionNode,
} from "graphql";
import { describe, expect, it } from "vitest";
import { knownCostOf } from "../../src/graphql/plugins/admission.js";
import { isPage, MAX_NAME_BYTES, MAX_VALUES } from "../../src/graphql/limits/cost-rule.js";
import { planOf } from "../../src/graphql/limits/request-plan.js";

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));

function costOf(document: DocumentNode, variables: Record<string, unknown> = {}) {
  const operation = document.definitions[0] as OperationDefinitionNode;
  return knownCostOf(schema, operation, planOf(schema, document, operation), variables);
}
const valuesOf = (query: string, variables: Record<string, unknown> = {}): number =>
  costOf(parse(query), variables).values;

const PAGE_FIELD = 20;
const LOOKUP = 5;

describe("the cost of an operation", () => {
  it("counts each value once, with any alias", () => {
    expect(valuesOf(`{ patient(by: { databaseId: 1 }) { id a: id b: id } }`)).toBe(LOOKUP + 3);
    expect(
      valuesOf(`{ patient(by: { databaseId: 1 }) { ...F } } fragment F on Patient { id a: id }`),
    ).toBe(LOOKUP + 2);
  });

  it("counts the selection in free times and working times for each that may be found", () => {
    const until = 'until: "2030-01-01T00:00:00Z"';
    const times = (field: string, selection: string) =>
      valuesOf(`{ doctor(by: { databaseId: 1 }) { ${field} { times { ${selection} } } } }`);
    expect(times(`workingTimes(${until}, first: 500)`, "startsAt endsAt")).toBe(
      LOOKUP + 100 + 1_000,
    );
    const free = `freeTimes(${until}, durationMinutes: 30, first: 500)`;
    expect(times(free, "startsAt")).toBe(LOOKUP + 200 + 500);
    expect(times(free, `doctor { ${free} { times { startsAt } } }`)).toBeGreaterThan(MAX_VALUES);
  });

  it("knows all lists whose size an argument of the field above says", () => {
    const pages = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .flatMap((type) => Object.values(type.getFields()))
      .filter(
        ({ args, type }) =>
          args.some(({ name }) => name === "first") && !isListType(getNullableType(type)),
      )
      .map(({ type }) => getNamedType(type).name);
    expect(pages.filter((name) => !isPage(name))).toEqual([]);
  });

  it("counts the selection in a page for each item that the page may have", () => {
    expect(valuesOf("{ doctors(first: 7) { nodes { id fullName } } }")).toBe(PAGE_FIELD + 14);
    expect(valuesOf("{ doctors { edges { cursor node { id } } } }")).toBe(PAGE_FIELD + 40);
    expect(valuesOf("{ doctors(first: 7) { pageInfo { endCursor } } }")).toBe(PAGE_FIELD + 1);
    expect(
      valuesOf("{ doctors(first: 3) { nodes { appointments(first: 5) { nodes { id } } } } }"),
    ).toBe(PAGE_FIELD + 3 * (LOOKUP + 5));
    expect(valuesOf('{ nodes(ids: ["pat_1", "pat_2"]) { id } }')).toBe(2);
  });

  it("uses the variables for page sizes and for skipped fields", () => {
    const document = parse(
      "query ($n: Int!, $yes: Boolean!) { doctors(first: $n) { nodes { id fullName @include(if: $yes) } } }",
    );
    expect(costOf(document, { n: 10, yes: true }).values).toBe(PAGE_FIELD + 20);
    expect(costOf(document, { n: 10, yes: false }).values).toBe(PAGE_FIELD + 10);
    expect(costOf(document, { n: 50, yes: false }).values).toBe(PAGE_FIELD + 50);
  });

  it("lets a hundred doctors with a hundred appointments each and both people pass", () => {
    const query = `{ doctors(first: 100) { nodes { appointments(first: 100) { nodes {
      startsAt endsAt patient { fullName } doctor { fullName } } } } } }`;
    expect(valuesOf(query)).toBeLessThanOrEqual(MAX_VALUES);
  });

  it("lets the introspection of all tools pass", () => {
    const all = {
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    };
    expect(valuesOf(getIntrospectionQuery(all))).toBeLessThanOrEqual(MAX_VALUES);
  });

  it.each([
    ["ten thousand aliases of values", `{ doctors(first: 100) { nodes { ${alias(600, "id")} } } }`],
    ["eleven counts of the whole clinic", `{ ${alias(11, "appointments { totalCount }")} }`],
    ["twenty searches", `{ ${alias(20, 'patients(search: "a", first: 1) { nodes { id } }')} }`],
    [
      "counts of a search",
      `{ ${alias(8, 'patients(search: "a", first: 1) { totalCount nodes { id } }')} }`,
    ],
    [
      "a schema that is read again and again",
      `{ ${alias(80, "__schema { types { fields { type { fields { name } } } } }")} }`,
    ],
    [
      "pages within pages within pages",
      "{ doctors(first: 100) { nodes { appointments(first: 100) { nodes { patient { appointments(first: 100) { nodes { id } } } } } } } }",
    ],
  ])("does not let %s pass", (_what, query) => {
    expect(valuesOf(query)).toBeGreaterThan(MAX_VALUES);
  });

  it("counts ten for each mutation, in addition to its result", () => {
    const cancel = 'cancelAppointment(input: { appointmentId: "apt_1" }) { appointment { id } }';
    expect(valuesOf(`mutation { a: ${cancel} b: ${cancel} }`)).toBe(22);
  });

  it("counts the names of fields for each time that they are in the response", () => {
    const name = "a".repeat(30_000);
    const query = `{ doctors(first: 100) { nodes { ${name}: id } } }`;
    expect(costOf(parse(query)).nameBytes).toBeGreaterThan(MAX_NAME_BYTES);
  });

  it("of fragments that double fifty times is computed at once", () => {
    const fragments = Array.from({ length: 50 }, (_, index) => {
      const inner = `nodes { patient { appointments(first: 1) { ...F${index + 1} } } }`;
      return `fragment F${index} on AppointmentConnection { a: ${inner} b: ${inner} }`;
    });
    const last = "fragment F50 on AppointmentConnection { totalCount }";
    const document = parse(`{ appointments(first: 1) { ...F0 } } ${fragments.join(" ")} ${last}`);
    expect(costOf(document).values).toBeGreaterThan(2 ** 50);
  });
});

function alias(count: number, field: string): string {
  return Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(" ");
}
