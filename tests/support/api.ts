import type { FastifyInstance, FastifyRequest } from "fastify";
import { print, type GraphQLFormattedError } from "graphql";
import { pino, type Logger } from "pino";
import type { TypedDocumentNode } from "../../client/src/typed-document-node.js";
import { createApp, type AppOptions } from "../../src/http/app.js";
import { NO_SIGN_IN } from "../../src/http/sign-in.js";
import { openDatabase, type Database } from "../../src/db/database.js";
import {
  ANYONE,
  createDomain,
  type Caller,
  type Domain,
  type UseCases,
} from "../../src/domain/index.js";
import { undeclaredRefusals } from "./declared-refusals.js";
import { databaseUrl } from "./environment.js";

export interface Answer<Data> {
  status: number;
  headers: Record<string, unknown>;
  data?: Data | null;
  errors?: GraphQLFormattedError[];
}

/** The whole API on the real database, called without a network. */
export interface Api {
  app: FastifyInstance;
  db: Database;
  /** The domain of the app. */
  sharedDomain: Domain;
  /** The use cases, as called by anyone. */
  domain: UseCases;
  /** Sends a typed operation and returns its data; errors fail the test. */
  query: <Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ) => Promise<Data>;
  /**
   * Sends any operation and returns the whole response; a code in `userErrors` that the mutation does not
   * declare fails the test.
   */
  send: (body: unknown) => Promise<Answer<Record<string, unknown>>>;
  /** Runs the work and returns the SQL statements that were sent during it, without BEGIN and COMMIT. */
  statements: (work: () => Promise<unknown>) => Promise<string[]>;
  close: () => Promise<void>;
}

/** The items of a page that clients request with cursors. */
export const nodesOf = <Node>(page: { edges: readonly { node: Node }[] }): Node[] =>
  page.edges.map(({ node }) => node);

export interface ApiOptions extends Partial<
  Pick<AppOptions, "exposure" | "explainer" | "trustedDocuments" | "compilesQueries">
> {
  /** Who sends the GraphQL requests; anyone if left out. */
  caller?: Caller | ((request: FastifyRequest) => Caller);
  now?: () => Date;
  logger?: Logger;
  connectionLimit?: number;
  db?: Database;
}

export async function openApi({
  caller = ANYONE,
  now,
  logger = pino({ level: "silent" }),
  exposure = "costs",
  connectionLimit = 8,
  ...options
}: ApiOptions = {}): Promise<Api> {
  let heard: string[] = [];
  const onStatement = (sql: string) => heard.push(sql);
  const db = options.db ?? openDatabase(databaseUrl, { connectionLimit, onStatement });
  const sharedDomain = createDomain({ db, ...(now && { now }) });
  // Tests of races send more requests at once than a server admits.
  const { explainer, trustedDocuments, compilesQueries } = options;
  const app = await createApp({
    domain: sharedDomain,
    logger,
    exposure,
    signIn: {
      ...NO_SIGN_IN,
      ofGraphql: typeof caller === "function" ? caller : () => caller,
    },
    explainer,
    ...(trustedDocuments && { trustedDocuments }),
    ...(compilesQueries !== undefined && { compilesQueries }),
    limits: { requests: 10_000 },
  });
  const send = async (body: unknown): Promise<Answer<Record<string, unknown>>> => {
    const payload = body as object;
    const reply = await app.inject({ method: "POST", url: "/graphql", payload });
    const answer = reply.json<Pick<Answer<Record<string, unknown>>, "data" | "errors">>();
    const undeclared = undeclaredRefusals(body, answer.data);
    if (undeclared.length > 0) throw new Error(undeclared.join("\n"));
    return { status: reply.statusCode, headers: reply.headers, ...answer };
  };
  return {
    app,
    db,
    sharedDomain,
    domain: sharedDomain.as(ANYONE),
    send,
    async query(document, variables) {
      const answer = await send({ query: print(document), variables });
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data as never;
    },
    async statements(work) {
      heard = [];
      await work();
      return heard.filter((sql) => !/^(BEGIN|COMMIT|ROLLBACK|SET )/.test(sql));
    },
    async close() {
      await app.close();
      if (!options.db) await db.close();
    },
  };
}
