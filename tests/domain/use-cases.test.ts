import { describe, expect, it } from "vitest";
import type { Context } from "../../src/domain/context.js";
import { bind } from "../../src/domain/use-cases.js";

describe("use cases that are bound to a context", () => {
  it("are called with it first, and then with what they are about", () => {
    const context = { now: () => new Date(0) } as Context;
    const group = {
      time: ({ now }: Context) => now(),
      all: (given: Context, one: number, other: string) => [given, one, other],
    };
    const bound = bind(group, context, () => undefined);
    expect(Object.keys(bound)).toEqual(["time", "all"]);
    expect(bound.time()).toEqual(new Date(0));
    expect(bound.all(1, "two")).toEqual([context, 1, "two"]);
  });
});
