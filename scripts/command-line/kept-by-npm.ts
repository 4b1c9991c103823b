import { DatelineError } from "../../src/errors.ts";

/**
 * Throws `usage` where npm took one of these options (named without dashes) for its own, because no `--` stood before it:
 * `npm run import FOLDER --dry-run` would import. `env`: the process's environment, in which npm tells its options to the
 * scripts that it runs.
 */
export function refuseKeptByNpm(
  options: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): void {
  if (env.npm_lifecycle_event === undefined) return;
  const kept = options.filter((name) => env[`npm_config_${name.replaceAll("-", "_")}`]);
  if (kept.length === 0) return;
  const typed = kept.map((name) => `--${name}`).join(" and ");
  const remedy = `npm run ${env.npm_lifecycle_event} -- … ${kept.map((name) => `--${name}`).join(" ")}`;
  throw new DatelineError("usage", `npm kept ${typed} to itself. Put -- before: ${remedy}`);
}
