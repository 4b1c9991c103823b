/** So many in one turn of the event loop: each takes about a tenth of a millisecond. */
const AT_ONCE = 50;

/** What runs jobs in the order in which they came, some in each turn of the event loop, so that thousands at once keep nobody else waiting. */
export function paced(): (job: () => void) => void {
  let waiting: (() => void)[] = [];
  let isGoingOn = false;

  function next(): void {
    const now = waiting.slice(0, AT_ONCE);
    waiting = waiting.slice(AT_ONCE);
    for (const job of now) job();
    isGoingOn = waiting.length > 0;
    if (isGoingOn) setImmediate(next);
  }

  return (job) => {
    waiting.push(job);
    if (!isGoingOn) setImmediate(next);
    isGoingOn = true;
  };
}
