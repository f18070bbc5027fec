import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { instance } from "@viz-js/viz";

type Box = GraphQLObjectType | GraphQLInterfaceType;

/** The target of a field in the picture, through pages and payloads. */
interface Relation {
  target: string;
  isMany: boolean;
}

/** Placeholder colours for Graphviz, which the style sheet replaces for light and dark. */
const INK = { text: "#000001", quiet: "#000002", line: "#000003", head: "#000004" };

const STYLE = `
svg.graph { --ground: #ffffff; --box: #ffffff; --head: #dceef0; --line: #9fb3b8; --text: #16262b; --quiet: #5a6d73; --edge: #2f7f89; background: var(--ground); border-radius: 8px; }
@media (prefers-color-scheme: dark) { svg.graph { --ground: #10181b; --box: #172226; --head: #1f3d43; --line: #3b5158; --text: #e3edef; --quiet: #93a8ae; --edge: #5fb3bf; } }
svg.graph text { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: var(--text); }
svg.graph text[fill="${INK.quiet}"] { fill: var(--quiet); }
svg.graph polygon[stroke="${INK.line}"] { stroke: var(--line); }
svg.graph polygon[fill="${INK.head}"] { fill: var(--head); }
svg.graph .node polygon[fill="none"] { fill: var(--box); }
svg.graph .edge path, svg.graph .edge polygon, svg.graph .edge polyline, svg.graph .edge ellipse { stroke: var(--edge); }
svg.graph .edge polygon { fill: var(--edge); }
svg.graph .edge.is-a path { stroke: var(--quiet); }
svg.graph .edge.is-a polygon { stroke: var(--quiet); fill: var(--ground); }
svg.graph a:hover text { text-decoration: underline; }
`.trim();

export interface Picture {
  /** The drawing, for a page with the style. */
  svg: string;
  style: string;
  /** The drawing and the style as a file. */
  file: string;
}

/**
 * Draws the schema as boxes and arrows: queries, mutations, objects and errors. Pages and payloads become arrows to their
 * content; inputs are omitted, because they would clutter the picture.
 */
export async function pictureOf(schema: GraphQLSchema): Promise<Picture> {
  const viz = await instance();
  const drawn = viz.renderString(dotOf(schema), { format: "svg" });
  const svg = drawn
    .slice(drawn.indexOf("<svg"))
    .replace(/<!--.*?-->\n?/gs, "")
    .replace(/<title>[^<]*<\/title>\n?/g, "")
    .replace(
      "<svg ",
      `<svg class="graph" role="img" aria-label="The types of the graph and how they lead to each other" `,
    )
    .trim();
  return { svg, style: STYLE, file: `${svg.replace(">", `>\n<style>${STYLE}</style>`)}\n` };
}

/** The picture in the DOT language. */
function dotOf(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap());
  const boxes = types.filter(isBox);
  const answered = new Set(boxes.flatMap(ownFieldsOf).map(({ type }) => getNamedType(type)));
  const enums = types.filter(isEnumType).filter((type) => answered.has(type));
  return [
    "digraph {",
    "graph [rankdir=LR, nodesep=0.3, ranksep=1, bgcolor=transparent, pad=0.25]",
    // All monospaced fonts have about the same width, so the text fits in any of them.
    `node [shape=plain, fontname=Courier, fontsize=11, fontcolor="${INK.text}"]`,
    "edge [arrowsize=0.7]",
    `{rank=same; ${rootsOf(schema).join("; ")}}`,
    ...boxes.map((type) => nodeOf(type.name, kindOf(type), rowsOf(type))),
    ...enums.map((type) => nodeOf(type.name, "enum", valuesOf(type))),
    ...boxes.flatMap((type) => edgesOf(schema, type)),
    "}",
  ].join("\n");
}

const rootsOf = (schema: GraphQLSchema): string[] =>
  [schema.getQueryType(), schema.getMutationType()].flatMap((type) => (type ? [type.name] : []));

function isBox(type: GraphQLNamedType): type is Box {
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  return !isIntrospectionType(type) && !/^PageInfo$|(Connection|Edge|Payload)$/.test(type.name);
}

const kindOf = (type: Box): string => (isInterfaceType(type) ? "interface" : "");

interface Row {
  name: string;
  type: string;
}

