import { DatelineError } from "../../errors.ts";
import { checkJson, checkText } from "../../formats/check-json.ts";
import { jsonText } from "../../formats/json-text.ts";
import { checkPage } from "../../pages/check-page.ts";
import { CHECK, checkPath } from "../../permalinks.ts";
import type { QuotationCheck } from "../../statements/quotation-check.ts";
import type { Store } from "../../store/store.ts";
import { isQuotable } from "../../text/find-quotation.ts";
import { QUOTE_PARAMETER } from "../list-parameters.ts";
import { badValues, PageProblem } from "../page-problem.ts";
import type { Page } from "../resource.ts";

/** Whether the archive holds a quotation; without one, the form that asks for it. */
export const check: Page = async ({ store, site, summary, query }) => {
  const typed = query.get(QUOTE_PARAMETER) ?? null;
  const found = typed !== null && isQuotable(typed) ? await checked(store, typed) : null;
  return {
    changedAt: summary.changedAt,
    html: () => ({ name: "check", page: checkPage(site, { summary, typed, check: found }) }),
    data: {
      json: () => jsonText(checkJson(found ?? refused(typed))),
      txt: () => checkText(found ?? refused(typed)),
    },
  };
};

async function checked(store: Store, typed: string): Promise<QuotationCheck> {
  try {
    return await store.checkQuotation(typed);
  } catch (error) {
    if (!(error instanceof DatelineError) || error.code !== "unavailable") throw error;
    throw new PageProblem({
      status: 503,
      title: "This quotation could not be looked up in time",
      explanation:
        "Please try again in a moment, or give more of it: longer words are found sooner than common ones.",
      faults: [],
      links: [{ label: "The same once more", href: checkPath(typed) }],
    });
  }
}

/** There is no answer to no question, and data has no form. */
function refused(typed: string | null): QuotationCheck {
  const title = typed === null ? "“quote” is missing" : "“quote” holds no word";
  const message = `${title}. Give the quotation that is to be checked.`;
  const suggestions = [{ label: "Check a quotation", href: CHECK }];
  throw badValues(title, [{ field: QUOTE_PARAMETER, typed: typed ?? "", message, suggestions }]);
}
