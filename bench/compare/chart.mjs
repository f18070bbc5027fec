// The results as a picture: for each workload, what share of the limit each server reaches.

/** @typedef {import("./run.mjs").Report & { database: string, node: string }} Report */
/** @typedef {import("./summary.mjs").Comparison} Comparison */
/** @typedef {import("./summary.mjs").Figures} Figures */

const WIDTH = 880;
const PLOT = { left: 300, right: 650, top: 128 };
const ROW_HEIGHT = 34;
const COLUMNS = { rate: 744, times: 858 };
const MARGIN = 22;
const LEGEND = { top: 62, columns: 3, columnWidth: 280, rowHeight: 20 };

/** What may stand on the axis, as shares of the limit. */
const TICKS = /** @type {const} */ ([
  [0.01, "1/100"],
  [0.02, "1/50"],
  [0.05, "1/20"],
  [0.1, "1/10"],
  [0.2, "1/5"],
  [0.5, "1/2"],
  [1, "the limit"],
  [2, "2 ×"],
  [5, "5 ×"],
]);

/** Around the point 0, 0; each contestant has one of its own, since colours alone do not tell all people which is which. */
const MARKS = /** @type {Record<string, string>} */ ({
  project: '<circle r="7" fill="var(--own)"/>',
  mercurius: '<path d="M0-6 6 0 0 6-6 0Z"/>',
  yoga: '<path d="M0-6 6 5H-6Z"/>',
  "apollo-fastify": '<rect x="-4.5" y="-4.5" width="9" height="9"/>',
  "apollo-standalone": '<circle r="4"/>',
  fastapi: '<path d="M-4-4 4 4M-4 4 4-4"/>',
});

const STYLE = `
  svg { --back: #fff; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --project: #0969da;
    --mercurius: #8250df; --yoga: #1a7f37; --apollo-fastify: #bc4c00; --apollo-standalone: #9a6700; --fastapi: #bf3989; }
  @media (prefers-color-scheme: dark) {
    svg { --back: #0d1117; --text: #f0f6fc; --soft: #9198a1; --line: #3d444d; --project: #4493f8;
      --mercurius: #ab7df8; --yoga: #3fb950; --apollo-fastify: #f0883e; --apollo-standalone: #d29922; --fastapi: #db61a2; }
  }
  text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: var(--text); }
  .title { font-size: 17px; font-weight: 600; }
  .soft { fill: var(--soft); font-size: 12px; }
  .strong { font-weight: 600; fill: var(--project); }
  .end { text-anchor: end; }
  .middle { text-anchor: middle; }
  .grid { stroke: var(--line); }
  .limit { stroke: var(--text); stroke-width: 1.5; }
  .mark { fill: none; stroke: var(--own); stroke-width: 2; }`;

/** @param {Report} report @returns {string} an SVG document that suits light pages and dark ones. */
export function chart(report) {
  const rows = report.workloads.filter(({ verdict }) => verdict?.ofLimit != null);
  const shares = rows.flatMap(({ figures }) => figures.flatMap(({ ofLimit }) => ofLimit ?? []));
  const scale = makeScale(shares);
  const bottom = PLOT.top + rows.length * ROW_HEIGHT;
  const parts = [
    `<style>${STYLE}\n</style>`,
    `<rect width="100%" height="100%" rx="8" fill="var(--back)"/>`,
    ...heading(report),
    ...legend(rows),
    ...axis(scale, bottom),
    ...rows.flatMap((row, index) => drawRow(row, PLOT.top + (index + 0.5) * ROW_HEIGHT, scale)),
  ];
  const size = `viewBox="0 0 ${WIDTH} ${bottom + 40}"`;
  const label = `role="img" aria-label="${escape(describe(rows))}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${label}>\n${parts.join("\n")}\n</svg>\n`;
}

/** @typedef {{ x: (share: number) => number, ticks: (readonly [share: number, label: string])[] }} Scale */