/** The fields of a box; for an implementation, only those that its interfaces do not have. */
const rowsOf = (type: Box): Row[] =>
  ownFieldsOf(type).map((field) => ({ name: field.name, type: shownType(field) }));

function ownFieldsOf(type: Box): GraphQLField<unknown, unknown>[] {
  const inherited = type.getInterfaces().flatMap((base) => Object.keys(base.getFields()));
  return Object.values(type.getFields()).filter(({ name }) => !inherited.includes(name));
}

const valuesOf = (type: GraphQLEnumType): Row[] =>
  type.getValues().map(({ name }) => ({ name, type: "" }));

function shownType(field: GraphQLField<unknown, unknown>): string {
  const relation = relationOf(field);
  const type = getNamedType(field.type);
  // A payload without an object contains the id of the deleted one.
  if (!relation) return type.name.endsWith("Payload") ? "ID" : type.name;
  return relation.isMany ? `[${relation.target}]` : relation.target;
}

/** The box that a field points to; null for a scalar or enum. */
function relationOf(field: GraphQLField<unknown, unknown>): Relation | null {
  const type = getNamedType(field.type);
  if (isObjectType(type) && type.name.endsWith("Connection")) {
    const node = type.getFields()["nodes"];
    return node ? { target: getNamedType(node.type).name, isMany: true } : null;
  }
  if (isObjectType(type) && type.name.endsWith("Payload")) {
    const result = Object.values(type.getFields()).find(({ type: it }) => isBox(getNamedType(it)));
    return result && result.name !== "userErrors"
      ? { target: getNamedType(result.type).name, isMany: false }
      : null;
  }
  const isMany = String(field.type).startsWith("[");
  return isBox(type) || isEnumType(type) ? { target: type.name, isMany } : null;
}

function nodeOf(name: string, kind: string, rows: readonly Row[]): string {
  const font = (text: string, attributes: string) => `<font ${attributes}>${text || " "}</font>`;
  const quiet = (text: string) => font(text, `point-size="10" color="${INK.quiet}"`);
  const title = font(`<b>${name}</b>`, `point-size="12"`) + (kind && quiet(`  ${kind}`));
  const head = `<tr><td colspan="2" port="${name}" align="left" bgcolor="${INK.head}" href="#${name}" title="${name}">${title}</td></tr>`;
  const body = rows.map(
    (row) =>
      `<tr><td align="left" port="${row.name}">${row.name}</td><td align="right" port="${row.name} leads">${quiet(row.type)}</td></tr>`,
  );
  return `"${name}" [label=<<table border="1" color="${INK.line}" cellborder="0" cellspacing="0" cellpadding="4">${head}${body.join("")}</table>>]`;
}

function edgesOf(schema: GraphQLSchema, type: Box): string[] {
  const relations = ownFieldsOf(type).flatMap((field) => {
    const relation = relationOf(field);
    if (!relation) return [];
    // The target of a back reference is already to the left.
    return leadsTo(schema, relation.target, type) && !relation.isMany
      ? [`"${type.name}":"${field.name}":w -> ${portOf(relation.target, "e")} [constraint=false]`]
      : [
          `"${type.name}":"${field.name} leads":e -> ${portOf(relation.target, "w")} [arrowhead=${relation.isMany ? "crow" : "normal"}]`,
        ];
  });
  const bases = type
    .getInterfaces()
    .map(
      ({ name }) =>
        `${portOf(name, "e")} -> ${portOf(type.name, "w")} [class="is-a", dir=back, arrowtail=empty, style=dashed]`,
    );
  const refusals =
    type === schema.getMutationType()
      ? [`${portOf(type.name, "e")} -> ${portOf("UserError", "w")} [arrowhead=crow]`]
      : [];
  return [...relations, ...bases, ...refusals];
}

const portOf = (name: string, side: "e" | "w"): string => `"${name}":"${name}":${side}`;

/** Whether one box has a list of the other. */
function leadsTo(schema: GraphQLSchema, name: string, { name: target }: Box): boolean {
  const type = schema.getType(name);
  if (!isObjectType(type)) return false;
  return ownFieldsOf(type).some((field) => {
    const relation = relationOf(field);
    return relation?.isMany && relation.target === target;
  });
}
