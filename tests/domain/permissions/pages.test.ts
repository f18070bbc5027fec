import fc from "fast-check";
import { describe, expect } from "vitest";
import type { Caller } from "../../../src/domain/caller.js";
import type { Database } from "../../../src/db/database.js";
import {
  createDomain,
  type AppointmentFilter,
  type AppointmentOrder,
  type AppointmentRow,
  type Appointment,
  type Page,
  type Patient,
  type Position,
  type UseCases,
} from "../../../src/domain/index.js";
import { test } from "../../support/domain.js";
import type { Clinic } from "../../support/clinic.js";
import { someone } from "./world.js";

const STATUSES = ["BOOKED", "CANCELLED", "COMPLETED", "NO_SHOW"] as const;
const APPOINTMENT_ORDERS = [
  "STARTS_AT_ASC",
  "STARTS_AT_DESC",
  "BOOKED_ASC",
  "BOOKED_DESC",
] as const;
const PATIENT_ORDERS = ["REGISTERED_ASC", "REGISTERED_DESC", "NAME_ASC", "NAME_DESC"] as const;
const HOUR = 3_600_000;
const START = Date.parse("2032-01-01T00:00:00Z");

/** Two of them have one name. */
const FIRST_NAMES = ["Cleo", "Ann", "Bob", "Ann", "Dora", "Bea"];

/** Who is in a clinic, and what is booked in it: at most one appointment an hour and doctor. */
interface Booked {
  doctors: number[];
  patients: Patient[];
  appointments: Appointment[];
}

const bookings = fc.uniqueArray(
  fc.record({
    doctor: fc.nat(2),
    patient: fc.nat(5),
    hour: fc.nat(30),
    status: fc.constantFrom(...STATUSES),
  }),
  { maxLength: 40, selector: ({ doctor, hour }) => `${doctor} ${hour}` },
);

type Booking = typeof bookings extends fc.Arbitrary<(infer Each)[]> ? Each : never;

async function book(
  db: Database,
  people: Pick<Booked, "doctors" | "patients">,
  wanted: readonly Booking[],
): Promise<Booked> {
  const createdAt = new Date(START - HOUR);
  const doctorId = { in: people.doctors };
  const data = wanted.map(({ doctor, patient, hour, status }) => ({
    doctorId: people.doctors[doctor] ?? NaN,
    patientId: people.patients[patient]?.id ?? NaN,
    startsAt: new Date(START + hour * HOUR),
    endsAt: new Date(START + hour * HOUR + HOUR / 2),
    durationMinutes: 30,
    status,
    createdAt,
    updatedAt: createdAt,
  }));
  const appointments = await db.transaction(async ({ appointment }) => {
    await appointment.deleteMany({ where: { doctorId } });
    if (data.length > 0) await appointment.createMany({ data });
    return appointment.findMany({ where: { doctorId } });
  });
  return { ...people, appointments };
}

/** What a filter means. */
const matches =
  ({ doctorId, patientId, status, startsFrom }: AppointmentFilter) =>
  (appointment: Appointment): boolean =>
    (doctorId ?? appointment.doctorId) === appointment.doctorId &&
    (patientId ?? appointment.patientId) === appointment.patientId &&
    (status ?? STATUSES).includes(appointment.status) &&
    appointment.startsAt >= (startsFrom ?? new Date(0));

const inOrder = (order: AppointmentOrder, list: readonly Appointment[]): number[] => {
  const sign = order.endsWith("ASC") ? 1 : -1;
  const start = ({ startsAt }: Appointment) => (order.startsWith("STARTS") ? +startsAt : 0);
  return [...list]
    .sort((one, other) => sign * (start(one) - start(other) || one.id - other.id))
    .map(({ id }) => id);
};

const byName = (order: (typeof PATIENT_ORDERS)[number], list: readonly Patient[]): number[] => {
  const sign = order.endsWith("ASC") ? 1 : -1;
  const name = ({ firstName }: Patient) => (order.startsWith("NAME") ? firstName : "");
  return [...list]
    .sort((one, other) => sign * (name(one).localeCompare(name(other)) || one.id - other.id))
    .map(({ id }) => id);
};

/** All rows of a list, by pages of a size. */
async function turn<Row extends { id: number }>(
  read: (after: Position | null) => Promise<Page<Row>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: Position | null = null; ;) {
    const page: Page<Row> = await read(after);
    rows.push(...page.rows);
    const last = page.rows.at(-1);
    if (!page.hasNextPage || !last) return rows;
    after = page.positionOf(last);
  }
}

const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

/** All appointments of some filters, with their people, as a list within others is read: many lists a statement. */
async function turnTogether(
  { appointments }: UseCases,
  lists: readonly AppointmentFilter[][],
  orderBy: AppointmentOrder,
  first: number,
): Promise<AppointmentRow[][]> {
  const fields = new Set(["startsAt", "patient", "email", "doctor", "fullName"]);
  const found = lists.map((): AppointmentRow[] => []);
  let open = lists.map((_, index) => ({ index, after: null as Position | null }));
  while (open.length > 0) {
    const pages = await appointments.pages(
      open.map(({ index, after }) => {
        return { filters: lists[index] ?? [], orderBy, first, after, fields };
      }),
    );
    open = open.flatMap(({ index }, place) => {
      const page = pages[place] as Page<AppointmentRow>;
      found[index]?.push(...page.rows);
      const last = page.rows.at(-1);
      return page.hasNextPage && last ? [{ index, after: page.positionOf(last) }] : [];
    });
  }
  return found;
}

