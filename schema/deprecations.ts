import { isEnumType, isIntrospectionType, type GraphQLSchema } from "graphql";
import { fieldsOf } from "./fields.js";

/** A deprecated part of the schema. */
export interface Deprecation {
  /** For example `Mutation.toggleDoctorStatus` or `Query.doctors(first:)`. */
  place: string;
  reason: string;
  /** The last day, `2027-12-31`; null if the reason does not contain it. */
  until: string | null;
}

interface Deprecable {
  name: string;
  deprecationReason?: string | null | undefined;
}

/** All deprecated fields, arguments, input fields and values. */
export function deprecationsOf(schema: GraphQLSchema): Deprecation[] {
  const all: [place: string, what: Deprecable][] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isEnumType(type)) {
      for (const value of type.getValues()) all.push([`${type.name}.${value.name}`, value]);
    }
    for (const field of fieldsOf(type)) {
      all.push([`${type.name}.${field.name}`, field]);
      for (const argument of field.arguments) {
        all.push([`${type.name}.${field.name}(${argument.name}:)`, argument]);
      }
    }
  }
  return all.flatMap(([place, { deprecationReason: reason }]) =>
    typeof reason === "string" ? [{ place, reason, until: dayIn(reason) }] : [],
  );
}

/** The faults of their reasons. */
export function faultsOfDeprecations(deprecations: readonly Deprecation[]): string[] {
  return deprecations
    .filter(({ until, reason }) => until === null || withoutDay(reason).length < 15)
    .map(
      ({ place }) =>
        `${place} is deprecated without saying what to do instead and until which day it stays: ` +
        `@deprecated(reason: "Use \`other\`. It stays until 2027-12-31.")`,
    );
}

/** Those whose last day has passed. */
export const overdue = (deprecations: readonly Deprecation[], now: Date): Deprecation[] =>
  deprecations.filter(({ until }) => until !== null && until < now.toISOString().slice(0, 10));

const DAY = /\buntil (\d{4}-\d{2}-\d{2})\b/i;

function dayIn(reason: string): string | null {
  const day = DAY.exec(reason)?.[1];
  if (day === undefined) return null;
  const date = new Date(`${day}T00:00:00Z`);
  // Date accepts the 31st of February and returns a day in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}

const withoutDay = (reason: string): string => reason.replace(DAY, "").trim();
