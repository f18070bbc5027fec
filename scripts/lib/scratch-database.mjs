// node scratch-database.mjs create URL   prints the URL of a new database beside that of URL, or "denied"
// node scratch-database.mjs drop URL     drops the database of URL
// Runs after `npm ci`: the only script here that uses a package.
import { randomBytes } from "node:crypto";
import mariadb from "mariadb";

const ACCESS_DENIED = [1044, 1227];

const [verb, text = ""] = process.argv.slice(2);
const url = new URL(text);
const loopback = ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
const connection = await mariadb.createConnection({
  host: url.hostname.replace(/^\[|\]$/g, ""),
  port: Number(url.port || 3306),
  user: decodeURIComponent(url.username),
  password: decodeURIComponent(url.password),
  allowPublicKeyRetrieval: loopback || url.searchParams.has("allowPublicKeyRetrieval"),
  ...(url.searchParams.get("ssl") === "true" && { ssl: true }),
  ...(url.searchParams.get("ssl") === "unverified" && { ssl: { rejectUnauthorized: false } }),
});
const name = decodeURIComponent(url.pathname.slice(1));
try {
  if (verb === "create") {
    url.pathname = `/${name}_test_${randomBytes(4).toString("hex")}`;
    await connection.query(`CREATE DATABASE \`${url.pathname.slice(1)}\``);
    console.log(url.href);
  } else {
    await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
  }
} catch (error) {
  const { errno } = /** @type {import("mariadb").SqlError} */ (error);
  if (!ACCESS_DENIED.includes(errno)) throw error;
  console.log("denied");
} finally {
  await connection.end();
}
