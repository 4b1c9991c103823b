import type { AddressList } from "./clients/address-list.ts";
import { clientAddress } from "./clients/client-address.ts";
import { type Facts, writeLog } from "./site-log.ts";
import type { Answered } from "./web/observed.ts";
import { requestId } from "./web/request-id.ts";

/** `off`: nothing; `on`: what was asked for, without what readers looked for and who they are; `full`: that, too. */
export type AccessLog = "off" | "on" | "full";

/** Writes a line for each answer; `null` where none is wanted. */
export function accessLog(
  kind: AccessLog,
  trusted: AddressList,
): ((answered: Answered) => void) | null {
  if (kind === "off") return null;
  return (answered) => {
    const { request, status, milliseconds, isWhole, wasKept } = answered;
    const [path = "", query] = (request.url ?? "").split(/\?(.*)/s);
    const asked: Facts = {
      request: requestId(request, trusted),
      method: request.method ?? "",
      path,
    };
    const came: Facts = {
      status,
      ms: Math.round(milliseconds * 100) / 100,
      kept: wasKept,
      whole: isWhole,
    };
    const reader: Facts =
      kind === "full" ? { query: query ?? null, address: clientAddress(request, trusted) } : {};
    writeLog("info", `${request.method} ${path} ${status}`, { ...asked, ...came, ...reader });
  };
}
