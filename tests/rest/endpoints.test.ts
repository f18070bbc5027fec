import { assertInputObjectType, buildSchema, print, type ASTNode } from "graphql";
import { pino } from "pino";
import { describe, expect } from "vitest";
import { createApp } from "../../src/http/app.js";
import type { Appointment } from "../../src/domain/index.js";
import { readProjectFile } from "../../src/common/project-root.js";
import { MAX_CHARACTERS } from "../../src/rest/body.js";
import { openApi, type Api } from "../support/api.js";
import { future, test, type Clinic } from "../support/clinic.js";
import { call } from "../support/rest.js";

const NOBODY = 2_147_483_647;
const naive = (time: Date) => time.toISOString().slice(0, 19);
const patientBody = (clinic: Clinic, changes: object = {}) => ({
  first_name: "Maria",
  last_name: "Lopez",
  email: clinic.email(),
  phone_number: "5550100",
  ...changes,
});
const booking = ({ patientId, doctorId, startsAt }: Appointment, changes: object = {}) => ({
  patient_id: patientId,
  doctor_id: doctorId,
  appointment_start_datetime: startsAt.toISOString(),
  appointment_duration_minutes: 30,
  ...changes,
});

describe("patients", () => {
  test("are registered, read and deleted", async ({ api, clinic }) => {
    const body = patientBody(clinic);
    const created = await call(api, "POST", "/patients", { ...body, id: 77, admin: true });
    const { id } = created.body as { id: number };
    expect(created.status).toBe(201);
    expect(created.headers["content-type"]).toBe("application/json");
    expect(Object.keys(created.body as object)).toEqual([
      "id",
      "first_name",
      "last_name",
      "email",
      "phone_number",
      "created_at",
      "updated_at",
    ]);
    expect(created.body).toMatchObject(body);
    expect((created.body as { created_at: string }).created_at).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
    );
    expect((await call(api, "GET", `/patients/${id}`)).body).toEqual(created.body);
    const deleted = await call(api, "DELETE", `/patients/${id}`);
    expect([deleted.status, deleted.body, deleted.headers["content-type"]]).toEqual([
      204,
      "",
      undefined,
    ]);
    for (const method of ["GET", "DELETE"] as const) {
      expect(await call(api, method, `/patients/${id}`)).toMatchObject({
        status: 404,
        body: { detail: "Patient not found" },
      });
    }
  });

  test("with a taken email address are refused without data of the other patient", async ({
    api,
    clinic,
  }) => {
    const { email } = await clinic.patient();
    const refused = await call(
      api,
      "POST",
      "/patients",
      patientBody(clinic, { email: email.toUpperCase() }),
    );
    expect(refused).toMatchObject({
      status: 400,
      body: { detail: "Another patient has this email" },
    });
  });

  test("may have an email with a name before it, and spaces around it", async ({ api, clinic }) => {
    const email = clinic.email("jane");
    const created = await call(
      api,
      "POST",
      "/patients",
      patientBody(clinic, { email: ` Jane Doe <${email}> ` }),
    );
    expect(created).toMatchObject({ status: 201, body: { email } });
  });

  test.for(["first_name", "last_name", "phone_number"])(
    "with a %s that is too long are refused with 400",
    async (field, { api, clinic }) => {
      const body = patientBody(clinic, { [field]: "x".repeat(101) });
      const { status, body: answer } = await call(api, "POST", "/patients", body);
      expect(status).toBe(400);
      expect((answer as { detail: string }).detail).toMatch(
        new RegExp(`^${field} must have at most 10`),
      );
    },
  );

  test("with appointments cannot be deleted, nor can such doctors", async ({ api, clinic }) => {
    const { patientId, doctorId } = await clinic.book({});
    expect(await call(api, "DELETE", `/patients/${patientId}`)).toMatchObject({
      status: 409,
      body: { detail: "Patient has appointments and cannot be deleted" },
    });
    expect(await call(api, "DELETE", `/doctors/${doctorId}`)).toMatchObject({
      status: 409,
      body: { detail: "Doctor has appointments and cannot be deleted" },
    });
  });
});

