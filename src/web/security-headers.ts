import type { RequestHandler } from "express";
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
 * Headers of every answer: only the site's own styles and pictures load, its forms lead nowhere else, nothing runs, and
 * nobody frames it. `secure`: readers reach the site by TLS, and are told to keep to it for a year.
 */
export function securityHeaders(secure: boolean): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
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
    }),
    (_request, response, next) => {
      response.setHeader("Permissions-Policy", PERMISSIONS);
      next();
    },
  ];
}
