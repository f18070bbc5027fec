import { getSystemErrorMap } from "node:util";
import { connectionOptions } from "../connection-options.js";
import { databaseErrorCode } from "../errors.js";

/**
 * Why the database that `url` names can't be used, and what to do about it, for the operator: a sentence or
 * two without the password or any value of a statement.
 *
 * @param error of Prisma or the driver; what it wraps is the reason where that is known.
 */
export function whyUnusable(error: unknown, url: string): string {
  const { host, port, user, database } = connectionOptions(url);
  const place = `The database ${database} on ${host}:${port}`;
  const reason = causesOf(error)
    .flatMap(namesOf)
    .map((name) => REASONS[name])
    .find((found) => found !== undefined);
  if (reason) return `${place} can't be used: ${reason({ host, user, database })}`;
  return `${place} can't be used (${causesOf(error).flatMap(namesOf)[0] ?? "for an unknown reason"}).`;
}

/** The error and what it wraps, the innermost first. */
function causesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error];
  const cause = error.cause === undefined ? [] : causesOf(error.cause);
  return [...cause, error];
}

/** What an error is known by: its name in the system or in TLS, and its number. */
function namesOf(error: unknown): string[] {
  const number = databaseErrorCode(error);
  const { code } = error as { code?: unknown };
  return [
    ...(number === undefined ? [] : [getSystemErrorMap().get(number)?.[0] ?? String(number)]),
    ...(typeof code === "string" ? [code] : []),
  ];
}

interface Place {
  host: string;
  user: string;
  database: string;
}

type Reason = (place: Place) => string;

const same = (names: readonly (string | number)[], reason: Reason) =>
  Object.fromEntries(names.map((name) => [String(name), reason]));

const mayNotWrite: Reason = ({ user, database }) =>
  `the user ${user} may read, but not make or change all that this project needs. Let an administrator run ` +
  `GRANT ALL ON \`${database}\`.* for that user, or name another user in DATABASE_URL.`;

const isReadOnly: Reason = () =>
  "the server is read-only at the moment (a replica, or locked by its administrator). Name a server in " +
  "DATABASE_URL that can be written to.";

const isFull: Reason = () =>
  "the server has no connection left for us. End other programs that use it, raise its limits " +
  "(max_connections, or those of the user), or lower DATABASE_CONNECTIONS.";

const isLocked: Reason = ({ user }) =>
  `the account ${user} is locked, or its password has expired. Let an administrator unlock it.`;

const hasOtherLogin: Reason = ({ user }) =>
  `the account ${user} can't log in with a password in a way that this program knows. Make an account with a ` +
  "password for it, and name that in DATABASE_URL.";

const distrusts: Reason = ({ host }) =>
  `the TLS certificate of ${host} can't be trusted. Name its authority's file in NODE_EXTRA_CA_CERTS, or, ` +
  "where nobody can come between, write ?ssl=unverified in DATABASE_URL.";

const isUnknownHost: Reason = ({ host }) =>
  `the host name ${host} is not known. Correct DATABASE_URL, or the name service.`;

const isSilent: Reason = () =>
  "nothing answers there in time. Look whether the server is up, and whether a firewall stands between.";

const isStarting: Reason = () =>
  "the server is starting or stopping, or catching up with its cluster. Start again in a moment.";

const isNoServer: Reason = () =>
  "what answers there is no MySQL or MariaDB server. Correct the port in DATABASE_URL.";

const hasNoSpace: Reason = () => "the server has no space or memory left. Its own log says where.";

const REASONS: Readonly<Record<string, Reason | undefined>> = {
  1044: ({ user, database }) =>
    `it does not exist, or the user ${user} may not use it. Create it, or let an administrator run ` +
    `GRANT ALL ON \`${database}\`.* for that user, or correct DATABASE_URL.`,
  1045: ({ user }) => `it refuses the user or password of DATABASE_URL (user ${user}).`,
  1049: () => "it does not exist on that server. Create it, or correct DATABASE_URL.",
  1129: () =>
    "the server has blocked this machine after many failed connections. Let its administrator run FLUSH HOSTS.",
  1130: ({ user }) =>
    `the server lets nobody in from this machine. Let its administrator make an account ${user} for it.`,
  1046: () => "it has been deleted. Create it again, or correct DATABASE_URL.",
  1146: () => "its tables are gone. `npm run db:migrate` makes them anew.",
  3159: () => "the server asks for TLS. Write ?ssl=true in DATABASE_URL.",
  45023: () => "the server has no TLS. Take ?ssl out of DATABASE_URL, or set TLS up on the server.",
  45044: () =>
    "the server's key for passwords may not be asked for without TLS. Write ?ssl=true, or " +
    "?allowPublicKeyRetrieval=true where nobody can come between, in DATABASE_URL.",
  ECONNREFUSED: () => "nothing answers there (ECONNREFUSED). Start it, or correct DATABASE_URL.",
  ...same([1142, 1143, 1227, 1370], mayNotWrite),
  ...same([1223, 1290, 1792, 1836], isReadOnly),
  ...same([1040, 1203, 1226], isFull),
  ...same([1820, 1862, 3118, 3955, 4151], isLocked),
  ...same([1251, 1524, 1698, 45025], hasOtherLogin),
  ...same([1047, 1053, 3032, 3100], isStarting),
  ...same([1021, 1026, 1037, 1038, 1041, 1114, 1135], hasNoSpace),
  ...same([1043, 45011], isNoServer),
  ...same([45012, "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "EHOSTDOWN"], isSilent),
  ...same(["ENOTFOUND", "EAI_NONAME", "EAI_AGAIN", "EAI_NODATA", "EAI_FAIL"], isUnknownHost),
  ...same(
    [
      "SELF_SIGNED_CERT_IN_CHAIN",
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
      "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
      "CERT_HAS_EXPIRED",
      "ERR_TLS_CERT_ALTNAME_INVALID",
    ],
    distrusts,
  ),
};
