import { createContext, Script } from "node:vm";

/** How often a job that the machine had no time for begins again, each time with four times as long. */
const RETRIES = 2;

const sandbox: { job?: () => void } = createContext(Object.create(null));
const runJob = new Script("job()");

/**
 * What `job` returns. Throws once it has run for `milliseconds`, be it in a loop or in a regular expression; then no
 * `finally` of it has run. Throws what the job throws. On a machine so busy that the job got less than half of that time,
 * it is run again, so that what comes out does not depend on what else is running.
 *
 * V8 can only be told to stop code that was entered through a context: the constant script there calls the job, which
 * itself runs as anywhere else. That costs about 0.1 ms.
 */
export function withinTime<T>(milliseconds: number, job: () => T): T {
  for (let attempt = 0; ; attempt++) {
    const before = process.cpuUsage();
    try {
      return runUntil(milliseconds * 4 ** attempt, job);
    } catch (error) {
      const { user, system } = process.cpuUsage(before);
      const starved = isTimeout(error) && (user + system) / 1000 < milliseconds / 2;
      if (!starved || attempt === RETRIES) throw error;
    }
  }
}

function runUntil<T>(milliseconds: number, job: () => T): T {
  let result: T | undefined;
  sandbox.job = () => {
    result = job();
  };
  try {
    runJob.runInContext(sandbox, { timeout: milliseconds });
  } finally {
    delete sandbox.job;
  }
  return result as T;
}

function isTimeout(error: unknown): boolean {
  return (error as NodeJS.ErrnoException)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
