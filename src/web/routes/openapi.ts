import type { RequestHandler } from "express";
import { contentType } from "../../data-formats.ts";
import { jsonText } from "../../formats/json-text.ts";
import { openApi } from "../../formats/openapi.ts";
import type { Site } from "../../pages/site.ts";
import { readQuery } from "../read-query.ts";
import { openToAll } from "../show.ts";

/** `/openapi.json`: the data of the site as machines are told of them. */
export function openApiRoute(site: Site): RequestHandler {
  const description = jsonText(openApi(site));
  return (request, response) => {
    readQuery(request.url, []);
    openToAll(response);
    response.set({ "Content-Type": contentType("json"), "Cache-Control": "no-cache" });
    response.send(Buffer.from(description));
  };
}
