import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedIfEmpty } from "../../prisma/seed.js";
import { openDatabase } from "../../src/db/database.js";
import { openExplainer } from "../../src/db/explainer.js";
import { ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { openApi } from "../support/api.js";
import { launch, openPage, type BrowserPage } from "../support/browser.js";
import { withScratchDatabase } from "../support/scratch-database.js";

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

/** Serves the demo clinic from a database of its own, and opens a page, while the work is done. */
async function withDemoClinic(
  work: (origin: string, browserPage: BrowserPage) => Promise<void>,
): Promise<void> {
  await withScratchDatabase(async (url) => {
    await ensureSchema(url);
    await seedIfEmpty(url);
    const db = openDatabase(url);
    const explainer = openExplainer(url);
    const api = await openApi({ db, explainer });
    try {
      const origin = await api.app.listen({ port: 0, host: "127.0.0.1" });
      const browserPage = await openPage(browser, origin);
      await work(origin, browserPage);
      // First the page: the server waits for connections that a browser has opened and not used yet.
      await browserPage.page.context().close();
    } finally {
      await api.close();
      await explainer.close();
      await db.close();
    }
  });
}

interface Answer {
  data?: Record<string, { userErrors?: { code: string }[] } | null> | null;
  errors?: { extensions: { code: string } }[];
  extensions?: { cost: Record<string, unknown> };
}

/** Chooses an example, runs it, and returns what the response pane shows. */
async function run(page: Page, name: string): Promise<Answer> {
  await page
    .locator(".example")
    .filter({ has: page.getByText(name, { exact: true }) })
    .click();
  await page.locator(".graphiql-tab-active", { hasText: name }).waitFor();
  // GraphiQL reads the name of the operation 100 ms after the last change of the editor.
  await page.waitForTimeout(250);
  const answered = page.waitForResponse((response) => response.url().endsWith("/graphql"));
  await page.locator(".graphiql-execute-button").click();
  const text = await (await answered).text();
  const shown = page.locator(".result-window .CodeMirror-code");
  const parts = ['"extensions"', '"errors"', '"data"'];
  const first = parts.find((part) => text.includes(part)) ?? "";
  await shown.getByText(first).first().waitFor();
  return JSON.parse(text) as Answer;
}

const codesOf = ({ data, errors }: Answer): string[] => [
  ...(errors ?? []).map(({ extensions }) => extensions.code),
  ...Object.values(data ?? {})
    .flatMap((payload) => payload?.userErrors ?? [])
    .map(({ code }) => code),
];

describe("the explorer of this server", () => {
  it("opens the operation to which a REST response links, and runs it on a click", async () => {
    await withDemoClinic(async (origin, { page, faults }) => {
      const { headers } = await fetch(`${origin}/patients/1`);
      const [, search = ""] = /^<\/graphql(\?[^>]+)>/.exec(headers.get("link") ?? "") ?? [];
      await page.goto(`${origin}/graphiql${search}`);
      await page.locator(".graphiql-tab-active", { hasText: "RestReadPatient" }).waitFor();
      const answered = page.waitForResponse(
        (response) =>
          response.url().endsWith("/graphql") &&
          (response.request().postData() ?? "").includes("RestReadPatient"),
      );
      await page.locator(".graphiql-execute-button").click();
      const answer: unknown = await (await answered).json();
      expect(answer).toMatchObject({ data: { patient: { databaseId: 1 } } });
      expect(faults).toEqual([]);
    });
  });

  it("runs every example, without the network and without messages on the console", async () => {
    await withDemoClinic(async (origin, { page, faults }) => {
      await page.goto(`${origin}/graphiql`);
      await page.locator(".example").first().waitFor();
      const names = await page.locator(".example strong").allInnerTexts();
      expect(names).toHaveLength(14 + 23 + 16);
      for (const name of names) {
        const answer = await run(page, name);
        const codes = codesOf(answer);
        if (!name.startsWith("Refused")) {
          expect(codes, name).toEqual([]);
          expect(Object.values(answer.data ?? {}).every(Boolean), name).toBe(true);
          continue;
        }
        expect(codes, name).not.toEqual([]);
        // The example says which refusals it shows.
        const example = page
          .locator(".example")
          .filter({ has: page.getByText(name, { exact: true }) });
        const said = (await example.locator("span").innerText()).match(
          /[A-Z]+(_[A-Z]+)+|REQUIRED/g,
        );
        if (said) expect(new Set(codes), name).toEqual(new Set(said));
      }
      // The browser itself notes the status of the only one that is malformed.
      expect(faults).toEqual([expect.stringMatching(/status of 400 \(Bad Request\)/)]);
    });
  });

  it("completes input, shows the documentation, and has a history", async () => {
    await withDemoClinic(async (origin, { page, faults }) => {
      await page.goto(`${origin}/graphiql`);
      await page.locator(".example").first().waitFor();
      await page.locator(".graphiql-query-editor .CodeMirror").click();
      await page.keyboard.press("Control+A");
      await page.keyboard.type("{ doc");
      await page.keyboard.press("Control+Space");
      await page.locator(".CodeMirror-hints", { hasText: "doctors" }).waitFor();
      await page.keyboard.press("Escape");
      await run(page, "Doctors");
      await page.getByRole("button", { name: "Show History" }).click();
      await page.locator(".graphiql-history-item", { hasText: "Doctors" }).waitFor();
      await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
      await page.getByText("root types", { exact: false }).first().waitFor();
      expect(faults).toEqual([]);
    });
  });

  it("fits on a phone: examples, editors and answer below each other", async () => {
    await withDemoClinic(async (origin, { page, faults }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`${origin}/graphiql`);
      await page.locator(".example").first().waitFor();
      expect((await run(page, "BookAppointment")).data).toBeTruthy();
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
      const tops: number[] = [];
      for (const part of ["plugin", "query-editor", "editor-tools", "response"]) {
        const box = await page.locator(`.graphiql-${part}`).boundingBox();
        expect(box?.width, part).toBeGreaterThan(330);
        tops.push(box?.y ?? NaN);
      }
      expect(tops).toEqual([...tops].sort((one, other) => one - other));
      expect(faults).toEqual([]);
    });
  });

  it("shows the cost of an operation, also in a dry run", async () => {
    await withDemoClinic(async (origin, { page, faults }) => {
      await page.goto(`${origin}/graphiql`);
      await page.getByLabel("Run it and show its cost").check();
      const { extensions } = await run(page, "Doctors");
      expect(extensions?.cost).toMatchObject({ statements: 4 });
      await page.locator(".result-window", { hasText: "databaseMilliseconds" }).waitFor();
      await page.getByLabel("Only show its SQL (dry run)").check();
      const dry = await run(page, "BookAppointment");
      expect(dry.data).toBeNull();
      expect(dry.extensions?.cost["sql"]).toContain("COMMIT");
      expect(faults).toEqual([]);
    });
  });
});

