import { describe, expect, it } from "vitest";
import { takeNotes, together, type AttackReport } from "../../proof/hostile/attack.js";
import { judge, PROMISED, type Observation } from "../../proof/hostile/judgement.js";
import { summarise, type Sample, type Waits } from "../../proof/hostile/series.js";

const waits = (more: Partial<Waits> = {}): Waits => ({
  count: 100,
  p50: 3,
  p99: 40,
  worst: 90,
  failed: {},
  ...more,
});

const report = (more: Partial<AttackReport> = {}): AttackReport => ({
  sent: 10,
  answers: { BAD_USER_INPUT: 10 },
  wrong: {},
  slowest: { search: 12 },
  largestBytes: 2_000_000,
  slow: { opened: 0, gone: 0, longestMilliseconds: 0 },
  ...more,
});

/** All limits are just kept. */
const good: Observation = {
  attack: "attack",
  variants: ["search"],
  leastRequests: 1,
  isSlow: true,
  others: waits({ p99: 100 }),
  kinds: { read: waits(), list: waits({ p99: 900 }), booking: waits() },
  standstillMilliseconds: 200,
  memoryMebibytes: 400,
  recoveryMilliseconds: 1_000,
  report: report({
    largestBytes: 4 * 1_024 * 1_024,
    slow: { opened: 128, gone: 128, longestMilliseconds: 15_000 },
  }),
};

const violationsOf = (more: Partial<Observation>): string[] =>
  judge({ ...good, ...more }, PROMISED);

describe("an attack", () => {
  it("passes if every limit is just kept", () => {
    expect(violationsOf({})).toEqual([]);
  });

  it.each<[string, Partial<Observation>, string]>([
    [
      "the event loop stood still",
      { standstillMilliseconds: 201 },
      "the event loop stood still for 201 ms",
    ],
    [
      "the server took too much memory",
      { memoryMebibytes: 641 },
      "the server took 641 MiB of memory",
    ],
    [
      "many documents took too much memory",
      { memoryMebibytes: 401, leastRequests: 2 },
      "the server took 401 MiB of memory",
    ],
    [
      "all was as before only later",
      { recoveryMilliseconds: 1_001 },
      "reads were as before only 1,001 ms after it",
    ],
    [
      "nothing was as before again",
      { recoveryMilliseconds: null },
      "reads were not as before again, and the server was restarted",
    ],
    ["others waited for slow callers", { others: waits({ p99: 101 }) }, "others' p99 was 101 ms"],
    [
      "others were turned away because of slow callers",
      { kinds: { ...good.kinds, read: waits({ failed: { unavailable: 2 } }) } },
      "503 for 2 of 100 × read",
    ],
    [
      "others got an answer that is none",
      {
        isSlow: false,
        kinds: { ...good.kinds, booking: waits({ failed: { "fault: 500": 1 } }) },
      },
      "1 × booking: fault: 500",
    ],
    [
      "nothing is known of others",
      { kinds: { ...good.kinds, read: waits({ count: 0 }) } },
      "no read of others was sent, so nothing is known of them",
    ],
    [
      "an answer was too large",
      { report: report({ largestBytes: 5 * 1_024 * 1_024 }) },
      "an answer had 5.0 MiB",
    ],
    [
      "a slow caller stayed",
      { report: report({ slow: { opened: 1, gone: 0, longestMilliseconds: 16_500 } }) },
      "a slow caller was there for 16.5 s",
    ],
    [
      "an attacker was told of a fault",
      { report: report({ wrong: { "search: INTERNAL_SERVER_ERROR": 3 } }) },
      "3 × search: INTERNAL_SERVER_ERROR",
    ],
    [
      "a kind of request was not answered",
      { report: report({ slowest: {} }) },
      "no answer came to: search",
    ],
    [
      "nothing was sent",
      { variants: [], report: report({ sent: 0 }) },
      "only 0 of 1 requests were sent",
    ],
    ["the attackers died", { report: null }, "the attackers were not heard of again"],
  ])("is judged badly where %s", (_, more, violation) => {
    expect(violationsOf(more)).toEqual([`attack: ${violation}`]);
  });

  it("may make other callers wait or get 503 if it is not slow", () => {
    const waiting = waits({ p99: 900, failed: { unavailable: 5 } });
    const kinds = { ...good.kinds, read: waiting };
    expect(violationsOf({ isSlow: false, others: waiting, kinds })).toEqual([]);
  });
});

describe("the reports of the attackers", () => {
  const variant = { name: "search", accepted: ["BAD_USER_INPUT", "200"] };

  it("distinguish right answers from wrong ones, and keep the longest wait", () => {
    const { notes, report } = takeNotes();
    notes.answered(variant, ["BAD_USER_INPUT"], 5);
    notes.answered(variant, ["503"], 7);
    notes.answered(variant, ["BAD_USER_INPUT", "INTERNAL_SERVER_ERROR"], 3);
    expect(report()).toMatchObject({
      answers: { BAD_USER_INPUT: 1, "503": 1, "BAD_USER_INPUT+INTERNAL_SERVER_ERROR": 1 },
      wrong: { "search: BAD_USER_INPUT+INTERNAL_SERVER_ERROR": 1 },
      slowest: { search: 7 },
    });
  });

  it("contain the longest time of a slow caller, whether the server closed it or not", () => {
    const { notes, report } = takeNotes();
    notes.opened();
    notes.gone(10_000);
    notes.opened();
    notes.held(16_000);
    expect(report().slow).toEqual({ opened: 2, gone: 1, longestMilliseconds: 16_000 });
  });

  it("of several attacks are added up", () => {
    const both = together([
      report({ slow: { opened: 1, gone: 1, longestMilliseconds: 9 } }),
      report({ largestBytes: 3_000_000, wrong: { bad: 1 } }),
    ]);
    expect(both).toMatchObject({
      sent: 20,
      answers: { BAD_USER_INPUT: 20 },
      wrong: { bad: 1 },
      largestBytes: 3_000_000,
      slow: { opened: 1, gone: 1, longestMilliseconds: 9 },
    });
  });
});

describe("the waits of other callers", () => {
  const sample = (sentAt: number, took: number | null, said = "done"): Sample => ({
    sentAt,
    took,
    said,
  });

  it("count a request without a response as a wait until now", () => {
    const all = summarise([sample(0, 5), sample(1_000, null)], 10_000);
    expect(all).toMatchObject({ count: 2, worst: 9_000, failed: {} });
  });

  it("are reported in the order of time", () => {
    const samples = Array.from({ length: 100 }, (_, index) => sample(index, 100 - index));
    expect(summarise(samples, 1_000)).toMatchObject({ p50: 51, p99: 100, worst: 100 });
  });

  it("contain other responses", () => {
    const failed = summarise([sample(0, 1, "unavailable"), sample(0, 1)], 1).failed;
    expect(failed).toEqual({ unavailable: 1 });
  });
});
