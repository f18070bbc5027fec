import { describe, expect } from "vitest";
import {
  AppointmentDocument,
  AppointmentsDocument,
  DoctorAppointmentsDocument,
  PatientAppointmentsDocument,
} from "../../client/src/documents.js";
import type { AppointmentFilter, AppointmentsQuery } from "../../client/src/index.js";
import { nodesOf, type Api } from "../support/api.js";
import { future, iso, test, type Clinic } from "../support/clinic.js";

const DAY = 24 * 60 * 60 * 1_000;

/** Appointments of one doctor, a day apart, in the order of `days`. */
async function bookDays(clinic: Clinic, days: number[]) {
  const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
  const ids: number[] = [];
  for (const day of days) {
    const input = { patientId: patient.id, doctorId: doctor.id, startsAt: future(day) };
    ids.push((await clinic.book(input)).id);
  }
  return { patient, doctor, ids, filter: { doctorId: `doc_${doctor.id}` } };
}

async function pageThrough(
  api: Api,
  filter: AppointmentFilter,
  first: number,
  between: () => Promise<void> = async () => undefined,
) {
  const pages: number[][] = [];
  let after: string | null = null;
  for (;;) {
    const { appointments }: AppointmentsQuery = await api.query(AppointmentsDocument, {
      filter,
      first,
      after,
    });
    pages.push(nodesOf(appointments).map(({ databaseId }) => databaseId));
    if (!appointments.pageInfo.hasNextPage) return pages;
    after = appointments.pageInfo.endCursor ?? null;
    await between();
  }
}

describe("appointment", () => {
  test("is found by id and database id, and is null where there is none", async ({
    api,
    clinic,
  }) => {
    const { id } = await clinic.book({});
    for (const by of [{ id: `apt_${id}` }, { databaseId: id }]) {
      expect((await api.query(AppointmentDocument, { by })).appointment?.databaseId).toBe(id);
    }
    for (const by of [{ id: "apt_2147483647" }, { databaseId: 0 }, { databaseId: -1 }]) {
      expect(await api.query(AppointmentDocument, { by })).toEqual({ appointment: null });
    }
  });
});

