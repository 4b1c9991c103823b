import { loadPages } from "./page-table.ts";

/**
 * Loads what otherwise waits until it is first asked for, so that the program that serves is whole in memory: an update that replaces its
 * files then changes nothing of it until it is started anew. Fulfilled with nothing; what cannot be loaded is told when it is asked for.
 */
export async function loadRest(): Promise<void> {
  await Promise.allSettled([
    loadPages(),
    import("./rare-answers.ts"),
    import("./answers/send-stream.ts"),
    import("./routes/feeds/read-feed.ts"),
    import("./routes/feeds/read-before.ts"),
    import("../formats/feeds/atom.ts"),
    import("../formats/feeds/rss.ts"),
    import("../formats/feeds/json-feed.ts"),
  ]);
}
