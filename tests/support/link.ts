import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A proxy in front of a database, which can be cut off and held. */
export interface Link {
  /** The URL of the database through this proxy. */
  url: string;
  /** Closes all connections; new ones are refused at once, as if no server ran. */
  cut: () => Promise<void>;
  /** Forwards nothing in either direction, but keeps connections open, like a server that hangs. */
  hold: () => void;
  /** Forwards what was held, and accepts new connections. */
  restore: () => Promise<void>;
  close: () => Promise<void>;
}

/** Starts a proxy in front of the database that `url` names. */
export async function openLink(url: string): Promise<Link> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isHeld = false;

  const server = createServer((near) => {
    const far = connect(Number(target.port || 3306), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (data) => to.write(data));
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
      // The listener for data has resumed it.
      if (isHeld) from.pause();
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      for (const socket of sockets) socket.destroy();
    });

  await listen(0);
  const { port } = server.address() as AddressInfo;
  const near = new URL(url);
  near.hostname = "127.0.0.1";
  near.port = String(port);
  return {
    url: near.href,
    cut,
    hold() {
      isHeld = true;
      for (const socket of sockets) socket.pause();
    },
    async restore() {
      isHeld = false;
      for (const socket of sockets) socket.resume();
      if (!server.listening) await listen(port);
    },
    close: cut,
  };
}
