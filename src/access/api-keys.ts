import { randomBytes } from "node:crypto";
import { sha256 } from "../common/sha256.js";
import { Prisma, type Database } from "../db/database.js";
import { seconds, timeOf } from "../db/statement.js";
import { CredentialsRefused } from "./errors.js";
import { callersOf, isGrantedRole, type GrantedRole } from "./roles.js";
import type { Verified } from "./verified-credentials.js";

/** `pes_`, a prefix that lists show, and 32 random bytes. */
const API_KEY = /^pes_[\da-f]{8}_[\w-]{43}$/;
const PREFIX_LENGTH = "pes_01234567".length;

/** Whether the text is an API key rather than a token, valid or not. */
export const isApiKey = (credential: string): boolean => credential.startsWith("pes_");

/** What a new API key may do. */
export interface ApiKeyFields {
  /** What the key is for. */
  name: string;
  role: GrantedRole;
  patientId: number | null;
  doctorId: number | null;
  /** When it expires; null for never. */
  expiresAt: Date | null;
}

/** An API key, without its secret. */
export interface ApiKey extends ApiKeyFields {
  id: number;
  /** Its first twelve characters. */
  prefix: string;
  createdAt: Date;
  revokedAt: Date | null;
}

type ApiKeyRow = [
  ...[id: number, prefix: string, name: string, role: string],
  ...[patientId: number | null, doctorId: number | null],
  ...[createdAt: number, expiresAt: number | null, revokedAt: number | null],
];

const COLUMNS = [
  ...["id", "prefix", "name", "role", "patient_id", "doctor_id"],
  ...["created_at", "expires_at", "revoked_at"].map(seconds),
].join(", ");

const timeOrNull = (value: number | null): Date | null => (value === null ? null : timeOf(value));

function toApiKey(row: ApiKeyRow): ApiKey {
  const [id, prefix, name, role, patientId, doctorId, createdAt, expiresAt, revokedAt] = row;
  if (!isGrantedRole(role)) throw new Error("An API key has an unknown role");
  return {
    ...{ id, prefix, name, role, patientId, doctorId },
    createdAt: timeOf(createdAt),
    expiresAt: timeOrNull(expiresAt),
    revokedAt: timeOrNull(revokedAt),
  };
}

/**
 * Creates the check of API keys. Only their hashes are stored: a key is random, so a fast hash is enough, and it is looked up by
 * its hash, so the time of the search tells nothing about it.
 *
 * @throws CredentialsRefused; ServiceUnavailable or StatementTimeout.
 */
export const createKeyVerifier =
  (db: Database, now: () => number) =>
  async (key: string): Promise<Verified> => {
    if (!API_KEY.test(key)) throw new CredentialsRefused("API_KEY_MALFORMED");
    const sql = `SELECT ${COLUMNS} FROM api_keys WHERE key_hash = UNHEX(?)`;
    const [row] = (await db.selectPipelined(sql, [sha256(key)])) as ApiKeyRow[];
    if (!row) throw new CredentialsRefused("API_KEY_UNKNOWN");
    const { id, role, patientId, doctorId, expiresAt, revokedAt } = toApiKey(row);
    if (revokedAt) throw new CredentialsRefused("API_KEY_REVOKED");
    const expires = expiresAt?.getTime() ?? Infinity;
    if (expires <= now()) throw new CredentialsRefused("API_KEY_EXPIRED");
    const owner = { kind: "key", name: `key:${id}`, roles: new Set([role]) } as const;
    return { callers: callersOf({ ...owner, patientId, doctorId }), expiresAt: expires };
  };

/**
 * Creates an API key and returns it. It cannot be read again: the database only has its hash. Fails if there is no such patient or
 * doctor.
 */
export async function createApiKey(db: Database, fields: ApiKeyFields): Promise<string> {
  const key = `pes_${randomBytes(4).toString("hex")}_${randomBytes(32).toString("base64url")}`;
  const { name, role, patientId, doctorId, expiresAt } = fields;
  await db.sqlTransaction(
    (tx) =>
      tx.execute(
        Prisma.sql`INSERT INTO api_keys SET key_hash = UNHEX(${sha256(key)}), prefix = ${key.slice(0, PREFIX_LENGTH)},
          name = ${name}, role = ${role}, patient_id = ${patientId}, doctor_id = ${doctorId},
          created_at = UTC_TIMESTAMP(), expires_at = ${expiresAt}`,
      ),
    { retry: false },
  );
  return key;
}

/** All API keys, also those that count no more, oldest first. */
export async function listApiKeys(db: Database): Promise<ApiKey[]> {
  const rows = await db.select(`SELECT ${COLUMNS} FROM api_keys ORDER BY id`, []);
  return (rows as ApiKeyRow[]).map(toApiKey);
}

/** Revokes the keys with this prefix, within a minute; answers how many there are. */
export async function revokeApiKeys(db: Database, prefix: string): Promise<number> {
  const { affectedRows } = await db.sqlTransaction((tx) =>
    tx.execute(
      Prisma.sql`UPDATE api_keys SET revoked_at = COALESCE(revoked_at, UTC_TIMESTAMP()) WHERE prefix = ${prefix}`,
    ),
  );
  return affectedRows;
}
