import { isIP } from "node:net";
import { isLoopback } from "./addresses.js";

/** So many accepted values of `Host` are remembered. */
const MOST_REMEMBERED = 100;

/** Matches a `Host` header: a name, an IPv4 address, or an IPv6 address in brackets, and a port. */
const HOST = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{0,5})?$/i;

/** The name or address in a `Host` header, in lower case; null if it is no valid header. */
function nameIn(host: string): string | null {
  const [, address, name] = HOST.exec(host) ?? [];
  return (address ?? name)?.toLowerCase().replace(/\.$/, "") ?? null;
}

/** `localhost`, names below it, and the addresses of loopback: browsers resolve no other name to them. */
const isLoopbackName = (name: string): boolean =>
  name === "localhost" || name.endsWith(".localhost") || isLoopback(name);

export interface HostRule {
  /** The names that the server answers to, besides those of loopback where it listens there. */
  allowed: readonly string[];
  /** Whether it listens on loopback alone. */
  isOnLoopback: () => boolean;
}

/**
 * Makes the test whether a server answers to a `Host` header. Beyond loopback it answers to all of them if
 * it is given no names.
 */
export function answersTo({ allowed, isOnLoopback }: HostRule): (host: string) => boolean {
  const names = new Set(allowed.map((name) => name.toLowerCase()));
  const remembered = new Set<string>();
  const isMine = (host: string) => {
    const name = nameIn(host);
    if (name === null) return false;
    if (names.has(name) || names.has("*")) return true;
    return isOnLoopback() ? isLoopbackName(name) : names.size === 0;
  };
  return (host) => {
    if (remembered.has(host)) return true;
    if (!isMine(host)) return false;
    if (remembered.size < MOST_REMEMBERED) remembered.add(host);
    return true;
  };
}

/** What is wrong with an entry of ALLOWED_HOSTS, as a sentence; null if it is a name or an address. */
export function faultOfHost(entry: string): string | null {
  if (entry === "*" || isIP(entry) !== 0) return null;
  const bare = entry.replace(/^[a-z][a-z\d+.-]*:\/\//i, "").replace(/[/?#].*$/, "");
  const name = nameIn(bare);
  if (name === null) return `${entry} is no host name. Write one like clinic.example.`;
  if (name === entry.toLowerCase()) return null;
  return `${entry} must be a name or an address alone, without scheme, port or path. Write ${name}.`;
}
