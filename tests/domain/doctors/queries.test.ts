import { describe, expect } from "vitest";
import { isPosition, type Doctor } from "../../../src/domain/index.js";
import {
  DOCTOR_KEYSETS,
  type DoctorFilter,
  type DoctorOrder,
} from "../../../src/domain/doctors/queries.js";
import type { Clinic } from "../../support/clinic.js";
import { test } from "../../support/domain.js";

const NAMES = ["Ben_100%", "anna", "Émile", "Zoe|x", "Anna"];

/** Doctors of one specialty, of whom every other one is active. */
async function doctorsOf(clinic: Clinic): Promise<Doctor[]> {
  const doctors = [];
  for (const [index, fullName] of NAMES.entries()) {
    doctors.push(await clinic.doctor({ fullName, isActive: index % 2 === 0 }));
  }
  return doctors;
}

const idsOf = (doctors: readonly { id: number }[]) => doctors.map(({ id }) => id);

describe("pages of doctors", () => {
  test("follow on each other in every order, without a gap or a repeat", async ({
    clinic,
    domain,
  }) => {
    const doctors = await doctorsOf(clinic);
    const at = (...places: number[]) => places.map((place) => doctors[place]?.id);
    const expected: Record<DoctorOrder, unknown[]> = {
      CREATED_ASC: at(0, 1, 2, 3, 4),
      CREATED_DESC: at(4, 3, 2, 1, 0),
      // Blind to case, so the two of one name are in the order of their ids.
      NAME_ASC: at(1, 4, 0, 2, 3),
      NAME_DESC: at(3, 2, 0, 4, 1),
    };
    for (const orderBy of Object.keys(DOCTOR_KEYSETS) as DoctorOrder[]) {
      const filter = { specialty: clinic.tag };
      const first = await domain.doctors.page(filter, { orderBy, first: 1, after: null });
      const [one] = first.rows;
      expect(first.hasNextPage).toBe(true);
      const after = one ? first.positionOf(one) : null;
      expect(after && isPosition(after, DOCTOR_KEYSETS[orderBy])).toBe(true);
      const second = await domain.doctors.page(filter, { orderBy, first: 4, after });
      expect(second.hasNextPage).toBe(false);
      expect(idsOf([...first.rows, ...second.rows]), orderBy).toEqual(expected[orderBy]);
    }
  });

  test("have the doctors that match, of whom there are as many as are counted", async ({
    clinic,
    domain,
  }) => {
    await doctorsOf(clinic);
    const found = async (filter: DoctorFilter) => {
      const request = { orderBy: "CREATED_ASC", first: 50, after: null } as const;
      const { rows } = await domain.doctors.page({ specialty: clinic.tag, ...filter }, request);
      const count = await domain.doctors.count({ specialty: clinic.tag, ...filter });
      expect(count).toBe(rows.length);
      return rows.map(({ fullName }) => fullName);
    };
    expect(await found({})).toEqual(NAMES);
    expect(await found({ isActive: null, name: null })).toEqual(NAMES);
    expect(await found({ isActive: true })).toEqual(["Ben_100%", "Émile", "Anna"]);
    expect(await found({ isActive: false })).toEqual(["anna", "Zoe|x"]);
    expect(await found({ specialty: ` ${clinic.tag.toUpperCase()} ` })).toEqual(NAMES);
    expect(await found({ specialty: clinic.tag.slice(0, -1) })).toEqual([]);
    expect(await found({ name: "NN" })).toEqual(["anna", "Anna"]);
    expect(await found({ name: "emil" })).toEqual(["Émile"]);
    expect(await found({ name: "NN", isActive: true })).toEqual(["Anna"]);
  });

  test("take the wildcards of LIKE for what they are", async ({ clinic, domain }) => {
    await doctorsOf(clinic);
    const named = async (name: string) => {
      const request = { orderBy: "CREATED_ASC", first: 50, after: null } as const;
      const { rows } = await domain.doctors.page({ specialty: clinic.tag, name }, request);
      return rows.map(({ fullName }) => fullName);
    };
    expect(await named("%")).toEqual(["Ben_100%"]);
    expect(await named("_")).toEqual(["Ben_100%"]);
    expect(await named("|")).toEqual(["Zoe|x"]);
    expect(await named("_1")).toEqual(["Ben_100%"]);
  });

  test("are empty for what no name or specialty can be", async ({ clinic, domain }) => {
    await doctorsOf(clinic);
    const request = { orderBy: "CREATED_ASC", first: 50, after: null } as const;
    for (const filter of [
      { specialty: clinic.tag, name: "x".repeat(202) },
      { specialty: "x".repeat(202) },
      { specialty: "\u0007" },
    ]) {
      expect((await domain.doctors.page(filter, request)).rows).toEqual([]);
      expect(await domain.doctors.count(filter)).toBe(0);
    }
  });

  test("are of all doctors without a filter, as is the stream of them", async ({
    clinic,
    domain,
  }) => {
    const ids = idsOf(await doctorsOf(clinic));
    const streamed: number[] = [];
    for await (const rows of domain.doctors.stream()) streamed.push(...idsOf(rows));
    expect(streamed.filter((id) => ids.includes(id))).toEqual(ids);
    expect(streamed).toEqual([...streamed].sort((one, other) => one - other));
    expect(await domain.doctors.count({})).toBeGreaterThanOrEqual(ids.length);
    const request = { orderBy: "CREATED_DESC", first: 5, after: null } as const;
    const { rows } = await domain.doctors.page({ specialty: "" }, request);
    expect(rows).toHaveLength(0);
  });
});

test("a doctor's fields can be checked without a doctor", ({ domain }) => {
  expect(domain.doctors.check({ fullName: " " })).toEqual([
    { code: "REQUIRED", path: ["fullName"] },
  ]);
  expect(domain.doctors.check({})).toEqual([]);
});
