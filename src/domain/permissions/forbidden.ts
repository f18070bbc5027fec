/**
 * A caller's role may not use this at all, whatever the rows. APIs refuse it before they execute anything; this is the
 * second line, and is thrown before any statement is sent.
 */
export class Forbidden extends Error {
  /** @param subject the use case, or a field of its input. */
  constructor(readonly subject: string) {
    super(`The role of the caller may not use ${subject}`);
    this.name = "Forbidden";
  }
}
