/** The database of this test run: scripts/test.mjs brings one, or takes the one it is given. */
export const databaseUrl = readDatabaseUrl();

function readDatabaseUrl(): string {
  const url = process.env["DATABASE_URL"];
  if (url === undefined) throw new Error("DATABASE_URL is not set. Run the tests with `npm test`.");
  return url;
}
