/** Shared code of the pictures in the report. Lengths are in units; a picture is `WIDTH` units wide. */
export const WIDTH = 960;
/** The start and the end of the time axis. */
export const LEFT = 64;
export const RIGHT = WIDTH - 20;

/** Rounds a length: finer than a pixel, with few digits. */
export const round = (length: number): number => Math.round(length * 10) / 10;

/** Converts a time between `first` and `last` to its position. */
export const timeAxis =
  (first: number, last: number) =>
  (time: number): number =>
    round(LEFT + ((time - first) / (last - first)) * (RIGHT - LEFT));

/** The estimated width of a text, which is rather too large than too small. */
export const widthOf = (text: string): number => text.length * 5.9 + 4;

export const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

/** The horizontal extent of an element. */
export interface Span {
  start: number;
  end: number;
}

/** Places `span` in the first row in which it touches nothing; null if none of `mostRows` rows has room. */
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
