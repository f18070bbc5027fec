import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect } from "vitest";
import { projectRoot } from "../../../src/common/project-root.js";
import { ROLES, type Role } from "../../../src/domain/caller.js";
import { Forbidden, RULES, type Rule, type UseCase } from "../../../src/domain/index.js";
import { test } from "../../support/domain.js";
import { ABOUT_NOTHING, CALLS } from "./calls.js";
import { makeWorld, observe, type Target } from "./world.js";

const useCases = Object.keys(RULES) as UseCase[];
const observer = observe();
afterAll(() => observer.close());

/** Doctors are in the directory, and whether one is there at all may be seen from the statements. */
const SHOWS_DOCTORS: ReadonlySet<UseCase> = new Set([
  "availability.countOutsideHours",
  "availability.outsideHours",
]);

const numbersOf = (role: Role): Record<Rule, number> => {
  const numbers = { all: 0, own: 0, none: 0 };
  for (const useCase of useCases) numbers[RULES[useCase][role]] += 1;
  return numbers;
};

describe("who may use what", () => {
  test("is decided for 51 use cases and 6 roles: 306 decisions", () => {
    expect(useCases).toHaveLength(51);
    expect(Object.fromEntries(ROLES.map((role) => [role, numbersOf(role)]))).toEqual({
      ADMIN: { all: 50, own: 1, none: 0 },
      STAFF: { all: 41, own: 1, none: 9 },
      DOCTOR: { all: 13, own: 26, none: 12 },
      PATIENT: { all: 14, own: 19, none: 18 },
      AUDITOR: { all: 0, own: 0, none: 51 },
      LEGACY_REST: { all: 16, own: 0, none: 35 },
    });
  });

  test("lets legacy REST callers use exactly what the REST routes use", () => {
    const routes = readFileSync(join(projectRoot, "src", "rest", "routes.ts"), "utf8");
    const used = routes.match(/\b(?:patients|doctors|appointments)\.\w+(?=\()/g) ?? [];
    const allowed = useCases.filter((useCase) => RULES[useCase].LEGACY_REST === "all");
    expect(allowed.sort()).toEqual([...new Set<string>(used)].sort());
  });

  test.for(ROLES)(
    "is what happens, and nothing tells what is hidden: %s",
    async (role, { clinic, db }) => {
      const world = await makeWorld(clinic, db);
      const caller = world.callers[role];
      const call = async (useCase: UseCase, target: Target, expectedVersion?: number) => {
        const done = await observer.statementsOf(() =>
          CALLS[useCase](observer.as(caller), target, { world, caller, expectedVersion }),
        );
        return { ...done, text: JSON.stringify(done.result) };
      };
      const checked = { all: 0, own: 0, none: 0 };
      for (const useCase of useCases) {
        const rule = RULES[useCase][role];
        checked[rule] += 1;
        if (rule === "none") {
          const { result, statements } = await call(useCase, world.own);
          expect(result, useCase).toBeInstanceOf(Forbidden);
          expect(statements, useCase).toEqual([]);
          continue;
        }
        const own = await call(useCase, world.own, 99);
        expect(own.result, useCase).not.toBeInstanceOf(Error);
        if (ABOUT_NOTHING.has(useCase)) continue;
        for (const version of [99, undefined]) {
          const foreign = await call(useCase, world.foreign, version);
          const absent = await call(useCase, world.absent, version);
          expect(own.text, useCase).not.toBe(absent.text);
          if (rule === "all") {
            expect(foreign.text, useCase).not.toBe(absent.text);
          } else {
            expect(foreign.text, useCase).toBe(absent.text);
            if (SHOWS_DOCTORS.has(useCase)) continue;
            expect(foreign.statements, useCase).toEqual(absent.statements);
          }
        }
      }
      expect(checked).toEqual(numbersOf(role));
    },
  );
});
