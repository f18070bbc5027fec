import { setTimeout as delay } from "node:timers/promises";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { Prisma } from "../../src/db/database.js";
import { createApp } from "../../src/http/app.js";
import { launch, openPage, type BrowserPage } from "../support/browser.js";
import type { Api } from "../support/api.js";
import { test, type Clinic } from "../support/clinic.js";

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

const BERLIN = "Europe/Berlin";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The Wednesday of the next week: far enough to be booked, with days of its week on both sides. */
const DAY = ((): string => {
  const date = new Date();
  date.setUTCDate(date.getUTCDate() + 10 - ((date.getUTCDay() + 6) % 7) - 1);
  return date.toISOString().slice(0, 10);
})();

/** When a clock in Berlin shows this time on the day. */
function berlin(time: string, day = DAY): Date {
  const wanted = `${day} ${time}`;
  const shown = new Intl.DateTimeFormat("sv", {
    timeZone: BERLIN,
    dateStyle: "short",
    timeStyle: "short",
  });
  const found = [1, 2]
    .map((hours) => new Date(Date.parse(`${day}T${time}:00Z`) - hours * 3_600_000))
    .find((date) => shown.format(date) === wanted);
  if (!found) throw new Error(`No clock in Berlin shows ${wanted}.`);
  return found;
}

/** A doctor in Berlin who works in half hours from 9 to 11. */
const berliner = (clinic: Clinic) =>
  clinic.scheduled({
    timeZone: BERLIN,
    hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 9 * 60, until: 11 * 60 })),
  });

const origins = new WeakMap<Api, Promise<string>>();

/** The page in a browser, with what is chosen in the address. */
async function openBooking(
  api: Api,
  chosen: Record<string, string>,
  options?: BrowserContextOptions,
): Promise<BrowserPage> {
  const origin = origins.get(api) ?? api.app.listen({ port: 0, host: "127.0.0.1" });
  origins.set(api, origin);
  const opened = await openPage(browser, await origin, { timezoneId: BERLIN, ...options });
  const address = new URLSearchParams({ day: DAY, ...chosen });
  await opened.page.goto(`${await origin}/examples/booking/?${address.toString()}`);
  return opened;
}

const timesOf = (page: Page, day = DAY): Locator =>
  page.getByRole("toolbar", { name: `Free times on ${nameOf(day)}` }).getByRole("button");

const nameOf = (day: string): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

const dialogOf = (page: Page): Locator => page.getByRole("dialog");
const rowsOf = (page: Page): Locator => page.locator(".appointments > li");

async function choosePatient(page: Page, email: string): Promise<void> {
  await page.getByLabel("Patient", { exact: true }).fill(email);
  await page.getByRole("button", { name: email }).click();
}

const holdsOf = async ({ db }: Api, doctorId: number): Promise<number> => {
  const rows = await db.select("SELECT hold_key FROM slot_holds WHERE doctor_id = ?", [doctorId]);
  return rows.length;
};

const labels = (buttons: Locator): Promise<string[]> => buttons.allInnerTexts();

