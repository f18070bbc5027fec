import type { Counterexample } from "../findings.js";
import { cut, LEFT, RIGHT, round, takeRow, ticksBetween, timeAxis } from "./drawing.js";
import { WIDTH, widthOf, type Span } from "./drawing.js";
import { inThousands, markup, tableOf, type Markup } from "./markup.js";

const AXIS_HEIGHT = 24;
const ROW_HEIGHT = 30;
const LANE_GAP = 10;

/** Draws the operations of a counterexample, and lists them in a table. */
export const renderCounterexample = ({ title, operations }: Counterexample): Markup =>
  markup`<h3>${title}</h3>
<p>Operations that overlap in time may have happened in either order. If the promise had been kept,
some order would explain every answer. None explains what is marked ✗.</p>
<div class="wide">${drawLanes(operations)}</div>
${tableOf(
  ["", "explained", "caller", "from (ms)", "to (ms)", "asked", "answered"],
  operations.map(({ caller, from, to, asked, answered, isExplained }, index) => {
    return [index + 1, isExplained ? "yes" : "✗ no", caller, from, to, asked, answered];
  }),
)}`;

/** The picture: a lane for each caller, a bar for each operation. A lane has as many rows as its labels need. */
function drawLanes(operations: Counterexample["operations"]): Markup {
  const first = Math.min(...operations.map(({ from }) => from));
  const last = Math.max(first + 1, ...operations.map(({ to }) => to));
  const x = timeAxis(first, last);
  const lanes: Markup[] = [];
  let y = AXIS_HEIGHT;
  for (const caller of [...new Set(operations.map((each) => each.caller))].sort((a, b) => a - b)) {
    const rows: Span[][] = [];
    const bars = operations.map((operation, index) => {
      return operation.caller === caller && drawOperation(operation, index + 1, x, rows, y);
    });
    lanes.push(markup`<path class="grid" d="M0 ${y}H${RIGHT}"/>
<text class="title" x="0" y="${y + 17}">caller ${caller}</text>
${bars}`);
    y += rows.length * ROW_HEIGHT + LANE_GAP;
  }
  const ticks = ticksBetween(first, last, 8).map((tick) => {
    return markup`<path class="grid" d="M${x(tick)} 16V${y}"/>
<text class="middle" x="${Math.min(x(tick), RIGHT - 20)}" y="11">${inThousands(tick)} ms</text>\n`;
  });
  return markup`<svg viewBox="0 0 ${WIDTH} ${y}" role="img" aria-label="The operations of the table below, over time">
${ticks}${lanes}</svg>`;
}

function drawOperation(
  { asked, answered, from, to, isExplained }: Counterexample["operations"][number],
  number: number,
  x: (time: number) => number,
  rows: Span[][],
  top: number,
): Markup {
  const label = `${isExplained ? "" : "✗ "}${number}. ${asked} → ${answered}`;
  const text = cut(label, 80);
  const start = round(Math.max(LEFT, Math.min(x(from), RIGHT - widthOf(text))));
  const row = takeRow(rows, { start, end: Math.max(x(to), start + widthOf(text)) }) ?? 0;
  const y = top + row * ROW_HEIGHT;
  const width = Math.max(3, round(x(to) - x(from)));
  return markup`<g class="operation ${isExplained ? "held" : "broken"}"><title>${label}</title>
<rect x="${x(from)}" y="${y + 22}" width="${width}" height="8" rx="2"/>
<text class="halo" x="${start}" y="${y + 17}">${text}</text></g>\n`;
}
