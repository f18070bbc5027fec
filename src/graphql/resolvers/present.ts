/**
 * A person of an appointment, whom a foreign key keeps there; null only if the appointment and then
 * the person were deleted between two reads of one query.
 */
export function present<Row>(row: Row | null): Row {
  if (row === null) throw new Error("A person was deleted while their appointment was being read");
  return row;
}
