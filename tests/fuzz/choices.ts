import fc, { type GeneratorValue } from "fast-check";

/**
 * Random choices that are the same again for the same seed. Where a test fails, fast-check tries smaller
 * ones, so the simplest should come first.
 */
export interface Choices {
  /** A whole number from 0 to `most`. */
  upTo: (most: number) => number;
  pick: <Item>(items: readonly Item[]) => Item;
  /** True in so many of a hundred cases. */
  chance: (percent: number) => boolean;
}

/** Choices from what `fc.gen()` gives to a property. */
export function choicesOf(generate: GeneratorValue): Choices {
  const upTo = (most: number) => generate(natural, most);
  return {
    upTo,
    pick: <Item>(items: readonly Item[]) => items[upTo(items.length - 1)] as Item,
    chance: (percent) => upTo(99) >= 100 - percent,
  };
}

const natural = (most: number) => fc.noBias(fc.nat(most));