describe("a text that is far too long", () => {
  test.for([
    ["/patients", "first_name", 100],
    ["/patients", "last_name", 100],
    ["/patients", "email", 100],
    ["/patients", "phone_number", 10],
    ["/doctors", "full_name", 100],
    ["/doctors", "specialty", 100],
  ] as const)(
    "is refused by POST %s for its length alone: %s",
    async ([url, field, most], { api }) => {
      for (const text of ["東".repeat(15_000), `${" ".repeat(1_001)}x`, "\u0000".repeat(1_001)]) {
        const answer = await call(api, "POST", url, { [field]: text });
        const detail = `${field} must have at most ${most} characters`;
        expect(answer).toMatchObject({ status: 400, body: { detail } });
      }
      expect((await call(api, "POST", url, { [field]: " ".repeat(1_000) })).status).toBe(422);
    },
  );

  test("has the same maximum length in GraphQL", () => {
    const schema = buildSchema(readProjectFile("schema.graphql"));
    for (const name of ["RegisterPatientInput", "CreateDoctorInput"]) {
      const fields = Object.values(assertInputObjectType(schema.getType(name)).getFields());
      const texts = fields.filter(({ type }) => !String(type).startsWith("Boolean"));
      expect(
        texts.map(({ astNode }) => astNode && print(astNode.directives?.[0] as ASTNode)),
      ).toEqual(texts.map(() => `@maximum(length: ${MAX_CHARACTERS})`));
    }
  });
});

describe("a body", () => {
  test("is refused for all its faults at once, in the order of the fields", async ({ api }) => {
    const bad = await call(api, "POST", "/patients", { email: "nobody", phone_number: 5 });
    const input = { email: "nobody", phone_number: 5 };
    expect(bad.status).toBe(422);
    expect(bad.body).toEqual({
      detail: [
        { type: "missing", loc: ["body", "first_name"], msg: "Field required", input },
        { type: "missing", loc: ["body", "last_name"], msg: "Field required", input },
        {
          type: "value_error",
          loc: ["body", "email"],
          msg: "value is not a valid email address: it has no @-sign",
          input: "nobody",
          ctx: { reason: "it has no @-sign" },
        },
        {
          type: "string_type",
          loc: ["body", "phone_number"],
          msg: "Input should be a valid string",
          input: 5,
        },
      ],
    });
    const times = await call(api, "POST", "/appointments", {
      patient_id: 0,
      doctor_id: "x",
      appointment_start_datetime: "2020-01-01T00:00:00",
      appointment_duration_minutes: 5,
    });
    const { detail } = times.body as { detail: { type: string; loc: string[]; msg: string }[] };
    expect(detail.map(({ type, loc, msg }) => [type, loc[1], msg])).toEqual([
      ["greater_than", "patient_id", "Input should be greater than 0"],
      [
        "int_parsing",
        "doctor_id",
        "Input should be a valid integer, unable to parse string as an integer",
      ],
      [
        "value_error",
        "appointment_start_datetime",
        "Value error, appointment_start_datetime must be timezone-aware",
      ],
      [
        "value_error",
        "appointment_duration_minutes",
        "Value error, appointment_duration_minutes must be between 15 and 180",
      ],
    ]);
  });

  test.for([
    ["", "missing", ["body"]],
    ["null", "missing", ["body"]],
    ['{"a":', "json_invalid", ["body", 5]],
    ["[]", "model_attributes_type", ["body"]],
    ["5", "model_attributes_type", ["body"]],
    ["[".repeat(20_000) + "]".repeat(20_000), "model_attributes_type", ["body"]],
  ] as const)("that is %s is refused", async ([text, type, loc], { api }) => {
    const { status, body } = await call(api, "POST", "/patients", text);
    const [error] = (body as { detail: { type: string; loc: unknown[] }[] }).detail;
    expect([status, error?.type]).toEqual([422, type]);
    if (type !== "json_invalid") expect(error?.loc).toEqual(loc);
  });

  test("that is not UTF-8, or too large, is refused", async ({ api }) => {
    const large = await call(api, "POST", "/patients", `{"first_name":"${"x".repeat(2 ** 20)}"}`);
    expect(large).toMatchObject({ status: 413, body: { detail: "Request body is too large" } });
    const undecodable = await api.app.inject({
      method: "POST",
      url: "/patients",
      payload: Buffer.from([0x7b, 0xff, 0x7d]),
      headers: { "content-type": "application/json" },
    });
    expect([undecodable.statusCode, undecodable.json()]).toEqual([
      400,
      { detail: "There was an error parsing the body" },
    ]);
  });

  test("is coerced as ordinary callers expect", async ({ api, clinic }) => {
    for (const [given, active] of [
      ["yes", true],
      ["off", false],
      [0, false],
      [1, true],
      ["F", false],
      [null, true],
      [undefined, true],
    ] as const) {
      const body = { full_name: "Dr. A", specialty: clinic.tag, active_status: given };
      expect(await call(api, "POST", "/doctors", body)).toMatchObject({
        status: 201,
        body: { active_status: active },
      });
    }
    const appointment = await clinic.book({});
    const later = (days: number) =>
      future(30 + days)
        .toISOString()
        .slice(0, 19);
    for (const [index, changes] of [
      { appointment_start_datetime: `${later(0)}+00:00`, appointment_duration_minutes: "45" },
      { appointment_start_datetime: `${later(1)}Z`, appointment_duration_minutes: " +45.0 " },
      {
        appointment_start_datetime: `${later(2).replace("T", " ")}.75z`,
        appointment_duration_minutes: 45,
      },
      { appointment_start_datetime: `${later(3)}+0000`, patient_id: String(appointment.patientId) },
      { appointment_start_datetime: future(34).getTime() / 1_000 },
      { appointment_start_datetime: future(35).getTime() },
      { appointment_start_datetime: String(future(36).getTime()) },
      { appointment_start_datetime: `${later(37 - 30).slice(0, 16)}Z` },
    ].entries()) {
      const { status, body } = await call(
        api,
        "POST",
        "/appointments",
        booking(appointment, changes),
      );
      expect([status, body]).toMatchObject([
        201,
        { appointment_start_datetime: naive(future(30 + index)) },
      ]);
    }
  });
});

