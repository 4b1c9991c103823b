/** A page to be tried, by the name that a failure shows. */
export interface TrialPage {
  name: string;
  path: string;
  status: number;
}

interface Line {
  id: string;
  permalink: string;
}

/** One page of every kind, and those that hold difficult texts, of the trial archive served at `url`. */
export async function trialPages(url: string, removedId: string): Promise<TrialPage[]> {
  const revised = await onlyLine(url, "2023-02-21");
  const statements = await Promise.all(
    STATEMENTS.map(async ([name, day]) => page(name, (await onlyLine(url, day)).permalink)),
  );
  return [
    ...PAGES,
    ...statements,
    page("statement with two wordings", revised.permalink),
    page("statement opened from a search", `${revised.permalink}?q=harbour&from=2023`),
    page("statement with a passage marked", `${revised.permalink}?quote=from+Monday`),
    page("statement without the passage", `${revised.permalink}?quote=from+Tuesday`),
    page("quotation word for word", "/check?quote=The+old+bridge+is+closed"),
    page("quotation altered", "/check?quote=The+old+bridge+is+open+to+lorries"),
    page("quotation that is nowhere", "/check?quote=Nobody+ever+said+so"),
    page("earlier wording", `/s/${revised.id}@1`),
    page("comparison", `/s/${revised.id}/compare?from=1&to=2`),
    page("statement that was taken away", `/s/${removedId}`, 410),
    page("proof of a wording", `${revised.permalink.replace(/^.*-/, "/s/")}@1/proof`),
  ];
}

/** The statement of that day; of several, the newest. */
export async function onlyLine(url: string, day: string): Promise<Line> {
  const response = await fetch(`${url}/statements.json?from=${day}&to=${day}`);
  const { statements } = (await response.json()) as { statements: Line[] };
  const [line] = statements;
  if (line === undefined) throw new Error(`there is no statement on ${day}`);
  return line;
}

function page(name: string, path: string, status = 200): TrialPage {
  return { name, path, status };
}

const PAGES = [
  page("home", "/"),
  page("list", "/statements"),
  page("list of a period and an agency", "/statements?from=2023&to=2023-02&agency=Example+Agency"),
  page("list with nothing in it", "/statements?agency=Nobody&place=Nowhere"),
  page("list of difficult texts", "/statements?from=2023-03&to=2023-03&sort=oldest"),
  page("search", "/statements?q=notice&sort=relevance"),
  page("search of a month", "/statements?q=the+OR+berth+-lorries&from=2023-02&to=2023-02"),
  page("search of right-to-left words", "/statements?q=المكتبة"),
  page("search of Chinese words", "/statements?q=图书馆"),
  page("search of a date", "/statements?q=%222023-02-22"),
  page("search that finds nothing", "/statements?q=bridgge+ferry&from=2024"),
  page("search with a bad date", "/statements?q=ferry+date:2023-02-30", 400),
  page("year", "/2023"),
  page("month", "/2023/02"),
  page("month of difficult texts", "/2023/03"),
  page("day", "/2023/02/22"),
  page("day of a thousand statements", "/2022/05/01"),
  page("month of a thousand statements", "/2022/05"),
  page("empty year", "/1999"),
  page("empty month", "/2023/04"),
  page("empty day", "/2023/02/03"),
  page("first year", "/0001"),
  page("last day", "/9999/12/31"),
  page("about", "/about"),
  page("form for a quotation", "/check"),
  page("proof", "/proof"),
  page("impossible date", "/statements?from=2023-02-30&to=2023-03", 400),
  page("reversed period", "/statements?from=2024&to=2023", 400),
  page("unknown parameter", "/statements?colour=red", 400),
  page("no such page", "/nothing-here", 404),
  page("no such day", "/2023/02/30", 404),
  page("no such statement", "/s/0000000000", 404),
];

const STATEMENTS = [
  ["Markdown statement", "2023-03-01"],
  ["Arabic statement", "2023-03-02"],
  ["Hebrew statement", "2023-03-03"],
  ["Armenian statement", "2023-03-04"],
  ["Chinese statement", "2023-03-05"],
  ["statement with long names", "2023-03-06"],
  ["verse and hard-wrapped lines", "2023-03-07"],
  ["statement of 1789", "1789-07-14"],
] as const;
