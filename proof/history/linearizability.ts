/**
 * Whether the answers of simultaneous operations can be explained by one order of them, in which each
 * takes effect at one moment between its call and its answer: linearizability (Herlihy and Wing,
 * "Linearizability: A Correctness Condition for Concurrent Objects", 1990).
 *
 * The search is that of Wing and Gong ("Testing and Verifying Concurrent Objects", 1993), with Lowe's
 * memory of what was tried ("Testing for Linearizability", 2017), as in Porcupine and Knossos: take any
 * operation that was called before the first open answer, let the model do it, and go back where that
 * leads nowhere. Objects that have nothing to do with each other are checked one by one (Horn and
 * Kroening, "Faster linearizability checking via P-compositionality", 2015).
 */

/** An operation with what was asked and answered, and when. */
export interface Operation<Asked, Answered> {
  asked: Asked;
  /** Null if nobody knows whether it was done: it may take effect at any time from its call on, or never. */
  answered: Answered | null;
  calledAt: number;
  answeredAt: number;
}

/** What an object is, and what it does with an operation. */
export interface Model<State, Asked, Answered> {
  initial: State;
  /** The state after the operation, or null if it could not have been answered so in this state. */
  step(state: State, asked: Asked, answered: Answered | null): State | null;
  /** The same for equal states, and for no others. */
  key(state: State): string;
}

export interface Verdict {
  isLinearizable: boolean;
  /** How many operations the longest order that was found explains; their places in the history. */
  explained: number[];
}

/** A call or an answer in the order of time, in a list from which it can be taken and put back. */
interface Entry {
  operation: number;
  /** The answer that belongs to a call; null for an answer, and for what was never answered. */
  answer: Entry | null;
  isCall: boolean;
  previous: Entry | null;
  next: Entry | null;
}

/** Looks for an order that explains all operations of one object. */
export function checkLinearizability<State, Asked, Answered>(
  model: Model<State, Asked, Answered>,
  history: readonly Operation<Asked, Answered>[],
): Verdict {
  const head = linked(history);
  const tried = new Set<string>();
  const chosen: { entry: Entry; state: State }[] = [];
  let state = model.initial;
  let taken = 0n;
  let best: number[] = [];
  let entry = head.next;

  while (entry) {
    if (entry.isCall) {
      const { asked, answered } = history[entry.operation] as Operation<Asked, Answered>;
      const next = model.step(state, asked, answered);
      const after = taken | (1n << BigInt(entry.operation));
      const place = next === null ? "" : `${after.toString(36)} ${model.key(next)}`;
      if (next === null || tried.has(place)) {
        entry = entry.next;
        continue;
      }
      tried.add(place);
      chosen.push({ entry, state });
      [state, taken] = [next, after];
      take(entry);
      if (chosen.length > best.length) best = chosen.map((each) => each.entry.operation);
      entry = head.next;
    } else {
      // An answer whose call was not chosen in time: the last choice was wrong.
      const last = chosen.pop();
      if (!last) return { isLinearizable: false, explained: best };
      state = last.state;
      taken &= ~(1n << BigInt(last.entry.operation));
      putBack(last.entry);
      entry = last.entry.next;
    }
    // What nobody knows the outcome of may never have been done.
    if (!hasAnswers(head)) break;
  }
  return { isLinearizable: true, explained: best };
}

/** The calls and answers in the order of time; at the same moment, calls come first. */
function linked(history: readonly Operation<unknown, unknown>[]): Entry {
  const entries = history.flatMap(({ answered, calledAt, answeredAt }, operation) => {
    const answer: Entry = { operation, answer: null, isCall: false, previous: null, next: null };
    const isKnown = answered !== null;
    const call: Entry = { ...answer, answer: isKnown ? answer : null, isCall: true };
    return [{ at: calledAt, entry: call }, ...(isKnown ? [{ at: answeredAt, entry: answer }] : [])];
  });
  entries.sort(
    (one, other) => one.at - other.at || Number(other.entry.isCall) - Number(one.entry.isCall),
  );
  const head: Entry = { operation: -1, answer: null, isCall: false, previous: null, next: null };
  let last = head;
  for (const { entry } of entries) {
    last.next = entry;
    entry.previous = last;
    last = entry;
  }
  return head;
}

/** Takes a call and its answer out of the list. */
function take(call: Entry): void {
  unlink(call);
  if (call.answer) unlink(call.answer);
}

/** Puts them back where they were: the one that was taken last goes back first. */
function putBack(call: Entry): void {
  if (call.answer) link(call.answer);
  link(call);
}

function unlink(entry: Entry): void {
  if (entry.previous) entry.previous.next = entry.next;
  if (entry.next) entry.next.previous = entry.previous;
}

function link(entry: Entry): void {
  if (entry.previous) entry.previous.next = entry;
  if (entry.next) entry.next.previous = entry;
}

function hasAnswers(head: Entry): boolean {
  for (let entry = head.next; entry; entry = entry.next) if (!entry.isCall) return true;
  return false;
}
