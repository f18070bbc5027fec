import { describe, expect, it } from "vitest";
import { createConcurrencyLimit } from "../../src/graphql/limits/concurrency-limit.js";

const isThere = () => false;

describe("turns", () => {
  it("lets two in at a time, the others in the order in which they came", async () => {
    const turns = createConcurrencyLimit({ concurrency: 2, maxWaiting: 40 });
    const [first, second] = await Promise.all([turns.acquire(isThere), turns.acquire(isThere)]);
    const order: number[] = [];
    const third = turns.acquire(isThere).then((turn) => {
      order.push(3);
      return turn;
    });
    const fourth = turns.acquire(isThere).then((turn) => {
      order.push(4);
      return turn;
    });
    await Promise.resolve();
    expect(order).toEqual([]);
    first?.end();
    (await third)?.end();
    expect(await fourth).not.toBeNull();
    expect(order).toEqual([3, 4]);
    second?.end();
  });

  it("counts an end once, however often it is told", async () => {
    const turns = createConcurrencyLimit({ concurrency: 2, maxWaiting: 40 });
    const [first] = await Promise.all([turns.acquire(isThere), turns.acquire(isThere)]);
    const waiting = [turns.acquire(isThere), turns.acquire(isThere)];
    let began = 0;
    for (const each of waiting) void each.then(() => (began += 1));
    first?.end();
    first?.end();
    await Promise.all([waiting[0], Promise.resolve()]);
    expect(began).toBe(1);
  });

  it("passes over callers who have gone, and turns away those who are too many", async () => {
    const turns = createConcurrencyLimit({ concurrency: 2, maxWaiting: 40 });
    const [first] = await Promise.all([turns.acquire(isThere), turns.acquire(isThere)]);
    const gone = turns.acquire(() => true);
    const next = turns.acquire(isThere);
    first?.end();
    expect(await gone).toBeNull();
    expect(await next).not.toBeNull();
    const many = Array.from({ length: 41 }, () => turns.acquire(isThere));
    expect(await many[40]).toBeNull();
  });
});
