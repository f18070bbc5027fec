import { graphql, post, repeating, type Variant } from "../requests.js";
import { BODY_BYTES, chinese, many } from "./texts.js";

/** Beyond a limit that schema.graphql declares. */
const TOO_LONG = ["BAD_USER_INPUT"];
/** Longer than any body may be. */
const TOO_LARGE = ["413"];
const SEARCH = "query ($search: String!) { patients(search: $search, first: 1) { nodes { id } } }";

const wordsOf = (bytes: number): string => "ab ".repeat(bytes / 3);

const searchOf = (bytes: number, accepted: readonly string[]): Variant => ({
  name: `search of ${bytes} bytes`,
  request: () => graphql(SEARCH, { search: wordsOf(bytes) }),
  accepted,
});

/** A search that takes longer with each word. */
export const searches = repeating("many words in a search", {
  senders: 2,
  variants: [
    searchOf(99, ["200"]),
    searchOf(498, ["200"]),
    searchOf(2_000, TOO_LONG),
    searchOf(8_000, TOO_LONG),
    searchOf(BODY_BYTES, TOO_LONG),
    {
      name: "literal search, counted",
      request: () => graphql(`{ patients(search: "${wordsOf(8_000)}") { totalCount } }`),
      accepted: TOO_LONG,
    },
    {
      name: "doctors' name and specialty",
      request: () => {
        const filter = { name: wordsOf(30_000), specialty: wordsOf(27_000) };
        return graphql("query ($f: DoctorFilter) { doctors(filter: $f) { totalCount } }", {
          f: filter,
        });
      },
      accepted: TOO_LONG,
    },
  ],
});

const BY_EMAIL = "query ($email: EmailAddress!) { patient(by: { email: $email }) { id } }";
const REGISTER = `mutation ($input: RegisterPatientInput!) {
  registerPatient(input: $input) { userErrors { reason: code } } }`;
const UPDATE = `mutation ($input: UpdatePatientInput!) {
  updatePatient(input: $input) { userErrors { reason: code } } }`;

const emailOf = (characters: number): string => `a@${chinese(characters)}.jp`;
const namesOf = (email: string) => ({ firstName: "A", lastName: "B", phoneNumber: "1", email });

/** Characters whose punycode is quadratic in their number; three bytes each. */
export const emails = repeating("an email of thousands of Chinese characters", {
  senders: 2,
  variants: [
    {
      name: "email of 150 KB",
      request: () => graphql(BY_EMAIL, { email: emailOf(50_000) }),
      accepted: TOO_LARGE,
    },
    {
      name: "email of 60 KB",
      request: () => graphql(BY_EMAIL, { email: emailOf(BODY_BYTES / 3) }),
      accepted: TOO_LONG,
    },
    {
      name: "ten aliases of one email",
      request: () => {
        const fields = many(10, (index) => `a${index}: patient(by: { email: $email }) { id }`);
        const query = `query ($email: EmailAddress!) { ${fields} }`;
        return graphql(query, { email: emailOf(BODY_BYTES / 3) });
      },
      accepted: TOO_LONG,
    },
    {
      name: "registration in GraphQL",
      request: () => graphql(REGISTER, { input: namesOf(emailOf(BODY_BYTES / 3)) }),
      accepted: TOO_LONG,
    },
    {
      name: "change in GraphQL",
      request: () => {
        const changes = { email: emailOf(BODY_BYTES / 3) };
        return graphql(UPDATE, { input: { patientId: "pat_1", changes } });
      },
      accepted: TOO_LONG,
    },
    ...[BODY_BYTES / 3, 50_000].map((characters) => ({
      name: `REST body with ${characters} characters`,
      request: () =>
        post("/patients", {
          first_name: "A",
          last_name: "B",
          phone_number: "1",
          email: emailOf(characters),
        }),
      accepted: characters * 3 > BODY_BYTES ? TOO_LARGE : ["400"],
    })),
  ],
});

