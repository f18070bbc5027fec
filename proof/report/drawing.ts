/** What the pictures of the report share: their lengths are in units, `WIDTH` of which are as wide as they. */
export const WIDTH = 960;
/** Where the time axis starts, and where it ends. */
export const LEFT = 64;
export const RIGHT = WIDTH - 20;

/** Finer than a pixel, yet short. */
export const round = (length: number): number => Math.round(length * 10) / 10;

/** From a time between `first` and `last` to its place. */
export const timeAxis =
  (first: number, last: number) =>
  (time: number): number =>
    round(LEFT + ((time - first) / (last - first)) * (RIGHT - LEFT));

/** How wide a text is, as far as that can be known without its font: rather too wide than too narrow. */
export const widthOf = (text: string): number => text.length * 5.9 + 4;

export const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

/** What a thing takes up from left to right. */
export interface Span {
  start: number;
  end: number;
}

/** Puts `span` into the first row in which it touches nothing; null if `mostRows` have no room. */
export function takeRow(rows: Span[][], span: Span, mostRows = Infinity): number | null {
  const isFree = (row: Span[] = []) =>
    row.every(({ start, end }) => span.end + 4 <= start || end + 4 <= span.start);
  const index = [...rows, []].findIndex(isFree);
  if (index >= mostRows) return null;
  (rows[index] ??= []).push(span);
  return index;
}

/** Round numbers from `from` to `to`, at most `count` steps apart. */
export function ticksBetween(from: number, to: number, count: number): number[] {
  const least = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 5].find((factor) => factor * power >= least) ?? 10) * power;
  const first = Math.ceil(from / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => (first + index) * step);
  return ticks.filter((tick) => tick <= to);
}
