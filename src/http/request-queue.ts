import type { Client, Clients } from "./clients.js";

/** They keep the process and its database busy; with more, each of them is only slower. */
const MOST_AT_WORK = 64;

/**
 * Requests that have waited are begun together: one by one, a fifth less gets done (bench/NOTES.md). It is
 * time for it when so few are left at work, or so long after a place has become free.
 */
const FEW_AT_WORK = 16;
const LONGEST_PAUSE_MILLISECONDS = 8;

/** A request whose body is in, and whose answer takes work. */
export interface Job {
  client: Client;
  isAtWork: boolean;
  begin: () => void;
}

export interface Places {
  /** Begins the job now or later; false if there are too many, and it will not be begun. */
  admit: (job: Job) => boolean;
  /** Gives back the place of a job that was begun, once. */
  end: (job: Job) => void;
  /** Takes a job out of the queue; one that was begun goes on. */
  giveUp: (job: Job) => void;
}

/**
 * Lets as many jobs be at work as go well together. The others wait, first come, first served; with
 * `limit` under way, more are not admitted: they would be too late for their callers. One client has at
 * most its share of the places, and of those that are under way.
 */
export function createPlaces(limit: number, clients: Clients): Places {
  // A number, and a mark on each job: the tables of a Set that has grown keep what was in them from being
  // collected until the next full collection.
  let atWork = 0;
  let pause: NodeJS.Timeout | null = null;
  const waiting: Job[] = [];
  /** Those whose clients have their share of the places. */
  const held: Job[] = [];

  const begin = (job: Job) => {
    atWork += 1;
    job.isAtWork = true;
    job.begin();
  };

  const enter = (job: Job) => {
    job.client.admitted += 1;
    if (atWork < MOST_AT_WORK && waiting.length === 0) begin(job);
    else waiting.push(job);
  };

  const beginTogether = () => {
    if (pause) clearTimeout(pause);
    pause = null;
    while (atWork < MOST_AT_WORK) {
      const next = waiting.shift();
      if (!next) return;
      begin(next);
    }
  };

  /** A place that was not free before is free now. */
  const refill = () => {
    if (waiting.length === 0) return;
    if (atWork <= FEW_AT_WORK) beginTogether();
    else pause ??= setTimeout(beginTogether, LONGEST_PAUSE_MILLISECONDS);
  };

  /** The job's client has one less, and may have another one let in. */
  const leave = ({ client }: Job) => {
    client.admitted -= 1;
    const next = client.held > 0 && held.find((job) => job.client === client);
    if (next) {
      remove(held, next);
      client.held -= 1;
      enter(next);
    }
    clients.release(client);
  };

  return {
    admit(job) {
      const { client } = job;
      const underWay = atWork + waiting.length + held.length;
      if (underWay >= limit || !clients.mayHaveMore(client, client.admitted + client.held, limit)) {
        clients.release(client);
        return false;
      }
      if (clients.mayHaveMore(client, client.admitted, MOST_AT_WORK)) enter(job);
      else {
        client.held += 1;
        held.push(job);
      }
      return true;
    },

    end(job) {
      if (!job.isAtWork) return;
      job.isAtWork = false;
      atWork -= 1;
      leave(job);
      refill();
    },

    giveUp(job) {
      if (job.isAtWork) return;
      if (remove(waiting, job)) leave(job);
      else if (remove(held, job)) {
        job.client.held -= 1;
        clients.release(job.client);
      }
    },
  };
}

function remove(jobs: Job[], job: Job): boolean {
  const index = jobs.indexOf(job);
  if (index >= 0) jobs.splice(index, 1);
  return index >= 0;
}
