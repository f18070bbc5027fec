// Resolvers over Prisma that fetch people together with their appointments.
import { objects, userErrors } from "./contract.mjs";
import { bookAppointment, byId, pageOf, prisma } from "./prisma.mjs";

/** @typedef {import("./contract.mjs").ById} ById */
/** @typedef {import("./contract.mjs").PageArguments} PageArguments */

export const resolvers = {
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
      nodes: await prisma.appointment.findMany({
        ...pageOf(page),
        include: { patient: true, doctor: true },
      }),
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
      const include = { patient: true };
      return { nodes: await prisma.appointment.findMany({ where: ofDoctor, ...rest, include }) };
    },
  },
  Mutation: { bookAppointment },
};
