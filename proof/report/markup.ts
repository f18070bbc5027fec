/** HTML or SVG that is completely escaped. */
export interface Markup {
  readonly source: string;
}

/** A value in a template; `false` gives nothing. */
type Content = Markup | string | number | false | readonly Content[];

/** A template of HTML: values are escaped unless they are markup themselves, lists are joined. */
export const markup = (template: TemplateStringsArray, ...values: Content[]): Markup => ({
  source: String.raw({ raw: template }, ...values.map(toSource)),
});

function toSource(content: Content): string {
  if (content === false) return "";
  if (typeof content === "number") return String(content);
  if (typeof content === "string") return escape(content);
  return "source" in content ? content.source : content.map(toSource).join("");
}

const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** `1234567.89` → `1,234,567.9`. */
export const inThousands = (value: number): string =>
  value.toLocaleString("en-US", { maximumFractionDigits: 1 });

/** A table; numbers are aligned to the right. */
export const tableOf = (
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Markup => markup`<div class="wide"><table>
${heads.length > 0 && markup`<thead><tr>${heads.map((head) => markup`<th>${head}</th>`)}</tr></thead>`}
<tbody>
${rows.map((row) => markup`<tr>${row.map(toCell)}</tr>\n`)}</tbody>
</table></div>`;

const toCell = (value: string | number): Markup =>
  typeof value === "number"
    ? markup`<td class="number">${inThousands(value)}</td>`
    : markup`<td>${value}</td>`;
