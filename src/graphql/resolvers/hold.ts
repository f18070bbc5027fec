import { assertNothingLeft, type AllFields, type HoldTime } from "../../domain/index.js";
import type {
  HoldResolvers,
  HoldTimeInput,
  MutationResolvers,
} from "../__generated__/resolvers.js";
import { fromNodeId } from "../node-ids.js";
import { toPayload } from "../user-errors.js";
import { doctorOf } from "./present.js";

export const Hold: HoldResolvers = {
  doctor: doctorOf,
};

export const holdMutations = {
  holdTime: async (_root, { input }, { domain }) => {
    const wanted = readHold(input);
    const { doctorId, startsAt, durationMinutes, holdKey } = wanted;
    const asked = { doctorId, startsAt, durationMinutes, holdKey, appointmentId: null };
    return toPayload("hold", await domain.holds.hold(wanted), asked);
  },

  releaseHold: async (_root, { input: { holdKey, ...rest } }, { domain }) => {
    assertNothingLeft(rest);
    return toPayload("wasHeld", await domain.holds.release(holdKey));
  },
} satisfies MutationResolvers;

function readHold(input: HoldTimeInput): AllFields<HoldTime> {
  const { holdKey, doctorId, startsAt, durationMinutes, minutes, ...rest } = input;
  assertNothingLeft(rest);
  return { holdKey, doctorId: fromNodeId("Doctor", doctorId), startsAt, durationMinutes, minutes };
}
