import type { RequestHandler } from "express";
import { contentType } from "../../data-formats.ts";
import { DatelineError } from "../../errors.ts";
import type { Store } from "../../store/store.ts";
import { readQuery } from "../read-query.ts";

/** Whether readers may be sent here: 200, or 503 where the archive cannot be read or the program is about to stop. */
export function readyRoute(store: Store, isStopping: () => boolean): RequestHandler {
  return async (request, response) => {
    readQuery(request.url, []);
    const status = isStopping() ? "stopping" : await readiness(store);
    response
      .status(status === "ready" ? 200 : 503)
      .set({ "Content-Type": contentType("json"), "Cache-Control": "no-store" });
    response.send(`${JSON.stringify({ status })}\n`);
  };
}

async function readiness(store: Store): Promise<"ready" | "unavailable"> {
  try {
    await store.summary();
    return "ready";
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return "unavailable";
  }
}
