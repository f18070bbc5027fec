import { BlockList, isIP, isIPv4 } from "node:net";

/** The names of address ranges that TRUST_PROXY may have; they are Fastify's. */
const RANGES: Readonly<Record<string, readonly string[]>> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

/** Whether an address is in a set of addresses. Text that is no address is in none. */
export type Addresses = (address: string) => boolean;

/**
 * The set of addresses that a list names: addresses, networks (`10.0.0.0/8`), and the ranges `loopback`,
 * `linklocal` and `uniquelocal`.
 *
 * @throws Error with the entry that names nothing.
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
    throw new Error(`${network} is no address, network (10.0.0.0/8) or range (loopback)`);
  }
  list.addSubnet(address, prefix, version === 4 ? "ipv4" : "ipv6");
}

export const isLoopback = addresses(["loopback"]);

/**
 * What stands for a caller's address: itself, or the first half of an IPv6 address, because one
 * customer has the whole of the other half.
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
