import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import {
  changesBetween,
  describeChanges,
  faultsOfChanges,
  faultsOfRefusals,
  nextVersion,
} from "../../schema/changes.js";
import { deprecationsOf, faultsOfDeprecations, overdue } from "../../schema/deprecations.js";
import { readMigrationNotes } from "../../schema/migration-notes.js";

const SDL = `
  enum Status { OPEN CLOSED }
  input Search @oneOf { id: ID name: String }
  input Filter { name: String }
  type Query { doctor(by: Search!): Doctor doctors(filter: Filter, first: Int! = 20): [Doctor!]! }
  type Doctor { id: ID! name: String! status: Status! }
  directive @refusals(codes: [Code!]!) on FIELD_DEFINITION
  enum Code { GONE STALE }
  type Mutation { remove(id: ID!): ID @refusals(codes: [GONE]) }
`;

/** The changes that replacing a part of the schema makes. */
function changes(part: string, other: string) {
  expect(SDL).toContain(part);
  return changesBetween(buildSchema(SDL), buildSchema(SDL.replace(part, other)));
}

const BREAKS: [what: string, part: string, other: string, change: string][] = [
  ["a field is gone", "name: String! status", "status", "FIELD_REMOVED Doctor.name"],
  ["a field may be null", "name: String!", "name: String", "FIELD_TYPE_CHANGED Doctor.name"],
  [
    "a field is another type",
    "status: Status!",
    "status: Int!",
    "FIELD_TYPE_CHANGED Doctor.status",
  ],
  ["a value is gone", "OPEN CLOSED", "OPEN", "ENUM_VALUE_REMOVED Status.CLOSED"],
  ["an argument is gone", "filter: Filter, ", "", "FIELD_ARGUMENT_REMOVED Query.doctors.filter"],
  [
    "an argument must be given",
    "filter: Filter,",
    "filter: Filter!,",
    "FIELD_ARGUMENT_TYPE_CHANGED Query.doctors.filter",
  ],
  [
    "an input wants more",
    "input Filter { name: String }",
    "input Filter { name: String city: String! }",
    "INPUT_FIELD_ADDED Filter.city",
  ],
  [
    "an input takes one field alone",
    "input Filter {",
    "input Filter @oneOf {",
    "DIRECTIVE_USAGE_INPUT_OBJECT_ADDED Filter.@oneOf",
  ],
];

const NO_BREAKS: [what: string, part: string, other: string][] = [
  ["a field is added", "name: String! status", "name: String! city: String status"],
  ["an optional argument is added", "first:", "after: String, first:"],
  ["a value is added", "OPEN CLOSED", "OPEN CLOSED LOST"],
  [
    "a field is deprecated",
    "name: String! status",
    `name: String! @deprecated(reason: "x") status`,
  ],
  ["an argument need not be given", "by: Search!", "by: Search"],
];

