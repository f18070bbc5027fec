import { describe, expect, it, vi } from "vitest";
import { serverEnvironment } from "../../scripts/lib/database.mjs";
import { seedIfEmpty } from "../../prisma/seed.js";
import { openDatabase } from "../../src/db/database.js";
import { ensureSchema } from "../../src/db/setup/ensure-schema.js";
import {
  ANYONE,
  createDomain,
  REFUSAL_EXAMPLES,
  type RefusalCode,
} from "../../src/domain/index.js";
import { toUserError } from "../../src/graphql/user-errors.js";
import { fillExamples, readExamples } from "../../src/pages/example-operations.js";
import { openApi } from "../support/api.js";
import { execute, withScratchDatabase } from "../support/scratch-database.js";

interface UserError {
  code: RefusalCode;
  message: string;
}

/** A message without what it says of the data: times, numbers and statuses. */
const withoutFacts = (message: string): string =>
  message.replaceAll(/\d[\d:TZ-]*/g, "…").replaceAll(/\b(?:CANCELLED|COMPLETED)\b/g, "…");

describe("the demo clinic", () => {
  it("is added to an empty database only once, and breaks no rule", async () => {
    await withScratchDatabase(async (url) => {
      await ensureSchema(url);
      expect(await seedIfEmpty(url)).toBe(true);
      const count = async (sql: string) => {
        const [row] = await execute<{ n: bigint }>(url, `SELECT COUNT(*) AS n FROM ${sql}`);
        return Number(row?.n);
      };
      expect(await count("patients")).toBe(13);
      expect(await count("doctors WHERE is_active")).toBe(8);
      expect(await count("doctors WHERE NOT is_active")).toBe(1);
      for (const status of ["BOOKED", "CANCELLED", "COMPLETED", "NO_SHOW"]) {
        expect(await count(`appointments WHERE status = '${status}'`), status).toBeGreaterThan(0);
      }
      expect(
        await count("appointments WHERE status = 'BOOKED' AND ends_at < UTC_TIMESTAMP()"),
      ).toBe(2);
      expect(await count("doctors WHERE time_zone = 'Europe/Berlin'")).toBe(3);
      expect(
        await count("appointments a JOIN doctors d ON d.id = doctor_id WHERE has_calendar"),
      ).toBe(18);
      expect(await count("schedules")).toBe(4);
      const nextWeek = "local_from > UTC_DATE() AND local_from <= UTC_DATE() + INTERVAL 13 DAY";
      for (const kind of ["TIME_OFF", "EXTRA_HOURS"]) {
        const one = `schedule_exceptions WHERE kind = '${kind}' AND ${nextWeek}`;
        expect(await count(one), kind).toBe(1);
      }
      const total = await count("appointments");
      expect(await seedIfEmpty(url)).toBe(false);
      expect(await count("appointments")).toBe(total);
    });
  });

  it("has doctors with hours whose ids come after those of the others, and who can be booked", async () => {
    await withScratchDatabase(async (url) => {
      await ensureSchema(url);
      await seedIfEmpty(url);
      const db = openDatabase(url, { connectionLimit: 2 });
      const { availability, doctors } = createDomain({ db }).as(ANYONE);
      const ids = [7, 8, 9];
      const known = await Promise.all(ids.map((id) => doctors.byId(id)));
      expect(known.map((doctor) => doctor?.hasCalendar)).toEqual([true, true, true]);
      expect((await doctors.byId(6))?.hasCalendar).toBe(false);
      const until = new Date(Date.now() + 14 * 24 * 60 * 60 * 1_000);
      const asked = { from: null, until, durationMinutes: 30, first: 500 };
      const found = await availability.freeTimes(ids.map((doctorId) => ({ doctorId, ...asked })));
      for (const { times } of found) expect(times.length).toBeGreaterThan(30);
      for (const id of ids) {
        expect(await availability.countOutsideHours(id)).toBe(0);
      }
      await db.close();
    });
  });

  it("takes all example operations that are no refusals", async () => {
    await withScratchDatabase(async (url) => {
      await ensureSchema(url);
      await seedIfEmpty(url);
      const db = openDatabase(url, { connectionLimit: 2 });
      const api = await openApi({ db });
      for (const example of readExamples().filter(({ group }) => group !== "refusals")) {
        const [filled = example] = await fillExamples([example], api.domain);
        const { name, query, variables } = filled;
        const { data, errors } = await api.send({
          query,
          variables: JSON.parse(variables) as unknown,
        });
        expect(errors, name).toBeUndefined();
        for (const payload of Object.values(data ?? {}) as { userErrors?: UserError[] }[]) {
          expect(payload, name).toBeTruthy();
          expect(payload.userErrors ?? [], name).toEqual([]);
        }
      }
      await api.close();
      await db.close();
    });
  });

  it("refuses the example operations with the codes that they name, worded as in the rule book", async () => {
    await withScratchDatabase(async (url) => {
      await ensureSchema(url);
      await seedIfEmpty(url);
      const db = openDatabase(url, { connectionLimit: 2 });
      const api = await openApi({ db });
      const examples = await fillExamples(readExamples(), api.domain);
      for (const { name, group, description, query, variables } of examples) {
        if (group !== "refusals" || name === "RefusedMalformedId") continue;
        const { data } = await api.send({ query, variables: JSON.parse(variables) as unknown });
        const payloads = Object.values(data ?? {}) as { userErrors: UserError[] }[];
        const errors = payloads.flatMap(({ userErrors }) => userErrors);
        expect(errors, name).not.toEqual([]);
        for (const { code, message } of errors) {
          expect(withoutFacts(message), name).toBe(
            withoutFacts(toUserError(REFUSAL_EXAMPLES[code]).message),
          );
        }
        const named = description.match(/\b(?:[A-Z]+_[A-Z_]+|REQUIRED)\b/g);
        if (named) expect(new Set(errors.map(({ code }) => code)), name).toEqual(new Set(named));
      }
      await api.close();
      await db.close();
    });
  });
});

describe("the environment that npm start gives the server", () => {
  const nothing = async () => undefined;
  const seedOf = (isPrivate: boolean, said?: string) => {
    vi.stubEnv("SEED", said);
    try {
      const database = { url: "mysql://u@h/c", isPrivate, lend: nothing, release: nothing };
      return serverEnvironment(database)["SEED"];
    } finally {
      vi.unstubAllEnvs();
    }
  };

  it("adds demo data to the private database, and to others only with SEED=true", () => {
    expect([seedOf(true), seedOf(true, ""), seedOf(true, "false")]).toEqual([
      "true",
      "true",
      "false",
    ]);
    expect([seedOf(false), seedOf(false, ""), seedOf(false, "true")]).toEqual([
      "false",
      "false",
      "true",
    ]);
  });
});
