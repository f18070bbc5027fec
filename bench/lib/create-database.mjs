// node --import tsx create-database.mjs SERVER-URL NEW-URL
// Makes the database of NEW-URL on the server of SERVER-URL.
import { connect } from "../../src/db/setup/ensure-schema.js";

const [server = "", url = ""] = process.argv.slice(2);
const connection = await connect(server);
await connection.query(`CREATE DATABASE \`${new URL(url).pathname.slice(1)}\``);
await connection.end();
