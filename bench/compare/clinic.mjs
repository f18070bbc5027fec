// The data that every server answers from.
import { run } from "../../scripts/lib/processes.mjs";
import { step } from "../../scripts/lib/terminal.mjs";
import { database } from "../lib/api.mjs";

/**
 * What the questions need to know of the data.
 *
 * @typedef {object} Clinic
 * @property {number} appointments
 * @property {number} patients how many there are; their ids start from 1.
 * @property {number[]} doctors the ids of those who take appointments.
 * @property {number[]} doctorsWithFifty the ids of doctors who have 50 appointments each, and get no more.
 * @property {number} today midnight, UTC, in milliseconds.
 */

const SIZE = { appointments: 100_000, doctors: 200, patients: 10_000 };

/** Makes the tables and fills them, by this project's own commands. @param {string} url @returns {Promise<Clinic>} */
export function makeClinic(url) {
  return step("clinic", async (say) => {
    say(`making ${SIZE.appointments} appointments`);
    const size = Object.entries(SIZE).flatMap(([name, count]) => [`--${name}`, String(count)]);
    await database(url, "generate", ...size);
    const helper = ["--import", "tsx", "bench/compare/add-doctors.mjs", url];
    /** @type {unknown} */
    const ids = JSON.parse(await run(process.execPath, helper));
    const { doctors, doctorsWithFifty } =
      /** @type {Pick<Clinic, "doctors" | "doctorsWithFifty">} */ (ids);
    const today = new Date().setUTCHours(0, 0, 0, 0);
    const { appointments, patients } = SIZE;
    const result = { appointments, patients, doctors, doctorsWithFifty, today };
    const summary = `${appointments} appointments, ${patients} patients, ${SIZE.doctors} doctors`;
    return { result, summary };
  });
}
