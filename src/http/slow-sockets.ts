import type { Socket } from "node:net";

export interface SendingLimits {
  /** How long a socket may take less than `leastBytes` of what waits for it. */
  patienceMilliseconds: number;
  leastBytes: number;
  /** The most bytes that may wait for all sockets together. */
  mostBytes: number;
  /** How often that is looked at. */
  intervalMilliseconds: number;
}

/** At least 1 KiB/s; as much together as eight of the largest answers. */
export const SENDING_LIMITS: SendingLimits = {
  patienceMilliseconds: 10_000,
  leastBytes: 10 * 1_024,
  mostBytes: 32 * 1_024 * 1_024,
  intervalMilliseconds: 500,
};

/** A socket, and how it takes what is sent to it. */
export interface Receiver {
  readonly socket: Socket;
  /**
   * Since when it has taken less than the least, and what the other side had taken by then; null while
   * nothing waits for it.
   */
  progress: { since: number; taken: number } | null;
}

/**
 * Closes sockets that take too little, and, while too much waits for all together, those that have taken
 * too little for longest. It looks at all sockets from time to time, so that an answer costs nothing.
 *
 * @param patienceOf how long this one may take too little, in milliseconds.
 * @returns how many it has closed.
 */
export function closeSlow<Kind extends Receiver>(
  receivers: Iterable<Kind>,
  { leastBytes, mostBytes }: SendingLimits,
  patienceOf: (receiver: Kind) => number,
  now = performance.now(),
): number {
  let total = 0;
  const late: { socket: Socket; since: number; isTooLate: boolean }[] = [];
  for (const receiver of receivers) {
    const { socket } = receiver;
    receiver.progress = socket.writableLength === 0 ? null : progressOf(receiver, leastBytes, now);
    if (!receiver.progress) continue;
    total += socket.writableLength;
    const { since } = receiver.progress;
    late.push({ socket, since, isTooLate: now - since >= patienceOf(receiver) });
  }
  late.sort((one, other) => one.since - other.since);
  let closed = 0;
  for (const { socket, isTooLate } of late) {
    if (!isTooLate && total <= mostBytes) continue;
    total -= socket.writableLength;
    socket.destroy();
    closed += 1;
  }
  return closed;
}

function progressOf({ socket, progress }: Receiver, leastBytes: number, now: number) {
  const taken = bytesTaken(socket);
  return progress && taken - progress.taken < leastBytes ? progress : { since: now, taken };
}

/** What node knows of a socket and tells nowhere else: how much of a long text is still to be sent. */
interface Handle {
  readonly bytesWritten: number;
  readonly writeQueueSize: number;
}

/** How many bytes the other side, or the system for it, has taken. */
function bytesTaken(socket: Socket): number {
  const { _handle: handle } = socket as unknown as { _handle?: Handle | null };
  return handle ? handle.bytesWritten - handle.writeQueueSize : 0;
}
