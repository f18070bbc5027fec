import { readFile } from "node:fs/promises";

const ESTABLISHED = "01";

/**
 * The ports of the clients whose connections a server on loopback still holds. A client that does not read
 * can't see in its own socket that the other end was closed; the table of the kernel shows it.
 */
export async function heldConnections(serverPort: number): Promise<ReadonlySet<number>> {
  const [, ...lines] = (await readFile("/proc/net/tcp", "utf8")).split("\n");
  const ports = lines.flatMap((line) => {
    const [, local = "", remote = "", state] = line.trim().split(/\s+/);
    const isOurs = portOf(local) === serverPort && state === ESTABLISHED;
    return isOurs ? [portOf(remote)] : [];
  });
  return new Set(ports);
}

/** Of `0100007F:1F90`. */
const portOf = (end: string): number => parseInt(end.split(":")[1] ?? "", 16);