describe("the first page", () => {
  it("leads to the explorer", async () => {
    await withDemoClinic(async (origin, { page, faults }) => {
      await page.goto(origin);
      await page.getByRole("link", { name: "Explore the graph" }).click();
      await page.locator(".example").first().waitFor();
      expect(faults).toEqual([]);
    });
  });
});

describe("GET /graphql", () => {
  it("is the landing page, loads nothing from other servers, fits on a phone, and links to the explorer", async () => {
    await withDemoClinic(async (origin, { page, faults }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`${origin}/graphql`);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
      await page.getByRole("link", { name: "Explore the graph" }).click();
      await page.locator(".example").first().waitFor();
      expect(faults).toEqual([]);
    });
  });

  it("links to Apollo Sandbox for this server, with an operation to start with", async () => {
    await withDemoClinic(async (origin, { page }) => {
      await page.goto(`${origin}/graphql`);
      const link = await page.getByRole("link", { name: "Apollo Sandbox" }).getAttribute("href");
      const url = new URL(link ?? "");
      expect(url.origin + url.pathname).toBe("https://studio.apollographql.com/sandbox/explorer");
      const { endpoint, document, variables, headers } = Object.fromEntries(url.searchParams);
      expect(endpoint).toBe(`${origin}/graphql`);
      expect(JSON.parse(headers ?? "")).toEqual({ "x-explain-cost": "true" });
      const data = { query: document, variables: JSON.parse(variables ?? "") as object };
      const answer = await page.request.post(endpoint ?? "", { data });
      expect(await answer.json()).toMatchObject({
        data: { patient: { fullName: "Maria Lopez" } },
      });
    });
  });
});
