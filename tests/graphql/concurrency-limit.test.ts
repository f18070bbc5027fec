import { describe, expect, it } from "vitest";
import { createConcurrencyLimit } from "../../src/graphql/limits/concurrency-limit.js";

const hasNotGone = () => false;

describe("a concurrency limit", () => {
  it("runs two operations at a time, and the others in the order of their arrival", async () => {
    const limit = createConcurrencyLimit({ concurrency: 2, maxWaiting: 40 });
    const [first, second] = await Promise.all([
      limit.acquire(hasNotGone),
      limit.acquire(hasNotGone),
    ]);
    const order: number[] = [];
    const third = limit.acquire(hasNotGone).then((slot) => {
      order.push(3);
      return slot;
    });
    const fourth = limit.acquire(hasNotGone).then((slot) => {
      order.push(4);
      return slot;
    });
    await Promise.resolve();
    expect(order).toEqual([]);
    first?.release();
    (await third)?.release();
    expect(await fourth).not.toBeNull();
    expect(order).toEqual([3, 4]);
    second?.release();
  });

  it("counts a release once, even if it is called twice", async () => {
    const limit = createConcurrencyLimit({ concurrency: 2, maxWaiting: 40 });
    const [first] = await Promise.all([limit.acquire(hasNotGone), limit.acquire(hasNotGone)]);
    const waiting = [limit.acquire(hasNotGone), limit.acquire(hasNotGone)];
    let began = 0;
    for (const each of waiting) void each.then(() => (began += 1));
    first?.release();
    first?.release();
    await Promise.all([waiting[0], Promise.resolve()]);
    expect(began).toBe(1);
  });

  it("skips operations of callers who have disconnected, and refuses those beyond the queue", async () => {
    const limit = createConcurrencyLimit({ concurrency: 2, maxWaiting: 40 });
    const [first] = await Promise.all([limit.acquire(hasNotGone), limit.acquire(hasNotGone)]);
    const gone = limit.acquire(() => true);
    const next = limit.acquire(hasNotGone);
    first?.release();
    expect(await gone).toBeNull();
    expect(await next).not.toBeNull();
    const many = Array.from({ length: 41 }, () => limit.acquire(hasNotGone));
    expect(await many[40]).toBeNull();
  });
});
