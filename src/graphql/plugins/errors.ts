import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLResponse } from "@apollo/server";
import { HeaderMap } from "@apollo/server";
import { ApolloServerValidationErrorCode, unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import {
  Forbidden,
  loggableError,
  OutcomeUnknown,
  ServiceUnavailable,
  StatementTimeout,
} from "../../domain/index.js";
import type { Context } from "../context.js";
import { literalPath } from "../limits/input-path.js";
import { unsentNamesHider } from "../unsent-names.js";

const INTERNAL_SERVER_ERROR = "INTERNAL_SERVER_ERROR";
const FAULT_CODES = new Set([
  ...["SERVICE_UNAVAILABLE", "TIMEOUT", "OUTCOME_UNKNOWN"],
  INTERNAL_SERVER_ERROR,
]);

const UNAVAILABLE = "The service cannot do this at the moment. Nothing was written; try again.";

const { INTROSPECTION_DISABLED } = ApolloServerValidationErrorCode;

const NO_INTROSPECTION =
  "This server does not answer queries of its schema. Its operator can allow them with EXPOSE=schema.";

/**
 * Formats an error for the caller. Errors of the request are passed on. A fault is reduced to its code and to what the caller
 * can do, without its cause.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof ServiceUnavailable) {
    return fault(formatted, "SERVICE_UNAVAILABLE", {
      message: UNAVAILABLE,
      retryable: true,
    });
  }
  if (original instanceof StatementTimeout) {
    return fault(formatted, "TIMEOUT", {
      message:
        "This took longer than the server allows. Nothing was written; request less, or try again.",
      retryable: true,
    });
  }
  if (original instanceof OutcomeUnknown) {
    return fault(formatted, "OUTCOME_UNKNOWN", {
      message:
        "The connection to the database was lost at the last moment: the change may or may not have been made. " +
        "Check before you try again; with an idempotency key, just try again.",
      retryable: false,
    });
  }
  if (original instanceof Forbidden) {
    return fault(formatted, "FORBIDDEN", {
      message: "Your role may not use this. Leave it out, or act in another role.",
      retryable: false,
    });
  }
  if (formatted.extensions?.["validationErrorCode"] === INTROSPECTION_DISABLED) {
    const { extensions: _, ...place } = formatted;
    return { ...place, message: NO_INTROSPECTION, extensions: { code: INTROSPECTION_DISABLED } };
  }
  if (isOfTheRequest(error)) {
    return { ...formatted, extensions: { ...formatted.extensions, code: "BAD_REQUEST" } };
  }
  if ((formatted.extensions?.["code"] ?? INTERNAL_SERVER_ERROR) !== INTERNAL_SERVER_ERROR) {
    return formatted;
  }
  return fault(formatted, INTERNAL_SERVER_ERROR, {
    message: "Something went wrong on our side. Report the request id if it happens again.",
    retryable: false,
  });
}

/**
 * Whether an error without a code was raised by Apollo or graphql-js because of the request, before any resolver ran. An
 * error with a path comes from a field; one that wraps another error comes from a defect.
 */
function isOfTheRequest(error: unknown): boolean {
  return (
    error instanceof GraphQLError &&
    codeOf(error) === undefined &&
    error.path === undefined &&
    (error.originalError === undefined || error.originalError instanceof GraphQLError)
  );
}

/** The errors of compiled queries may have no extensions. */
const codeOf = ({ extensions }: { extensions?: Record<string, unknown> }): unknown =>
  extensions?.["code"];

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

/** A response that replaces the execution; plugins return it from `responseForOperation`. */
type Response = Pick<GraphQLResponse, "http" | "body">;

/** Refuses a request before any part of it runs. @param errors errors with codes. */
export function refuseRequest(
  errors: readonly GraphQLError[],
  { status = 400, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return {
    http: { status, headers: new HeaderMap(Object.entries(headers)) },
    body: { kind: "single", singleResult: { errors: errors.map((error) => error.toJSON()) } },
  };
}

/** Refuses a request because of the caller's role. @param coordinates what the role may not use. */
export function refuseAsForbidden(message: string, coordinates: readonly string[]): Response {
  const error = new GraphQLError(message, { extensions: { code: "FORBIDDEN", coordinates } });
  return refuseRequest([error], { status: 403 });
}

/** Refuses a request because too many of its kind are waiting. @param kind a plural noun. */
export function refuseAsBusy(kind: string): Response {
  const error = new GraphQLError(
    `Too many ${kind} are waiting. Nothing was done; try again, or request less.`,
    { extensions: { code: "SERVICE_UNAVAILABLE", retryable: true } },
  );
  return refuseRequest([error], { status: 503, headers: { "retry-after": "1" } });
}

/** Refuses a request because the database is unreachable. */
export const refuseAsUnavailable = (): Response =>
  refuseRequest(
    [
      new GraphQLError(UNAVAILABLE, {
        extensions: { code: "SERVICE_UNAVAILABLE", retryable: true },
      }),
    ],
    { status: 503, headers: { "retry-after": "1" } },
  );

/** Formats the errors of fields for the caller, and logs faults. */
export function formatFieldErrors(
  errors: readonly GraphQLError[],
  { log }: Context,
): GraphQLFormattedError[] {
  return errors.map((error) => {
    const { message, locations, path, extensions } = error.toJSON();
    const parts = { ...(locations && { locations }), ...(path && { path }) };
    const formatted = formatError({ message, ...parts, extensions: { ...extensions } }, error);
    logFault(error, formatted, log);
    return formatted;
  });
}

function logFault(
  error: GraphQLError,
  { extensions }: GraphQLFormattedError,
  log: Context["log"],
): void {
  const code = extensions?.["code"];
  if (!FAULT_CODES.has(String(code))) return;
  log.error({ code, fault: loggableError(unwrapResolverError(error)) }, "request failed");
}

export interface ErrorsOptions {
  /** Whether messages may contain names of the schema that the caller did not send, as those of graphql-js do. */
  showsSchema: boolean;
}

/** The suggestion at the end of messages of graphql-js; Apollo removes it only from validation errors. */
const HINT = / Did you mean [^?]*\?/;

/** V8's message if a document is nested too deeply for the parser. */
const TOO_DEEP = /Maximum call stack size exceeded/;

const readable = (message: string): string =>
  TOO_DEEP.test(message) ? "This document is nested too deeply." : message;

/** How an error names parts of the schema. */
interface Naming {
  inMessage: (message: string) => string;
  inCoordinate: (coordinate: string) => string;
}

const SHOWN: Naming = { inMessage: (message) => message, inCoordinate: (coordinate) => coordinate };

/** Removes the names of the schema that the caller did not send. */
function hidden({ source, request: { operationName, variables } }: Requested): Naming {
  const hider = unsentNamesHider({ document: source, operationName, variables });
  return { ...hider, inMessage: (message) => hider.inMessage(message.replace(HINT, "")) };
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value);

type Requested = Pick<GraphQLRequestContext<Context>, "source" | "request">;

/** Logs faults, and adds the request id to them; adds the path of the input to other errors. */
export const errorsPlugin = ({ showsSchema }: ErrorsOptions): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue: { log } }) => {
      for (const error of errors) logFault(error, formatError(error.toJSON(), error), log);
    },

    willSendResponse: async (requestContext) => {
      const { document, errors, contextValue } = requestContext;
      const { body, http } = requestContext.response;
      if (body.kind !== "single" || !body.singleResult.errors) return;
      const naming = showsSchema ? SHOWN : hidden(requestContext);
      body.singleResult.errors = body.singleResult.errors.map((error, index) => {
        const { extensions = {} } = error;
        if (FAULT_CODES.has(String(extensions["code"]))) {
          return { ...error, extensions: { ...extensions, requestId: contextValue.requestId } };
        }
        const original = errors?.[index];
        const inputPath =
          extensions["inputPath"] ??
          (document && original ? literalPath(document, original) : undefined);
        const message = naming.inMessage(readable(error.message));
        const { coordinates } = extensions;
        const more = {
          ...(inputPath !== undefined && { inputPath }),
          ...(isTexts(coordinates) && { coordinates: coordinates.map(naming.inCoordinate) }),
        };
        const isMore = Object.keys(more).length > 0;
        return { ...error, message, ...(isMore && { extensions: { ...extensions, ...more } }) };
      });
      // Apollo sets 500 for errors without a status.
      const isFault = body.singleResult.errors.some(({ extensions }) =>
        FAULT_CODES.has(String(extensions?.["code"])),
      );
      if (http.status === 500 && !isFault) http.status = 400;
    },
  }),
});
