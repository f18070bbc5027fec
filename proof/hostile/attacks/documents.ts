import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Attack } from "../attack.js";
import { graphql, repeating, sendOne, withAgent, type Variant } from "../requests.js";
import { many } from "./texts.js";

const SENDERS = 4;

/** Every tenth request repeats the one before: once is not enough for some of what a server keeps. */
const numberOf = (turn: number): number => (turn % 10 === 9 ? turn - 1 : turn);

const VARIANTS: readonly Variant[] = [
  {
    name: "a small document",
    request: (turn) => {
      const number = numberOf(turn);
      return graphql(
        `query Q${number} { doctors(first: 1) { nodes { a${number}: id fullName } } }`,
      );
    },
    accepted: ["200"],
  },
  {
    name: "a document with 50 fields",
    request: (turn) => {
      const fields = many(50, (index) => `a${numberOf(turn)}x${index}: id`);
      return graphql(`{ doctors(first: 1) { nodes { ${fields} } } }`);
    },
    accepted: ["200"],
  },
  {
    name: "a document with its hash",
    request: (turn) => {
      const query = `{ doctor(by: { databaseId: 1 }) { a${numberOf(turn)}: id fullName } }`;
      const sha256Hash = createHash("sha256").update(query).digest("hex");
      const extensions = { persistedQuery: { version: 1, sha256Hash } };
      return { method: "POST", path: "/graphql", body: JSON.stringify({ query, extensions }) };
    },
    accepted: ["200"],
  },
];
/** Of ten requests, most are for small ones; the last two are for the same. */
const MIXTURE = [0, 0, 0, 0, 0, 0, 0, 2, 1, 1];

/** So many different documents that whatever is kept of each shows in the server's memory. */
export const documents: Attack = {
  name: "thousands of different documents",
  variants: VARIANTS.map(({ name }) => name),
  isCounted: true,
  async run({ address, documents: most }, notes, until) {
    let turn = 0;
    await withAgent(async (agent) => {
      const work = async () => {
        while (!until.aborted && turn < most) {
          const variant = VARIANTS[MIXTURE[turn % MIXTURE.length] ?? 0] as Variant;
          await sendOne(address, variant, turn++, { agent, notes, until });
        }
      };
      await Promise.all(Array.from({ length: SENDERS }, work));
    });
    // The garbage collector frees memory when there is time for it.
    await delay(500);
  },
};

const OPERATIONS = 150;

const withAliases: Variant = {
  name: "a document with 600 aliases",
  request: (turn) => {
    const aliases = many(600, (index) => `a${Math.floor(turn / 3)}x${index}: id`);
    return graphql(`{ doctors(first: 1) { nodes { ${aliases} } } }`);
  },
  accepted: ["200"],
};

/** Documents as large as they may be, each of them twice. */
export const largeDocuments = repeating("new documents of 2,000 tokens", {
  senders: 2,
  // So many that they would not fit into memory if all of them were kept.
  least: 400,
  variants: [
    withAliases,
    withAliases,
    {
      name: "one of 150 operations in a document",
      request: (turn) => ({
        method: "POST",
        path: "/graphql",
        body: JSON.stringify({
          query: many(OPERATIONS, (n) => `query Q${n} { doctors(first: 1) { totalCount } }`),
          operationName: `Q${Math.floor(turn / 3) % OPERATIONS}`,
        }),
      }),
      accepted: ["200"],
    },
  ],
});
