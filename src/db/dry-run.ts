import type { Pool } from "mariadb";
import { sqlOf, type LogStatement } from "./statement-log.js";

/**
 * Creates a pool that sends nothing and makes up results, as if everything went well: every id exists, each list has one
 * item, writes succeed, and searches inside a transaction find no conflicts. Values are made up by column name.
 */
export function dryRunPool(noted: LogStatement): Pool {
  const sender = (isInTransaction: boolean) => {
    const send = (statement: unknown, values: unknown = []) => {
      const sql = sqlOf(statement);
      const { dateStrings: asText = false, bigIntAsNumber: asNumber = false } = statement as {
        dateStrings?: boolean;
        bigIntAsNumber?: boolean;
      };
      const list = Array.isArray(values) ? (values as unknown[]) : [values];
      return noted(sql, async () => answer(sql, list, { isInTransaction, asText, asNumber }));
    };
    return { query: send, execute: send };
  };
  const nothing = async () => undefined;
  const connection = {
    ...sender(true),
    beginTransaction: () => noted("START TRANSACTION", nothing),
    commit: () => noted("COMMIT", nothing),
    rollback: () => noted("ROLLBACK", nothing),
    on: () => connection,
    off: () => connection,
    release: nothing,
  };
  const pool = { ...sender(false), getConnection: async () => connection, end: nothing };
  return pool as unknown as Pool;
}

interface ResultOptions {
  isInTransaction: boolean;
  /** Whether to return times as text. */
  asText: boolean;
  /** Whether to return counts as numbers. */
  asNumber: boolean;
}

const SELECT_LIST = /^[\s(]*SELECT\s+(.*?)\s+FROM\s/is;
const BY_ID = /[^\w]id`? (?:= \?|IN \(([^)]*)\))/;

function answer(sql: string, values: readonly unknown[], options: ResultOptions): unknown {
  const list = SELECT_LIST.exec(sql)?.[1];
  if (list === undefined) return { affectedRows: 1, insertId: 1n, warningStatus: 0 };
  const columns = list.split(",").map((column) => columnOf(column, options));
  const rows = idsOf(sql, values, options, columns).map((id) =>
    columns.map(({ isId, value }) => (isId ? id : value)),
  );
  const meta = columns.map(({ name, type }) => ({
    name: () => name,
    type,
    flags: 0,
    collation: { index: UTF8MB4_UNICODE_CI },
  }));
  return Object.assign(rows, { meta });
}

/** The ids of the made-up rows. */
function idsOf(
  sql: string,
  values: readonly unknown[],
  { isInTransaction }: ResultOptions,
  columns: readonly Column[],
): unknown[] {
  const lookup = BY_ID.exec(sql);
  if (lookup) {
    const before = sql.slice(0, lookup.index).split("?").length - 1;
    const count = lookup[1] === undefined ? 1 : lookup[1].split("?").length - 1;
    return values.slice(before, before + count);
  }
  return isInTransaction && !columns.some(({ type }) => type === "BIGINT") ? [] : [1];
}

interface Column {
  name: string;
  isId: boolean;
  /** The name of the type in the driver; only counts are BIGINT. */
  type: "INT" | "BIGINT" | "DATETIME" | "VAR_STRING";
  value: unknown;
}

const UTF8MB4_UNICODE_CI = 224;
const TEXT_TIME = "2030-01-07 09:00:00";
/** Its date and itself, as TO_DAYS and TO_SECONDS count. */
const DAY = 741_449;
const SECOND = 64_061_226_000;
/** Texts that are not just any text. */
const TEXTS: Readonly<Record<string, string>> = {
  status: "BOOKED",
  kind: "TIME_OFF",
  hours: "[]",
  time_zone: "UTC",
};

/** Parses a column of a SELECT list: `a.id`, a quoted name, `0 AS branch` or `COUNT(*)`. */
function columnOf(text: string, { isInTransaction, asText, asNumber }: ResultOptions): Column {
  const name = /([\w$]+)`?\s*$/.exec(text)?.[1] ?? "COUNT(*)";
  const column = (type: Column["type"], value: unknown): Column => ({
    name,
    isId: name === "id",
    type,
    value,
  });
  if (/^\s*\d+(?: AS|\s*$)/.test(text)) return column("INT", parseInt(text, 10));
  if (text.includes("TO_DAYS(")) return column("INT", DAY);
  if (text.includes("TO_SECONDS(")) return column("INT", SECOND);
  if (text.includes("COUNT(")) {
    const count = isInTransaction ? 0 : 1;
    return column("BIGINT", asNumber ? count : BigInt(count));
  }
  if (/_at$|^(?:local|valid)_(?:from|until)$/.test(name)) {
    return column("DATETIME", asText ? TEXT_TIME : new Date(`${TEXT_TIME}Z`));
  }
  if (/(^|_)id$|^version$|^is_/.test(name)) return column("INT", 1);
  // A calendar would not be looked at if all went well.
  if (name.startsWith("has_")) return column("INT", 0);
  if (name.endsWith("_minutes") || name === "horizon_days") return column("INT", 30);
  return column("VAR_STRING", TEXTS[name] ?? "");
}
