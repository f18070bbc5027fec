import { setTimeout as delay } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { databaseUrl } from "../support/environment.js";
import { execute } from "../support/scratch-database.js";

/** Two of these connections are pipelines. */
const db = openDatabase(databaseUrl, { connectionLimit: 8 });
afterAll(() => db.close());

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

const connectionId = async () => (await db.selectPipelined("SELECT CONNECTION_ID()", []))[0]?.[0];

describe("pipelined reads", () => {
  it("each get their own rows, prepared or not", async () => {
    const answers = await Promise.all(
      numbers(250).map((number) => db.selectPipelined(`SELECT ${number}, ?`, [`${number}`])),
    );
    expect(answers.map(([row]) => row?.map(Number))).toEqual(
      numbers(250).map((number) => [number, number]),
    );
  });

  it("do not wait for slow ones, even if there is one on each connection", async () => {
    let isSlowOver = false;
    const slow = Promise.all(
      numbers(2).map(() => db.selectPipelined("SELECT SLEEP(1.5)", [])),
    ).then(() => (isSlowOver = true));
    await delay(100);
    const answers = await Promise.all(
      numbers(30).map((number) => db.selectPipelined("SELECT ?", [number])),
    );
    expect(isSlowOver).toBe(false);
    expect(answers.map(([row]) => Number(row?.[0]))).toEqual(numbers(30));
    await slow;
  });

  it("report their errors, and retry on another connection if theirs is lost", async () => {
    await expect(db.selectPipelined("SELECT missing FROM doctors", [])).rejects.toThrow("missing");
    const id = await connectionId();
    const underWay = db.selectPipelined("SELECT CONNECTION_ID(), SLEEP(0.5)", []);
    await delay(100);
    await execute(databaseUrl, `KILL ${String(id)}`);
    const [[answeredBy] = []] = await underWay;
    expect(answeredBy).not.toBe(id);
    expect(await connectionId()).not.toBe(id);
  });
});
