import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkLinearizability,
  type Model,
  type Operation,
} from "../../proof/history/linearizability.js";

/** A register that holds a number: the plainest of objects. */
type Asked = { write: number } | "read";
const register: Model<number, Asked, number | "written"> = {
  initial: 0,
  step(state, asked, answered) {
    if (asked === "read") return answered === null || answered === state ? state : null;
    return asked.write;
  },
  key: String,
};

type RegisterOperation = Operation<Asked, number | "written">;
const write = (value: number, calledAt: number, answeredAt: number): RegisterOperation => ({
  asked: { write: value },
  answered: "written",
  calledAt,
  answeredAt,
});
const read = (value: number, calledAt: number, answeredAt: number): RegisterOperation => ({
  asked: "read",
  answered: value,
  calledAt,
  answeredAt,
});
const lostWrite = (value: number, calledAt: number): RegisterOperation => ({
  asked: { write: value },
  answered: null,
  calledAt,
  answeredAt: calledAt,
});
const holds = (...history: RegisterOperation[]): boolean =>
  checkLinearizability(register, history).isLinearizable;

describe("a history", () => {
  it("is explained by the order of time if no operations are concurrent", () => {
    expect(holds(write(1, 0, 1), read(1, 2, 3), write(2, 4, 5), read(2, 6, 7))).toBe(true);
    expect(holds(write(1, 0, 1), read(0, 2, 3))).toBe(false);
  });

  it("may be explained by either order of concurrent operations, but by the same one for all", () => {
    const writes = [write(1, 0, 10), write(2, 0, 10)];
    expect(holds(...writes, read(1, 11, 12))).toBe(true);
    expect(holds(...writes, read(2, 11, 12))).toBe(true);
    expect(holds(...writes, read(1, 11, 12), read(2, 13, 14))).toBe(false);
    expect(holds(...writes, read(1, 2, 3), read(2, 4, 5), read(1, 6, 7))).toBe(false);
  });

  it("may be explained with or without an operation of unknown outcome, from its call on", () => {
    expect(holds(write(1, 0, 1), lostWrite(2, 2), read(1, 3, 4))).toBe(true);
    expect(holds(write(1, 0, 1), lostWrite(2, 2), read(2, 3, 4), read(2, 5, 6))).toBe(true);
    expect(holds(lostWrite(2, 2), read(0, 3, 4), read(2, 5, 6))).toBe(true);
    expect(holds(lostWrite(2, 2), read(2, 3, 4), read(0, 5, 6))).toBe(false);
    expect(holds(write(1, 0, 1), read(2, 2, 3), lostWrite(2, 4))).toBe(false);
  });

  it("reports the longest order that was found", () => {
    const { explained } = checkLinearizability(register, [
      write(1, 0, 1),
      read(1, 2, 3),
      read(0, 4, 5),
    ]);
    expect(explained).toEqual([0, 1]);
  });
});

/** Operations that were done one after the other, at the moments 10, 20, … */
const sequences = fc.array(fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant("read" as const)), {
  minLength: 1,
  maxLength: 30,
});

/** What a register answers to them, each call and answer moved away from its moment by up to `spread`. */
function perform(steps: (number | "read")[], spread: () => number): RegisterOperation[] {
  let value = 0;
  return steps.map((step, index) => {
    const moment = 10 * (index + 1);
    const [calledAt, answeredAt] = [moment - spread(), moment + spread()];
    if (step === "read") return read(value, calledAt, answeredAt);
    value = step;
    return write(step, calledAt, answeredAt);
  });
}

describe("any sequence", () => {
  it("is explained with any durations of the responses", () => {
    fc.assert(
      fc.property(
        sequences,
        fc.infiniteStream(fc.integer({ min: 0, max: 60 })),
        (steps, spreads) => {
          const history = perform(steps, () => Number(spreads.next().value));
          expect(holds(...history)).toBe(true);
        },
      ),
    );
  });

  it("is not explained if a read returns a value that was never written", () => {
    fc.assert(
      fc.property(
        sequences,
        fc.infiniteStream(fc.integer({ min: 0, max: 60 })),
        (steps, spreads) => {
          const history = perform([...steps, "read"], () => Number(spreads.next().value));
          const last = history.at(-1);
          const wrong = {
            ...read(9, 0, 0),
            ...(last && { calledAt: last.calledAt, answeredAt: last.answeredAt }),
          };
          expect(holds(...history.slice(0, -1), wrong)).toBe(false);
        },
      ),
    );
  });

  it("is not explained if a later read returns an older value", () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        const history = perform([...steps, 4, 5], () => 4);
        const end = 10 * (steps.length + 3);
        expect(holds(...history, read(5, end, end + 1))).toBe(true);
        expect(holds(...history, read(4, end, end + 1))).toBe(false);
      }),
    );
  });
});
