import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSchema, NoDeprecatedCustomRule, parse, validate } from "graphql";
import { describe, expect } from "vitest";
import { manifestOf } from "../../schema/manifest.js";
import { readRegistry } from "../../schema/operations.js";
import { projectRoot, readProjectFile } from "../../src/common/project-root.js";
import { ROUTES } from "../../src/rest/routes.js";
import { linkTo } from "../../src/rest/successors.js";
import { openApi, type Api } from "../support/api.js";
import { future, iso, test, type Clinic } from "../support/clinic.js";
import { call, type RestAnswer } from "../support/rest.js";

const NOBODY = 2_147_483_647;

// What the graph answers, as far as the operations select it.
type Row = Record<string, unknown>;
interface Connection {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
interface Payload extends Row {
  userErrors: { code: string }[];
}

/** The query and the variables in the `Link` header of a response. */
function successorOf({ headers }: RestAnswer): { target: string; query: string; variables: Row } {
  const link = String(headers["link"]);
  const [, target = ""] =
    /^<(\/graphql\?[^<>\s]+)>; rel="successor-version"; type="application\/json"$/.exec(link) ?? [];
  const parameters = new URL(target, "http://localhost").searchParams;
  const variables = JSON.parse(parameters.get("variables") ?? "null") as Row;
  return { target, query: parameters.get("query") ?? "", variables };
}

/** Follows a link with GET, as /docs says, and returns the only field of the data. */
async function follow({ app }: Api, target: string): Promise<unknown> {
  const answer = await app.inject({ url: target, headers: { "apollo-require-preflight": "true" } });
  const { data, errors } = answer.json<{ data: Row; errors?: unknown }>();
  expect([answer.statusCode, errors]).toEqual([200, undefined]);
  return Object.values(data)[0];
}

/** Sends the operation of a link by POST, as /docs says, and returns the only field of the data. */
async function post(api: Api, query: string, variables: Row): Promise<unknown> {
  const { data, errors } = await api.send({ query, variables });
  expect(errors).toBeUndefined();
  return Object.values(data ?? {})[0];
}

/** All nodes of the list to which a response links: the first page by GET, the others by POST. */
async function nodesOf(api: Api, answer: RestAnswer): Promise<Row[]> {
  const { target, query, variables } = successorOf(answer);
  let page = (await follow(api, target)) as Connection;
  const nodes = page.nodes;
  while (page.pageInfo.hasNextPage) {
    const after = page.pageInfo.endCursor;
    page = (await post(api, query, { ...variables, after })) as Connection;
    nodes.push(...page.nodes);
  }
  return nodes;
}

// The bodies of the endpoints, made of what the graph answers.
const naive = (time: unknown) => String(time).replace(/Z$/, "");
const toPatient = (patient: Row) => ({
  id: patient["databaseId"],
  first_name: patient["firstName"],
  last_name: patient["lastName"],
  email: patient["email"],
  phone_number: patient["phoneNumber"],
  created_at: naive(patient["createdAt"]),
  updated_at: naive(patient["updatedAt"]),
});
const toDoctor = (doctor: Row) => ({
  id: doctor["databaseId"],
  full_name: doctor["fullName"],
  specialty: doctor["specialty"],
  active_status: doctor["isActive"],
  created_at: naive(doctor["createdAt"]),
  updated_at: naive(doctor["updatedAt"]),
});
const personOf = (appointment: Row, role: string) => appointment[role] as Row;
const timesOf = (appointment: Row) => ({
  appointment_start_datetime: naive(appointment["startsAt"]),
  appointment_duration_minutes: appointment["durationMinutes"],
  created_at: naive(appointment["createdAt"]),
  appointment_end_datetime: naive(appointment["endsAt"]),
});
const toAppointment = (appointment: Row) => ({
  id: appointment["databaseId"],
  patient_id: personOf(appointment, "patient")["databaseId"],
  doctor_id: personOf(appointment, "doctor")["databaseId"],
  ...timesOf(appointment),
});
const toDetailed = (appointment: Row) => ({
  appointment_id: appointment["databaseId"],
  patient_id: personOf(appointment, "patient")["databaseId"],
  patient_first_name: personOf(appointment, "patient")["firstName"],
  patient_last_name: personOf(appointment, "patient")["lastName"],
  patient_email: personOf(appointment, "patient")["email"],
  doctor_id: personOf(appointment, "doctor")["databaseId"],
  doctor_full_name: personOf(appointment, "doctor")["fullName"],
  doctor_specialty: personOf(appointment, "doctor")["specialty"],
  ...timesOf(appointment),
});

/** Without the timestamps, because twins are not written in the same second. */
function withoutTimestamps(body: unknown): Row {
  const { created_at, updated_at, ...others } = body as Row;
  for (const time of [created_at, updated_at ?? created_at]) {
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  }
  return others;
}

/**
 * Books so many appointments of one doctor and patient, back to back from a midnight on, of which each
 * third is cancelled, each fifth completed, and each seventh missed.
 */
async function fill(api: Api, clinic: Clinic, count: number) {
  const [{ id: doctorId }, { id: patientId }] = [await clinic.doctor(), await clinic.patient()];
  const start = future(30, "00:00:00").getTime();
  const time = new Date("2026-01-01T00:00:00Z");
  const data = Array.from({ length: count }, (_, index) => {
    const startsAt = new Date(start + index * 15 * 60_000);
    const divisors = { 3: "CANCELLED", 5: "COMPLETED", 7: "NO_SHOW" } as const;
    const [, status = "BOOKED" as const] =
      Object.entries(divisors).find(([divisor]) => index % Number(divisor) === 1) ?? [];
    return {
      ...{ doctorId, patientId, status, startsAt, durationMinutes: 15 },
      ...{ endsAt: new Date(startsAt.getTime() + 15 * 60_000), createdAt: time, updatedAt: time },
    };
  });
  await api.db.read(({ appointment }) => appointment.createMany({ data }));
  const isShown = (_: unknown, index: number) => index % 3 !== 1;
  return { doctorId, patientId, shown: data.filter(isShown) };
}

type Check = (api: Api, clinic: Clinic) => Promise<void>;

/** Reads a list, and compares those of its rows that belong to the test. */
const sameList =
  (url: string, toRow: (node: Row) => Row, isOwn: (row: Row, tag: string) => boolean): Check =>
  async (api, clinic) => {
    const answer = await call(api, "GET", url);
    const own = (rows: Row[]) => rows.filter((row) => isOwn(row, clinic.tag));
    const rows = own(answer.body as Row[]);
    expect(rows).toHaveLength(230);
    expect(own((await nodesOf(api, answer)).map(toRow))).toEqual(rows);
  };

/** Reads an object, and ids that do not exist. */
const sameThing = async (api: Api, url: string, id: number, toBody: (thing: Row) => Row) => {
  const answer = await call(api, "GET", `${url}/${id}`);
  expect(answer.status).toBe(200);
  expect(toBody((await follow(api, successorOf(answer).target)) as Row)).toEqual(answer.body);
  for (const nobody of [NOBODY, 0, -1, "99999999999"]) {
    const missing = await call(api, "GET", `${url}/${nobody}`);
    expect(missing.status).toBe(404);
    expect(await follow(api, successorOf(missing).target)).toBeNull();
  }
};

/**
 * Sends a mutation to an endpoint, and then its operation for the twin of what it was sent about.
 *
 * @param twins texts of the variables, and what stands for them in those of the twin.
 */
async function sameMutation(
  api: Api,
  answer: RestAnswer,
  twins: Record<string, string>,
): Promise<Payload> {
  const { query, variables } = successorOf(answer);
  const text = Object.entries(twins).reduce((json, [one, other]) => {
    expect(json).toContain(one);
    return json.replaceAll(one, other);
  }, JSON.stringify(variables));
  const payload = (await post(api, query, JSON.parse(text) as Row)) as Payload;
  expect(payload.userErrors).toEqual([]);
  return payload;
}

/** Deletes one of two twins through the endpoint, the other through its operation. */
async function sameDeletion(api: Api, url: string, prefix: string, ids: [number, number]) {
  const answer = await call(api, "DELETE", `${url}/${ids[0]}`);
  expect(answer.status).toBe(204);
  const twins = { [`"${prefix}_${ids[0]}"`]: `"${prefix}_${ids[1]}"` };
  const { userErrors, ...deleted } = await sameMutation(api, answer, twins);
  expect(userErrors).toEqual([]);
  expect(Object.values(deleted)).toEqual([`${prefix}_${ids[1]}`]);
  for (const id of ids) expect((await call(api, "GET", `${url}/${id}`)).status).toBe(404);
}

/** The check of each endpoint, by the name of its operation: both return the same data, or have the same effect. */
const CHECKS: Record<string, Check> = {
  async RestRegisterPatient(api, clinic) {
    const [one, other] = [clinic.email(), clinic.email()];
    const body = {
      first_name: `Zoë "Z" & <李> 🩺 100%`,
      last_name: clinic.tag,
      email: one,
      phone_number: "+49 30-1",
    };
    const answer = await call(api, "POST", "/patients", body);
    expect(answer.status).toBe(201);
    const { patient } = await sameMutation(api, answer, { [one]: other });
    const { id, ...twin } = withoutTimestamps(toPatient(patient as Row));
    expect(id).toBeGreaterThan((answer.body as { id: number }).id);
    expect({ ...twin, id: (answer.body as { id: number }).id, email: one }).toEqual(
      withoutTimestamps(answer.body),
    );
  },
  async RestListPatients(api, clinic) {
    const time = new Date("2026-01-01T00:00:00Z");
    const data = Array.from({ length: 230 }, () => {
      const email = clinic.email();
      const names = { firstName: "A", lastName: clinic.tag, phoneNumber: "1" };
      return { ...names, email, emailKey: email, createdAt: time, updatedAt: time };
    });
    await api.db.read(({ patient }) => patient.createMany({ data }));
    await sameList("/patients", toPatient, (row, tag) => row["last_name"] === tag)(api, clinic);
  },
  async RestReadPatient(api, clinic) {
    await sameThing(api, "/patients", (await clinic.patient()).id, toPatient);
  },
  async RestDeletePatient(api, clinic) {
    const ids: [number, number] = [(await clinic.patient()).id, (await clinic.patient()).id];
    await sameDeletion(api, "/patients", "pat", ids);
  },
  async RestCreateDoctor(api, clinic) {
    for (const active_status of [false, true, null, undefined]) {
      const body = { full_name: "Dr. Ö & Söhne", specialty: clinic.tag, active_status };
      const answer = await call(api, "POST", "/doctors", body);
      expect(answer.status).toBe(201);
      const { doctor } = await sameMutation(api, answer, {});
      const { id } = answer.body as { id: number };
      const twin = { ...toDoctor(doctor as Row), id };
      expect(withoutTimestamps(twin)).toEqual(withoutTimestamps(answer.body));
    }
  },
  async RestListDoctors(api, clinic) {
    const time = new Date("2026-01-01T00:00:00Z");
    const data = Array.from({ length: 230 }, (_, index) => ({
      fullName: `Dr. ${index}`,
      specialty: clinic.tag,
      isActive: index % 2 === 0,
      createdAt: time,
      updatedAt: time,
    }));
    await api.db.read(({ doctor }) => doctor.createMany({ data }));
    await sameList("/doctors", toDoctor, (row, tag) => row["specialty"] === tag)(api, clinic);
  },
  async RestReadDoctor(api, clinic) {
    await sameThing(api, "/doctors", (await clinic.doctor({ isActive: false })).id, toDoctor);
  },
  async RestToggleDoctor(api, clinic) {
    const [one, other] = [await clinic.doctor(), await clinic.doctor()];
    for (const isActive of [false, true]) {
      const answer = await call(api, "PUT", `/doctors/${one.id}/toggle-status`);
      expect(answer.body).toMatchObject({ id: one.id, active_status: isActive });
      const { doctor } = await sameMutation(api, answer, { [`doc_${one.id}`]: `doc_${other.id}` });
      const twin = { ...toDoctor(doctor as Row), id: one.id };
      expect(withoutTimestamps(twin)).toEqual(withoutTimestamps(answer.body));
    }
  },
  async RestDeleteDoctor(api, clinic) {
    const ids: [number, number] = [(await clinic.doctor()).id, (await clinic.doctor()).id];
    await sameDeletion(api, "/doctors", "doc", ids);
  },
  async RestBookAppointment(api, clinic) {
    const patient = await clinic.patient();
    const [one, other] = [await clinic.doctor(), await clinic.doctor()];
    const body = {
      patient_id: patient.id,
      doctor_id: String(one.id),
      appointment_start_datetime: iso(future(9)).replace("Z", "+00:00"),
      appointment_duration_minutes: "45",
    };
    const key = { "idempotency-key": clinic.key("one") };
    const answer = await call(api, "POST", "/appointments", body, key);
    expect(answer.status).toBe(201);
    const { id } = answer.body as { id: number };
    const { appointment } = await sameMutation(api, answer, {
      [`doc_${one.id}`]: `doc_${other.id}`,
      [clinic.key("one")]: clinic.key("two"),
    });
    const twin = { ...toAppointment(appointment as Row), id, doctor_id: one.id };
    expect(withoutTimestamps(twin)).toEqual(withoutTimestamps(answer.body));
    // The very link is a repeat by its key.
    const { appointment: same } = await sameMutation(api, answer, {});
    expect(toAppointment(same as Row)).toEqual(answer.body);
  },
  async RestListAppointments(api, clinic) {
    const { doctorId, patientId, shown } = await fill(api, clinic, 330);
    const day = shown.at(-1)?.startsAt.toISOString().slice(0, 10) ?? "";
    const ofDay = shown.filter(({ startsAt }) => startsAt.toISOString().startsWith(day));
    for (const [query, count] of [
      [`doctor_id=${doctorId}`, 220],
      [`patient_id=${patientId}`, 220],
      [`doctor_id=${doctorId}&date=${day}`, ofDay.length],
      [`doctor_id=${doctorId}&patient_id=${patientId}&date=`, 220],
      [`doctor_id=${doctorId}&date=9999-12-31`, 0],
      [`doctor_id=${doctorId}&date=0001-01-01`, 0],
      [`doctor_id=${doctorId}&patient_id=${NOBODY}`, 0],
      ["doctor_id=0", 0],
      ["doctor_id=-1", 0],
      ["patient_id=99999999999", 0],
    ] as const) {
      const answer = await call(api, "GET", `/appointments?${query}`);
      expect(answer.body, query).toHaveLength(count);
      expect((await nodesOf(api, answer)).map(toDetailed), query).toEqual(answer.body);
    }
    const all = await call(api, "GET", "/appointments");
    const own = (rows: Row[]) => rows.filter((row) => row["doctor_id"] === doctorId);
    expect(own(all.body as Row[])).toHaveLength(220);
    expect(own((await nodesOf(api, all)).map(toDetailed))).toEqual(own(all.body as Row[]));
  },
  async RestListAppointmentsOfDay(api, clinic) {
    const { doctorId, shown } = await fill(api, clinic, 130);
    const day = shown[0]?.startsAt.toISOString().slice(0, 10) ?? "";
    const ofDay = shown.filter(({ startsAt }) => startsAt.toISOString().startsWith(day));
    const answer = await call(api, "GET", `/appointments/by-date?date=${day}`);
    const own = (rows: Row[]) => rows.filter((row) => row["doctor_id"] === doctorId);
    expect(own(answer.body as Row[])).toHaveLength(ofDay.length);
    expect(own((await nodesOf(api, answer)).map(toAppointment))).toEqual(own(answer.body as Row[]));
  },
  async RestReadAppointment(api, clinic) {
    const { id } = await clinic.book({});
    await sameThing(api, "/appointments", id, toDetailed);
    await api.domain.appointments.cancel({ appointmentId: id });
    const cancelled = await call(api, "GET", `/appointments/${id}`);
    expect(cancelled.status).toBe(404);
    const { target } = successorOf(cancelled);
    expect(await follow(api, target)).toMatchObject({ databaseId: id, status: "CANCELLED" });
  },
  async RestDeleteAppointment(api, clinic) {
    const ids: [number, number] = [(await clinic.book({})).id, (await clinic.book({})).id];
    await sameDeletion(api, "/appointments", "apt", ids);
  },
};

describe("the operation that an endpoint links to", () => {
  test.for(ROUTES.map(({ successor }) => successor))(
    "%s returns the same data as the endpoint, or has the same effect",
    async (name, { api, clinic }) => {
      const check = CHECKS[name];
      if (!check) throw new Error(`Nothing checks ${name}`);
      await check(api, clinic);
    },
  );

  test("is valid, and uses no deprecated fields except the toggle", () => {
    const schema = buildSchema(readProjectFile("schema.graphql"));
    for (const { successor: name, graphql } of ROUTES) {
      expect(validate(schema, parse(graphql)), name).toEqual([]);
      const deprecated = validate(schema, parse(graphql), [NoDeprecatedCustomRule]);
      expect(deprecated.length, name).toBe(name === "RestToggleDoctor" ? 1 : 0);
    }
  });

  test("is not linked to if the request is invalid", async ({ api }) => {
    for (const url of ["/patients/x", "/appointments?doctor_id=x", "/appointments/by-date"]) {
      const answer = await call(api, "GET", url);
      expect([answer.status, answer.headers["link"]]).toEqual([422, undefined]);
    }
  });

  test("has no variable for an id that no row can have", async ({ api }) => {
    const requests = [
      ["DELETE", "/patients"],
      ["DELETE", "/doctors"],
      ["PUT", "/doctors", "/toggle-status"],
      ["DELETE", "/appointments"],
    ] as const;
    for (const id of [0, -1, 2_147_483_648, "99999999999"]) {
      for (const [method, url, rest = ""] of requests) {
        const answer = await call(api, method, `${url}/${id}${rest}`);
        expect(answer.status).toBe(404);
        expect(successorOf(answer).variables).toEqual({ input: {} });
      }
    }
    const body = {
      patient_id: 1,
      doctor_id: 2_147_483_648,
      appointment_start_datetime: iso(future(9)),
      appointment_duration_minutes: 45,
    };
    const { variables } = successorOf(await call(api, "POST", "/appointments", body));
    expect(variables["input"]).toMatchObject({ patientId: "pat_1", durationMinutes: 45 });
    expect(variables["input"]).not.toHaveProperty("doctorId");
  });

  test("is run by a server that runs trusted documents only", async ({ clinic }) => {
    const folder = await mkdtemp(join(tmpdir(), "manifest-"));
    const manifest = join(folder, "manifest.json");
    const schema = buildSchema(readProjectFile("schema.graphql"));
    await writeFile(manifest, manifestOf(readRegistry(projectRoot, "src/rest", schema).operations));
    const api = await openApi({ trustedDocuments: { trust: "only", manifests: [manifest] } });
    try {
      const { id } = await clinic.patient();
      await sameThing(api, "/patients", id, toPatient);
    } finally {
      await api.close();
      await rm(folder, { recursive: true });
    }
  });

  test("is not linked to by a server that does not expose its schema", async ({ api }) => {
    const closed = await openApi({ exposure: "nothing", db: api.db });
    try {
      for (const [method, url] of [
        ["GET", "/doctors/0"],
        ["DELETE", "/doctors/0"],
      ] as const) {
        expect((await call(api, method, url)).headers["link"]).toBeDefined();
        const { status, headers } = await call(closed, method, url);
        expect([status, headers["link"]]).toEqual([404, undefined]);
      }
    } finally {
      await closed.close();
    }
  });

  test("is linked to in at most 4 KiB, without variables that are too long for it", () => {
    for (const { successor: name, graphql } of ROUTES) {
      const link = linkTo(graphql);
      expect(link({ id: 1 }), name).toContain("&variables=%7B%22id%22%3A1%7D>");
      expect(link({ text: "🩺".repeat(400) }), name).not.toContain("variables=");
      expect(link({ text: "x".repeat(2_000) }).length, name).toBeLessThan(4_096);
    }
  });
});
