import type { MutationResolvers, QueryResolvers, Resolvers } from "../__generated__/resolvers.js";
import { DateTime, EmailAddress } from "../scalars.js";
import { Appointment, appointmentMutations, appointmentQueries } from "./appointment.js";
import { Doctor, doctorMutations, doctorQueries } from "./doctor.js";
import { nodeQueries } from "./node.js";
import { Patient, patientMutations, patientQueries } from "./patient.js";

const Query: Required<QueryResolvers> = {
  ...nodeQueries,
  ...patientQueries,
  ...doctorQueries,
  ...appointmentQueries,
};

const Mutation: Required<MutationResolvers> = {
  ...patientMutations,
  ...doctorMutations,
  ...appointmentMutations,
};

/** Everything that schema.graphql promises and the models do not already have. */
export const resolvers: Resolvers = {
  Query,
  Mutation,
  Patient,
  Doctor,
  Appointment,
  DateTime,
  EmailAddress,
};
