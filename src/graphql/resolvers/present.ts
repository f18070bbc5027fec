import type { Doctor } from "../../domain/index.js";
import type { Context } from "../context.js";

/**
 * A person of an appointment, whom a foreign key keeps there; null only if the appointment and then
 * the person were deleted between two reads of one query.
 */
export function assertFound<Row>(row: Row | null): Row {
  if (row === null) throw new Error("A person was deleted while their appointment was being read");
  return row;
}

/** The value of a field, which must be among those that the query selects (selection.ts). */
export function assertLoaded<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("A selected field was not read");
  return value;
}

/** The doctor of a row that refers to one. */
export const doctorOf = (
  { doctorId }: { doctorId: number },
  _arguments: unknown,
  { domain }: Context,
): Promise<Doctor> => domain.doctors.byId(doctorId).then(assertFound);
