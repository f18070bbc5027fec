import { describe, expect } from "vitest";
import { isPosition, type Patient } from "../../../src/domain/index.js";
import { PATIENT_KEYSETS, type PatientOrder } from "../../../src/domain/patients/queries.js";
import type { Clinic } from "../../support/clinic.js";
import { test } from "../../support/domain.js";

/** Patients whose first names all start with the clinic's tag. */
async function patientsOf(clinic: Clinic): Promise<Patient[]> {
  const names = [
    ["b", "Zimmer"],
    ["a", "Berg"],
    ["b", "Berg"],
    ["a", "berg"],
  ] as const;
  const patients = [];
  for (const [first, lastName] of names) {
    patients.push(await clinic.patient({ firstName: `${clinic.tag} ${first}`, lastName }));
  }
  return patients;
}

const idsOf = (patients: readonly { id: number }[]) => patients.map(({ id }) => id);

describe("pages of patients", () => {
  test("follow on each other in every order, without a gap or a repeat", async ({
    clinic,
    domain,
  }) => {
    const patients = await patientsOf(clinic);
    const at = (...places: number[]) => places.map((place) => patients[place]?.id);
    const expected: Record<PatientOrder, unknown[]> = {
      REGISTERED_ASC: at(0, 1, 2, 3),
      REGISTERED_DESC: at(3, 2, 1, 0),
      // By last and then first name, blind to case; the two of one name are in the order of their ids.
      NAME_ASC: at(1, 3, 2, 0),
      NAME_DESC: at(0, 2, 3, 1),
    };
    for (const orderBy of Object.keys(PATIENT_KEYSETS) as PatientOrder[]) {
      const filter = { search: clinic.tag };
      const found: number[] = [];
      let after: Parameters<typeof domain.patients.page>[1]["after"] = null;
      do {
        const page = await domain.patients.page(filter, { orderBy, first: 1, after });
        found.push(...idsOf(page.rows));
        const [last] = page.rows;
        after = page.hasNextPage && last ? page.positionOf(last) : null;
        expect(after === null || isPosition(after, PATIENT_KEYSETS[orderBy])).toBe(true);
      } while (after !== null && found.length < 9);
      expect(found, orderBy).toEqual(expected[orderBy]);
    }
  });

  test("are of all patients without a search, as is the stream of them", async ({
    clinic,
    domain,
  }) => {
    const ids = idsOf(await patientsOf(clinic));
    const streamed: number[] = [];
    for await (const rows of domain.patients.stream()) streamed.push(...idsOf(rows));
    expect(streamed.filter((id) => ids.includes(id))).toEqual(ids);
    expect(streamed).toEqual([...streamed].sort((one, other) => one - other));
    for (const search of [undefined, null, "", " "]) {
      expect(await domain.patients.count({ search })).toBeGreaterThanOrEqual(ids.length);
    }
  });
});

describe("a search for patients", () => {
  test("finds what starts the name in either order, or the email, in any case", async ({
    clinic,
    domain,
  }) => {
    const { tag } = clinic;
    const email = `Ann.${tag}@bücher.example`;
    const { id } = await clinic.patient({ firstName: `Ann${tag}`, lastName: `Berg${tag}`, email });
    await clinic.patient({ firstName: `x Ann${tag}`, lastName: `x Berg${tag}` });
    const found = async (search: string) => {
      const request = { orderBy: "REGISTERED_ASC", first: 50, after: null } as const;
      const { rows } = await domain.patients.page({ search }, request);
      expect(await domain.patients.count({ search })).toBe(rows.length);
      return idsOf(rows);
    };
    for (const search of [
      `ann${tag}`,
      `ÄNN${tag} Berg`,
      `berg${tag} a`,
      ` Berg${tag}  Ann${tag} `,
      `ann.${tag}`,
      `ann.${tag}@bücher.example`,
      `ANN.${tag}@xn--bcher-kva.ex`,
    ]) {
      expect(await found(search), search).toEqual([id]);
    }
    for (const search of [`nn${tag}`, `Ann${tag} x`, `ann.${tag}@example`, `ann.${tag}x`]) {
      expect(await found(search), search).toEqual([]);
    }
  });

  test("finds nobody by what no name or email can start with", async ({ clinic, domain }) => {
    await patientsOf(clinic);
    for (const search of ["x".repeat(202), "\u0007", "\ud83d"]) {
      expect(await domain.patients.count({ search })).toBe(0);
    }
  });
});

describe("the patient with an email", () => {
  test("is found in any case, and nobody by another or an impossible one", async ({
    clinic,
    domain,
  }) => {
    const patient = await clinic.patient();
    expect(await domain.patients.byEmail(` ${patient.email.toUpperCase()} `)).toEqual(patient);
    for (const email of [`x${patient.email}`, "", "x".repeat(500)]) {
      expect(await domain.patients.byEmail(email)).toBeNull();
    }
  });
});

test("a patient's fields can be checked without a patient", ({ domain }) => {
  expect(domain.patients.check({ firstName: " " })).toEqual([
    { code: "REQUIRED", path: ["firstName"] },
  ]);
  expect(domain.patients.check({})).toEqual([]);
});
