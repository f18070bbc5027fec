import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { isScalarType, type GraphQLSchema } from "graphql";
import { gql } from "graphql-tag";
import { describeLimits } from "./limits/described-limits.js";
import type { Explainer } from "../domain/index.js";
import { isExposed, type Exposure } from "../common/exposure.js";
import { readProjectFile } from "../common/project-root.js";
import { admissionPlugin } from "./plugins/admission.js";
import { responseSizePlugin, stringifyResponse } from "./plugins/response-size.js";
import { compiledExecutionPlugin } from "./plugins/compiled-execution.js";
import type { Context } from "./context.js";
import { createDocumentStore, createPersistedQueryCache } from "./document-store.js";
import { errorsPlugin, formatError } from "./plugins/errors.js";
import { costPlugin } from "./plugins/explain-cost.js";
import { requestLogPlugin } from "./plugins/request-log.js";
import { resolvers } from "./resolvers/index.js";
import type { TrustedDocuments } from "./trusted-documents.js";

export interface GraphqlServerOptions {
  /** What is shown besides answers. */
  exposure: Exposure;
  /** Finds out what operations cost, for callers who ask; nobody is told if left out. */
  explainer: Explainer | undefined;
  /** The documents of the manifests. */
  trustedDocuments: TrustedDocuments;
  /** What a browser is shown at this address; it is answered like any other caller if left out. */
  landingPage: ApolloServerPlugin<Context> | undefined;
  /** Whether queries are compiled; if not, all are interpreted, with the same answers. */
  compilesQueries: boolean;
}

/** The Apollo Server for schema.graphql, with its limits; `start()` it before use. */
export function createGraphqlServer({
  exposure,
  explainer,
  trustedDocuments,
  landingPage,
  compilesQueries,
}: GraphqlServerOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema: readSchema(),
    introspection: isExposed(exposure, "schema"),
    hideSchemaDetailsFromClientErrors: !isExposed(exposure, "schema"),
    includeStacktraceInErrorResponses: false,
    formatError,
    stringifyResult: stringifyResponse,
    documentStore: createDocumentStore(trustedDocuments.hasHash),
    persistedQueries: { cache: createPersistedQueryCache() },
    parseOptions: { maxLexicalTokens: 2_000 },
    maxRecursiveSelections: 10_000,
    validationOptions: { maxErrors: 20 },
    // The process is ended by main.ts, which closes the HTTP server first.
    stopOnTerminationSignals: false,
    plugins: [
      errorsPlugin({ suggestsNames: isExposed(exposure, "schema") }),
      requestLogPlugin,
      // What these do in place of the execution is done in this order.
      admissionPlugin(),
      ...(explainer ? [costPlugin(explainer)] : []),
      ...(compilesQueries
        ? [compiledExecutionPlugin({ isTrusted: trustedDocuments.hasText })]
        : []),
      responseSizePlugin,
      landingPage ?? ApolloServerPluginLandingPageDisabled(),
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
