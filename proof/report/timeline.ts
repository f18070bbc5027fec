import { OUTCOMES, type Claim, type RequestOutcome, type Timeline } from "../findings.js";
import { cut, LEFT, RIGHT, round, takeRow, ticksBetween, timeAxis } from "./drawing.js";
import { WIDTH, widthOf, type Span } from "./drawing.js";
import { inThousands, markup, type Markup } from "./markup.js";

const MAX_COLUMNS = 600;
/** The labels of disturbances are in rows above the responses; the first row is the lowest. */
const LABELS = { rows: 4, height: 14, bottom: 74 };
const ANSWERS = { top: 82, bottom: 302 };
const SLOWEST = { top: 342, bottom: 414 };
const CLAIMS = { top: 464, height: 22 };

/** Converts seconds since the start of the run to a position in the picture. */
type Axis = (second: number) => number;

/** The picture of the run over time: responses, the slowest ones, disturbances, and claims. */
export function drawTimeline(timeline: Timeline, claims: readonly Claim[]): Markup {
  const columns = toColumns(timeline);
  const tried = claims.filter(({ verdict }) => verdict !== "not tried");
  const ends = [...columns, ...tried].map(({ to }) => to);
  const seconds = Math.max(1, ...ends, ...timeline.faults.map(({ until }) => until));
  const x = timeAxis(0, seconds);
  const { bands, labels } = drawDisturbances(timeline.faults, x);
  return markup`<svg viewBox="0 0 ${WIDTH} ${CLAIMS.top + tried.length * CLAIMS.height}" role="img"
aria-label="Answers per second by outcome, the slowest answer, and disturbances, over ${inThousands(seconds)} seconds">
${bands}
<text class="title" x="0" y="12">answers per second</text>
${drawAnswers(columns, x)}
<text class="title" x="0" y="${SLOWEST.top - 14}">slowest answer (logarithmic)</text>
${drawSlowest(columns, x)}
${drawSeconds(seconds, x)}
${labels}
<text class="title" x="0" y="${CLAIMS.top - 8}">what was tried when</text>
${tried.map((claim, index) => drawClaim(claim, CLAIMS.top + index * CLAIMS.height, x))}
</svg>`;
}

/** Several buckets combined: responses per second by outcome, and the slowest response in milliseconds. */
interface Column {
  from: number;
  to: number;
  rates: Record<RequestOutcome, number>;
  slowest: number;
}

/** The buckets; several are combined if they would be too narrow to be visible. */
function toColumns({ bucketMilliseconds, buckets }: Timeline): Column[] {
  const size = Math.max(1, Math.ceil(buckets.length / MAX_COLUMNS));
  return Array.from({ length: Math.ceil(buckets.length / size) }, (_, index) => {
    const group = buckets.slice(index * size, (index + 1) * size);
    const seconds = (group.length * bucketMilliseconds) / 1000;
    const from = (index * size * bucketMilliseconds) / 1000;
    const rates = OUTCOMES.map((outcome) => [
      outcome,
      group.reduce((sum, bucket) => sum + bucket[outcome], 0) / seconds,
    ]);
    return {
      from,
      to: from + seconds,
      rates: Object.fromEntries(rates) as Column["rates"],
      slowest: Math.max(...group.map(({ slowestMilliseconds }) => slowestMilliseconds)),
    };
  });
}

function drawAnswers(columns: readonly Column[], x: Axis): Markup {
  const totals = columns.map(({ rates }) => OUTCOMES.reduce((sum, each) => sum + rates[each], 0));
  const most = Math.max(1, ...totals) * 1.04;
  const scale = (ANSWERS.bottom - ANSWERS.top) / most;
  // A single fault among thousands of answers must be seen.
  const heightOf = (rate: number) => (rate > 0 ? Math.max(3, rate * scale) : 0);
  const topOf = ({ rates }: Column, outcomes: readonly RequestOutcome[]) =>
    ANSWERS.bottom - outcomes.reduce((sum, outcome) => sum + heightOf(rates[outcome]), 0);
  const layers = OUTCOMES.map((outcome, index) => {
    const bars = columns
      .filter(({ rates }) => rates[outcome] > 0)
      .map((column) => {
        const [below, through] = [OUTCOMES.slice(0, index), OUTCOMES.slice(0, index + 1)];
        return barOf(column, x, topOf(column, below), topOf(column, through));
      });
    return markup`<path class="bars ${outcome}" d="${bars.join("")}"/>\n`;
  });
  const lines = ticksBetween(0, most, 5).map((rate) =>
    drawLine(inThousands(rate), ANSWERS.bottom - rate * scale),
  );
  return markup`${lines}${layers}`;
}

