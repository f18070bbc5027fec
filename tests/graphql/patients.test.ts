import { gql } from "graphql-tag";
import { describe, expect } from "vitest";
import {
  DeletePatientDocument,
  PatientDocument,
  PatientsDocument,
  RegisterPatientDocument,
  UpdatePatientDocument,
} from "../../client/src/documents.js";
import type { PatientsQuery, RegisterPatientInput } from "../../client/src/index.js";
import type { TypedDocumentNode } from "../../client/src/typed-document-node.js";
import { nodesOf } from "../support/api.js";
import { iso, test } from "../support/clinic.js";

const input = (email: string, fields: Partial<RegisterPatientInput> = {}) => ({
  firstName: "Maria",
  lastName: "Lopez",
  email,
  phoneNumber: "5550100",
  ...fields,
});

describe("registerPatient", () => {
  test("adds a patient, who can then be found by id, database id and email", async ({
    api,
    clinic,
  }) => {
    const email = clinic.email("Maria");
    const { registerPatient } = await api.query(RegisterPatientDocument, {
      input: input(` ${email.replace("example.com", "EXAMPLE.com")} `, { firstName: " Maria " }),
    });
    expect(registerPatient?.userErrors).toEqual([]);
    const patient = registerPatient?.patient;
    expect(patient).toMatchObject({
      id: `pat_${patient?.databaseId}`,
      firstName: "Maria",
      lastName: "Lopez",
      fullName: "Maria Lopez",
      email,
      phoneNumber: "5550100",
      version: 1,
    });
    expect(patient?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(patient?.updatedAt).toBe(patient?.createdAt);
    for (const by of [
      { id: patient?.id ?? "" },
      { databaseId: patient?.databaseId ?? 0 },
      { email: email.toUpperCase() },
    ]) {
      expect((await api.query(PatientDocument, { by })).patient).toEqual(patient);
    }
  });

  test("refuses a taken email address in any case and Unicode form", async ({ api, clinic }) => {
    await clinic.patient({ email: clinic.email("josé") });
    for (const email of [clinic.email("JOSÉ"), clinic.email("jose\u0301")]) {
      const { registerPatient } = await api.query(RegisterPatientDocument, { input: input(email) });
      expect(registerPatient).toEqual({
        patient: null,
        userErrors: [
          {
            __typename: "GeneralUserError",
            code: "EMAIL_TAKEN",
            message: "Another patient has this email address. Look up the patient by it.",
            path: ["input", "email"],
          },
        ],
      });
    }
    const other = await api.query(RegisterPatientDocument, { input: input(clinic.email("jose")) });
    expect(other.registerPatient?.userErrors).toEqual([]);
  });

  test("returns all reasons for a refusal at once, and writes nothing", async ({ api, clinic }) => {
    const { registerPatient } = await api.query(RegisterPatientDocument, {
      input: {
        firstName: " ",
        lastName: "a\u0000b",
        email: `${clinic.tag}@localhost`,
        phoneNumber: "1".repeat(33),
      },
    });
    expect(registerPatient?.patient).toBeNull();
    expect(registerPatient?.userErrors.map(({ code, path }) => [code, path])).toEqual([
      ["REQUIRED", ["input", "firstName"]],
      ["INVALID_CHARACTERS", ["input", "lastName"]],
      ["EMAIL_INVALID", ["input", "email"]],
      ["TOO_LONG", ["input", "phoneNumber"]],
    ]);
    expect(registerPatient?.userErrors[3]).toMatchObject({
      __typename: "TooLongError",
      maximumLength: 32,
    });
    const written = await api.db.read(({ patient }) =>
      patient.count({ where: { email: { contains: clinic.tag } } }),
    );
    expect(written).toBe(0);
  });

  test.for([
    ["firstName", 100],
    ["lastName", 100],
    ["phoneNumber", 32],
  ] as const)(
    "takes %s of up to %d characters, emoji too",
    async ([field, limit], { api, clinic }) => {
      const fits = await api.query(RegisterPatientDocument, {
        input: input(clinic.email(), { [field]: "🩺".repeat(limit) }),
      });
      expect(fits.registerPatient?.patient?.[field]).toBe("🩺".repeat(limit));
      const tooLong = await api.query(RegisterPatientDocument, {
        input: input(clinic.email(), { [field]: "🩺".repeat(limit + 1) }),
      });
      expect(tooLong.registerPatient?.userErrors).toMatchObject([
        { code: "TOO_LONG", path: ["input", field], maximumLength: limit },
      ]);
    },
  );
});

describe("updatePatient", () => {
  test("changes the given fields, keeps the others and increments the version", async ({
    api,
    clinic,
  }) => {
    const patient = await clinic.patient();
    const { updatePatient } = await api.query(UpdatePatientDocument, {
      input: {
        patientId: `pat_${patient.id}`,
        changes: { firstName: "Mary", email: clinic.email("new") },
        expectedVersion: 1,
      },
    });
    expect(updatePatient).toMatchObject({
      patient: {
        firstName: "Mary",
        lastName: patient.lastName,
        email: clinic.email("new"),
        phoneNumber: patient.phoneNumber,
        version: 2,
        createdAt: iso(patient.createdAt),
      },
      userErrors: [],
    });
    const { patient: read } = await api.query(PatientDocument, {
      by: { email: clinic.email("new") },
    });
    expect(read).toEqual(updatePatient?.patient);
  });

  test("keeps the version if nothing changes", async ({ api, clinic }) => {
    const { id, firstName, email } = await clinic.patient();
    const sameEmail = email.replace("example.com", "EXAMPLE.com");
    for (const changes of [{}, { firstName, email: sameEmail }, { firstName: ` ${firstName}` }]) {
      const { updatePatient } = await api.query(UpdatePatientDocument, {
        input: { patientId: `pat_${id}`, changes },
      });
      expect(updatePatient).toMatchObject({ patient: { version: 1, email }, userErrors: [] });
    }
  });

  test("refuses null, a stale version and another patient's email, all at once", async ({
    api,
    clinic,
  }) => {
    const patient = await clinic.patient();
    const { email } = await clinic.patient();
    const { updatePatient } = await api.query(UpdatePatientDocument, {
      input: {
        patientId: `pat_${patient.id}`,
        changes: { lastName: null, email },
        expectedVersion: 7,
      },
    });
    expect(updatePatient?.patient).toBeNull();
    expect(updatePatient?.userErrors).toMatchObject([
      { code: "STALE_VERSION", path: ["input", "expectedVersion"], currentVersion: 1 },
      { code: "REQUIRED", path: ["input", "changes", "lastName"] },
      { code: "EMAIL_TAKEN", path: ["input", "changes", "email"] },
    ]);
    expect(await api.domain.patients.byId(patient.id)).toEqual(patient);
  });

  test("may change the case of the patient's own email", async ({ api, clinic }) => {
    const patient = await clinic.patient({ email: clinic.email("maria") });
    const { updatePatient } = await api.query(UpdatePatientDocument, {
      input: { patientId: `pat_${patient.id}`, changes: { email: clinic.email("Maria") } },
    });
    expect(updatePatient?.patient).toMatchObject({ email: clinic.email("Maria"), version: 2 });
  });

  test("refuses a patient who does not exist", async ({ api }) => {
    const { updatePatient } = await api.query(UpdatePatientDocument, {
      input: { patientId: "pat_2147483647", changes: { firstName: "" } },
    });
    expect(updatePatient?.userErrors.map(({ code }) => code)).toEqual([
      "PATIENT_NOT_FOUND",
      "REQUIRED",
    ]);
  });
});

describe("deletePatient", () => {
  test("removes a patient, once", async ({ api, clinic }) => {
    const { id } = await clinic.patient();
    const variables = { input: { patientId: `pat_${id}` } };
    const { deletePatient } = await api.query(DeletePatientDocument, variables);
    expect(deletePatient).toEqual({ deletedPatientId: `pat_${id}`, userErrors: [] });
    expect(await api.query(PatientDocument, { by: { databaseId: id } })).toEqual({ patient: null });
    const again = await api.query(DeletePatientDocument, variables);
    expect(again.deletePatient).toMatchObject({
      deletedPatientId: null,
      userErrors: [{ code: "PATIENT_NOT_FOUND", path: ["input", "patientId"] }],
    });
  });

  test("refuses a patient with appointments, cancelled ones too, and a stale version", async ({
    api,
    clinic,
  }) => {
    const { patientId, id: appointmentId } = await clinic.book({});
    await api.domain.appointments.cancel({ appointmentId });
    const { deletePatient } = await api.query(DeletePatientDocument, {
      input: { patientId: `pat_${patientId}`, expectedVersion: 3 },
    });
    expect(deletePatient).toMatchObject({
      deletedPatientId: null,
      userErrors: [
        { code: "STALE_VERSION", currentVersion: 1 },
        { code: "HAS_APPOINTMENTS", path: ["input", "patientId"], appointmentCount: 1 },
      ],
    });
    expect(await api.domain.patients.byId(patientId)).not.toBeNull();
  });
});

const NODES_AND_EDGES = gql`
  query PatientsTwice($search: String) {
    patients(search: $search) {
      nodes {
        id
      }
      edges {
        node {
          id
        }
      }
    }
  }
` as TypedDocumentNode<
  { patients: { nodes: { id: string }[]; edges: { node: { id: string } }[] } },
  { search: string }
>;

describe("patients", () => {
  test("finds by the start of a name, of a full name in either order, or of an email", async ({
    api,
    clinic,
  }) => {
    const { tag } = clinic;
    const zoe = await clinic.patient({ firstName: `Zoë${tag}`, lastName: `van der Berg${tag}` });
    const search = async (text: string) => {
      const { patients } = await api.query(PatientsDocument, { search: text });
      expect(patients.totalCount).toBe(patients.edges.length);
      return nodesOf(patients).map(({ databaseId }) => databaseId);
    };
    for (const text of [
      `Zoë${tag}`,
      `zoe${tag}`,
      `van der Berg${tag}`,
      `  ZOE${tag}   VAN  der `,
      `zoe${tag} van der berg${tag}`,
      `van der berg${tag} zo`,
      zoe.email.toUpperCase(),
    ]) {
      expect(await search(text), text).toEqual([zoe.id]);
    }
    for (const text of [`erg${tag}`, `Zoë${tag} Berg`, `Zo%${tag}`, `Zo_${tag}`, `%${tag}`, "\\"]) {
      expect(await search(text), text).toEqual([]);
    }
  });

  test("are found in every script, form and spelling", async ({ api, clinic }) => {
    const { tag } = clinic;
    const cases: [firstName: string, lastName: string, found: string[], notFound: string[]][] = [
      ["Seán", "O'Neil", ["O’Neil", "o'neil", "O\u02bcNeil"], ["ONeil"]],
      ["Marie‑Ève", "Côté", ["marie-eve", "MARIE\u2010E\u0300VE"], ["marie eve"]],
      ["Ana\u00a0 Luz", "Gil", ["ana luz", "Ana\u00a0Luz"], []],
      ["Søren", "Łukasz", ["soren", "lukasz", "SØREN ŁUK"], []],
      ["Iğdır", "Straße", ["igdir", "IĞDIR", "strasse", "STRASSE"], ["strase"]],
      ["Ægir", "Đorđe", ["aegir", "dorde"], []],
      ["😀", "𠮷田", ["😀 𠮷"], ["😁", "😀 𠮷𠮷"]],
      ["100%", "a_b\\c|d", ["100% a_b\\", "a_b\\c|d"], ["100_", "%"]],
      ["می‌خواهم", "שָׁלוֹם", ["میخواهم", "שלום"], []],
    ];
    for (const [firstName, lastName, found, notFound] of cases) {
      const { id } = await clinic.patient({ firstName, lastName: `${lastName} ${tag}` });
      const ids = async (search: string) => {
        const { patients } = await api.query(PatientsDocument, { search, first: 100 });
        return nodesOf(patients).map(({ databaseId }) => databaseId);
      };
      for (const search of found) expect(await ids(search), search).toContain(id);
      for (const search of notFound) expect(await ids(search), search).not.toContain(id);
    }
  });

  test("are found by an international email as it is shown, and as it is sent", async ({
    api,
    clinic,
  }) => {
    const local = `Jürgen.${clinic.tag}`;
    const { id, email } = await clinic.patient({ email: `${local}@bücher.example` });
    expect(email).toBe(`${local}@bücher.example`);
    for (const search of [
      email,
      email.slice(0, -11),
      `${local}@xn--bcher-kva.exa`,
      email.toUpperCase(),
    ]) {
      const { patients } = await api.query(PatientsDocument, { search });
      expect(
        nodesOf(patients).map(({ databaseId }) => databaseId),
        search,
      ).toEqual([id]);
    }
  });

  test("are not found with a search text that is longer than any name", async ({ api }) => {
    const long = "word ".repeat(100_000);
    const statements = await api.statements(async () => {
      expect(await api.domain.patients.count({ search: long })).toBe(0);
      expect(await api.domain.patients.byEmail(`u@${"漢".repeat(1_000_000)}`)).toBeNull();
      expect(await api.domain.doctors.count({ name: long, specialty: long })).toBe(0);
    });
    expect(statements.map((sql) => sql.replace(/.* WHERE /s, ""))).toEqual(["FALSE", "FALSE"]);
  });

  test("are the same as nodes and as edges, in the same order", async ({ api, clinic }) => {
    for (let i = 0; i < 3; i += 1) await clinic.patient({ firstName: `F${clinic.tag}` });
    const { patients } = await api.query(NODES_AND_EDGES, { search: `F${clinic.tag}` });
    expect(patients.nodes).toHaveLength(3);
    expect(nodesOf(patients)).toEqual(patients.nodes);
  });

  test("are sorted and paged by name or by registration, both ways", async ({ api, clinic }) => {
    const first = `F${clinic.tag}`;
    const names = ["Baker", "adams", "Clark", "Adams", "Baker"];
    const ids: number[] = [];
    for (const lastName of names)
      ids.push((await clinic.patient({ firstName: first, lastName })).id);
    const pageThrough = async (
      orderBy: "NAME_ASC" | "NAME_DESC" | "REGISTERED_ASC" | "REGISTERED_DESC",
    ) => {
      const found: number[] = [];
      let after: string | null | undefined = null;
      do {
        const { patients }: PatientsQuery = await api.query(PatientsDocument, {
          search: first,
          orderBy,
          first: 2,
          after,
        });
        expect(patients.pageInfo.hasPreviousPage).toBe(after !== null);
        expect(patients.pageInfo.startCursor).toBe(patients.edges[0]?.cursor);
        found.push(...nodesOf(patients).map(({ databaseId }) => ids.indexOf(databaseId)));
        after = patients.pageInfo.hasNextPage ? patients.pageInfo.endCursor : null;
      } while (after !== null);
      return found;
    };
    expect(await pageThrough("REGISTERED_ASC")).toEqual([0, 1, 2, 3, 4]);
    expect(await pageThrough("REGISTERED_DESC")).toEqual([4, 3, 2, 1, 0]);
    expect(await pageThrough("NAME_ASC")).toEqual([1, 3, 0, 4, 2]);
    expect(await pageThrough("NAME_DESC")).toEqual([2, 4, 0, 3, 1]);
  });
});
