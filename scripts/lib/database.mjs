import { fileURLToPath } from "node:url";
import { describeUrl, givenDatabaseUrl } from "./environment.mjs";
import { keptServer, throwawayServer } from "./private-server.mjs";
import { onInterrupt, run } from "./processes.mjs";
import { line, step } from "./terminal.mjs";

/**
 * A database to work with, and a function to release it.
 *
 * @typedef {object} ProvidedDatabase
 * @property {string} url
 * @property {() => Promise<void>} release
 */

/**
 * @typedef {ProvidedDatabase & {
 *   isPrivate: boolean,
 *   lend: (pid: number) => Promise<void>,
 * }} KeptDatabase `isPrivate`: whether it belongs to the project, and is not one that DATABASE_URL names; `lend` registers
 *   another process that uses it.
 */

/**
 * Provides the database that DATABASE_URL names, after a check that it is usable, else one on a private server with
 * persistent data.
 *
 * @param {Promise<void>} dependencies resolves when the packages are installed, which the check needs.
 * @returns {Promise<KeptDatabase>}
 * @throws {Failure} that says what is wrong and what to do, if it cannot be used.
 */
export async function provideDatabase(dependencies) {
  const url = givenDatabaseUrl();
  if (url !== undefined) await dependencies;
  return step("database", async (say) => {
    if (url !== undefined) {
      await askDatabase("check", url);
      const nothing = async () => {};
      const result = { url, isPrivate: false, lend: nothing, release: nothing };
      return { result, summary: describeUrl(url) };
    }
    const { description, ...server } = await keptServer(say);
    return { result: { ...server, isPrivate: true }, summary: description };
  });
}

/**
 * The environment of a server on that database. A private database gets the demo clinic automatically, one that DATABASE_URL
 * names only with SEED=true.
 *
 * @param {KeptDatabase} database
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment({ url, isPrivate }) {
  const said = process.env["SEED"];
  const isUnsaid = said === undefined || said === "";
  if (isUnsaid && !isPrivate) {
    line(
      "· demo data     none, because DATABASE_URL is set. SEED=true adds the demo clinic to an empty database",
    );
  }
  return { ...process.env, ...(isUnsaid && { SEED: String(isPrivate) }), DATABASE_URL: url };
}

/**
 * Provides an empty database for tests: on the server of DATABASE_URL, else on a private server of its own. It is deleted when
 * it is released. The packages must be installed.
 *
 * @returns {Promise<ProvidedDatabase>}
 */
export function provideTestDatabase() {
  return step("database", async (say) => {
    const given = givenDatabaseUrl();
    if (given !== undefined) return scratchDatabase(given);
    const server = await throwawayServer(say);
    return { result: { url: server.url, release: server.stop }, summary: server.description };
  });
}

/** @param {string} given */
async function scratchDatabase(given) {
  const url = (await askDatabase("create", given)).trim();
  if (url === "denied") {
    line(
      "! The user of DATABASE_URL may not create databases: the tests run in the one that it names.",
    );
    return { result: { url: given, release: async () => {} }, summary: describeUrl(given) };
  }
  const release = async () => {
    onInterrupt.delete(release);
    await askDatabase("drop", url);
  };
  onInterrupt.add(release);
  return { result: { url, release }, summary: describeUrl(url) };
}

/**
 * Checks, creates or drops a database, in a process that may use packages.
 *
 * @param {"check" | "create" | "drop"} verb
 * @param {string} url
 * @returns {Promise<string>} its output.
 * @throws {Failure} that says what is wrong and what to do.
 */
async function askDatabase(verb, url) {
  const helper = fileURLToPath(new URL("named-database.mjs", import.meta.url));
  return run(process.execPath, ["--import", "tsx", helper, verb, url], { explain: "" });
}
