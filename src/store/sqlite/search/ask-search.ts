import { Worker } from "node:worker_threads";
import { DatelineError } from "../../../errors.ts";
import type { Store } from "../../store.ts";
import { oneInATurn } from "./one-in-a-turn.ts";
import type { FromWorker, SearchWorkerData, ToWorker } from "./search-worker.ts";
import type { SearchMethod, SearchQuestion } from "./searcher.ts";

/** How many questions may wait: more come only from somebody who wants to keep others waiting. */
const MOST_WAITING = 256;

/** Asks the search thread. It starts with the first question, and anew after it has failed. */
export interface AskSearch {
  ask<Method extends SearchMethod>(
    method: Method,
    ...parameters: Required<Parameters<Store[Method]>>
  ): ReturnType<Store[Method]>;
  close(): Promise<void>;
}

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

interface Thread {
  worker: Worker;
  waiting: Map<number, Waiting>;
  ended: Promise<void>;
}

/** See `AskSearch`; for the archive at `path`. `onFailure` is told what else than an answer came of a question. */
export function askingSearch(
  path: string,
  readOnly: boolean,
  onFailure: (error: unknown) => void = () => {},
): AskSearch {
  let thread: Thread | null = null;
  let closed = false;
  let asked = 0;

  function running(): Thread {
    if (thread) return thread;
    const onEnd = () => {
      if (thread === started) thread = null;
    };
    const started = startThread({ path, readOnly }, { onEnd, isClosing: () => closed });
    thread = started;
    return started;
  }

  function ask(method: SearchMethod, ...parameters: unknown[]): Promise<unknown> {
    if (closed) return Promise.reject(unavailable("the archive has been closed"));
    const { worker, waiting } = running();
    if (waiting.size >= MOST_WAITING) return Promise.reject(unavailable("too many searches wait"));
    return new Promise((resolve, refuse) => {
      const number = ++asked;
      const reject = (error: unknown) => {
        onFailure(error);
        refuse(error);
      };
      waiting.set(number, { resolve, reject });
      worker.ref();
      worker.postMessage({ number, method, parameters } as { number: number } & SearchQuestion);
    });
  }

  return {
    ask: ask as AskSearch["ask"],
    close: async () => {
      const last = thread;
      closed = true;
      thread = null;
      last?.worker.ref();
      last?.worker.postMessage(null satisfies ToWorker);
      await last?.ended;
    },
  };
}

/** `isClosing`: whether somebody waits for the thread to end. */
function startThread(
  data: SearchWorkerData,
  { onEnd, isClosing }: { onEnd: () => void; isClosing: () => boolean },
): Thread {
  const worker = new Worker(new URL("./search-worker.js", import.meta.url), { workerData: data });
  const waiting = new Map<number, Waiting>();
  let failure: unknown = "it was closed";
  // A store that nobody closed must not keep the process.
  worker.unref();
  const answers = oneInATurn((message: FromWorker) => {
    settle(waiting, message);
    if (waiting.size === 0 && !isClosing()) worker.unref();
  });
  worker.on("message", answers.take);
  worker.on("error", (error) => {
    failure = error;
  });
  const ended = new Promise<void>((resolve) => {
    worker.on("exit", () => {
      onEnd();
      answers.finish();
      for (const { reject } of waiting.values()) reject(failed(failure));
      resolve();
    });
  });
  return { worker, waiting, ended };
}

function settle(waiting: Map<number, Waiting>, message: FromWorker): void {
  const asker = waiting.get(message.number);
  waiting.delete(message.number);
  if ("result" in message) asker?.resolve(message.result);
  else {
    const { code, message: words, fault } = message.refused;
    asker?.reject(new DatelineError(code, words, { fault }));
  }
}

function failed(cause: unknown): unknown {
  // Opening the archive fails with its own error, of which only the words come through.
  const words = cause instanceof Error ? cause.message : String(cause);
  return new DatelineError("unavailable", `the search has stopped: ${words}`, { cause });
}

function unavailable(message: string): DatelineError {
  return new DatelineError("unavailable", message);
}
