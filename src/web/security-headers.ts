import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

const YEAR = 365 * 24 * 60 * 60;
const UNUSED = [
  "accelerometer",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "usb",
];
const PERMISSIONS = UNUSED.map((feature) => `${feature}=()`).join(", ");

/**
 * Headers of every answer: only the site's own styles, pictures and script load, its forms lead nowhere else, nothing
 * else runs, and nobody frames it. `secure`: readers reach the site by TLS, and are told to keep to it for a year.
 */
export function securityHeaders(secure: boolean): Record<string, string> {
  const headers: Record<string, string> = { "Permissions-Policy": PERMISSIONS };
  const recorder = {
    setHeader: (name: string, value: string) => {
      headers[name] = value;
    },
    removeHeader: () => {},
  };
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure && { maxAge: YEAR, includeSubDomains: false },
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    xFrameOptions: { action: "deny" },
  });
  // They are the same for every request, so they are asked for once.
  set({} as IncomingMessage, recorder as unknown as ServerResponse, (error) => {
    if (error) throw error;
  });
  return headers;
}
