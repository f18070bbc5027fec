import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { breakSource, MECHANISM_NAMES, MECHANISMS, type Patch } from "../../proof/mechanisms.js";

describe("a mechanism that the proof can remove", () => {
  it.each(MECHANISM_NAMES)("still exists in the source: %s", (name) => {
    const patches: readonly Patch[] = MECHANISMS[name];
    for (const file of new Set(patches.map((patch) => patch.file))) {
      const source = readFileSync(file, "utf8");
      expect(breakSource(file, source, [name])).not.toBe(source);
    }
  });

  it("is not reported as removed if it no longer exists", () => {
    const file = "src/domain/appointments/book-batch.ts";
    expect(() => breakSource(file, "export {};", ["booking"])).toThrow(/^0 times in/);
  });
});
