import fc from "fast-check";
import { afterAll, beforeAll, describe, expect } from "vitest";
import {
  CheckAppointmentDocument,
  FreeTimesDocument,
  FirstFreeTimesDocument,
} from "../../../client/src/documents.js";
import { parseLocalDate, parseLocalDateTime } from "../../../src/domain/index.js";
import { zoneOf } from "../../../src/domain/calendar/zone.js";
import { openApi, type Api } from "../../support/api.js";
import { iso, test, type Clinic } from "../../support/clinic.js";
import { fuzzParameters } from "../../support/fuzz.js";

/** Three days before the clocks of Europe are put forward; Cairo's and Chile's change in other weeks. */
const NOW = new Date("2030-03-28T07:30:00Z");
const MINUTES_PER_DAY = 1_440;

let timed: Api;
beforeAll(async () => {
  timed = await openApi({ now: () => NOW });
});
afterAll(() => timed.close());

const day = (date: string) => parseLocalDate(date) ?? NaN;
const TODAY = day("2030-03-28");

/** A calendar whose times matter within four days. */
const scenarios = fc.record({
  zone: fc.constantFrom("Europe/Berlin", "UTC", "America/St_Johns", "Asia/Kathmandu"),
  morning: fc.integer({ min: 0, max: 11 }),
  length: fc.constantFrom(60, 95, 180),
  afternoon: fc.integer({ min: 13, max: 21 }),
  slotMinutes: fc.constantFrom(15, 20, 45),
  gapMinutes: fc.constantFrom(0, 10, 30),
  minimumNoticeMinutes: fc.constantFrom(0, 90, 1_500),
  horizonDays: fc.constantFrom(null, 0, 2),
  durationMinutes: fc.constantFrom(15, 30, 60),
  off: fc.option(fc.integer({ min: 0, max: 3 * MINUTES_PER_DAY })),
  extra: fc.option(fc.integer({ min: 0, max: 3 * MINUTES_PER_DAY })),
  taken: fc.array(fc.nat(200), { maxLength: 3 }),
});
type Scenario = typeof scenarios extends fc.Arbitrary<infer Value> ? Value : never;

async function prepare(clinic: Clinic, scenario: Scenario) {
  const useCases = clinic.at(NOW);
  const doctor = await clinic.doctor();
  const patient = await clinic.patient();
  const { zone, morning, afternoon, length, off, extra, taken } = scenario;
  const { slotMinutes, gapMinutes, minimumNoticeMinutes, horizonDays } = scenario;
  const hours = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    [morning, afternoon].map((hour) => ({
      weekday,
      from: hour * 60,
      until: Math.min(hour * 60 + length, MINUTES_PER_DAY),
    })),
  );
  await useCases.schedules.publish({
    doctorId: doctor.id,
    timeZone: zone,
    validFrom: TODAY - 30,
    validUntil: null,
    hours,
    slotMinutes,
    gapMinutes,
    minimumNoticeMinutes,
    horizonDays,
    ifBooked: "REFUSE",
  });
  const doctorIds = [doctor.id];
  const start = TODAY * MINUTES_PER_DAY;
  if (extra !== null) {
    const from = start + extra;
    await useCases.schedules.addExtraHours({ doctorIds, from, until: from + 100 });
  }
  // Every start in steps of five minutes, and those of the grid.
  const grid = hours.flatMap(({ from, until }) => {
    const count = Math.ceil((until - from) / slotMinutes);
    return [0, 1, 2, 3].flatMap((date) =>
      Array.from({ length: count }, (_, slot) => {
        const opens = zoneOf(zone).reach(start + date * MINUTES_PER_DAY + from);
        return opens + slot * slotMinutes * 60_000;
      }),
    );
  });
  const isHold = (index: number) => index % 2 === 1;
  for (const [index, place] of taken.entries()) {
    const startsAt = new Date(grid[place % grid.length] ?? NaN);
    const time = { doctorId: doctor.id, startsAt, durationMinutes: 30 };
    if (isHold(index)) {
      await useCases.holds.hold({ holdKey: clinic.key(`h${index}`), minutes: 5, ...time });
    } else {
      await useCases.appointments.book({ patientId: patient.id, ...time });
    }
  }
  if (off !== null) {
    const from = start + off;
    const timeOff = { doctorIds, from, until: from + 200, ifBooked: "KEEP" as const };
    await useCases.schedules.addTimeOff(timeOff);
  }
  return { doctor, patient, grid, useCases };
}

