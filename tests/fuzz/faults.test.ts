import fc from "fast-check";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openApi, type Api } from "../support/api.js";
import { fuzzParameters } from "../support/fuzz.js";
import { documented } from "../support/openapi.js";
import { choicesOf, generators, type Choices } from "./choices.js";
import type { RandomRequest } from "./damage.js";
import { randomGraphqlRequest } from "./graphql-requests.js";
import { plantClinic, schema, type Planted } from "./planted.js";
import { brokenPromises } from "./promises.js";
import { randomRestRequest, type OpenApi } from "./rest-requests.js";
import { inject, isOrdinary, sendRaw } from "./transport.js";

let planted: Planted;
let api: Api;
/** What the server has logged as its own fault. */
let logged: string[] = [];

beforeAll(async () => {
  planted = await plantClinic();
  const logger = pino({ level: "error" }, { write: (line) => logged.push(line) });
  api = await openApi({ db: planted.db, logger });
  await api.app.listen({ port: 0, host: "127.0.0.1" });
});

beforeEach(() => {
  logged = [];
});

afterAll(async () => {
  await api.close();
  await planted.close();
});

/** Sends random requests, a few of them over a real connection, and expects that all promises are kept. */
async function fuzz(runs: number, request: (choices: Choices) => RandomRequest): Promise<void> {
  await fc.assert(
    fc.asyncProperty(generators, async (generate) => {
      const choices = choicesOf(generate);
      const sent = request(choices);
      logged = [];
      planted.takeStatements();
      const isRaw = choices.chance(3) || !isOrdinary(sent.url);
      const answer = await (isRaw ? sendRaw : inject)(api.app, sent);
      const broken = brokenPromises(sent, answer, {
        mayName: planted.mayName,
        statements: planted.takeStatements(),
      });
      const why = `${words(sent)}\n→ ${answer.status} ${answer.body.slice(0, 2_000)}`;
      expect([...broken, ...logged], why).toEqual([]);
    }),
    fuzzParameters(runs),
  );
}

const words = ({ method, url, headers, body }: RandomRequest): string =>
  `${method} ${url}\n${JSON.stringify(headers)}\n${body?.toString() ?? ""}`;

describe("a random request", () => {
  it("never causes a server error in GraphQL", { timeout: 900_000 }, async () => {
    await fuzz(14_000, (choices) => randomGraphqlRequest(choices, schema, planted.pool));
  });

  it("never causes a server error in REST", { timeout: 900_000 }, async () => {
    const openApiDocument = documented(api.app) as unknown as OpenApi;
    await fuzz(6_000, (choices) => randomRestRequest(choices, openApiDocument, planted.pool));
  });
});
