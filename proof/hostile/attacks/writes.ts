import { graphql, post, repeating } from "../requests.js";
import { many } from "./texts.js";

const ACCEPTED = ["200", "QUERY_TOO_COMPLEX", "OUTCOME_UNKNOWN", "BAD_USER_INPUT"];
const YEAR = 365 * 24 * 60 * 60 * 1_000;
const nextYear = (): string => new Date(Date.now() + YEAR).toISOString();

/** One mutation, again and again in the same document. */
const repeated = (declaration: string, count: number, field: string): string =>
  `mutation (${declaration}) { ${many(count, (index) => `m${index}: ${field}`)} }`;

/** Writes that one request asks for by the hundred; each takes a lock and a commit. */
export const writes = repeating("a mutation 150 times in one document", {
  senders: 2,
  variants: [
    {
      name: "150 bookings of one time",
      request: () => {
        const field = "bookAppointment(input: $input) { __typename }";
        const query = repeated("$input: BookAppointmentInput!", 150, field);
        const input = {
          patientId: "pat_1",
          doctorId: "doc_2",
          startsAt: nextYear(),
          durationMinutes: 30,
        };
        return graphql(query, { input });
      },
      accepted: ACCEPTED,
    },
    {
      name: "150 changes of one patient",
      request: (turn) => {
        const field = "updatePatient(input: $input) { __typename }";
        const query = repeated("$input: UpdatePatientInput!", 150, field);
        const input = { patientId: "pat_2", changes: { firstName: `Name ${turn}` } };
        return graphql(query, { input });
      },
      accepted: ACCEPTED,
    },
    {
      name: "75 times on and off",
      request: () => {
        const on = "activateDoctor(input: $input) { __typename }";
        const off = "deactivateDoctor(input: $other) { __typename }";
        const fields = many(75, (index) => `a${index}: ${on} b${index}: ${off}`);
        const variables = "$input: ActivateDoctorInput!, $other: DeactivateDoctorInput!";
        const doctor = { doctorId: "doc_3" };
        return graphql(`mutation (${variables}) { ${fields} }`, { input: doctor, other: doctor });
      },
      accepted: ACCEPTED,
    },
    {
      name: "a booking in REST",
      request: () =>
        post("/appointments", {
          patient_id: 1,
          doctor_id: 2,
          appointment_start_datetime: nextYear(),
          appointment_duration_minutes: 30,
        }),
      accepted: ["201", "409", "400"],
    },
  ],
});
