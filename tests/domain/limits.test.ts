import { describe, expect, it } from "vitest";
import { canFit, characters } from "../../src/domain/limits.js";

/** Three characters as people write them, which Unicode composes to one: an ᾆ. */
const DECOMPOSED = "ᾆ".normalize("NFD");

describe("the length of a text", () => {
  it("is counted in characters, as the database counts them", () => {
    expect(characters("")).toBe(0);
    expect(characters("Zoë")).toBe(3);
    expect(characters("🩺🩺")).toBe(2);
  });

  it("may be four times the maximum before it is composed, and no more", () => {
    expect(DECOMPOSED).toHaveLength(4);
    expect(canFit(DECOMPOSED.repeat(5), 5)).toBe(true);
    expect(canFit(`${DECOMPOSED.repeat(5)}a`, 5)).toBe(false);
    expect(canFit("", 0)).toBe(true);
  });
});
