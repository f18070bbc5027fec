/** The tables that prisma/migrations/ creates; tables that refer to others come first. */
export const TABLES = [
  "accounts",
  "api_keys",
  "idempotency_keys",
  "slot_holds",
  "schedule_exceptions",
  "schedules",
  "appointments",
  "doctors",
  "patients",
] as const;
