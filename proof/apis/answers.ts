/** The response to a caller, for either API. */
export type Answer<Value> =
  | { outcome: "done"; value: Value }
  | { outcome: "refused"; reasons: Reasons }
  /** Nothing was written, as the response or its kind says. */
  | { outcome: "unavailable" }
  /** The outcome is unknown. */
  | { outcome: "unknown" }
  /** A response that must never occur. */
  | { outcome: "fault"; what: string };

/** The reasons of a refusal, as far as the API reports them. */
export interface Reasons {
  codes: readonly string[];
  /** Whether `codes` contains all reasons, and the details below are reported if they apply. */
  isComplete: boolean;
  /** Further codes, any of which may be meant by the only one in `codes`: the API has the same words for them. */
  sameWords?: readonly string[];
  /** What takes the time, by the codes that name it. */
  blocking?: Readonly<Record<string, Interval>>;
  /** The number of appointments that prevent the deletion of a person or a change of hours. */
  appointmentCount?: number;
}

/** In milliseconds since 1970, half-open. */
export interface Interval {
  startsAt: number;
  endsAt: number;
}

/** An appointment as the caller sees it; REST returns neither status nor version. */
export interface Appointment {
  id: number;
  startsAt: number;
  durationMinutes: number;
  status?: string;
  version?: number;
}

/** A doctor as the caller sees them; REST returns no version. */
export interface Doctor {
  id: number;
  isActive: boolean;
  version?: number;
}

export interface Booking {
  patientId: number;
  doctorId: number;
  startsAt: number;
  durationMinutes: number;
  idempotencyKey?: string;
  /** The key of a hold; only GraphQL has it. */
  holdKey?: string;
}

/** A client of one of the two APIs; REST has only some of the operations. */
export interface ApiClient {
  name: "GraphQL" | "REST";
  book(address: string, booking: Booking): Promise<Answer<Appointment>>;
  removeAppointment(address: string, id: number): Promise<Answer<number>>;
  removeDoctor(address: string, id: number): Promise<Answer<number>>;
  toggle(address: string, id: number): Promise<Answer<Doctor>>;
  /** Null if there is no such doctor. */
  readDoctor(address: string, id: number): Promise<Answer<Doctor | null>>;
}

export const toIso = (time: number): string => new Date(time).toISOString();
