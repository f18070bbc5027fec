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
 * The database that DATABASE_URL names, else one of a private server whose data is kept.
 *
 * @returns {Promise<ProvidedDatabase>}
 */
export function provideDatabase() {
  return step("database", async (say) => {
    const url = givenDatabaseUrl();
    if (url !== undefined) {
      return { result: { url, release: async () => {} }, summary: describeUrl(url) };
    }
    const server = await keptServer(say);
    return { result: { url: server.url, release: server.stop }, summary: server.description };
  });
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
  const helper = [
    "--import",
    "tsx",
    fileURLToPath(new URL("scratch-database.mjs", import.meta.url)),
  ];
  const explain = `A database for the tests could not be made on the server of DATABASE_URL.`;
  const answer = (await run(process.execPath, [...helper, "create", given], { explain })).trim();
  if (answer === "denied") {
    line("! The user of DATABASE_URL may not make databases: the tests run in the one it names.");
    return { result: { url: given, release: async () => {} }, summary: describeUrl(given) };
  }
  const release = async () => {
    await run(process.execPath, [...helper, "drop", answer]);
  };
  onInterrupt.add(release);
  return { result: { url: answer, release }, summary: describeUrl(answer) };
}