describe("whatever a field has in it", () => {
  const ODD = [
    ...[
      "1e400",
      "-1e400",
      "-0",
      "1e-400",
      "9007199254740993",
      "9223372036854775808",
      "1e19",
      "true",
      "null",
    ],
    ...["{}", '{"__proto__":{"first_name":"A"}}', `${"[".repeat(9_000)}${"]".repeat(9_000)}`],
    ...[
      '""',
      '" "',
      '"\\u0000"',
      '"\\ud83d"',
      '"\\udc00x"',
      '"\\u202e\\u200b"',
      '"\\ufeff"',
      '"x\\u3164"',
    ],
    ...[
      "東".repeat(15_000),
      "<".repeat(50_000),
      `a@${"東.".repeat(9_000)}`,
      `${" ".repeat(50_000)}x`,
    ].map((text) => JSON.stringify(text)),
    ...["9".repeat(101), `-${"9".repeat(5_000)}`, "1e309", "0x1F", "NaN", "Infinity", "_1"].map(
      (text) => JSON.stringify(text),
    ),
    ...["2030-02-30", "2030-02-30T10:00:00Z", "2032-06-01T24:00:00Z", "2032-06-30T23:59:60Z"].map(
      (text) => JSON.stringify(text),
    ),
    ...["2032-06-01T10:00:00+99:99", "0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z"].map((text) =>
      JSON.stringify(text),
    ),
    ...["9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "-271821-04-20T00:00:00Z"].map(
      (text) => JSON.stringify(text),
    ),
  ];

  test.for([
    ["/patients", ["first_name", "last_name", "email", "phone_number"]],
    ["/doctors", ["full_name", "specialty", "active_status"]],
    [
      "/appointments",
      ["patient_id", "doctor_id", "appointment_start_datetime", "appointment_duration_minutes"],
    ],
  ] as const)("POST %s takes it or says what is wrong", async ([url, fields], { api, clinic }) => {
    const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
    for (const field of fields) {
      for (const odd of ODD) {
        const bodies = {
          "/patients": patientBody(clinic),
          "/doctors": { full_name: "Dr. A", specialty: clinic.tag },
          "/appointments": booking({
            patientId: patient.id,
            doctorId: doctor.id,
            startsAt: future(9),
          } as Appointment),
        };
        const { [field]: _, ...others } = bodies[url] as Record<string, unknown>;
        const text = `${JSON.stringify(others).slice(0, -1)},"${field}":${odd}}`;
        const { status, body } = await call(api, "POST", url, text);
        const name = `${field}: ${odd.slice(0, 60)}`;
        expect([201, 400, 409, 422], name).toContain(status);
        if (status === 201) await call(api, "DELETE", `${url}/${(body as { id: number }).id}`);
        else expect(Object.keys(body as object), name).toEqual(["detail"]);
      }
    }
  });

  test.for(["/patients", "/doctors", "/appointments"])(
    "GET and DELETE %s/… say what is wrong",
    async (url, { api }) => {
      const ids = [
        "9".repeat(90),
        "-1",
        "+0",
        "1_0",
        "%00",
        "%20",
        "1e5",
        "NaN",
        "0x1",
        "1%2F2",
        "__proto__",
        "%F0%9F%A9%BA",
        "2147483648",
        "-".repeat(80),
      ];
      for (const id of ids) {
        for (const method of ["GET", "DELETE"] as const) {
          const { status, body } = await call(api, method, `${url}/${id}`);
          expect([404, 422], id).toContain(status);
          expect(Object.keys(body as object), id).toEqual(["detail"]);
        }
      }
    },
  );

  test("repeated, empty or oddly named parameters cause no server error", async ({ api }) => {
    for (const query of [
      "doctor_id=1&doctor_id=0",
      "doctor_id[]=1&doctor_id[a]=2&patient_id=0",
      "__proto__=1&constructor=2&doctor_id=0",
      `doctor_id=0&${"a=1&".repeat(2_000)}`,
      "doctor_id=0&=&&?&%00=%00",
      `doctor_id=${"9".repeat(5_000)}`,
      "doctor_id=0&date=%2B",
    ]) {
      const { status, body } = await call(api, "GET", `/appointments?${query}`);
      expect([200, 422], query.slice(0, 60)).toContain(status);
      if (status === 422) expect(Object.keys(body as object)).toEqual(["detail"]);
    }
  });
});