describe("appointments", () => {
  test("are paged by cursor, by start and then id, each once", async ({ api, clinic }) => {
    const { ids, filter, patient } = await bookDays(clinic, [9, 3, 7, 5, 8, 4, 6]);
    // At the same time with another doctor: the id decides.
    const twin = await clinic.book({ patientId: patient.id, startsAt: future(3) });
    const byPatient = { patientId: `pat_${patient.id}` };
    const [i9, i3, i7, i5, i8, i4, i6] = ids;
    expect(await pageThrough(api, byPatient, 3)).toEqual([
      [i3, twin.id, i4],
      [i5, i6, i7],
      [i8, i9],
    ]);
    expect(await pageThrough(api, filter, 7)).toEqual([[i3, i4, i5, i6, i7, i8, i9]]);
  });

  test("are 25 on pages of 10, 10 and 5", async ({ api, clinic }) => {
    const { filter } = await bookDays(
      clinic,
      Array.from({ length: 25 }, (_, day) => day + 1),
    );
    const pages = await pageThrough(api, filter, 10);
    expect(pages.map(({ length }) => length)).toEqual([10, 10, 5]);
    expect(new Set(pages.flat()).size).toBe(25);
  });

  test("keep their cursors right while others come and go", async ({ api, clinic }) => {
    const { ids, filter, doctor, patient } = await bookDays(clinic, [10, 20, 30, 40]);
    let isFirstTurn = true;
    const pages = await pageThrough(api, filter, 2, async () => {
      if (!isFirstTurn) return;
      isFirstTurn = false;
      // One comes before the cursor, one after it, and the row of the cursor itself goes.
      const input = { patientId: patient.id, doctorId: doctor.id };
      await clinic.book({ ...input, startsAt: future(5) });
      ids.push((await clinic.book({ ...input, startsAt: future(35) })).id);
      await api.domain.appointments.remove({ appointmentId: ids[1] ?? 0 });
    });
    const [i10, i20, i30, i40, i35] = ids;
    expect(pages).toEqual([[i10, i20], [i30, i35], [i40]]);
  });

  test("are listed backwards too", async ({ api, clinic }) => {
    const { ids, filter } = await bookDays(clinic, [3, 4, 5]);
    const orderBy = "STARTS_AT_DESC";
    const one = (await api.query(AppointmentsDocument, { filter, orderBy, first: 2 })).appointments;
    const after = one.pageInfo.endCursor;
    const two = (await api.query(AppointmentsDocument, { filter, orderBy, first: 2, after }))
      .appointments;
    const found = [...nodesOf(one), ...nodesOf(two)].map(({ databaseId }) => databaseId);
    expect(found).toEqual([...ids].reverse());
    expect(two.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(one.edges.map(({ cursor }) => cursor)).toEqual([
      one.pageInfo.startCursor,
      one.pageInfo.endCursor,
    ]);
  });

  test("are filtered by people, status and time, wherever they stand", async ({ api, clinic }) => {
    const { ids, doctor, patient } = await bookDays(clinic, [3, 4, 5, 6]);
    const stranger = await clinic.patient();
    const [i3, i4, i5, i6] = ids;
    await api.domain.appointments.cancel({ appointmentId: i4 ?? 0 });
    await clinic.at(future(6)).appointments.complete({ appointmentId: i5 ?? 0 });
    const from = (day: number) => iso(new Date(future(day).getTime()));
    const cases: [AppointmentFilter, (number | undefined)[]][] = [
      [{}, [i3, i4, i5, i6]],
      [{ status: ["BOOKED"] }, [i3, i6]],
      [{ status: ["CANCELLED", "COMPLETED"] }, [i4, i5]],
      [{ status: [] }, []],
      [{ status: null, startsFrom: from(4) }, [i4, i5, i6]],
      [{ startsBefore: from(5) }, [i3, i4]],
      [{ startsFrom: from(4), startsBefore: from(6), status: ["COMPLETED"] }, [i5]],
      [{ startsFrom: from(6), startsBefore: from(4) }, []],
      [{ patientId: `pat_${patient.id}` }, [i3, i4, i5, i6]],
      [{ patientId: `pat_${stranger.id}` }, []],
    ];
    for (const [filter, expected] of cases) {
      const by = { databaseId: doctor.id };
      const all = await api.query(AppointmentsDocument, {
        filter: { ...filter, doctorId: `doc_${doctor.id}` },
      });
      const ofDoctor = await api.query(DoctorAppointmentsDocument, { by, filter });
      const ofPatient = await api.query(PatientAppointmentsDocument, {
        by: { databaseId: patient.id },
        filter,
      });
      for (const list of [
        all.appointments,
        ofDoctor.doctor?.appointments,
        ofPatient.patient?.appointments,
      ]) {
        expect(
          list && nodesOf(list).map(({ databaseId }) => databaseId),
          JSON.stringify(filter),
        ).toEqual(expected);
        expect(list?.totalCount).toBe(expected.length);
      }
    }
    const another = await api.query(DoctorAppointmentsDocument, {
      by: { databaseId: doctor.id },
      filter: { doctorId: `doc_${doctor.id + 1}` },
    });
    expect(another.doctor?.appointments.edges).toEqual([]);
  });

  test("are read as Prisma reads them", async ({ api, clinic }) => {
    const { doctor, ids } = await bookDays(clinic, [3, 4]);
    await api.domain.appointments.cancel({ appointmentId: ids[0] ?? 0, reason: "Ill" });
    const where = { doctorId: doctor.id };
    const expected = await api.db.read(({ appointment }) =>
      appointment.findMany({ where, orderBy: { startsAt: "asc" } }),
    );
    const [page] = await api.domain.appointments.pages([
      { filters: [where], orderBy: "STARTS_AT_ASC", first: 10, after: null },
    ]);
    expect(page?.rows).toEqual(expected);
    expect(expected).toHaveLength(2);
    expect((expected[1]?.startsAt.getTime() ?? 0) - (expected[0]?.startsAt.getTime() ?? 0)).toBe(
      DAY,
    );
  });
});
