import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Attack } from "../attack.js";
import { graphql, repeating, sendOne, withAgent, type Variant } from "../requests.js";
import { many } from "./texts.js";

const SENDERS = 4;
/** Of so many documents one is large, one is registered by its hash. */
const EVERY = 10;

/** Another one each turn, and each of them answered with 200. */
const small: Variant = {
  name: "a small document",
  request: (turn) =>
    graphql(`query Q${turn} { doctors(first: 1) { nodes { a${turn}: id fullName } } }`),
  accepted: ["200"],
};

const registered: Variant = {
  name: "a document with its hash",
  request: (turn) => {
    const query = `query R${turn} { doctor(by: { databaseId: 1 }) { a${turn}: id fullName } }`;
    const sha256Hash = createHash("sha256").update(query).digest("hex");
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    return { method: "POST", path: "/graphql", body: JSON.stringify({ query, extensions }) };
  },
  accepted: ["200"],
};

/** So many different small documents that whatever is kept of each shows in the server's memory. */
export const documents: Attack = {
  name: "thousands of different documents",
  isByCount: true,
  async run({ address, documents: most }, notes, until) {
    let turn = 0;
    await withAgent(async (agent) => {
      const work = async () => {
        while (!until.aborted && turn < most) {
          const variant = turn % EVERY === 0 ? registered : small;
          await sendOne(address, variant, turn++, { agent, notes, until });
        }
      };
      await Promise.all(Array.from({ length: SENDERS }, work));
    });
    // What can be collected is collected once there is time for it.
    await delay(500);
  },
};

const OPERATIONS = 150;

/** Documents as large as they may be, none of them twice. */
export const largeDocuments = repeating("new documents of 2,000 tokens", {
  senders: 1,
  variants: [
    {
      name: "a document with 600 aliases",
      request: (turn) =>
        graphql(`{ doctors(first: 1) { nodes { ${many(600, (n) => `a${turn}_${n}: id`)} } } }`),
      accepted: ["200"],
    },
    {
      name: "one of 150 operations in a document",
      request: (turn) => ({
        method: "POST",
        path: "/graphql",
        body: JSON.stringify({
          query: many(OPERATIONS, (n) => `query Q${n} { doctors(first: 1) { totalCount } }`),
          operationName: `Q${turn % OPERATIONS}`,
        }),
      }),
      accepted: ["200"],
    },
  ],
});
