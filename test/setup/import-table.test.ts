import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { before, describe, test } from "node:test";

const ROOT = join(import.meta.dirname, "../../..");
const BIOME = join(ROOT, "node_modules/@biomejs/biome/bin/biome");

/** What a file in each room may and may not import. */
const TABLE = [
  {
    room: "src/statements",
    may: ["./iso-date.ts"],
    mayNot: ["../errors.ts", "../store/store.ts", "node:fs", "marked", "date-fns"],
  },
  {
    room: "src/text",
    may: ["./safe-html.ts", "../statements/statement.ts", "marked", "diff", "node:crypto"],
    mayNot: ["../store/store.ts", "../web/app.ts", "../errors.ts", "express", "ejs", "node:fs"],
  },
  {
    room: "src/log",
    may: ["./tree-hash.ts", "../statements/iso-date.ts", "node:crypto"],
    mayNot: ["../errors.ts", "../store/store.ts", "../permalinks.ts", "node:fs", "express"],
  },
  {
    room: "src/import",
    may: [
      "../statements/iso-date.ts",
      "../errors.ts",
      "../text/markdown.ts",
      "../store/store.ts",
      "node:fs",
      "yaml",
    ],
    mayNot: [
      "iconv-lite",
      "../store/open-store.ts",
      "../store/sqlite/sqlite-store.ts",
      "../pages/views.ts",
      "../web/app.ts",
      "../config.ts",
      "express",
      "ejs",
      "better-sqlite3",
      "node:sqlite",
      "node:http",
    ],
  },
  {
    room: "src/publishing",
    may: ["../import/understand.ts", "../statements/slug.ts", "../store/store.ts", "node:fs"],
    mayNot: [
      "../store/open-store.ts",
      "../store/sqlite/sqlite-store.ts",
      "../pages/views.ts",
      "../web/app.ts",
      "../config.ts",
      "../text/markdown.ts",
      "express",
      "better-sqlite3",
    ],
  },
  {
    room: "src/store/sqlite",
    may: [
      "../store.ts",
      "../../../log/tree-hash.ts",
      "../../statements/statement.ts",
      "../../errors.ts",
      "better-sqlite3",
      "node:fs",
    ],
    mayNot: [
      "../../pages/views.ts",
      "../../formats/atom.ts",
      "../../import/parse.ts",
      "../../web/app.ts",
      "../../config.ts",
      "express",
      "node:http",
    ],
  },
  {
    room: "src/downloads",
    may: [
      "../formats/record-json.ts",
      "../store/open-store.ts",
      "../store/sqlite/driver.ts",
      "../permalinks.ts",
      "node:fs/promises",
    ],
    mayNot: ["../web/app.ts", "../pages/views.ts", "../config.ts", "express", "node:http"],
  },
  {
    room: "src/metrics",
    may: ["./site-metrics.ts", "../errors.ts", "../web/observed.ts", "node:http", "prom-client"],
    mayNot: ["../web/app.ts", "../config.ts", "../store/open-store.ts", "express", "node:fs"],
  },
  {
    room: "src/clients",
    may: ["./address-list.ts", "node:http", "node:net"],
    mayNot: ["../web/app.ts", "../store/store.ts", "../config.ts", "express", "node:fs"],
  },
  {
    room: "src/backups",
    may: [
      "../store/open-store.ts",
      "../store/sqlite/driver.ts",
      "../verify/check-log.ts",
      "../errors.ts",
      "node:fs/promises",
    ],
    mayNot: ["../web/app.ts", "../pages/views.ts", "../config.ts", "express", "node:http"],
  },
  {
    room: "src/verify",
    may: ["../log/tree-hash.ts", "../import/content-digest.ts", "../store/sqlite/prepare.ts"],
    mayNot: [
      "../web/app.ts",
      "../pages/views.ts",
      "../permalinks.ts",
      "../config.ts",
      "express",
      "node:fs",
    ],
  },
  {
    room: "src/bags",
    may: ["../store/store.ts", "../text/markdown.ts", "../statements/position.ts", "node:fs"],
    mayNot: [
      "../store/open-store.ts",
      "../web/app.ts",
      "../config.ts",
      "better-sqlite3",
      "express",
    ],
  },
  {
    room: "src/pages",
    may: [
      "./views.ts",
      "../statements/period.ts",
      "../permalinks.ts",
      "../text/safe-html.ts",
      "../store/store.ts",
      "date-fns",
    ],
    mayNot: [
      "../store/open-store.ts",
      "../import/parse.ts",
      "../web/app.ts",
      "../config.ts",
      "express",
      "ejs",
      "node:fs",
      "better-sqlite3",
    ],
  },
  {
    room: "src/formats",
    may: ["../statements/period.ts", "../permalinks.ts", "../text/safe-html.ts"],
    mayNot: ["../pages/views.ts", "../store/open-store.ts", "express", "ejs"],
  },
  {
    room: "src/formats/citations",
    may: ["./tex-text.ts", "../../citation.ts", "../../statements/iso-date.ts"],
    mayNot: ["../../errors.ts", "../../pages/long-date.ts", "../../web/app.ts", "ejs"],
  },
  {
    room: "src/export",
    may: [
      "../web/app.ts",
      "../permalinks.ts",
      "../store/store.ts",
      "../store/sqlite/driver.ts",
      "parse5",
      "node:fs/promises",
    ],
    mayNot: [
      "../store/open-store.ts",
      "../store/sqlite/sqlite-store.ts",
      "../import/understand.ts",
      "../config.ts",
      "../main.ts",
      "express",
      "ejs",
    ],
  },
  {
    room: "src/web/routes",
    may: ["../../pages/views.ts", "../../store/store.ts", "../../errors.ts", "express", "ejs"],
    mayNot: [
      "../../store/open-store.ts",
      "../../store/sqlite/sqlite-store.ts",
      "../../config.ts",
      "../../main.ts",
      "better-sqlite3",
      "node:sqlite",
    ],
  },
];

