import { describe, expect, it } from "vitest";
import { readSearch } from "../../../src/domain/reading/search.js";

const formOf = (text: string) => readSearch(text)?.form;

describe("a text that is searched for", () => {
  it("is trimmed and composed", () => {
    expect(readSearch("  Zoe\u0308 ")).toEqual({ text: "Zoë", form: "Zoë" });
    expect(readSearch(" ")).toEqual({ text: "", form: "" });
  });

  it.each(["´", "`", "ʹ", "ʻ", "ʼ", "ʽ", "ˈ", "‘", "’", "‛", "′", "＇"])(
    "has the apostrophe of a typewriter for %s, wherever it stands",
    (apostrophe) => {
      expect(formOf(`O${apostrophe}Neil ${apostrophe}t`)).toBe("O'Neil 't");
    },
  );

  it.each(["‐", "‑", "‒", "–", "—", "―", "−", "﹣", "－"])(
    "has the hyphen of a typewriter for %s, wherever it stands",
    (hyphen) => {
      expect(formOf(`a${hyphen}b${hyphen}c`)).toBe("a-b-c");
    },
  );

  it("has one space for spaces of all kinds, wherever they stand", () => {
    expect(formOf("a  b\u00a0c \u2003 d")).toBe("a b c d");
  });

  it("has an i for the Turkish ı", () => {
    expect(formOf("ıı")).toBe("ii");
  });

  it("has the small letter for a capital with a mark that the small one has in one", () => {
    expect(formOf("Ϊ\u0301 Ϊ\u0301")).toBe("ΐ ΐ");
    expect(formOf("J\u0323\u030c")).toBe("\u01f0\u0323");
    expect(formOf("ABC")).toBe("ABC");
  });

  it("keeps what was typed beside its form", () => {
    expect(readSearch("O’Neil\u00a0x")).toEqual({ text: "O’Neil\u00a0x", form: "O'Neil x" });
  });

  it("has at most 201 characters", () => {
    expect(formOf("x".repeat(201))).toBe("x".repeat(201));
    expect(readSearch("x".repeat(202))).toBeNull();
    expect(formOf("🩺".repeat(201))).toBe("🩺".repeat(201));
    expect(formOf(`a${" ".repeat(300)}b`)).toBe("a b");
    expect(readSearch("x ".repeat(1_000_000))).toBeNull();
  });

  it("is nobody's if it has a control character or half a character in it", () => {
    for (const text of ["\u0007", "a\u0000b", "a\ud83d"]) expect(readSearch(text)).toBeNull();
    expect(formOf("a\tb\nc")).toBe("a b c");
  });
});
