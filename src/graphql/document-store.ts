import type { DocumentStore } from "@apollo/server";
import { InMemoryLRUCache, type KeyValueCache } from "@apollo/utils.keyvaluecache";
import type { DocumentNode } from "graphql";

/** So many documents are kept of those that stand in no manifest. */
const MAX_UNKNOWN_DOCUMENTS = 500;

/** A longer one counts as several: each thousand characters take up to 250 KB when they are parsed. */
const CHARACTERS_OF_ONE = 1_000;

/**
 * Keeps documents that were parsed and found valid. Those of the manifests are kept for good; of all others,
 * the ones that were used last.
 *
 * @param isTrustedHash whether the SHA-256 is that of a manifest's document.
 */
export function createDocumentStore(isTrustedHash: (hash: string) => boolean): DocumentStore {
  const trusted = new Map<string, DocumentNode>();
  const others = new InMemoryLRUCache<DocumentNode>({
    maxSize: MAX_UNKNOWN_DOCUMENTS,
    // To write a document as JSON for its size would take longer than to parse it.
    sizeCalculation: ({ loc }) =>
      Math.max(1, Math.ceil((loc?.source.body.length ?? 0) / CHARACTERS_OF_ONE)),
  });
  return {
    get: async (key) => trusted.get(key) ?? others.get(key),
    async set(key, document) {
      // Apollo puts a prefix before the hash.
      if (isTrustedHash(key.slice(-HASH_LENGTH))) trusted.set(key, document);
      else await others.set(key, document);
    },
    delete: async (key) => trusted.delete(key) || others.delete(key),
  };
}

const HASH_LENGTH = 64;

/** The texts of automatic persisted queries that are kept: so many characters of them. */
const MAX_PERSISTED_CHARACTERS = 8 * 1024 * 1024;

/** Keeps the texts that clients have registered by their hashes, the ones that were used last. */
export const createPersistedQueryCache = (): KeyValueCache =>
  new InMemoryLRUCache({ maxSize: MAX_PERSISTED_CHARACTERS });
