import type { Statement } from "./statement.ts";

/** The headline where it stands alone, as in feeds and in the title of a page: `Withdrawn: …` before that of a withdrawn statement. */
export function markedTitle({ headline, withdrawn }: Pick<Statement, "headline" | "withdrawn">) {
  return withdrawn ? `Withdrawn: ${headline}` : headline;
}
