import { domainToASCII, domainToUnicode } from "node:url";
import type { Refusal } from "../refusals.js";
import { checkText } from "./text.js";

const MAXIMUM_LENGTH = 100;
const MAXIMUM_LOCAL_LENGTH = 64;
const MAXIMUM_DOMAIN_LENGTH = 253;

/** RFC 5322 atext, and the letters beyond ASCII that RFC 6531 adds; quoted local parts are refused. */
const LOCAL_PART_ATOM = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u;
const DOMAIN_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** Names that no public mail reaches: RFC 6761, 6762, 7686 and .arpa (RFC 3172). */
const SPECIAL_USE_DOMAINS = new Set(["localhost", "local", "test", "invalid", "onion", "arpa"]);

export interface Email {
  /** As it was typed, trimmed, in NFC, its domain in lower case. */
  address: string;
  /** Equal for two addresses that the clinic takes for the same one. */
  key: string;
}

/** Reads an email address; an unusable one is refused with all that can be said about it. */
export function checkEmail(
  raw: string | null,
  path: readonly string[],
): { email: Email; refusals: Refusal[] } {
  const { text, refusals } = checkText(raw, path, { maximumLength: MAXIMUM_LENGTH });
  const email = normalizeEmail(text);
  const because = refusals.length === 0 ? emailFault(text) : null;
  if (because !== null) refusals.push({ code: "EMAIL_INVALID", path, because });
  return { email, refusals };
}

/** The form in which emails are kept and compared. An address that is no address stays as it is. */
export function normalizeEmail(raw: string): Email {
  const text = raw.normalize("NFC").trim();
  const { local, domain } = split(text);
  if (domain === "") return { address: text, key: text.toLowerCase() };
  const asciiDomain = toAsciiDomain(domain) || domain.toLowerCase();
  return {
    address: `${local}@${domainToUnicode(asciiDomain) || asciiDomain}`,
    key: `${local.toLowerCase().normalize("NFC")}@${asciiDomain}`,
  };
}

/** What is wrong with an address, as a clause for people, or null. */
function emailFault(address: string): string | null {
  const { local, domain } = split(address);
  if (!address.includes("@")) return "it has no @-sign";
  if (local === "") return "there is nothing before the @-sign";
  if (domain === "") return "there is nothing after the @-sign";
  if (local.length > MAXIMUM_LOCAL_LENGTH) {
    return `there are more than ${MAXIMUM_LOCAL_LENGTH} characters before the @-sign`;
  }
  if (!local.split(".").every((atom) => LOCAL_PART_ATOM.test(atom))) {
    return "the part before the @-sign has a character or a period where none may be";
  }
  return domainFault(domain);
}

function domainFault(domain: string): string | null {
  const labels = toAsciiDomain(domain).split(".");
  const topLevel = labels.at(-1) ?? "";
  if (
    labels.join(".").length > MAXIMUM_DOMAIN_LENGTH ||
    !labels.every((l) => DOMAIN_LABEL.test(l))
  ) {
    return "the part after the @-sign is not a domain name";
  }
  if (SPECIAL_USE_DOMAINS.has(topLevel)) return "no mail reaches its special-use domain";
  if (labels.length < 2) return "the part after the @-sign has no period";
  if (/^\d+$/.test(topLevel)) return "the part after the @-sign ends in no top-level domain";
  return null;
}

const toAsciiDomain = (domain: string): string =>
  // ASCII is left as it is: WHATWG's reading would take 127.1 for an address and fill it up.
  /^\p{ASCII}*$/u.test(domain) ? domain.toLowerCase() : domainToASCII(domain);

/** At the first @-sign, so that a second one shows up as a fault of the domain. */
function split(address: string): { local: string; domain: string } {
  const at = address.indexOf("@");
  return at < 0
    ? { local: address, domain: "" }
    : { local: address.slice(0, at), domain: address.slice(at + 1) };
}
