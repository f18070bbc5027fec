/** The database can't be used as it is. The message is for the operator: what is wrong, what to do. */
export class DatabaseSetupError extends Error {
  override readonly name = "DatabaseSetupError";
}
