/** The tables that prisma/migrations/ makes, those that refer to others first. */
export const TABLES = ["idempotency_keys", "appointments", "doctors", "patients"] as const;
