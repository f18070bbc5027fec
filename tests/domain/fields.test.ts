import { describe, expect, it } from "vitest";
import { assertNothingLeft, hasValues } from "../../src/domain/fields.js";

describe("whether a record has values already", () => {
  const record = { id: 1, name: "Ada", isActive: true };

  it("is so if each of them is the record's, and where there are none", () => {
    expect(hasValues(record, { name: "Ada", isActive: true })).toBe(true);
    expect(hasValues(record, {})).toBe(true);
  });

  it("is not so if one of them is another", () => {
    expect(hasValues(record, { name: "Ada", isActive: false })).toBe(false);
    expect(hasValues(record, { name: "ada", isActive: true })).toBe(false);
  });
});

describe("what is left of an input", () => {
  it("is checked by the compiler alone", () => {
    assertNothingLeft({});
    // @ts-expect-error -- a field that is not handled does not compile.
    assertNothingLeft({ notes: "" });
    expect.assertions(0);
  });
});
