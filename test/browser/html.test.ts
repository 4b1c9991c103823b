import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { openTrialSite, type TrialSite } from "./support/trial-site.ts";

const CHECKER = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // The doctype may be in either case, and `<br>` is no worse than `<br/>`: both are HTML.
    "doctype-style": "off",
    "void-style": "off",
    // The title of a statement's page is its headline, whole: 120 characters, and the site's name.
    "long-title": "off",
  },
});

describe("every page is valid HTML", () => {
  let site: TrialSite;
  before(async () => {
    site = await openTrialSite();
  });
  after(() => site.close());

  test("html-validate finds nothing", async () => {
    const found: string[] = [];
    for (const { name, path, status } of site.pages) {
      const response = await fetch(site.url + path);
      assert.equal(response.status, status, `${name} (${path})`);
      const html = await response.text();
      const report = await CHECKER.validateString(html);
      for (const message of report.results.flatMap(({ messages }) => messages)) {
        const { line, column, ruleId } = message;
        found.push(`${name} (${path}) ${line}:${column} ${ruleId}: ${message.message}`);
      }
    }
    assert.deepEqual(found.slice(0, 30), []);
  });
});
