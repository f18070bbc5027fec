import { describe, expect, it } from "vitest";
import { connectionOptions } from "../../src/db/connection-options.js";
import { databaseUrl } from "../support/environment.js";
import { execute } from "../support/scratch-database.js";

describe("a database URL", () => {
  it.each(["mysql", "mysql+pymysql", "mariadb"])("may begin with %s://", (scheme) => {
    expect(connectionOptions(`${scheme}://us%40er:p%2Fw@db.example:3307/clinic`)).toMatchObject({
      host: "db.example",
      port: 3307,
      user: "us@er",
      password: "p/w",
      database: "clinic",
      allowPublicKeyRetrieval: false,
    });
  });

  it("has a default port, and trusts the key of the server only on loopback or if the URL allows it", () => {
    expect(connectionOptions("mysql://u@[::1]/clinic")).toMatchObject({
      host: "::1",
      port: 3306,
      allowPublicKeyRetrieval: true,
    });
    expect(
      connectionOptions("mysql://u@db.example/clinic?allowPublicKeyRetrieval=true"),
    ).toMatchObject({ allowPublicKeyRetrieval: true });
  });

  it("may ask for TLS", () => {
    expect(connectionOptions("mysql://u@h/c").ssl).toBeUndefined();
    expect(connectionOptions("mysql://u@h/c?ssl=true").ssl).toBe(true);
    expect(connectionOptions("mysql+pymysql://u@h/c?charset=utf8mb4").ssl).toBeUndefined();
    expect(connectionOptions("mysql://u@h/c?ssl=unverified").ssl).toEqual({
      rejectUnauthorized: false,
    });
  });

  it.each([
    ["mysql://u:ro%zzot@h/c", "Write % as %25"],
    [
      "mysql://u@h/c?ssl=maybe",
      "unknown option ssl=maybe: ssl must be one of true, false, unverified",
    ],
    ["mysql://u@h/c?ssl=1", "ssl=1"],
    ["mysql://u@h/c?sll=true", "unknown option sll=true: the options are ssl"],
    ["mysql://u@h/", "must look like"],
    ["postgres://u@h/c", "must look like"],
    ["nonsense", "must look like"],
  ])("is refused with what is wrong with it: %s", (url, reason) => {
    expect(() => connectionOptions(url)).toThrow(reason);
  });

  it("opens sessions in UTC that do not wait long for locks", async () => {
    const [session] = await execute(
      databaseUrl,
      "SELECT @@time_zone AS zone, @@innodb_lock_wait_timeout AS waiting",
    );
    expect(session).toMatchObject({ zone: "+00:00" });
    expect(Number((session as { waiting: bigint }).waiting)).toBe(5);
  });
});