describe("the booking page", () => {
  test("finds a time among doctors of a specialty, keeps it, books it, and cancels", async ({
    api,
    clinic,
  }) => {
    const [first, second] = [await berliner(clinic), await berliner(clinic)];
    await clinic.book({ doctorId: first.id, startsAt: berlin("09:00") });
    const ada = await clinic.patient({ firstName: "Ada", lastName: `Byron ${clinic.tag}` });
    const { page, faults } = await openBooking(api, {});

    await page.getByLabel("Specialty").selectOption(clinic.tag);
    await timesOf(page).first().waitFor();
    expect(await labels(timesOf(page))).toEqual([
      `09:00\nDr. ${clinic.tag}`,
      "09:30\n2 doctors",
      "10:00\n2 doctors",
      "10:30\n2 doctors",
    ]);

    await timesOf(page).nth(1).click();
    await page.getByText(/Kept for you for [45]:/).waitFor();
    expect(await holdsOf(api, first.id)).toBe(1);
    await page.getByLabel("With").selectOption(`doc_${second.id}`);
    await expect.poll(() => holdsOf(api, second.id)).toBe(1);
    expect(await holdsOf(api, first.id)).toBe(0);
    await page.getByRole("button", { name: "Book" }).click();
    expect(await page.getByRole("alert").innerText()).toBe("Choose the patient first.");
    await choosePatient(page, ada.email);
    await page.getByRole("button", { name: "Book" }).click();
    await page.getByText("Booked: Ada Byron").waitFor();
    expect(await dialogOf(page).count()).toBe(0);
    expect(await holdsOf(api, second.id)).toBe(0);

    // The doctor's own times and appointments are shown now.
    const row = rowsOf(page).filter({ hasText: "Ada Byron" });
    expect(await row.innerText()).toContain("09:30");
    await expect.poll(() => labels(timesOf(page))).toEqual(["09:00", "10:00", "10:30"]);
    expect(await page.getByLabel("Doctor").inputValue()).toBe(`doc_${second.id}`);

    await row.getByRole("button", { name: /^Cancel/ }).click();
    await page.getByLabel("Why").fill("She is unwell.");
    await page.getByRole("button", { name: "Cancel the appointment" }).click();
    await page.getByText("Cancelled: Ada Byron").waitFor();
    await expect.poll(() => row.innerText()).toMatch(/She is unwell\.[^]*cancelled/);
    await expect.poll(() => labels(timesOf(page))).toContain("09:30");
    expect(faults).toEqual([]);
  });

  test("steps through weeks, and leads out of one without free times", async ({ api, clinic }) => {
    const doctor = await clinic.doctor();
    const [wednesday, later] = [DAY, plusDays(DAY, 14)];
    await clinic.publish(doctor.id, { timeZone: BERLIN, validFrom: daysSince1970(later) });
    const { page, faults } = await openBooking(api, { doctor: `doc_${doctor.id}` });
    await page.getByText("No free times in this week.").waitFor();
    await page.getByRole("button", { name: /^Go to the next free time/ }).click();
    await timesOf(page, later).first().waitFor();
    expect(await timesOf(page, later).count()).toBe(16);
    expect(await timesOf(page, plusDays(later, -1)).count()).toBe(0);
    await page.getByRole("button", { name: "The week after" }).click();
    await timesOf(page, plusDays(later, 7)).first().waitFor();
    await page.getByRole("button", { name: "The week before" }).click();
    await page.getByRole("button", { name: "The week before" }).click();
    await page.getByRole("button", { name: "The week before" }).click();
    await page.getByText("No free times in this week.").waitFor();
    expect(await page.getByLabel("Day", { exact: true }).inputValue()).toBe(wednesday);
    await page.reload();
    await page.getByText("No free times in this week.").waitFor();
    expect(await page.getByLabel("Doctor").inputValue()).toBe(`doc_${doctor.id}`);
    expect(faults).toEqual([]);
  });

  test("says who was faster, and books one of the next free times", async ({ api, clinic }) => {
    const doctor = await berliner(clinic);
    const ada = await clinic.patient({ firstName: "Ada" });
    const { page, faults } = await openBooking(api, { doctor: `doc_${doctor.id}` });
    await timesOf(page).first().waitFor();
    await clinic.book({ doctorId: doctor.id, startsAt: berlin("09:00"), durationMinutes: 45 });

    await timesOf(page).first().click();
    const refusal = page.getByRole("alert");
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain("The doctor is taken from 09:00 to 09:45.");
    const next = page.getByRole("group", { name: "The next free times" }).getByRole("button");
    expect(await next.count()).toBe(3);
    expect(await next.first().innerText()).toMatch(/^Wed .*, 10:00$/);
    await next.first().click();
    await page.getByText(/Kept for you/).waitFor();
    await choosePatient(page, ada.email);
    await page.getByRole("button", { name: "Book" }).click();
    await page.getByText(/Booked: Ada .*10:00/).waitFor();
    expect(faults).toEqual([]);
  });

  test("gives a time back when it is left, and says when it is no longer kept", async ({
    api,
    clinic,
  }) => {
    const doctor = await berliner(clinic);
    const ada = await clinic.patient({ firstName: "Ada" });
    const { page, faults } = await openBooking(api, { doctor: `doc_${doctor.id}` });
    await page.clock.install();
    await page.reload();
    const held = page.getByText(/Kept for you/);
    await timesOf(page).first().click();
    await held.waitFor();
    await page.getByRole("button", { name: "Another time" }).click();
    await expect.poll(() => holdsOf(api, doctor.id)).toBe(0);

    await timesOf(page).first().click();
    await held.waitFor();
    await choosePatient(page, ada.email);
    await page.clock.fastForward("05:01");
    await page.getByText("This time is no longer kept for you").waitFor();
    await page.getByRole("button", { name: "Keep it again" }).click();
    await held.waitFor();
    await page.clock.fastForward("05:01");
    await page.getByText("This time is no longer kept for you").waitFor();

    // Only the page's clock went on: the hold is ended at the server, too, and somebody books.
    await api.db.sqlTransaction((tx) =>
      tx.execute(Prisma.sql`DELETE FROM slot_holds WHERE doctor_id = ${doctor.id}`),
    );
    await clinic.book({ doctorId: doctor.id, startsAt: berlin("09:00") });
    await page.getByRole("button", { name: "Book" }).click();
    await page.getByText("The doctor is taken from 09:00 to 09:30.").waitFor();
    await page.getByRole("button", { name: /, 09:30$/ }).click();
    await held.waitFor();
    expect(await holdsOf(api, doctor.id)).toBe(1);
    await page.close({ runBeforeUnload: false });
    await expect.poll(() => holdsOf(api, doctor.id)).toBe(0);
    expect(faults).toEqual([]);
  });

  test("shows the reader's own time below the clinic's", async ({ api, clinic }) => {
    const doctor = await berliner(clinic);
    const chosen = { doctor: `doc_${doctor.id}` };
    for (const timezoneId of ["America/New_York", "Pacific/Auckland", "Pacific/Honolulu"]) {
      const { page, faults } = await openBooking(api, chosen, { timezoneId });
      await timesOf(page).first().waitFor();
      const own = new Intl.DateTimeFormat("en-GB", { timeZone: timezoneId, timeStyle: "short" });
      const [label] = await labels(timesOf(page));
      expect(label).toContain("09:00");
      expect(label).toContain(own.format(berlin("09:00")));
      if (timezoneId === "Pacific/Honolulu") expect(label).toContain("Tue");
      expect(await page.getByText(`the time where you are (${timezoneId})`).count()).toBe(1);
      await timesOf(page).first().click();
      expect(await dialogOf(page).innerText()).toContain(`Where you are: `);
      await page.getByText(/Kept for you/).waitFor();
      await page.close();
      await expect.poll(() => holdsOf(api, doctor.id)).toBe(0);
      expect(faults).toEqual([]);
    }
    const { page } = await openBooking(api, chosen, { timezoneId: "Europe/Paris" });
    await timesOf(page).first().waitFor();
    expect(await page.getByText("where you are").count()).toBe(0);
  });

  test("moves an appointment to another free time, and to one that overlaps it", async ({
    api,
    clinic,
  }) => {
    const doctor = await berliner(clinic);
    await clinic.book({ doctorId: doctor.id, startsAt: berlin("09:00") });
    const { page, faults } = await openBooking(api, { doctor: `doc_${doctor.id}` });
    await page.getByRole("button", { name: /^Move Maria/ }).click();
    await page.getByText(/Choose a new time for Maria/).waitFor();
    await page.getByRole("button", { name: "Leave it as it is" }).click();
    expect(await page.getByText(/Choose a new time for Maria/).count()).toBe(0);

    await page.getByRole("button", { name: /^Move Maria/ }).click();
    await timesOf(page).filter({ hasText: "10:00" }).click();
    await page.getByText(/Kept for you/).waitFor();
    await page.getByRole("button", { name: "Move it" }).click();
    await page.getByText(/Moved: Maria .*10:00/).waitFor();
    await expect.poll(() => rowsOf(page).innerText()).toContain("10:00");
    await expect.poll(() => labels(timesOf(page))).toEqual(["09:00", "09:30", "10:30"]);

    await clinic.book({ doctorId: doctor.id, startsAt: berlin("10:30") });
    await page
      .getByRole("button", { name: /^Move Maria/ })
      .first()
      .click();
    await page.getByText("Enter another time").click();
    await page.getByLabel("Starts at").fill("10:15");
    await page.getByRole("button", { name: "Choose this time" }).click();
    await page.getByText("The doctor is taken from 10:30 to 11:00.").waitFor();
    await page.getByRole("button", { name: "Another time" }).click();
    await page.getByLabel("Starts at").fill("09:45");
    await page.getByRole("button", { name: "Choose this time" }).click();
    await page.getByRole("button", { name: "Move it" }).click();
    await page.getByText(/Moved: Maria .*09:45/).waitFor();
    expect(faults).toEqual([]);
  });

  test("books any time of a doctor without hours", async ({ api, clinic }) => {
    const doctor = await clinic.doctor();
    const ada = await clinic.patient({ firstName: "Ada" });
    await clinic.book({ doctorId: doctor.id, startsAt: berlin("09:00"), durationMinutes: 45 });
    const { page, faults } = await openBooking(api, { doctor: `doc_${doctor.id}` });
    await page.getByText("any time can be booked").waitFor();
    await page.getByLabel("Starts at").fill("09:30");
    await page.getByRole("button", { name: "Choose this time" }).click();
    await page.getByText("The doctor is taken from 09:00 to 09:45.").waitFor();
    await page.getByRole("button", { name: /, 09:45$/ }).click();
    await choosePatient(page, ada.email);
    await page.getByRole("button", { name: "Book" }).click();
    await page.getByText(/Booked: Ada .*09:45/).waitFor();
    expect(faults).toEqual([]);
  });

  test("keeps the same time anew while its release is still on its way", async ({
    api,
    clinic,
  }) => {
    const doctor = await berliner(clinic);
    const { page, faults } = await openBooking(api, { doctor: `doc_${doctor.id}` });
    await page.route("**/graphql", async (route) => {
      if (route.request().postData()?.includes("releaseHold")) await delay(1_000);
      await route.continue();
    });
    const held = page.getByText(/Kept for you/);
    for (const _ of [1, 2]) {
      await timesOf(page).first().click();
      await held.waitFor();
      await page.keyboard.press("Escape");
      await held.waitFor({ state: "hidden" });
    }
    await expect.poll(() => holdsOf(api, doctor.id)).toBe(0);
    expect(faults).toEqual([]);
  });

  test("can be used by keyboard alone", async ({ api, clinic }) => {
    const doctor = await berliner(clinic);
    const ada = await clinic.patient({ firstName: "Ada" });
    const { page, faults } = await openBooking(api, { doctor: `doc_${doctor.id}` });
    await timesOf(page).first().waitFor();

    await tabTo(page, timesOf(page).first());
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowUp");
    expect(await isFocused(timesOf(page).nth(2))).toBe(true);
    await page.keyboard.press("Enter");
    await expect.poll(() => isFocused(page.getByLabel("Patient", { exact: true }))).toBe(true);
    await page.getByText(/Kept for you/).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => dialogOf(page).count()).toBe(0);
    // One goes on where one was.
    expect(await isFocused(timesOf(page).nth(2))).toBe(true);

    await page.keyboard.press("Enter");
    await page.getByText(/Kept for you/).waitFor();
    await page.keyboard.type(ada.email);
    await page.getByRole("button", { name: ada.email }).waitFor();
    await tabTo(page, page.getByRole("button", { name: ada.email }));
    await page.keyboard.press("Enter");
    const book = page.getByRole("button", { name: "Book" });
    await expect.poll(() => isFocused(book)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByText(/Booked: Ada .*10:00/).waitFor();
    await expect.poll(() => isFocused(page.locator("#day"))).toBe(true);

    await tabTo(page, page.getByRole("button", { name: /^Move Ada/ }));
    await page.keyboard.press("Enter");
    await expect.poll(() => isFocused(page.locator(".moving"))).toBe(true);
    // Tab comes back to the time where one was.
    await tabTo(page, timesOf(page).nth(2));
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    const move = page.getByRole("button", { name: "Move it" });
    await expect.poll(() => isFocused(move)).toBe(true);
    await page.getByText(/Kept for you/).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText(/Moved: Ada .*09:00/).waitFor();
    await expect.poll(() => isFocused(page.locator("#day"))).toBe(true);

    await tabTo(page, page.getByRole("button", { name: /^Cancel Ada/ }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "Cancel the appointment" }));
    await page.keyboard.press("Enter");
    await page.getByText("Cancelled: Ada").waitFor();
    await expect.poll(() => isFocused(page.locator("#day"))).toBe(true);
    expect(faults).toEqual([]);
  });

  test("fits on a phone", async ({ api, clinic }) => {
    const doctor = await berliner(clinic);
    const ada = await clinic.patient({ firstName: "Ada" });
    const chosen = { doctor: `doc_${doctor.id}` };
    const options = { ...PHONE, timezoneId: "America/New_York" };
    const { page, faults } = await openBooking(api, chosen, options);
    const fits = async () => {
      const width = await page.evaluate<number>("document.documentElement.scrollWidth");
      expect(width).toBeLessThanOrEqual(PHONE.viewport.width);
    };
    await timesOf(page).first().waitFor();
    await fits();
    // The times of one day are shown.
    const thursday = plusDays(DAY, 1);
    expect(await timesOf(page, thursday).first().isVisible()).toBe(false);
    await page.getByRole("button", { name: /^Thu/ }).tap();
    await timesOf(page, thursday).first().waitFor();
    expect(await timesOf(page, DAY).first().isVisible()).toBe(false);
    await clinic.book({ doctorId: doctor.id, startsAt: berlin("09:00", thursday) });
    await timesOf(page, thursday).first().tap();
    await page.getByRole("alert").waitFor();
    await fits();
    await page.getByRole("button", { name: /, 09:30$/ }).tap();
    await page.getByLabel("Patient", { exact: true }).fill(ada.email);
    await page.getByRole("button", { name: ada.email }).tap();
    await page.getByText(/Kept for you/).waitFor();
    await fits();
    await page.getByRole("button", { name: "Book" }).tap();
    await page.getByText(/Booked: Ada .*09:30/).waitFor();
    await fits();
    await page.getByRole("button", { name: /^Move Ada/ }).tap();
    await fits();
    await timesOf(page, thursday).last().tap();
    await page.getByRole("button", { name: "Move it" }).tap();
    await page.getByText(/Moved: Ada .*10:30/).waitFor();
    await fits();
    expect(faults).toEqual([]);
  });

  test("is there where the explorer is, and only there", async ({ api }) => {
    const logger = pino({ level: "silent" });
    const statuses = (["explorers", "schema"] as const).map(async (exposure) => {
      const app = await createApp({ domain: api.sharedDomain, logger, exposure });
      const { statusCode, headers } = await app.inject("/examples/booking/");
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

const isFocused = (element: Locator): Promise<boolean> =>
  element.evaluate((each: { matches: (selector: string) => boolean }) => each.matches(":focus"));

/** Presses Tab until the element has the focus, which must be seen on everything on the way. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    // Beyond the last one, the browser's own buttons have the focus.
    const isSeen = await page.evaluate<boolean>(
      `document.querySelector(":focus") === null ||
        getComputedStyle(document.activeElement).outlineStyle !== "none"`,
    );
    expect(isSeen).toBe(true);
    if (await isFocused(element)) return;
  }
  throw new Error("Tab does not reach it.");
}

const daysSince1970 = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

const plusDays = (day: string, count: number): string =>
  new Date((daysSince1970(day) + count) * 86_400_000).toISOString().slice(0, 10);
