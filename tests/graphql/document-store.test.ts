import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { createDocumentStore } from "../../src/graphql/document-store.js";
import { sha256 } from "../../src/common/sha256.js";

const DOCUMENT = parse("{ __typename }");

describe("the store of documents", () => {
  it("keeps five hundred that stand in no manifest, those that were used last", async () => {
    const store = createDocumentStore(() => false);
    const keys = Array.from({ length: 600 }, (_, index) => `schema:${sha256(String(index))}`);
    const [often = ""] = keys;
    for (const key of keys) {
      await store.set(key, DOCUMENT);
      expect(await store.get(often)).toBe(DOCUMENT);
    }
    const found = await Promise.all(keys.map((key) => store.get(key)));
    expect(found.filter(Boolean)).toHaveLength(500);
    expect(found.at(-1)).toBe(DOCUMENT);
  });

  it("counts a long one as several", async () => {
    const store = createDocumentStore(() => false);
    const long = parse(`{ ${"name ".repeat(2_000)} }`);
    for (let index = 0; index < 100; index += 1) await store.set(String(index), long);
    const found = await Promise.all(
      Array.from({ length: 100 }, (_, index) => store.get(String(index))),
    );
    expect(found.filter(Boolean)).toHaveLength(45);
    expect(found.at(-1)).toBe(long);
  });

  it("keeps those of the manifests however many others come", async () => {
    const hash = sha256("trusted");
    const store = createDocumentStore((each) => each === hash);
    await store.set(`schema:${hash}`, DOCUMENT);
    for (let index = 0; index < 600; index += 1) {
      await store.set(`schema:${sha256(String(index))}`, DOCUMENT);
    }
    expect(await store.get(`schema:${hash}`)).toBe(DOCUMENT);
  });
});
