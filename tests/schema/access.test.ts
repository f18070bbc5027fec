import { readFileSync } from "node:fs";
import { buildSchema, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { changedAccess, faultsOfAccess, faultsOfUnrunnable } from "../../schema/access.js";
import { changesBetween, faultsOfChanges } from "../../schema/changes.js";
import { MADE_OF } from "../../schema/made-of.js";
import { readMigrationNotes } from "../../schema/migration-notes.js";
import { faultsOfRules, USE_CASES, type Rules } from "../../schema/use-cases.js";
import { policyOf } from "../../src/graphql/access/policy.js";

const SDL = readFileSync("schema.graphql", "utf8");
const FOUR = "@access(roles: [ADMIN, STAFF, DOCTOR, PATIENT])";

/** The schema with a part replaced by another. */
function edited(part: string, other: string) {
  if (!SDL.includes(part)) throw new Error(`schema.graphql has no ${part}`);
  return buildSchema(SDL.replace(part, other));
}

/** In a type, a field with other roles. */
const narrowed = (type: string, field: string, roles: string) => {
  const from = SDL.indexOf(`\ntype ${type} `);
  const before = SDL.slice(0, from);
  const after = SDL.slice(from).replace(`  ${field}\n`, `  ${field} @access(roles: [${roles}])\n`);
  return buildSchema(before + after);
};

const BROKEN: [why: string, schema: () => ReturnType<typeof buildSchema>, fault: string][] = [
  [
    "a type decides on none of its fields",
    () => edited(`type Interval ${FOUR}`, "type Interval"),
    "Interval.startsAt: no @access decides who may use it.",
  ],
  [
    "a query has no decision of its own",
    () =>
      edited(
        "viewer: Viewer! @access(roles: [ADMIN, STAFF, DOCTOR, PATIENT, AUDITOR])",
        "viewer: Viewer!",
      ),
    "Query.viewer has no @access of its own.",
  ],
  [
    "a mutation relies on its type",
    () =>
      buildSchema(
        SDL.replace("type Mutation {", "type Mutation @access(roles: [ADMIN]) {").replace(
          /(\): HoldTimePayload)\s+@access\(roles: \[[^\]]*\]\)/,
          "$1",
        ),
      ),
    "Mutation.holdTime has no @access of its own.",
  ],
  [
    "a field is for nobody",
    () => narrowed("Interval", "startsAt: DateTime!", ""),
    "Interval.startsAt: no role may use it.",
  ],
  [
    "a field has a role that its type has not",
    () => narrowed("Interval", "startsAt: DateTime!", "ADMIN, AUDITOR"),
    "Interval.startsAt: its @access can only narrow that of where it belongs, but adds AUDITOR.",
  ],
  [
    "an object is wider than its interface",
    () => edited(`interface Node ${FOUR}`, "interface Node @access(roles: [ADMIN, STAFF, DOCTOR])"),
    "Patient.id is wider than Node.id, by PATIENT.",
  ],
  [
    "an interface shows what its object does not",
    () =>
      edited(
        `type Schedule implements Node ${FOUR}`,
        "type Schedule implements Node @access(roles: [ADMIN, STAFF])",
      ),
    "Node.id shows DOCTOR, PATIENT the closed Schedule.id.",
  ],
  [
    "a search tests what a role may not read",
    () => narrowed("Patient", "email: EmailAddress!", "ADMIN, STAFF"),
    "Query.patients(search:) lets DOCTOR test Patient.email unread.",
  ],
  [
    "a list is sorted by what a role may not read",
    () => narrowed("Doctor", "fullName: String!", "ADMIN"),
    "Query.doctors(orderBy:) lets STAFF, DOCTOR, PATIENT test Doctor.fullName unread.",
  ],
  [
    "a cursor tells what a role may not read",
    () => narrowed("Doctor", "fullName: String!", "ADMIN"),
    "Query.doctors(after:) lets STAFF, DOCTOR, PATIENT test Doctor.fullName unread.",
  ],
  [
    "a filter tests what a role may not read",
    () => narrowed("Appointment", "status: AppointmentStatus!", "ADMIN, STAFF, DOCTOR"),
    "AppointmentFilter.status lets PATIENT test Appointment.status unread.",
  ],
  [
    "an argument tests what does not exist",
    () => edited(`"Doctor.isActive", `, `"Doctor.isAway", `),
    "DoctorFilter.isActive tests Doctor.isAway, which does not exist.",
  ],
  [
    "an argument filters and does not say by what",
    () =>
      edited(
        `    among: DoctorsBy!\n`,
        `    among: DoctorsBy!\n    "Only on this day."\n    weekday: Weekday\n`,
      ),
    "Query.firstFreeTimes(weekday:) does not declare what Query.firstFreeTimes(weekday:) tests with it.",
  ],
  [
    "a derived field is wider than what it is made of",
    () => narrowed("Patient", "firstName: String!", "ADMIN, STAFF, DOCTOR"),
    "Patient.fullName is made of Patient.firstName, which PATIENT may not read.",
  ],
  [
    "a cursor in an answer is wider than what it is made of",
    () => narrowed("Patient", "lastName: String!", "ADMIN"),
    "PageInfo.endCursor is made of Patient.lastName, which STAFF, DOCTOR, PATIENT may not read.",
  ],
  [
    "a role may read a field, and nothing of its type",
    () => edited(`type Interval ${FOUR}`, "type Interval @access(roles: [ADMIN])"),
    "WorkingTimes.times is open to STAFF, DOCTOR, PATIENT, but every field of Interval is not.",
  ],
];

