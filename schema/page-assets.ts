/** The style of the reference page, for light and dark, wide and narrow screens. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #16262b; --soft: #5a6d73; --ground: #ffffff; --panel: #f4f8f9; --rule: #dbe5e7; --accent: #1c6b75; --mark: #fff3d6; --warn: #8a4b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e3edef; --soft: #93a8ae; --ground: #0d1417; --panel: #131d20; --rule: #26363b; --accent: #6fc3cf; --mark: #3a2f12; --warn: #f0b35e; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; display: grid; grid-template-columns: 18rem minmax(0, 1fr); color: var(--ink); background: var(--ground); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
code { font: 0.9em ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.25rem; background: var(--panel); border-right: 1px solid var(--rule); font-size: 0.9rem; }
nav .brand { display: block; font-weight: 650; color: var(--ink); margin-bottom: 1rem; }
nav .brand small { display: block; font-weight: 400; color: var(--soft); }
nav input { width: 100%; padding: 0.5rem 0.65rem; color: inherit; background: var(--ground); border: 1px solid var(--rule); border-radius: 6px; font: inherit; }
nav input:focus { outline: 2px solid var(--accent); outline-offset: 1px; }
nav h2 { margin: 1.25rem 0 0.35rem; font-size: 0.72rem; letter-spacing: 0.06em; text-transform: uppercase; color: var(--soft); }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: block; padding: 0.12rem 0; overflow-wrap: anywhere; }
nav .codes { font-size: 0.8rem; }
main { padding: 2rem clamp(1rem, 4vw, 3.5rem) 6rem; min-width: 0; }
h1 { margin: 0; font-size: 2rem; letter-spacing: -0.02em; }
main > section > h2 { margin: 3rem 0 0.75rem; padding-bottom: 0.35rem; border-bottom: 1px solid var(--rule); font-size: 1.35rem; }
main p { max-width: 46rem; margin: 0.35rem 0; }
.quiet { color: var(--soft); font-weight: 400; font-size: 0.9em; }
.picture { border: 1px solid var(--rule); border-radius: 8px; overflow: auto; }
.picture svg { display: block; width: 100%; min-width: 44rem; height: auto; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { padding: 0.6rem 0.75rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
thead th { color: var(--soft); font-weight: 600; }
.rules { min-width: 58rem; table-layout: fixed; font-size: 0.84rem; }
.rules th:nth-child(1) { width: 17%; }
.rules th:nth-child(2) { width: 21%; }
.rules th:nth-child(3) { width: 21%; }
.rules th:nth-child(4) { width: 21%; }
.rules td { overflow-wrap: anywhere; }
.rules th, .rules td { padding: 0.6rem 0.5rem; }
.rules th code { font-size: 0.8em; }
.rules details { font-size: 0.85em; }
.rules details ul { margin: 0.25rem 0; padding-left: 1.1rem; }
summary { cursor: pointer; color: var(--soft); }
article { margin: 1.75rem 0; padding: 1rem 1.25rem; border: 1px solid var(--rule); border-radius: 8px; }
article h3 { margin: 0; font-size: 1.1rem; }
article > dl { margin: 0.75rem 0 0; }
.member { padding: 0.6rem 0; border-top: 1px solid var(--rule); }
dt > code:first-child { font-weight: 650; }
dd { margin: 0; }
.arguments { margin: 0.5rem 0 0; padding-left: 1rem; border-left: 2px solid var(--rule); font-size: 0.93em; }
.arguments dd { margin-bottom: 0.4rem; color: var(--soft); }
.deprecated { color: var(--warn); }
.use { display: inline-block; margin-right: 0.75rem; }
tr:target, .member:target { background: var(--mark); }
article:target { border-color: var(--accent); box-shadow: -3px 0 var(--accent); }
@media (max-width: 60rem) { body { display: block; } nav { position: static; height: auto; max-height: 50vh; border-right: 0; border-bottom: 1px solid var(--rule); } }
@media print { nav { display: none; } body { display: block; } }
`.trim();

/** Filters the contents by the search text; `/` focuses the search, Enter opens the first match, Escape clears it. */
export const SCRIPT = `
"use strict";
const field = document.getElementById("filter");
const nothing = document.getElementById("nothing");
const items = [...document.querySelectorAll("nav li")];
const headings = [...document.querySelectorAll("nav h2")];
function narrow() {
  const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const item of items) {
    const text = item.dataset.words.toLowerCase();
    item.hidden = !words.every((word) => text.includes(word));
  }
  for (const heading of headings) {
    heading.hidden = !heading.nextElementSibling.querySelector("li:not([hidden])");
  }
  nothing.hidden = items.some((item) => !item.hidden);
}
field.addEventListener("input", narrow);
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    field.value = "";
    narrow();
  } else if (event.key === "Enter") {
    const first = items.find((item) => !item.hidden);
    if (first) location.hash = first.querySelector("a").hash;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target === field) return;
  event.preventDefault();
  field.focus();
});
`.trim();
