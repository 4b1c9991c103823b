import { test } from "node:test";
import { type Browser, chromium } from "playwright-core";

/** `scripts/chromium.mjs` finds the browser for every test, and is no part of the build. */
const { findChromium, INSTALL_COMMAND } = (await import(
  new URL("../../../scripts/chromium.mjs", import.meta.url).href
)) as { findChromium(): string | null; INSTALL_COMMAND: string };

/** Where Chromium is; `null` where there is none, and then every `browserTest` is skipped with the command that brings it. */
export const CHROMIUM = findChromium();

/** A test that needs Chromium. */
export function browserTest(title: string, run: () => Promise<void>): void {
  test(title, async (context) => {
    if (CHROMIUM === null) context.skip(`needs Chromium: ${INSTALL_COMMAND}`);
    else await run();
  });
}

/** A Chromium of the test's own, or `null` where there is none. */
export async function launchChromium(): Promise<Browser | null> {
  if (CHROMIUM === null) return null;
  return chromium.launch({ executablePath: CHROMIUM });
}
