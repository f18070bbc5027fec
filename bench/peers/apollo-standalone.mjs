// Apollo's standalone server and Prisma, as in the tutorials: one resolver for each field that leads to
// another table.
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { objects, typeDefs, userErrors } from "./lib/contract.mjs";
import { bookAppointment, byId, pageOf, prisma } from "./lib/prisma.mjs";
import { announce, port } from "./lib/settings.mjs";

/** @typedef {import("./lib/contract.mjs").ById} ById */
/** @typedef {import("./lib/contract.mjs").PageArguments} PageArguments */

const resolvers = {
  ...objects,
  ...userErrors,
  Query: {
    patient: (/** @type {unknown} */ _parent, /** @type {ById} */ question) =>
      prisma.patient.findUnique(byId(question)),
    doctor: (/** @type {unknown} */ _parent, /** @type {ById} */ question) =>
      prisma.doctor.findUnique(byId(question)),
    doctors: async (
      /** @type {unknown} */ _parent,
      /** @type {{ first: number }} */ { first },
    ) => ({
      nodes: await prisma.doctor.findMany({ take: first, orderBy: { id: "asc" } }),
    }),
    appointments: async (/** @type {unknown} */ _parent, /** @type {PageArguments} */ page) => ({
      nodes: await prisma.appointment.findMany(pageOf(page)),
    }),
  },
  Doctor: {
    ...objects.Doctor,
    appointments: async (
      /** @type {{ id: number }} */ doctor,
      /** @type {PageArguments} */ page,
    ) => {
      const { where, ...rest } = pageOf(page);
      const ofDoctor = { ...where, doctorId: doctor.id };
      return { nodes: await prisma.appointment.findMany({ where: ofDoctor, ...rest }) };
    },
  },
  Appointment: {
    ...objects.Appointment,
    patient: (/** @type {{ patientId: number }} */ { patientId }) =>
      prisma.patient.findUnique({ where: { id: patientId } }),
    doctor: (/** @type {{ doctorId: number }} */ { doctorId }) =>
      prisma.doctor.findUnique({ where: { id: doctorId } }),
  },
  Mutation: { bookAppointment },
};

const server = new ApolloServer({ typeDefs, resolvers, introspection: true });
const { url } = await startStandaloneServer(server, { listen: { host: "127.0.0.1", port } });
announce(Number(new URL(url).port));
