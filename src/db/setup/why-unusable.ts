import { getSystemErrorMap } from "node:util";
import { connectionOptions } from "../connection-options.js";
import { databaseErrorCode } from "../errors.js";

/**
 * Explains to the operator why the database that `url` names cannot be used and what to do, in a sentence or two, without
 * the password or any value of a statement.
 *
 * @param error an error of Prisma or the driver; if it has a known cause, that is the reason.
 */
export function whyUnusable(error: unknown, url: string): string {
  const { host, port, user, database } = connectionOptions(url);
  const place = `The database ${database} on ${host}:${port}`;
  const reason = causesOf(error)
    .flatMap(namesOf)
    .map((name) => REASONS[name])
    .find((found) => found !== undefined);
  if (reason) return `${place} cannot be used: ${reason({ host, user, database })}`;
  return `${place} cannot be used (${causesOf(error).flatMap(namesOf)[0] ?? "for an unknown reason"}).`;
}

/** The error and its causes, innermost first. */
function causesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error];
  const cause = error.cause === undefined ? [] : causesOf(error.cause);
  return [...cause, error];
}

/** The keys under which REASONS may list an error: the name of a system or TLS error, or the error number. */
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
  `the user ${user} may read, but lacks rights that this project needs. Have an administrator run ` +
  `GRANT ALL ON \`${database}\`.* for that user, or name another user in DATABASE_URL.`;

const isReadOnly: Reason = () =>
  "the server is read-only (a replica, or locked by its administrator). Set DATABASE_URL to a server that " +
  "accepts writes.";

const isFull: Reason = () =>
  "the server has no connections left. End other programs that use it, raise its limits " +
  "(max_connections, or those of the user), or lower DATABASE_CONNECTIONS.";

const isLocked: Reason = ({ user }) =>
  `the account ${user} is locked, or its password has expired. Have an administrator unlock it.`;

const hasOtherLogin: Reason = ({ user }) =>
  `the account ${user} uses an authentication method that is not supported. Create an account with a ` +
  "password, and use it in DATABASE_URL.";

const distrusts: Reason = ({ host }) =>
  `the TLS certificate of ${host} is not trusted. Set NODE_EXTRA_CA_CERTS to the file of its certificate authority, ` +
  "or, on a network that you trust, add ?ssl=unverified to DATABASE_URL.";

const isUnknownHost: Reason = ({ host }) =>
  `the host name ${host} cannot be resolved. Correct DATABASE_URL, or your DNS.`;

const isSilent: Reason = () =>
  "the server does not respond. Check that it is running, and that no firewall blocks the connection.";

const isStarting: Reason = () =>
  "the server is starting or stopping, or catching up with its cluster. Start again in a moment.";

const isNoServer: Reason = () =>
  "the program that listens there is not MySQL or MariaDB. Correct the port in DATABASE_URL.";

const hasNoSpace: Reason = () => "the server is out of disk space or memory. See its log.";

const REASONS: Readonly<Record<string, Reason | undefined>> = {
  1044: ({ user, database }) =>
    `it does not exist, or the user ${user} may not use it. Create it, or have an administrator run ` +
    `GRANT ALL ON \`${database}\`.* for that user, or correct DATABASE_URL.`,
  1045: ({ user }) => `the server rejects the user or password of DATABASE_URL (user ${user}).`,
  1049: () => "it does not exist on that server. Create it, or correct DATABASE_URL.",
  1129: () =>
    "the server has blocked this machine after many failed connections. Have its administrator run FLUSH HOSTS.",
  1130: ({ user }) =>
    `the server accepts no connections from this machine. Have its administrator create an account ${user} for it.`,
  1046: () => "it has been deleted. Create it again, or correct DATABASE_URL.",
  1146: () => "its tables do not exist. Run `npm run db:migrate` to create them.",
  3159: () => "the server requires TLS. Add ?ssl=true to DATABASE_URL.",
  45023: () =>
    "the server does not support TLS. Remove ?ssl from DATABASE_URL, or set up TLS on the server.",
  45044: () =>
    "the server's public key may not be requested without TLS. Add ?ssl=true to DATABASE_URL, or, on a " +
    "network that you trust, ?allowPublicKeyRetrieval=true.",
  ECONNREFUSED: () =>
    "the connection was refused (ECONNREFUSED). Start the server, or correct DATABASE_URL.",
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
