/** The turn of one operation. */
export interface Turn {
  /** Lets the next one in; may be called more than once. */
  end: () => void;
}

/** A queue, first come, first served, for operations of which only few go well together. */
export interface Turns {
  /**
   * Waits for a turn.
   *
   * @param hasGone whether its caller is no longer there: it is passed over then.
   * @returns null if too many are waiting, or the caller has gone.
   */
  take(hasGone: () => boolean): Promise<Turn | null>;
}

export interface TurnsOptions {
  /** So many have a turn at a time. */
  atATime: number;
  /** So many may wait: fewer than may be at work, so that those who wait never take all places. */
  mostWaiting: number;
}

export function createTurns({ atATime, mostWaiting }: TurnsOptions): Turns {
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
    while (running < atATime) {
      const next = waiting.shift();
      if (!next) return;
      next.resolve(next.hasGone() ? null : begin());
    }
  };

  return {
    async take(hasGone) {
      if (running < atATime) return begin();
      if (waiting.length >= mostWaiting) return null;
      return new Promise((resolve) => waiting.push({ hasGone, resolve }));
    },
  };
}
