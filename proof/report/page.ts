import {
  OUTCOMES,
  type Claim,
  type Findings,
  type RequestOutcome,
  type Table,
} from "../findings.js";
import { renderCounterexample } from "./counterexample.js";
import { inThousands, markup, tableOf, type Markup } from "./markup.js";
import { STYLE } from "./style.js";
import { drawTimeline } from "./timeline.js";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const MAX_VIOLATIONS = 20;

/** The findings as a self-contained HTML page; the same findings give the same page. */
export function renderReport(findings: Findings): string {
  const { about, claims } = findings;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Proof of ${about.startedAt}</title>
<style>${{ source: STYLE }}</style>
</head>
<body>
${renderVerdict(findings)}
<main>
${renderTimeline(findings)}
${claims.map(renderClaim)}
</main>
</body>
</html>
`;
  return page.source;
}

function renderVerdict({ about, claims }: Findings): Markup {
  const { colour, headline } = verdictOf(about.isBroken, claims);
  const notTried = claims.filter(({ verdict }) => verdict === "not tried");
  return markup`<header class="${colour}">
<h1>${headline}</h1>
${notTried.length > 0 && markup`<p>Not tried: ${linksTo(notTried, claims)}</p>`}
<p>${[
    `${about.database} on ${counted(about.databaseNodes, "node")}`,
    `${counted(about.apiServers, "API server")} on Node ${about.node}`,
    counted(about.cpus, "CPU"),
    counted(about.callers, "caller"),
    `seed ${about.seed}`,
    `${about.form} form`,
    about.startedAt.replace("T", " ").replace(/(\.\d+)?Z$/, " UTC"),
    `${inThousands(about.seconds)} seconds`,
  ].map((fact) => markup`<span>${fact}</span> `)}</p>
</header>`;
}

/** The result for an API that was broken on purpose is never green: it is red, or the proof missed the defect. */
function verdictOf(
  isBrokenOnPurpose: boolean,
  claims: readonly Claim[],
): { colour: string; headline: Markup } {
  const broken = claims.filter(({ verdict }) => verdict === "broken");
  const held = claims.filter(({ verdict }) => verdict === "held").length;
  const names = linksTo(broken, claims);
  if (isBrokenOnPurpose) {
    const headline =
      broken.length > 0
        ? markup`Broken on purpose, and found out: ${names}`
        : markup`Broken on purpose, and not found out: this proof is blind`;
    return { colour: "broken", headline };
  }
  if (broken.length > 0) return { colour: "broken", headline: markup`Broken: ${names}` };
  if (held === 0) return { colour: "untried", headline: markup`No promise was tried` };
  const those = held < claims.length ? " that were tried" : "";
  return { colour: "held", headline: markup`All ${counted(held, "promise")}${those} held` };
}

const linksTo = (some: readonly Claim[], all: readonly Claim[]): Markup[] =>
  some.map((claim, index) => {
    const comma = index > 0 ? ", " : "";
    return markup`${comma}<a href="#claim-${all.indexOf(claim) + 1}">${claim.name}</a>`;
  });

const counted = (count: number, noun: string): string =>
  `${inThousands(count)} ${noun}${count === 1 ? "" : "s"}`;

const MEANINGS: Record<RequestOutcome, string> = {
  done: "done",
  refused: "refused: a rule is against it",
  unavailable: "unavailable: try again",
  unknown: "unknown: no answer came",
  fault: "fault: an error of the API",
};

function renderTimeline({ about, claims, timeline }: Findings): Markup {
  const totalOf = (outcome: RequestOutcome) =>
    timeline.buckets.reduce((sum, bucket) => sum + bucket[outcome], 0);
  const { faults } = timeline;
  return markup`<section>
<h2>What happened over time</h2>
<p>${counted(about.callers, "caller")} sent requests to an API that books appointments, while its servers and its database were disturbed ${counted(faults.length, "time")}. What they were answered:</p>
<ul class="legend">
${OUTCOMES.map((outcome) => markup`<li class="${outcome}">${MEANINGS[outcome]} <span class="quiet">(${inThousands(totalOf(outcome))})</span></li>\n`)}
${faults.length > 0 && markup`<li class="disturbance">disturbance</li>`}
</ul>
<div class="wide">${drawTimeline(timeline, claims)}</div>
<details><summary>${counted(faults.length, "disturbance")}</summary>
${tableOf(
  ["from (s)", "to (s)", "what was done"],
  faults.map(({ at, until, what }) => [at, until, what]),
)}</details>
</section>`;
}

const BADGES: Record<Claim["verdict"], string> = {
  held: "✓ held",
  broken: "✗ broken",
  "not tried": "– not tried",
};

const renderClaim = (claim: Claim, index: number): Markup => markup`
<section class="claim" id="claim-${index + 1}">
<div class="heading"><h2>${claim.name}</h2><span class="badge ${claim.verdict}">${BADGES[claim.verdict]}</span></div>
<div class="promise"><p>${claim.promise}</p>
${tableOf([], Object.entries(claim.counts))}</div>
${claim.violations.length > 0 && renderViolations(claim)}
${claim.table !== undefined && renderTable(claim.table)}
${claim.counterexample !== undefined && renderCounterexample(claim.counterexample)}
</section>`;

const renderTable = ({ heads, rows }: Table): Markup =>
  markup`<details open><summary>${counted(rows.length, "row")} in detail</summary>
${tableOf(heads, rows)}</details>`;

function renderViolations({ verdict, violations }: Claim): Markup {
  const more = violations.length - MAX_VIOLATIONS;
  const title = verdict === "not tried" ? "Why it was not tried" : "What contradicts it";
  return markup`<h3>${title}</h3>
<ul class="violations">
${violations.slice(0, MAX_VIOLATIONS).map((violation) => markup`<li>${violation}</li>\n`)}
</ul>
${more > 0 && markup`<p class="quiet">and ${inThousands(more)} more</p>`}`;
}
