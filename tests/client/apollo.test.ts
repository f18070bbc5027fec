import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import { describe, expect, vi } from "vitest";
import { matchUserErrors } from "../../client/src/index.js";
import {
  AppointmentsDocument,
  BookAppointmentDocument,
  CancelAppointmentDocument,
  DeleteAppointmentDocument,
  DeleteDoctorDocument,
  NodeDocument,
  possibleTypes,
} from "../../client/src/documents.js";
import { future, iso } from "../support/clinic.js";
import { test } from "./address.js";

/** Apollo Client as the README makes it. */
const connect = (address: string) =>
  new ApolloClient({
    link: new HttpLink({ uri: `${address}/graphql` }),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        Query: { fields: { appointments: relayStylePagination(["filter", "orderBy"]) } },
      },
    }),
  });

describe("with Apollo Client", () => {
  test("books an appointment, and gets the reasons of refusals, with the interval of a blocking one", async ({
    address,
    clinic,
  }) => {
    const warn = vi.spyOn(console, "warn");
    const client = connect(address);
    const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
    const input = {
      patientId: `pat_${patient.id}`,
      doctorId: `doc_${doctor.id}`,
      startsAt: iso(future(7)),
      durationMinutes: 30,
    };
    const book = (through = client) =>
      through.mutate({ mutation: BookAppointmentDocument, variables: { input } });
    const booked = (await book()).data?.bookAppointment;
    expect(booked).toMatchObject({
      appointment: { startsAt: input.startsAt, doctor: { fullName: doctor.fullName } },
      userErrors: [],
    });
    const refused = (await book()).data?.bookAppointment;
    expect(refused?.appointment).toBeNull();
    expect(refused?.userErrors).toMatchObject([
      {
        code: "SLOT_TAKEN",
        blocking: { startsAt: iso(future(7)), endsAt: iso(future(7, "09:30:00")) },
      },
    ]);
    const { data } = await client.mutate({
      mutation: DeleteDoctorDocument,
      variables: { input: { doctorId: input.doctorId } },
    });
    expect(
      matchUserErrors("deleteDoctor", data?.deleteDoctor?.userErrors ?? [], {
        DOCTOR_NOT_FOUND: () => "gone",
        STALE_VERSION: ({ currentVersion }) => `now ${currentVersion}`,
        HAS_APPOINTMENTS: ({ appointmentCount }) => `${appointmentCount} left`,
      }),
    ).toEqual(["1 left"]);
    expect(warn).not.toHaveBeenCalled();

    // Without a type policy, the cache has the same result, but Apollo warns that it might not.
    warn.mockReturnValue();
    const stock = new ApolloClient({ link: client.link, cache: new InMemoryCache() });
    expect((await book(stock)).data?.bookAppointment).toEqual(refused);
    warn.mockRestore();
  });

  test("merges pages, shows a change everywhere, and drops deleted objects", async ({
    address,
    clinic,
  }) => {
    const client = connect(address);
    const doctorId = (await clinic.doctor()).id;
    for (const days of [7, 8, 9]) await clinic.book({ doctorId, startsAt: future(days) });

    const filter = { doctorId: `doc_${doctorId}` };
    const list = client.watchQuery({
      query: AppointmentsDocument,
      variables: { filter, first: 2 },
    });
    const seen = () => {
      const { data } = list.getCurrentResult();
      const edges = data && "appointments" in data ? (data.appointments.edges ?? []) : [];
      return edges.map((edge) => edge.node);
    };
    const subscription = list.subscribe(() => undefined);
    try {
      await expect.poll(() => seen().length).toBe(2);
      const { data } = list.getCurrentResult();
      const after = data && "appointments" in data ? data.appointments.pageInfo?.endCursor : null;
      await list.fetchMore({ variables: { after: after ?? null } });
      await expect
        .poll(() => seen().map((node) => node?.startsAt))
        .toEqual([7, 8, 9].map((days) => iso(future(days))));

      const [first, second] = seen().map((node) => node?.id ?? "");
      await client.mutate({
        mutation: CancelAppointmentDocument,
        variables: { input: { appointmentId: first ?? "" } },
      });
      await expect
        .poll(() => seen().map((node) => node?.status))
        .toEqual(["CANCELLED", "BOOKED", "BOOKED"]);

      await client.query({ query: NodeDocument, variables: { id: second ?? "" } });
      await client.mutate({
        mutation: DeleteAppointmentDocument,
        variables: { input: { appointmentId: second ?? "" } },
        update(cache, { data: answer }) {
          const id = answer?.deleteAppointment?.deletedAppointmentId;
          if (id == null) return;
          cache.evict({ id: cache.identify({ __typename: "Appointment", id }) ?? "" });
          cache.gc();
        },
      });
      await expect
        .poll(() => seen().map((node) => node?.startsAt))
        .toEqual([7, 9].map((days) => iso(future(days))));
      expect(client.cache.extract()).not.toHaveProperty(`Appointment:${second}`);
    } finally {
      subscription.unsubscribe();
      client.stop();
    }
  });
});
