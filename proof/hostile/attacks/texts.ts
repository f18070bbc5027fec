/** What Apollo takes at most, in bytes and in tokens, is what an attacker uses. */
export const BODY_BYTES = 60_000;
export const MAX_TOKENS = 1_990;

/** `a0 … an`, each made by `make`, with a space between them. */
export const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(" ");

/** A name of so many letters that is another one for each index. */
export const longName = (length: number, index: number): string =>
  `${"a".repeat(length - 5)}${String(index).padStart(5, "_")}`;

/** Chinese characters, hardly one of them twice, which makes punycode work hardest. */
export const chinese = (length: number): string =>
  Array.from({ length }, (_, index) =>
    String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)),
  ).join("");

/** All that the budget of objects allows: a hundred doctors with a hundred appointments each, nearly. */
export const allAppointments = (selection: string, doctors = 98): string =>
  `doctors(first: ${doctors}) { nodes { appointments(first: 100) { nodes { ${selection} } } } }`;

/** What a screen may ask for at most: a hundred appointments with both people, for as many doctors. */
export const HEAVY_QUERY = `{ ${allAppointments("id startsAt patient { fullName } doctor { fullName }", 30)} }`;
