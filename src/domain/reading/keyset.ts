import { LAST_MOMENT } from "../time.js";
import { canFit, MAXIMUM_LENGTH } from "../limits.js";

/**
 * Pages by keyset: a page starts after the position of a row, that is the values of the columns that
 * the list is sorted by, so it stays right while rows come and go, and costs the same at any depth.
 */

export interface PageRequest<Order extends string> {
  orderBy: Order;
  /** The most rows on the page. */
  first: number;
  /** The position after which the page starts; null for the first page. */
  after: Position | null;
}

/** The values of a row in the columns of its list's order; times in milliseconds since 1970. */
export type Position = readonly (string | number)[];

export interface Page<Row> {
  rows: Row[];
  hasNextPage: boolean;
  /** Where one of the rows stands: what comes after it starts after this. */
  positionOf(row: Row): Position;
}

/** By which columns a list is sorted, most significant first, all in one direction; the last is unique. */
export interface Keyset<Row> {
  columns: readonly { name: keyof Row & string; kind: "text" | "integer" | "time" }[];
  direction: "asc" | "desc";
}

/** The page that `rows` make, of which one more than `first` was read to see whether more follows. */
export function toPage<Row>(rows: Row[], first: number, keyset: Keyset<Row>): Page<Row> {
  return {
    rows: rows.length > first ? rows.slice(0, first) : rows,
    hasNextPage: rows.length > first,
    positionOf: (row) => positionOf(row, keyset),
  };
}

function positionOf<Row>(row: Row, { columns }: Keyset<Row>): Position {
  return columns.map(({ name }) => {
    const value = row[name];
    return value instanceof Date ? value.getTime() : (value as string | number);
  });
}

const LARGEST_INTEGER = 2_147_483_647;

/** Whether `values`, which come from outside, can be a position in the order of `keyset`. */
export function isPosition<Row>(
  values: readonly unknown[],
  { columns }: Keyset<Row>,
): values is Position {
  return (
    values.length === columns.length &&
    columns.every(({ kind }, index) => {
      const value = values[index];
      if (kind === "text") return typeof value === "string" && canFit(value, MAXIMUM_LENGTH.name);
      const largest = kind === "time" ? LAST_MOMENT.getTime() : LARGEST_INTEGER;
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= largest;
    })
  );
}
