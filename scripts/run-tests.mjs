// Runs test files with Node's runner, once in each time zone, and prints one report with one sum at its end.
import { availableParallelism } from "node:os";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const SUMS = ["tests", "suites", "pass", "fail", "cancelled", "skipped", "todo", "duration_ms"];
const SUM_LINE = new RegExp(`^(${SUMS.join("|")}) ([\\d.]+)$`);

/**
 * `runs` are `{zone, files}`. Answers how many tests failed (or were cancelled) and which were skipped, as
 * `{failed, skipped: [{name, reason}]}`; a run in which not one test ran has failed.
 */
export async function runTests(runs) {
  const sums = new Map(SUMS.map((name) => [name, 0]));
  const skipped = [];
  const report = Readable.from(events(runs, sums, skipped)).compose(new spec());
  report.pipe(process.stdout, { end: false });
  await finished(report);
  const failed = sums.get("fail") + sums.get("cancelled") + (sums.get("tests") === 0 ? 1 : 0);
  return { failed, skipped };
}

async function* events(runs, sums, skipped) {
  for (const { zone, files } of runs) {
    if (files.length === 0) continue;
    yield note(`TZ=${zone}, test files: ${files.length}`);
    process.env.TZ = zone;
    for await (const event of run({ files, concurrency: Math.min(4, availableParallelism()) })) {
      const sum = event.type === "test:diagnostic" && SUM_LINE.exec(event.data.message);
      if (event.data?.nesting === 0 && sum) sums.set(sum[1], sums.get(sum[1]) + Number(sum[2]));
      else yield event;
      if (isSkipped(event))
        skipped.push({ name: event.data.name, reason: String(event.data.skip) });
    }
  }
  for (const [name, value] of sums) yield note(`${name} ${value}`);
}

function isSkipped({ type, data }) {
  return type === "test:pass" && data.skip !== undefined && data.skip !== false;
}

function note(message) {
  return { type: "test:diagnostic", data: { nesting: 0, message, level: "info" } };
}
