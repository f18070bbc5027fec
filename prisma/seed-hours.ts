import type { Appointment, Outcome, PublishSchedule, UseCases } from "../src/domain/index.js";

const MINUTES_PER_DAY = 24 * 60;
const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_DAY = MINUTES_PER_DAY * MILLISECONDS_PER_MINUTE;

/** How many appointments each of these doctors gets. */
const APPOINTMENTS = 6;
const DURATION_MINUTES = 30;
const MOST_FREE_TIMES = 500;

type Hours = PublishSchedule["hours"];

/** The same intervals, in minutes of the day, on each of these weekdays; Monday is 1. */
const weekly = (weekdays: readonly number[], intervals: readonly [number, number][]): Hours =>
  weekdays.flatMap((weekday) => intervals.map(([from, until]) => ({ weekday, from, until })));

const WEEKDAYS = [1, 2, 3, 4, 5];
const at = (hour: number, minute = 0): number => hour * 60 + minute;

const USUAL = {
  timeZone: "Europe/Berlin",
  validUntil: null,
  slotMinutes: 30,
  gapMinutes: 0,
  minimumNoticeMinutes: 0,
  horizonDays: null,
  ifBooked: "REFUSE",
} as const;

/** Doctors who can only be booked within their hours, all of which have a lunch break. */
const DOCTORS = {
  plain: {
    doctor: { fullName: "Dr. Sabine Vogel", specialty: "Ophthalmology" },
    schedule: {
      ...USUAL,
      hours: weekly(WEEKDAYS, [
        [at(9), at(12, 30)],
        [at(13, 30), at(17)],
      ]),
    },
  },
  withGap: {
    doctor: { fullName: "Dr. Tomás Ruiz", specialty: "Psychiatry" },
    schedule: {
      ...USUAL,
      slotMinutes: 20,
      gapMinutes: 10,
      minimumNoticeMinutes: 120,
      hours: [
        ...weekly(WEEKDAYS.slice(0, 4), [
          [at(8), at(12)],
          [at(13), at(18)],
        ]),
        ...weekly([5], [[at(8), at(13)]]),
      ],
    },
  },
  onLeave: {
    doctor: { fullName: "Dr. Nora Lindqvist", specialty: "Ophthalmology" },
    schedule: {
      ...USUAL,
      slotMinutes: 15,
      hours: weekly(WEEKDAYS, [
        [at(8), at(12)],
        [at(12, 45), at(16)],
      ]),
    },
  },
};

/**
 * Adds doctors with hours: one with extra hours on a Saturday, one who keeps a gap and has a plan for the summer, and
 * one who is on leave next week.
 *
 * @param start when the history of the demo clinic begins, which is the present of `useCases`.
 * @param today the day on which it is added; appointments go as far ahead as they go back.
 * @returns the appointments that were booked, all of them at free times.
 */
export async function addDoctorsWithHours(
  { doctors, schedules, availability, appointments }: UseCases,
  { start, today, patientIds }: { start: Date; today: Date; patientIds: readonly number[] },
): Promise<Appointment[]> {
  const ids: number[] = [];
  const firstDay = dayOf(start);
  for (const { doctor, schedule } of Object.values(DOCTORS)) {
    const { id: doctorId } = value(await doctors.create(doctor));
    value(await schedules.publish({ doctorId, ...schedule, validFrom: firstDay }));
    ids.push(doctorId);
  }
  const [plain, withGap, onLeave] = ids as [number, number, number];
  const summer = summerAfter(today);
  const shortDays = weekly([1, 3, 5], [[at(8), at(12)]]);
  const plan = { ...DOCTORS.withGap.schedule, ...summer, hours: shortDays };
  value(await schedules.publish({ doctorId: withGap, ...plan }));
  const monday = dayOf(today) + 8 - (today.getUTCDay() || 7);
  const leave = { doctorIds: [onLeave], ...minutesOf(monday, 7 * MINUTES_PER_DAY) };
  value(await schedules.addTimeOff({ ...leave, note: "Holiday", ifBooked: "REFUSE" }));
  const saturday = minutesOf(monday + 5, at(12), at(9));
  const note = "The first Saturday with consultations";
  value(await schedules.addExtraHours({ doctorIds: [plain], ...saturday, note }));

  const until = new Date(2 * today.getTime() - start.getTime());
  const wanted = { from: start, until, durationMinutes: DURATION_MINUTES, first: MOST_FREE_TIMES };
  const pages = await availability.freeTimes(ids.map((doctorId) => ({ doctorId, ...wanted })));
  const booked: Appointment[] = [];
  for (const { times } of pages) {
    for (let index = 0; index < APPOINTMENTS; index += 1) {
      // Spread over the whole time, so that none is near another.
      const time = times[Math.floor((times.length * (2 * index + 1)) / (2 * APPOINTMENTS))];
      const patientId = patientIds[(5 * booked.length) % patientIds.length];
      if (!time || patientId === undefined) continue;
      const { doctorId, startsAt } = time;
      const input = { patientId, doctorId, startsAt, durationMinutes: DURATION_MINUTES };
      booked.push(value(await appointments.book(input)));
    }
  }
  return booked;
}

const dayOf = (date: Date): number => Math.floor(date.getTime() / MILLISECONDS_PER_DAY);

/** From one minute of a local day to another, which may be on a later day. */
const minutesOf = (day: number, until: number, from = 0) => ({
  from: day * MINUTES_PER_DAY + from,
  until: day * MINUTES_PER_DAY + until,
});

/** July and August of the next year. */
function summerAfter(today: Date): { validFrom: number; validUntil: number } {
  const year = today.getUTCFullYear() + 1;
  return {
    validFrom: dayOf(new Date(Date.UTC(year, 6, 1))),
    validUntil: dayOf(new Date(Date.UTC(year, 7, 31))),
  };
}

/** The value of an outcome that is done. @throws Error with the codes of the refusals. */
export function value<Value>(outcome: Outcome<Value>): Value {
  if (outcome.done) return outcome.value;
  const codes = outcome.refusals.map(({ code }) => code).join(", ");
  throw new Error(`The demo clinic breaks a rule: ${codes}`);
}
