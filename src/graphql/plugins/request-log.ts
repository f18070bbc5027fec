import type { ApolloServerPlugin } from "@apollo/server";
import type { Context } from "../context.js";

/**
 * Logs each operation by its name and the codes of its errors. Variables and messages stay out: they
 * have people's names and emails in them. So does a name that is not one of the document's.
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
