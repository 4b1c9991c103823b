import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { ListJson } from "../../../src/formats/list-json.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { EXAMPLE_FILES } from "../../support/example-files.ts";
import { startSite, type TestSite } from "../../support/site.ts";
import { schemaFaults } from "../support/json-schema.ts";

interface Description {
  paths: Record<string, { get: Operation }>;
  components: { parameters: Record<string, Parameter> };
}

interface Operation {
  parameters?: { $ref: string }[];
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

interface Parameter {
  name: string;
  in: "path" | "query";
  required?: boolean;
  schema: { pattern?: string };
}

/** Of each page, where a reader finds it. */
const PAGES: Record<string, string> = {
  "/statements": "/statements",
  "/{year}": "/2022",
  "/{year}/{month}": "/2022/12",
  "/{year}/{month}/{day}": "/2022/12/12",
  "/s/{id}@{n}": "/s/ID@1",
  "/s/{id}/compare": "/s/ID/compare?from=1&to=2",
  "/s/{id}@{n}/proof": "/s/ID@1/proof",
  "/proof": "/proof",
  "/changes": "/changes",
  "/check": "/check?quote=road",
  "/about": "/about",
};

const QUERIES: Record<string, string> = {
  q: "road",
  from: "2022",
  to: "2023-02",
  agency: "RIA Novosti",
  place: "moscow",
  language: "EN",
  tag: "roads",
  quote: "the road",
  sort: "oldest",
  after: "2022-12-12.1",
  before: "2",
  limit: "7",
  bom: "1",
};

describe("openapi.json", () => {
  let archive: TestArchive;
  let site: TestSite;
  let description: Description;
  let path: Record<string, string>;
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
    await archive.import({ "1.txt": `${EXAMPLE_FILES["1.txt"]} It was opened again.` });
    site = await startSite(archive.path);
    description = await site.json<Description>("/openapi.json");
    const [entry] = (await site.json<ListJson>("/2022.json")).statements;
    const [, year, month, day, name] = (entry?.permalink ?? "").split("/");
    path = { year, month, day, name, id: entry?.id, n: "1" } as Record<string, string>;
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  const parametersOf = ({ parameters = [] }: Operation) =>
    parameters.map(({ $ref }) => {
      const parameter = description.components.parameters[$ref.split("/").at(-1) ?? ""];
      assert.ok(parameter, $ref);
      return parameter;
    });

  /** The address of the operation with those values in its query, and the ones that it cannot do without. */
  const address = (template: string, operation: Operation, query: Record<string, string> = {}) => {
    const parameters = parametersOf(operation);
    for (const { name, in: where, schema } of parameters) {
      if (where === "path") assert.match(path[name] ?? "", new RegExp(schema.pattern ?? "^$"));
    }
    const required = template.includes("compare") ? { from: "1", to: "2" } : {};
    const bare = template.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? "");
    return `${bare}?${new URLSearchParams({ ...required, ...query })}`;
  };

  /** A search may give up on a busy machine, and says that one should try again. */
  const patiently = async (target: string): Promise<Response> => {
    const answer = await site.get(target);
    return answer.status === 503 ? patiently(target) : answer;
  };

  it("is JSON that any page may read, and says which OpenAPI it follows", async () => {
    const answer = await site.get("/openapi.json");
    assert.equal(answer.headers.get("access-control-allow-origin"), "*");
    assert.equal(answer.headers.get("content-type"), "application/json; charset=utf-8");
    assert.match(((await answer.json()) as { openapi: string }).openapi, /^3\.1\.\d$/);
  });

  it("tells of every address what it really answers", async () => {
    for (const [template, { get: operation }] of Object.entries(description.paths)) {
      const answer = await site.get(address(template, operation));
      const described = operation.responses[String(answer.status)];
      assert.ok(described, `${template}: ${answer.status}`);
      if (answer.status !== 200) continue;
      const [type] = (answer.headers.get("content-type") ?? "").split(";");
      const content = described.content?.[type ?? ""];
      assert.ok(content, `${template}: ${type}`);
      const body = await answer.text();
      const value = type?.endsWith("json") ? JSON.parse(body) : body;
      assert.deepEqual(schemaFaults(value, content.schema, description), [], template);
    }
  });

  it("tells of every parameter that an address takes, and of no other", async () => {
    for (const [template, { get: operation }] of Object.entries(description.paths)) {
      const told = parametersOf(operation)
        .filter((parameter) => parameter.in === "query")
        .map(({ name }) => name);
      for (const name of told.filter((name) => name in QUERIES)) {
        const value = QUERIES[name] as string;
        if (template.includes("compare")) continue;
        const { status } = await patiently(address(template, operation, { [name]: value }));
        assert.equal(status, 200, `${template}: ${name}`);
      }
      const refused = await site.get(address(template, operation, { other: "1" }));
      assert.equal(refused.status, 400, template);
      const [, takes = ""] = / It takes ([^.]*)\./.exec(await refused.text()) ?? [];
      const really = takes === "no parameters" ? [] : takes.split(/, | and /);
      assert.deepEqual(really.sort(), told.sort(), template);
    }
  });

  it("tells of every format that a page links to, and of no other", async () => {
    for (const [template, page] of Object.entries(PAGES)) {
      const html = await (await site.get(page.replace("ID", path.id ?? ""))).text();
      const links = [...html.matchAll(/<link rel="alternate" [^>]*href="([^"?]*)/g)];
      const own = links.filter(([, href = ""]) =>
        href.startsWith(`${page.split("?", 1)}.`.replace("ID", path.id ?? "")),
      );
      const endings = own.map(([, href = ""]) => href.slice(href.lastIndexOf("/")));
      const formats = endings.map((ending) => ending.slice(ending.indexOf(".") + 1));
      const told = Object.keys(description.paths)
        .filter((known) => known.startsWith(`${template}.`))
        .map((known) => known.slice(template.length + 1));
      assert.deepEqual(formats.sort(), told.sort(), template);
    }
  });

  it("tells of errors as they are", async () => {
    const problem = { $ref: "#/components/schemas/Problem" };
    for (const refused of ["/statements.json?from=2023-02-30&x=1", "/2023/02/30.json"]) {
      const answer = await site.get(refused);
      assert.equal(answer.headers.get("content-type"), "application/problem+json; charset=utf-8");
      assert.deepEqual(schemaFaults(await answer.json(), problem, description), []);
    }
  });
});

describe("a value", () => {
  const root = { components: { schemas: { A: { type: "integer", minimum: 1 } } } };
  const table: [value: unknown, schema: object, faults: number][] = [
    [1, { $ref: "#/components/schemas/A" }, 0],
    [0, { $ref: "#/components/schemas/A" }, 1],
    [null, { type: ["string", "null"], pattern: "^a" }, 0],
    ["b", { type: ["string", "null"], pattern: "^a" }, 1],
    [{ a: 1 }, { type: "object", properties: {}, additionalProperties: false }, 1],
    [{}, { type: "object", required: ["a"], properties: { a: {} } }, 1],
    [["x"], { type: "array", items: { enum: ["y"] } }, 1],
  ];
  for (const [value, schema, faults] of table) {
    it(`${JSON.stringify(value)} has ${faults} faults by ${JSON.stringify(schema)}`, () => {
      assert.equal(schemaFaults(value, schema, root).length, faults);
    });
  }
});
