/** The URL without the scheme and host of the absolute form (RFC 9112, 3.2.2). */
const originForm = (url: string): string => url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "");

/** The path of a request URL. */
export const pathOf = (url: string): string => originForm(url).split("?", 1)[0] ?? "";

/** The query string of a request URL, with the question mark; empty if there is none. */
export function searchOf(url: string): string {
  const start = url.indexOf("?");
  return start < 0 ? "" : url.slice(start);
}
