/** The operations as parsed documents, for Apollo Client, urql and their like. */
export * from "./__generated__/document-nodes.js";
