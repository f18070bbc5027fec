import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { FastifyRequest } from "fastify";
import {
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  typeFromAST,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLFormattedError,
  type GraphQLInputType,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRegistry } from "../../schema/operations.js";
import { projectRoot } from "../../src/common/project-root.js";
import { ANYONE, LEGACY_REST, type Caller, type Role } from "../../src/domain/index.js";
import { GRAPHQL_ROLES, policyOf } from "../../src/graphql/access/policy.js";
import { openApi, type Api } from "../support/api.js";
import { test } from "../support/clinic.js";
import { schema } from "../support/declared-refusals.js";

/** One caller of each role; patients and doctors are given their ids by tests that have some. */
const CALLERS: Record<Role, Caller> = {
  ADMIN: { kind: "user", name: "test admin", role: "ADMIN" },
  STAFF: { kind: "user", name: "test staff", role: "STAFF" },
  DOCTOR: { kind: "user", name: "test doctor", role: "DOCTOR", doctorId: 2_147_483_647 },
  PATIENT: { kind: "user", name: "test patient", role: "PATIENT", patientId: 2_147_483_647 },
  AUDITOR: { kind: "user", name: "test auditor", role: "AUDITOR" },
  LEGACY_REST,
};
const ROLES = Object.keys(CALLERS) as Role[];

/** The caller whom a test names in a header. */
const callerOf = ({ headers }: FastifyRequest): Caller => {
  const named = headers["x-test-caller"];
  return typeof named === "string" ? (JSON.parse(named) as Caller) : ANYONE;
};

interface Answer {
  status: number;
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
}

let api: Api;
let interpreted: Api;
beforeAll(async () => {
  api = await openApi({ caller: callerOf });
  interpreted = await openApi({ caller: callerOf, compilesQueries: false });
});
afterAll(async () => {
  await api.close();
  await interpreted.close();
});

const headersOf = (caller: Caller) => ({ "x-test-caller": JSON.stringify(caller) });

async function send(caller: Caller, payload: object, { app } = api): Promise<Answer> {
  const headers = headersOf(caller);
  const reply = await app.inject({ method: "POST", url: "/graphql", payload, headers });
  return { status: reply.statusCode, ...reply.json<Omit<Answer, "status">>() };
}

async function get(caller: Caller, parameters: Record<string, string>): Promise<Answer> {
  const headers = { ...headersOf(caller), "apollo-require-preflight": "1" };
  const search = new URLSearchParams(parameters).toString();
  const reply = await api.app.inject({ url: `/graphql?${search}`, headers });
  return { status: reply.statusCode, ...reply.json<Omit<Answer, "status">>() };
}

/** Sends a query in a role; answers with what the role may not use. */
async function coordinatesOf(role: Role, query: string, rest: object = {}): Promise<unknown> {
  const { status, data, errors } = await send(CALLERS[role], { query, ...rest });
  if (status !== 403) return status;
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.extensions?.["code"]).toBe("FORBIDDEN");
  return errors?.[0]?.extensions?.["coordinates"];
}

/** The matrix of docs/schema/access.md: who may use each coordinate. */
const MATRIX = readMatrix(readFileSync("docs/schema/access.md", "utf8"));

function readMatrix(markdown: string): Map<string, readonly boolean[]> {
  const matrix = new Map<string, readonly boolean[]>();
  let type = "";
  for (const line of markdown.split("\n")) {
    type = /^## (Quer|Mutation)/.exec(line)?.[1]?.replace("Quer", "Query") ?? type;
    type = /^\| \[(\w+)\]/.exec(line)?.[1] ?? type;
    const marks = [...line.matchAll(/ ([✓–])(?= \|)/g)].map(([, mark]) => mark === "✓");
    if (marks.length !== GRAPHQL_ROLES.length) continue;
    const [cells = ""] = line.split(/ \| [✓–] \|/, 1);
    for (const [, name = "", names] of cells.matchAll(/`(\w+)(?:\(([^)]*)\))?`/g)) {
      // A row of an argument that differs from its field comes after that of the field.
      if (!matrix.has(`${type}.${name}`)) matrix.set(`${type}.${name}`, marks);
      for (const argument of names?.split(" ") ?? []) {
        matrix.set(`${type}.${name}(${argument})`, marks);
      }
    }
  }
  return matrix;
}

