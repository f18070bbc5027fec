import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import mariadb, { type Connection } from "mariadb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { throwawayServer } from "../../scripts/lib/private-server.mjs";
import { ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { whyUnusable } from "../../src/db/setup/why-unusable.js";

const PASSWORD = "s3cret-of-nobody";

let server: Awaited<ReturnType<typeof throwawayServer>>;
let admin: Connection;

beforeAll(async () => {
  server = await throwawayServer(() => undefined);
  await ensureSchema(server.url);
  const { password } = new URL(server.url);
  const socketPath = join(server.folder, "data", "server.sock");
  admin = await mariadb.createConnection({ socketPath, user: "root", password });
});

afterAll(async () => {
  await admin.end();
  await server.stop();
});

const urlWith = (
  changes: Partial<Record<"port" | "username" | "pathname" | "search" | "hostname", string>>,
) => Object.assign(new URL(server.url), { password: PASSWORD, ...changes }).href;

/** What is said to somebody who starts with that URL. */
async function reason(url: string): Promise<string> {
  const error = await ensureSchema(url).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "DatabaseSetupError" });
  const { message } = error as Error;
  expect(message).not.toContain(PASSWORD);
  return message;
}

/** Makes an account that may do only that in the database of this project. */
async function account(name: string, rights: string, clause = ""): Promise<void> {
  const database = new URL(server.url).pathname.slice(1);
  await admin.query(`CREATE USER ${name}@'127.0.0.1' IDENTIFIED BY '${PASSWORD}' ${clause}`);
  if (rights !== "") await admin.query(`GRANT ${rights} ON ${database}.* TO ${name}@'127.0.0.1'`);
}

describe("a start without a database that can be used says why", () => {
  it("where an account has no rights, or too few of them", async () => {
    await account("stranger", "");
    await account("reader", "SELECT");
    await account("maker", "SELECT, CREATE");
    await account("half", "SELECT, CREATE, UPDATE, INSERT");
    expect(await reason(urlWith({ username: "stranger" }))).toMatch(
      /does not exist, or the user stranger may not use it/,
    );
    for (const username of ["reader", "maker", "half"]) {
      expect(await reason(urlWith({ username }))).toMatch(
        new RegExp(`the user ${username} may read, but lacks rights`),
      );
    }
  });

  it("where the account or the database is not there, or locked", async () => {
    await account("locked", "ALL", "ACCOUNT LOCK");
    await account("anywhere", "ALL");
    await admin.query("GRANT SELECT ON *.* TO anywhere@'127.0.0.1'");
    expect(await reason(urlWith({ username: "nobody" }))).toMatch(/rejects the user or password/);
    expect(await reason(urlWith({ username: "locked" }))).toMatch(/the account locked is locked/);
    expect(await reason(urlWith({ username: "anywhere", pathname: "/clinic_x" }))).toMatch(
      /^The database clinic_x on 127\.0\.0\.1:\d+ cannot be used: it does not exist on that server/,
    );
  });

  it("where the server is read-only", async () => {
    await account("ordinary", "ALL");
    await admin.query("SET GLOBAL read_only = 1");
    try {
      expect(await reason(urlWith({ username: "ordinary" }))).toMatch(/the server is read-only/);
    } finally {
      await admin.query("SET GLOBAL read_only = 0");
    }
  });

  it("where there is no server, or no TLS, or something else", async () => {
    const other = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    const silent = createServer(() => undefined);
    const portOf = async (listener: typeof other) => {
      await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
      return String((listener.address() as AddressInfo).port);
    };
    try {
      const cases: [string, RegExp][] = [
        [urlWith({ port: "1" }), /the connection was refused \(ECONNREFUSED\)/],
        [
          urlWith({ hostname: "no-such-host.invalid" }),
          /the host name no-such-host\.invalid cannot be resolved/,
        ],
        [urlWith({ search: "?ssl=true" }), /the server does not support TLS/],
        [urlWith({ port: await portOf(other) }), /is not MySQL or MariaDB/],
        [urlWith({ port: await portOf(silent) }), /the server does not respond/],
      ];
      for (const [url, message] of cases) expect(await reason(url)).toMatch(message);
    } finally {
      other.close();
      silent.close();
    }
  });
});

describe("an error whose reason is unknown", () => {
  it("is reported by its number, never by its message", () => {
    const error = Object.assign(new Error("Duplicate entry 'ann@example.com'"), { errno: 1062 });
    const wrapped = new Error("pool timeout", { cause: error });
    expect(whyUnusable(wrapped, server.url)).toMatch(
      /^The database \w+ on .* cannot be used \(1062\)\.$/,
    );
    expect(whyUnusable("what", server.url)).toContain("for an unknown reason");
  });

  it("is the innermost one: the pool only says that it has no connection", () => {
    const refused = Object.assign(new Error("Access denied"), { errno: 1045 });
    const pool = Object.assign(new Error("no connection"), { errno: 45028, cause: refused });
    expect(whyUnusable(new Error("x", { cause: pool }), server.url)).toContain(
      "rejects the user or password",
    );
  });
});