describe("a change of the schema", () => {
  it.for(BREAKS)("breaks callers where %s", async ([, part, other, change]) => {
    const found = await changes(part, other);
    expect(found).toContainEqual(expect.objectContaining({ change, effect: "breaks" }));
    const [fault] = faultsOfChanges(found, []);
    expect(fault).toContain(change);
    expect(fault).toContain("schema/migration-notes.json");
  });

  it.for(NO_BREAKS)("breaks nobody where %s", async ([, part, other]) => {
    expect(faultsOfChanges(await changes(part, other), [])).toEqual([]);
  });

  it("may surprise callers where a mutation is refused with one more code", async () => {
    expect(await changes("[GONE]", "[GONE, STALE]")).toEqual([
      {
        change: "REFUSAL_ADDED Mutation.remove.STALE",
        message: "remove can be refused with STALE now.",
        effect: "may surprise",
      },
    ]);
    expect(await changes("[GONE]", "[STALE]")).toMatchObject([
      { change: "REFUSAL_ADDED Mutation.remove.STALE", effect: "may surprise" },
      { change: "REFUSAL_REMOVED Mutation.remove.GONE", effect: "adds" },
    ]);
  });

  it("surprises nobody where a mutation declares its refusals for the first time", async () => {
    const released = buildSchema(SDL.replace(" @refusals(codes: [GONE])", ""));
    expect(await changesBetween(released, buildSchema(SDL))).toEqual([]);
  });

  it("leaves no mutation without a declaration of its refusals", () => {
    expect(faultsOfRefusals(buildSchema(SDL))).toEqual([]);
    expect(faultsOfRefusals(buildSchema(SDL.replace("@refusals(codes: [GONE])", "")))).toEqual([
      "Mutation.remove has no @refusals.",
    ]);
  });

  it("may break callers if there is a note, and a note must have its break", async () => {
    const note = {
      version: "next",
      change: "FIELD_REMOVED Doctor.name",
      why: "Doctors have two names now.",
      instead: "Ask for firstName and lastName.",
    };
    const gone = await changes("name: String! status", "status");
    expect(faultsOfChanges(gone, [note])).toEqual([]);
    expect(faultsOfChanges(gone, [{ ...note, version: "0.1.0" }])).toHaveLength(1);
    expect(faultsOfChanges([], [note])).toEqual([
      `schema/migration-notes.json has a note on "${note.change}", but the schema has no such break.`,
    ]);
  });

  it("is counted with others of its kind, unless it breaks or all are wanted", async () => {
    const found = [
      ...(await changes("OPEN CLOSED", "OPEN CLOSED LOST LATE")),
      ...(await changes("[GONE]", "[GONE, STALE]")),
      ...(await changes("name: String! status", "status")),
    ];
    expect(describeChanges(found, false)).toEqual([
      expect.stringMatching(/^breaks: FIELD_REMOVED Doctor\.name\. .+/),
      "may surprise: ENUM_VALUE_ADDED × 2",
      "may surprise: REFUSAL_ADDED × 1",
    ]);
    const all = describeChanges(found, true);
    expect(all).toHaveLength(4);
    expect(all).toContainEqual(expect.stringContaining("ENUM_VALUE_ADDED Status.LATE."));
  });

  it("determines the next version: breaks increase a higher number", async () => {
    const adds = await changes("OPEN CLOSED", "OPEN CLOSED LOST");
    const breaks = await changes("OPEN CLOSED", "OPEN");
    expect(nextVersion("0.1.9", adds)).toBe("0.1.10");
    expect(nextVersion("0.1.9", breaks)).toBe("0.2.0");
    expect(nextVersion("1.4.2", adds)).toBe("1.5.0");
    expect(nextVersion("1.4.2", breaks)).toBe("2.0.0");
    expect(nextVersion("1.4.2", [])).toBeNull();
  });
});

describe("a migration note", () => {
  it("must say what breaks, when, why and what to do instead", () => {
    const bad = [{ version: "soon", change: "Doctor.name", why: "", instead: "Ask for both." }];
    expect(() => readMigrationNotes(JSON.stringify(bad))).toThrow(
      /0\.version: .*\n {2}0\.change: .*\n {2}0\.why: /,
    );
  });
});

describe("a deprecation", () => {
  const of = (reason: string) =>
    deprecationsOf(buildSchema(`type Query { a: Int @deprecated(reason: "${reason}") b: Int }`));

  it("needs what to do instead and a day that there is", () => {
    expect(faultsOfDeprecations(of("Use b instead. It stays until 2027-01-31."))).toEqual([]);
    for (const reason of [
      "Use b instead.",
      "Until 2027-01-31",
      "Use b instead. It stays until 2027-02-31.",
      "Use b instead. It stays until January.",
    ]) {
      expect(faultsOfDeprecations(of(reason)), reason).toHaveLength(1);
    }
    expect(faultsOfDeprecations(of("Soon."))[0]).toMatch(/^Query\.a is deprecated without/);
  });

  it("is looked for in fields, arguments, inputs and values", () => {
    const reason = `@deprecated(reason: "Use x.")`;
    const schema = buildSchema(`
      type Query { a(b: Int ${reason}, c: In): E }
      input In { d: Int ${reason} }
      enum E { F ${reason} G }
    `);
    expect(deprecationsOf(schema).map(({ place }) => place)).toEqual([
      "Query.a(b:)",
      "In.d",
      "E.F",
    ]);
  });

  it("is overdue after its day", () => {
    const deprecations = of("Use b instead. It stays until 2027-01-31.");
    expect(overdue(deprecations, new Date("2027-01-31T23:00:00Z"))).toEqual([]);
    expect(overdue(deprecations, new Date("2027-02-01T00:00:00Z"))).toHaveLength(1);
  });
});
