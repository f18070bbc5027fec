import type { ApolloServerPlugin, GraphQLRequestContext } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, Kind, type GraphQLFormattedError } from "graphql";
import { loggableError, OutcomeUnknown, ServiceUnavailable } from "../domain/index.js";
import type { Context } from "./context.js";
import { badVariablePaths, literalPath, type InputPath } from "./input-path.js";

const INTERNAL_SERVER_ERROR = "INTERNAL_SERVER_ERROR";
const FAULT_CODES = new Set(["SERVICE_UNAVAILABLE", "OUTCOME_UNKNOWN", INTERNAL_SERVER_ERROR]);

/**
 * What a caller sees of an error. Errors of the request pass; a fault is told by its code and by
 * what to do, without a word of what it was.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof ServiceUnavailable) {
    return fault(formatted, "SERVICE_UNAVAILABLE", {
      message: "The service can't do this at the moment. Nothing was written; try again.",
      retryable: true,
    });
  }
  if (original instanceof OutcomeUnknown) {
    return fault(formatted, "OUTCOME_UNKNOWN", {
      message:
        "The connection to the database broke at the last moment: this may have been done or not. " +
        "Look before you try again; with an idempotency key, just try again.",
      retryable: false,
    });
  }
  if (isBadRequest(error)) {
    return { ...formatted, extensions: { ...formatted.extensions, code: "BAD_REQUEST" } };
  }
  if ((formatted.extensions?.["code"] ?? INTERNAL_SERVER_ERROR) !== INTERNAL_SERVER_ERROR) {
    return formatted;
  }
  return fault(formatted, INTERNAL_SERVER_ERROR, {
    message: "Something went wrong on our side. Tell us the request id if it happens again.",
    retryable: false,
  });
}

/** What Apollo refuses with a status but without a code: persisted queries whose hash is another text's. */
function isBadRequest(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.extensions["code"] !== undefined) return false;
  const { status } = (error.extensions["http"] ?? {}) as { status?: number };
  return status === 400;
}

function fault(
  { locations, path }: GraphQLFormattedError,
  code: string,
  { message, retryable }: { message: string; retryable: boolean },
): GraphQLFormattedError {
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code, retryable },
  };
}

/** Logs faults, and completes errors with the request's id or with the path of the bad input. */
export const errorsPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue: { log } }) => {
      for (const error of errors) {
        const { code } = formatError({ ...error.toJSON() }, error).extensions ?? {};
        if (FAULT_CODES.has(String(code))) {
          log.error({ code, fault: loggableError(unwrapResolverError(error)) }, "request failed");
        }
      }
    },

    willSendResponse: async ({ response: { body }, errors, contextValue, ...request }) => {
      if (body.kind !== "single" || !body.singleResult.errors) return;
      const paths = inputPaths(request, errors ?? []);
      body.singleResult.errors = body.singleResult.errors.map((error, index) => {
        const { extensions = {} } = error;
        if (FAULT_CODES.has(String(extensions["code"]))) {
          return { ...error, extensions: { ...extensions, requestId: contextValue.requestId } };
        }
        const inputPath = extensions["inputPath"] ?? paths[index];
        return inputPath === undefined
          ? error
          : { ...error, extensions: { ...extensions, inputPath } };
      });
    },
  }),
};

type Request = Pick<
  GraphQLRequestContext<Context>,
  "schema" | "document" | "operation" | "request"
>;

/** For each error, the path of the input that it is about, if it is about input. */
function inputPaths(
  { schema, document, operation, request }: Request,
  errors: readonly GraphQLError[],
): (InputPath | undefined)[] {
  const areVariables = errors.every(({ nodes }) => nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION);
  if (operation && areVariables) {
    return badVariablePaths(schema, operation, request.variables ?? {});
  }
  return errors.map((error) => (document ? literalPath(document, error) : undefined));
}
