import { graphql, repeating } from "../requests.js";
import { allAppointments, BODY_BYTES, longName, many, MAX_TOKENS } from "./texts.js";

const LIMITED = ["200", "QUERY_TOO_COMPLEX", "ANSWER_TOO_LARGE"];
const TOO_COMPLEX = ["QUERY_TOO_COMPLEX"];

/** Fields that cost the database nothing and the answer much. */
export const aliases = repeating("aliases of fields, by the hundred", {
  senders: 2,
  variants: [
    {
      name: "600 aliases of a time",
      request: () => graphql(`{ ${allAppointments(many(600, (index) => `a${index}: startsAt`))} }`),
      accepted: TOO_COMPLEX,
    },
    {
      name: "300 aliases of 180 letters",
      request: () => {
        const selection = many(300, (index) => `${longName(180, index)}: startsAt`);
        return graphql(`{ ${allAppointments(selection)} }`);
      },
      accepted: LIMITED,
    },
    {
      name: "600 aliases of __typename",
      request: () => {
        return graphql(`{ ${allAppointments(many(600, (index) => `a${index}: __typename`))} }`);
      },
      accepted: LIMITED,
    },
    {
      name: "600 aliases of a cursor",
      request: () => {
        const cursors = many(600, (index) => `a${index}: cursor`);
        return graphql(
          `{ doctors(first: 98) { nodes { appointments(first: 100) { edges { ${cursors} } } } } }`,
        );
      },
      accepted: LIMITED,
    },
    {
      name: "aliases under a hundred ids",
      request: () => {
        const selection = many(500, (index) => `a${index}: startsAt`);
        const query = `query ($ids: [ID!]!) { nodes(ids: $ids) {
          ... on Doctor { appointments(first: 95) { nodes { ${selection} } } } } }`;
        return graphql(query, {
          ids: Array.from({ length: 100 }, (_, index) => `doc_${index + 1}`),
        });
      },
      accepted: LIMITED,
    },
    {
      name: "aliases of people",
      request: () => {
        const people = many(
          80,
          (index) => `p${index}: patient { ${many(4, (n) => `b${n}: email`)} }`,
        );
        return graphql(`{ appointments(first: 100) { nodes { ${people} } } }`);
      },
      accepted: LIMITED,
    },
    {
      name: "180 errors with long texts",
      request: () => {
        const text = "x".repeat(250);
        return graphql(`{ ${many(180, (index) => `a${index}: node(id: "${text}") { id }`)} }`);
      },
      accepted: ["BAD_USER_INPUT", ...LIMITED],
    },
  ],
});

const manyCursors = (count: number, letters: number): string => {
  const cursors = many(count, (index) => `${longName(letters, index)}: cursor`);
  return `{ doctors(first: 95) { nodes { appointments(first: 100) { edges { ${cursors} } } } } }`;
};

/** An answer of some 3.5 MB that the limits allow. */
export const LARGEST_ANSWER = manyCursors(3, 60);

/** What may be asked for, but not answered. */
export const tooLarge = repeating("answers of more than 4 MiB", {
  senders: 1,
  variants: [
    {
      name: "four cursors of each appointment",
      request: () => graphql(manyCursors(4, 46)),
      accepted: ["ANSWER_TOO_LARGE"],
    },
  ],
});

const COUNTED = ["200"];

/** Each number reads a whole table. */
export const counts = repeating("counts of whole tables", {
  senders: 2,
  variants: [
    {
      name: "200 counts of all appointments",
      request: () =>
        graphql(`{ ${many(200, (index) => `a${index}: appointments { totalCount }`)} }`),
      accepted: TOO_COMPLEX,
    },
    {
      name: "nine counts of all appointments",
      request: () => graphql(`{ ${many(9, (index) => `a${index}: appointments { totalCount }`)} }`),
      accepted: COUNTED,
    },
    {
      name: "150 counted searches",
      request: () =>
        graphql(`{ ${many(150, (index) => `a${index}: patients(search: "a") { totalCount }`)} }`),
      accepted: TOO_COMPLEX,
    },
    {
      name: "counts for a hundred doctors",
      request: () => {
        const fields = many(8, (index) => `a${index}: appointments(first: 1) { totalCount }`);
        return graphql(`{ doctors(first: 100) { nodes { ${fields} } } }`);
      },
      accepted: COUNTED,
    },
    {
      name: "counts for a hundred patients",
      request: () => {
        const filter = "filter: { status: [BOOKED, NO_SHOW] }";
        const fields = many(8, (n) => `a${n}: appointments(first: 1, ${filter}) { totalCount }`);
        return graphql(`{ patients(first: 100) { nodes { ${fields} } } }`);
      },
      accepted: COUNTED,
    },
  ],
});

