import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Corpus } from "../corpus/corpus.ts";
import { statementText } from "../corpus/made-statement.ts";
import { type Run, run } from "../measure/run.ts";
import { peerPath } from "./missing-peers.ts";

const CONFIG = `baseURL = "http://localhost/"
title = "Archive"
paginate = 50
disableKinds = ["taxonomy", "term", "RSS"]
`;

const PAGE = (body: string) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><nav><a href="/">Archive</a></nav><main><h1>{{ .Title }}</h1>${body}</main></body></html>
`;

const LIST =
  PAGE(`{{ range .Paginator.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<time>{{ .Date.Format "2006-01-02" }}</time><p>{{ .Summary }}</p></article>{{ end }}
{{ template "_internal/pagination.html" . }}`);

const SINGLE = PAGE(`<time>{{ .Date.Format "2 January 2006" }}</time>{{ .Content }}
{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}`);

/** Writes the same statements as a Hugo site with year, month and statement pages. Answers how to build it. */
export function hugoSite(corpus: Corpus, folder: string): (() => Promise<Run>) | null {
  const hugo = peerPath("hugo");
  if (!hugo) return null;
  const site = path.join(folder, "hugo");
  put(site, "config.toml", CONFIG);
  put(site, "layouts/_default/list.html", LIST);
  put(site, "layouts/_default/single.html", SINGLE);
  for (let index = 0; index < corpus.size; index += 1) putStatement(site, corpus, index);
  return () =>
    run(hugo, ["--quiet", "--cleanDestinationDir", "-s", site, "-d", path.join(folder, "built")]);
}

function putStatement(site: string, corpus: Corpus, index: number): void {
  const made = corpus.statement(index);
  const [year = "", month = ""] = made.date.split("-");
  const title = (made.paragraphs[0] ?? "").split(".")[0]?.slice(0, 100);
  const text = `---\ntitle: "${title}"\ndate: ${made.date}\n---\n${statementText(made)}`;
  put(site, `content/${year}/${month}/statement-${index}.md`, text);
  put(site, `content/${year}/${month}/_index.md`, `---\ntitle: "${year}-${month}"\n---\n`);
}

function put(site: string, name: string, text: string): void {
  const file = path.join(site, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
