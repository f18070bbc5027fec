import { describe, expect } from "vitest";
import { future, iso, test } from "../support/clinic.js";

const BOOK = `mutation Book($input: BookAppointmentInput!) {
  bookAppointment(input: $input) { appointment { id } userErrors { code path } }
}`;
const REGISTER = `mutation Register($input: RegisterPatientInput!) {
  registerPatient(input: $input) { patient { id } userErrors { code path } }
}`;
const BOOKING = {
  patientId: "pat_1",
  doctorId: "doc_1",
  startsAt: "2090-01-01T09:00:00Z",
  durationMinutes: 30,
};
const PERSON = { firstName: "A", lastName: "B", email: "a@example.com", phoneNumber: "1" };
const list = (argument: string) => `{ appointments(${argument}) { nodes { id } } }`;
const cursor = (...content: unknown[]) =>
  Buffer.from(JSON.stringify(content)).toString("base64url");

const nested = (depth: number) => `{ nodes(ids: ${"[".repeat(depth)}`;

/** What is sent, and the codes and paths of what comes back. */
const CASES: [name: string, body: object, errors: [code: string, path: unknown][]][] = [
  [
    "a missing field",
    { query: BOOK, variables: { input: { ...BOOKING, doctorId: undefined } } },
    [["BAD_USER_INPUT", ["input"]]],
  ],
  [
    "an extra field",
    { query: BOOK, variables: { input: { ...BOOKING, force: true } } },
    [["BAD_USER_INPUT", ["input"]]],
  ],
  [
    "two bad fields",
    {
      query: BOOK,
      variables: { input: { ...BOOKING, startsAt: "tomorrow", durationMinutes: "30" } },
    },
    [
      ["BAD_USER_INPUT", ["input", "startsAt"]],
      ["BAD_USER_INPUT", ["input", "durationMinutes"]],
    ],
  ],
  ["no variables", { query: BOOK }, [["BAD_USER_INPUT", ["input"]]]],
  ["a null input", { query: BOOK, variables: { input: null } }, [["BAD_USER_INPUT", ["input"]]]],
  [
    "a null field",
    { query: BOOK, variables: { input: { ...BOOKING, startsAt: null } } },
    [["BAD_USER_INPUT", ["input", "startsAt"]]],
  ],
  [
    "a time without offset",
    { query: BOOK, variables: { input: { ...BOOKING, startsAt: "2090-01-01T09:00:00" } } },
    [["BAD_USER_INPUT", ["input", "startsAt"]]],
  ],
  [
    "a date",
    { query: BOOK, variables: { input: { ...BOOKING, startsAt: "2090-01-01" } } },
    [["BAD_USER_INPUT", ["input", "startsAt"]]],
  ],
  [
    "an impossible date",
    { query: BOOK, variables: { input: { ...BOOKING, startsAt: "2090-02-30T09:00:00Z" } } },
    [["BAD_USER_INPUT", ["input", "startsAt"]]],
  ],
  [
    "a timestamp",
    { query: BOOK, variables: { input: { ...BOOKING, startsAt: 3786912000 } } },
    [["BAD_USER_INPUT", ["input", "startsAt"]]],
  ],
  [
    "a fraction of a minute",
    { query: BOOK, variables: { input: { ...BOOKING, durationMinutes: 30.5 } } },
    [["BAD_USER_INPUT", ["input", "durationMinutes"]]],
  ],
  [
    "an enormous duration",
    { query: BOOK, variables: { input: { ...BOOKING, durationMinutes: 1e12 } } },
    [["BAD_USER_INPUT", ["input", "durationMinutes"]]],
  ],
  [
    "the id of another kind",
    { query: BOOK, variables: { input: { ...BOOKING, doctorId: "pat_1" } } },
    [["BAD_USER_INPUT", ["input", "doctorId"]]],
  ],
  [
    "a database id for an id",
    { query: BOOK, variables: { input: { ...BOOKING, patientId: 1 } } },
    [["BAD_USER_INPUT", ["input", "patientId"]]],
  ],
  [
    "an id beyond the column",
    { query: BOOK, variables: { input: { ...BOOKING, patientId: "pat_2147483648" } } },
    [["BAD_USER_INPUT", ["input", "patientId"]]],
  ],
  [
    "an id with more behind it",
    { query: BOOK, variables: { input: { ...BOOKING, patientId: "pat_1 OR 1=1" } } },
    [["BAD_USER_INPUT", ["input", "patientId"]]],
  ],
  [
    "a number for a text",
    { query: REGISTER, variables: { input: { ...PERSON, phoneNumber: 5550100 } } },
    [["BAD_USER_INPUT", ["input", "phoneNumber"]]],
  ],
  [
    "a list for an email",
    { query: REGISTER, variables: { input: { ...PERSON, email: ["a@example.com"] } } },
    [["BAD_USER_INPUT", ["input", "email"]]],
  ],
  [
    "a time without offset in the query",
    { query: list('filter: { startsFrom: "2090-01-01T09:00:00" }') },
    [["GRAPHQL_VALIDATION_FAILED", ["filter", "startsFrom"]]],
  ],
  [
    "a number for a time in the query",
    { query: list("filter: { startsFrom: 1 }") },
    [["GRAPHQL_VALIDATION_FAILED", ["filter", "startsFrom"]]],
  ],
  [
    "a bad item of a list in the query",
    { query: list("filter: { status: [BOOKED, GONE] }") },
    [["GRAPHQL_VALIDATION_FAILED", ["filter", "status", 1]]],
  ],
  ["first: 0", { query: list("first: 0") }, [["BAD_USER_INPUT", ["first"]]]],
  ["first: 101", { query: list("first: 101") }, [["BAD_USER_INPUT", ["first"]]]],
  ["first: -1", { query: list("first: -1") }, [["BAD_USER_INPUT", ["first"]]]],
  ["first: null", { query: list("first: null") }, [["GRAPHQL_VALIDATION_FAILED", ["first"]]]],
  ["a cursor that is none", { query: list('after: "rubbish"') }, [["BAD_USER_INPUT", ["after"]]]],
  ["an empty cursor", { query: list('after: ""') }, [["BAD_USER_INPUT", ["after"]]]],
  [
    "a cursor of another list",
    { query: list(`after: "${cursor("patients", "REGISTERED_ASC", 1)}"`) },
    [["BAD_USER_INPUT", ["after"]]],
  ],
  [
    "a cursor of another order",
    { query: list(`after: "${cursor("appointments", "STARTS_AT_DESC", 0, 1)}"`) },
    [["BAD_USER_INPUT", ["after"]]],
  ],
  [
    "a cursor with other values",
    { query: list(`after: "${cursor("appointments", "STARTS_AT_ASC", "x", 1)}"`) },
    [["BAD_USER_INPUT", ["after"]]],
  ],
  [
    "a cursor with values beyond the columns",
    { query: list(`after: "${cursor("appointments", "STARTS_AT_ASC", 1e300, 1e300)}"`) },
    [["BAD_USER_INPUT", ["after"]]],
  ],
  [
    "a cursor with too few values",
    { query: list(`after: "${cursor("appointments", "STARTS_AT_ASC", 1)}"`) },
    [["BAD_USER_INPUT", ["after"]]],
  ],
  [
    "a filter by the wrong kind of id",
    { query: list('filter: { doctorId: "pat_1" }') },
    [["BAD_USER_INPUT", ["filter", "doctorId"]]],
  ],
  ["a node of no kind", { query: '{ node(id: "xyz_1") { id } }' }, [["BAD_USER_INPUT", ["id"]]]],
  [
    "a bad id among others",
    { query: '{ nodes(ids: ["pat_1", "pat_0"]) { id } }' },
    [["BAD_USER_INPUT", ["ids", 1]]],
  ],
  [
    "too many nodes",
    {
      query: "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
      variables: { ids: Array.from({ length: 101 }, () => "pat_1") },
    },
    [["BAD_USER_INPUT", ["ids"]]],
  ],
  [
    "a look-up by nothing",
    { query: "{ patient(by: {}) { id } }" },
    [["GRAPHQL_VALIDATION_FAILED", ["by"]]],
  ],
  [
    "a look-up by two things",
    {
      query: "query ($by: PatientBy!) { patient(by: $by) { id } }",
      variables: { by: { databaseId: 1, id: "pat_1" } },
    },
    [["BAD_USER_INPUT", ["by"]]],
  ],
  [
    "an unknown field",
    { query: "{ patients { nodes { password } } }" },
    [["GRAPHQL_VALIDATION_FAILED", undefined]],
  ],
  ["a syntax error", { query: "{ patients" }, [["GRAPHQL_PARSE_FAILED", undefined]]],
  ["no query", {}, [["BAD_REQUEST", undefined]]],
  [
    "an operation that is not there",
    { query: "query A { __typename }", operationName: "B" },
    [["OPERATION_RESOLUTION_FAILURE", undefined]],
  ],
  [
    "a query of a million values",
    {
      query:
        "{ patients(first: 100) { nodes { appointments(first: 100) { nodes { doctor { appointments(first: 100) { nodes { id } } } } } } } }",
    },
    [["QUERY_TOO_COMPLEX", undefined]],
  ],
  [
    "such a query with variables",
    {
      query:
        "query ($n: Int!) { patients(first: $n) { nodes { appointments(first: $n) { nodes { id startsAt endsAt status doctor { id fullName } } } } } }",
      variables: { n: 100 },
    },
    [["QUERY_TOO_COMPLEX", undefined]],
  ],
  [
    "two hundred counts",
    {
      query: `{ ${Array.from({ length: 200 }, (_, i) => `a${i}: appointments { totalCount }`).join(" ")} }`,
    },
    [["QUERY_TOO_COMPLEX", undefined]],
  ],
  [
    "an alias of sixty thousand letters for many values",
    {
      query: `{ doctors(first: 100) { nodes { ${"a".repeat(60_000)}: id } } }`,
    },
    [["QUERY_TOO_COMPLEX", undefined]],
  ],
  [
    "null for an argument with a default",
    {
      query: "query ($n: Int) { doctors(first: $n) { nodes { id } } }",
      variables: { n: null },
    },
    [["BAD_USER_INPUT", ["n"]]],
  ],
  [
    "null as the default of a variable for an argument with a default",
    { query: "query ($n: Int = null) { doctors(first: $n) { nodes { id } } }" },
    [["BAD_USER_INPUT", ["n"]]],
  ],
  [
    "a list that is nested too deeply",
    { query: nested(30_000) },
    [["GRAPHQL_PARSE_FAILED", undefined]],
  ],
  [
    "null for an input field with a default",
    {
      query:
        'mutation ($active: Boolean) { createDoctor(input: { fullName: "A", specialty: "B", isActive: $active }) { userErrors { code } } }',
      variables: { active: null },
    },
    [["BAD_USER_INPUT", ["active"]]],
  ],
  [
    "null for a condition",
    {
      query: "query ($yes: Boolean = true) { doctors { nodes { id @include(if: $yes) } } }",
      variables: { yes: null },
    },
    [["BAD_USER_INPUT", ["yes"]]],
  ],
  ...["null", "left out", "given"].map((how): (typeof CASES)[number] => [
    `a variable that may be null in a look-up, ${how}`,
    {
      query: "query ($x: ID) { patient(by: { id: $x }) { id } }",
      variables: { null: { x: null }, "left out": {}, given: { x: "pat_1" } }[how] ?? {},
    },
    [["GRAPHQL_VALIDATION_FAILED", ["x"]]],
  ]),
  [
    "an operation that is not there, with a bad variable",
    { query: "query A($n: Int!) { doctors(first: $n) { nodes { id } } }", operationName: "B" },
    [["OPERATION_RESOLUTION_FAILURE", undefined]],
  ],
  [
    "a hundred wrong values",
    {
      query: "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
      variables: { ids: Array.from({ length: 100 }, () => ({})) },
    },
    Array.from({ length: 20 }, (_, index) => ["BAD_USER_INPUT", ["ids", index]]),
  ],
  ["a subscription", { query: "subscription { x }" }, [["GRAPHQL_VALIDATION_FAILED", undefined]]],
  [
    "a bad id beside a good field",
    { query: '{ doctors { totalCount } node(id: "x") { id } }' },
    [["BAD_USER_INPUT", ["id"]]],
  ],
  [
    "a flood of tokens",
    { query: `{ ${"a: __typename ".repeat(1_000)} }` },
    [["GRAPHQL_PARSE_FAILED", undefined]],
  ],
  [
    "a bomb of fragments",
    {
      query: `query { ...F0 } ${Array.from({ length: 14 }, (_, i) => `fragment F${i} on Query { ${i < 13 ? `...F${i + 1} ...F${i + 1}` : "__typename"} a${i}: __typename }`).join(" ")}`,
    },
    [["GRAPHQL_VALIDATION_FAILED", undefined]],
  ],
];

