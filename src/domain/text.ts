import type { Refusal } from "./refusals.js";
import { canFit, characters } from "./limits.js";

/**
 * - `name`: one line that people read.
 * - `prose`: the same with line breaks and tabs.
 * - `opaque`: characters of the caller's choice that only programs compare.
 */
export type TextKind = "name" | "prose" | "opaque";

export interface TextRule {
  /** The most characters (Unicode code points, as the database counts them). */
  maximumLength: number;
  /** `name` if left out. */
  kind?: TextKind;
}

/**
 * A character that is seen, or that no text may have: neither space nor mark, and none that Unicode says is not to
 * be shown. U+2800 is the Braille pattern without dots.
 */
const SOMETHING = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{M}\u2800]/u;

/**
 * What a reader can't see or Unicode does not define: controls, line separators, invisible format characters (those that
 * turn the direction of writing among them), fillers, private use, unassigned and half characters. Joiners and
 * variation selectors are looked at in their places.
 */
const INVISIBLE = /(?![\u200c\u200d\p{VS}])[\p{C}\p{Zl}\p{Zp}\p{DI}]/u;
const INVISIBLE_IN_PROSE = /(?![\n\r\t\u200c\u200d\p{VS}])[\p{C}\p{Zl}\p{Zp}\p{DI}]/u;

/**
 * A joiner (U+200C, U+200D) that stands neither between two letters, marks or emoji, as Persian, Indic scripts and emoji
 * have it, nor behind the mark that ends a word, as Malayalam has it; and a variation selector that selects nothing.
 */
const STRAY =
  /(?<![\p{L}\p{M}\p{N}\p{S}])[\u200c\u200d]|(?<!(?!\p{VS})\p{M})[\u200c\u200d](?![\p{L}\p{M}\p{N}\p{S}])|(?:(?<=\p{VS})|(?<![\p{L}\p{M}\p{N}\p{P}\p{S}]))\p{VS}/u;

const FORBIDDEN: Record<TextKind, readonly RegExp[]> = {
  name: [INVISIBLE, STRAY],
  prose: [INVISIBLE_IN_PROSE, STRAY],
  opaque: [/[\p{Cc}\p{Cs}]/u],
};

/**
 * A text as it is kept: trimmed and in Unicode's composed form (NFC); or why it can't be. What is far too long
 * is not looked at, and comes back empty.
 */
export function checkText(
  text: string | null,
  path: readonly string[],
  { maximumLength, kind = "name" }: TextRule,
): { text: string; refusals: Refusal[] } {
  const trimmed = (text ?? "").trim();
  const tooLong: Refusal = { code: "TOO_LONG", path, maximumLength };
  if (!canFit(trimmed, maximumLength)) return { text: "", refusals: [tooLong] };
  const clean = trimmed.normalize("NFC");
  const isMissing = clean === "" || (kind !== "opaque" && isBlank(clean));
  const refusals: Refusal[] = isMissing ? [{ code: "REQUIRED", path }] : [];
  if (characters(clean) > maximumLength) refusals.push(tooLong);
  if (!isMissing && FORBIDDEN[kind].some((pattern) => pattern.test(clean))) {
    refusals.push({ code: "INVALID_CHARACTERS", path });
  }
  return { text: clean, refusals };
}

/** Whether there is nothing to be seen in a text. */
export const isBlank = (text: string): boolean => !SOMETHING.test(text);

/** Fields that a caller sends: some may be left out of a change, and any may wrongly be null. */
export type Sent<Fields> = { [Name in keyof Fields]?: Fields[Name] | null | undefined };

/** Fields as they are kept, and what is wrong with them. */
export interface Checked<Fields> {
  fields: Fields;
  refusals: Refusal[];
}

/** Those of the texts that were sent, by the rule of each. */
export function checkTexts<Name extends string>(
  sent: { [N in NoInfer<Name>]?: string | null | undefined },
  rules: Record<Name, TextRule>,
  path: readonly string[],
): Checked<Partial<Record<Name, string>>> {
  const fields: Partial<Record<Name, string>> = {};
  const refusals: Refusal[] = [];
  for (const name of Object.keys(rules) as Name[]) {
    const value = sent[name];
    if (value === undefined) continue;
    const checked = checkText(value, [...path, name], rules[name]);
    fields[name] = checked.text;
    refusals.push(...checked.refusals);
  }
  return { fields, refusals };
}
