import { buildSchema, Kind, parse } from "graphql";
import { compileQuery } from "graphql-jit";
import { expect, test } from "vitest";
import { CompiledQueries } from "../../src/graphql/compiled/compiled-queries.js";
import { planOf } from "../../src/graphql/limits/request-plan.js";

const schema = buildSchema("type Query { yes: Boolean }");

/** A query with a number of fields. */
function queryOf(fields: number, { isTrusted = false } = {}) {
  const names = Array.from({ length: fields }, (_, index) => `a${index}: yes`);
  const document = parse(`{ ${names.join(" ")} }`);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("Not an operation");
  return { schema, document, operation, plan: planOf(schema, document, operation), isTrusted };
}

type TestQuery = ReturnType<typeof queryOf>;

/** Compiled queries that count how many times each is compiled. */
function counted() {
  const compiled: unknown[] = [];
  const queries = new CompiledQueries((...args) => {
    compiled.push(args[1]);
    return compileQuery(...args);
  });
  return {
    use: (query: TestQuery) => queries.of(query.operation, () => query) !== null,
    timesCompiled: ({ document }: TestQuery) => compiled.filter((one) => one === document).length,
  };
}

test("a query is compiled at its second use, and a trusted one at its first", () => {
  const { use, timesCompiled } = counted();
  const query = queryOf(3);
  const trusted = queryOf(3, { isTrusted: true });
  expect([use(query), use(query), use(query), timesCompiled(query)]).toEqual([
    false,
    true,
    true,
    1,
  ]);
  expect([use(trusted), use(trusted), timesCompiled(trusted)]).toEqual([true, true, 1]);
});

test("a query that is used again and again stays compiled, whatever else is sent", () => {
  const { use, timesCompiled } = counted();
  const [used, unused] = [queryOf(500), queryOf(500)];
  // About 19 queries of this size are kept.
  const others = Array.from({ length: 40 }, () => queryOf(500));
  for (const query of [used, unused]) for (const _ of [1, 2]) use(query);
  for (const other of others) {
    for (const _ of [1, 2]) use(other);
    use(used);
  }
  expect([used, ...others].map(timesCompiled)).toEqual([used, ...others].map(() => 1));
  use(unused);
  expect(timesCompiled(unused)).toBe(2);
});
