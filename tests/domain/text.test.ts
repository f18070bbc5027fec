import { describe, expect, it } from "vitest";
import { checkText, checkTexts, type TextKind } from "../../src/domain/text.js";

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

  it.each([
    ["U+200B", "\u200b\u200b"],
    ["U+3164", "\u3164"],
    ["U+FEFF", "\u2060\ufeff"],
    ["U+00AD", "\u00ad"],
    ["U+2800", "\u2800 \u2800"],
    ["U+115F and U+1160", "\u115f\u1160"],
    ["U+FFA0", "\uffa0"],
    ["a lone accent", "\u0301"],
    ["variation selectors", "\ufe0f\u{e0100}"],
    ["joiners", "\u200c\u200d"],
    ["an override", "\u202e"],
    ["U+2028", "\u2028"],
  ])("is required: %s alone is nothing to be seen", (_, text) => {
    for (const kind of ["name", "prose"] as const) {
      expect(check(text, kind).refusals).toEqual([{ code: "REQUIRED", path: ["name"] }]);
    }
  });

  it.each([
    ["an override", "a\u202eb"],
    ["an isolate", "a\u2066b"],
    ["a mark of direction", "a\u200f"],
    ["a line separator", "a\u2028b"],
    ["a paragraph separator", "a\u2029b"],
    ["a space of no width", "a\u200bb"],
    ["a soft hyphen", "a\u00adb"],
    ["a filler", "a\u3164b"],
    ["a tag", "a\u{e0041}b"],
    ["private use", "a\ue000"],
    ["private use beyond", "a\u{10fffd}"],
    ["no character", "a\uffff"],
    ["an undefined character", "a\u0378"],
    ["half a character", "\udc00b"],
    ["a joiner at the end", "ab\u200d"],
    ["a joiner behind a space", "a \u200cb"],
    ["a joiner before a space", "a\u200d b"],
    ["two joiners", "a\u200d\u200db"],
    ["a variation selector twice", "a\ufe0f\ufe0f"],
    ["a variation selector behind a space", "a \ufe0f"],
  ])("is not kept with %s in it", (_, text) => {
    for (const kind of ["name", "prose"] as const) {
      expect(check(text, kind).refusals).toEqual([{ code: "INVALID_CHARACTERS", path: ["name"] }]);
    }
  });

  it.each([
    ["Persian", "می\u200cخ"],
    ["Bengali", "র\u200d্য"],
    ["Malayalam", "ന്\u200d"],
    ["Sinhala", "ශ්\u200dරී"],
    ["emoji", "👩🏽\u200d⚕️"],
    ["a heart on fire", "❤️\u200d🔥"],
    ["a form of a Han character", "葛\u{e0100}"],
    ["a keycap", "1\ufe0f\u20e3"],
    ["a letter and a digit", "a\u200c1"],
  ])("may have the joiners and selectors of %s", (_, text) => {
    expect(check(text).refusals).toEqual([]);
  });

  it("may be anything but controls and half characters where it is opaque", () => {
    expect(check("a\u200b\ue000", "opaque").refusals).toEqual([]);
    expect(check("\u200b", "opaque").refusals).toEqual([]);
    expect(check(" ", "opaque").refusals).toEqual([{ code: "REQUIRED", path: ["name"] }]);
    for (const text of ["a\u0000", "a\ud83d"]) {
      expect(check(text, "opaque").refusals).toMatchObject([{ code: "INVALID_CHARACTERS" }]);
    }
  });

  it("is not looked at where it is far too long, and fits decomposed as it does composed", () => {
    const tooLong = [{ code: "TOO_LONG", path: ["name"], maximumLength: 5 }];
    expect(check("\u0000".repeat(1_000_000))).toEqual({ text: "", refusals: tooLong });
    expect(check("ᾆ".repeat(5).normalize("NFD"))).toEqual({ text: "ᾆ".repeat(5), refusals: [] });
    expect(check(`${" ".repeat(1_000)}abcde${" ".repeat(1_000)}`).refusals).toEqual([]);
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

describe("some texts", () => {
  const rules = { one: { maximumLength: 5 }, other: { maximumLength: 1 } };

  it("are each checked by a rule of its own, and say where they were sent", () => {
    expect(checkTexts({ one: " ab", other: "ab" }, rules, ["changes"])).toEqual({
      fields: { one: "ab", other: "ab" },
      refusals: [{ code: "TOO_LONG", path: ["changes", "other"], maximumLength: 1 }],
    });
    expect(checkTexts({ one: null, other: "" }, rules, []).refusals).toEqual([
      { code: "REQUIRED", path: ["one"] },
      { code: "REQUIRED", path: ["other"] },
    ]);
  });

  it("are only those that were sent", () => {
    expect(checkTexts({ other: "a", one: undefined }, rules, [])).toEqual({
      fields: { other: "a" },
      refusals: [],
    });
  });
});
