// The settings of every peer, from its environment.
const url = new URL(process.env["DATABASE_URL"] ?? "");

/** The database that DATABASE_URL names, for the mariadb driver: as many connections for every server. */
export const databaseOptions = {
  host: url.hostname,
  port: Number(url.port),
  user: url.username,
  password: url.password,
  database: url.pathname.slice(1),
  allowPublicKeyRetrieval: true,
  timezone: "Z",
  connectionLimit: 10,
  // Under load, some callers wait long for a connection; they should be slow, not refused.
  acquireTimeout: 60_000,
};

export const port = Number(process.env["PORT"] ?? 0);

/** Tells who started this process that it can be asked. @param {number} openPort */
export function announce(openPort) {
  process.stdout.write(`is up at http://127.0.0.1:${openPort}\n`);
}

/** @param {import("node:http").Server} server */
export function listen(server) {
  server.listen(port, "127.0.0.1", () => {
    const address = server.address();
    if (address && typeof address === "object") announce(address.port);
  });
}
