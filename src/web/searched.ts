import { DatelineError } from "../errors.ts";
import { PageProblem } from "./page-problem.ts";
import type { ListAsked } from "./read-filter.ts";

/** What `work` finds. Where words are looked for and the archive gives up in time, a 503 that keeps what was typed. */
export async function searched<Found>(
  { query, typed }: ListAsked,
  work: () => Promise<Found>,
): Promise<Found> {
  try {
    return await work();
  } catch (error) {
    const gaveUp = error instanceof DatelineError && error.code === "unavailable";
    if (query === null || !gaveUp || error instanceof PageProblem) throw error;
    throw new PageProblem(
      {
        status: 503,
        title: "This search could not be finished in time",
        explanation:
          "Please try again in a moment, or ask for less at once: a shorter period, or longer words.",
        faults: [],
        links: [],
      },
      { typed },
    );
  }
}
