import type { Caller, Role } from "../domain/caller.js";
import { RoleNotHeld } from "./errors.js";

/** The roles that a token, an API key or an account can have, from the least powerful to the most powerful. */
export const GRANTED_ROLES = [
  "AUDITOR",
  "PATIENT",
  "DOCTOR",
  "STAFF",
  "ADMIN",
] as const satisfies readonly Role[];

export type GrantedRole = (typeof GRANTED_ROLES)[number];

export const isGrantedRole = (text: string): text is GrantedRole =>
  (GRANTED_ROLES as readonly string[]).includes(text);

/** The owner of valid credentials. */
export interface Owner {
  kind: "user" | "key";
  /** Unique among all callers, and the same at each call. */
  name: string;
  roles: ReadonlySet<GrantedRole>;
  /** The patient or the doctor that the owner is; null if none. */
  patientId: number | null;
  doctorId: number | null;
}

/** The callers that an owner can be, by role, from the least powerful to the most powerful. */
export type Callers = ReadonlyMap<string, Caller>;

/** One caller for each role of the owner. The roles of patients and doctors are left out if it is not known who they are. */
export function callersOf(owner: Owner): Callers {
  const held = GRANTED_ROLES.filter((role) => owner.roles.has(role));
  return new Map(held.flatMap((role) => callersIn(role, owner)));
}

function callersIn(
  role: GrantedRole,
  { kind, name, patientId, doctorId }: Owner,
): [GrantedRole, Caller][] {
  switch (role) {
    case "PATIENT":
      return patientId === null ? [] : [[role, { kind, name, role, patientId }]];
    case "DOCTOR":
      return doctorId === null ? [] : [[role, { kind, name, role, doctorId }]];
    default:
      return [[role, { kind, name, role }]];
  }
}

/**
 * The caller in the requested role, or in the least powerful one.
 *
 * @throws RoleNotHeld if the owner does not have that role, or has none.
 */
export function chooseCaller(callers: Callers, role: string | undefined): Caller {
  const caller = role === undefined ? callers.values().next().value : callers.get(role);
  if (!caller) throw new RoleNotHeld();
  return caller;
}
