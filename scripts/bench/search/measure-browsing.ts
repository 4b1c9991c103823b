import { reopeningStore } from "../../../src/reopening-store.ts";
import { createApp } from "../../../src/web/app.ts";
import { seededRandom } from "../corpus/random.ts";
import type { Result } from "../figures.ts";
import { median, percentile } from "../measure/statistics.ts";
import type { Trial } from "../trial.ts";
import { timeApp } from "./ask-app.ts";
import { browseAddresses } from "./browse-addresses.ts";

const PAGES = 300;
/** So many pages of each kind come first, untimed: the compiler needs to have seen them. */
const WARMING = 100;

const SITE = {
  url: "http://statements.example.org",
  title: "Bench",
  contact: null,
  rights: null,
  language: "en",
};

/** Milliseconds that the site's handler takes for pages of each kind, none of them kept. */
export async function measureBrowsing({ archive }: Trial): Promise<Result[]> {
  const store = reopeningStore(archive);
  const app = createApp(store, SITE, { log: () => {}, answerBytes: 0 });
  const results: Result[] = [];
  try {
    const addresses = browseAddresses(seededRandom(3), WARMING + PAGES);
    for (const [kind, of] of Object.entries(addresses)) {
      const times: number[] = [];
      for (const address of of) times.push(await timeApp(app, address));
      const timed = times.slice(WARMING);
      const behind = `median ${median(timed).toFixed(2)} ms of ${timed.length}`;
      results.push({ figure: "browse", of: kind, value: percentile(timed, 0.99), behind });
    }
    return results;
  } finally {
    await store.close();
  }
}