/** The coordinates that an operation names, found without the code that is tested. */
function coordinatesIn(document: DocumentNode): Set<string> {
  const found = new Set<string>();
  const literal = (value: ValueNode, type: GraphQLInputType) => {
    const named = getNamedType(type);
    if (value.kind === Kind.LIST) for (const item of value.values) literal(item, type);
    if (value.kind !== Kind.OBJECT || !isInputObjectType(named)) return;
    for (const { name, value: inner } of value.fields) {
      found.add(`${named.name}.${name.value}`);
      const field = named.getFields()[name.value];
      if (field) literal(inner, field.type);
    }
  };
  const select = ({ selections }: SelectionSetNode, type: GraphQLCompositeType): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition && typeFromAST(schema, selection.typeCondition);
        select(selection.selectionSet, isCompositeType(on) ? on : type);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        for (const definition of document.definitions) {
          if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
          if (definition.name.value !== selection.name.value) continue;
          const on = typeFromAST(schema, definition.typeCondition);
          if (isCompositeType(on)) select(definition.selectionSet, on);
        }
      } else if (isObjectType(type) || isInterfaceType(type)) {
        const field = type.getFields()[selection.name.value];
        if (!field) continue;
        found.add(`${type.name}.${field.name}`);
        for (const { name, value } of selection.arguments ?? []) {
          found.add(`${type.name}.${field.name}(${name.value}:)`);
          const argument = field.args.find((it) => it.name === name.value);
          if (argument) literal(value, argument.type);
        }
        const result = getNamedType(field.type);
        if (selection.selectionSet && isCompositeType(result))
          select(selection.selectionSet, result);
      }
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const root = schema.getRootType(definition.operation);
    if (root) select(definition.selectionSet, root);
  }
  return found;
}

describe("the matrix of roles", () => {
  it("decides on each field, argument and input field, for each role", () => {
    const decisions = [...policyOf(schema).values()];
    expect(decisions.every(({ roles }) => roles !== undefined)).toBe(true);
    expect(decisions.length * GRAPHQL_ROLES.length).toBe(2_265);
  });

  it("is the one of docs/schema/access.md", () => {
    const decided = [...policyOf(schema).values()].map(({ coordinate, roles = 0 }) => [
      coordinate,
      GRAPHQL_ROLES.map((_role, bit) => (roles & (1 << bit)) !== 0),
    ]);
    expect(Object.fromEntries(MATRIX)).toEqual(Object.fromEntries(decided));
  });

  it("has a role for each value of the enum Role", () => {
    const type = schema.getType("Role");
    expect(type?.astNode).toMatchObject({
      values: GRAPHQL_ROLES.map((value) => ({ name: { value } })),
    });
  });
});

