import { gql } from "graphql-tag";
import { describe, expect } from "vitest";
import { BookAppointmentDocument } from "../../client/src/documents.js";
import type { AppointmentFilter, DoctorFilter } from "../../client/src/index.js";
import type { TypedDocumentNode } from "../../client/src/typed-document-node.js";
import { future, iso, test, type Clinic } from "../support/clinic.js";

const WITH_PEOPLE = gql`
  query AppointmentsWithPeople($filter: AppointmentFilter) {
    appointments(filter: $filter, first: 100) {
      nodes {
        id
        patient {
          fullName
        }
        doctor {
          fullName
        }
      }
    }
  }
` as TypedDocumentNode<
  { appointments: { nodes: { id: string }[] } },
  { filter: AppointmentFilter }
>;

const ALONE = gql`
  query AppointmentsAlone($filter: AppointmentFilter) {
    appointments(filter: $filter, first: 10) {
      nodes {
        id
        startsAt
      }
    }
  }
`;

const TOTAL = gql`
  query AppointmentsTotal($filter: AppointmentFilter) {
    appointments(filter: $filter) {
      totalCount
    }
  }
`;

const WITHIN_DOCTORS = gql`
  query DoctorsWithAppointments($filter: DoctorFilter) {
    doctors(filter: $filter, first: 10) {
      nodes {
        id
        appointments(first: 5) {
          totalCount
          nodes {
            id
            patient {
              fullName
            }
          }
        }
      }
    }
  }
` as TypedDocumentNode<
  { doctors: { nodes: { appointments: { totalCount: number; nodes: unknown[] } }[] } },
  { filter: DoctorFilter }
>;

async function fill(clinic: Clinic, count: number) {
  const patients = [];
  const doctors = [];
  for (let i = 0; i < count; i += 1) {
    patients.push((await clinic.patient()).id);
    doctors.push((await clinic.doctor()).id);
  }
  for (let i = 0; i < count; i += 1) {
    await clinic.book({
      patientId: patients[i] ?? 0,
      doctorId: doctors[i] ?? 0,
      startsAt: future(40 + i),
    });
  }
  return { startsFrom: iso(future(40)), startsBefore: iso(future(40 + count)) };
}

describe("the number of SQL statements of a query", () => {
  test.for([1, 10, 100])(
    "a list with patients and doctors costs one, at %d rows",
    async (count, { api, clinic }) => {
      const filter = await fill(clinic, count);
      const statements = await api.statements(async () => {
        const { appointments } = await api.query(WITH_PEOPLE, { filter });
        expect(appointments.nodes.length).toBeGreaterThanOrEqual(count);
      });
      expect(statements).toHaveLength(1);
    },
  );

  test("is one for a list, and one more for its total count, only if it is selected", async ({
    api,
    clinic,
  }) => {
    const filter = await fill(clinic, 2);
    const alone = await api.statements(() => api.query(ALONE, { filter }));
    expect(alone).toHaveLength(1);
    expect(alone[0]).not.toMatch(/COUNT|patients|doctors/);
    const total = await api.statements(() => api.query(TOTAL, { filter }));
    expect(total).toHaveLength(1);
    expect(total[0]).toMatch(/COUNT/);
  });

  test("is one for all lists within a list, and one more for their total counts", async ({
    api,
    clinic,
  }) => {
    await fill(clinic, 10);
    const statements = await api.statements(async () => {
      const { doctors } = await api.query(WITHIN_DOCTORS, {
        filter: { specialty: clinic.tag },
      });
      expect(doctors.nodes.map(({ appointments }) => appointments.totalCount)).toEqual(
        Array.from({ length: 10 }, () => 1),
      );
      expect(doctors.nodes.every(({ appointments }) => appointments.nodes.length === 1)).toBe(true);
    });
    // Doctors, their pages with the patients, their totals.
    expect(statements).toHaveLength(3);
  });

  test("is the same if a field is selected repeatedly in one request", async ({ api, clinic }) => {
    const { doctorId } = await clinic.book({});
    const filters = [{ doctorId, status: Array.from({ length: 70_000 }, () => "BOOKED" as const) }];
    const others = [{ doctorId: 0 }];
    const request = { orderBy: "STARTS_AT_ASC", first: 5, after: null } as const;
    const statements = await api.statements(async () => {
      const wanted = Array.from({ length: 200 }, (_, index) => (index === 7 ? others : filters));
      const counts = await api.domain.appointments.counts(wanted);
      expect(counts).toEqual(wanted.map((each) => (each === others ? 0 : 1)));
      const pages = await api.domain.appointments.pages(
        wanted.map((each) => ({ ...request, filters: each })),
      );
      expect(pages.map(({ rows }) => rows.length)).toEqual(counts);
    });
    const branches = statements.map((sql) => sql.match(/SELECT/g)?.length);
    const places = statements.map((sql) => sql.match(/a\.status IN \([?,]*\)/g));
    expect(branches).toEqual([2, 2]);
    expect(places).toEqual([["a.status IN (?)"], ["a.status IN (?)"]]);
  });

  test("starts, for a booking, with the write of the doctor's row", async ({ api, clinic }) => {
    const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
    const input = {
      patientId: `pat_${patient.id}`,
      doctorId: `doc_${doctor.id}`,
      startsAt: iso(future(7)),
      durationMinutes: 30,
    };
    const statements = await api.statements(() => api.query(BookAppointmentDocument, { input }));
    expect(statements[0]).toMatch(/^UPDATE .*doctors/);
    expect(statements.filter((sql) => /^\s*(INSERT|UPDATE)/.test(sql))).toHaveLength(2);
  });
});
