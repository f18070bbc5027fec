/**
 * The resolvers that a type of the graph needs: those of all its fields that its model has not under
 * the same name. A field that is added to schema.graphql does not compile until one of them has it.
 * `id` is always needed, because the graph's ids are not the database's.
 */
export type Complete<Resolvers, Model> = Required<
  Omit<Resolvers, Exclude<keyof Model, "id"> | "__isTypeOf">
>;
