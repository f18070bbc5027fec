import type { Client, Clients } from "./clients.js";

/** Enough to keep the process and its database busy; more would only make each request slower. */
const MAX_RUNNING = 64;

/**
 * Waiting requests are started in groups: starting them one by one lowers the throughput by a fifth
 * (bench/NOTES.md). A group starts when no more than FEW_RUNNING requests run, or MAX_PAUSE_MILLISECONDS after a slot
 * has become free.
 */
const FEW_RUNNING = 16;
const MAX_PAUSE_MILLISECONDS = 8;

/** A request whose body has arrived. */
export interface Job {
  client: Client;
  isRunning: boolean;
  begin: () => void;
}

export interface RequestQueue {
  /** Starts the job now or later. Returns false, and never starts it, if a limit is exceeded. */
  admit: (job: Job) => boolean;
  /** Releases the slot of a running job; later calls have no effect. */
  release: (job: Job) => void;
  /** Removes a waiting job from the queue; has no effect on a running one. */
  cancel: (job: Job) => void;
}

/**
 * Runs up to MAX_RUNNING jobs at a time and queues the others, first come, first served. When `limit` jobs run or
 * wait, no more are admitted, since their callers would wait too long. One client gets at most its share
 * of the slots and of the queue.
 */
export function createRequestQueue(limit: number, clients: Clients): RequestQueue {
  // A counter and a flag on each job, not a Set: the old table of a Set that has grown keeps its entries alive
  // until the next full garbage collection.
  let running = 0;
  let pause: NodeJS.Timeout | null = null;
  const waiting: Job[] = [];
  /** Jobs of clients that already use their share of the slots. */
  const held: Job[] = [];

  const begin = (job: Job) => {
    running += 1;
    job.isRunning = true;
    job.begin();
  };

  const enter = (job: Job) => {
    job.client.admitted += 1;
    if (running < MAX_RUNNING && waiting.length === 0) begin(job);
    else waiting.push(job);
  };

  const startWaiting = () => {
    if (pause) clearTimeout(pause);
    pause = null;
    while (running < MAX_RUNNING) {
      const next = waiting.shift();
      if (!next) return;
      begin(next);
    }
  };

  /** Called when a slot has become free. */
  const refill = () => {
    if (waiting.length === 0) return;
    if (running <= FEW_RUNNING) startWaiting();
    else pause ??= setTimeout(startWaiting, MAX_PAUSE_MILLISECONDS);
  };

  /** Counts the job off its client, and admits the client's next deferred job. */
  const leave = ({ client }: Job) => {
    client.admitted -= 1;
    const next = client.deferred > 0 && held.find((job) => job.client === client);
    if (next) {
      remove(held, next);
      client.deferred -= 1;
      enter(next);
    }
    clients.release(client);
  };

  return {
    admit(job) {
      const { client } = job;
      const underWay = running + waiting.length + held.length;
      if (
        underWay >= limit ||
        !clients.isWithinShare(client, client.admitted + client.deferred, limit)
      ) {
        clients.release(client);
        return false;
      }
      if (clients.isWithinShare(client, client.admitted, MAX_RUNNING)) enter(job);
      else {
        client.deferred += 1;
        held.push(job);
      }
      return true;
    },

    release(job) {
      if (!job.isRunning) return;
      job.isRunning = false;
      running -= 1;
      leave(job);
      refill();
    },

    cancel(job) {
      if (job.isRunning) return;
      if (remove(waiting, job)) leave(job);
      else if (remove(held, job)) {
        job.client.deferred -= 1;
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
