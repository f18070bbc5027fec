/** So many costly operations are run at a time: with more, each of them is only slower, and so are all others. */
const AT_A_TIME = 2;
/** So many wait: fewer than may be at work, so that costly operations never take all places. */
const MOST_WAITING = 40;

/** The turn of a costly operation. */
export interface Turn {
  /** Lets the next one in; may be called more than once. */
  end(): void;
}

/** A queue, first come, first served, for operations that keep the process or its database busy. */
export interface CostlyQueue {
  /**
   * Waits for its turn.
   *
   * @param hasGone whether its caller is no longer there: it is passed over then.
   * @returns null if too many are waiting, or the caller has gone.
   */
  enter(hasGone: () => boolean): Promise<Turn | null>;
}

export function createCostlyQueue(): CostlyQueue {
  const waiting: { hasGone: () => boolean; resolve: (turn: Turn | null) => void }[] = [];
  let running = 0;

  const begin = (): Turn => {
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
    while (running < AT_A_TIME) {
      const next = waiting.shift();
      if (!next) return;
      next.resolve(next.hasGone() ? null : begin());
    }
  };

  return {
    async enter(hasGone) {
      if (running < AT_A_TIME) return begin();
      if (waiting.length >= MOST_WAITING) return null;
      return new Promise((resolve) => waiting.push({ hasGone, resolve }));
    },
  };
}