describe("the declared access", () => {
  it("has no faults", () => {
    expect(faultsOfAccess(buildSchema(SDL))).toEqual([]);
  });

  it.for(BROKEN)("is refused where %s", ([, schema, fault]) => {
    expect(faultsOfAccess(schema())).toContain(fault);
  });

  it("names only fields that exist as what others are made of", () => {
    const schema = buildSchema(SDL);
    expect(faultsOfAccess(schema, { ...MADE_OF, "Patient.name": ["Patient.firstName"] })).toEqual([
      "schema/made-of.ts names Patient.name, which does not exist.",
    ]);
    expect(faultsOfAccess(schema, { "Patient.fullName": ["Patient.name"] })).toEqual([
      "schema/made-of.ts names Patient.name, which does not exist.",
    ]);
  });

  it("lets some role run each operation", () => {
    const schema = buildSchema(SDL);
    const operation = (query: string) => {
      return { name: "It", kind: "query" as const, file: "it.graphql", document: parse(query) };
    };
    expect(faultsOfUnrunnable(schema, [operation("query It { doctors { totalCount } }")])).toEqual(
      [],
    );
    const split = buildSchema(
      SDL.replace(
        /(\): DoctorConnection!) @access\(roles: \[[^\]]*\]\)/,
        "$1 @access(roles: [AUDITOR])",
      ),
    );
    expect(faultsOfUnrunnable(split, [operation("query It { doctors { totalCount } }")])).toEqual([
      "query It (of it.graphql): no role may run it.",
    ]);
  });
});

describe("a change of access", () => {
  const fewer = narrowed("Patient", "email: EmailAddress!", "ADMIN, STAFF, PATIENT");

  it("breaks callers where a role is gone, unless there is a note", async () => {
    const change = "ACCESS_NARROWED Patient.email DOCTOR";
    const changes = await changesBetween(buildSchema(SDL), fewer);
    expect(changes).toEqual([
      { change, message: "DOCTOR may not use Patient.email any more.", effect: "breaks" },
    ]);
    expect(faultsOfChanges(changes, [])[0]).toContain(`"change":"${change}"`);
    const note = {
      version: "next",
      change,
      why: "Letters go by STAFF.",
      instead: "Ask STAFF for it.",
    };
    const notes = readMigrationNotes(JSON.stringify([note]));
    expect(faultsOfChanges(changes, notes)).toEqual([]);
  });

  it("breaks nobody where a role is added, or where nothing was decided before", async () => {
    expect(await changesBetween(fewer, buildSchema(SDL))).toEqual([
      {
        change: "ACCESS_WIDENED Patient.email DOCTOR",
        message: "DOCTOR may use Patient.email now.",
        effect: "adds",
      },
    ]);
    const undecided = buildSchema(SDL.replaceAll(/@access\(\s*roles: \[[^\]]*\][^)]*\)/g, ""));
    expect([...policyOf(undecided).values()].some(({ roles }) => roles !== undefined)).toBe(false);
    expect(changedAccess(undecided, buildSchema(SDL))).toEqual([]);
    const changes = await changesBetween(undecided, buildSchema(SDL));
    expect(changes.filter(({ effect }) => effect === "breaks")).toEqual([]);
  });
});

describe("the rules of the domain", () => {
  const roles = { ADMIN: "all", STAFF: "none", DOCTOR: "none", PATIENT: "none", AUDITOR: "none" };
  const rule = { ...roles, LEGACY_REST: "all" };
  const schema = buildSchema(SDL);

  it("have use cases for each query and mutation", () => {
    const coordinates = [...policyOf(schema).values()]
      .filter(({ kind, typeName }) => kind === "field" && /^(Query|Mutation)$/.test(typeName))
      .map(({ coordinate }) => coordinate);
    expect(Object.keys(USE_CASES).sort()).toEqual(coordinates.sort());
  });

  it("are those of the schema, as far as they are known", () => {
    const rules: Rules = { "doctors.create": rule, "patients.page": rule };
    expect(faultsOfRules(schema, rules)).toEqual([]);
    expect(faultsOfRules(schema, {})).toEqual([]);
  });

  it("differ where another role may use a use case", () => {
    const open = { ...rule, DOCTOR: "own" };
    expect(faultsOfRules(schema, { "doctors.create": open })).toEqual([
      "Mutation.createDoctor is open to ADMIN, but the domain's doctors.create to ADMIN, DOCTOR.",
    ]);
    // A field is open to whom one of its use cases is open.
    expect(faultsOfRules(schema, { "patients.page": open, "patients.count": rule })).toEqual([
      "Query.patients is open to ADMIN, STAFF, DOCTOR, PATIENT, but the domain's patients.page, patients.count to ADMIN, DOCTOR.",
    ]);
  });
});
