import type { RequestHandler } from "express";
import { contentType } from "../../data-formats.ts";
import { securityText } from "../../formats/security-text.ts";
import type { Site } from "../../pages/site.ts";
import { readQuery } from "../read-query.ts";
import { noSuchPage } from "./path-period.ts";

/** `/.well-known/security.txt`, where the publisher has said whom to tell. */
export function securityTextRoute({ securityContact, url }: Site): RequestHandler {
  return (request, response) => {
    readQuery(request.url, []);
    if (!securityContact) throw noSuchPage();
    response.set({ "Content-Type": contentType("txt"), "Cache-Control": "no-cache" });
    response.send(securityText(securityContact, url, new Date()));
  };
}
