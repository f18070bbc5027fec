// The results for people at a terminal.

/** @typedef {import("./summary.mjs").Comparison} Comparison */
/** @typedef {import("./summary.mjs").Figures} Figures */
/** @typedef {import("./summary.mjs").Footprint} Footprint */

const NAME_WIDTH = 40;
const WIDTH = 9;

/** @param {import("./run.mjs").Report} report @returns {string} */
export function reportText({ workloads, steady, processes, twoProcesses }) {
  const tables = workloads.map(comparisonTable);
  if (steady.figures.length > 0) tables.push(steadyTable(steady));
  return [...tables, footprintTable(processes), twoProcessesLine(twoProcesses)].join("\n\n");
}

/** @param {Comparison} comparison */
function comparisonTable({ title, figures, verdict }) {
  const head = row(title, ["per s", "±", "of limit", "p50 ms", "p99 ms", "CPU µs", "DB µs"]);
  const sorted = figures.toSorted((one, other) => other.perSecond - one.perSecond);
  const rows = sorted.map((each) =>
    row(`  ${each.title}`, [
      number(each.perSecond),
      spread(each),
      each.ofLimit === null ? "" : times(each.ofLimit),
      number(each.p50Milliseconds),
      number(each.p99Milliseconds),
      number(each.serverMicroseconds),
      number(each.databaseMicroseconds),
      each.failures === 0 ? "" : `  ${each.failures} failed`,
    ]),
  );
  const best = verdict?.timesBestPeer
    ? [`  → ${times(verdict.timesBestPeer)} × the best of the others, ${verdict.bestPeer}`]
    : [];
  return [head, ...rows, ...best].join("\n");
}

/** @param {{ shareOfCapacity: number, figures: readonly Figures[] }} steady */
function steadyTable({ shareOfCapacity, figures }) {
  const title = `Mixed, at ${shareOfCapacity * 100} % of its own most`;
  const head = row(title, ["per s", "p50 ms", "p99 ms", "p99/p50"]);
  const rows = figures.map(({ title: name, perSecond, p50Milliseconds, p99Milliseconds }) =>
    row(`  ${name}`, [
      number(perSecond),
      number(p50Milliseconds),
      number(p99Milliseconds),
      times(p99Milliseconds / p50Milliseconds),
    ]),
  );
  return [head, ...rows].join("\n");
}

/** @param {readonly Footprint[]} footprints */
function footprintTable(footprints) {
  const head = row("Process", ["start ms", "idle MiB", "peak MiB"]);
  const rows = footprints.map((each) =>
    row(`  ${each.title}`, [
      number(each.startMilliseconds),
      number(each.idleMebibytes),
      number(each.peakMebibytes),
    ]),
  );
  return [head, ...rows].join("\n");
}

/** @param {Record<string, number> | string} twoProcesses */
function twoProcessesLine(twoProcesses) {
  if (typeof twoProcesses === "string") return `Two processes: not measured, ${twoProcesses}.`;
  const ratios = Object.entries(twoProcesses).map(([name, value]) => `${name} ${times(value)} ×`);
  return `Two processes do, of what one does: ${ratios.join(", ")}`;
}

/** @param {string} name @param {readonly string[]} cells */
const row = (name, cells) =>
  (name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(WIDTH)).join("")).trimEnd();

/** Half of what lies between the worst and the best round. @param {Figures} figures */
const spread = ({ perSecond, lowest, highest }) =>
  lowest === highest ? "" : `${Math.round((50 * (highest - lowest)) / perSecond)} %`;

/** @param {number} value */
const times = (value) => value.toFixed(2);

/** @param {number} value */
function number(value) {
  if (Number.isNaN(value)) return "–";
  return value.toLocaleString("en", {
    maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0,
  });
}
