/** The turn of one operation. */
export interface Slot {
  /** Lets the next one in; may be called more than once. */
  end: () => void;
}

/** A queue, first come, first served, for operations of which only few go well together. */
export interface ConcurrencyLimit {
  /**
   * Waits for a turn.
   *
   * @param hasGone whether its caller is no longer there: it is passed over then.
   * @returns null if too many are waiting, or the caller has gone.
   */
  acquire(hasGone: () => boolean): Promise<Slot | null>;
}

export interface ConcurrencyLimitOptions {
  /** So many have a turn at a time. */
  concurrency: number;
  /** So many may wait: fewer than may be at work, so that those who wait never take all places. */
  maxWaiting: number;
}

export function createConcurrencyLimit({
  concurrency,
  maxWaiting,
}: ConcurrencyLimitOptions): ConcurrencyLimit {
  const waiting: { hasGone: () => boolean; resolve: (turn: Slot | null) => void }[] = [];
  let running = 0;

  const begin = (): Slot => {
    running += 1;
    let isOver = false;
    return {
      end() {
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
