import type { Answer } from "../apis/answers.js";
import { NoAnswer, send } from "../apis/http.js";
import { freeTime, minutes, words } from "../stage.js";
import { toIso } from "../apis/answers.js";
import type { Clock } from "../run.js";
import type { Sample } from "./series.js";

/** How often each of them asks, in milliseconds. */
const EVERY = { read: 20, list: 250, booking: 500 };
export type Kind = keyof typeof EVERY;

/** A caller with so many open requests sends no more, but those that it would have sent wait, too. */
const MAX_OPEN = 16;

const POINT_READ = "query ($id: ID!) { patient(by: { id: $id }) { id fullName email } }";
const LIST = `{ appointments(first: 50) {
  nodes { id startsAt patient { fullName } doctor { fullName } } } }`;
const BOOK = `mutation ($input: BookAppointmentInput!) {
  bookAppointment(input: $input) { appointment { id } userErrors { code } } }`;

/** Three callers who do what callers do, at their own pace, whatever becomes of them. */
export interface OrdinaryCallers {
  /** The requests of a caller since that time, on the clock of the run. */
  since(kind: Kind, time: number): Sample[];
  stop: () => void;
}

/**
 * @param address of the server.
 * @param doctorId a doctor with whom nobody else books.
 */
export function startOrdinaryCallers(
  address: string,
  clock: Clock,
  doctorId: number,
): OrdinaryCallers {
  const ask = (kind: Kind, query: string, variables?: object) =>
    exchange(address, kind, "POST", "/graphql", { query, variables });
  const book = (turn: number) => {
    const startsAt = toIso(freeTime() + minutes(15 * turn));
    const people = { patientId: "pat_1", doctorId: `doc_${doctorId}` };
    return ask("booking", BOOK, { input: { ...people, startsAt, durationMinutes: 15 } });
  };
  const callers = {
    read: startCaller(clock, EVERY.read, (turn) =>
      turn % 2 === 0
        ? ask("read", POINT_READ, { id: `pat_${1 + (turn % 100)}` })
        : exchange(address, "read", "GET", `/patients/${1 + (turn % 100)}`),
    ),
    list: startCaller(clock, EVERY.list, () => ask("list", LIST)),
    booking: startCaller(clock, EVERY.booking, book),
  };
  return {
    since: (kind, time) => callers[kind].samples.filter(({ sentAt }) => sentAt >= time),
    stop() {
      for (const { timer } of Object.values(callers)) clearInterval(timer);
    },
  };
}

function startCaller(
  clock: Clock,
  everyMilliseconds: number,
  request: (turn: number) => Promise<Answer<unknown>>,
) {
  const samples: Sample[] = [];
  /** The number of requests that were not sent, because too many were open. */
  let waiting: Sample[] = [];
  let open = 0;
  const settle = (sample: Sample, said: string) => {
    Object.assign(sample, { took: clock.now() - sample.sentAt, said });
  };
  const ask = async () => {
    const sample: Sample = { sentAt: clock.now(), took: null, said: "" };
    samples.push(sample);
    if (open >= MAX_OPEN) {
      waiting.push(sample);
      return;
    }
    open += 1;
    const said = words(await clock.observe(request(samples.length)));
    open -= 1;
    for (const each of [sample, ...waiting]) settle(each, said);
    waiting = [];
  };
  return { samples, timer: setInterval(() => void ask(), everyMilliseconds) };
}

/** Each kind of caller is a client of its own, where the server trusts the proxy before it. */
const ADDRESSES: Record<Kind, string> = {
  read: "198.51.100.1",
  list: "198.51.100.2",
  booking: "198.51.100.3",
};

async function exchange(
  address: string,
  kind: Kind,
  method: string,
  path: string,
  body?: object,
): Promise<Answer<unknown>> {
  const headers = { "x-forwarded-for": ADDRESSES[kind] };
  try {
    const { status, body: answer } = await send(address, method, path, body, headers);
    const text = JSON.stringify(answer);
    if (status === 503 || text.includes('"SERVICE_UNAVAILABLE"')) return { outcome: "unavailable" };
    if (text.includes('"OUTCOME_UNKNOWN"')) return { outcome: "unknown" };
    const isDone = status === 200 && !/"(errors|code)":/.test(text);
    return isDone
      ? { outcome: "done", value: null }
      : { outcome: "fault", what: `${status} ${text.slice(0, 200)}` };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    const { reason } = error;
    return { outcome: "fault", what: `no answer, ${reason}` };
  }
}
