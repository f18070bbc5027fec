// Prisma sends these texts to LIKE as they are, where _ and % stand for anything.
const literal = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** Matches what starts with `text`, letter for letter. */
export const startsWith = (text: string) => ({ startsWith: literal(text) });

/** Matches what has `text` in it, letter for letter. */
export const contains = (text: string) => ({ contains: literal(text) });
