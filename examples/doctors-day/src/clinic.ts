import {
  AppointmentsDocument,
  createClient,
  DoctorsDocument,
  PatientsDocument,
  type Appointment,
  type Doctor,
  type Page,
  type Patient,
  type ResultOf,
} from "patient-encounter-system-client";
import { boundsOf, type Day } from "./time.js";

export const client = createClient({ url: "/graphql" });

/** All doctors, by name. */
export async function allDoctors(signal: AbortSignal): Promise<Doctor[]> {
  const doctors: Doctor[] = [];
  let after: string | null = null;
  do {
    const page: ResultOf<typeof DoctorsDocument> = await client.request(
      DoctorsDocument,
      { orderBy: "NAME_ASC", first: 100, after },
      { signal },
    );
    doctors.push(...page.doctors.edges.map(({ node }) => node));
    after = page.doctors.pageInfo.hasNextPage ? page.doctors.pageInfo.endCursor : null;
  } while (after !== null);
  return doctors;
}

/** The patients whose name or email begins with this text, the first few. */
export async function findPatients(search: string, signal: AbortSignal): Promise<Patient[]> {
  const variables = { search, orderBy: "NAME_ASC", first: 5 } as const;
  const { patients } = await client.request(PatientsDocument, variables, { signal });
  return patients.edges.map(({ node }) => node);
}

/** Appointments of a day, as far as they have been asked for. */
export interface DayAppointments {
  list: Appointment[];
  totalCount: number;
  page: Page;
}

/** A page of a doctor's day, from `after` on. */
export async function appointmentsOf(
  doctorId: string,
  day: Day,
  { first, after = null }: { first: number; after?: string | null },
  signal?: AbortSignal,
): Promise<DayAppointments> {
  const filter = { doctorId, ...boundsOf(day) };
  const variables = { filter, first, after };
  const { appointments } = await client.request(
    AppointmentsDocument,
    variables,
    signal && { signal },
  );
  const { edges, totalCount, pageInfo } = appointments;
  return { list: edges.map(({ node }) => node), totalCount, page: pageInfo };
}
