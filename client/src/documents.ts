/** The operations as parsed documents, for Apollo Client, urql and similar clients. */
export * from "./__generated__/document-nodes.js";
