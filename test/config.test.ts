import assert from "node:assert/strict";
import path from "node:path";
import { describe, it } from "node:test";
import { NO_ADDRESSES } from "../src/clients/address-list.ts";
import { readConfig } from "../src/config.ts";
import { DatelineError } from "../src/errors.ts";
import { PROJECT_ROOT } from "../src/project-root.ts";

describe("the settings", () => {
  it("all have a default", () => {
    assert.deepEqual(readConfig({}), {
      port: 3000,
      host: "127.0.0.1",
      database: path.join(PROJECT_ROOT, "data/archive.db"),
      downloads: path.join(PROJECT_ROOT, "data/archive.db-downloads"),
      siteUrl: null,
      title: "Dateline",
      contact: null,
      securityContact: null,
      rights: null,
      language: "en",
      maxFileBytes: 10_485_760,
      logKey: null,
      processes: 1,
      answerBytes: 67_108_864,
      trustedProxies: NO_ADDRESSES,
      connectionsPerClient: 256,
      accessLog: "off",
      metricsPort: null,
      metricsHost: "127.0.0.1",
    });
  });

  it("cannot be changed once read", () => {
    assert.ok(Object.isFrozen(readConfig({})));
  });

  it("take an empty variable as one that is not set", () => {
    assert.deepEqual(readConfig({ PORT: "", DATELINE_TITLE: " " }), readConfig({}));
  });

  const accepted: [string, string, keyof ReturnType<typeof readConfig>, unknown][] = [
    ["PORT", "0", "port", 0],
    ["PORT", "65535", "port", 65_535],
    ["HOST", "::1", "host", "::1"],
    ["HOST", "localhost", "host", "localhost"],
    ["DATELINE_DATABASE", "/tmp/a.db", "database", "/tmp/a.db"],
    ["DATELINE_DATABASE", "a.db", "database", path.resolve("a.db")],
    ["DATELINE_DOWNLOADS", "/tmp/a/", "downloads", "/tmp/a"],
    ["DATELINE_DATABASE", "/tmp/a.db", "downloads", "/tmp/a.db-downloads"],
    ["DATELINE_SITE_URL", "https://a.example/", "siteUrl", "https://a.example"],
    ["DATELINE_SITE_URL", "http://a.example:8080", "siteUrl", "http://a.example:8080"],
    ["DATELINE_SITE_URL", "http://[::1]:8080", "siteUrl", "http://[::1]:8080"],
    ["DATELINE_SITE_URL", "https://bücher.example", "siteUrl", "https://xn--bcher-kva.example"],
    ["DATELINE_TITLE", " Ministry ", "title", "Ministry"],
    ["DATELINE_CONTACT", "desk@a.example", "contact", "desk@a.example"],
    ["DATELINE_SECURITY_CONTACT", "x@a.example", "securityContact", "x@a.example"],
    ["DATELINE_CONTACT", "https://a.example/desk", "contact", "https://a.example/desk"],
    ["DATELINE_RIGHTS", "Free to quote", "rights", "Free to quote"],
    ["DATELINE_LANGUAGE", "ZH-hant", "language", "zh-Hant"],
    ["DATELINE_MAX_FILE_BYTES", "1", "maxFileBytes", 1],
    ["DATELINE_LOG_KEY", "/etc/dateline/key", "logKey", "/etc/dateline/key"],
    ["DATELINE_PROCESSES", "4", "processes", 4],
    ["DATELINE_ANSWER_BYTES", "0", "answerBytes", 0],
    ["DATELINE_CONNECTIONS_PER_CLIENT", "8", "connectionsPerClient", 8],
  ];
  for (const [name, text, key, value] of accepted) {
    it(`read ${name}=${text}`, () => assert.equal(readConfig({ [name]: text })[key], value));
  }

  it("read DATELINE_TRUSTED_PROXIES=loopback, 10.0.0.7", () => {
    const env = { DATELINE_TRUSTED_PROXIES: "loopback, 10.0.0.7" };
    const { trustedProxies } = readConfig(env);
    assert.ok(trustedProxies("127.0.0.1") && trustedProxies("10.0.0.7"));
    assert.ok(!trustedProxies("10.0.0.8"));
  });

  const refused: [string, string, RegExp][] = [
    ["DATELINE_TRUSTED_PROXIES", "proxy.example", /addresses and networks/],
    ["DATELINE_CONNECTIONS_PER_CLIENT", "0", /whole number from 1 to 10000/],
    ["PORT", "65536", /whole number from 0 to 65535/],
    ["PORT", "80a", /whole number/],
    ["PORT", "-1", /whole number/],
    ["PORT", "1e3", /whole number/],
    ["HOST", "a b", /host name/],
    ["HOST", "http://a", /host name/],
    ["DATELINE_DATABASE", "data/", /path of the archive's file/],
    ["DATELINE_SITE_URL", "a.example", /https:/],
    ["DATELINE_SITE_URL", "ftp://a.example", /https:/],
    ["DATELINE_SITE_URL", "https://a.example/sub", /no path/],
    ["DATELINE_SITE_URL", "https://a.example/?q", /no path/],
    ["DATELINE_SITE_URL", "https://me:pw@a.example", /user name/],
    // No request names such a host, so that none could be refused for naming another.
    ["DATELINE_SITE_URL", "https://a+b.example", /https:/],
    ["DATELINE_SITE_URL", "https://(a).example", /https:/],
    ["DATELINE_TITLE", "x".repeat(101), /at most 100/],
    ["DATELINE_TITLE", "a\nb", /one line/],
    ["DATELINE_CONTACT", "javascript:alert(1)", /e-mail/],
    ["DATELINE_CONTACT", "desk", /e-mail/],
    ["DATELINE_LANGUAGE", "english!", /BCP 47/],
    ["DATELINE_MAX_FILE_BYTES", "10MB", /whole number/],
    ["DATELINE_MAX_FILE_BYTES", "0", /whole number from 1/],
  ];
  for (const [name, text, expected] of refused) {
    it(`refuse ${name}=${text.slice(0, 40)} by name`, () => {
      assert.throws(
        () => readConfig({ [name]: text }),
        (error) => {
          assert.ok(error instanceof DatelineError);
          assert.equal(error.code, "usage");
          assert.ok(error.message.startsWith(`${name}: expected`), error.message);
          assert.match(error.message, expected);
          assert.ok(error.message.includes(JSON.stringify(text)), error.message);
          return true;
        },
      );
    });
  }
});