/** A logarithmic one that has room for all shares. @param {readonly number[]} shares @returns {Scale} */
function makeScale(shares) {
  const [least, most] = [Math.min(...shares, 1), Math.max(...shares, 1)];
  const first = Math.max(
    0,
    TICKS.findLastIndex(([share]) => share <= least),
  );
  const end = TICKS.findIndex(([share]) => share >= most);
  const ticks = TICKS.slice(first, end < 0 ? TICKS.length : end + 1);
  const [from, to] = [ticks[0]?.[0] ?? 1, ticks.at(-1)?.[0] ?? 1].map(Math.log);
  const width = PLOT.right - PLOT.left;
  const x = (/** @type {number} */ share) =>
    PLOT.left + ((Math.log(share) - (from ?? 0)) / ((to ?? 0) - (from ?? 0))) * width;
  return { x, ticks };
}

/** @param {Report} report */
const heading = ({ database, node, rounds }) => [
  text(MARGIN, 32, "Answers per second, as a share of what this machine can do at all", "title"),
  text(
    MARGIN,
    52,
    `The limit is plain node:http with hand-written SQL. ${database}, Node ${node.slice(1)}, one core for the server, ${rounds === 1 ? "one round" : `medians of ${rounds} rounds`}.`,
    "soft",
  ),
];

/** @param {readonly Comparison[]} rows */
function legend(rows) {
  const all = rows.flatMap(({ figures }) => figures).filter(({ kind }) => kind !== "limit");
  const names = new Map(all.map(({ server, title, kind }) => [server, { title, kind }]));
  return [...names].flatMap(([server, { title, kind }], index) => {
    const x = MARGIN + 8 + (index % LEGEND.columns) * LEGEND.columnWidth;
    const y = LEGEND.top + 12 + Math.floor(index / LEGEND.columns) * LEGEND.rowHeight;
    return [mark(server, x, y), text(x + 14, y + 4, title, kind === "peer" ? "" : "strong")];
  });
}

/** @param {Scale} scale @param {number} bottom */
const axis = ({ x, ticks }, bottom) => [
  ...ticks.flatMap(([share, label]) => [
    `<path d="M${round(x(share))} ${PLOT.top}V${bottom + 6}" class="${share === 1 ? "limit" : "grid"}"/>`,
    text(x(share), bottom + 22, label, share === 1 ? "middle" : "middle soft"),
  ]),
  text(COLUMNS.rate, PLOT.top - 6, "this project", "end soft"),
  text(COLUMNS.times, PLOT.top - 6, "to the best peer", "end soft"),
];

/** @param {Comparison} comparison @param {number} y @param {Scale} scale */
function drawRow({ title, figures, verdict }, y, { x }) {
  const project = figures.find(({ kind }) => kind === "project");
  // The project is drawn last, on top.
  const marks = figures
    .filter(({ kind }) => kind !== "limit")
    .sort((one, other) => Number(one.kind === "project") - Number(other.kind === "project"))
    .map(({ server, ofLimit }) => mark(server, x(ofLimit ?? 1), y));
  return [
    text(MARGIN, y + 4, title),
    `<path d="M${PLOT.left} ${y}H${PLOT.right}" class="grid" stroke-dasharray="1 4"/>`,
    ...marks,
    text(COLUMNS.rate, y + 4, `${project?.perSecond.toLocaleString("en") ?? ""}/s`, "end strong"),
    text(COLUMNS.times, y + 4, `${verdict?.timesBestPeer?.toFixed(2) ?? ""} ×`, "end"),
  ];
}

/** @param {string} server @param {number} x @param {number} y */
function mark(server, x, y) {
  const place = `transform="translate(${round(x)} ${y})"`;
  return `<g class="mark" style="--own: var(--${server})" ${place}>${MARKS[server] ?? ""}</g>`;
}

/** @param {number} x @param {number} y @param {string} content @param {string} [style] */
const text = (x, y, content, style = "") =>
  `<text x="${round(x)}" y="${y}"${style && ` class="${style}"`}>${escape(content)}</text>`;

/** What the picture shows, for those who do not see it. @param {readonly Comparison[]} rows */
const describe = (rows) =>
  rows
    .map(({ title, verdict }) => `${title}: this project reaches ${verdict?.ofLimit} of the limit`)
    .join("; ");

/** @param {number} value */
const round = (value) => Math.round(value * 10) / 10;

/** @param {string} content */
const escape = (content) =>
  content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
