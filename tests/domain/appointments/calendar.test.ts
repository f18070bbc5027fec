import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomNumbers } from "../../../src/commands/random.js";
import { openDatabase, type Database } from "../../../src/db/database.js";
import { ensureSchema } from "../../../src/db/setup/ensure-schema.js";
import type { Appointment, UseCases } from "../../../src/domain/index.js";
import { openApi, type Api } from "../../support/api.js";
import { createClinic } from "../../support/clinic.js";
import { call } from "../../support/rest.js";
import { makeScratchDatabase } from "../../support/scratch-database.js";

const DAY = 24 * 60 * 60 * 1_000;

const seed = Date.now() % 1_000_000;
const random = randomNumbers(seed);
const below = (limit: number): number => Math.floor(random() * limit);

/** When appointments can start at the earliest and at the latest, and what lies around it. */
const ENDS = [
  "-000001-12-31T10:00:00Z",
  "0000-01-01T00:00:00Z",
  "0999-12-31T23:59:59Z",
  "1000-01-01T00:00:00Z",
  "1970-01-01T00:00:00Z",
  "2000-01-01T00:00:00Z",
  "9999-12-31T00:00:00Z",
  "9999-12-31T23:44:59Z",
  "9999-12-31T23:59:59Z",
  "+010000-01-01T00:00:00Z",
  "+010000-01-01T13:59:59Z",
].map((text) => new Date(text));

/** Near one of the ends, or anywhere between and beyond them; sometimes in fractions of a second. */
function moment(): Date {
  const [first, last] = [ENDS[0] as Date, ENDS.at(-1) as Date];
  const anywhere = first.getTime() + random() * (last.getTime() - first.getTime());
  const end = ENDS[below(ENDS.length)] as Date;
  const step = [1, 400, 1_000, DAY][below(4)] ?? 0;
  const time = below(3) === 0 ? anywhere : end.getTime() + (below(5) - 2) * step;
  return new Date(Math.floor(time));
}

let scratch: { url: string; drop: () => Promise<void> };
let db: Database;
let api: Api;
let domain: UseCases;
let appointments: Appointment[];

beforeAll(async () => {
  scratch = await makeScratchDatabase();
  await ensureSchema(scratch.url);
  db = openDatabase(scratch.url, { connectionLimit: 8 });
  api = await openApi({ db });
  domain = api.domain;
  const clinic = createClinic(api, "calendar");
  const early = clinic.at(new Date("1999-12-31T23:00:00Z")).appointments;
  const [patientId, doctorId] = [(await clinic.patient()).id, (await clinic.doctor()).id];
  const starts = [
    ...["2000-01-01T00:00:00Z", "2000-01-02T00:00:00Z", "2026-02-03T00:00:00Z"],
    ...["9999-12-30T23:59:59Z", "9999-12-31T00:14:59Z", "9999-12-31T23:44:59Z"],
  ];
  appointments = [];
  for (const start of starts) {
    const booking = { patientId, doctorId, startsAt: new Date(start), durationMinutes: 15 };
    const outcome = await early.book(booking);
    if (outcome.done) appointments.push(outcome.value);
  }
  expect(appointments).toHaveLength(starts.length);
}, 60_000);

afterAll(async () => {
  await api.close();
  await db.close();
  await scratch.drop();
});

const seconds = (time: Date): number => Math.floor(time.getTime() / 1_000);

describe(`times at both ends of the calendar (seed ${seed})`, () => {
  it("filter as they do in JavaScript, in whole seconds", async () => {
    for (let round = 0; round < 300; round += 1) {
      const startsFrom = below(4) === 0 ? null : moment();
      const startsBefore = below(4) === 0 ? null : moment();
      const expected = appointments.filter(
        ({ startsAt }) =>
          (startsFrom === null || seconds(startsAt) >= seconds(startsFrom)) &&
          (startsBefore === null || seconds(startsAt) < seconds(startsBefore)),
      );
      const filters = [{ startsFrom, startsBefore }];
      const request = { filters, orderBy: "STARTS_AT_ASC", first: 100, after: null } as const;
      const [page] = await domain.appointments.pages([request]);
      const asked = JSON.stringify(filters);
      expect(
        page?.rows.map(({ id }) => id),
        asked,
      ).toEqual(expected.map(({ id }) => id));
      expect(await domain.appointments.counts([filters]), asked).toEqual([expected.length]);
    }
  });

  it("page from one end to the other, both ways", async () => {
    const ids = appointments.map(({ id }) => id);
    for (const orderBy of ["STARTS_AT_ASC", "STARTS_AT_DESC"] as const) {
      const found: number[] = [];
      for (let after: readonly (string | number)[] | null = null; ;) {
        const request = { filters: [], orderBy, first: 1, after };
        const [page] = await domain.appointments.pages([request]);
        const [row] = page?.rows ?? [];
        if (!page || !row) break;
        found.push(row.id);
        after = page.positionOf(row);
      }
      expect(found).toEqual(orderBy === "STARTS_AT_ASC" ? ids : [...ids].reverse());
    }
  });

  it.each([
    ["9999-12-31T23:59:59-05:00", 6],
    ["9999-12-31T00:00:00Z", 4],
    ["0000-01-01T00:00:00+14:00", 0],
    ["0000-01-01T00:00:00Z", 0],
  ])("can be asked for by GraphQL: %s", async (startsBefore, count) => {
    const query = `query($filter: AppointmentFilter) { appointments(filter: $filter) { totalCount } }`;
    const answer = await api.send({ query, variables: { filter: { startsBefore } } });
    expect(answer).toMatchObject({ status: 200, data: { appointments: { totalCount: count } } });
    const from = { filter: { startsFrom: startsBefore } };
    const rest = await api.send({ query, variables: from });
    expect(rest.data).toEqual({ appointments: { totalCount: 6 - count } });
  });

  it.each([
    ["9999-12-31", 2],
    ["9999-12-30", 1],
    ["2000-01-01", 1],
    ["1999-12-31", 0],
    ["0001-01-01", 0],
  ])("can be asked for by REST: the day %s", async (date, count) => {
    for (const url of [`/appointments?date=${date}`, `/appointments/by-date?date=${date}`]) {
      const { status, body } = await call(api, "GET", url);
      expect([status, (body as unknown[]).length], url).toEqual([200, count]);
    }
  });

  it("are refused for what would end after the last one, or starts in the past", async () => {
    const [{ patientId, doctorId, id }] = appointments as [Appointment];
    for (let round = 0; round < 60; round += 1) {
      const startsAt = moment();
      const durationMinutes = 15 + below(166);
      const isPast = seconds(startsAt) * 1_000 <= Date.now();
      const endsAt = seconds(startsAt) + durationMinutes * 60;
      const isTooLate = endsAt > seconds(new Date("9999-12-31T23:59:59Z"));
      if (!isPast && !isTooLate) continue;
      const codes = isPast ? ["STARTS_IN_PAST"] : ["STARTS_TOO_LATE"];
      const times = { startsAt, durationMinutes };
      const booked = await domain.appointments.book({ patientId, doctorId, ...times });
      expect(
        booked.done ? [] : booked.refusals.map(({ code }) => code),
        startsAt.toISOString(),
      ).toEqual(codes);
      const moved = await domain.appointments.reschedule({ appointmentId: id, ...times });
      expect(
        moved.done ? [] : moved.refusals.map(({ code }) => code),
        startsAt.toISOString(),
      ).toEqual(codes);
    }
  });
});
