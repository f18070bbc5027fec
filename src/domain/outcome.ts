import type { Refusal } from "./refusals.js";

/** What became of a request: it was done, or refused with all the reasons and nothing written. */
export type Outcome<Value> = { done: true; value: Value } | { done: false; refusals: Refusal[] };

export const done = <Value>(value: Value): Outcome<Value> => ({ done: true, value });

export const refused = (...refusals: Refusal[]): Outcome<never> => ({ done: false, refusals });

export const isDone = (outcome: Outcome<unknown>): boolean => outcome.done;
