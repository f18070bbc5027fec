import type { GraphQLSchema } from "graphql";
import type { Role, UseCase } from "../src/domain/index.js";
import type { MutationResolvers, QueryResolvers } from "../src/graphql/__generated__/resolvers.js";
import { policyOf, rolesIn, setOf } from "../src/graphql/access/policy.js";

type RootField = `Query.${keyof QueryResolvers}` | `Mutation.${keyof MutationResolvers}`;

/** The use cases of the domain that each query and mutation calls. A new one does not compile until it is here. */
export const USE_CASES: Readonly<Record<RootField, readonly UseCase[]>> = {
  "Query.node": [
    ...(["patients.byId", "doctors.byId", "appointments.byId"] as const),
    ...(["schedules.byId", "schedules.exceptionById"] as const),
  ],
  "Query.nodes": [
    ...(["patients.byId", "doctors.byId", "appointments.byId"] as const),
    ...(["schedules.byId", "schedules.exceptionById"] as const),
  ],
  "Query.patient": ["patients.byId", "patients.byEmail"],
  "Query.patients": ["patients.page", "patients.count"],
  "Query.doctor": ["doctors.byId"],
  "Query.doctors": ["doctors.page", "doctors.count"],
  "Query.appointment": ["appointments.byId"],
  "Query.appointments": ["appointments.pages", "appointments.counts"],
  "Query.firstFreeTimes": ["availability.firstFreeTimes"],
  "Query.checkAppointment": ["appointments.checkBook", "appointments.checkReschedule"],
  // It tells the caller who they are.
  "Query.viewer": [],
  "Mutation.registerPatient": ["patients.register"],
  "Mutation.updatePatient": ["patients.update"],
  "Mutation.deletePatient": ["patients.remove"],
  "Mutation.createDoctor": ["doctors.create"],
  "Mutation.updateDoctor": ["doctors.update"],
  "Mutation.activateDoctor": ["doctors.activate"],
  "Mutation.deactivateDoctor": ["doctors.deactivate"],
  "Mutation.toggleDoctorStatus": ["doctors.toggle"],
  "Mutation.deleteDoctor": ["doctors.remove"],
  "Mutation.bookAppointment": ["appointments.book"],
  "Mutation.rescheduleAppointment": ["appointments.reschedule"],
  "Mutation.cancelAppointment": ["appointments.cancel"],
  "Mutation.completeAppointment": ["appointments.complete"],
  "Mutation.markAppointmentNoShow": ["appointments.markNoShow"],
  "Mutation.deleteAppointment": ["appointments.remove"],
  "Mutation.publishSchedule": ["schedules.publish"],
  "Mutation.removeSchedule": ["schedules.remove"],
  "Mutation.addTimeOff": ["schedules.addTimeOff"],
  "Mutation.addExtraHours": ["schedules.addExtraHours"],
  "Mutation.removeScheduleException": ["schedules.removeException"],
  "Mutation.holdTime": ["holds.hold"],
  "Mutation.releaseHold": ["holds.release"],
};

/** Whose rows a role may use in a use case, as the domain decides. */
export type Rules = Readonly<Partial<Record<UseCase, Readonly<Record<Role, string>>>>>;

/**
 * The queries and mutations whose roles in schema.graphql are not those for which the domain opens one of their use cases.
 *
 * @param rules the rules of the domain; a field is compared if all of its use cases have one.
 */
export function faultsOfRules(schema: GraphQLSchema, rules: Rules): string[] {
  return Object.entries(USE_CASES).flatMap(([coordinate, useCases]) => {
    const found = useCases.flatMap((useCase) => rules[useCase] ?? []);
    const decision = policyOf(schema).get(coordinate);
    if (!decision || found.length === 0 || found.length < useCases.length) return [];
    const open = found.flatMap((rule) =>
      (Object.keys(rule) as Role[]).filter((role) => rule[role] !== "none"),
    );
    const [declared, decided] = [rolesIn(decision.roles ?? 0), rolesIn(setOf(open))];
    return String(declared) === String(decided)
      ? []
      : [
          `${coordinate} is open to ${declared.join(", ")}, but the domain's ${useCases.join(", ")} to ${decided.join(", ")}.`,
        ];
  });
}