describe("the linter holds the import table", () => {
  let refused: Map<string, string>;

  before(() => {
    refused = lint([
      ...TABLE.flatMap(({ room, may, mayNot }) =>
        [...may, ...mayNot].map((name) => [fileOf(room, name), importing(name)] as const),
      ),
      ["src/store/store.ts", importing("better-sqlite3")],
      ["src/web/setting.ts", "export const port = process.env.PORT;\n"],
      ["src/config.ts", "export const port = process.env.PORT;\n"],
    ]);
  });

  for (const { room, may, mayNot } of TABLE) {
    for (const name of may) {
      test(`${room} may import ${name}`, () => {
        assert.equal(refused.get(fileOf(room, name)), undefined);
      });
    }
    for (const name of mayNot) {
      test(`${room} may not import ${name}`, () => {
        assert.equal(refused.get(fileOf(room, name)), "lint/style/noRestrictedImports");
      });
    }
  }

  test("the store's interface knows no driver", () => {
    assert.equal(refused.get("src/store/store.ts"), "lint/style/noRestrictedImports");
  });

  test("settings are read in src/config.ts only", () => {
    assert.equal(refused.get("src/web/setting.ts"), "lint/style/noProcessEnv");
    assert.equal(refused.get("src/config.ts"), undefined);
  });
});

/** Where the import of `name` is tried in that room. */
function fileOf(room: string, name: string): string {
  return `${room}/imports-${name.replace(/[^a-z0-9]+/gi, "_")}.ts`;
}

function importing(name: string): string {
  return `export * from "${name}";\n`;
}

/** Which of these files of a project with our linter's rules are refused, each with the rule that refuses it. */
function lint(files: (readonly [path: string, text: string])[]): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-imports-"));
  try {
    copyFileSync(join(ROOT, "biome.json"), join(folder, "biome.json"));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return refusals(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function refusals(folder: string): Map<string, string> {
  const parameters = ["lint", "--reporter=json", "--max-diagnostics=none", "."];
  const run = spawnSync(process.execPath, [BIOME, ...parameters], {
    cwd: folder,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(run.stdout) as {
    diagnostics: { category: string; severity: string; location: { path: string } }[];
  };
  return new Map(
    diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ category, location }) => [location.path, category]),
  );
}
