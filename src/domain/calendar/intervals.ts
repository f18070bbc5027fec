/**
 * A stretch of time in epoch milliseconds, half-open: `start` belongs to it, `end` does not. A list of them is *neat* if
 * it is sorted and its ranges neither overlap nor touch; all lists that these functions return are.
 */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** A neat list of what any of the ranges has; they may come in any order and overlap. Empty ones are left out. */
export function union(ranges: readonly TimeRange[]): TimeRange[] {
  const sorted = isSorted(ranges)
    ? ranges
    : [...ranges].sort((one, other) => one.start - other.start);
  const joined: TimeRange[] = [];
  let last: { start: number; end: number } | undefined;
  for (const { start, end } of sorted) {
    if (start >= end) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push((last = { start, end }));
  }
  return joined;
}

/** What the one neat list has and the other has not. */
export function subtract(ranges: readonly TimeRange[], taken: readonly TimeRange[]): TimeRange[] {
  const left: TimeRange[] = [];
  let next = ranges[0] ? firstEndingAfter(taken, ranges[0].start) : 0;
  for (const { start, end } of ranges) {
    let from = start;
    for (; next < taken.length; next++) {
      const hole = taken[next] as TimeRange;
      if (hole.start >= end) break;
      if (hole.start > from) left.push({ start: from, end: hole.start });
      from = Math.max(from, hole.end);
      // It may reach into the next range too.
      if (from >= end) break;
    }
    if (from < end) left.push({ start: from, end });
  }
  return left;
}

/** What a neat list has between two moments; nothing if the second is not later. */
export function clip(ranges: readonly TimeRange[], { start, end }: TimeRange): TimeRange[] {
  const inside: TimeRange[] = [];
  if (start >= end) return inside;
  for (let i = firstEndingAfter(ranges, start); i < ranges.length; i++) {
    const range = ranges[i] as TimeRange;
    if (range.start >= end) break;
    inside.push({ start: Math.max(range.start, start), end: Math.min(range.end, end) });
  }
  return inside;
}

/** Whether a neat list has all of a range. */
export function covers(ranges: readonly TimeRange[], { start, end }: TimeRange): boolean {
  const range = ranges[firstEndingAfter(ranges, start)];
  return range !== undefined && range.start <= start && end <= range.end;
}

/** The first range of a neat list that has a moment in common with another one. */
export function firstOverlap(
  ranges: readonly TimeRange[],
  { start, end }: TimeRange,
): TimeRange | null {
  const range = ranges[firstEndingAfter(ranges, start)];
  return range && range.start < end ? range : null;
}

/** The index of the first range of a neat list that ends after a moment; the length of the list if none does. */
function firstEndingAfter(ranges: readonly TimeRange[], moment: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle] as TimeRange).end > moment) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isSorted(ranges: readonly TimeRange[]): boolean {
  for (let i = 1; i < ranges.length; i++) {
    if ((ranges[i] as TimeRange).start < (ranges[i - 1] as TimeRange).start) return false;
  }
  return true;
}
