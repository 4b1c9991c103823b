import { DatelineError } from "../../../errors.ts";
import type { OaiFault } from "../../../formats/oai/oai-response.ts";

/** A request that the protocol answers with errors (OAI-PMH 2.0, 3.6). */
export class OaiProblem extends DatelineError {
  readonly faults: readonly OaiFault[];

  constructor(faults: readonly OaiFault[]) {
    super("bad-request", faults.map(({ message }) => message).join(" "));
    this.faults = faults;
  }

  /** Whether the arguments themselves are at fault: then they are not repeated (3.2). */
  get ofArguments(): boolean {
    return this.faults.some(({ code }) => code === "badVerb" || code === "badArgument");
  }
}

export function oaiProblem(code: OaiFault["code"], message: string): OaiProblem {
  return new OaiProblem([{ code, message }]);
}
