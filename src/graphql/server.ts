import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { isScalarType, type GraphQLSchema } from "graphql";
import { gql } from "graphql-tag";
import { describeLimits } from "./described-limits.js";
import type { Explainer } from "../domain/index.js";
import { exposes, type Exposure } from "../exposure.js";
import { readProjectFile } from "../project-root.js";
import { admissionPlugin } from "./admission.js";
import { answerSizePlugin, writeAnswer } from "./answer-size.js";
import { compiledExecutionPlugin } from "./compiled-execution.js";
import type { Context } from "./context.js";
import { createDocumentStore, createPersistedQueryCache } from "./document-store.js";
import { errorsPlugin, formatError } from "./errors.js";
import { COST_HEADER, costPlugin } from "./explain-cost.js";
import { requestLogPlugin } from "./request-log.js";
import { resolvers } from "./resolvers/index.js";
import { sandboxPlugin } from "./sandbox.js";
import type { TrustedDocuments } from "./trusted-documents.js";

export interface GraphqlServerOptions {
  /** What is shown besides answers. */
  exposure: Exposure;
  /** Finds out what operations cost, for callers who ask; nobody is told if left out. */
  explainer: Explainer | undefined;
  /** The documents of the manifests. */
  trustedDocuments: TrustedDocuments;
  /** Whether queries are compiled; if not, all are interpreted, with the same answers. */
  isCompiling: boolean;
}

/** The Apollo Server for schema.graphql, with its limits; `start()` it before use. */
export function createGraphqlServer({
  exposure,
  explainer,
  trustedDocuments,
  isCompiling,
}: GraphqlServerOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema: readSchema(),
    introspection: exposes(exposure, "schema"),
    hideSchemaDetailsFromClientErrors: !exposes(exposure, "schema"),
    includeStacktraceInErrorResponses: false,
    formatError,
    stringifyResult: writeAnswer,
    documentStore: createDocumentStore(trustedDocuments.hasHash),
    persistedQueries: { cache: createPersistedQueryCache() },
    parseOptions: { maxLexicalTokens: 2_000 },
    maxRecursiveSelections: 10_000,
    validationOptions: { maxErrors: 20 },
    // The process is ended by main.ts, which closes the HTTP server first.
    stopOnTerminationSignals: false,
    plugins: [
      errorsPlugin({ isHinting: exposes(exposure, "schema") }),
      requestLogPlugin,
      // What these do in place of the execution is done in this order.
      admissionPlugin(),
      ...(explainer ? [costPlugin(explainer)] : []),
      ...(isCompiling ? [compiledExecutionPlugin({ isTrusted: trustedDocuments.hasText })] : []),
      answerSizePlugin,
      exposes(exposure, "explorers")
        ? sandboxPlugin(explainer ? { [COST_HEADER]: "true" } : {})
        : ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

/** schema.graphql with its resolvers. */
function readSchema(): GraphQLSchema {
  const typeDefs = describeLimits(gql(readProjectFile("schema.graphql")));
  const schema = makeExecutableSchema({ typeDefs, resolvers });
  for (const type of Object.values(schema.getTypeMap())) {
    // A scalar's resolver is a type of its own, which takes the place of the described one.
    if (isScalarType(type)) type.description ??= type.astNode?.description?.value;
  }
  return schema;
}
