import type { DocumentStore } from "@apollo/server";
import { InMemoryLRUCache, type KeyValueCache } from "@apollo/utils.keyvaluecache";
import type { DocumentNode } from "graphql";

/** How many documents that are in no manifest are kept. */
const MAX_UNKNOWN_DOCUMENTS = 500;

/** A longer document counts as several: a thousand characters occupy up to 250 KB when parsed. */
const CHARACTERS_OF_ONE = 1_000;

/**
 * Creates a store of parsed and validated documents. Documents of the manifests are kept forever; of the others, the most
 * recently used ones.
 *
 * @param isTrustedHash whether a document of a manifest has this SHA-256.
 */
export function createDocumentStore(isTrustedHash: (hash: string) => boolean): DocumentStore {
  const trusted = new Map<string, DocumentNode>();
  const others = new InMemoryLRUCache<DocumentNode>({
    maxSize: MAX_UNKNOWN_DOCUMENTS,
    // The default, the length of the document as JSON, would take longer to compute than parsing.
    sizeCalculation: ({ loc }) =>
      Math.max(1, Math.ceil((loc?.source.body.length ?? 0) / CHARACTERS_OF_ONE)),
  });
  return {
    get: async (key) => trusted.get(key) ?? others.get(key),
    async set(key, document) {
      // Apollo prefixes the hash.
      if (isTrustedHash(key.slice(-HASH_LENGTH))) trusted.set(key, document);
      else await others.set(key, document);
    },
    delete: async (key) => trusted.delete(key) || others.delete(key),
  };
}

const HASH_LENGTH = 64;

/** The maximum of characters of all automatic persisted queries together. */
const MAX_PERSISTED_CHARACTERS = 8 * 1024 * 1024;

/** Creates a cache of the queries that clients have registered by hash; it keeps the most recently used ones. */
export const createPersistedQueryCache = (): KeyValueCache =>
  new InMemoryLRUCache({ maxSize: MAX_PERSISTED_CHARACTERS });