describe("the free times of a doctor", () => {
  test("have a time of the grid exactly if it can be booked, and every one can be", async ({
    clinic,
  }) => {
    const parameters = fuzzParameters(6);
    let free = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        const { doctor, patient, grid, useCases } = await prepare(clinic, scenario);
        const { durationMinutes } = scenario;
        const until = "2030-04-01T12:00:00Z";
        const asked = { by: { id: `doc_${doctor.id}` }, until, durationMinutes, first: 500 };
        const answer = await timed.query(FreeTimesDocument, asked);
        const listed = new Set(answer.doctor?.freeTimes.times.map(({ startsAt }) => startsAt));
        const isFree = async (startsAt: string) => {
          const book = {
            patientId: `pat_${patient.id}`,
            doctorId: `doc_${doctor.id}`,
            startsAt,
            durationMinutes,
          };
          const { checkAppointment } = await timed.query(CheckAppointmentDocument, {
            input: { book },
          });
          return checkAppointment.isPossible;
        };
        const offered = grid
          .filter((time) => time < Date.parse(until))
          .map((time) => iso(new Date(time)));
        for (const startsAt of new Set([...offered, ...listed])) {
          const isPossible = await isFree(startsAt);
          expect([startsAt, listed.has(startsAt)]).toEqual([startsAt, isPossible]);
          if (isPossible) free += 1;
          else refused += 1;
        }
        // What the check says, the booking says.
        for (const startsAt of [...new Set(offered)].filter((_, index) => index % 5 === 0)) {
          const input = {
            patientId: patient.id,
            doctorId: doctor.id,
            startsAt: new Date(startsAt),
            durationMinutes,
          };
          const check = await useCases.appointments.checkBook(input);
          const outcome = await useCases.appointments.book(input);
          expect(outcome.done ? [] : outcome.refusals).toEqual(check);
          if (outcome.done) await useCases.appointments.remove({ appointmentId: outcome.value.id });
        }
      }),
      parameters,
    );
    expect(free).toBeGreaterThan(parameters.numRuns);
    expect(refused).toBeGreaterThan(parameters.numRuns);
  }, 180_000);

  test("come in pages that are the whole, and none while the doctor is inactive", async ({
    clinic,
  }) => {
    const doctor = await clinic.scheduled();
    const useCases = clinic.at(NOW);
    const asked = { doctorId: doctor.id, from: null, durationMinutes: 30 };
    const until = new Date("2030-04-20T00:00:00Z");
    const [whole] = await useCases.availability.freeTimes([{ ...asked, until, first: 500 }]);
    const pages = [];
    for (let from: Date | null = NOW; from;) {
      const [page] = await useCases.availability.freeTimes([{ ...asked, from, until, first: 7 }]);
      pages.push(...(page?.times ?? []));
      from = page?.nextFrom ?? null;
    }
    expect(whole?.nextFrom).toBeNull();
    expect(pages).toEqual(whole?.times);
    expect(pages.length).toBe(22 * 16 + 16);
    // A window of more than 366 days goes on after them.
    const far = { ...asked, until: new Date("2040-01-01T00:00:00Z"), first: 1 };
    await clinic.publish(doctor.id, { hours: [] });
    expect(await useCases.availability.freeTimes([far])).toEqual([
      { times: [], nextFrom: new Date(NOW.getTime() + 366 * 86_400_000) },
    ]);
    await clinic.publish(doctor.id);
    await useCases.doctors.deactivate({ doctorId: doctor.id });
    expect(await useCases.availability.freeTimes([{ ...asked, until, first: 5 }])).toEqual([
      { times: [], nextFrom: null },
    ]);
  });

  test("of a hundred doctors take two statements for a week", async ({ clinic, api }) => {
    const doctors = await Promise.all(Array.from({ length: 100 }, () => clinic.scheduled()));
    const from = new Date("2031-01-06T00:00:00Z");
    const until = new Date("2031-01-13T00:00:00Z");
    const statements = await api.statements(async () => {
      const pages = await api.domain.availability.freeTimes(
        doctors.map(({ id }) => ({ doctorId: id, from, until, durationMinutes: 30, first: 5 })),
      );
      expect(pages.map(({ times }) => times.length)).toEqual(doctors.map(() => 5));
    });
    expect(statements).toHaveLength(2);
  });
});

