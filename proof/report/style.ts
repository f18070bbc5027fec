/** The colours of outcomes are those of Okabe and Ito, which colour-blind readers can distinguish. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #fff; --text: #1c2128; --quiet: #5a6470; --line: #d9dee4; --card: #f6f8fa;
  --green: #1a7340; --red: #b42318; --amber: #7a5b00;
  --done: #0072b2; --refused: #56b4e9; --unavailable: #e69f00; --unknown: #cc79a7; --fault: #d55e00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161c; --text: #e4e8ee; --quiet: #9aa5b3; --line: #2d3540; --card: #1a2029;
    --green: #1f7a45; --red: #b3372c; --amber: #7d6318; --done: #2b86c5;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px 20px 64px; max-width: 1040px; overflow-wrap: anywhere;
  background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
header { padding: 20px 24px; border-radius: 10px; color: #fff; background: var(--amber); }
header.held { background: var(--green); }
header.broken { background: var(--red); }
header a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: .15em; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
header p { margin: 8px 0 0; }
header span { display: inline-block; margin-right: 1.25em; }
h2 { margin: 0; font-size: 1.25rem; }
h3 { margin: 20px 0 4px; font-size: 1rem; }
.quiet { color: var(--quiet); }
section { margin-top: 40px; }
section.claim { margin-top: 24px; padding-top: 24px; border-top: 1px solid var(--line); }
section p { margin: 6px 0 12px; max-width: 46rem; }
.heading { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
.badge { padding: 1px 10px; border-radius: 99px; color: #fff; background: var(--quiet);
  font-size: .8125rem; font-weight: 600; white-space: nowrap; }
.badge.held { background: var(--green); }
.badge.broken { background: var(--red); }
.badge.not { color: var(--text); background: var(--line); }
.wide { overflow-x: auto; }
.wide + .wide { margin-top: 12px; }
table { border-collapse: collapse; font-size: .875rem; overflow-wrap: normal; }
td { white-space: nowrap; }
th, td { padding: 4px 16px 4px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--quiet); font-weight: 500; white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.promise table { width: 100%; }
.promise td + td { text-align: right; padding-right: 0; white-space: normal; min-width: 6rem; }
@media (min-width: 800px) {
  .promise { display: grid; grid-template-columns: minmax(0, 1fr) 22rem; gap: 48px; }
}
.violations { margin: 4px 0; padding-left: 20px; font-size: .875rem; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0 0 12px; padding: 0; list-style: none; font-size: .875rem; }
.legend li::before { content: ""; display: inline-block; width: 12px; height: 12px; margin-right: 6px;
  border-radius: 2px; vertical-align: -1px; background: var(--colour); }
li.done { --colour: var(--done); } li.refused { --colour: var(--refused); }
li.unavailable { --colour: var(--unavailable); } li.unknown { --colour: var(--unknown); }
li.fault { --colour: var(--fault); } li.disturbance { --colour: color-mix(in srgb, var(--text) 25%, transparent); }
summary { margin-top: 12px; cursor: pointer; }
svg { display: block; width: 100%; min-width: 800px; height: auto; }
svg text { fill: var(--text); font: 11px system-ui, sans-serif; }
svg text.title { font-weight: 600; }
svg text.end { text-anchor: end; fill: var(--quiet); }
svg text.middle { text-anchor: middle; fill: var(--quiet); }
svg text.halo { paint-order: stroke; stroke: var(--page); stroke-width: 4px; stroke-linejoin: round; }
.grid, .tick { fill: none; stroke: var(--line); }
.tick { stroke: var(--quiet); }
.bars { shape-rendering: crispEdges; pointer-events: none; }
.bars.done { fill: var(--done); } .bars.refused { fill: var(--refused); }
.bars.unavailable { fill: var(--unavailable); } .bars.unknown { fill: var(--unknown); }
.bars.fault { fill: var(--fault); } .bars.slowest { fill: var(--quiet); opacity: .6; }
.disturbance rect { fill: var(--text); opacity: .13; }
.disturbance path { fill: none; stroke: var(--text); stroke-width: 1; opacity: .4; }
.disturbance:hover rect { opacity: .35; }
g.held rect { fill: var(--green); } g.broken rect { fill: var(--red); }
svg text.inside { fill: #fff; font-weight: 600; }
g.operation.held rect { fill: var(--done); }
`;
