import { Prisma, type Database } from "../db/database.js";
import { isGrantedRole, type GrantedRole } from "./roles.js";

/** What the clinic knows of somebody who signs in at an issuer. It takes precedence over the claims of their tokens. */
export interface Account {
  /** Their role; null if the token says it. */
  role: GrantedRole | null;
  patientId: number | null;
  doctorId: number | null;
  isDisabled: boolean;
}

/** The subject of an issuer that an account is for. */
export interface AccountKey {
  issuer: string;
  subject: string;
}

type AccountRow = [string, string, string | null, number | null, number | null, number];

const COLUMNS = "issuer, subject, role, patient_id, doctor_id, disabled_at IS NOT NULL";

const toAccount = ([, , role, patientId, doctorId, isDisabled]: AccountRow): Account => ({
  role: role !== null && isGrantedRole(role) ? role : null,
  patientId,
  doctorId,
  isDisabled: isDisabled === 1,
});

/** @throws ServiceUnavailable, or StatementTimeout. */
export async function findAccount(
  db: Database,
  { issuer, subject }: AccountKey,
): Promise<Account | null> {
  const sql = `SELECT ${COLUMNS} FROM accounts WHERE issuer = ? AND subject = ?`;
  const [row] = (await db.selectPipelined(sql, [issuer, subject])) as AccountRow[];
  return row ? toAccount(row) : null;
}

/** All accounts, by issuer and subject. */
export async function listAccounts(db: Database): Promise<(AccountKey & Account)[]> {
  const sql = `SELECT ${COLUMNS} FROM accounts ORDER BY issuer, subject`;
  const rows = (await db.select(sql, [])) as AccountRow[];
  return rows.map((row) => ({ issuer: row[0], subject: row[1], ...toAccount(row) }));
}

/** Creates the account, or replaces it; it is enabled afterwards. Fails if there is no such patient or doctor. */
export async function saveAccount(
  db: Database,
  { issuer, subject }: AccountKey,
  { role, patientId, doctorId }: Omit<Account, "isDisabled">,
): Promise<void> {
  const values = Prisma.sql`role = ${role}, patient_id = ${patientId}, doctor_id = ${doctorId}`;
  await db.sqlTransaction(
    (tx) =>
      tx.execute(
        Prisma.sql`INSERT INTO accounts SET issuer = ${issuer}, subject = ${subject}, ${values}, created_at = UTC_TIMESTAMP()
          ON DUPLICATE KEY UPDATE ${values}, disabled_at = NULL`,
      ),
    { retry: false },
  );
}

/** Disables the account: its tokens are refused within a minute. Answers whether there is such an account. */
export async function disableAccount(
  db: Database,
  { issuer, subject }: AccountKey,
): Promise<boolean> {
  const { affectedRows } = await db.sqlTransaction((tx) =>
    tx.execute(
      Prisma.sql`UPDATE accounts SET disabled_at = COALESCE(disabled_at, UTC_TIMESTAMP())
        WHERE issuer = ${issuer} AND subject = ${subject}`,
    ),
  );
  return affectedRows > 0;
}
