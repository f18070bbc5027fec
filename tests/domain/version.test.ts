import { describe, expect, it } from "vitest";
import { checkVersion } from "../../src/domain/version.js";

describe("an expected version", () => {
  it("lets a change pass that is based on the current one", () => {
    expect(checkVersion(3, 3)).toEqual([]);
  });

  it("is not asked for: a change without one is trusted", () => {
    expect(checkVersion(3, null)).toEqual([]);
    expect(checkVersion(3, undefined)).toEqual([]);
  });

  it("refuses a change that is based on an earlier or a later one, and says which is current", () => {
    const stale = [{ code: "STALE_VERSION", path: ["expectedVersion"], currentVersion: 3 }];
    expect(checkVersion(3, 2)).toEqual(stale);
    expect(checkVersion(3, 4)).toEqual(stale);
    expect(checkVersion(3, 0)).toEqual(stale);
  });
});
