import type { QueryResolvers, ViewerResolvers } from "../__generated__/resolvers.js";

export const Viewer: ViewerResolvers = {
  role: ({ role }) => {
    if (role === "LEGACY_REST") throw new Error("A REST caller without credentials used GraphQL");
    return role;
  },
  patient: (caller, _arguments, { domain }) =>
    caller.role === "PATIENT" ? domain.patients.byId(caller.patientId) : null,
  doctor: (caller, _arguments, { domain }) =>
    caller.role === "DOCTOR" ? domain.doctors.byId(caller.doctorId) : null,
};

export const viewerQueries = {
  viewer: (_root, _arguments, { caller }) => caller,
} satisfies QueryResolvers;
