import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Failure } from "./failure.mjs";

export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

/** The exit code after Ctrl-C. */
const INTERRUPTED = 130;

/**
 * Runs a program to its end and returns what it printed.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions & { explain?: string }} [options] `explain` says
 *   what failed and what to do; the end of the program's output follows it.
 * @returns {Promise<string>}
 * @throws {Failure} if the program cannot be started or fails.
 */
export async function run(program, args, { explain, ...options } = {}) {
  const child = spawn(program, args, {
    cwd: projectRoot,
    ...options,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (/** @type {Buffer} */ data) => (output += data.toString()));
  child.stderr.on("data", (/** @type {Buffer} */ data) => (output += data.toString()));
  const code = await exitCode(child);
  if (code === 0) return output;
  throw new Failure(`${explain ?? `${program} failed.`}\n\n${lastLines(output)}`.trim());
}

/** @type {import("node:child_process").ChildProcess | null} */
let foreground = null;

/** The cleanup functions of this command, for interruptions. @type {Set<() => Promise<void>>} */
export const onInterrupt = new Set();

/** Runs the cleanup functions on Ctrl-C and other signals, in reverse order. */
export function handleInterrupts() {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => void interrupt());
  }
}

async function interrupt() {
  // A foreground program may take its time to end; then this command continues normally.
  if (foreground) foreground.kill("SIGTERM");
  else {
    for (const undo of [...onInterrupt].reverse()) await undo();
    process.exit(INTERRUPTED);
  }
}

/**
 * Runs a program in the foreground, on this terminal, and returns its exit code. It is in a process group of its own, so that
 * only this process receives Ctrl-C and ends the program with a single signal.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} environment
 * @param {(pid: number) => Promise<void>} [onStart] called when the program runs.
 * @returns {Promise<number>}
 */
export async function runInForeground(program, args, environment, onStart) {
  const child = spawn(program, args, {
    cwd: projectRoot,
    env: environment,
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  });
  foreground = child;
  try {
    const ended = exitCode(child);
    if (child.pid !== undefined) await onStart?.(child.pid);
    return await ended;
  } finally {
    foreground = null;
  }
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>} its exit code; 127 if it could not be started, 130 if a signal ended it.
 */
function exitCode(child) {
  return new Promise((resolve) => {
    child.once("error", () => {
      resolve(127);
    });
    child.once("close", (code) => {
      resolve(code ?? INTERRUPTED);
    });
  });
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return statOf(pid)?.state !== "Z";
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * The identity of a process, which stays unique even if its number is reused: the number and, if known, the start
 * time.
 *
 * @param {number} pid
 * @returns {string}
 */
export const identityOf = (pid) => `${pid}-${statOf(pid)?.startedAt ?? "unknown"}`;

/** Whether the process of that identity is alive. @param {string} identity */
export function isSameProcess(identity) {
  const pid = Number.parseInt(identity, 10);
  return pid > 0 && isAlive(pid) && identityOf(pid) === identity;
}

/**
 * Whether processes remain in the group of the process with that identity, after its own end.
 *
 * @param {string} identity
 */
export function isGroupAlive(identity) {
  const group = Number.parseInt(identity, 10);
  if (!(group > 0) || isAlive(group)) return false;
  if (existsSync("/proc/self/stat")) {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((name) => statOf(Number(name)))
      .some((stat) => stat !== null && stat.group === group && stat.state !== "Z");
  }
  return isAlive(-group);
}

/**
 * What Linux reports about a process; null if it does not exist, or on another system.
 *
 * @param {number} pid
 * @returns {{ state: string, group: number, startedAt: string } | null}
 */
function statOf(pid) {
  try {
    // The fields after the name, which may contain spaces and brackets.
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", group: Number(fields[2]), startedAt: fields[19] ?? "" };
  } catch {
    return null;
  }
}

/**
 * Ends a process with SIGTERM, and with SIGKILL after some seconds.
 *
 * @param {number} pid
 * @param {number} seconds
 */
export async function terminate(pid, seconds = 20) {
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGKILL"])) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (let wait = 0; wait < seconds * 20 && isAlive(pid); wait += 1) await delay(50);
  }
}

/** The end of an output, where programs report errors. @param {string} text */
export function lastLines(text, count = 15) {
  return text.trim().split("\n").slice(-count).join("\n");
}
