import type { MigrationNote } from "./migration-notes.js";
import type { Member, Reference, Section, TypeEntry } from "./reference.js";
import type { Rule } from "./rule-book.js";

/** The reference in Markdown for GitHub, with links between types. */
export function toMarkdown(reference: Reference, notes: readonly MigrationNote[]): string {
  const { version, hash, rules, sections } = reference;
  const parts = [
    "<!-- Made by `npm run schema:docs` from schema.graphql and the refusals. Do not edit. -->",
    `# The schema, version ${version}`,
    `SHA-256 of [schema.graphql](../../schema.graphql): \`${hash}\`. A server shows it as a page at \`/schema\`.`,
    "![The types of the graph and how they lead to each other](graph.svg)",
    "Arrows lead to what a field answers with, through pages and payloads; dashed ones lead from an interface to what implements it. `[Type]` is a list or a page. Inputs are not drawn.",
    "[access.md](access.md) shows who may use what.",
    "## The rule book",
    "Every reason to refuse a mutation. Messages are examples: they name what was sent or what is in the way.",
    table(
      ["Code", "The rule", "What the message says", "Extra fields", "REST"],
      rules.map(ruleRow),
    ),
    ...migrations(notes),
    ...sections.flatMap((section) => sectionOf(reference, section)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function ruleRow({ code, rule, message, errorType, extraFields, rest }: Rule): string[] {
  const extras = extraFields.map(({ name, type }) => `\`${name}: ${type}\``).join("<br>");
  return [
    `<a name="${code}"></a>\`${code}\``,
    oneLine(rule),
    message,
    extras && `${linkTo(errorType)}<br>${extras}`,
    `${restStatus(rest)}<br>${rest.detail}`,
  ];
}

/** The status, the status for references in the body, and a note if no endpoint returns it. */
export function restStatus({ status, statusOfReference, endpoints }: Rule["rest"]): string {
  const where = endpoints.length === 0 ? " (at no endpoint today)" : "";
  return statusOfReference === null
    ? `${status}${where}`
    : `${status}, or ${statusOfReference} if the body names it${where}`;
}

function migrations(notes: readonly MigrationNote[]): string[] {
  if (notes.length === 0) return [];
  const rows = notes.map(({ version, change, why, instead }) => [
    version,
    `\`${change}\``,
    why,
    instead,
  ]);
  return [
    "## Migration notes",
    table(["Version", "What broke", "Why", "What to do instead"], rows),
  ];
}

function sectionOf({ typeNames }: Reference, { title, types }: Section): string[] {
  return [`## ${title}`, ...types.flatMap((type) => typeOf(typeNames, type))];
}

function typeOf(typeNames: ReadonlySet<string>, type: TypeEntry): string[] {
  const { name, kind, description, interfaces, implementations, roles, members, usedBy } = type;
  const facts = [
    `_${kind}_`,
    interfaces.length > 0 && `implements ${interfaces.map(linkTo).join(", ")}`,
    implementations.length > 0 && `implemented by ${implementations.map(linkTo).join(", ")}`,
    roles.length > 0 && `for ${roles.join(", ")}`,
  ].filter(Boolean);
  const rows = members.flatMap((member) => rowsOf(typeNames, member));
  const hasTypes = members.some((member) => member.type !== null);
  return [
    `### ${name}`,
    facts.join(" · "),
    oneLine(description),
    ...(rows.length === 0
      ? []
      : [
          hasTypes
            ? table(["Field", "Type", ""], rows)
            : table(
                ["Value", ""],
                rows.map(([value = "", , text = ""]) => [value, text]),
              ),
        ]),
    ...(usedBy.length === 0
      ? []
      : [
          `<details><summary>Used by ${usedBy.length}</summary>\n\n${usedBy.map((use) => `\`${use}\``).join(" ")}\n\n</details>`,
        ]),
  ];
}

function rowsOf(typeNames: ReadonlySet<string>, member: Member, depth = 0): string[][] {
  const { name, type, description, defaultValue, deprecationReason } = member;
  const indent = "&nbsp;&nbsp;↳ ".repeat(depth);
  const shown = type === null ? "" : typeLink(typeNames, type);
  const preset = defaultValue === null ? "" : ` = \`${defaultValue}\``;
  const warning = deprecationReason === null ? "" : `**Deprecated.** ${deprecationReason}<br>`;
  return [
    [`${indent}\`${name}\``, shown + preset, `${warning}${oneLine(description)}`],
    ...member.arguments.flatMap((argument) => rowsOf(typeNames, argument, depth + 1)),
  ];
}

/** A type like `[Doctor!]!`; its name is a link if it has an entry. */
function typeLink(typeNames: ReadonlySet<string>, type: string): string {
  return type.replaceAll(/\w+/g, (name) => (typeNames.has(name) ? linkTo(name) : name));
}

const linkTo = (name: string): string => `[${name}](#${name.toLowerCase()})`;

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, " ");

/** A table, with `|` in its cells escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
