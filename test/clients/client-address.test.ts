import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { describe, it } from "node:test";
import { type AddressList, addressList, NO_ADDRESSES } from "../../src/clients/address-list.ts";
import { clientAddress, networkOf } from "../../src/clients/client-address.ts";

const asked = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: { "x-forwarded-for": forwarded, forwarded: "for=198.51.100.99" },
  }) as unknown as IncomingMessage;

describe("the client's address", () => {
  const proxies = addressList("10.0.0.0/8") as AddressList;
  const table: [
    says: string,
    remote: string | undefined,
    forwarded: string | undefined,
    is: string,
  ][] = [
    ["is that of the connection", "198.51.100.1", undefined, "198.51.100.1"],
    ["is never what a stranger says", "198.51.100.1", "203.0.113.5", "198.51.100.1"],
    ["is what a trusted proxy says", "10.0.0.1", "203.0.113.5", "203.0.113.5"],
    ["is what the last stranger's proxy saw", "10.0.0.1", "1.1.1.1, 203.0.113.5", "203.0.113.5"],
    ["is found behind several proxies", "10.0.0.1", "203.0.113.5, 10.0.0.2", "203.0.113.5"],
    ["is the proxy's where it names none", "10.0.0.1", undefined, "10.0.0.1"],
    ["is the proxy's where it says nonsense", "10.0.0.1", "203.0.113.5, nonsense", "10.0.0.1"],
    ["may be another proxy's", "10.0.0.1", "10.0.0.3,10.0.0.2", "10.0.0.3"],
    ["is empty where the connection is gone", undefined, "203.0.113.5", ""],
  ];
  for (const [says, remote, forwarded, is] of table) {
    it(says, () => {
      assert.equal(clientAddress(asked(remote, forwarded), proxies), is);
    });
  }

  it("is never read from a header where no proxy is trusted", () => {
    assert.equal(clientAddress(asked("127.0.0.1", "203.0.113.5"), NO_ADDRESSES), "127.0.0.1");
  });
});

describe("one client", () => {
  const table: [address: string, network: string][] = [
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::9", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["", ""],
  ];
  for (const [address, network] of table) {
    it(`is ${network || "nobody"} for ${address || "no address"}`, () => {
      assert.equal(networkOf(address), network);
    });
  }
});
