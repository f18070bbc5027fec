// The Prisma client as the tutorials make it, and what the peers ask of it alike.
import { PrismaMariaDb } from "@prisma/adapter-mariadb";
import { bookingPayload, endOf, overlapsStartAfter, toRowId } from "./contract.mjs";
import { databaseOptions } from "./settings.mjs";

/** @typedef {import("./contract.mjs").AppointmentFilter} AppointmentFilter */

/** Compiled by `npm run build`, of which this project's own client is a part. */
const CLIENT = new URL("../../../dist/src/db/__generated__/prisma/client.js", import.meta.url);

/** @typedef {typeof import("../../../src/db/__generated__/prisma/client.js")} Client */

/** @type {unknown} */
const client = await import(CLIENT.href);
const { PrismaClient } = /** @type {Client} */ (client);

export const prisma = new PrismaClient({ adapter: new PrismaMariaDb(databaseOptions) });

/** Which appointments, and in which order. @param {import("./contract.mjs").PageArguments} page */
export const pageOf = ({ first, filter }) => ({
  where: {
    startsAt: {
      ...(filter?.startsFrom && { gte: filter.startsFrom }),
      ...(filter?.startsBefore && { lt: filter.startsBefore }),
    },
  },
  orderBy: [{ startsAt: /** @type {const} */ ("asc") }, { id: /** @type {const} */ ("asc") }],
  take: first,
});

/** @param {{ by: { databaseId?: number | null } }} question */
export const byId = ({ by }) => ({ where: { id: by.databaseId ?? 0 } });

/**
 * Books as a careful tutorial does: lock the doctor, look, insert, all in one transaction.
 *
 * @param {unknown} _parent
 * @param {{ input: import("./contract.mjs").BookAppointmentInput }} question
 */
export async function bookAppointment(_parent, { input }) {
  const [doctorId, patientId] = [toRowId(input.doctorId), toRowId(input.patientId)];
  const { startsAt, durationMinutes } = input;
  const endsAt = endOf(input);
  const appointment = await prisma.$transaction(
    async (tables) => {
      await tables.doctor.update({
        where: { id: doctorId, isActive: true },
        data: { bookingLock: { increment: 1 } },
      });
      const overlap = await tables.appointment.findFirst({
        where: {
          doctorId,
          status: { not: "CANCELLED" },
          startsAt: { lt: endsAt, gt: overlapsStartAfter(startsAt) },
          endsAt: { gt: startsAt },
        },
      });
      if (overlap) return null;
      const now = new Date();
      const stamps = { createdAt: now, updatedAt: now };
      return tables.appointment.create({
        data: { patientId, doctorId, startsAt, endsAt, durationMinutes, ...stamps },
      });
    },
    { isolationLevel: "ReadCommitted", maxWait: 60_000, timeout: 60_000 },
  );
  return bookingPayload(appointment);
}
