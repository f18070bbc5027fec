/**
 * A person of an appointment, whom a foreign key keeps there; null only if the appointment and then
 * the person were deleted between two reads of one query.
 */
export function assertFound<Row>(row: Row | null): Row {
  if (row === null) throw new Error("A person was deleted while their appointment was being read");
  return row;
}

/** A field of a row of which only what the query asks for was read (selection.ts says what that is). */
export function assertLoaded<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("A field was asked for, but not read");
  return value;
}
