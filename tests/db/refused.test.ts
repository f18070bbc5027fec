import mariadb from "mariadb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { throwawayServer, type PrivateServer } from "../../scripts/lib/private-server.mjs";
import { openDatabase, type Database } from "../../src/db/database.js";
import { databaseErrorKind } from "../../src/db/errors.js";
import { ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { openApi, type Api } from "../support/api.js";

describe("the number of an error", () => {
  const kinds = {
    conflict: [1213, 1205, 1020, 1467, 3101],
    timeout: [1969, 3024, 1317, 1028],
    unavailable: [
      ...[1040, 1044, 1045, 1049, 1129, 1130, 1142, 1143, 1146, 1203, 1226, 1227, 1290, 1698],
      ...[1792, 1820, 1836, 1862, 3032, 3100, 3118, 3159, 3955, 4151, 45012, 45028, 45044],
    ],
    disconnected: [1053, 1180, 1927, 4031, 45009, 45013, 45026],
    constraint: [1062, 1451, 1452],
    other: [1054, 1064, 1264, 1406, 3819, 4025],
  };

  it.each(Object.entries(kinds))("gives its kind: %s", (kind, numbers) => {
    for (const errno of numbers) {
      const byDriver = Object.assign(new Error(), { errno });
      const byPrisma = Object.assign(new Error(), {
        meta: { driverAdapterError: { cause: { originalCode: `${errno}` } } },
      });
      expect([errno, databaseErrorKind(byDriver)]).toEqual([errno, kind]);
      expect([errno, databaseErrorKind(byPrisma)]).toEqual([errno, kind]);
    }
  });

  it("of the operating system is known by its name, which is the same everywhere", () => {
    const byName = (code: string) => databaseErrorKind(Object.assign(new Error(), { code }));
    for (const code of ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]) {
      expect([code, byName(code)]).toEqual([code, "unavailable"]);
    }
    for (const code of ["ECONNRESET", "EPIPE", "ETIMEDOUT"]) {
      expect([code, byName(code)]).toEqual([code, "disconnected"]);
    }
  });
});

describe("a database server that refuses connections for a while", () => {
  let server: PrivateServer;
  let db: Database;
  let api: Api;

  beforeAll(async () => {
    server = await throwawayServer(() => undefined);
    await ensureSchema(server.url);
    db = openDatabase(server.url, { connectionLimit: 4 });
    api = await openApi({ db });
  });

  afterAll(async () => {
    await api.close();
    await db.close();
    await server.stop();
  });

  const query = { query: '{ doctors { totalCount } patient(by: { id: "pat_1" }) { id } }' };
  const body = {
    first_name: "Ann",
    last_name: "Lee",
    email: "ann@example.com",
    phone_number: "5550100199",
  };

  /** The responses to lists, counts and single reads, through Prisma and without it, and to a write. */
  const answers = async () => {
    const gets = ["/patients", "/patients/1", "/doctors", "/doctors/1", "/appointments"].map(
      async (url) => (await api.app.inject({ method: "GET", url })).statusCode,
    );
    const write = await api.app.inject({ method: "POST", url: "/patients", payload: body });
    const { errors } = await api.send(query);
    return {
      statuses: [...new Set([...(await Promise.all(gets)), write.statusCode])].sort(),
      codes: [...new Set((errors ?? []).map(({ extensions }) => extensions?.["code"]))],
    };
  };

  const refused = { statuses: [503], codes: ["SERVICE_UNAVAILABLE"] };

  /** A session that stays, on which the account is changed. */
  async function administrator() {
    const { hostname: host, port, username: user, password, pathname } = new URL(server.url);
    return mariadb.createConnection({
      ...{ host, user, password, port: Number(port), database: pathname.slice(1) },
      allowPublicKeyRetrieval: true,
    });
  }

  it("because of a changed password leads to 503, until it is changed back", async () => {
    const { password } = new URL(server.url);
    const admin = await administrator();
    const isMariaDb = server.description.startsWith("MariaDB");
    const setPassword = async (text: string) => {
      await admin.query(`SET PASSWORD = ${isMariaDb ? `PASSWORD('${text}')` : `'${text}'`}`);
      const sessions = await admin.query<{ ID: bigint }[]>(
        "SELECT ID FROM information_schema.PROCESSLIST WHERE ID <> CONNECTION_ID()",
      );
      for (const { ID } of sessions) await admin.query(`KILL ${ID}`).catch(() => undefined);
    };
    try {
      expect(await answers()).not.toEqual(refused);
      await setPassword("another");
      for (let time = 0; time < 3; time += 1) expect(await answers()).toEqual(refused);
      await setPassword(password);
      const wellAgain = { statuses: [200, 400, 404], codes: [] };
      await expect.poll(answers, { timeout: 10_000 }).toEqual(wellAgain);
    } finally {
      await admin.end();
    }
  });

  it("because of missing tables leads to 503, until they are created again", async () => {
    const admin = await administrator();
    try {
      await admin.query("RENAME TABLE appointments TO elsewhere");
      await expect.poll(answers, { timeout: 5_000 }).toEqual(refused);
      await admin.query("RENAME TABLE elsewhere TO appointments");
      await expect.poll(async () => (await answers()).codes, { timeout: 5_000 }).toEqual([]);
    } finally {
      await admin.end();
    }
  });
});
