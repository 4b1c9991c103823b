import Database from "better-sqlite3";
import type { Corpus } from "../corpus/corpus.ts";

const SCHEMA = `
  CREATE TABLE statement (id INTEGER PRIMARY KEY, date TEXT NOT NULL, slug TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
    body TEXT NOT NULL, place TEXT, agency TEXT);
`;
const INDEXES = `
  CREATE INDEX by_date ON statement (date, id);
  CREATE TABLE year AS SELECT substr(date, 1, 4) AS year, count(*) AS n FROM statement GROUP BY 1 ORDER BY 1;
  CREATE TABLE place AS SELECT DISTINCT place AS name FROM statement WHERE place IS NOT NULL ORDER BY 1;
  CREATE TABLE agency AS SELECT DISTINCT agency AS name FROM statement WHERE agency IS NOT NULL ORDER BY 1;
`;

/** Writes the same statements for `plain-express`. Answers 1,000 addresses of statements, and of lists from a day on. */
export function plainArchive(
  corpus: Corpus,
  file: string,
): { statements: string[]; lists: string[] } {
  const database = new Database(file);
  database.exec(SCHEMA);
  const insert = database.prepare("INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?)");
  const dates: string[] = [];
  database.transaction(() => {
    for (let index = 0; index < corpus.size; index += 1) {
      const { date, place, agency, paragraphs } = corpus.statement(index);
      const title = (paragraphs[0] ?? "").split(".")[0]?.slice(0, 110);
      const slug = `${date}-${index}`;
      insert.run(index, date, slug, title, paragraphs.join("\n\n"), place, agency);
      if (index < 1000) dates.push(date);
    }
  })();
  database.exec(INDEXES);
  database.close();
  return {
    statements: dates.map((date, index) => `/statement/${date}-${index}`),
    lists: dates.map((date) => `/statements?from=${date}`),
  };
}
