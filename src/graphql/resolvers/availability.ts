import type { DoctorsBy } from "../../domain/index.js";
import type {
  DoctorResolvers,
  DoctorsBy as DoctorsByInput,
  QueryResolvers,
  Resolvers,
} from "../__generated__/resolvers.js";
import { Connection, readConnectionRequest } from "../connections.js";
import { fromNodeId } from "../node-ids.js";
import { toUserError, type Check, type TimeError } from "../user-errors.js";
import type { Context } from "../context.js";
import { bookingTime, readBooking, readRescheduling, reschedulingTime } from "./appointment.js";
import { doctorOf } from "./present.js";

/** What a doctor's calendar answers. */
export const doctorAvailability = {
  schedules: ({ id }, { from, first }, { loaders }) =>
    loaders.schedules.load({ doctorId: id, from: from ?? null, first }),

  scheduleExceptions: ({ id }, { from, first }, { loaders }) =>
    loaders.scheduleExceptions.load({ doctorId: id, from: from ?? null, first }),

  workingTimes: ({ id }, { from, until, first }, { loaders }) =>
    loaders.workingTimes.load({ doctorId: id, from, until, first }),

  freeTimes: ({ id }, { from, until, durationMinutes, first }, { loaders }) =>
    loaders.freeTimes.load({ doctorId: id, from: from ?? null, until, durationMinutes, first }),

  appointmentsOutsideHours: ({ id }, page, { domain }) => {
    const ordered = { orderBy: "STARTS_AT_ASC" as const, ...page };
    const request = readConnectionRequest("AppointmentConnection", ordered);
    return new Connection({
      request,
      readPage: () => domain.availability.outsideHours(id, request),
      count: () => domain.availability.countOutsideHours(id),
    });
  },
} satisfies DoctorResolvers;

export const availabilityQueries = {
  firstFreeTimes: (_root, { among, from, until, durationMinutes, first }, { domain }) =>
    domain.availability.firstFreeTimes({
      among: readDoctors(among),
      from: from ?? null,
      until: until ?? null,
      durationMinutes,
      first,
    }),

  checkAppointment: async (_root, { input: { book, reschedule } }, { domain }): Promise<Check> => {
    const asked = book ? bookingTime(book) : reschedulingTime(reschedule);
    const refusals = book
      ? await domain.appointments.checkBook(readBooking(book))
      : await domain.appointments.checkReschedule(readRescheduling(reschedule));
    const within = ["input", book ? "book" : "reschedule"];
    return { asked, userErrors: refusals.map((each) => toUserError(each, asked, within)) };
  },
} satisfies QueryResolvers;

const readDoctors = ({ ids, specialty }: DoctorsByInput): DoctorsBy =>
  ids ? { ids: ids.map((id) => fromNodeId("Doctor", id)) } : { specialty };

/** Other times than the one that was asked for. */
const nextFreeTimes = (
  { asked }: Pick<TimeError, "asked">,
  { first }: { first: number },
  { domain }: Context,
) => (asked ? domain.availability.nextFreeTimes(asked, first) : []);

const TIME_ERROR = { nextFreeTimes };

export const availabilityTypes = {
  FreeTime: {
    doctor: doctorOf,
  },
  AppointmentCheck: {
    isPossible: ({ userErrors }) => userErrors.length === 0,
    nextFreeTimes,
  },
  SlotTakenError: TIME_ERROR,
  OutsideHoursError: TIME_ERROR,
  DoctorAwayError: TIME_ERROR,
  SlotHeldError: TIME_ERROR,
  TooCloseError: TIME_ERROR,
  TooShortNoticeError: TIME_ERROR,
  TooFarAheadError: TIME_ERROR,
} satisfies Resolvers;
