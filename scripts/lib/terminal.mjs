import { Failure } from "./failure.mjs";
import { handleInterrupts } from "./processes.mjs";

const isTerminal = process.stderr.isTTY;
const isColoured = isTerminal && !process.env["NO_COLOR"];
const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** @type {Map<string, { doing: string, since: number }>} */
const running = new Map();
/** @type {NodeJS.Timeout | undefined} */
let ticker;
let frame = 0;

/**
 * Shows the progress and the result of a piece of work.
 *
 * @template Result
 * @param {string} name the name of the step.
 * @param {(say: (doing: string) => void) => Promise<{ result: Result, summary: string }>} work calls
 *   `say` before each part that takes time; returns its result and a short summary.
 * @returns {Promise<Result>}
 */
export async function step(name, work) {
  const since = Date.now();
  try {
    const { result, summary } = await work((doing) => {
      running.set(name, { doing, since });
      if (isTerminal) startTicker();
      else line(`· ${name.padEnd(13)} ${doing} …`);
    });
    done(name);
    const seconds = (Date.now() - since) / 1_000;
    const time = seconds < 0.5 ? "" : ` (${seconds.toFixed(1)} s)`;
    line(`${colour(32, "✓")} ${name.padEnd(13)} ${summary}${time}`);
    return result;
  } catch (error) {
    done(name);
    line(`${colour(31, "✗")} ${name}`);
    throw error;
  }
}

/** Prints a line above the progress. @param {string} text */
export function line(text) {
  clear();
  process.stderr.write(`${text}\n`);
}

/**
 * Runs a command of this project to its end, and ends the process with the exit code it returns.
 *
 * @param {() => Promise<number>} main
 */
export async function runCommand(main) {
  handleInterrupts();
  try {
    process.exitCode = await main();
  } catch (error) {
    const isExplained = error instanceof Failure;
    const text = isExplained ? error.message : error instanceof Error ? error.stack : String(error);
    line(`\n${text}`);
    process.exitCode = 1;
  }
}

/** @param {string} name */
function done(name) {
  running.delete(name);
  clear();
  if (running.size === 0) clearInterval(ticker);
}

function startTicker() {
  clearInterval(ticker);
  ticker = setInterval(() => {
    frame = (frame + 1) % FRAMES.length;
    const parts = [...running].map(([name, { doing, since }]) => {
      return `${name}: ${doing} ${Math.round((Date.now() - since) / 1_000)} s`;
    });
    const width = process.stderr.columns || 80;
    clear();
    process.stderr.write(`${FRAMES[frame]} ${parts.join(" · ")}`.slice(0, width - 1));
  }, 120);
  ticker.unref();
}

function clear() {
  if (isTerminal) process.stderr.write("\r\u001b[K");
}

/** @param {number} code @param {string} text */
function colour(code, text) {
  return isColoured ? `\u001b[${code}m${text}\u001b[0m` : text;
}
