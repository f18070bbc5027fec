import { HeaderMap, type ApolloServerPlugin } from "@apollo/server";
import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { NOBODY } from "../../access/nobody.js";
import type { Context } from "../context.js";
import { refuseRequest } from "./errors.js";

/**
 * Refuses the operations of callers who have sent no credentials to a server that requires them, before any part of an operation
 * runs; also those with errors, whose messages describe the schema. Introspection is answered, because what it shows depends on
 * EXPOSE.
 */
export const signInPlugin: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue }) {
    if (contextValue.caller !== NOBODY) return;
    return {
      responseForOperation: async ({ document }) =>
        isIntrospection(document) ? null : refuseAsUnauthenticated(contextValue),

      async willSendResponse({ document, response }) {
        if (document && isIntrospection(document)) return;
        const { http, body } = refuseAsUnauthenticated(contextValue);
        response.http.status = http.status;
        for (const [name, value] of http.headers) response.http.headers.set(name, value);
        response.body = body;
      },
    };
  },
};

function refuseAsUnauthenticated({ requestId }: Context) {
  const message =
    "This server requires an access token or an API key, in the header Authorization: Bearer.";
  const error = new GraphQLError(message, { extensions: { code: "UNAUTHENTICATED", requestId } });
  const { body } = refuseRequest([error]);
  return { http: { status: 401, headers: new HeaderMap([["www-authenticate", "Bearer"]]) }, body };
}

/** Whether all operations of a document ask only for the schema and the names of types. */
function isIntrospection({ definitions }: DocumentNode): boolean {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const seen = new Set<string>();
  const isOfSchema = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value.startsWith("__");
      if (selection.kind === Kind.INLINE_FRAGMENT) return isOfSchema(selection.selectionSet);
      const { value: name } = selection.name;
      if (seen.has(name)) return true;
      seen.add(name);
      const fragment = fragments.get(name);
      return fragment !== undefined && isOfSchema(fragment.selectionSet);
    });
  return definitions.every(
    (definition) =>
      definition.kind !== Kind.OPERATION_DEFINITION || isOfSchema(definition.selectionSet),
  );
}
