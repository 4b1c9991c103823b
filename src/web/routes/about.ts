import { aboutJson, aboutText } from "../../formats/about.ts";
import { jsonText } from "../../formats/json-text.ts";
import { aboutPage } from "../../pages/about-page.ts";
import type { Page } from "../resource.ts";
import { namesOf } from "./names-of.ts";

export const about: Page = async ({ store, site, summary }) => {
  const names = await namesOf(store);
  return {
    changedAt: summary.changedAt,
    html: () => ({ name: "about", page: aboutPage(site, { summary, names }) }),
    data: {
      json: () => jsonText(aboutJson(site, summary, names)),
      txt: () => aboutText(site, summary, names),
    },
  };
};
