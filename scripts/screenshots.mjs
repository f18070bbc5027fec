// npm run screenshots: takes screenshots of the pages with the demo data, for docs/images.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startApiProcess } from "./lib/api-process.mjs";
import { provideBrowser } from "./lib/browser.mjs";
import { provideTestDatabase } from "./lib/database.mjs";
import { projectRoot } from "./lib/processes.mjs";
import { ensureBuilt, ensureDependencies } from "./lib/stamps.mjs";
import { line, runCommand } from "./lib/terminal.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @type {{ name: string, path: string, prepare: (page: Page) => Promise<void> }[]} */
const PAGES = [
  {
    name: "explorer",
    path: "/graphiql",
    prepare: async (page) => {
      await page.getByLabel("Run it and show its cost").check();
      const example = page.getByText("BookAppointment", { exact: true });
      await example.click();
      await page.locator(".graphiql-tab-active", { hasText: "BookAppointment" }).waitFor();
      await page.locator(".graphiql-execute-button").click();
      await page.locator(".result-window", { hasText: "databaseMilliseconds" }).waitFor();
    },
  },
  {
    name: "rest-docs",
    path: "/docs#/doctors/getDoctorsDoctorId",
    prepare: async (page) => {
      const block = page.locator("#operations-doctors-getDoctorsDoctorId");
      await block.locator("input[placeholder=doctor_id]").fill("1");
      await block.getByRole("button", { name: "Execute" }).click();
      await block.locator(".live-responses-table").waitFor();
    },
  },
  {
    name: "booking",
    path: `/examples/booking/?day=${nextMonday()}`,
    prepare: async (page) => {
      const doctor = page.getByLabel("Doctor");
      await doctor.selectOption({ label: "Dr. Sabine Vogel, Ophthalmology" });
      await page.getByRole("toolbar").first().getByRole("button").nth(2).click();
      await page.getByText("Kept for you").waitFor();
      await page.getByLabel("Patient", { exact: true }).fill("Olga");
      await page.getByRole("button", { name: "Olga Ivanova" }).waitFor();
    },
  },
];

await runCommand(async () => {
  await ensureDependencies();
  await ensureBuilt();
  const executablePath = await provideBrowser();
  const database = await provideTestDatabase();
  try {
    const api = await startApiProcess(database.url, { SEED: "true" });
    try {
      await takePictures(executablePath, api.address);
    } finally {
      await api.stop();
    }
  } finally {
    await database.release();
  }
  return 0;
});

/** @param {string} executablePath @param {string} address */
async function takePictures(executablePath, address) {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const folder = join(projectRoot, "docs", "images");
  mkdirSync(folder, { recursive: true });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    for (const { name, path, prepare } of PAGES) {
      await page.goto(`${address}${path}`, { waitUntil: "networkidle" });
      await prepare(page);
      await page.screenshot({ path: join(folder, `${name}.png`) });
      line(`docs/images/${name}.png`);
    }
  } finally {
    await browser.close();
  }
}

/** The Monday of the next week. */
function nextMonday() {
  const date = new Date();
  date.setDate(date.getDate() + 8 - date.getDay());
  return date.toLocaleDateString("sv");
}