describe("malformed input", () => {
  test.for(CASES)("%s gets a code and a path", async ([, body, expected], { api }) => {
    const answer = await api.send(body);
    const errors = (answer.errors ?? []).map(({ extensions }) => [
      extensions?.["code"],
      extensions?.["inputPath"],
    ]);
    expect(errors).toEqual(expected);
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    expect(JSON.stringify(answer)).not.toMatch(
      /stack|node_modules|SELECT |INSERT |[Pp]risma|\.ts:/,
    );
  });

  test("that the domain can judge gets user errors instead", async ({ api, clinic }) => {
    const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
    const people = { patientId: `pat_${patient.id}`, doctorId: `doc_${doctor.id}` };
    const cases: [object, [string, string[]][]][] = [
      [{ durationMinutes: 14 }, [["DURATION_OUT_OF_RANGE", ["input", "durationMinutes"]]]],
      [{ durationMinutes: 181 }, [["DURATION_OUT_OF_RANGE", ["input", "durationMinutes"]]]],
      [{ startsAt: "2020-01-01T09:00:00Z" }, [["STARTS_IN_PAST", ["input", "startsAt"]]]],
      [{ startsAt: "0000-01-01T09:00:00Z" }, [["STARTS_IN_PAST", ["input", "startsAt"]]]],
      [{ startsAt: "9999-12-31T23:59:59Z" }, [["STARTS_TOO_LATE", ["input", "startsAt"]]]],
      [{ startsAt: "9999-12-31T23:59:59-12:00" }, [["STARTS_TOO_LATE", ["input", "startsAt"]]]],
      [{ patientId: "pat_2147483647" }, [["PATIENT_NOT_FOUND", ["input", "patientId"]]]],
      [{ doctorId: "doc_2147483647" }, [["DOCTOR_NOT_FOUND", ["input", "doctorId"]]]],
    ];
    for (const [changes, expected] of cases) {
      const input = { ...BOOKING, ...people, startsAt: iso(future(7)), ...changes };
      const { data, errors } = await api.send({ query: BOOK, variables: { input } });
      expect(errors).toBeUndefined();
      const payload = data?.["bookAppointment"] as {
        userErrors: { code: string; path: string[] }[];
      };
      expect(payload.userErrors.map(({ code, path }) => [code, path])).toEqual(expected);
    }
  });

  test("that is nested deeply is refused as any other", async ({ api }) => {
    for (const depth of [100, 500, 900]) {
      const query = `{ nodes(ids: ${"[".repeat(depth)}1${"]".repeat(depth)}) { id } }`;
      const { status, errors } = await api.send({ query });
      expect(status).toBe(400);
      expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual([
        "GRAPHQL_VALIDATION_FAILED",
      ]);
    }
  });

  test("that is nested too deeply does not show the message of V8", async ({ api }) => {
    const { errors } = await api.send({ query: nested(30_000) });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).toMatch(/nested too deeply|more that 2000 tokens/);
  });

  test("in filters finds nothing rather than failing", async ({ api }) => {
    for (const filter of [
      '{ startsFrom: "9999-12-31T23:59:59Z" }',
      '{ startsBefore: "0000-01-01T00:00:00Z" }',
    ]) {
      const { data, errors } = await api.send({ query: list(`filter: ${filter}`) });
      expect(errors).toBeUndefined();
      expect(data).toEqual({ appointments: { nodes: [] } });
    }
    for (const search of ["\u0000", "\ud83d", "'\"\\", "%", "x".repeat(500), "a ".repeat(250)]) {
      const query = "query ($search: String) { patients(search: $search) { totalCount } }";
      const { data, errors } = await api.send({ query, variables: { search } });
      expect(errors).toBeUndefined();
      expect(data).toEqual({ patients: { totalCount: 0 } });
    }
    const email = "query ($email: EmailAddress!) { patient(by: { email: $email }) { id } }";
    for (const value of ["", "@", "\u0000", "\ud83d@", "x".repeat(1_000)]) {
      const { data, errors } = await api.send({ query: email, variables: { email: value } });
      expect(errors).toBeUndefined();
      expect(data).toEqual({ patient: null });
    }
  });

  test("of a mutation whose answer would not be accepted does not run it", async ({
    api,
    clinic,
  }) => {
    const { id } = await clinic.doctor();
    const payload = {
      query: `mutation { deactivateDoctor(input: { doctorId: "doc_${id}" }) { doctor { id } } }`,
    };
    for (const accept of ["text/html", "x", "application/json;q=0", "text/*, image/png"]) {
      const headers = { accept };
      const answer = await api.app.inject({ method: "POST", url: "/graphql", headers, payload });
      expect(answer.statusCode).toBe(406);
      expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_ACCEPTABLE" } }] });
      expect((await api.domain.doctors.byId(id))?.isActive).toBe(true);
    }
    for (const accept of ["*/*", "text/html, application/*;q=0.1", "application/json;q=0.5"]) {
      const headers = { accept };
      const answer = await api.app.inject({ method: "POST", url: "/graphql", headers, payload });
      expect(answer.statusCode).toBe(200);
    }
  });

  /** What a caller who guesses sends, and the answers, without the names that were not sent. */
  const UNSENT_NAMES: [body: object, messages: string[]][] = [
    [
      { query: "mutation { bookAppointment { userErrors { code } } }" },
      [`Field "bookAppointment" argument "…" of type "…" is required, but it was not provided.`],
    ],
    [
      { query: "{ doctor(by: 5) }" },
      [
        `Field "doctor" of type "…" must have a selection of subfields.`,
        `Expected value of type "…", found 5.`,
      ],
    ],
    [
      {
        query: BOOK,
        variables: {
          input: { doctorId: "doc_1", startsAt: BOOKING.startsAt, durationMinutes: 30 },
        },
      },
      [`Variable "$input" got an invalid value: Field "…" of required type "…" was not provided.`],
    ],
    // A quote in a value does not move the others.
    [
      {
        query:
          "query ($filter: AppointmentFilter!) { appointments(filter: $filter) { totalCount } }",
        variables: { filter: { status: [`" `] } },
      },
      [`Variable "$filter" got an invalid value: Value "" " does not exist in "…" enum.`],
    ],
    [
      { query: `query ($x: String = "\\"") { doctors(orderBy: $x) { totalCount } }` },
      [`Variable "$x" of type "String" used in position expecting type "…".`],
    ],
    [
      { query: `{ node(id: "pat_1") { fullName } }` },
      [`Cannot query field "fullName" on type "…".`],
    ],
  ];

  test("does not reveal the schema if nothing is exposed", async ({ api }) => {
    const { openApi } = await import("../support/api.js");
    const closed = await openApi({ exposure: "nothing", db: api.db });
    try {
      const query = "{ patientz { nodes { id } } }";
      expect((await api.send({ query })).errors?.[0]?.message).toMatch(/Did you mean/);
      expect((await closed.send({ query })).errors?.[0]?.message).not.toMatch(/Did you mean/);
      const variable = {
        query: "query ($filter: DoctorFilter) { doctors(filter: $filter) { totalCount } }",
        variables: { filter: { specialti: "x" } },
      };
      expect((await api.send(variable)).errors?.[0]?.message).toMatch(/Did you mean/);
      expect((await closed.send(variable)).errors?.[0]?.message).not.toMatch(/Did you mean/);
      for (const [body, messages] of UNSENT_NAMES) {
        const { errors = [] } = await closed.send(body);
        expect(errors.map(({ message }) => message)).toEqual(messages);
        // Where the schema is exposed, the names are there.
        expect(JSON.stringify((await api.send(body)).errors)).not.toContain("…");
      }
      const introspection = await closed.send({ query: "{ __schema { types { name } } }" });
      expect([introspection.status, introspection.errors]).toEqual([
        400,
        [
          {
            message:
              "This server does not answer queries of its schema. Its operator can allow them with EXPOSE=schema.",
            locations: [{ line: 1, column: 3 }],
            extensions: { code: "INTROSPECTION_DISABLED" },
          },
        ],
      ]);
      const page = await closed.app.inject({ url: "/graphql", headers: { accept: "text/html" } });
      expect(page.statusCode).toBe(400);
      expect(page.body).not.toContain("sandbox");
    } finally {
      await closed.close();
    }
  });
});
