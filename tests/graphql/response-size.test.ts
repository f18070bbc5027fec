import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_BYTES, stringifyWithin } from "../../src/graphql/plugins/response-size.js";
import { test } from "../support/clinic.js";

const written = async (value: unknown, most = Infinity) =>
  (await stringifyWithin(value, most))?.toString();

describe("a large response", () => {
  it("is the same text as that of JSON.stringify", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await written(value)).toBe(JSON.stringify(value));
        // Often enough to be written in parts.
        const values = Array.from({ length: 600 }, (_, index) => (index % 7 ? value : [value]));
        expect(await written({ values })).toBe(JSON.stringify({ values }));
      }),
      { numRuns: 200 },
    );
    const value = { errors: undefined, data: [null, undefined, {}, [], { a: undefined, b: [] }] };
    expect(await written(value)).toBe(JSON.stringify(value));
  });

  it("lets other requests run while it is written", async () => {
    let turns = 0;
    const count = setInterval(() => (turns += 1), 0);
    const rows = Array.from({ length: 20_000 }, (_, id) => ({ id, text: "x".repeat(50) }));
    expect(await written(rows)).toBe(JSON.stringify(rows));
    clearInterval(count);
    expect(turns).toBeGreaterThan(2);
  });

  it("is abandoned as soon as it exceeds the maximum of bytes", async () => {
    const value = { list: ["äbc", { name: "d" }] };
    const length = Buffer.byteLength(JSON.stringify(value));
    expect(await written(value, length)).toBe(JSON.stringify(value));
    expect(await stringifyWithin(value, length - 1)).toBeNull();
  });

  test("is replaced by an error", async ({ api, clinic }) => {
    // As long as it may be, and longer on the wire: each of these needs a backslash.
    const reason = '"'.repeat(500);
    const { id, doctorId } = await clinic.book({});
    await api.domain.appointments.cancel({ appointmentId: id, reason });
    const aliases = Array.from({ length: 480 }, (_, index) => `a${index}: cancellationReason`);
    const ids = Array.from({ length: 100 }, () => `apt_${id}`);
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Appointment { ${aliases.join(" ")} } } }`;
    const { status, data, errors } = await api.send({ query, variables: { ids } });
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: "ANSWER_TOO_LARGE" }]);
    const few = await api.send({ query, variables: { ids: ids.slice(0, 8) } });
    expect(few.status).toBe(200);
    expect(JSON.stringify(few.data).length).toBeLessThan(MAX_BYTES);
    expect(doctorId).toBeGreaterThan(0);
  });

  test.for([
    ["with few values", "\u{1f600}", 39],
    ["with many", "\u4e00", 45],
  ] as const)("is measured in bytes, %s", async ([_how, character, count], { api, clinic }) => {
    const { id } = await clinic.book({});
    await api.domain.appointments.cancel({ appointmentId: id, reason: character.repeat(500) });
    const aliases = Array.from({ length: count }, (_, index) => `a${index}: cancellationReason`);
    const ids = Array.from({ length: 90 }, () => `apt_${id}`);
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Appointment { ${aliases.join(" ")} } } }`;
    const large = await api.send({ query, variables: { ids } });
    expect(large.status).toBe(400);
    expect(large.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: "ANSWER_TOO_LARGE" },
    ]);
    const few = await api.send({ query, variables: { ids: ids.slice(0, 45) } });
    expect(few.status).toBe(200);
    expect(few.data?.["nodes"]).toHaveLength(45);
    expect(Buffer.byteLength(JSON.stringify(few.data))).toBeLessThan(MAX_BYTES);
  });
});
