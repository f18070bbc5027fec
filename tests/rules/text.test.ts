import { describe, expect, it } from "vitest";
import { checkText, type TextKind } from "../../src/domain/rules/text.js";

const check = (text: string | null, kind: TextKind = "name") =>
  checkText(text, ["name"], { maximumLength: 5, kind });

describe("a text", () => {
  it("is trimmed and composed", () => {
    expect(check("  Zoe\u0308 ")).toEqual({ text: "Zoë", refusals: [] });
  });

  it.each([null, "", "   ", "\u00a0\u2003"])("is required: %j is none", (text) => {
    expect(check(text).refusals).toEqual([{ code: "REQUIRED", path: ["name"] }]);
  });

  it("has as many characters as the database counts, not as JavaScript does", () => {
    expect(check("🩺🩺🩺🩺🩺").refusals).toEqual([]);
    expect(check("🩺🩺🩺🩺🩺🩺").refusals).toEqual([
      { code: "TOO_LONG", path: ["name"], maximumLength: 5 },
    ]);
  });

  it.each(["a\u0000b", "a\u001bb", "a\nb", "a\u0085b", "a\ud83d"])("has no %j in it", (text) => {
    expect(check(text).refusals).toEqual([{ code: "INVALID_CHARACTERS", path: ["name"] }]);
  });

  it("may have line breaks and tabs in prose, but no other control characters", () => {
    expect(check("a\nb\tc", "prose").refusals).toEqual([]);
    expect(check("a\u0000", "prose").refusals).toEqual([
      { code: "INVALID_CHARACTERS", path: ["name"] },
    ]);
  });

  it("is refused for all its faults at once", () => {
    expect(check("abc\u0000def").refusals.map(({ code }) => code)).toEqual([
      "TOO_LONG",
      "INVALID_CHARACTERS",
    ]);
  });
});
