import { existsSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";

/** The folder of real and hostile inputs that stands beside the checkout where the project is developed. */
const SHARED = join(import.meta.dirname, "../../../../shared");

/** `sharedPath("nasty/dates")`: an absolute path; `null` where the folder or file is not there. */
export function sharedPath(name: string): string | null {
  const path = join(SHARED, name);
  return existsSync(path) ? path : null;
}

/**
 * A test on inputs that the repository may not hold. Where they are absent the test says so by name: it is skipped, and in
 * a continuous integration, where a skipped test fails, it passes with that diagnostic.
 */
export function sharedTest(
  name: string,
  title: string,
  run: (path: string, context: TestContext) => void | Promise<void>,
): void {
  const path = sharedPath(name);
  test(title, (context) => {
    if (path !== null) return run(path, context);
    const absent = `not run: ../shared/${name} is not there`;
    if (process.env.CI) context.diagnostic(absent);
    else context.skip(absent);
  });
}
