// node --import tsx scratch-database.mjs create URL   prints the URL of a new database beside that of
//                                                     URL, or "denied"
// node --import tsx scratch-database.mjs drop URL     drops the database of URL
// Runs after `npm ci`: the only script here that uses packages, and the project's own code.
import { randomBytes } from "node:crypto";
import mariadb from "mariadb";
import { connectionOptions } from "../../src/db/connection-options.js";

const ACCESS_DENIED = [1044, 1227];

const [verb, url = ""] = process.argv.slice(2);
const { database, ...server } = connectionOptions(url);
try {
  const connection = await mariadb.createConnection(server);
  try {
    if (verb === "create") {
      const name = `${database}_test_${randomBytes(4).toString("hex")}`;
      await connection.query(`CREATE DATABASE \`${name}\``);
      console.log(Object.assign(new URL(url), { pathname: `/${name}` }).href);
    } else {
      await connection.query(`DROP DATABASE IF EXISTS \`${database}\``);
    }
  } finally {
    await connection.end();
  }
} catch (error) {
  const { errno, message } = /** @type {import("mariadb").SqlError} */ (error);
  if (ACCESS_DENIED.includes(errno)) console.log("denied");
  else {
    console.error(message);
    process.exitCode = 1;
  }
}
