import type { Content } from "../../statements/statement.ts";
import { countedTags } from "./kept-names.ts";
import { type Prepare, rowOf } from "./prepare.ts";
import type { RunLedger } from "./run-ledger.ts";

type Named = Pick<Content, "place" | "agency" | "language">;

/** Counts statements in and out under their names and tags. */
export class StatementNames {
  readonly #prepare: Prepare;
  readonly #ledger: RunLedger;

  constructor(prepare: Prepare, ledger: RunLedger) {
    this.#prepare = prepare;
    this.#ledger = ledger;
  }

  /** The numbers of place, agency and language. */
  enter(key: number, { place, agency, language }: Named, tags: readonly string[]) {
    const sql = "INSERT INTO tagged (tag, key) VALUES (?, ?)";
    for (const tag of countedTags(tags)) {
      this.#prepare(sql).run(this.#ledger.names.enter("tag", tag), key);
    }
    return [
      this.#ledger.names.enter("place", place),
      this.#ledger.names.enter("agency", agency),
      this.#ledger.names.enter("language", language),
    ];
  }

  /** The numbers of place, agency and language. Tags are those of the wording. */
  leave(key: number, { place, agency, language }: Named, wording: number) {
    for (const tag of countedTags(this.#tagsOf(wording))) {
      const name = this.#ledger.names.leave("tag", tag);
      this.#prepare("DELETE FROM tagged WHERE tag = ? AND key = ?").run(name, key);
    }
    return [
      this.#ledger.names.leave("place", place),
      this.#ledger.names.leave("agency", agency),
      this.#ledger.names.leave("language", language),
    ];
  }

  #tagsOf(wording: number): string[] {
    const sql = "SELECT tags FROM revision WHERE number = ?";
    const row = rowOf<{ tags: string | null }>(this.#prepare(sql), wording);
    return row?.tags ? JSON.parse(row.tags) : [];
  }
}