describe("doctors", () => {
  test("are created, read, toggled and deleted", async ({ api, clinic }) => {
    const created = await call(api, "POST", "/doctors", {
      full_name: "Dr. Anna Weber",
      specialty: clinic.tag,
    });
    const { id } = created.body as { id: number };
    expect(Object.keys(created.body as object)).toEqual([
      "id",
      "full_name",
      "specialty",
      "active_status",
      "created_at",
      "updated_at",
    ]);
    for (const active of [false, true]) {
      const toggled = await call(api, "PUT", `/doctors/${id}/toggle-status`, "not json");
      expect(toggled).toMatchObject({ status: 200, body: { id, active_status: active } });
    }
    expect((await call(api, "GET", `/doctors/${id}`)).status).toBe(200);
    expect((await call(api, "DELETE", `/doctors/${id}`)).status).toBe(204);
    for (const [method, path] of [
      ["GET", ""],
      ["DELETE", ""],
      ["PUT", "/toggle-status"],
    ] as const) {
      expect(await call(api, method, `/doctors/${id}${path}`)).toMatchObject({
        status: 404,
        body: { detail: "Doctor not found" },
      });
    }
  });
});

describe("appointments", () => {
  test("are booked, in UTC whatever the offset, and read", async ({ api, clinic }) => {
    const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
    const day = future(9).toISOString().slice(0, 10);
    const created = await call(api, "POST", "/appointments", {
      patient_id: patient.id,
      doctor_id: doctor.id,
      appointment_start_datetime: `${day}T15:30:00+05:30`,
      appointment_duration_minutes: 30,
    });
    const { id, created_at } = created.body as { id: number; created_at: string };
    expect(created).toMatchObject({
      status: 201,
      body: {
        patient_id: patient.id,
        doctor_id: doctor.id,
        appointment_start_datetime: `${day}T10:00:00`,
        appointment_duration_minutes: 30,
        appointment_end_datetime: `${day}T10:30:00`,
      },
    });
    const read = await call(api, "GET", `/appointments/${id}`);
    expect(JSON.stringify(read.body)).toBe(
      JSON.stringify({
        appointment_id: id,
        appointment_start_datetime: `${day}T10:00:00`,
        appointment_duration_minutes: 30,
        created_at,
        patient_id: patient.id,
        patient_first_name: patient.firstName,
        patient_last_name: patient.lastName,
        patient_email: patient.email,
        doctor_id: doctor.id,
        doctor_full_name: doctor.fullName,
        doctor_specialty: doctor.specialty,
        appointment_end_datetime: `${day}T10:30:00`,
      }),
    );
    expect((await call(api, "DELETE", `/appointments/${id}`)).status).toBe(204);
    expect(await call(api, "GET", `/appointments/${id}`)).toMatchObject({
      status: 404,
      body: { detail: "Appointment not found" },
    });
  });

  test("are refused in the order in which the earlier service checked", async ({ api, clinic }) => {
    const taken = await clinic.book({});
    const inactive = await clinic.doctor({ isActive: false });
    const refused = async (changes: object) => {
      const { status, body } = await call(api, "POST", "/appointments", booking(taken, changes));
      return [status, (body as { detail: unknown }).detail];
    };
    const unknown = { patient_id: NOBODY };
    expect(await refused({ ...unknown, doctor_id: 99_999_999_999 })).toEqual([
      409,
      "Doctor not found",
    ]);
    expect(await refused({ ...unknown, doctor_id: inactive.id })).toEqual([
      409,
      "Doctor is inactive and cannot accept appointments",
    ]);
    expect(await refused(unknown)).toEqual([409, "Doctor already has an overlapping appointment"]);
    expect(
      await refused({ ...unknown, appointment_start_datetime: future(20).toISOString() }),
    ).toEqual([409, "Patient not found"]);
  });

  test("are booked once for one Idempotency-Key, over either API", async ({ api, clinic }) => {
    const { doctorId, patientId } = await clinic.book({});
    const startsAt = future(11);
    const body = booking({ doctorId, patientId, startsAt } as Appointment);
    const key = { "idempotency-key": clinic.key() };
    const [one, two] = await Promise.all([
      call(api, "POST", "/appointments", body, key),
      call(api, "POST", "/appointments", body, key),
    ]);
    expect(one).toMatchObject({ status: 201, body: two.body });
    const { id } = one.body as { id: number };
    const input = {
      doctorId,
      patientId,
      startsAt,
      durationMinutes: 30,
      idempotencyKey: clinic.key(),
    };
    expect(await api.domain.appointments.book(input)).toMatchObject({ value: { id } });
    const other = { ...body, appointment_duration_minutes: 45 };
    expect((await call(api, "POST", "/appointments", other, key)).status).toBe(409);
  });

  test("are not booked again by a repeat, in any later state", async ({ api, clinic }) => {
    const { appointments } = api.domain;
    const book = async () => {
      const { doctorId, patientId } = await clinic.book({});
      const body = booking({ doctorId, patientId, startsAt: future(11) } as Appointment);
      const key = { "idempotency-key": clinic.key(String(doctorId)) };
      const repeat = () => call(api, "POST", "/appointments", body, key);
      const { body: booked, status } = await repeat();
      expect(status).toBe(201);
      return { repeat, booked, appointmentId: (booked as { id: number }).id };
    };
    const cancelled = await book();
    await appointments.cancel(cancelled);
    expect(await cancelled.repeat()).toMatchObject({
      status: 409,
      body: { detail: "This booking was made before and has been cancelled since" },
    });
    const completed = await book();
    await clinic.at(future(12)).appointments.complete(completed);
    expect(await completed.repeat()).toMatchObject({ status: 201, body: completed.booked });
    const moved = await book();
    await appointments.reschedule({ ...moved, startsAt: future(15) });
    expect(await moved.repeat()).toMatchObject({
      status: 201,
      body: {
        id: moved.appointmentId,
        appointment_start_datetime: future(15).toISOString().slice(0, 19),
      },
    });
    const deleted = await book();
    await appointments.remove(deleted);
    expect(await deleted.repeat()).toMatchObject({
      status: 409,
      body: { detail: "Appointment not found" },
    });
  });

  test("are listed by doctor, patient and UTC day, without cancelled ones", async ({
    api,
    clinic,
  }) => {
    const late = future(12, "23:30:00");
    const { doctorId, patientId, id } = await clinic.book({ startsAt: late, durationMinutes: 60 });
    const next = await clinic.book({ doctorId, patientId, startsAt: future(13, "00:30:00") });
    const gone = await clinic.book({ doctorId, patientId, startsAt: future(14) });
    await api.domain.appointments.cancel({ appointmentId: gone.id });
    const list = async (query: string) => {
      const { status, body } = await call(api, "GET", `/appointments?${query}`);
      expect(status).toBe(200);
      return (body as { appointment_id: number }[]).map(({ appointment_id }) => appointment_id);
    };
    const day = late.toISOString().slice(0, 10);
    expect(await list(`doctor_id=${doctorId}`)).toEqual([id, next.id]);
    expect(await list(`patient_id=${patientId}&date=${day}`)).toEqual([id]);
    expect(await list(`doctor_id=1&doctor_id=${doctorId}&patient_id=${patientId}`)).toEqual([
      id,
      next.id,
    ]);
    expect(await list("doctor_id=-1")).toEqual([]);
    expect(await list("doctor_id=99999999999")).toEqual([]);
    expect((await call(api, "GET", `/appointments/${gone.id}`)).status).toBe(404);
    const byDate = await call(api, "GET", `/appointments/by-date?date=${day}`);
    expect(byDate.body).toEqual(
      expect.arrayContaining([expect.objectContaining({ id, doctor_id: doctorId })]),
    );
    expect(await call(api, "GET", "/appointments/by-date")).toMatchObject({
      status: 422,
      body: { detail: [{ type: "missing", loc: ["query", "date"], input: null }] },
    });
  });

  test("are listed of any day if the date is empty, as a form sends it", async ({
    api,
    clinic,
  }) => {
    const { doctorId, id, startsAt } = await clinic.book({});
    const day = startsAt.toISOString().slice(0, 10);
    for (const date of [
      "date=",
      "date",
      `date=${day}`,
      `date=2031-01-01&date=${day}`,
      `date=${day}&date=`,
    ]) {
      const { status, body } = await call(
        api,
        "GET",
        `/appointments?doctor_id=${doctorId}&${date}`,
      );
      expect([status, body], date).toMatchObject([200, [{ appointment_id: id }]]);
    }
  });

  test.for([
    [
      "/appointments",
      "date",
      [
        "abc",
        "%20",
        "2035-02-30",
        "2035-13-01",
        "2035-5-5",
        "20350505",
        "0000-01-01",
        "10000-01-01",
        "2035-05-05T00:00:00",
        "%00",
        "null",
      ],
    ],
    ["/appointments/by-date", "date", ["", "abc", "2035-02-30", "0000-01-01"]],
    ["/appointments", "doctor_id", ["", "x", "1.5", "%20", "1e3", "null", "1;2", "%00"]],
    ["/appointments", "patient_id", ["", "x", "1.5", "%20", "1e3", "null", "1;2", "%00"]],
  ] as const)(
    "are not listed by %s?%s= with what is no value of it",
    async ([url, name, values], { api }) => {
      for (const value of values) {
        const answer = await call(api, "GET", `${url}?${name}=${value}`);
        const detail = [{ loc: ["query", name], input: decodeURIComponent(value) }];
        expect(answer, value).toMatchObject({ status: 422, body: { detail } });
      }
    },
  );

  test("are listed of the first and the last day that the calendar has", async ({
    api,
    clinic,
  }) => {
    const { doctorId, patientId } = await clinic.book({});
    const book = (startsAt: string) =>
      clinic.book({ doctorId, patientId, startsAt: new Date(startsAt) });
    const { id } = await book("9999-12-31T00:00:00Z");
    const last = await book("9999-12-31T23:29:59Z");
    const list = async (date: string) =>
      (await call(api, "GET", `/appointments?doctor_id=${doctorId}&date=${date}`)).body;
    expect(await list("9999-12-31")).toMatchObject([
      { appointment_id: id },
      { appointment_id: last.id },
    ]);
    expect(await list("9999-12-30")).toEqual([]);
    expect(await list("0001-01-01")).toEqual([]);
  });

  /** Puts so many appointments of a quarter of an hour, back to back, into the table. */
  async function fill({ db }: Api, { doctorId, patientId }: Appointment, count: number) {
    const data = Array.from({ length: count }, (_, index) => {
      const startsAt = new Date(future(21, "00:00:00").getTime() + index * 15 * 60_000);
      const endsAt = new Date(startsAt.getTime() + 15 * 60_000);
      const time = new Date("2026-01-01T00:00:00Z");
      const stamps = { createdAt: time, updatedAt: time };
      return { doctorId, patientId, startsAt, endsAt, durationMinutes: 15, ...stamps };
    });
    await db.read(({ appointment }) => appointment.createMany({ data }));
  }

  test.for([99, 100, 101, 199, 200, 201])(
    "are listed whole and once each, be there %d and as many that are cancelled",
    async (count, { api, clinic }) => {
      const first = await clinic.book({ startsAt: future(20, "00:00:00") });
      await fill(api, first, 2 * count - 1);
      const { doctorId } = first;
      const where = { doctorId };
      const all = await api.db.read(({ appointment }) =>
        appointment.findMany({ where, select: { id: true }, orderBy: { id: "asc" } }),
      );
      const isCancelled = (_: unknown, index: number) => index % 2 === 1;
      const cancelled = all.filter(isCancelled).map(({ id }) => id);
      await api.db.read(({ appointment }) =>
        appointment.updateMany({
          where: { id: { in: cancelled } },
          data: { status: "CANCELLED" },
        }),
      );
      const { body } = await call(api, "GET", `/appointments?doctor_id=${doctorId}`);
      const ids = (body as { appointment_id: number }[]).map(
        ({ appointment_id }) => appointment_id,
      );
      expect(ids).toEqual(all.map(({ id }) => id).filter((id) => !cancelled.includes(id)));
      expect(ids).toHaveLength(count);
    },
  );

  test.for([1, 100, 101, 200, 201])(
    "are listed whole and once each, be there %d",
    async (count, { api, clinic }) => {
      const first = await clinic.book({ startsAt: future(20, "00:00:00") });
      await fill(api, first, count - 1);
      const { body } = await call(api, "GET", `/appointments?doctor_id=${first.doctorId}`);
      const ids = (body as { appointment_id: number }[]).map(
        ({ appointment_id }) => appointment_id,
      );
      expect([ids.length, new Set(ids).size]).toEqual([count, count]);
    },
  );

  test("are listed completely and once each, over many pages", async ({ api, clinic }) => {
    const first = await clinic.book({ startsAt: future(20, "00:00:00") });
    await fill(api, first, 1_250);
    const { body } = await call(api, "GET", `/appointments?doctor_id=${first.doctorId}`);
    const ids = (body as { appointment_id: number }[]).map(({ appointment_id }) => appointment_id);
    expect(ids).toHaveLength(1_251);
    expect(new Set(ids).size).toBe(1_251);
  });

  test("are listed without cancelled ones, even if these fill whole pages", async ({
    api,
    clinic,
  }) => {
    const { doctorId, ...first } = await clinic.book({ startsAt: future(20, "00:00:00") });
    await fill(api, { doctorId, ...first }, 250);
    const list = async () => {
      const { body } = await call(api, "GET", `/appointments?doctor_id=${doctorId}`);
      return (body as { appointment_id: number }[]).map(({ appointment_id }) => appointment_id);
    };
    const all = await list();
    const cancel = (ids: number[]) =>
      api.db.read(({ appointment }) =>
        appointment.updateMany({ where: { id: { in: ids } }, data: { status: "CANCELLED" } }),
      );
    await cancel(all.slice(0, 100));
    expect(await list()).toEqual(all.slice(100));
    await cancel(all.slice(150));
    expect(await list()).toEqual(all.slice(100, 150));
    await cancel(all);
    expect(await list()).toEqual([]);
  });

  test("are listed completely and once each while others are added and removed", async ({
    api,
    clinic,
  }) => {
    const first = await clinic.book({ startsAt: future(20, "00:00:00") });
    await fill(api, first, 350);
    const { doctorId, patientId } = first;
    const request = { filters: [{ doctorId }], orderBy: "BOOKED_ASC" as const, after: null };
    const [all] = await api.domain.appointments.pages([{ ...request, first: 400 }]);
    const before = all?.rows.map(({ id }) => id) ?? [];
    expect(before).toHaveLength(351);
    const read: number[] = [];
    const gone: number[] = [];
    for await (const rows of api.domain.appointments.stream({ doctorId })) {
      read.push(...rows.map(({ id }) => id));
      // One that was read, one that was not, and a new one whose time is before them all.
      const round = gone.length / 2;
      const going = [before[round] ?? 0, before.at(-1 - round) ?? 0];
      for (const appointmentId of going) await api.domain.appointments.remove({ appointmentId });
      gone.push(...going);
      const startsAt = future(10, `0${round}:00:00`);
      if (round < 4) await clinic.book({ doctorId, patientId, startsAt });
    }
    expect(new Set(read).size).toBe(read.length);
    const stayed = before.filter((id) => !gone.includes(id));
    expect(read).toEqual(expect.arrayContaining(stayed));
  });
});

