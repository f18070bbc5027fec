// npm run token -- PERSON [ID]: prints an access token of the demo issuer, for a server that runs with AUTH=dev.
// For example `npm run token -- receptionist`, `npm run token -- doctor doc_2`, `npm run token -- "Maria Lopez"`.
import { prepareEnvironment } from "./lib/environment.mjs";
import { Failure } from "./lib/failure.mjs";
import { runCommand } from "./lib/terminal.mjs";

await runCommand(async () => {
  prepareEnvironment();
  const [person = "", id] = process.argv.slice(2);
  process.stdout.write(`${await askForToken({ person, ...(id !== undefined && { id }) })}\n`);
  return 0;
});

/**
 * @param {{ person: string, id?: string }} wanted
 * @returns {Promise<string>}
 * @throws {Failure} if there is no such person, or no server that could sign them in.
 */
async function askForToken(wanted) {
  const { HOST: host = "127.0.0.1", PORT: port = "4000" } = process.env;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}/dev/token`;
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wanted),
  }).catch(() => null);
  if (response === null || response.status === 404) {
    throw new Failure(
      `No server with AUTH=dev answers at ${url}. Start one: AUTH=dev npm start (PORT chooses another port).`,
    );
  }
  const answer = /** @type {{ access_token?: string, detail?: string }} */ (await response.json());
  if (answer.access_token === undefined) throw new Failure(answer.detail ?? "No token was given.");
  return answer.access_token;
}
