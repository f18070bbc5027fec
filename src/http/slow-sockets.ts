import type { Socket } from "node:net";

export interface SendingLimits {
  /** A socket with buffered output must accept `minBytes` within this time. */
  timeoutMilliseconds: number;
  minBytes: number;
  /** The maximum of buffered bytes of all sockets together. */
  maxBufferedBytes: number;
  /** The interval of the checks. */
  intervalMilliseconds: number;
}

/** At least 1 KiB/s; the buffer holds eight of the largest responses. */
export const SENDING_LIMITS: SendingLimits = {
  timeoutMilliseconds: 10_000,
  minBytes: 10 * 1_024,
  maxBufferedBytes: 32 * 1_024 * 1_024,
  intervalMilliseconds: 500,
};

/** A socket and its progress. */
export interface Receiver {
  readonly socket: Socket;
  /**
   * When the current measuring period began, and how many bytes the peer had accepted by then; null while nothing is
   * buffered.
   */
  progress: { since: number; taken: number } | null;
}

/**
 * Closes sockets that have been slow for longer than their timeout. While more than `maxBufferedBytes` are buffered,
 * it also closes others, the slowest first. Called at intervals for all sockets, so that sending a response
 * costs nothing extra.
 *
 * @param timeoutOf how long a socket may be slow, in milliseconds.
 * @returns how many sockets were closed.
 */
export function closeSlowSockets<Kind extends Receiver>(
  receivers: Iterable<Kind>,
  { minBytes, maxBufferedBytes }: SendingLimits,
  timeoutOf: (receiver: Kind) => number,
  now = performance.now(),
): number {
  let total = 0;
  const late: { socket: Socket; since: number; isTooLate: boolean }[] = [];
  for (const receiver of receivers) {
    const { socket } = receiver;
    receiver.progress = socket.writableLength === 0 ? null : progressOf(receiver, minBytes, now);
    if (!receiver.progress) continue;
    total += socket.writableLength;
    const { since } = receiver.progress;
    late.push({ socket, since, isTooLate: now - since >= timeoutOf(receiver) });
  }
  late.sort((one, other) => one.since - other.since);
  let closed = 0;
  for (const { socket, isTooLate } of late) {
    if (!isTooLate && total <= maxBufferedBytes) continue;
    total -= socket.writableLength;
    socket.destroy();
    closed += 1;
  }
  return closed;
}

function progressOf({ socket, progress }: Receiver, minBytes: number, now: number) {
  const taken = bytesTaken(socket);
  return progress && taken - progress.taken < minBytes ? progress : { since: now, taken };
}

/** Internals of a Node socket: no public API tells how much of a large write the kernel has accepted. */
interface Handle {
  readonly bytesWritten: number;
  readonly writeQueueSize: number;
}

/** How many bytes the peer, or the kernel on its behalf, has accepted. */
function bytesTaken(socket: Socket): number {
  const { _handle: handle } = socket as unknown as { _handle?: Handle | null };
  return handle ? handle.bytesWritten - handle.writeQueueSize : 0;
}
