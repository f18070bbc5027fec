/** The right of one operation to run. */
export interface Slot {
  /** Releases the slot to the next operation; later calls have no effect. */
  release: () => void;
}

/** Limits how many operations run at the same time. The others wait, first come, first served. */
export interface ConcurrencyLimit {
  /**
   * Waits for a slot.
   *
   * @param hasGone whether the caller has disconnected; its operation is then skipped.
   * @returns null if too many operations are waiting, or the caller has disconnected.
   */
  acquire(hasGone: () => boolean): Promise<Slot | null>;
}

export interface ConcurrencyLimitOptions {
  /** How many operations may run at the same time. */
  concurrency: number;
  /** How many may wait: fewer than requests may run, so that those that wait never occupy all slots. */
  maxWaiting: number;
}

export function createConcurrencyLimit({
  concurrency,
  maxWaiting,
}: ConcurrencyLimitOptions): ConcurrencyLimit {
  const waiting: { hasGone: () => boolean; resolve: (slot: Slot | null) => void }[] = [];
  let running = 0;

  const begin = (): Slot => {
    running += 1;
    let isOver = false;
    return {
      release() {
        if (isOver) return;
        isOver = true;
        running -= 1;
        beginNext();
      },
    };
  };

  const beginNext = (): void => {
    while (running < concurrency) {
      const next = waiting.shift();
      if (!next) return;
      next.resolve(next.hasGone() ? null : begin());
    }
  };

  return {
    async acquire(hasGone) {
      if (running < concurrency) return begin();
      if (waiting.length >= maxWaiting) return null;
      return new Promise((resolve) => waiting.push({ hasGone, resolve }));
    },
  };
}
