import { parseArgs } from "node:util";
import {
  disableAccount,
  listAccounts,
  saveAccount,
  type Account,
  type AccountKey,
} from "../access/accounts.js";
import { createApiKey, listApiKeys, revokeApiKeys, type ApiKey } from "../access/api-keys.js";
import { GRANTED_ROLES, isGrantedRole, type GrantedRole } from "../access/roles.js";
import { describeInvalidIssuer } from "../access/safe-url.js";
import { isSubject } from "../access/tokens.js";
import { openDatabase, type Database } from "../db/database.js";
import { databaseErrorKind, loggableError, RETRYABLE } from "../db/errors.js";
import { ensureSchema } from "../db/setup/ensure-schema.js";
import { DatabaseSetupError } from "../db/setup/setup-error.js";
import { whyUnusable } from "../db/setup/why-unusable.js";
import { EnvironmentError, readEnvironment, type Environment } from "../env.js";

const MAXIMUM_NAME_LENGTH = 100;
/** The text of an id such as `doc_1`, or the number in it. */
const ID = /^(?:(?:doc|pat)_)?([1-9]\d{0,9})$/;

const USAGE = `Usage:
  npm run keys -- create NAME --role ROLE [--doctor doc_1 | --patient pat_1] [--expires 2027-01-31]
  npm run keys -- list
  npm run keys -- revoke PREFIX
  npm run accounts -- set SUBJECT [--role ROLE] [--doctor doc_1] [--patient pat_1] [--issuer URL]
  npm run accounts -- list
  npm run accounts -- disable SUBJECT [--issuer URL]
The roles are ${GRANTED_ROLES.join(", ")}. The issuer is that of OIDC_ISSUER, unless it is given.`;

const OPTIONS = {
  role: { type: "string" },
  doctor: { type: "string" },
  patient: { type: "string" },
  expires: { type: "string" },
  issuer: { type: "string" },
} as const;

type Flags = Partial<Record<keyof typeof OPTIONS, string>>;

interface Request {
  db: Database;
  environment: Environment;
  /** What follows the verb: a name, a subject or a prefix. */
  subject: string;
  flags: Flags;
}

/** The commands of `npm run keys` and `npm run accounts`, for the database that DATABASE_URL names; each answers with text. */
const COMMANDS: Record<string, (request: Request) => Promise<string>> = {
  "keys create": async ({ db, subject: name, flags }) => {
    const role = readRole(flags);
    if (!role) throw new EnvironmentError(USAGE);
    if (name.length > MAXIMUM_NAME_LENGTH) {
      throw new EnvironmentError(`A name has ${MAXIMUM_NAME_LENGTH} characters at most.`);
    }
    const people = readPeople(flags);
    checkIdentity(role, people);
    const key = await createApiKey(db, { name, role, ...people, expiresAt: readExpiry(flags) });
    process.stderr.write(
      "The key is only shown now. Send it as Authorization: Bearer, or to REST as X-API-Key.\n",
    );
    return key;
  },
  "keys list": async ({ db }) => {
    const keys = await listApiKeys(db);
    return keys.map(describeKey).join("\n") || "There are no API keys.";
  },
  "keys revoke": async ({ db, subject: prefix }) => {
    if ((await revokeApiKeys(db, prefix)) > 0) return `${prefix} is refused within a minute.`;
    throw new EnvironmentError(
      "There is no key with this prefix; `npm run keys -- list` lists them.",
    );
  },
  "accounts set": async ({ db, subject, environment, flags }) => {
    const key = readAccountKey(subject, environment, flags);
    const account = { role: readRole(flags), ...readPeople(flags) };
    if (account.role) checkIdentity(account.role, account);
    await saveAccount(db, key, account);
    return describeAccount({ ...key, ...account, isDisabled: false });
  },
  "accounts list": async ({ db }) => {
    const accounts = await listAccounts(db);
    return accounts.map(describeAccount).join("\n") || "There are no accounts.";
  },
  "accounts disable": async ({ db, subject, environment, flags }) => {
    const isKnown = await disableAccount(db, readAccountKey(subject, environment, flags));
    if (isKnown) return `The tokens of ${subject} are refused within a minute.`;
    throw new EnvironmentError("There is no such account; `npm run accounts -- list` lists them.");
  },
};

function readRole({ role }: Flags): GrantedRole | null {
  if (role === undefined) return null;
  const name = role.toUpperCase();
  if (isGrantedRole(name)) return name;
  throw new EnvironmentError(`${role} is not a role. The roles are ${GRANTED_ROLES.join(", ")}.`);
}

