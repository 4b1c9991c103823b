import type { RequestHandler } from "express";
import { contentType } from "../../data-formats.ts";
import { robotsText } from "../../formats/sitemap.ts";
import type { Site } from "../../pages/site.ts";
import { readQuery } from "../read-query.ts";

export function robotsRoute(site: Site): RequestHandler {
  return (request, response) => {
    readQuery(request.url, []);
    response.set({ "Content-Type": contentType("txt"), "Cache-Control": "no-cache" });
    response.send(robotsText(site.url));
  };
}
