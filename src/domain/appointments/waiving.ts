import type { Refusal, RefusalCode } from "../refusals.js";

/**
 * The rules that the office may waive for one appointment, so as to squeeze somebody in. A time that others have, a doctor
 * who takes no appointments and a time that is over are none of them.
 */
const WAIVABLE = [
  "OUTSIDE_HOURS",
  "DOCTOR_AWAY",
  "TOO_SHORT_NOTICE",
  "TOO_FAR_AHEAD",
  "TOO_CLOSE",
] as const satisfies readonly RefusalCode[];

export type WaivableRule = (typeof WAIVABLE)[number];

/** Rules that a request waives, each once and in one order; undefined for none, so that they are no part of its JSON. */
export function toDespite(
  rules: readonly WaivableRule[] | null | undefined,
): readonly WaivableRule[] | undefined {
  const despite = WAIVABLE.filter((rule) => rules?.includes(rule));
  return despite.length > 0 ? despite : undefined;
}

/**
 * What still stands against a time when these rules are waived.
 *
 * @returns with it, those of the rules that were in the way, as they are kept; null if none was.
 */
export function waive(
  refusals: readonly Refusal[],
  despite: readonly WaivableRule[] | undefined,
): { refusals: Refusal[]; waived: string | null } {
  const codes: readonly RefusalCode[] = despite ?? [];
  const inTheWay = WAIVABLE.filter((rule) => {
    return codes.includes(rule) && refusals.some(({ code }) => code === rule);
  });
  return {
    refusals: refusals.filter(({ code }) => !codes.includes(code)),
    waived: inTheWay.length > 0 ? inTheWay.join() : null,
  };
}

/** The rules that were waived for an appointment. @param waived as they are kept. */
export const waivedRules = (waived: string | null): WaivableRule[] =>
  WAIVABLE.filter((rule) => waived?.split(",").includes(rule));
