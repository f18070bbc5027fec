import { fileURLToPath } from "node:url";
import { describeUrl, givenDatabaseUrl } from "./environment.mjs";
import { keptServer, throwawayServer } from "./private-server.mjs";
import { onInterrupt, run } from "./processes.mjs";
import { line, step } from "./terminal.mjs";

/**
 * A database to work with, and how to give it back.
 *
 * @typedef {object} ProvidedDatabase
 * @property {string} url
 * @property {() => Promise<void>} release
 */

/**
 * @typedef {ProvidedDatabase & {
 *   isPrivate: boolean,
 *   lend: (pid: number) => Promise<void>,
 * }} KeptDatabase `isPrivate`: whether it is the project's own, and not one that somebody has named; `lend` says
 *   that another process uses it, too.
 */

/**
 * The database that DATABASE_URL names, once it has answered, else one of a private server whose data is kept.
 *
 * @param {Promise<void>} dependencies are needed to ask a database that is named.
 * @returns {Promise<KeptDatabase>}
 * @throws {Failure} if it can't be used, with the cause and what to do.
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
 * The environment of a server on that database: the demo clinic goes into the private one by itself, into one
 * that somebody has named only where they say SEED=true.
 *
 * @param {KeptDatabase} database
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment({ url, isPrivate }) {
  const said = process.env["SEED"];
  const isUnsaid = said === undefined || said === "";
  if (isUnsaid && !isPrivate) {
    line(
      "· demo data     none: the database is named by DATABASE_URL. SEED=true puts the demo clinic into it, " +
        "while it is empty",
    );
  }
  return { ...process.env, ...(isUnsaid && { SEED: String(isPrivate) }), DATABASE_URL: url };
}

/**
 * An empty database for tests: a new one on the server of DATABASE_URL, else on a private server of
 * its own; gone when it is given back. The dependencies must be installed.
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
    line("! The user of DATABASE_URL may not make databases: the tests run in the one it names.");
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
 * Has a database checked, made or dropped, in a process that may use packages.
 *
 * @param {"check" | "create" | "drop"} verb
 * @param {string} url
 * @returns {Promise<string>} what it has said.
 * @throws {Failure} with the cause and what to do.
 */
async function askDatabase(verb, url) {
  const helper = fileURLToPath(new URL("named-database.mjs", import.meta.url));
  return run(process.execPath, ["--import", "tsx", helper, verb, url], { explain: "" });
}
