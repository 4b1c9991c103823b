import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const CHILD = fileURLToPath(new URL("import-child.js", import.meta.url));

export interface ImportChild {
  process: ChildProcess;
  /** Resolves when the child has said the word, or has ended. */
  said(word: string): Promise<void>;
  /** What it has said, once it has ended. */
  ended: Promise<string>;
}

/** Starts `import-child`; `prefix` is shell code that runs before it in the same process. */
export function importChild(path: string, run: string, count: number, prefix = ""): ImportChild {
  const command = `${prefix} exec "$0" "$@"`;
  const words = [CHILD, path, run, String(count)];
  const child = spawn("/bin/sh", ["-c", command, process.execPath, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  const ended = new Promise<string>((resolve) => child.on("close", () => resolve(output)));
  return {
    process: child,
    ended,
    said: (word) => heard(child, ended, () => output.includes(word)),
  };
}

function heard(child: ChildProcess, ended: Promise<unknown>, yet: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const listen = () => yet() && resolve();
    child.stdout?.on("data", listen);
    ended.then(() => resolve());
    listen();
  });
}
