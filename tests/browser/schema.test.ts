import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { launch, openPage } from "../support/browser.js";
import { test } from "../support/clinic.js";

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

describe("the page of the schema", () => {
  test("finds types, fields and codes, and leads to them from the picture, without the network", async ({
    api,
  }) => {
    const origin = await api.app.listen({ port: 0, host: "127.0.0.1" });
    const { page, faults } = await openPage(browser, origin);
    await page.goto(`${origin}/schema`);
    expect(await page.locator(".rules tbody tr").count()).toBe(32);

    await page.keyboard.press("/");
    await page.keyboard.type("slot");
    const shown = page.locator("nav li:visible");
    expect(await shown.allInnerTexts()).toEqual([
      "SLOT_TAKEN",
      "SLOT_HELD",
      "Schedule",
      "PublishScheduleInput",
      "UserErrorCode",
      "SlotTakenError",
      "SlotHeldError",
    ]);
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#SLOT_TAKEN");
    await page.keyboard.press("Escape");
    await page.locator("#filter").fill("nonsense");
    expect(await page.getByText("Nothing is called that.").isVisible()).toBe(true);

    await page.locator('svg.graph a[*|href="#Appointment"]').click();
    expect(await page.locator("article#Appointment").isVisible()).toBe(true);
    expect(new URL(page.url()).hash).toBe("#Appointment");

    // The style of the page is in force: its contents stay where they are.
    expect(await page.locator("nav").boundingBox()).toMatchObject({ x: 0, y: 0 });
    const download = await page.goto(`${origin}/schema.json`);
    expect(download?.status()).toBe(200);
    expect(faults).toEqual([]);
  });
});
