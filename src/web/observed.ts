import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** A request that was answered, or broke off. */
export interface Answered {
  request: IncomingMessage;
  status: number;
  /** From the request's arrival to the end of its answer. */
  milliseconds: number;
  /** Whether the answer was taken whole by the system; otherwise the reader left. */
  isWhole: boolean;
  /** Whether it was a finished answer from memory. */
  wasKept: boolean;
}

/** The same listener, that tells of every answer. `wasKept` says what came from memory. */
export function observed(
  listener: RequestListener,
  wasKept: (response: ServerResponse) => boolean,
  onAnswered: (answered: Answered) => void,
): RequestListener {
  return (request, response) => {
    const began = performance.now();
    response.once("close", () => {
      onAnswered({
        request,
        status: response.statusCode,
        milliseconds: performance.now() - began,
        isWhole: response.writableFinished,
        wasKept: wasKept(response),
      });
    });
    listener(request, response);
  };
}
