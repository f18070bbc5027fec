import { BlockList, isIP, isIPv4 } from "node:net";

/** The named address ranges of TRUST_PROXY, as in Fastify. */
const RANGES: Readonly<Record<string, readonly string[]>> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

/** Whether an address is in a set of addresses; false for text that is not an address. */
export type Addresses = (address: string) => boolean;

/**
 * Creates a set of addresses from addresses, networks (`10.0.0.0/8`) and the named ranges `loopback`, `linklocal` and
 * `uniquelocal`.
 *
 * @throws Error that names the invalid entry.
 */
export function addresses(entries: readonly string[]): Addresses {
  const list = new BlockList();
  for (const entry of entries) {
    for (const network of RANGES[entry] ?? [entry]) add(list, network);
  }
  if (entries.length === 0) return () => false;
  return (address) => {
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 4 ? "ipv4" : "ipv6");
  };
}

function add(list: BlockList, network: string): void {
  const [address = "", length, ...rest] = network.split("/");
  const version = isIP(address);
  const bits = version === 4 ? 32 : 128;
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : NaN;
  if (version === 0 || rest.length > 0 || !(prefix <= bits)) {
    throw new Error(`${network} is not an address, a network (10.0.0.0/8) or a range (loopback)`);
  }
  list.addSubnet(address, prefix, version === 4 ? "ipv4" : "ipv6");
}

export const isLoopback = addresses(["loopback"]);

/**
 * The key by which a client is identified: its IPv4 address, or the /64 network of its IPv6 address, because one
 * customer usually has a whole /64.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIPv4(address)) return mapped ?? address;
  const [head = "", tail] = address.split("%", 1)[0]?.toLowerCase().split("::") ?? [];
  const start = head === "" ? [] : head.split(":");
  const end = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => "0");
  const groups = [...start, ...zeros, ...end].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, "")).join(":")}::/64`;
}