type People = Pick<Account, "patientId" | "doctorId">;

const readPeople = ({ patient, doctor }: Flags): People => ({
  patientId: readId(patient),
  doctorId: readId(doctor),
});

function readId(text: string | undefined): number | null {
  if (text === undefined) return null;
  const [, number] = ID.exec(text) ?? [];
  if (number === undefined) throw new EnvironmentError(`${text} is not an id such as doc_1.`);
  return Number(number);
}

/** @throws EnvironmentError if it is not said which patient or doctor somebody with this role is. */
function checkIdentity(role: GrantedRole, { patientId, doctorId }: People): void {
  if (role === "PATIENT" && patientId === null) {
    throw new EnvironmentError("Which patient? Add --patient pat_1.");
  }
  if (role === "DOCTOR" && doctorId === null) {
    throw new EnvironmentError("Which doctor? Add --doctor doc_1.");
  }
}

function readExpiry({ expires }: Flags): Date | null {
  if (expires === undefined) return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(expires) ? new Date(`${expires}T00:00:00Z`) : null;
  if (time && !Number.isNaN(time.getTime())) return time;
  throw new EnvironmentError(`${expires} is not a day such as 2027-01-31.`);
}

function readAccountKey(
  subject: string,
  { OIDC_ISSUER }: Environment,
  { issuer = OIDC_ISSUER }: Flags,
): AccountKey {
  if (issuer === undefined) throw new EnvironmentError("Set OIDC_ISSUER, or add --issuer URL.");
  const fault = describeInvalidIssuer(issuer);
  if (fault !== null) throw new EnvironmentError(`The issuer ${fault}.`);
  if (isSubject(subject)) return { issuer, subject };
  throw new EnvironmentError("A subject has 1 to 255 ASCII characters, without spaces.");
}

const describePeople = ({ patientId, doctorId }: People): string[] => [
  ...(patientId === null ? [] : [`pat_${patientId}`]),
  ...(doctorId === null ? [] : [`doc_${doctorId}`]),
];

function describeKey(key: ApiKey): string {
  const { prefix, role, name, createdAt, expiresAt, revokedAt } = key;
  const state = revokedAt
    ? `revoked ${dayOf(revokedAt)}`
    : expiresAt
      ? `expires ${dayOf(expiresAt)}`
      : "valid";
  return [prefix, role, ...describePeople(key), dayOf(createdAt), state, name].join("  ");
}

function describeAccount(account: AccountKey & Account): string {
  const { issuer, subject, role, isDisabled } = account;
  const state = isDisabled ? "disabled" : "enabled";
  return [issuer, subject, role ?? "role of the token", ...describePeople(account), state].join(
    "  ",
  );
}

const dayOf = (time: Date): string => time.toISOString().slice(0, "2027-01-31".length);

async function main(): Promise<void> {
  const { command, subject, flags } = readArguments();
  const environment = readEnvironment();
  const { DATABASE_URL: url } = environment;
  await ensureSchema(url);
  const db = openDatabase(url, { connectionLimit: 2 });
  try {
    process.stdout.write(`${await command({ db, environment, subject, flags })}\n`);
  } catch (error) {
    throw explained(error, url);
  } finally {
    await db.close();
  }
}

/** @throws EnvironmentError that shows the usage, if the arguments are wrong. */
function readArguments() {
  try {
    const { values: flags, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const [what = "", verb = "", subject = "", ...others] = positionals;
    const command = COMMANDS[`${what} ${verb}`];
    const isNamed = (subject !== "") === (verb !== "list");
    if (command && isNamed && others.length === 0) return { command, subject, flags };
  } catch {
    // The usage says more than the error.
  }
  throw new EnvironmentError(USAGE);
}

/** The error as the operator can understand it, if it is one of the database. */
function explained(error: unknown, url: string): unknown {
  const kind = databaseErrorKind(error);
  if (kind === "constraint") return new EnvironmentError("There is no such patient or doctor.");
  return RETRYABLE.has(kind)
    ? new DatabaseSetupError(whyUnusable(error, url), { cause: error })
    : error;
}

try {
  await main();
} catch (error) {
  const isExplained = error instanceof EnvironmentError || error instanceof DatabaseSetupError;
  const fault = isExplained ? error.message : JSON.stringify(loggableError(error));
  process.stderr.write(`${fault}\n`);
  process.exitCode = 1;
}