const REFUSED = ["GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT", "400", ...LIMITED];

const nested = (levels: number, open: string, inner: string): string =>
  open.repeat(levels) + inner + "}".repeat(levels * (open.split("{").length - 1));

/** Each fragment spreads the next one twice. */
const doublingFragments = (count: number): string =>
  many(count, (index) => {
    const next = index + 1 < count ? `...F${index + 1}` : "id";
    const field = `appointments(first: 1) { nodes { patient { ${next} } } }`;
    return `fragment F${index} on Patient { a: ${field} b: ${field} }`;
  });

/** Documents that are cheap to send, and take long to read, to validate, or to expand. */
export const syntax = repeating("documents that are hard to read", {
  senders: 2,
  variants: [
    {
      name: "fragments that double 40 times",
      request: () =>
        graphql(`
          {
            patients(first: 1) {
              nodes {
                ...F0
              }
            }
          }
          ${doublingFragments(40)}
        `),
      accepted: REFUSED,
    },
    {
      name: "fragments that double 12 times",
      request: () =>
        graphql(`
          {
            patients(first: 1) {
              nodes {
                ...F0
              }
            }
          }
          ${doublingFragments(12)}
        `),
      accepted: REFUSED,
    },
    {
      name: "1,900 times the same field",
      request: () => graphql(`{ doctors(first: 1) { nodes { ${many(1_900, () => "id")} } } }`),
      accepted: REFUSED,
    },
    {
      name: "200 fragments in one selection",
      request: () => {
        const spreads = many(200, (index) => `...F${index}`);
        const fragments = many(200, (index) => `fragment F${index} on Doctor { id }`);
        return graphql(`{ doctors(first: 1) { nodes { ${spreads} } } } ${fragments}`);
      },
      accepted: REFUSED,
    },
    {
      name: "selections that nest 120 times",
      request: () => {
        const open = "appointments(first: 1) { nodes { patient {";
        return graphql(`{ patients(first: 1) { nodes { ${nested(120, open, " id ")} } } }`);
      },
      accepted: REFUSED,
    },
    {
      name: "a list that nests 990 times",
      request: () =>
        graphql(
          `{ appointments(filter: { status: ${"[".repeat(990)}${"]".repeat(990)} }) { totalCount } }`,
        ),
      accepted: REFUSED,
    },
    {
      name: "110 introspections",
      request: () => {
        const schema = "__schema { types { name fields { name type { name } } } }";
        return graphql(`{ ${many(110, (index) => `a${index}: ${schema}`)} }`);
      },
      accepted: REFUSED,
    },
    {
      name: "an introspection of types of types",
      request: () => {
        const open = "fields { type {";
        return graphql(`{ __schema { types { ${nested(4, open, " name ")} } } }`);
      },
      accepted: REFUSED,
    },
    {
      name: "an introspection with 600 aliases",
      request: () => {
        const names = many(600, (index) => `a${index}: name`);
        return graphql(`{ __schema { types { fields { ${names} } } } }`);
      },
      accepted: REFUSED,
    },
    {
      name: "1,980 unknown fields",
      request: () => graphql(`{ ${many(MAX_TOKENS - 10, (index) => `doctor${index}`)} }`),
      accepted: REFUSED,
    },
    {
      name: "an unknown field of 58 KB",
      request: () => graphql(`{ ${"doctors".repeat(BODY_BYTES / 7 - 300)} }`),
      accepted: REFUSED,
    },
    {
      name: "280 directives",
      request: () =>
        graphql(`{ doctors(first: 1) { totalCount ${many(280, () => "@skip(if: false)")} } }`),
      accepted: REFUSED,
    },
    {
      name: "320 variables",
      request: () => {
        const variables = many(320, (index) => `$v${index}: Int = 1`);
        return graphql(`query (${variables}) { doctors(first: $v0) { totalCount } }`);
      },
      accepted: REFUSED,
    },
  ],
});
