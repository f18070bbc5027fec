import { describe, expect, it } from "vitest";
import { createCostlyQueue } from "../../src/graphql/costly-queue.js";

const isThere = () => false;

describe("the queue of costly operations", () => {
  it("lets two in at a time, the others in the order in which they came", async () => {
    const queue = createCostlyQueue();
    const [first, second] = await Promise.all([queue.enter(isThere), queue.enter(isThere)]);
    const order: number[] = [];
    const third = queue.enter(isThere).then((turn) => {
      order.push(3);
      return turn;
    });
    const fourth = queue.enter(isThere).then((turn) => {
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
    const queue = createCostlyQueue();
    const [first] = await Promise.all([queue.enter(isThere), queue.enter(isThere)]);
    const waiting = [queue.enter(isThere), queue.enter(isThere)];
    let began = 0;
    for (const each of waiting) void each.then(() => (began += 1));
    first?.end();
    first?.end();
    await Promise.all([waiting[0], Promise.resolve()]);
    expect(began).toBe(1);
  });

  it("passes over callers who have gone, and turns away those who are too many", async () => {
    const queue = createCostlyQueue();
    const [first] = await Promise.all([queue.enter(isThere), queue.enter(isThere)]);
    const gone = queue.enter(() => true);
    const next = queue.enter(isThere);
    first?.end();
    expect(await gone).toBeNull();
    expect(await next).not.toBeNull();
    const many = Array.from({ length: 41 }, () => queue.enter(isThere));
    expect(await many[40]).toBeNull();
  });
});
