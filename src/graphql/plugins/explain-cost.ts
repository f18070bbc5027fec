import type { ApolloServerPlugin } from "@apollo/server";
import { createDomain, ServiceUnavailable, type Explainer } from "../../domain/index.js";
import type { Context } from "../context.js";
import { refuseAsBusy, refuseAsForbidden, refuseAsUnavailable } from "./errors.js";
import { createLoaders } from "../loaders.js";
import { createConcurrencyLimit } from "../limits/concurrency-limit.js";

export const COST_HEADER = "x-explain-cost";

/**
 * Adds the cost of an operation to `extensions.cost` if the request has the header `x-explain-cost`:
 * - `true`: the operation runs; `statements` counts what it sent to the database, BEGIN and COMMIT included.
 * - `dry-run`: nothing is sent to the database and `data` is null. `sql` lists the statements of a run in which
 *   everything goes well: each id exists, each list has one item, nothing is refused.
 *
 * The role must be ADMIN. Such operations run one at a time over a pool of their own. For all others, only the header is checked.
 */
export function costPlugin(explainer: Explainer): ApolloServerPlugin<Context> {
  const limit = createConcurrencyLimit(LIMIT);
  return {
    async requestDidStart({ request, contextValue }) {
      const mode = request.http?.headers.get(COST_HEADER);
      if (mode !== "true" && mode !== "dry-run") return;
      if (contextValue.caller.role !== "ADMIN") {
        return { responseForOperation: async () => refuseAsForbidden(ONLY_ADMIN, []) };
      }
      const isDryRun = mode === "dry-run";
      const since = performance.now();
      let waited = 0;
      let observed: Awaited<ReturnType<Explainer["observe"]>> | undefined;

      return {
        async responseForOperation() {
          const before = performance.now();
          const slot = await limit.acquire(contextValue.hasGone);
          if (!slot) return refuseAsBusy("operations with x-explain-cost");
          contextValue.releases.push(slot.release);
          try {
            observed = await (isDryRun ? explainer.dryRun() : explainer.observe());
          } catch (error) {
            if (error instanceof ServiceUnavailable) return refuseAsUnavailable();
            throw error;
          }
          contextValue.releases.push(observed.end);
          waited = performance.now() - before;
          const domain = createDomain({ db: observed.db }).as(contextValue.caller);
          Object.assign(contextValue, { domain, loaders: createLoaders(domain) });
          return null;
        },

        async willSendResponse({ response: { body } }) {
          if (!observed) return;
          observed.end();
          if (body.kind !== "single") return;
          const { statements, milliseconds } = observed;
          const { singleResult: result } = body;
          const complexity = contextValue.cost;
          if (!isDryRun) {
            const cost = {
              statements: statements.length,
              databaseMilliseconds: rounded(milliseconds()),
              totalMilliseconds: rounded(performance.now() - since - waited),
              complexity,
            };
            result.extensions = { ...result.extensions, cost };
            return;
          }
          const cost = { statements: statements.length, sql: statements, complexity };
          const { errors } = result;
          body.singleResult = { ...(errors && { errors }), data: null, extensions: { cost } };
        },
      };
    },
  };
}

const ONLY_ADMIN = `The cost of an operation is for the role ADMIN. Leave out the header ${COST_HEADER}.`;

/** Each operation that waits here occupies a slot that other requests could use. */
const LIMIT = { concurrency: 1, maxWaiting: 8 };

const rounded = (milliseconds: number): number => Math.round(milliseconds * 100) / 100;
