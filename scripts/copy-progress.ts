import type { OnCopied } from "../src/store/sqlite/copy-database.ts";

/** Says on a terminal how far a copy of the archive is, in percent, and that it is then looked at. */
export function copyProgress(): { onCopied: OnCopied; onCopy: () => void } {
  const shown = process.stderr.isTTY === true && process.env.TERM !== "dumb";
  let last = -1;
  const say = (text: string) => shown && process.stderr.write(`\r\x1b[K${text}`);
  return {
    onCopied: (done, total) => {
      const percent = Math.floor((100 * done) / total);
      if (percent > last) say(`copying: ${percent} %`);
      last = percent;
    },
    onCopy: () => {
      say("looking at every word of the copy");
      process.once("exit", () => say(""));
    },
  };
}
