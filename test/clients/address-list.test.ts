import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addressList } from "../../src/clients/address-list.ts";

describe("a list of addresses", () => {
  const table: [list: string, within: string[], without: string[]][] = [
    ["192.0.2.7", ["192.0.2.7", "::ffff:192.0.2.7"], ["192.0.2.8", "::1"]],
    ["192.0.2.0/24", ["192.0.2.0", "192.0.2.255"], ["192.0.3.0"]],
    ["loopback", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"], ["10.0.0.1", "::2"]],
    ["private", ["10.1.2.3", "172.31.0.1", "192.168.0.1", "fd12::1"], ["172.32.0.1", "8.8.8.8"]],
    ["2001:db8::/32, Loopback", ["2001:db8:1::9", "127.0.0.1"], ["2001:db9::1"]],
    ["0.0.0.0/0", ["8.8.8.8"], ["2001:db8::1", "", "unknown"]],
  ];
  for (const [list, within, without] of table) {
    it(`written ${list} holds what it says`, () => {
      const has = addressList(list);
      assert.ok(has);
      for (const address of within) assert.equal(has(address), true, address);
      for (const address of without) assert.equal(has(address), false, address);
    });
  }

  for (const list of [
    "",
    "proxy.example",
    "10.0.0.0/33",
    "::/129",
    "10.0.0.1,",
    "10.0.0.0/",
    "1",
  ]) {
    it(`is not written ${JSON.stringify(list)}`, () => {
      assert.equal(addressList(list), null);
    });
  }
});
