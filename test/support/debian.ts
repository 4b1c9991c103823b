import { type TestContext, test } from "node:test";

/** `scripts/debian-packages.mjs` brings the packages to every test, and is no part of the build. */
const { PACKAGES, installCommand, isHere } = (await import(
  new URL("../../../scripts/debian-packages.mjs", import.meta.url).href
)) as {
  PACKAGES: Record<string, string>;
  installCommand(names: string[]): string;
  isHere(name: string): boolean;
};

/**
 * A test that needs one of Debian's packages, which `scripts/debian-packages.mjs` lists; skipped with the command that brings it where it is
 * not here. The name stands in quotes, so that `npm test` knows which packages its files need.
 */
export function debianTest(
  name: string,
  title: string,
  run: (context: TestContext) => void | Promise<void>,
): void {
  if (!(name in PACKAGES)) throw new Error(`${name}: expected a package of debian-packages.mjs`);
  test(title, (context) => {
    if (isHere(name)) return run(context);
    context.skip(`needs Debian's ${name}: ${installCommand([name])}`);
  });
}