/** The scale starts at a millisecond. */
function drawSlowest(columns: readonly Column[], x: Axis): Markup {
  const slowest = Math.max(10, ...columns.map((column) => column.slowest));
  const decades = Math.ceil(Math.log10(slowest));
  const topOf = (decade: number) =>
    SLOWEST.bottom - (decade / decades) * (SLOWEST.bottom - SLOWEST.top);
  const bars = columns
    .filter((column) => column.slowest > 1)
    .map((column) => barOf(column, x, SLOWEST.bottom, topOf(Math.log10(column.slowest))));
  const lines = Array.from({ length: decades + 1 }, (_, decade) => {
    const text = decade < 3 ? `${10 ** decade} ms` : `${inThousands(10 ** (decade - 3))} s`;
    return drawLine(text, topOf(decade));
  });
  return markup`${lines}<path class="bars slowest" d="${bars.join("")}"/>`;
}

const barOf = ({ from, to }: Column, x: Axis, bottom: number, top: number): string =>
  `M${x(from)} ${round(bottom)}H${x(to)}V${round(top)}H${x(from)}Z`;

const drawLine = (text: string, y: number): Markup =>
  markup`<path class="grid" d="M${LEFT} ${round(y)}H${RIGHT}"/>
<text class="end" x="${LEFT - 6}" y="${round(y + 4)}">${text}</text>\n`;

const STEPS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600];

function drawSeconds(seconds: number, x: Axis): Markup[] {
  const step = STEPS.find((each) => seconds / each <= 12) ?? 7200;
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => {
    const text = step % 60 === 0 ? `${index * (step / 60)} min` : `${index * step} s`;
    return markup`<path class="tick" d="M${x(index * step)} ${SLOWEST.bottom}v4"/>
<text class="middle" x="${x(index * step)}" y="${SLOWEST.bottom + 17}">${text}</text>\n`;
  });
}

/** The bands behind both panels, with labels where there is room and details in their tooltips. */
function drawDisturbances(faults: Timeline["faults"], x: Axis) {
  const rows: Span[][] = [];
  const drawn = faults.map(({ at, until, what }) => {
    const text = cut(what, 24);
    const start = round(Math.min(x(at) + 3, RIGHT - widthOf(text)));
    const row = takeRow(rows, { start, end: start + widthOf(text) }, LABELS.rows);
    const y = row === null ? ANSWERS.top : LABELS.bottom - row * LABELS.height;
    const title = markup`<title>${what}, ${inThousands(at)} s to ${inThousands(until)} s</title>`;
    const width = Math.max(2, round(x(until) - x(at)));
    return {
      band: markup`<g class="disturbance">${title}<path d="M${x(at)} ${y - 9}V${SLOWEST.bottom}"/>
<rect x="${x(at)}" y="${ANSWERS.top}" width="${width}" height="${SLOWEST.bottom - ANSWERS.top}"/></g>\n`,
      label:
        row !== null && markup`<text class="halo" x="${start}" y="${y}">${title}${text}</text>\n`,
    };
  });
  return { bands: drawn.map(({ band }) => band), labels: drawn.map(({ label }) => label) };
}

/** A band with the name of the claim, which is beside it if the band is too short. */
function drawClaim({ name, verdict, from, to }: Claim, y: number, x: Axis): Markup {
  const text = `${verdict === "held" ? "✓" : "✗"} ${name}`;
  const [start, end, width] = [x(from), Math.max(x(to), x(from) + 3), widthOf(text) + 12];
  const isInside = width <= end - start;
  const beside = end + width <= RIGHT ? end + 6 : start - width + 6;
  return markup`<g class="${verdict}">
<title>${name}: ${verdict}, ${inThousands(from)} s to ${inThousands(to)} s</title>
<rect x="${start}" y="${y}" width="${round(end - start)}" height="${CLAIMS.height - 4}" rx="3"/>
<text class="${isInside ? "inside" : "beside"}" x="${round(isInside ? start + 6 : beside)}" y="${y + 13}">${text}</text></g>\n`;
}
