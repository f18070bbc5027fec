import { test as base } from "vitest";
import { openDatabase, type Database } from "../../src/db/database.js";
import { ANYONE, createDomain, type UseCases } from "../../src/domain/index.js";
import { withClinic, type Clinic } from "./clinic.js";
import { databaseUrl } from "./environment.js";

interface Fixtures {
  db: Database;
  /** What a caller may do, without an API over it. */
  domain: UseCases;
  clinic: Clinic;
}

/** Vitest's `test` with the domain (one for each file) and a clinic that is emptied after each test. */
export const test = base.extend<Fixtures>({
  db: [
    // eslint-disable-next-line no-empty-pattern -- Vitest reads the fixtures that it needs off this.
    async ({}, use) => {
      const db = openDatabase(databaseUrl, { connectionLimit: 8 });
      await use(db);
      await db.close();
    },
    { scope: "file" },
  ],
  domain: [
    async ({ db }, use) => {
      await use(createDomain({ db }).as(ANYONE));
    },
    { scope: "file" },
  ],
  clinic: async ({ db, domain }, use) => {
    await withClinic({ db, domain }, use);
  },
});
