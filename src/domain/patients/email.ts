import { domainToASCII, domainToUnicode } from "node:url";
import type { Refusal } from "../refusals.js";
import { canFit, characters, MAXIMUM_LENGTH } from "../limits.js";
import { checkText } from "../text.js";

const MAXIMUM_LOCAL_LENGTH = 64;
const MAXIMUM_DOMAIN_LENGTH = 253;

/** RFC 5322 atext, and the letters beyond ASCII that RFC 6531 adds; quoted local parts are refused. */
const LOCAL_PART_ATOM = /^(?:(?!\p{DI})[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-])+$/u;
const DOMAIN_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** ASCII that stands in no domain name, and that WHATWG's reading would take for the end of it or for an escape. */
const NO_DOMAIN = /[^a-z0-9.\-\P{ASCII}]/iu;
/** Names that no public mail reaches: RFC 6761, 6762, 7686 and .arpa (RFC 3172). */
const SPECIAL_USE_DOMAINS = new Set(["localhost", "local", "test", "invalid", "onion", "arpa"]);

export interface Email {
  /** As it was typed, trimmed, in NFC, its domain in lower case. */
  address: string;
  /** Equal for two addresses that the clinic takes for the same one. */
  key: string;
}

/** What is made of a text that can't be an email: its key is no patient's. */
const NOBODYS: Email = { address: "", key: "" };

/** Reads an email address; an unusable one is refused with all that can be said about it. */
export function checkEmail(
  raw: string | null,
  path: readonly string[],
): { email: Email; refusals: Refusal[] } {
  const maximumLength = MAXIMUM_LENGTH.email;
  const { text, refusals } = checkText(raw, path, { maximumLength });
  if (refusals.length > 0) return { email: NOBODYS, refusals };
  const email = normalizeEmail(text);
  const because = emailFault(text);
  if (because !== null) return { email, refusals: [{ code: "EMAIL_INVALID", path, because }] };
  // Its domain may have grown: U+3300 is short for four letters.
  const fits = characters(email.address) <= maximumLength;
  return { email, refusals: fits ? [] : [{ code: "TOO_LONG", path, maximumLength }] };
}

/**
 * The form in which emails are kept and compared. An address that is no address stays as it is; a text that is far too
 * long for one is not looked at, and its key is empty, which is nobody's.
 */
export function normalizeEmail(raw: string): Email {
  const trimmed = raw.trim();
  if (!canFit(trimmed, MAXIMUM_LENGTH.email)) return NOBODYS;
  const text = trimmed.normalize("NFC");
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

/** The domain in ASCII; empty if it is none. */
function toAsciiDomain(domain: string): string {
  // ASCII is left as it is: WHATWG's reading would take 127.1 for an address and fill it up.
  if (/^\p{ASCII}*$/u.test(domain)) return domain.toLowerCase();
  // Punycode takes time by the square of its length.
  const mayBeOne = domain.length <= MAXIMUM_DOMAIN_LENGTH && !NO_DOMAIN.test(domain);
  return mayBeOne ? domainToASCII(domain) : "";
}

/** At the first @-sign, so that a second one shows up as a fault of the domain. */
function split(address: string): { local: string; domain: string } {
  const at = address.indexOf("@");
  return at < 0
    ? { local: address, domain: "" }
    : { local: address.slice(0, at), domain: address.slice(at + 1) };
}
