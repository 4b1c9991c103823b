import type { RequestHandler } from "express";
import { robotsText } from "../../formats/sitemap.ts";
import type { Site } from "../../pages/site.ts";
import { readQuery } from "../read-query.ts";
import { CONTENT_TYPES } from "../show.ts";

export function robotsRoute(site: Site): RequestHandler {
  return (request, response) => {
    readQuery(request.url, []);
    response.set({ "Content-Type": CONTENT_TYPES.txt, "Cache-Control": "no-cache" });
    response.send(robotsText(site.url));
  };
}
