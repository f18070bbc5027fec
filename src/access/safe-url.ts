const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Whether what is read from this URL cannot be changed on its way: it is HTTPS, or on this machine. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname));
}

/** Explains why a text is not the URL of an issuer; returns null if it is. */
export function describeInvalidIssuer(issuer: string): string | null {
  if (!isSafeUrl(issuer)) {
    return "must be the URL of an OpenID Connect issuer with https, for example https://login.example/realms/clinic";
  }
  const { search, hash } = new URL(issuer);
  return search === "" && hash === "" ? null : "must have no query and no fragment";
}
