import { decodeProtectedHeader, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { IssuerUnavailable } from "../../src/access/errors.js";
import { createIssuerKeys, type IssuerKeys } from "../../src/access/issuer-keys.js";
import { makeKey, openIssuer, type TestIssuer } from "../support/issuer.js";

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

let issuer: TestIssuer;
let keys: IssuerKeys;
let now: number;
let reports: unknown[];

beforeEach(async () => {
  issuer = await openIssuer();
  now = 0;
  reports = [];
  keys = createIssuerKeys({
    issuer: issuer.url,
    now: () => now,
    report: (error) => reports.push(error),
  });
});

afterEach(async () => {
  keys.close();
  await issuer.close();
});

/** Whether the token has a signature of a known key. */
const verify = async (token: string): Promise<boolean> =>
  jwtVerify(token, keys.find).then(
    () => true,
    (error: unknown) => {
      if (error instanceof IssuerUnavailable) throw error;
      return false;
    },
  );

const times = <Result>(count: number, work: () => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, work));

describe("the keys of the issuer", () => {
  it("are fetched once for 200 tokens at the same time", async () => {
    const token = await issuer.token();
    expect(new Set(await times(200, () => verify(token)))).toEqual(new Set([true]));
    expect(issuer.fetches).toBe(1);
    expect(reports).toEqual([null]);
  });

  it("are fetched again when a token names a new one, which counts at once", async () => {
    expect(await verify(await issuer.token())).toBe(true);
    const old = await issuer.token();
    issuer.keys = [await makeKey()];
    now += 31 * SECOND;
    const tokens = await times(50, () => issuer.token());
    expect(new Set(await Promise.all(tokens.map(verify)))).toEqual(new Set([true]));
    expect(issuer.fetches).toBe(2);
    // The issuer has withdrawn it.
    expect(await verify(old)).toBe(false);
  });

  it("are not fetched more than once in 30 seconds for tokens with unknown keys", async () => {
    await verify(await issuer.token());
    const stranger = await makeKey();
    const forged = await issuer.token({}, {}, stranger);
    expect(decodeProtectedHeader(forged).kid).toBe(stranger.kid);
    for (const [second, fetches] of [
      [29, 1],
      [31, 2],
      [60, 2],
      [62, 3],
    ] as const) {
      now = second * SECOND;
      const found = await times(100, () => verify(forged));
      expect(new Set(found)).toEqual(new Set([false]));
      expect(issuer.fetches).toBe(fetches);
    }
  });

  it("count on for a day while the issuer is away, which is asked every 30 seconds at most", async () => {
    const token = await issuer.token();
    await verify(token);
    issuer.isAway = true;
    for (let minute = 0; minute < 60; minute += 1) {
      now += 60 * SECOND;
      expect(new Set(await times(5, () => verify(token)))).toEqual(new Set([true]));
    }
    await expect.poll(() => reports.length).toBeGreaterThan(1);
    expect(reports.length).toBeLessThan(62);
    now = 24 * HOUR;
    await expect(verify(token)).rejects.toThrow(IssuerUnavailable);
    issuer.isAway = false;
    now += 31 * SECOND;
    expect(await verify(token)).toBe(true);
    expect(reports.at(-1)).toBeNull();
  });

  it("are unknown if the issuer has been away from the start, until it answers", async () => {
    issuer.isAway = true;
    const token = await issuer.token();
    keys.start();
    await expect(verify(token)).rejects.toThrow(IssuerUnavailable);
    const refused = await Promise.allSettled(Array.from({ length: 200 }, () => verify(token)));
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set(["rejected"]));
    expect(reports.length).toBeLessThan(4);
    expect(keys.haveBeenLoaded()).toBe(false);
    issuer.isAway = false;
    // Nobody has to ask: the keys are loaded in the background.
    await expect.poll(() => keys.haveBeenLoaded(), { timeout: 5_000 }).toBe(true);
    expect(await verify(token)).toBe(true);
  });

  it("are not taken from the discovery document of another issuer", async () => {
    const other = createIssuerKeys({
      issuer: `${issuer.url}/`,
      now: () => now,
      report: (error) => reports.push(error),
    });
    const token = await issuer.token();
    await expect(jwtVerify(token, other.find)).rejects.toThrow(IssuerUnavailable);
    expect(String(reports[0])).toContain("is the discovery document of another issuer");
  });
});
