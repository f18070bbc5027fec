import type { Pool } from "mariadb";
import { sqlOf, type LogStatement } from "./statement-log.js";

/**
 * A pool that sends nothing anywhere, and makes up the answers so that the work goes on as it would if all
 * went well: what is looked up by its id is there, each list has one item, writes write, and inside a
 * transaction nothing stands in the way, that is, searches find nothing. The values are made up by
 * the columns' names.
 */
export function dryRunPool(noted: LogStatement): Pool {
  const sender = (isInTransaction: boolean) => {
    const send = (statement: unknown, values: unknown = []) => {
      const sql = sqlOf(statement);
      const { dateStrings: asText = false, bigIntAsNumber: asNumber = false } = statement as {
        dateStrings?: boolean;
        bigIntAsNumber?: boolean;
      };
      const given = Array.isArray(values) ? (values as unknown[]) : [values];
      return noted(sql, async () => answer(sql, given, { isInTransaction, asText, asNumber }));
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

interface How {
  isInTransaction: boolean;
  /** Whether times are wanted as texts. */
  asText: boolean;
  /** Whether counts are wanted as numbers. */
  asNumber: boolean;
}

const SELECT_LIST = /^[\s(]*SELECT\s+(.*?)\s+FROM\s/is;
const BY_ID = /[^\w]id`? (?:= \?|IN \(([^)]*)\))/;

function answer(sql: string, values: readonly unknown[], how: How): unknown {
  const list = SELECT_LIST.exec(sql)?.[1];
  if (list === undefined) return { affectedRows: 1, insertId: 1n, warningStatus: 0 };
  const columns = list.split(",").map((column) => columnOf(column, how));
  const rows = idsOf(sql, values, how, columns).map((id) =>
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

/** The ids of the rows that are found. */
function idsOf(
  sql: string,
  values: readonly unknown[],
  { isInTransaction }: How,
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
  /** As the driver calls it; only counts are BIGINT. */
  type: "INT" | "BIGINT" | "DATETIME" | "VAR_STRING";
  value: unknown;
}

const UTF8MB4_UNICODE_CI = 224;
const TEXT_TIME = "2030-01-07 09:00:00";

/** A column of a SELECT's list: `a.id`, a quoted name, `0 AS branch` or `COUNT(*)`. */
function columnOf(text: string, { isInTransaction, asText, asNumber }: How): Column {
  const name = /([\w$]+)`?\s*$/.exec(text)?.[1] ?? "COUNT(*)";
  const column = (type: Column["type"], value: unknown): Column => ({
    name,
    isId: name === "id",
    type,
    value,
  });
  if (/^\s*\d+ AS/.test(text)) return column("INT", parseInt(text, 10));
  if (text.includes("COUNT(")) {
    const count = isInTransaction ? 0 : 1;
    return column("BIGINT", asNumber ? count : BigInt(count));
  }
  if (name.endsWith("_at")) {
    return column("DATETIME", asText ? TEXT_TIME : new Date(`${TEXT_TIME}Z`));
  }
  if (/(^|_)id$|^version$|^is_/.test(name)) return column("INT", 1);
  if (name === "duration_minutes") return column("INT", 30);
  return column("VAR_STRING", name === "status" ? "BOOKED" : "");
}