describe("the operations of the client, in each role", () => {
  const { operations } = readRegistry(projectRoot, "client/src", schema);

  it("are run or refused as the matrix says, and the refused ones send no statement", async () => {
    let refused = 0;
    const forbidden: (() => Promise<void>)[] = [];
    for (const { name, document } of operations) {
      const coordinates = [...coordinatesIn(document)];
      for (const role of ROLES) {
        const index = GRAPHQL_ROLES.indexOf(role as never);
        const closed = coordinates.filter((it) => MATRIX.get(it)?.[index] !== true);
        const isClosed = role === "LEGACY_REST" || closed.length > 0;
        const run = async () => {
          const { status, errors } = await send(CALLERS[role], { query: print(document) });
          // Without variables, an operation that needs some is refused with 400, and nothing is written.
          expect(status === 403, `${name} ${role}: ${status}`).toBe(isClosed);
          if (!isClosed) return;
          refused += 1;
          const named = errors?.[0]?.extensions?.["coordinates"] as string[];
          expect(closed, `${name} ${role}`).toEqual(expect.arrayContaining(named));
        };
        if (isClosed) forbidden.push(run);
        else await run();
      }
    }
    const statements = await api.statements(async () => {
      for (const run of forbidden) await run();
    });
    expect(statements).toEqual([]);
    expect({ requests: operations.length * ROLES.length, refused }).toEqual({
      requests: 234,
      refused: 111,
    });
  });

  it("are open to whom they should be", () => {
    const open = (document: DocumentNode) =>
      [...coordinatesIn(document)]
        .map((coordinate) => MATRIX.get(coordinate) ?? [])
        .reduce((all, marks) => all.map((mark, index) => mark && marks[index] === true));
    const byRoles: Record<string, string[]> = {};
    for (const { name, document } of operations) {
      const roles = GRAPHQL_ROLES.filter((_role, index) => open(document)[index]);
      (byRoles[roles.join(" ")] ??= []).push(name);
    }
    expect(byRoles).toEqual({
      "ADMIN STAFF DOCTOR PATIENT AUDITOR": ["Viewer"],
      "ADMIN STAFF DOCTOR PATIENT": [
        ...["Appointment", "Appointments", "BookAppointment", "RescheduleAppointment"],
        ...["CancelAppointment", "CheckAppointment", "HoldTime", "ReleaseHold"],
        ...["Doctor", "Doctors", "DoctorAppointments", "Node", "Nodes"],
        ...["Patient", "PatientAppointments"],
        ...["FreeTimes", "FirstFreeTimes", "WorkingTimes", "ViewerAsPerson"],
      ],
      "ADMIN STAFF DOCTOR": [
        ...["CompleteAppointment", "MarkAppointmentNoShow", "Patients", "DoctorSchedules"],
        ...["AppointmentsOutsideHours", "PublishSchedule", "RemoveSchedule"],
        ...["AddTimeOff", "AddExtraHours", "RemoveScheduleException"],
      ],
      "ADMIN STAFF PATIENT": ["UpdatePatient"],
      "ADMIN STAFF": ["RegisterPatient"],
      ADMIN: [
        ...["DeleteAppointment", "CreateDoctor", "UpdateDoctor"],
        ...["ActivateDoctor", "DeactivateDoctor", "DeleteDoctor", "DeletePatient"],
      ],
    });
  });
});

describe("one document in five roles", () => {
  const NOTES = `query Notes($by: DoctorBy!) { doctor(by: $by) { id scheduleExceptions { note } } }`;
  const hash = createHash("sha256").update(NOTES).digest("hex");
  const persisted = { persistedQuery: { version: 1, sha256Hash: hash } };
  const { operations } = readRegistry(projectRoot, "client/src", schema);
  const schedules = operations.find(({ name }) => name === "DoctorSchedules");
  const trusted = createHash("sha256")
    .update(print(schedules?.document ?? parse("{ __typename }")))
    .digest("hex");

  const FORMS: [form: string, payload: object, other?: () => Api][] = [
    ["by its text", { query: NOTES }],
    ["by its text, interpreted", { query: NOTES }, () => interpreted],
    ["by its hash", { extensions: persisted }],
    ["by the id of a trusted document", { documentId: `sha256:${trusted}` }],
  ];

  test.for(FORMS)(
    "gets five right answers, twice, when it is sent %s",
    async (form, { clinic }) => {
      const [, payload, other = () => api] = form;
      const { id } = await clinic.doctor();
      const variables = { by: { id: `doc_${id}` } };
      await send(CALLERS.ADMIN, { query: NOTES, variables, extensions: persisted });
      const callers = { ...CALLERS, DOCTOR: { ...CALLERS.DOCTOR, doctorId: id } as Caller };
      for (const _round of [1, 2]) {
        for (const role of GRAPHQL_ROLES) {
          let answer: Answer | undefined;
          const statements = await other().statements(async () => {
            answer = await send(callers[role], { ...payload, variables }, other());
          });
          if (role === "PATIENT" || role === "AUDITOR") {
            expect([answer?.status, answer?.data, statements], role).toEqual([403, undefined, []]);
            const coordinates = answer?.errors?.[0]?.extensions?.["coordinates"];
            expect(coordinates, role).toContain("ScheduleException.note");
          } else {
            expect(answer, role).toMatchObject({
              status: 200,
              data: { doctor: { id: `doc_${id}` } },
            });
            expect(statements.length, role).toBeGreaterThan(0);
          }
        }
      }
    },
  );

  it("is refused over GET, too", async () => {
    const variables = JSON.stringify({ by: { databaseId: 2_147_483_647 } });
    const statusOf = async (role: Role) =>
      (await get(CALLERS[role], { query: NOTES, variables })).status;
    expect(await Promise.all(ROLES.map(statusOf))).toEqual([200, 200, 200, 403, 403, 403]);
  });
});

