// What the kernel says about a process; NaN where there is no /proc.
import { readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;
export const KIBIBYTES_PER_MEBIBYTE = 1_024;

/** The seconds of CPU time that a process has used. @param {number} pid */
export function cpuSeconds(pid) {
  // The second field is the name in brackets, which may contain anything.
  const fields = read(pid, "stat")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** The MiB that a process has in memory, now or at most. @param {number} pid @param {"VmRSS" | "VmHWM"} figure */
export function mebibytes(pid, figure) {
  const match = new RegExp(`${figure}:\\s+(\\d+) kB`).exec(read(pid, "status"));
  return Number(match?.[1]) / KIBIBYTES_PER_MEBIBYTE;
}

/** @param {number} pid @param {string} file */
function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
