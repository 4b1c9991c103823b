import { longDate } from "./pages/long-date.ts";
import { counted } from "./pages/wording.ts";
import type { ArchiveSummary } from "./store/store.ts";

/** What is served, and where: `Dateline serves 36 statements, 12 December 2022 to 7 December 2023, at http://127.0.0.1:3000`. */
export function startLine(
  { total, first, last }: Pick<ArchiveSummary, "total" | "first" | "last">,
  url: string,
): string {
  const span = [...new Set([first, last])].flatMap((day) => (day === null ? [] : longDate(day)));
  const parts = [counted(total, "statement"), span.join(" to "), `at ${url}`];
  return `Dateline serves ${parts.filter((part) => part !== "").join(", ")}`;
}
