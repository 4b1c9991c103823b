import { downloadPath } from "../permalinks.ts";
import { STATUS_WORDS } from "./openapi-statuses.ts";

/** The whole archive as files. */
export const DOWNLOADS: Record<string, object> = {
  [downloadPath("archive.jsonl")]: file("JSON Lines", "application/jsonl"),
  [downloadPath("archive.jsonl.sha256")]: file("JSON Lines: its SHA-256", "text/plain"),
  [downloadPath("archive.sqlite")]: file("SQLite", "application/vnd.sqlite3"),
  [downloadPath("archive.sqlite.sha256")]: file("SQLite: its SHA-256", "text/plain"),
  [downloadPath("log.jsonl")]: file("the log, JSON Lines", "application/jsonl"),
  [downloadPath("log.jsonl.sha256")]: file("the log: its SHA-256", "text/plain"),
};

export const CHECKPOINT = {
  get: {
    summary:
      "The log's checkpoint (c2sp.org/tlog-checkpoint); its tiles are behind /log/tile/ (c2sp.org/tlog-tiles)",
    responses: {
      "200": {
        description: STATUS_WORDS["200"],
        content: { "text/plain": { schema: { type: "string" } } },
      },
      "304": { description: STATUS_WORDS["304"] },
      "503": {
        description: STATUS_WORDS["503"],
        content: { "text/html": { schema: { type: "string" } } },
      },
    },
  },
};

function file(form: string, type: string): object {
  const schema = { type: "string", ...(type !== "text/plain" && { format: "binary" }) };
  const wait = { "text/html": { schema: { type: "string" } } };
  return {
    get: {
      summary: `The whole archive as one file (${form})`,
      responses: {
        "200": { description: STATUS_WORDS["200"], content: { [type]: { schema } } },
        "206": { description: "The part that was asked for.", content: { [type]: { schema } } },
        "304": { description: STATUS_WORDS["304"] },
        "503": { description: "It is being made, or cannot be; try again.", content: wait },
      },
    },
  };
}