describe("an operation is refused for", () => {
  const NOTE = ["ScheduleException.note"];
  const CASES: [what: string, role: Role, query: string, coordinates: string[]][] = [
    [
      "an argument under an alias",
      "PATIENT",
      `{ a: patients { totalCount } b: patients(search: "x") { totalCount } }`,
      ["Query.patients(search:)"],
    ],
    [
      "an argument without a value",
      "PATIENT",
      `query ($search: String) { patients(search: $search) { totalCount } }`,
      ["Query.patients(search:)"],
    ],
    [
      "a field in a fragment of a fragment",
      "PATIENT",
      `{ node(id: "exc_1") { ...F } } fragment F on Node { ...G } fragment G on ScheduleException { note }`,
      NOTE,
    ],
    [
      "a field of an inline fragment under an alias",
      "PATIENT",
      `{ nodes(ids: ["exc_1"]) { ... on ScheduleException { id: note } } }`,
      NOTE,
    ],
    [
      "a field that is skipped",
      "PATIENT",
      `{ node(id: "exc_1") { ... on ScheduleException @include(if: false) { note @skip(if: true) } } }`,
      NOTE,
    ],
    [
      "an input field in a nested literal",
      "PATIENT",
      `mutation { updatePatient(input: { patientId: "pat_1", changes: { email: "a@example.com" } }) { patient { id } } }`,
      ["PatientChanges.email"],
    ],
    [
      "an input field whose value is a variable",
      "PATIENT",
      `query ($email: EmailAddress!) { patient(by: { email: $email }) { id } }`,
      ["PatientBy.email"],
    ],
    [
      "an input field in the default of a variable",
      "PATIENT",
      `mutation ($changes: PatientChanges! = { email: null }) {
        updatePatient(input: { patientId: "pat_1", changes: $changes }) { patient { id } } }`,
      ["PatientChanges.email"],
    ],
    [
      "a mutation after one that is allowed",
      "DOCTOR",
      `mutation { releaseHold(input: { holdKey: "k" }) { wasHeld } deletePatient(input: { patientId: "pat_1" }) { deletedPatientId } }`,
      [
        "DeletePatientInput.patientId",
        "DeletePatientPayload.deletedPatientId",
        "Mutation.deletePatient",
      ],
    ],
    [
      "a field of an interface",
      "AUDITOR",
      `{ node(id: "pat_1") { id } }`,
      ["Node.id", "Query.node"],
    ],
    ["nothing at all, without credentials", "LEGACY_REST", "{ __typename }", []],
  ];

  it.for(CASES)("%s", async ([, role, query, coordinates]) => {
    const statements = await api.statements(async () => {
      expect(await coordinatesOf(role, query)).toEqual(coordinates);
    });
    expect(statements).toEqual([]);
  });

  const UPDATE = `mutation ($input: UpdatePatientInput!) { updatePatient(input: $input) { userErrors { code } } }`;
  const CHANGES = `mutation ($changes: PatientChanges!) {
    updatePatient(input: { patientId: "pat_2147483647", changes: $changes }) { userErrors { code } } }`;

  it("an input field in a variable, whatever its value", async () => {
    const email = ["PatientChanges.email"];
    const patientId = "pat_2147483647";
    const update = (changes: unknown) =>
      coordinatesOf("PATIENT", UPDATE, { variables: { input: { patientId, changes } } });
    expect(await update({ email: "a@example.com" })).toEqual(email);
    expect(await update({ email: null, firstName: "Ann" })).toEqual(email);
    expect(await update({ email: [{ no: "address" }] })).toEqual(email);
    const variables = { changes: { email: "" } };
    expect(await coordinatesOf("PATIENT", CHANGES, { variables })).toEqual(email);
    // What is allowed goes on to the checks of inputs and to the domain.
    expect(await update({ firstName: "Ann" })).toBe(200);
    expect(await update({})).toBe(200);
    expect(await update("email")).toBe(400);
    expect(await coordinatesOf("PATIENT", UPDATE, { variables: { input: [] } })).toBe(400);
    expect(await coordinatesOf("PATIENT", UPDATE)).toBe(400);
    expect(await coordinatesOf("STAFF", CHANGES, { variables })).toBe(200);
  });

  it("the operation that is chosen, and no other of the document", async () => {
    const query = `query Open { doctors(first: 1) { totalCount } }
      query Closed { node(id: "exc_1") { ... on ScheduleException { note } } }`;
    const choose = (operationName?: string) => coordinatesOf("PATIENT", query, { operationName });
    expect(await choose("Open")).toBe(200);
    expect(await choose("Closed")).toEqual(NOTE);
    expect(await choose("Unknown")).toBe(400);
    expect(await choose()).toBe(400);
  });

  it("its role before its inputs and its cost are looked at", async () => {
    const query = `query ($first: Int!) { doctors(first: $first) { nodes { appointments(first: 100) { totalCount } } } }`;
    const variables = { first: 1_000 };
    expect(await coordinatesOf("AUDITOR", query, { variables })).toContain("Query.doctors");
    expect(await coordinatesOf("PATIENT", query, { variables })).toBe(400);
  });

  it("at most twenty listed coordinates, sorted, and says what to do", async () => {
    const query = `{ patients { nodes { id databaseId firstName lastName fullName email phoneNumber version createdAt updatedAt }
        edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }
      doctors { nodes { id databaseId fullName specialty isActive version createdAt } totalCount } }`;
    const { errors } = await send(CALLERS.AUDITOR, { query });
    const coordinates = errors?.[0]?.extensions?.["coordinates"] as string[];
    expect(coordinates).toHaveLength(20);
    expect(coordinates).toEqual([...coordinates].sort());
    expect(errors?.[0]?.message).toBe(
      'The role AUDITOR may not use "Query.doctors" and 29 more. Leave them out, or act in another role.',
    );
  });

  it("nothing that the caller has not named, where the schema is hidden", async () => {
    const closed = await openApi({ caller: callerOf, exposure: "nothing" });
    const variables = { input: { patientId: "pat_1", changes: { email: "a@example.com" } } };
    const { errors } = await send(CALLERS.PATIENT, { query: UPDATE, variables }, closed);
    await closed.close();
    expect(errors).toEqual([
      {
        message: 'The role PATIENT may not use "…". Leave it out, or act in another role.',
        extensions: { code: "FORBIDDEN", coordinates: ["….email"] },
      },
    ]);
  });

  it("its role, and not what it asks of the schema", async () => {
    expect(await coordinatesOf("AUDITOR", `{ __schema { types { name } } __typename }`)).toBe(200);
  });
});

