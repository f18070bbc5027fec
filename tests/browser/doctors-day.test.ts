import type { Browser } from "playwright-core";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { createApp } from "../../src/http/app.js";
import { launch, openPage } from "../support/browser.js";
import { test, type Clinic } from "../support/clinic.js";

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

/** A time of a day a week ahead, where this machine is. */
function local(hours: number, minutes = 0): Date {
  const date = new Date();
  date.setDate(date.getDate() + 7);
  date.setHours(hours, minutes, 0, 0);
  return date;
}

const dayOf = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");

/** A doctor who sees somebody at 8, 9, 10 … for 45 minutes. */
async function busyDoctor(clinic: Clinic, count: number): Promise<string> {
  const { id: doctorId } = await clinic.doctor();
  for (let hour = 8; hour < 8 + count; hour += 1) {
    await clinic.book({ doctorId, startsAt: local(hour), durationMinutes: 45 });
  }
  return `doc_${doctorId}`;
}

describe("the example page", () => {
  test("shows a day page by page, books, is refused with the interval, and cancels", async ({
    api,
    clinic,
  }) => {
    const doctor = await busyDoctor(clinic, 7);
    const ada = await clinic.patient({ firstName: "Ada", lastName: `Byron ${clinic.tag}` });
    const origin = await api.app.listen({ port: 0, host: "127.0.0.1" });
    const { page, faults } = await openPage(browser, origin);
    const day = dayOf(local(0));
    await page.goto(`${origin}/examples/doctors-day/?doctor=${doctor}&day=${day}`);

    const appointments = page.locator(".appointments > li");
    await appointments.nth(4).waitFor();
    expect(await appointments.count()).toBe(5);
    await page.getByRole("button", { name: "Show more (5 of 7)" }).click();
    await appointments.nth(6).waitFor();
    expect(await page.getByText("Show more").count()).toBe(0);

    await page.getByLabel("Patient", { exact: true }).fill(ada.email);
    await page.getByRole("button", { name: ada.email }).click();
    await page.getByLabel("Starts at").fill("09:30");
    await page.getByRole("button", { name: "Book" }).click();
    const refusal = page.getByRole("alert");
    expect(await refusal.innerText()).toContain("The doctor is taken from 09:00 to 09:45.");
    expect(await page.locator(".appointments .blocking").innerText()).toContain("09:00");

    await page.getByRole("button", { name: "Try 09:45" }).click();
    await page.getByLabel("Takes").selectOption("15");
    await page.getByRole("button", { name: "Book" }).click();
    await page.getByText("Booked: Ada Byron").waitFor();
    expect(await refusal.count()).toBe(0);
    await appointments.nth(7).waitFor();
    const row = appointments.filter({ hasText: "Ada Byron" });
    expect(await row.innerText()).toContain("09:45");

    await row.getByRole("button", { name: /^Cancel/ }).click();
    await page.getByLabel("Why").fill("She is unwell.");
    await page.getByRole("button", { name: "Cancel the appointment" }).click();
    await page.getByText("Cancelled: Ada Byron").waitFor();
    // The list is read anew after the news.
    const text = () => row.innerText();
    await expect.poll(text, { timeout: 10_000 }).toMatch(/She is unwell\.[^]*cancelled/);

    await page.getByRole("button", { name: "The day after" }).click();
    await page.getByText("Nobody comes on this day so far.").waitFor();
    await page.reload();
    expect(await page.getByLabel("Day", { exact: true }).inputValue()).not.toBe(day);
    // The doctors to choose from come by a query of their own.
    await expect.poll(() => page.getByLabel("Doctor").inputValue()).toBe(doctor);
    expect(faults).toEqual([]);
  });

  test("exists if and only if the explorer does", async ({ api }) => {
    const logger = pino({ level: "silent" });
    const statuses = (["explorers", "schema"] as const).map(async (exposure) => {
      const app = await createApp({ domain: api.sharedDomain, logger, exposure });
      const { statusCode, headers } = await app.inject("/examples/doctors-day/");
      await app.close();
      return [
        statusCode,
        String(headers["content-security-policy"]).includes("script-src 'self';"),
      ];
    });
    expect(await Promise.all(statuses)).toEqual([
      [200, true],
      [404, true],
    ]);
  });
});
