import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { ApolloServerPluginLandingPageLocalDefault } from "@apollo/server/plugin/landingPage/default";
import { gql } from "graphql-tag";
import { projectRoot } from "../project-root.js";
import { compiledExecutionPlugin } from "./compiled-execution.js";
import { complexityPlugin } from "./complexity.js";
import type { Context } from "./context.js";
import { errorsPlugin, formatError } from "./errors.js";
import { requestLogPlugin } from "./request-log.js";
import { resolvers } from "./resolvers/index.js";

export interface GraphqlServerOptions {
  /** Whether strangers may look around: Apollo Sandbox, introspection, and hints in errors. */
  explorer: boolean;
}

/** The Apollo Server for schema.graphql, with its limits; `start()` it before use. */
export function createGraphqlServer({ explorer }: GraphqlServerOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    typeDefs: gql(readFileSync(join(projectRoot, "schema.graphql"), "utf8")),
    resolvers,
    introspection: explorer,
    hideSchemaDetailsFromClientErrors: !explorer,
    includeStacktraceInErrorResponses: false,
    formatError,
    parseOptions: { maxLexicalTokens: 2_000 },
    maxRecursiveSelections: 10_000,
    validationOptions: { maxErrors: 20 },
    // The process is ended by main.ts, which closes the HTTP server first.
    stopOnTerminationSignals: false,
    plugins: [
      errorsPlugin,
      complexityPlugin,
      requestLogPlugin,
      compiledExecutionPlugin,
      explorer
        ? ApolloServerPluginLandingPageLocalDefault({ embed: true })
        : ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
