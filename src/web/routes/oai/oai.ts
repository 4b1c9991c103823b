import express, { type RequestHandler } from "express";
import { oaiErrors, oaiResponse } from "../../../formats/oai/oai-response.ts";
import type { Site } from "../../../pages/site.ts";
import type { Store } from "../../../store/store.ts";
import { inOneState } from "../../one-state.ts";
import { PageProblem } from "../../page-problem.ts";
import { queryOf } from "../../read-query.ts";
import { openToAll } from "../../show.ts";
import { answerOai } from "./answer-oai.ts";
import { OaiProblem } from "./oai-problem.ts";
import { readArguments } from "./read-arguments.ts";

/** Arguments in the body of a POST, at most: many times what any request needs. */
const LONGEST_FORM = "16kb";

const FORM = "application/x-www-form-urlencoded";

const readText = express.text({ type: FORM, limit: LONGEST_FORM });

/** Reads the form of a POST as text; of another type there is none. */
export const oaiForm: RequestHandler = (request, response, next) => {
  readText(request, response, (error?: unknown) => next(error && unreadable()));
};

/** `/oai`: OAI-PMH 2.0, by GET and by POST. Its errors are answers with 200 (3.1.2); an archive that cannot be read is a 503. */
export function oaiRoute(store: Store, site: Site): RequestHandler {
  return async (request, response) => {
    const { body } = request;
    const form =
      request.method === "POST" ? (typeof body === "string" ? body : "") : queryOf(request.url);
    const answer = await inOneState(store, () => oaiAnswer(store, site, form));
    openToAll(response);
    response.set({ "Content-Type": "text/xml; charset=utf-8", "Cache-Control": "no-store" });
    response.send(answer);
  };
}

async function oaiAnswer(store: Store, site: Site, form: string): Promise<string> {
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  let given = {};
  try {
    const asked = readArguments(form);
    given = asked.given;
    return oaiResponse(site.url, at, given, [await answerOai(store, site, asked)]);
  } catch (error) {
    if (!(error instanceof OaiProblem)) throw error;
    return oaiResponse(site.url, at, error.ofArguments ? {} : given, oaiErrors(error.faults));
  }
}

function unreadable(): PageProblem {
  return new PageProblem(
    {
      status: 400,
      title: "The form could not be read",
      explanation: `It has the arguments of the request as ${FORM}, in at most 16 kB.`,
      faults: [],
      links: [],
    },
    { headers: { Connection: "close" } },
  );
}
