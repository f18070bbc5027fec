import { cacheExchange as documentCache, createClient, fetchExchange } from "@urql/core";
import { cacheExchange as graphCache } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { describe, expect } from "vitest";
import {
  AppointmentsDocument,
  BookAppointmentDocument,
  CancelAppointmentDocument,
  DeleteAppointmentDocument,
} from "../../client/src/documents.js";
import { future, iso } from "../support/clinic.js";
import { test } from "./address.js";

const preferGetMethod = false;

describe("with urql", () => {
  test("books an appointment, gets a refusal, and its document cache has the booking", async ({
    address,
    clinic,
  }) => {
    const url = `${address}/graphql`;
    const client = createClient({
      url,
      preferGetMethod,
      exchanges: [documentCache, fetchExchange],
    });
    const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
    const variables = { filter: { doctorId: `doc_${doctor.id}` }, first: 5 };
    const count = async () =>
      (await client.query(AppointmentsDocument, variables)).data?.appointments.totalCount;
    // Booked once at least, so that the cache knows that the list is about appointments.
    await clinic.book({ doctorId: doctor.id, startsAt: future(6) });
    expect(await count()).toBe(1);

    const input = {
      patientId: `pat_${patient.id}`,
      doctorId: `doc_${doctor.id}`,
      startsAt: iso(future(7)),
      durationMinutes: 30,
    };
    const book = () => client.mutation(BookAppointmentDocument, { input }).toPromise();
    const booked = await book();
    expect(booked.data?.bookAppointment).toMatchObject({
      appointment: { startsAt: input.startsAt },
      userErrors: [],
    });
    expect(await count()).toBe(2);
    expect((await book()).data?.bookAppointment).toMatchObject({
      appointment: null,
      userErrors: [
        {
          code: "SLOT_TAKEN",
          blocking: { startsAt: input.startsAt, endsAt: iso(future(7, "09:30:00")) },
        },
      ],
    });
  });

  test("its graph cache merges pages, shows a change everywhere, and drops deleted objects", async ({
    address,
    clinic,
  }) => {
    const cache = graphCache({
      resolvers: { Query: { appointments: relayPagination() } },
      updates: {
        Mutation: {
          deleteAppointment(_result, { input }, store) {
            const { appointmentId } = input as { appointmentId: string };
            store.invalidate({ __typename: "Appointment", id: appointmentId });
          },
        },
      },
    });
    const url = `${address}/graphql`;
    const client = createClient({ url, preferGetMethod, exchanges: [cache, fetchExchange] });
    const doctorId = (await clinic.doctor()).id;
    for (const days of [7, 8, 9]) await clinic.book({ doctorId, startsAt: future(days) });
    const filter = { doctorId: `doc_${doctorId}` };
    const page = async (after: string | null) => {
      const { data } = await client.query(AppointmentsDocument, { filter, first: 2, after });
      return data?.appointments;
    };
    const starts = (list: Awaited<ReturnType<typeof page>>) =>
      list?.edges.map(({ node }) => node.startsAt);

    const first = await page(null);
    expect(starts(first)).toHaveLength(2);
    const merged = await page(first?.pageInfo.endCursor ?? null);
    expect(starts(merged)).toEqual([7, 8, 9].map((days) => iso(future(days))));

    const [one, two] = merged?.edges.map(({ node }) => node.id) ?? [];
    await client.mutation(CancelAppointmentDocument, { input: { appointmentId: one ?? "" } });
    const changed = await page(null);
    expect(changed?.edges.map(({ node }) => node.status)).toEqual([
      "CANCELLED",
      "BOOKED",
      "BOOKED",
    ]);

    await client.mutation(DeleteAppointmentDocument, { input: { appointmentId: two ?? "" } });
    expect(starts(await page(null))).toEqual([7, 9].map((days) => iso(future(days))));
  });
});
