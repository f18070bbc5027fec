import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { isScalarType, type GraphQLSchema } from "graphql";
import { gql } from "graphql-tag";
import { describeDirectives } from "./described-directives.js";
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
import { signInPlugin } from "./plugins/sign-in.js";
import { resolvers } from "./resolvers/index.js";
import type { TrustedDocuments } from "./trusted-documents.js";

export interface GraphqlServerOptions {
  /** What the server exposes besides its API. */
  exposure: Exposure;
  /** Measures the cost of operations for callers that request it; undefined if the cost is not available. */
  explainer: Explainer | undefined;
  /** The documents of the manifests. */
  trustedDocuments: TrustedDocuments;
  /** The page for browsers at this URL; if undefined, browsers get the same responses as other clients. */
  landingPage: ApolloServerPlugin<Context> | undefined;
  /** Whether queries are compiled; if not, all are interpreted, with the same results. */
  compilesQueries: boolean;
}

/** Creates the Apollo Server for schema.graphql, with its limits. Call `start()` before use. */
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
    // main.ts handles signals: it closes the HTTP server first.
    stopOnTerminationSignals: false,
    plugins: [
      errorsPlugin({ showsSchema: isExposed(exposure, "schema") }),
      // The order matters: the first plugin that returns a response from responseForOperation wins.
      signInPlugin,
      requestLogPlugin,
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

/** The executable schema: schema.graphql with its resolvers. */
function readSchema(): GraphQLSchema {
  const typeDefs = describeDirectives(gql(readProjectFile("schema.graphql")));
  const schema = makeExecutableSchema({ typeDefs, resolvers });
  for (const type of Object.values(schema.getTypeMap())) {
    // The resolver of a scalar is a type that replaces the one in the SDL, and loses its description.
    if (isScalarType(type)) type.description ??= type.astNode?.description?.value;
  }
  return schema;
}
