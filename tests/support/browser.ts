import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

/** A page in a real browser that can reach only one server, and the faults on it. */
export interface BrowserPage {
  page: Page;
  /** Errors on the console and of scripts, violations of the security policy, requests to other origins. */
  faults: string[];
}

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** Starts the browser that scripts/test-browser.mjs has found. */
export function launch(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"];
  if (!executablePath) throw new Error("Run the browser tests with `npm run test:browser`.");
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Opens a page in its own profile; requests to any origin but `origin` are blocked and count as faults. */
export async function openPage(
  browser: Browser,
  origin: string,
  options?: BrowserContextOptions,
): Promise<BrowserPage> {
  const viewport = { width: 1280, height: 900 };
  const context = await browser.newContext({ viewport, ...options });
  const faults: string[] = [];
  await context.route("**", async (route) => {
    const url = route.request().url();
    if (new URL(url).origin === origin) return route.continue();
    faults.push(`asked for ${url}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  return { page, faults };
}
