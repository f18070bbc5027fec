import type { ApolloServerPlugin } from "@apollo/server";
import type { Context } from "../context.js";

/**
 * Logs the name and the error codes of each operation. It logs no variables and messages, because they contain personal data,
 * and no `operationName` that the document does not define, because a caller may put anything there.
 */
export const requestLogPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { log }, operation, response: { body } }) => {
      const errors = body.kind === "single" ? body.singleResult.errors : undefined;
      log.info(
        {
          operation: operation?.name?.value ?? null,
          kind: operation?.operation ?? null,
          ...(errors && { errorCodes: errors.map(({ extensions }) => extensions?.["code"]) }),
        },
        "graphql operation",
      );
    },
  }),
};