async function openClinic(clinic: Clinic): Promise<Pick<Booked, "doctors" | "patients">> {
  const doctors = [];
  const patients = [];
  for (let count = 0; count < 3; count += 1) doctors.push((await clinic.doctor()).id);
  for (const firstName of FIRST_NAMES) patients.push(await clinic.patient({ firstName }));
  return { doctors, patients };
}

const cases = fc.record({
  wanted: bookings,
  caller: fc.oneof(
    fc.nat(2).map((index) => ({ role: "DOCTOR" as const, index })),
    fc.nat(5).map((index) => ({ role: "PATIENT" as const, index })),
    fc.constantFrom("STAFF" as const, "ADMIN" as const).map((role) => ({ role, index: 0 })),
  ),
  first: fc.integer({ min: 1, max: 7 }),
  status: fc.option(fc.subarray([...STATUSES])),
  startsFrom: fc.option(fc.nat(30).map((hour) => new Date(START + hour * HOUR))),
});

type Case = typeof cases extends fc.Arbitrary<infer Each> ? Each : never;

function callerOf({ caller: { role, index } }: Case, { doctors, patients }: Booked): Caller {
  if (role === "DOCTOR") return someone("d", { role, doctorId: doctors[index] ?? NaN });
  if (role === "PATIENT") return someone("p", { role, patientId: patients[index]?.id ?? NaN });
  return someone("s", { role });
}

/** What a caller may see of a clinic. */
function visibleTo(caller: Caller, { appointments, patients }: Booked) {
  const { doctorId = null, patientId = null } = {
    ...(caller.role === "DOCTOR" && { doctorId: caller.doctorId }),
    ...(caller.role === "PATIENT" && { patientId: caller.patientId }),
  };
  const own = appointments.filter(matches({ doctorId, patientId }));
  const known = new Set(own.map((each) => each.patientId));
  return {
    appointments: own,
    patients: patients.filter(({ id }) => {
      if (caller.role === "DOCTOR") return known.has(id);
      return patientId === null || patientId === id;
    }),
  };
}

async function holdAppointments(useCases: UseCases, given: Case, booked: Booked, caller: Caller) {
  const visible = visibleTo(caller, booked).appointments;
  const { first, status, startsFrom } = given;
  const asked = { status, startsFrom };
  // Other tests' appointments are not of these doctors; some lists are as within a doctor or a patient.
  const lists = [
    ...booked.doctors.map((doctorId) => [{ doctorId }, asked]),
    ...booked.patients.map(({ id }) => [{ patientId: id }, asked]),
    [{ doctorId: booked.doctors[0], patientId: booked.patients[0]?.id }],
  ];
  const expected = lists.map((filters) =>
    visible.filter((each) => filters.every((filter) => matches(filter)(each))),
  );
  const { appointments, patients, doctors } = useCases;
  expect(await appointments.counts(lists)).toEqual(expected.map(({ length }) => length));
  for (const orderBy of APPOINTMENT_ORDERS) {
    const found = await turnTogether(useCases, lists, orderBy, first);
    expect(found.map(ids)).toEqual(expected.map((each) => inOrder(orderBy, each)));
    for (const row of found.flat()) expect([row.patient, row.doctor]).not.toContain(undefined);
  }
  const isScoped = caller.role === "DOCTOR" || caller.role === "PATIENT";
  if (isScoped) {
    const all = [[{ ...asked }]];
    const mine = visible.filter(matches(asked));
    expect(await appointments.counts(all)).toEqual([mine.length]);
    const [found = []] = await turnTogether(useCases, all, "STARTS_AT_ASC", first);
    expect(ids(found)).toEqual(inOrder("STARTS_AT_ASC", mine));
  }
  // Who sees an appointment sees its patient and its doctor; who does not see it does not find it.
  await Promise.all(
    booked.appointments.map(async (each) => {
      const isVisible = visible.includes(each);
      expect((await appointments.byId(each.id)) !== null).toBe(isVisible);
      if (!isVisible) return;
      expect(await patients.byId(each.patientId)).toMatchObject({ id: each.patientId });
      expect(await doctors.byId(each.doctorId)).toMatchObject({ id: each.doctorId });
    }),
  );
}

async function holdPatients(
  { patients }: UseCases,
  { first }: Case,
  booked: Booked,
  caller: Caller,
  tag: string,
) {
  const visible = visibleTo(caller, booked).patients;
  const isScoped = caller.role === "DOCTOR" || caller.role === "PATIENT";
  for (const search of [tag, `Ann ${tag}`, ...(isScoped ? [""] : [])]) {
    const found = visible.filter(
      ({ firstName }) => !search.startsWith("Ann") || firstName === "Ann",
    );
    expect(await patients.count({ search })).toBe(found.length);
    for (const orderBy of PATIENT_ORDERS) {
      const rows = await turn((after) => patients.page({ search }, { orderBy, first, after }));
      expect(ids(rows)).toEqual(byName(orderBy, found));
    }
  }
  const together = booked.patients.map(async ({ id, email }) => {
    return [await patients.byId(id), await patients.byEmail(email)];
  });
  const expected = booked.patients.map((each) => {
    const isVisible = visible.includes(each);
    return isVisible ? [each.id, each.id] : [undefined, undefined];
  });
  expect((await Promise.all(together)).map((both) => both.map((each) => each?.id))).toEqual(
    expected,
  );
}

describe("lists, as each role sees them", () => {
  test("are, page after page, what an oracle in memory says, with exact totals", async ({
    db,
    clinic,
  }) => {
    const people = await openClinic(clinic);
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const booked = await book(db, people, given.wanted);
        const caller = callerOf(given, booked);
        const useCases = createDomain({ db }).as(caller);
        await holdAppointments(useCases, given, booked, caller);
        await holdPatients(useCases, given, booked, caller, clinic.tag);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
