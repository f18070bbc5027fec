import fc from "fast-check";
import {
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "../../src/db/database.js";
import { ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { openApi, type Api } from "../support/api.js";
import { declaredRefusals } from "../../src/graphql/declared-refusals.js";
import { schema } from "../support/declared-refusals.js";
import { fuzzParameters } from "../support/fuzz.js";
import { makeScratchDatabase, type ScratchDatabase } from "../support/scratch-database.js";
import { choicesOf, generators, type Choices } from "./choices.js";

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;

type Mutation = GraphQLField<unknown, unknown>;

const MUTATIONS = Object.values(schema.getMutationType()?.getFields() ?? {});
const BOOKINGS = MUTATIONS.filter(({ name }) => /^(book|reschedule)/.test(name));

let scratch: ScratchDatabase;
let db: Database;
let api: Api;
let now = Date.parse("2030-01-07T09:00:00Z");
/** The latest ids of each kind, as they were answered. */
let ids: Record<string, string[]> = {};
/** The latest inputs of each mutation. */
let inputs: Record<string, unknown[]> = {};

beforeAll(async () => {
  scratch = await makeScratchDatabase();
  await ensureSchema(scratch.url);
  db = openDatabase(scratch.url, { connectionLimit: 4 });
  api = await openApi({ db, now: () => new Date(now) });
});

afterAll(async () => {
  await api.close();
  await db.close();
  await scratch.drop();
});

const TEXTS = ["Maria", "Lopez", " ", "a\u0007b", "x".repeat(600)];
const textOf = ({ pick, chance }: Choices) => (chance(70) ? pick(TEXTS.slice(0, 2)) : pick(TEXTS));
const idOf = ({ pick, chance }: Choices, kind: string) =>
  chance(95) && ids[kind]?.length ? pick(ids[kind]) : `${kind}_2147483647`;

/** The local time in UTC so many hours from now, `2030-01-07T09:00`. */
const localTime = (hours: number) => new Date(now + hours * HOUR).toISOString().slice(0, 16);

/**
 * The values of a field by its name, or else by its type: so few that inputs meet each other's people, times and keys.
 */
const VALUES: Record<string, (choices: Choices) => unknown> = {
  patientId: (choices) => idOf(choices, "pat"),
  doctorId: (choices) => idOf(choices, "doc"),
  appointmentId: (choices) => idOf(choices, "apt"),
  startsAt: ({ pick, chance }) => {
    if (chance(2)) return "9999-12-31T23:59:59Z";
    const hour = Math.floor(now / HOUR) + pick([2, 1, 3, 4, -1]);
    return new Date(hour * HOUR).toISOString();
  },
  durationMinutes: ({ pick, chance }) => (chance(95) ? pick([30, 60]) : pick([14, 181])),
  expectedVersion: ({ pick }) => pick([null, 1, 9]),
  idempotencyKey: (choices) =>
    choices.chance(80) ? choices.pick(["a", "b", "c"]) : textOf(choices),
  holdKey: (choices) => (choices.chance(80) ? choices.pick(["a", "b", "c"]) : textOf(choices)),
  doctorIds: (choices) => (choices.chance(95) ? [idOf(choices, "doc")] : []),
  scheduleId: (choices) => idOf(choices, "sch"),
  scheduleExceptionId: (choices) => idOf(choices, "exc"),
  timeZone: ({ pick, chance }) => (chance(90) ? "UTC" : pick(["Europe/Berlin", "Nowhere"])),
  slotMinutes: ({ chance }) => (chance(95) ? 30 : 4),
  gapMinutes: ({ pick }) => pick([0, 60]),
  minimumNoticeMinutes: ({ pick }) => pick([0, 0, 120]),
  horizonDays: ({ pick }) => pick([null, null, 0]),
  minutes: ({ chance }) => (chance(95) ? 30 : 31),
  Weekday: ({ chance, pick }) =>
    chance(90)
      ? new Date(now).toLocaleDateString("en", { weekday: "long", timeZone: "UTC" }).toUpperCase()
      : pick(["MONDAY", "SUNDAY"]),
  IfBooked: ({ pick }) => pick(["REFUSE", "KEEP"]),
  WaivableRule: ({ pick }) => pick([[], [], "TOO_CLOSE", ["OUTSIDE_HOURS", "TOO_SHORT_NOTICE"]]),
  LocalDate: ({ pick }) => localTime(pick([0, -30, 1, 30]) * (DAY / HOUR)).slice(0, 10),
  LocalTime: ({ pick }) => pick(["00:00", "00:00", "12:00", "24:00", "24:00"]),
  LocalDateTime: ({ pick }) => localTime(pick([-1, 0, 2, 3])),
  email: ({ pick, upTo }) => pick([`p${upTo(20)}@example.com`, "nobody", " ", "x".repeat(200)]),
  isActive: ({ chance }) => chance(50),
};

/** A random value of a field, or the fields of a random input object. */
function valueOf(choices: Choices, name: string, type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return (VALUES[name] ?? VALUES[named.name] ?? textOf)(choices);
  const fields = Object.values(named.getFields()).filter(
    (field) => isNonNullType(field.type) || choices.chance(40),
  );
  return Object.fromEntries(
    fields.map((field) => [field.name, valueOf(choices, field.name, field.type)]),
  );
}

/** One of the latest inputs of the mutation, as a client repeats it, or a new one. */
function inputOf(choices: Choices, { name, args }: Mutation): unknown {
  const earlier = inputs[name] ?? [];
  if (earlier.length > 0 && choices.chance(25)) return choices.pick(earlier);
  const [argument] = args;
  if (argument === undefined) throw new Error(`${name} takes no input.`);
  return valueOf(choices, argument.name, argument.type);
}

/** Any mutation, but those without which nothing could be booked for long come less often. */
function mutationOf({ pick, chance }: Choices): Mutation {
  const mutation = pick(MUTATIONS);
  const endsBookings = /^(delete(Doctor|Patient)|deactivate|toggle)/.test(mutation.name);
  const limitsBookings = /^(publish|addTimeOff)/.test(mutation.name);
  return (endsBookings && chance(80)) || (limitsBookings && chance(50)) ? pick(BOOKINGS) : mutation;
}

function queryOf({ name, type, args }: Mutation): string {
  const payload = getNamedType(type);
  const fields = isObjectType(payload) ? Object.values(payload.getFields()) : [];
  const selection = fields
    .flatMap((field) => {
      const object = getNamedType(field.type);
      if (!isObjectType(object)) return [];
      return [`${field.name} { ${"id" in object.getFields() ? "id" : "__typename"} }`];
    })
    .join(" ");
  return `mutation ($input: ${String(args[0]?.type)}) {
    ${name}(input: $input) { ${selection} userErrors { code } }
  }`;
}

type Thing = { id?: string } | null;
type Payload = Record<string, Thing | Thing[]> & { userErrors: { code: string }[] };

/** Sends a random mutation, and returns its name with each code that it is refused with. */
async function mutate(choices: Choices): Promise<string[]> {
  const mutation = mutationOf(choices);
  const { name } = mutation;
  // Appointments begin, and keys expire.
  if (choices.chance(15)) now += HOUR;
  const input = inputOf(choices, mutation);
  inputs = { ...inputs, [name]: [input, ...(inputs[name] ?? [])].slice(0, 3) };
  const { data, errors } = await api.send({ query: queryOf(mutation), variables: { input } });
  expect(errors, `${name} ${JSON.stringify(input)}`).toBeUndefined();
  const { userErrors, ...objects } = data?.[name] as Payload;
  for (const { id } of Object.values(objects)
    .flat()
    .filter((object) => object !== null)) {
    if (id === undefined) continue;
    const kind = id.slice(0, 3);
    ids = { ...ids, [kind]: [...new Set([id, ...(ids[kind] ?? [])])].slice(0, 5) };
  }
  return userErrors.map(({ code }) => `${name} ${code}`);
}

describe("a random mutation", () => {
  it("is refused only with codes that it declares", { timeout: 300_000 }, async () => {
    const parameters = fuzzParameters(3_000);
    const found = new Set<string>();
    await fc.assert(
      fc.asyncProperty(generators, async (generate) => {
        for (const refusal of await mutate(choicesOf(generate))) found.add(refusal);
      }),
      // Each depends on those before it, so a smaller one would not fail in the same way.
      { ...parameters, endOnFailure: true },
    );
    const declared = [...declaredRefusals(schema)].flatMap(([mutation, codes]) =>
      codes.map((code) => `${mutation} ${code}`),
    );
    const missing = declared.filter((refusal) => !found.has(refusal));
    // Otherwise the choices have become such that too few refusals are met.
    const expected = parameters.numRuns < 3_000 ? 0 : 0.7 * declared.length;
    expect(found.size, `Not met: ${missing.join(", ")}`).toBeGreaterThanOrEqual(expected);
  });
});
