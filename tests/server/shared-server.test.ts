import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withLock } from "../../scripts/lib/lock.mjs";
import { dropKeptServer } from "../../scripts/lib/private-server.mjs";
import { greets } from "../../scripts/lib/server-process.mjs";
import { projectRoot } from "../../src/common/project-root.js";

let name: string;
let pids: number[];

beforeEach(() => {
  name = `shared-${randomBytes(4).toString("hex")}`;
  pids = [];
});

afterEach(async () => {
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended.
    }
  }
  await expect
    .poll(() => dropKeptServer(name).then(() => "gone"), { timeout: 10_000 })
    .toBe("gone");
  rmSync(join(projectRoot, ".local", name), { recursive: true, force: true });
});

/** A command that uses the kept server of this test. */
async function user() {
  const child = spawn(process.execPath, ["tests/support/use-kept-server.mjs", name], {
    cwd: projectRoot,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const pid = child.pid ?? 0;
  pids.push(pid);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const nextLine = async () => String((await lines.next()).value);
  const ended = new Promise<void>((resolve) =>
    child.once("close", () => {
      resolve();
    }),
  );
  const url = await nextLine();
  return {
    url,
    port: Number(new URL(url).port),
    end: async (signal: "SIGTERM" | "SIGKILL") => {
      child.kill(signal);
      await ended;
    },
    /** Lends the server to a process of its own. */
    lend: async () => {
      child.stdin.write("\n");
      const lent = Number(/\d+/.exec(await nextLine())?.[0]);
      pids.push(lent);
      return lent;
    },
  };
}

describe("a private server that several commands use", () => {
  it.each(["SIGTERM", "SIGKILL"] as const)(
    "goes on when the first of two ends by %s, and ends with the last",
    async (signal) => {
      const first = await user();
      const second = await user();
      expect(second.url).toBe(first.url);
      await first.end(signal);
      expect(await greets(second.port)).toBe(true);
      await second.end("SIGTERM");
      expect(await greets(second.port)).toBe(false);
    },
  );

  it.each(["SIGTERM", "SIGKILL"] as const)(
    "goes on when a second one ends by %s",
    async (signal) => {
      const first = await user();
      await (await user()).end(signal);
      expect(await greets(first.port)).toBe(true);
      await first.end("SIGTERM");
      expect(await greets(first.port)).toBe(false);
    },
  );

  it("is one for commands that start at once", async () => {
    const users = await Promise.all([user(), user(), user()]);
    expect(new Set(users.map(({ url }) => url)).size).toBe(1);
    await Promise.all(users.slice(1).map(({ end }) => end("SIGTERM")));
    expect(await greets(users[0].port)).toBe(true);
  });

  it("goes on for a server whose command was killed, and is taken over by the next command", async () => {
    const first = await user();
    const lent = await first.lend();
    await first.end("SIGKILL");
    await (await user()).end("SIGTERM");
    expect(await greets(first.port)).toBe(true);
    process.kill(lent, "SIGKILL");
    const next = await user();
    expect(next.url).toBe(first.url);
    await next.end("SIGTERM");
    expect(await greets(first.port)).toBe(false);
  });

  it("is not deleted while somebody uses it", async () => {
    const { port, end } = await user();
    await expect(dropKeptServer(name)).rejects.toThrow(/in use by process \d+/);
    expect(await greets(port)).toBe(true);
    await end("SIGTERM");
    await dropKeptServer(name);
    expect(existsSync(join(projectRoot, ".local", name, "data"))).toBe(false);
  });
});

describe("a lock", () => {
  const inFolder = async (work: (file: string) => Promise<void>) => {
    const folder = mkdtempSync(join(tmpdir(), "lock-"));
    try {
      await work(join(folder, "lock"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it.each(["999999999-1", `${process.pid}-1`, "", "nonsense"])(
    "whose holder has died is void, also where its number is another process's: %j",
    async (holder) => {
      await inFolder(async (file) => {
        writeFileSync(file, holder);
        let inside = 0;
        let most = 0;
        const work = async () => {
          inside += 1;
          most = Math.max(most, inside);
          await delay(5);
          inside -= 1;
        };
        await Promise.all(Array.from({ length: 10 }, () => withLock(file, work)));
        expect(most).toBe(1);
        expect(existsSync(file)).toBe(false);
      });
    },
  );

  it("is given back where the work fails", async () => {
    await inFolder(async (file) => {
      await expect(withLock(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
      expect(await withLock(file, async () => "done")).toBe("done");
    });
  });
});
