import { Prisma, type SqlReader } from "../../db/database.js";
import { paddedToPowerOfTwo } from "../reading/padding.js";

/** A doctor, and somebody who may be a patient of theirs. */
export interface Pair {
  doctorId: number;
  patientId: number;
}

/**
 * Those of the patients who have an appointment, in any status, with the doctor beside them, by the doctors. It sends one
 * statement for each doctor.
 */
export async function patientsOfDoctors(
  reader: SqlReader,
  pairs: readonly Pair[],
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const wanted = new Map<number, Set<number>>();
  for (const { doctorId, patientId } of pairs) {
    const known = wanted.get(doctorId);
    if (known) known.add(patientId);
    else wanted.set(doctorId, new Set([patientId]));
  }
  const found = [...wanted].map(async ([doctorId, patientIds]) => {
    return [doctorId, await patientsOf(reader, doctorId, [...patientIds])] as const;
  });
  return new Map(await Promise.all(found));
}

async function patientsOf(
  reader: SqlReader,
  doctorId: number,
  patientIds: number[],
): Promise<ReadonlySet<number>> {
  const ids = Prisma.join(paddedToPowerOfTwo(patientIds));
  const rows = await reader.select(Prisma.sql`
    SELECT DISTINCT a.patient_id FROM appointments a
    WHERE a.doctor_id = ${doctorId} AND a.patient_id IN (${ids})`);
  return new Set(rows.map(([id]) => id as number));
}
