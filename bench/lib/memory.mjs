import { readFileSync } from "node:fs";

export const KIBIBYTES_PER_MEBIBYTE = 1_024;

/** A figure of /proc/PID/status, in MiB: what a process has now, or has had. @param {number} pid @param {"VmRSS" | "VmHWM"} name */
export function memory(pid, name) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kibibytes = Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]);
  return kibibytes / KIBIBYTES_PER_MEBIBYTE;
}
