import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CredentialsRefused } from "../../src/access/errors.js";
import { callersOf } from "../../src/access/roles.js";
import { VerifiedCredentials } from "../../src/access/verified-credentials.js";
import { fuzzParameters } from "../support/fuzz.js";

const callersNamed = (name: string) =>
  callersOf({
    kind: "user",
    name,
    roles: new Set(["STAFF"]),
    patientId: null,
    doctorId: null,
  });

/** A cache whose credentials are the names of their callers; those that begin with x are refused. */
function makeCache(maxEntries = 10_000) {
  const state = { now: 0, lifetime: Infinity, verified: [] as string[] };
  const cache = new VerifiedCredentials({
    now: () => state.now,
    maxEntries,
    async verify(credential) {
      state.verified.push(credential);
      if (credential.startsWith("x")) throw new CredentialsRefused("TEST");
      return { callers: callersNamed(credential), expiresAt: state.now + state.lifetime };
    },
  });
  const nameWith = async (credential: string) =>
    (await cache.callersWith(credential)).get("STAFF")?.name;
  return { cache, state, nameWith };
}

describe("the cache of verified credentials", () => {
  it("never gives the caller of other credentials", async () => {
    const texts = fc.array(fc.string({ minLength: 1, maxLength: 6, unit: "binary" }), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 8 }), async (credentials, maxEntries) => {
        const { nameWith, state } = makeCache(maxEntries);
        for (const credential of credentials) {
          state.now += 7_000;
          const name = await nameWith(credential).catch(() => "refused");
          expect(name).toBe(credential.startsWith("x") ? "refused" : credential);
        }
      }),
      fuzzParameters(50),
    );
  });

  it("verifies again after a minute, and answers at once before", async () => {
    const { cache, state, nameWith } = makeCache();
    await nameWith("a");
    const first = cache.callersWith("a");
    expect(first).not.toBeInstanceOf(Promise);
    state.now = 59_999;
    expect(cache.callersWith("a")).toBe(first);
    state.now = 60_000;
    expect(cache.callersWith("a")).toBeInstanceOf(Promise);
    await nameWith("a");
    expect(state.verified).toEqual(["a", "a"]);
  });

  it("does not keep credentials longer than they are valid", async () => {
    const { cache, state, nameWith } = makeCache();
    state.lifetime = 3_000;
    await nameWith("a");
    state.now = 2_999;
    expect(cache.callersWith("a")).not.toBeInstanceOf(Promise);
    state.now = 3_000;
    expect(cache.callersWith("a")).toBeInstanceOf(Promise);
    await nameWith("a");
  });

  it("verifies once for many concurrent requests, and does not remember refusals", async () => {
    const { cache, state, nameWith } = makeCache();
    const found = await Promise.all(
      Array.from({ length: 200 }, async () => cache.callersWith("a")),
    );
    expect(new Set(found).size).toBe(1);
    expect(state.verified).toEqual(["a"]);
    await expect(nameWith("x")).rejects.toThrow(CredentialsRefused);
    await expect(nameWith("x")).rejects.toThrow(CredentialsRefused);
    expect(state.verified).toEqual(["a", "x", "x"]);
  });

  it("keeps a limited number, and drops the oldest", async () => {
    const { cache, state, nameWith } = makeCache(2);
    for (const name of ["a", "b", "c"]) await nameWith(name);
    expect(cache.callersWith("c")).not.toBeInstanceOf(Promise);
    expect(cache.callersWith("b")).not.toBeInstanceOf(Promise);
    await nameWith("a");
    expect(state.verified).toEqual(["a", "b", "c", "a"]);
  });
});