describe("paths and methods", () => {
  test.for([
    ["GET", "/nope", 404],
    ["GET", "/Patients", 404],
    ["PUT", "/patients", 405, "POST, GET"],
    ["PATCH", "/patients/1", 405, "GET, DELETE"],
    ["POST", "/appointments/by-date", 405, "GET"],
    ["PATCH", "/doctors/1/toggle-status", 405, "PUT"],
  ] as const)("%s %s is %d", async ([method, url, status, allow], { api }) => {
    const answer = await call(api, method, url, method === "GET" ? undefined : {});
    const detail = status === 404 ? "Not Found" : "Method Not Allowed";
    expect(answer).toMatchObject({ status, body: { detail } });
    expect(answer.headers["allow"]).toBe(allow);
    expect(answer.headers["content-type"]).toBe("application/json");
  });

  test("with a slash too many are redirected, query and all", async ({ api }) => {
    const { status, headers } = await call(api, "DELETE", "/patients/7/?a=1");
    expect(status).toBe(307);
    expect(headers["location"]).toMatch(/\/patients\/7\?a=1$/);
  });

  test.for([
    ["abc", 422],
    ["1.5", 422],
    ["1e0", 422],
    ["", 307],
    ["0", 404],
    ["-1", 404],
    ["2147483648", 404],
    ["999999999999999999999999999999", 404],
  ] as const)("/patients/%s is %d", async ([id, status], { api }) => {
    expect((await call(api, "GET", `/patients/${id}`)).status).toBe(status);
  });
});

