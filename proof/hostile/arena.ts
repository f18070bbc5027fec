import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { projectRoot } from "../../scripts/lib/processes.mjs";
import { generateClinic } from "../../src/commands/generate.js";
import type { Databases } from "../databases.js";
import { balance, startApiServer, type ApiServer } from "../site.js";
import { makeDoctors, type Stage } from "../stage.js";
import { startAttackers, type Attackers } from "./attackers.js";
import { startOrdinaryCallers, type OrdinaryCallers } from "./ordinary-callers.js";
import { watch, type VitalSigns } from "./vital-signs.js";

/** As many as one query may ask for. */
const DOCTORS = 100;

/** A server of its own on a large clinic of its own, with callers, and attackers who wait. */
export interface Arena {
  stage: Stage;
  /** The URL of its database. */
  url: string;
  server: ApiServer;
  callers: OrdinaryCallers;
  signs: VitalSigns;
  attackers: Attackers;
  close(): Promise<void>;
}

export async function openArena(stage: Stage): Promise<Arena> {
  const { clock, extent, main } = stage;
  const undo: (() => unknown)[] = [];
  const close = async () => {
    for (const each of undo.reverse()) await each();
  };
  try {
    const { url, drop } = await makeDatabase(stage.databases);
    undo.push(drop);
    const size = { appointments: extent.hostile.rows, doctors: DOCTORS };
    await generateClinic(url, size, (count) => {
      stage.say(`${count} of ${size.appointments} appointments`);
    });
    const log = join(projectRoot, ".local", "proof", "server-attacked.log");
    // It exposes everything, and trusts the proxy in front of it to name the clients.
    const settings = { EXPOSE: "costs", TRUST_PROXY: "127.0.0.1" };
    const server = await startApiServer("attacked", main, url, log, clock.now, settings);
    undo.push(() => server.kill());
    const attackers = await startAttackers();
    undo.push(() => attackers.end());
    const signs = watch(server.address, () => server.pid(), clock);
    undo.push(() => signs.stop());
    const [doctorId = 0] = await makeDoctors({ ...stage, balancer: balance([server]) }, 1);
    const callers = startOrdinaryCallers(server.address, clock, doctorId);
    undo.push(() => {
      callers.stop();
    });
    return { stage, url, server, callers, signs, attackers, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function makeDatabase(databases: Databases) {
  const [first = ""] = databases.urls;
  const name = `${new URL(first).pathname.slice(1)}_hostile_${randomBytes(4).toString("hex")}`;
  await databases.sql(`CREATE DATABASE \`${name}\``);
  return {
    url: Object.assign(new URL(first), { pathname: `/${name}` }).href,
    drop: () => databases.sql(`DROP DATABASE \`${name}\``),
  };
}
