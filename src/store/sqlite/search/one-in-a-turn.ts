/** Gives on what it takes in, in order: one thing in each turn of the event loop. */
export interface OneInATurn<Item> {
  take(item: Item): void;
  /** Gives on all that waits, now. */
  finish(): void;
}

/**
 * For answers from another thread: what comes together is delivered together, and each answer has a page made of it at once. `give`
 * gets the first at once, and each further one when the program has done what else came in.
 */
export function oneInATurn<Item>(give: (item: Item) => void): OneInATurn<Item> {
  const waiting: Item[] = [];
  let given = false;

  function next(): void {
    given = waiting.length > 0;
    if (!given) return;
    setImmediate(next);
    give(waiting.shift() as Item);
  }

  return {
    take: (item) => {
      waiting.push(item);
      if (!given) next();
    },
    finish: () => {
      for (const item of waiting.splice(0)) give(item);
    },
  };
}
