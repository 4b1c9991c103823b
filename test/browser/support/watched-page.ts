import type { BrowserContext, Page, Response } from "playwright-core";

/** A page, and what it did that no page of ours should do. */
export interface WatchedPage {
  page: Page;
  /** Console errors and warnings, errors thrown, dialogs, and requests to another host, in words. */
  faults: string[];
  /** Opens a path of the site and waits until everything is loaded. Throws where another status than that comes. */
  open(path: string, expected?: number): Promise<Response>;
}

export async function watchedPage(context: BrowserContext, url: string): Promise<WatchedPage> {
  const page = await context.newPage();
  const faults: string[] = [];
  let status = 0;
  page.on("console", (message) => {
    // Chromium notes every page whose status is 400 or more; that status is what the test expects.
    const ownStatus = status >= 400 && message.location().url === page.url();
    if (["error", "warning"].includes(message.type()) && !ownStatus) {
      faults.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("dialog", async (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(`${url}/`)) faults.push(`request: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.request().isNavigationRequest()) status = response.status();
  });
  const open = async (path: string, expected?: number) => {
    const response = await page.goto(url + path, { waitUntil: "load" });
    if (response === null) throw new Error(`no response to ${path}`);
    if (expected !== undefined && response.status() !== expected) {
      throw new Error(`${path}: expected status ${expected}, not ${response.status()}`);
    }
    return response;
  };
  return { page, faults, open };
}
