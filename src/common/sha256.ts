import { createHash } from "node:crypto";

/** The SHA-256 of a string, in hexadecimal digits. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
