import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { Api } from "../support/api.js";
import { launch, openPage } from "../support/browser.js";
import { test } from "../support/clinic.js";

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

/** The tests of a file share the app. */
const originOf = async ({ app }: Api): Promise<string> =>
  app.server.listening ? app.listeningOrigin : app.listen({ port: 0, host: "127.0.0.1" });

describe("the page of the REST endpoints", () => {
  test("shows all of them without the network, and runs a read and a change", async ({
    api,
    clinic,
  }) => {
    const { id } = await clinic.doctor();
    const origin = await originOf(api);
    const { page, faults } = await openPage(browser, origin);
    await page.goto(`${origin}/redoc`);
    expect(new URL(page.url()).pathname).toMatch(/^\/docs/);
    await page.locator(".opblock").nth(13).waitFor();
    expect(await page.locator(".opblock").count()).toBe(14);

    /** Opens an operation, fills in what it takes, and returns the status and body it is answered with. */
    const tryOut = async (operation: string, fill: (block: Locator) => Promise<void>) => {
      const block = page.locator(`#operations-${operation}`);
      await block.locator(".opblock-summary-control").click();
      await fill(block);
      await block.getByRole("button", { name: "Execute" }).click();
      const live = block.locator(".live-responses-table");
      return {
        status: await live.locator(".response-col_status").last().innerText(),
        body: await live.locator(".response-col_description pre").first().innerText(),
      };
    };
    const read = await tryOut("doctors-getDoctorsDoctorId", (block) =>
      block.locator("input[placeholder=doctor_id]").fill(String(id)),
    );
    expect(read.status).toContain("200");
    expect(JSON.parse(read.body)).toMatchObject({ id, specialty: clinic.tag });

    const email = clinic.email();
    const created = await tryOut("patients-postPatients", (block) =>
      block.locator("textarea").fill(
        JSON.stringify({
          first_name: "Ada",
          last_name: clinic.tag,
          email,
          phone_number: "1",
        }),
      ),
    );
    expect(created.status).toContain("201");
    expect(JSON.parse(created.body)).toMatchObject({ email });
    expect(faults).toEqual([]);
  });

  test("fits on a phone, with the operation and the answer below each other", async ({
    api,
    clinic,
  }) => {
    const { id } = await clinic.doctor();
    const origin = await originOf(api);
    const { page } = await openPage(browser, origin);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${origin}/docs#/doctors/getDoctorsDoctorId`);
    const block = page.locator("#operations-doctors-getDoctorsDoctorId");
    await block.locator("input[placeholder=doctor_id]").fill(String(id));
    await block.getByRole("button", { name: "Execute" }).click();
    const answer = block.locator(".live-responses-table .response-col_description pre").first();
    await answer.waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    expect((await answer.boundingBox())?.width).toBeGreaterThan(320);
  });
});