describe("the first free times among doctors", () => {
  test("are the earliest of all, with those that start together on one page", async ({
    clinic,
  }) => {
    const doctors = [];
    for (const hour of [9, 8, 9, 10]) {
      const hours = [{ weekday: 1, from: hour * 60, until: (hour + 1) * 60 }];
      doctors.push(await clinic.scheduled({ hours }));
    }
    const [nine, eight, alsoNine, ten] = doctors.map(({ id }) => `doc_${id}`);
    const asked = { durationMinutes: 60, until: "2030-04-10T00:00:00Z" };
    const read = async (first: number, from: string | null = null) => {
      const among = { specialty: clinic.tag };
      const { firstFreeTimes } = await timed.query(FirstFreeTimesDocument, {
        ...asked,
        among,
        first,
        from,
      });
      const times = firstFreeTimes.times.map((each) => [each.doctor.id, each.startsAt]);
      return { times, nextFrom: firstFreeTimes.nextFrom };
    };
    const first = [
      [eight, "2030-04-01T08:00:00Z"],
      [nine, "2030-04-01T09:00:00Z"],
      [alsoNine, "2030-04-01T09:00:00Z"],
    ];
    expect(await read(2)).toEqual({ times: first, nextFrom: "2030-04-01T10:00:00Z" });
    const second = await read(2, "2030-04-01T10:00:00Z");
    expect(second).toEqual({
      times: [
        [ten, "2030-04-01T10:00:00Z"],
        [eight, "2030-04-08T08:00:00Z"],
      ],
      nextFrom: "2030-04-08T09:00:00Z",
    });
    const byIds = await timed.query(FirstFreeTimesDocument, {
      ...asked,
      among: { ids: [ten ?? "", "doc_2147483647"] },
    });
    expect(byIds.firstFreeTimes.times.map(({ startsAt }) => startsAt)).toEqual([
      "2030-04-01T10:00:00Z",
      "2030-04-08T10:00:00Z",
    ]);
  });
});

describe("a check", () => {
  test("sends no write, and names what is wrong by the path of its input", async ({
    clinic,
    api,
  }) => {
    const booked = await clinic.book({ doctorId: (await clinic.scheduled()).id });
    const reschedule = { appointmentId: `apt_${booked.id}`, startsAt: iso(booked.startsAt) };
    const book = {
      patientId: "pat_2147483647",
      doctorId: `doc_${booked.doctorId}`,
      startsAt: iso(booked.startsAt),
      durationMinutes: 30,
    };
    const statements = await api.statements(async () => {
      const check = await api.query(CheckAppointmentDocument, { input: { book }, first: 2 });
      expect(check.checkAppointment).toMatchObject({
        isPossible: false,
        userErrors: [
          { code: "PATIENT_NOT_FOUND", path: ["input", "book", "patientId"] },
          { code: "SLOT_TAKEN", path: ["input", "book", "startsAt"] },
        ],
        nextFreeTimes: [{ startsAt: iso(booked.endsAt) }, {}],
      });
      const move = await api.query(CheckAppointmentDocument, { input: { reschedule } });
      expect(move.checkAppointment).toMatchObject({ isPossible: true, userErrors: [] });
    });
    expect(statements.filter((sql) => !/^\W*SELECT/.test(sql))).toEqual([]);
  });
});

describe("the statements of a booking", () => {
  test("are those without a calendar, and one more with one", async ({ clinic, api }) => {
    const [free, scheduled] = [await clinic.doctor(), await clinic.scheduled()];
    const patient = await clinic.patient();
    const statementsOf = (doctorId: number, startsAt: Date) =>
      api.statements(() =>
        api.domain.appointments.book({
          patientId: patient.id,
          doctorId,
          startsAt,
          durationMinutes: 30,
        }),
      );
    const startsAt = new Date("2031-01-06T09:00:00Z");
    const without = await statementsOf(free.id, startsAt);
    const withCalendar = await statementsOf(scheduled.id, startsAt);
    expect(without).toHaveLength(5);
    expect(without.filter((sql) => /schedule|hold/.test(sql))).toEqual([]);
    expect(withCalendar.filter((sql) => !without.includes(sql))).toHaveLength(1);
    expect(withCalendar).toHaveLength(6);
  });
});

describe("working times", () => {
  test("follow the clock of the zone, where it is put forward and back", async ({ clinic }) => {
    const doctor = await clinic.scheduled({
      timeZone: "Europe/Berlin",
      hours: [{ weekday: 7, from: 0, until: 720 }],
    });
    const hoursOn = async (date: string) => {
      const from = new Date(`${date}T00:00:00Z`);
      const [page] = await clinic.at(NOW).availability.workingTimes([
        {
          doctorId: doctor.id,
          from: new Date(from.getTime() - 86_400_000),
          until: new Date(from.getTime() + 86_400_000),
          first: 9,
        },
      ]);
      return page?.times.map(({ startsAt, endsAt }) => (+endsAt - +startsAt) / 3_600_000);
    };
    expect(await hoursOn("2030-03-31")).toEqual([11]);
    expect(await hoursOn("2030-10-27")).toEqual([13]);
    expect(parseLocalDateTime("2030-03-31T02:30")).not.toBeNull();
  });
});
