import type { Refusal } from "./refusals.js";

/** Refuses a change that is based on another version than the current one; without one it is trusted. */
export function checkVersion(
  currentVersion: number,
  expectedVersion: number | null | undefined,
): Refusal[] {
  return expectedVersion == null || expectedVersion === currentVersion
    ? []
    : [{ code: "STALE_VERSION", path: ["expectedVersion"], currentVersion }];
}
