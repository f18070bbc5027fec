/** The roles in which the domain can be called. */
export const ROLES = ["ADMIN", "STAFF", "DOCTOR", "PATIENT", "AUDITOR", "LEGACY_REST"] as const;
export type Role = (typeof ROLES)[number];

/** Who calls the domain, and the one role in which they act. */
export type Caller = Identity & Acting;

interface Identity {
  /** How the caller is known: not at all on a server where nobody signs in, by a token, by an API key, or as a REST caller without credentials. */
  kind: "local" | "user" | "key" | "legacy";
  /** Unique among all callers, and the same at each call: what belongs to a caller is kept under this name. */
  name: string;
}

type Acting =
  | { role: "ADMIN" | "STAFF" | "AUDITOR" | "LEGACY_REST" }
  | { role: "DOCTOR"; doctorId: number }
  | { role: "PATIENT"; patientId: number };

/** Whoever reaches a server where nobody signs in. */
export const ANYONE: Caller = { kind: "local", name: "local:open", role: "ADMIN" };

/** A REST caller without credentials, where the endpoints are as they were in the earlier service. */
export const LEGACY_REST: Caller = { kind: "legacy", name: "legacy-rest", role: "LEGACY_REST" };
