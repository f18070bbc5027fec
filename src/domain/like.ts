/** A text as LIKE takes it letter for letter: _ and % stand for anything there, and Prisma lets them. */
export const literalForLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** Matches what starts with `text`, letter for letter. */
export const startsWith = (text: string) => ({ startsWith: literalForLike(text) });