describe("the bridge to GraphQL", () => {
  test("says that the endpoints are deprecated only if that is set", async ({ api }) => {
    const read = async (settings: object) => {
      const logger = pino({ level: "silent" });
      const app = await createApp({
        domain: api.sharedDomain,
        logger,
        exposure: "costs",
        ...settings,
      });
      const { headers } = await app.inject({ url: "/doctors" });
      await app.close();
      return [headers["deprecation"], headers["sunset"]];
    };
    expect(await read({})).toEqual([undefined, undefined]);
    const restDeprecatedSince = new Date("2027-01-01T00:00:00Z");
    const restSunset = new Date("2028-01-01T00:00:00Z");
    expect(await read({ restDeprecatedSince, restSunset })).toEqual([
      "@1798761600",
      "Sat, 01 Jan 2028 00:00:00 GMT",
    ]);
  });

  test("counts successful callers of each endpoint, and none that was only refused", async ({
    clinic,
  }) => {
    const api = await openApi();
    try {
      const { id } = await clinic.patient();
      for (const [url, product] of [
        ["/nope", "invented/1"],
        ["/patients/x", "invented/2"],
        ["/metrics", "invented/3"],
        ["/patients/1/", "invented/4"],
      ] as const) {
        await call(api, "GET", url, undefined, { "user-agent": product });
      }
      await call(api, "GET", `/patients/${id}`, undefined, { "user-agent": "legacy-app/2.1 (x)" });
      const { body } = await call(api, "GET", "/metrics");
      expect(body).toContain(
        'rest_requests_total{method="GET",route="/patients/:patient_id",status="200",caller="legacy-app/2.1"} 1',
      );
      expect(body).not.toContain(clinic.tag);
      expect(body).not.toContain("invented");
      expect(body).toContain('route="/patients/:patient_id",status="422",caller="other"} 1');
    } finally {
      await api.close();
    }
  });
});

describe("a fault", () => {
  test("is a plain 500 or 503 with a request id, and nothing internal", async () => {
    const { openDatabase } = await import("../../src/db/database.js");
    const { databaseUrl } = await import("../support/environment.js");
    const elsewhere = (changes: object) =>
      openDatabase(Object.assign(new URL(databaseUrl), changes).href, { connectionLimit: 2 });
    const cases = [
      [elsewhere({ pathname: "/information_schema" }), 500, "Internal Server Error"],
      [
        elsewhere({ port: "1" }),
        503,
        "The service can't do this at the moment. Nothing was written; try again.",
      ],
    ] as const;
    await Promise.all(
      cases.map(async ([db, status, detail]) => {
        const api = await openApi({ db });
        const answer = await call(api, "GET", "/patients/1");
        expect(answer).toMatchObject({ status, body: { detail } });
        expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
        expect(answer.headers["retry-after"]).toBe(status === 503 ? "1" : undefined);
        await api.close();
        await db.close();
      }),
    );
  });
});
