import type { DataFormat } from "../../data-formats.ts";
import { developersPage } from "../../pages/developers-page.ts";
import type { Page } from "../resource.ts";
import { home } from "./home.ts";

/** How programs read the archive. It is about data, and has none of its own. */
export const developers: Page = async (asked) => {
  const list = await home(asked);
  const formats = "data" in list ? (Object.keys(list.data) as DataFormat[]) : [];
  return {
    changedAt: null,
    html: () => ({ name: "developers", page: developersPage(asked.site, asked.summary, formats) }),
    data: {},
  };
};
