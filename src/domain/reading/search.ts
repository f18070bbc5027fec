import { canFit, characters, MAXIMUM_LENGTH } from "../limits.js";

/** What a caller searches for. */
export interface SearchText {
  /** Trimmed and in Unicode's composed form (NFC): as emails are compared. */
  text: string;
  /** The same as names are compared: see `searchForm`. */
  form: string;
}

/**
 * Reads what is searched for; null for what can start or be nothing that is kept, since it is too long or not Unicode.
 */
export function readSearch(raw: string): SearchText | null {
  const trimmed = raw.trim();
  if (!canFit(trimmed, MAXIMUM_LENGTH.search) || !trimmed.isWellFormed()) return null;
  // The collation would pass over them, and find everybody by a text of nothing else.
  if (CONTROL.test(trimmed)) return null;
  const text = trimmed.normalize("NFC");
  const form = searchForm(text);
  return characters(form) <= MAXIMUM_LENGTH.search ? { text, form } : null;
}

const CONTROL = /[^\P{Cc}\s]/u;

/** A capital whose marks are letters of their own, where the small letter has them in one: Ϊ́ and ΐ. */
const MARKED_CAPITAL = /\p{Lu}\p{Mn}+/gu;

/**
 * A text in the form in which names are compared: spaces of all kinds are one space, apostrophes and hyphens
 * of all kinds are those of a typewriter, and the Turkish ı is an i; the collation of the database does the rest. The
 * generated columns `search_…` have the same form.
 */
const searchForm = (text: string): string =>
  text
    .replaceAll(MARKED_CAPITAL, (letter) => letter.toLowerCase().normalize("NFC"))
    .replaceAll("ı", "i")
    .replace(/[´`ʹʻʼʽˈ‘’‛′＇]/gu, "'")
    .replace(/[‐‑‒–—―−﹣－]/gu, "-")
    .replace(/\p{White_Space}+/gu, " ");
