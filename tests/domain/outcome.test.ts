import { describe, expect, it } from "vitest";
import { done, isDone, refused } from "../../src/domain/outcome.js";

describe("an outcome", () => {
  it("is what was done, with its value", () => {
    expect(done(5)).toEqual({ done: true, value: 5 });
    expect(isDone(done(null))).toBe(true);
  });

  it("is a refusal with all of its reasons, in their order", () => {
    const [one, other] = [
      { code: "REQUIRED", path: ["firstName"] },
      { code: "EMAIL_TAKEN", path: ["email"] },
    ] as const;
    expect(refused(one, other)).toEqual({ done: false, refusals: [one, other] });
    expect(isDone(refused(one))).toBe(false);
  });
});
