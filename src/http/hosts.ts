import { isIP } from "node:net";
import { isLoopback } from "./addresses.js";

/** How many accepted `Host` headers are cached. */
const MAX_REMEMBERED = 100;

/** Matches a `Host` header: a name, an IPv4 address, or an IPv6 address in brackets, and a port. */
const HOST = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{0,5})?$/i;

/** The name or address in a `Host` header, in lower case; null if the header is invalid. */
function nameIn(host: string): string | null {
  const [, address, name] = HOST.exec(host) ?? [];
  return (address ?? name)?.toLowerCase().replace(/\.$/, "") ?? null;
}

/** `localhost`, its subdomains and loopback addresses: no attacker can make a browser resolve another name to these. */
export const isLoopbackName = (name: string): boolean =>
  name === "localhost" || name.endsWith(".localhost") || isLoopback(name);

export interface HostRule {
  /** The accepted host names, besides those of loopback if the server listens there. */
  allowed: readonly string[];
  /** Whether the server listens on loopback only. */
  isOnLoopback: () => boolean;
}

/**
 * Creates a test for `Host` headers. If no names are allowed explicitly, a server that listens beyond loopback accepts
 * every valid header.
 */
export function hostMatcher({ allowed, isOnLoopback }: HostRule): (host: string) => boolean {
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
    if (remembered.size < MAX_REMEMBERED) remembered.add(host);
    return true;
  };
}

/** Explains why an entry of ALLOWED_HOSTS is invalid; returns null if it is a name or an address. */
export function describeInvalidHost(entry: string): string | null {
  if (entry === "*" || isIP(entry) !== 0) return null;
  const bare = entry.replace(/^[a-z][a-z\d+.-]*:\/\//i, "").replace(/[/?#].*$/, "");
  const name = nameIn(bare);
  if (name === null) return `${entry} is not a host name. Use a name like clinic.example.`;
  if (name === entry.toLowerCase()) return null;
  return `${entry} must be a name or an address without scheme, port or path. Use ${name}.`;
}
