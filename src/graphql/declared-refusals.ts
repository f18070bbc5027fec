import { getDirectiveValues, type GraphQLSchema } from "graphql";

/**
 * The codes that each mutation can answer in `userErrors`, by the mutation's name, as `@refusals` declares
 * them. A mutation without a declaration is left out.
 *
 * @throws GraphQLError if a declaration names a code that is no value of UserErrorCode.
 */
export function declaredRefusals(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const directive = schema.getDirective("refusals");
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  return new Map(
    fields.flatMap(({ name, astNode }) => {
      const values = directive && astNode ? getDirectiveValues(directive, astNode) : undefined;
      return values ? [[name, values["codes"] as readonly string[]]] : [];
    }),
  );
}
