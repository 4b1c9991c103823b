import type { RequestHandler } from "express";
import { contentType } from "../../data-formats.ts";
import { DatelineError } from "../../errors.ts";
import type { Store } from "../../store/store.ts";
import { readQuery } from "../read-query.ts";

/** Whether the archive can be read: 200 with its counts, or 503 with the reason, for whoever watches over the site. */
export function healthRoute(store: Store): RequestHandler {
  return async (request, response) => {
    readQuery(request.url, []);
    const { status, body } = await healthOf(store);
    response
      .status(status)
      .set({ "Content-Type": contentType("json"), "Cache-Control": "no-store" });
    response.send(`${JSON.stringify(body)}\n`);
  };
}

async function healthOf(store: Store): Promise<{ status: 200 | 503; body: object }> {
  try {
    const { total, generation } = await store.summary();
    return { status: 200, body: { status: "ok", statements: total, generation } };
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return { status: 503, body: { status: "unavailable", reason: error.message } };
  }
}
