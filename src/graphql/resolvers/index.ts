import type { MutationResolvers, QueryResolvers, Resolvers } from "../__generated__/resolvers.js";
import type { Connection } from "../connections.js";
import { DateTime, EmailAddress, LocalDate, LocalDateTime, LocalTime } from "../scalars.js";
import { Appointment, appointmentMutations, appointmentQueries } from "./appointment.js";
import { Doctor, doctorMutations, doctorQueries } from "./doctor.js";
import { availabilityQueries, availabilityTypes } from "./availability.js";
import { Hold, holdMutations } from "./hold.js";
import { scheduleMutations, scheduleTypes } from "./schedule.js";
import { nodeQueries } from "./node.js";
import { Patient, patientMutations, patientQueries } from "./patient.js";
import { Viewer, viewerQueries } from "./viewer.js";

const Query: Required<QueryResolvers> = {
  ...nodeQueries,
  ...patientQueries,
  ...doctorQueries,
  ...appointmentQueries,
  ...availabilityQueries,
  ...viewerQueries,
};

const Mutation: Required<MutationResolvers> = {
  ...patientMutations,
  ...doctorMutations,
  ...appointmentMutations,
  ...scheduleMutations,
  ...holdMutations,
};

/** Said field by field, because compiled queries call no methods of their own accord. */
const connectionFields = <Row>() => ({
  edges: (connection: Connection<Row>) => connection.edges(),
  nodes: (connection: Connection<Row>) => connection.nodes(),
  pageInfo: (connection: Connection<Row>) => connection.pageInfo(),
  totalCount: (connection: Connection<Row>) => connection.totalCount(),
});

/** Everything that schema.graphql promises and the models do not already have. */
export const resolvers: Resolvers = {
  Query,
  Mutation,
  Viewer,
  Patient,
  Doctor,
  Appointment,
  PatientConnection: connectionFields(),
  DoctorConnection: connectionFields(),
  AppointmentConnection: connectionFields(),
  ...availabilityTypes,
  ...scheduleTypes,
  Hold,
  DateTime,
  EmailAddress,
  LocalDate,
  LocalTime,
  LocalDateTime,
};
