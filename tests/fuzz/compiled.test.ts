import fc from "fast-check";
import { Kind, OperationTypeNode, parse, validate, type DocumentNode } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isCompilable } from "../../src/graphql/compiled/compilable.js";
import { planOf } from "../../src/graphql/limits/request-plan.js";
import { openApi, type Api } from "../support/api.js";
import { fuzzParameters } from "../support/fuzz.js";
import { ask, expectSameAnswer } from "./answers.js";
import { choicesOf, generators } from "./choices.js";
import { randomOperation } from "./documents.js";
import { plantClinic, schema, type Planted } from "./planted.js";

/** A document is compiled when it comes again. */
const TIMES = 3;

let planted: Planted;
let compiled: Api;
let interpreted: Api;

beforeAll(async () => {
  planted = await plantClinic();
  // Free times and refusals depend on the time of the request.
  const time = new Date();
  const now = () => time;
  compiled = await openApi({ db: planted.db, now });
  interpreted = await openApi({ db: planted.db, now, compilesQueries: false });
});

afterAll(async () => {
  await compiled.close();
  await interpreted.close();
  await planted.close();
});

/** Sends an operation to both servers, and expects that they answer the same each time. */
async function compare(payload: object): Promise<void> {
  const expected = await ask(interpreted, payload);
  for (let time = 1; time <= TIMES; time += 1) {
    const why = `The answer to request ${time}: ${JSON.stringify(payload)}`;
    expectSameAnswer(await ask(compiled, payload), expected, why);
  }
}

const hasCompilable = (document: DocumentNode): boolean =>
  document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === OperationTypeNode.QUERY &&
      isCompilable(schema, definition, planOf(schema, document, definition), { isTrusted: false }),
  );

describe("a compiled query", () => {
  it("has the same result as the interpreter", { timeout: 900_000 }, async () => {
    let valid = 0;
    let compilable = 0;
    const parameters = fuzzParameters(3_000);
    await fc.assert(
      fc.asyncProperty(generators, async (generate) => {
        const operation = randomOperation(choicesOf(generate), schema, planted.pool);
        const { query, variables, operationNames } = operation;
        const document = parse(query);
        if (validate(schema, document).length === 0) valid += 1;
        if (hasCompilable(document)) compilable += 1;
        for (const operationName of operationNames) {
          await compare({ query, variables, operationName });
        }
      }),
      parameters,
    );
    expect(valid).toBeGreaterThan(0.9 * parameters.numRuns);
    // Else there would be nothing to compare.
    expect(compilable).toBeGreaterThan(0.15 * parameters.numRuns);
  });

  it.each([
    [
      "a field that another's path ends with",
      `{ doctor(by: {databaseId: 1}) { appointments { nodes { cancellationReason } } } appointments_doctor: doctors { nodes { id } } }`,
      {},
    ],
    [
      "an alias that JavaScript reads as the prototype",
      "{ __proto__: __typename doctors { __proto__: totalCount } }",
      {},
    ],
    [
      "a variable that JavaScript reads as the prototype",
      "query ($__proto__: Int) { doctors(first: 1) { totalCount } doctor(by: {databaseId: 1}) { appointments(first: $__proto__) { nodes { id } } } }",
      JSON.parse('{"__proto__": 1}'),
    ],
    [
      "a non-null variable with a default",
      "query ($first: Int! = 2) { doctors(first: $first) { nodes { id } } }",
      {},
    ],
    [
      "a variable of an inherited name that is left out",
      "query ($toString: String) { doctors(after: $toString) { totalCount } }",
      {},
    ],
    [
      "null for a variable in a list",
      "query ($status: AppointmentStatus = BOOKED) { appointments(filter: {status: [$status]}) { totalCount } }",
      { status: null },
    ],
    [
      "a time as a variable's default",
      `query ($from: DateTime = "2000-01-01T00:00:00Z") { appointments(filter: {startsFrom: $from}) { totalCount } }`,
      {},
    ],
    [
      "a fragment that is reached by two ways",
      `query ($d: Boolean!) { doctor(by: {databaseId: 1}) { ...Detail @include(if: $d) ...Card } } fragment Card on Doctor { id fullName } fragment Detail on Doctor { ...Card specialty }`,
      { d: false },
    ],
    [
      "null for a condition",
      "query ($if: Boolean = true) { doctors { totalCount @include(if: $if) } }",
      { if: null },
    ],
    [
      "a field that is skipped and selected again",
      "{ doctors { totalCount @skip(if: true) __typename totalCount } }",
      {},
    ],
    [
      "several errors below one null",
      `{ doctor(by: {databaseId: 1}) { a: appointments(first: 0) { totalCount } b: appointments(first: 0) { totalCount } } }`,
      {},
    ],
    [
      "null for a size that has a default",
      "query ($first: Int) { doctors(first: $first) { totalCount } }",
      { first: null },
    ],
    [
      "errors in several places",
      `{ a: node(id: "x") { id } doctors(first: 2) { nodes { id } } b: doctor(by: {id: "x"}) { id } }`,
      {},
    ],
  ])("has the same result as the interpreter with %s", async (_what, query, variables: unknown) => {
    await compare({ query, variables });
  });

  it("never runs code of a caller", async () => {
    const marker = "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d";
    const run = `${marker}(globalThis.written = true, 0)`;
    for (const query of [
      `{ patients(search: "${run}") { totalCount } }`,
      `{ patients(search: """${run}""") { totalCount } }`,
      `{ doctors(filter: { name: "${run}" }) { totalCount } }`,
      `{ nodes(ids: ["${run}"]) { id } }`,
      `query ($name: String = "${run}") { doctors(filter: { name: $name }) { totalCount } }`,
    ]) {
      await compare({ query });
    }
    expect(globalThis).not.toHaveProperty("written");
  });
});
