import { repeating, type Variant } from "../requests.js";

const LISTS = ["/appointments", "/patients", "/doctors", "/appointments?doctor_id=1"];

const whole = (method: string, path: string): Variant => ({
  name: `${method} ${path}`,
  request: () => ({ method, path }),
  accepted: ["200"],
  isStream: true,
});

/** Asks for the headers of lists, whose rows nobody will read. */
export const heads = repeating("HEAD of whole lists", {
  senders: 8,
  variants: LISTS.map((path) => ({ ...whole("HEAD", path), mostMilliseconds: 1_000 })),
});

/** Reads whole lists as fast as they come. */
export const lists = repeating("whole lists, read by 16 at once", {
  senders: 16,
  variants: LISTS.slice(0, 2).map((path) => whole("GET", path)),
});
