import type { AboutPage } from "./about-page.ts";
import type { ChangesPage } from "./changes-page.ts";
import type { CheckPage } from "./check-page.ts";
import type { ComparisonPage } from "./comparison-page.ts";
import type { DayPage } from "./day-page.ts";
import type { DevelopersPage } from "./developers-page.ts";
import type { DownloadPage } from "./download-page.ts";
import type { ErrorPage } from "./error-page.ts";
import type { ExportedSearchPage } from "./exported-search-page.ts";
import type { HomePage } from "./home-page.ts";
import type { MonthPage } from "./month-page.ts";
import type { ProofPage } from "./proof-page.ts";
import type { StatementListPage } from "./statement-list-page.ts";
import type { StatementPage } from "./statement-page.ts";
import type { StatementProofPage } from "./statement-proof-page.ts";
import type { YearPage } from "./year-page.ts";

/**
 * Each template of `views/` with the model that it prints. Every model has a `layout` (see `Layout`).
 *
 * A template is compiled with `strict`, which switches `with` off, and sees one name: `page`, its model. A part is
 * included with a name for what it prints, `include("parts/date-form", { dateForm: page.dateForm })`, and reads
 * `page.dateForm`. `layout.ejs` is printed last: its `page` is a `LayoutView`.
 */
export interface Views {
  home: HomePage;
  "statement-list": StatementListPage;
  year: YearPage;
  month: MonthPage;
  day: DayPage;
  statement: StatementPage;
  comparison: ComparisonPage;
  changes: ChangesPage;
  check: CheckPage;
  about: AboutPage;
  developers: DevelopersPage;
  download: DownloadPage;
  proof: ProofPage;
  "statement-proof": StatementProofPage;
  error: ErrorPage;
  "exported-search": ExportedSearchPage;
}

export type ViewName = keyof Views;
