import { BlockList, isIP } from "node:net";

/** Whether an IP address is in the list; one that is none is not. */
export type AddressList = (address: string) => boolean;

/** What a list may name instead of its networks. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  private: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

export const NO_ADDRESSES: AddressList = () => false;

/**
 * The list written as `loopback, 192.0.2.7, 2001:db8::/32`: addresses, networks (RFC 4632, 3.1) and the names `loopback` and
 * `private`. IPv4 addresses count in their IPv6 form, too (`::ffff:192.0.2.7`). `null` where a part is none of these.
 */
export function addressList(text: string): AddressList | null {
  const list = new BlockList();
  for (const part of text.split(",").map((written) => written.trim())) {
    const networks = NAMED[part.toLowerCase()] ?? [part];
    if (!networks.every((network) => add(list, network))) return null;
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address));
}

/** Whether it could be added. */
function add(list: BlockList, network: string): boolean {
  const [, address = "", length] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(network) ?? [];
  if (isIP(address) === 0) return false;
  const family = familyOf(address);
  const longest = family === "ipv6" ? 128 : 32;
  const prefix = length === undefined ? longest : Number(length);
  if (prefix > longest) return false;
  list.addSubnet(address, prefix, family);
  return true;
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
