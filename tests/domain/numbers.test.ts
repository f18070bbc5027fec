import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isInputObjectType, isObjectType, type GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../src/common/project-root.js";
import { openDatabase, type Database } from "../../src/db/database.js";
import { MAXIMUM_LENGTH, MAXIMUM_MINUTES, MINIMUM_MINUTES } from "../../src/domain/index.js";
import { HOLD_MINUTES, SCHEDULE_NUMBERS } from "../../src/domain/limits.js";
import { databaseUrl } from "../support/environment.js";

/**
 * The numbers of the rules stand in src/domain. What can't take them from there, SQL and the texts of schema.graphql,
 * is held against them here.
 */

let db: Database;
beforeAll(() => {
  db = openDatabase(databaseUrl);
});
afterAll(() => db.close());

describe("the database's limits are those of the rules", () => {
  const lengthOf = async (column: string): Promise<number> => {
    const [table = "", name = ""] = column.split(".");
    const [row] = await db.select(
      `SELECT CHARACTER_MAXIMUM_LENGTH FROM information_schema.COLUMNS
      WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND COLUMN_NAME = ?`,
      [table, name],
    );
    return Number(row?.[0]);
  };

  it.each([
    ["patients.first_name", MAXIMUM_LENGTH.name],
    ["patients.last_name", MAXIMUM_LENGTH.name],
    ["patients.email", MAXIMUM_LENGTH.email],
    ["patients.phone_number", MAXIMUM_LENGTH.phoneNumber],
    ["patients.search_first_last", MAXIMUM_LENGTH.search],
    ["patients.search_last_first", MAXIMUM_LENGTH.search],
    ["doctors.full_name", MAXIMUM_LENGTH.name],
    ["doctors.specialty", MAXIMUM_LENGTH.name],
    ["appointments.cancellation_reason", MAXIMUM_LENGTH.cancellationReason],
    ["idempotency_keys.idempotency_key", MAXIMUM_LENGTH.idempotencyKey],
    ["slot_holds.hold_key", MAXIMUM_LENGTH.holdKey],
    ["schedule_exceptions.note", MAXIMUM_LENGTH.scheduleNote],
  ])("%s", async (column, length) => {
    expect(await lengthOf(column)).toBe(length);
  });

  it.each([
    ["appointments_duration_check", { minimum: MINIMUM_MINUTES, maximum: MAXIMUM_MINUTES }],
    ["schedules_slot_check", SCHEDULE_NUMBERS.slotMinutes],
    ["schedules_gap_check", SCHEDULE_NUMBERS.gapMinutes],
    ["schedules_notice_check", SCHEDULE_NUMBERS.minimumNoticeMinutes],
    ["schedules_horizon_check", SCHEDULE_NUMBERS.horizonDays],
  ])("%s", async (name, { minimum, maximum }) => {
    const rows = await db.select(
      `SELECT CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS
      WHERE CONSTRAINT_SCHEMA = DATABASE() AND CONSTRAINT_NAME = ?`,
      [name],
    );
    expect(rows.map(([clause]) => String(clause).match(/\d+/g)?.map(Number))).toEqual([
      [minimum, maximum],
    ]);
  });
});

describe("schema.graphql says the numbers of the rules", () => {
  const schema = buildSchema(readFileSync(join(projectRoot, "schema.graphql"), "utf8"));
  const texts = textsOf(schema);

  it.each([
    ["durationMinutes", [`${MINIMUM_MINUTES} to ${MAXIMUM_MINUTES} minutes`]],
    ["firstName", [`1 to ${MAXIMUM_LENGTH.name} characters`]],
    ["lastName", [`1 to ${MAXIMUM_LENGTH.name} characters`]],
    ["fullName", [`1 to ${MAXIMUM_LENGTH.name} characters`]],
    ["specialty", [`1 to ${MAXIMUM_LENGTH.name} characters`]],
    ["email", [`Up to ${MAXIMUM_LENGTH.email} characters`]],
    ["phoneNumber", [`1 to ${MAXIMUM_LENGTH.phoneNumber} characters`]],
    ["idempotencyKey", [`1 to ${MAXIMUM_LENGTH.idempotencyKey} characters`]],
    ["slotMinutes", [rangeOf(SCHEDULE_NUMBERS.slotMinutes)]],
    ["gapMinutes", [rangeOf(SCHEDULE_NUMBERS.gapMinutes)]],
    ["minimumNoticeMinutes", [rangeOf(SCHEDULE_NUMBERS.minimumNoticeMinutes)]],
    ["horizonDays", [rangeOf(SCHEDULE_NUMBERS.horizonDays)]],
    ["minutes", [rangeOf(HOLD_MINUTES)]],
    ["note", [`up to ${MAXIMUM_LENGTH.scheduleNote} characters`]],
    ["reason", [`up to ${MAXIMUM_LENGTH.cancellationReason} characters`]],
  ])("of %s, in every input that has it", (field, numbers) => {
    const said = texts.filter(({ name, isSought }) => name === field && !isSought);
    expect(said.length).toBeGreaterThan(0);
    for (const { path, text } of said) {
      for (const number of numbers) expect(`${path}: ${text}`).toContain(number);
    }
  });

  it("and none besides them where it speaks of minutes or characters", () => {
    const known = new Set<number>([
      1,
      MINIMUM_MINUTES,
      MAXIMUM_MINUTES,
      ...Object.values(MAXIMUM_LENGTH),
      ...[...Object.values(SCHEDULE_NUMBERS), HOLD_MINUTES].flatMap(({ minimum, maximum }) => [
        minimum,
        maximum,
      ]),
    ]);
    const wrong = texts.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:(\d+) to )?(\d+) (?:minutes|characters)/g)]
        .flatMap(([, from = "1", to]) => [from, to])
        .filter((number) => !known.has(Number(number)))
        .map((number) => `${path}: ${number}`),
    );
    expect(wrong).toEqual([]);
  });
});

const rangeOf = ({ minimum, maximum }: { minimum: number; maximum: number }) =>
  `from ${minimum} to ${maximum}`;

interface Text {
  path: string;
  name: string;
  text: string;
  /** Whether it is no value to be kept, but one that is looked for. */
  isSought: boolean;
}

/** The descriptions of all fields, of inputs and of what is read. */
function textsOf(schema: GraphQLSchema): Text[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith("__")) return [];
    if (!isInputObjectType(type) && !isObjectType(type)) return [];
    const isSought = !isInputObjectType(type) || /(By|Filter|Unique)/.test(type.name);
    return Object.values<{ name: string; description?: string | null | undefined }>(
      type.getFields(),
    ).map(({ name, description }) => ({
      path: `${type.name}.${name}`,
      name,
      text: description ?? "",
      isSought,
    })) satisfies Text[];
  });
}