const STATUSES =
  "query ($s: [AppointmentStatus!]) { appointments(filter: { status: $s }) { totalCount } }";
const NESTED_STATUSES = `query ($s: [AppointmentStatus!]) {
  patients(first: 100) { nodes { appointments(first: 1, filter: { status: $s }) { totalCount } } } }`;
const statuses = (count: number) => ({ s: Array.from({ length: count }, () => "BOOKED") });
const LONG = "9".repeat(BODY_BYTES - 1_000);
const deep = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

/** A body with a value in it that JSON.stringify would not get through. */
const withDeepValue = (path: string, before: string, depth: number, after: string) => ({
  method: "POST",
  path,
  body: before + deep(depth) + after,
});

/** Lists and texts far longer than anybody needs, and JSON that nests deeply. */
export const inputs = repeating("long lists, long texts and deep JSON", {
  senders: 2,
  variants: [
    {
      name: "70,000 statuses",
      request: () => graphql(STATUSES, statuses(70_000)),
      accepted: TOO_LARGE,
    },
    {
      name: "6,000 statuses",
      request: () => graphql(STATUSES, statuses(6_000)),
      accepted: TOO_LONG,
    },
    {
      name: "6,000 statuses under 100 patients",
      request: () => graphql(NESTED_STATUSES, statuses(6_000)),
      accepted: TOO_LONG,
    },
    {
      name: "6,000 unknown statuses",
      request: () => graphql(STATUSES, { s: Array.from({ length: 6_000 }, () => "BOOKT") }),
      accepted: TOO_LONG,
    },
    {
      name: "a status of 60 KB",
      request: () => graphql(STATUSES, { s: ["BOOKED".repeat(BODY_BYTES / 6 - 50)] }),
      accepted: TOO_LONG,
    },
    {
      name: "5,000 ids",
      request: () => {
        const ids = Array.from({ length: 5_000 }, (_, index) => `apt_${index}`);
        return graphql("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
      },
      accepted: TOO_LONG,
    },
    {
      name: "an id of 60 KB",
      request: () => graphql("query ($id: ID!) { node(id: $id) { id } }", { id: `pat_${LONG}` }),
      accepted: TOO_LONG,
    },
    {
      name: "a cursor of 60 KB",
      request: () =>
        graphql("query ($c: String) { patients(after: $c) { totalCount } }", { c: LONG }),
      accepted: TOO_LONG,
    },
    {
      name: "a number of 60 KB",
      request: () => ({
        method: "POST",
        path: "/graphql",
        body: `{"query":"query ($n: Int!) { patients(first: $n) { totalCount } }","variables":{"n":${LONG}}}`,
      }),
      accepted: TOO_LONG,
    },
    {
      name: "JSON that nests 25,000 times",
      request: () =>
        withDeepValue(
          "/graphql",
          '{"query":"mutation ($input: RegisterPatientInput!) { registerPatient(input: $input) { patient { id } } }","variables":{"input":',
          25_000,
          "}}",
        ),
      accepted: TOO_LONG,
    },
    {
      name: "REST body that nests 25,000 times",
      request: () => withDeepValue("/patients", '{"first_name":', 25_000, "}"),
      accepted: ["422", "400", "413"],
    },
    {
      name: "REST body with 60 KB of a name",
      request: () => post("/doctors", { full_name: LONG, specialty: "x" }),
      accepted: ["400", "422", "413"],
    },
    {
      name: "REST path with a long number",
      request: () => ({ method: "GET", path: `/patients/${"9".repeat(8_000)}` }),
      accepted: ["404", "414", "422", "431", "400", "BAD_REQUEST"],
    },
    {
      name: "REST query with a name 1,000 times",
      request: () => ({ method: "GET", path: `/appointments?${"doctor_id=1&".repeat(1_000)}` }),
      accepted: ["200", "400", "414", "422", "431"],
      isStream: true,
    },
  ],
});
