/** Sends a statement and records it. */
export type LogStatement = <Result>(sql: string, send: () => Promise<Result>) => Promise<Result>;

/** The statements of one piece of work, and the time during which at least one of them was running. */
export class StatementLog {
  readonly statements: string[] = [];
  milliseconds = 0;
  #underWay = 0;
  #since = 0;

  async record<Result>(sql: string, send: () => Promise<Result>): Promise<Result> {
    this.statements.push(sql);
    if (this.#underWay === 0) this.#since = performance.now();
    this.#underWay += 1;
    try {
      return await send();
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.milliseconds += performance.now() - this.#since;
    }
  }
}

/** The SQL of an argument of the driver (a string, or options with `sql`), in one line. */
export function sqlOf(statement: unknown): string {
  const sql = typeof statement === "string" ? statement : (statement as { sql: string }).sql;
  return sql.replaceAll(/\s*\n\s*/g, " ").trim();
}
