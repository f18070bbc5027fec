import { createWriteStream } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { NODE_FLAGS, startServerProcess, type ServerProcess } from "../scripts/lib/api-process.mjs";
import { isAlive } from "../scripts/lib/processes.mjs";
import { NoAnswer, send } from "./apis/http.js";
import { TIME_ZONE } from "./history/hours-model.js";

/** A process of the API, which can be killed and restarted at the same address. */
export interface ApiServer {
  name: string;
  address: string;
  /** The process that is running. */
  pid(): number;
  /** Whether it was ready when last checked, so that requests may be sent to it. */
  isReady: boolean;
  /** The time since when it has been up, on the clock of the run; Infinity while it is down. */
  runsSince(): number;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
  /** Restarts it. */
  restart(): Promise<void>;
}

/** The time for which a server continues to respond after SIGTERM, in seconds. */
const DRAIN_SECONDS = "1";
const MAX_STARTS = 20;
const OPEN = { NODE_ENV: "development", AUTH: "open" };

/**
 * Starts the compiled API on the database that `url` names, with the settings that it has in production by default. But nobody
 * signs in, for which it must not say that it is in production.
 *
 * @param main the file to run.
 * @param log the file that its log goes to.
 * @param more settings than those of all servers of the proof.
 */
export async function startApiServer(
  name: string,
  main: string,
  url: string,
  log: string,
  now: () => number,
  more: Record<string, string> = {},
): Promise<ApiServer> {
  const launch = async (port: string): Promise<ServerProcess> => {
    const settings = {
      ...{ ...OPEN, EXPOSE: "nothing", LOG_LEVEL: "error", DRAIN_SECONDS },
      CLINIC_TIME_ZONE: TIME_ZONE,
      ...more,
    };
    const server = await startServerProcess([...NODE_FLAGS, main], {
      ...settings,
      DATABASE_URL: url,
      PORT: port,
    });
    server.child.stdout?.pipe(createWriteStream(log, { flags: "a" }));
    return server;
  };
  let running = await launch("0");
  const { address } = running;
  let runsSince = now();
  const start = async () => {
    running = await persistently(() => launch(new URL(address).port));
    runsSince = now();
  };
  const stop = () => {
    runsSince = Infinity;
    return running.stop();
  };
  return {
    name,
    address,
    pid: () => running.pid,
    isReady: true,
    runsSince: () => runsSince,
    async kill() {
      runsSince = Infinity;
      process.kill(running.pid, "SIGKILL");
      while (isAlive(running.pid)) await delay(5);
    },
    start,
    stop,
    async restart() {
      await stop();
      await start();
    },
  };
}

/** Restarts the server until its database is ready, as a process supervisor does. */
async function persistently<Result>(start: () => Promise<Result>): Promise<Result> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await start();
    } catch (error) {
      if (failures === MAX_STARTS) throw error;
      await delay(500);
    }
  }
}

/** Distributes the requests of all callers among the servers. */
export interface Balancer {
  /** The address of the next server, round robin. */
  next(): string;
  /** Checks /readyz of each server ten times a second, and skips those that are not ready. */
  followReadiness(): { stop: () => Promise<void> };
}

export function balance(servers: readonly ApiServer[]): Balancer {
  let turn = 0;
  return {
    next() {
      const ready = servers.filter(({ isReady }) => isReady);
      const choice = ready.length > 0 ? ready : servers;
      return (choice[(turn += 1) % choice.length] as ApiServer).address;
    },
    followReadiness() {
      let isOver = false;
      const following = Promise.all(
        servers.map(async (server) => {
          while (!isOver) {
            server.isReady = await isReady(server);
            await delay(100);
          }
          server.isReady = true;
        }),
      );
      return {
        stop: async () => {
          isOver = true;
          await following;
        },
      };
    },
  };
}

async function isReady({ address }: ApiServer): Promise<boolean> {
  try {
    return (await send(address, "GET", "/readyz")).status === 200;
  } catch (error) {
    if (error instanceof NoAnswer) return false;
    throw error;
  }
}
