import { createHash } from "node:crypto";
import { restStatus } from "./markdown.js";
import type { MigrationNote } from "./migration-notes.js";
import { SCRIPT, STYLE } from "./page-assets.js";
import type { Picture } from "./picture.js";
import type { Member, Reference, Section, TypeEntry } from "./reference.js";
import type { Rule } from "./rule-book.js";

/** A string of HTML, which needs no escaping. */
class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | readonly Part[];

function toText(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(toText).join("");
  return String(part).replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A template of HTML that escapes all values, except those that are HTML. */
const markup = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(String.raw({ raw: strings }, ...parts.map(toText)));

const NOTHING = new Html("");

/**
 * The reference as one self-contained page, which works from the server, offline, and as a file. Its content security policy
 * allows only its own style and script.
 */
export function toHtml(
  reference: Reference,
  notes: readonly MigrationNote[],
  picture: Picture,
): string {
  const style = `${STYLE}\n${picture.style}`;
  const { version, hash, sections, rules } = reference;
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${policyOf(style, SCRIPT)}" />
        <title>Schema · Patient Encounter System</title>
        <style>${new Html(style)}</style>
      </head>
      <body>
        <nav aria-label="Contents">
          <a class="brand" href="#top">Patient Encounter System<small>schema ${version}</small></a>
          <input
            id="filter"
            type="search"
            placeholder="Find a type, field or code ( / )"
            aria-label="Find a type, field or code"
            autocomplete="off"
          />
          <p id="nothing" hidden>Nothing is called that.</p>
          <h2><a href="#rule-book">Rule book</a></h2>
          <ul class="codes">
            ${rules.map(({ code }) => markup`<li data-words="${code}"><a href="#${code}">${code}</a></li>`)}
          </ul>
          ${sections.map((section) => navigationOf(section))}
        </nav>
        <main id="top">
          <header>
            <h1>The schema</h1>
            <p>
              Every type, field and argument of the graph, and every reason for which it says no.
              Version ${version}, SHA-256 <code title="${hash}">${hash.slice(0, 12)}</code>.
              Download <a href="schema.graphql">schema.graphql</a> or the introspection result,
              <a href="schema.json">schema.json</a>.
            </p>
          </header>
          <section>
            <h2 id="graph">The graph</h2>
            <p>
              Arrows lead to what a field answers with, through pages and payloads; dashed ones lead
              from an interface to what implements it. <code>[Type]</code> is a list or a page.
              Inputs are not drawn. Each box leads to its type.
            </p>
            <div class="picture">${new Html(picture.svg)}</div>
          </section>
          <section>
            <h2 id="rule-book">The rule book</h2>
            <p>
              Every reason to refuse a mutation. Codes are stable, messages are examples: they name
              what was sent, or what is in the way.
            </p>
            ${ruleTable(reference)}
          </section>
          ${migrations(notes)} ${sections.map((section) => sectionOf(reference, section))}
        </main>
        <script>${new Html(SCRIPT)}</script>
      </body>
    </html> `;
  return page.text;
}

/** A content security policy that allows this style and this script by hash. */
function policyOf(style: string, script: string): string {
  const allow = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return [
    "default-src 'none'",
    `style-src ${allow(style)}`,
    `script-src ${allow(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function navigationOf({ title, types }: Section): Html {
  const [first] = types;
  // Readers look for queries and mutations by name, not for the type that contains them.
  const items: Item[] =
    types.length === 1 && first && first.members.length > 0
      ? first.members.map(({ name }) => ({ name, target: `${first.name}.${name}`, words: name }))
      : types.map(({ name, members }) => ({
          name,
          target: name,
          words: [name, ...members.map((member) => member.name)].join(" "),
        }));
  return markup`<h2>${title}</h2>
    <ul>
      ${items.map(({ name, target, words }) => markup`<li data-words="${words}"><a href="#${target}">${name}</a></li>`)}
    </ul>`;
}

interface Item {
  name: string;
  target: string;
  words: string;
}

function ruleTable(reference: Reference): Html {
  const row = ({ code, rule, message, errorType, extraFields, mutations, rest }: Rule) =>
    markup`<tr id="${code}">
      <th scope="row">
        <a href="#${code}"><code>${code}</code></a>
      </th>
      <td>
        ${prose(reference, rule)}
        <details>
          <summary>${mutations.length} mutations</summary>
          <ul>
            ${mutations.map((name) => markup`<li><a href="#Mutation.${name}">${name}</a></li>`)}
          </ul>
        </details>
      </td>
      <td>${message}</td>
      <td>
        ${extraFields.length === 0 ? markup`<span class="quiet">–</span>` : markup`${typeLink(reference, errorType)}${extraFields.map(({ name, type }) => markup`<div><code>${name}: ${typeLink(reference, type)}</code></div>`)}`}
      </td>
      <td>
        <strong>${restStatus(rest)}</strong>
        <div>${rest.detail}</div>
      </td>
    </tr>`;
  return markup`<div class="wide">
    <table class="rules">
      <thead>
        <tr>
          <th>Code</th>
          <th>The rule</th>
          <th>What the message says</th>
          <th>Extra fields</th>
          <th>REST</th>
        </tr>
      </thead>
      <tbody>
        ${reference.rules.map(row)}
      </tbody>
    </table>
  </div>`;
}

function migrations(notes: readonly MigrationNote[]): Html {
  if (notes.length === 0) return NOTHING;
  return markup`<section>
    <h2 id="migration-notes">Migration notes</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>Version</th>
            <th>What broke</th>
            <th>Why</th>
            <th>What to do instead</th>
          </tr>
        </thead>
        <tbody>
          ${notes.map(
            ({ version, change, why, instead }) =>
              markup`<tr>
                <td>${version}</td>
                <td><code>${change}</code></td>
                <td>${why}</td>
                <td>${instead}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

const sectionOf = (reference: Reference, { title, types }: Section): Html =>
  markup`<section>
    <h2>${title}</h2>
    ${types.map((type) => typeOf(reference, type))}
  </section> `;

function typeOf(reference: Reference, type: TypeEntry): Html {
  const { name, kind, description, interfaces, implementations, roles, members, usedBy } = type;
  const links = (names: readonly string[]) =>
    names.map((it, index) => [index === 0 ? "" : ", ", typeLink(reference, it)]);
  return markup`<article id="${name}">
    <h3><a href="#${name}">${name}</a> <span class="quiet">${kind}</span></h3>
    ${interfaces.length === 0 ? NOTHING : markup`<p class="quiet">implements ${links(interfaces)}</p>`}
    ${implementations.length === 0 ? NOTHING : markup`<p class="quiet">implemented by ${links(implementations)}</p>`}
    ${roles.length === 0 ? NOTHING : markup`<p class="quiet">for ${roles.join(", ")}</p>`}
    <p>${prose(reference, description)}</p>
    ${members.length === 0 ? NOTHING : markup`<dl>${members.map((member) => memberOf(reference, name, member))}</dl>`}
    ${
      usedBy.length === 0
        ? NOTHING
        : markup`<details>
            <summary>Used by ${usedBy.length}</summary>
            <p>
              ${usedBy.map((use) => markup`<a class="use" href="#${use.replace(/\(.*/, "")}"><code>${use}</code></a> `)}
            </p>
          </details>`
    }
  </article>`;
}

function memberOf(reference: Reference, typeName: string, member: Member): Html {
  const { name, description, deprecationReason } = member;
  return markup`<div class="member" id="${typeName}.${name}">
    <dt>${signatureOf(reference, member)}</dt>
    <dd>
      ${deprecationReason === null ? NOTHING : markup`<p class="deprecated"><strong>Deprecated.</strong> ${prose(reference, deprecationReason)}</p>`}
      <p>${prose(reference, description)}</p>
      ${
        member.arguments.length === 0
          ? NOTHING
          : markup`<dl class="arguments">
              ${member.arguments.map(
                (argument) =>
                  markup`<dt>${signatureOf(reference, argument)}</dt>
                    <dd>${prose(reference, argument.description)}</dd>`,
              )}
            </dl>`
      }
    </dd>
  </div>`;
}

function signatureOf(reference: Reference, { name, type, defaultValue }: Member): Html {
  const preset = defaultValue === null ? NOTHING : markup` = <code>${defaultValue}</code>`;
  return type === null
    ? markup`<code>${name}</code>`
    : markup`<code>${name}</code>: <code class="type">${typeLink(reference, type)}</code>${preset}`;
}

/** Text with `code`. Error codes and names like TooLongError become links; words like Patient do not. */
function prose({ typeNames, rules }: Reference, text: string): Html[] {
  const isTarget = (word: string) =>
    rules.some(({ code }) => code === word) || (/[a-z][A-Z]/.test(word) && typeNames.has(word));
  return text
    .replaceAll(/\s*\n\s*/g, " ")
    .split(/`([^`]*)`/)
    .map((part, index) =>
      index % 2 === 1 ? markup`<code>${part}</code>` : markup`${linked(part, isTarget)}`,
    );
}

/** A type in SDL syntax, with its name as a link. */
const typeLink = (reference: Reference, type: string): Html[] =>
  linked(type, (word) => reference.typeNames.has(word));

function linked(text: string, isTarget: (word: string) => boolean): Html[] {
  return text
    .split(/\b/)
    .map((word) => (isTarget(word) ? markup`<a href="#${word}">${word}</a>` : markup`${word}`));
}