describe("the viewer", () => {
  const QUERY = `{ viewer { name role patient { id } doctor { id } } }`;

  test("is the caller, with the patient or doctor that the caller is", async ({ clinic }) => {
    const patient = await clinic.patient();
    const doctor = await clinic.doctor();
    const viewer = async (caller: Caller, query = QUERY) =>
      (await send(caller, { query })).data?.["viewer"];
    expect(await viewer(ANYONE)).toEqual({
      ...{ name: "local:open", role: "ADMIN" },
      ...{ patient: null, doctor: null },
    });
    expect(await viewer({ ...CALLERS.PATIENT, role: "PATIENT", patientId: patient.id })).toEqual({
      ...{ name: "test patient", role: "PATIENT" },
      ...{ patient: { id: `pat_${patient.id}` }, doctor: null },
    });
    expect(await viewer({ ...CALLERS.DOCTOR, role: "DOCTOR", doctorId: doctor.id })).toEqual({
      ...{ name: "test doctor", role: "DOCTOR" },
      ...{ patient: null, doctor: { id: `doc_${doctor.id}` } },
    });
    expect(await viewer(CALLERS.AUDITOR, "{ viewer { name role } }")).toEqual({
      ...{ name: "test auditor", role: "AUDITOR" },
    });
  });
});
