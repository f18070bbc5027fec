import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { createApp } from "../../src/http/app.js";
import type { Domain } from "../../src/domain/index.js";
import { launch } from "../support/browser.js";
import { test } from "../support/clinic.js";

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

/** A page of another origin than the API, which it is allowed to call or not. */
async function onOtherOrigin(
  domain: Domain,
  isAllowed: boolean,
  work: (page: Page, api: string) => Promise<void>,
) {
  const site = createServer((_request, response) => {
    response.setHeader("content-type", "text/html").end("<!doctype html><title>Other</title>");
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const app = await createApp({
    domain,
    logger: pino({ level: "silent" }),
    exposure: "costs",
    corsOrigins: isAllowed ? [origin] : [],
    restDeprecatedSince: new Date("2027-01-01T00:00:00Z"),
    restSunset: new Date("2028-01-01T00:00:00Z"),
  });
  try {
    const api = await app.listen({ port: 0, host: "127.0.0.1" });
    const page = await browser.newPage();
    await page.goto(origin);
    await work(page, api);
    await page.close();
  } finally {
    site.closeAllConnections();
    site.close();
    await app.close();
  }
}

/** What a script of the page gets to see; a message in place of a status if the browser refuses. */
const ask = (page: Page, url: string, options: RequestInit) =>
  page.evaluate(
    async ([target, init]) => {
      try {
        const { status, type, headers } = await fetch(target, init);
        return { status, type, headers: Object.fromEntries(headers) };
      } catch (error) {
        return { status: String(error), type: "error", headers: {} as Record<string, string> };
      }
    },
    [url, options] as const,
  );

/** Sends a body to a URL in the ways that need no preflight; as text, since it is the browser's program. */
const SEND_BLINDLY = `async (url, body) => {
  const blob = () => new Blob([body]);
  await fetch(url, { method: "POST", mode: "no-cors", body: blob() }).catch(() => null);
  navigator.sendBeacon(url, blob());
  const form = document.createElement("form");
  Object.assign(form, { action: url, method: "POST", enctype: "text/plain", target: "elsewhere" });
  const input = document.createElement("input");
  input.name = body.slice(0, -1) + ',"x":"';
  input.value = '"}';
  form.append(input);
  const frame = document.createElement("iframe");
  frame.name = "elsewhere";
  document.body.append(frame, form);
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  form.submit();
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 2_000))]);
}`;

describe("a page of another origin", () => {
  test("that is allowed calls every method, and reads the headers", async ({ api, clinic }) => {
    const { id } = await clinic.doctor();
    await onOtherOrigin(api.sharedDomain, true, async (page, address) => {
      const toggled = await ask(page, `${address}/doctors/${id}/toggle-status`, { method: "PUT" });
      expect(toggled.status).toBe(200);
      expect(Object.keys(toggled.headers)).toEqual(
        expect.arrayContaining(["link", "deprecation", "sunset", "x-request-id"]),
      );
      const json = { "content-type": "application/json" };
      const posted = await ask(page, `${address}/graphql`, {
        method: "POST",
        headers: json,
        body: JSON.stringify({ query: "{ __typename }" }),
      });
      expect(posted.status).toBe(200);
      const schema = await ask(page, `${address}/schema.graphql`, {});
      expect(Object.keys(schema.headers)).toEqual(expect.arrayContaining(["etag"]));
      const removed = await ask(page, `${address}/doctors/${id}`, { method: "DELETE" });
      expect(removed.status).toBe(204);
    });
    expect(await api.domain.doctors.byId(id)).toBeNull();
  });

  test("that is not allowed cannot change anything", async ({ api, clinic }) => {
    const { id } = await clinic.doctor();
    await onOtherOrigin(api.sharedDomain, false, async (page, address) => {
      const doctor = JSON.stringify({ full_name: "Dr. Evil", specialty: clinic.tag });
      for (const method of ["PUT", "DELETE"]) {
        const path = method === "PUT" ? `/doctors/${id}/toggle-status` : `/doctors/${id}`;
        expect((await ask(page, address + path, { method })).status).toMatch(/Failed to fetch/);
      }
      await page.evaluate(
        `(${SEND_BLINDLY})(${JSON.stringify(`${address}/doctors`)}, ${JSON.stringify(doctor)})`,
      );
    });
    const doctors = await api.db.read(({ doctor }) =>
      doctor.findMany({ where: { specialty: clinic.tag } }),
    );
    expect(doctors.map(({ id: each, isActive }) => [each, isActive])).toEqual([[id, true]]);
  });
});
