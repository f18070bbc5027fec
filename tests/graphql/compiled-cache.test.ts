import { compileQuery } from "graphql-jit";
import { expect, vi } from "vitest";
import { test } from "../support/clinic.js";

vi.mock("graphql-jit", async (importOriginal) => {
  const jit = await importOriginal<typeof import("graphql-jit")>();
  return { ...jit, compileQuery: vi.fn(jit.compileQuery) };
});

const timesCompiled = (name: string): number =>
  vi.mocked(compileQuery).mock.calls.filter(([, , operation]) => operation === name).length;

test("an operation that is used again and again stays compiled, whatever else is sent", async ({
  api,
}) => {
  const fields = Array.from({ length: 190 }, (_, index) => `a${index}: hasNextPage`).join(" ");
  const send = async (name: string) => {
    const query = `query ${name} { doctors(first: 1) { pageInfo { ${fields} } } }`;
    expect((await api.send({ query })).errors).toBeUndefined();
  };
  // Each is compiled at its second use; about 17 of this size are kept.
  for (const name of ["Used", "Unused"]) for (const _ of [1, 2]) await send(name);
  for (let index = 0; index < 40; index += 1) {
    for (const _ of [1, 2]) await send(`Other${index}`);
    await send("Used");
  }
  expect([timesCompiled("Used"), timesCompiled("Other0")]).toEqual([1, 1]);
  await send("Unused");
  expect(timesCompiled("Unused")).toBe(2);
});
