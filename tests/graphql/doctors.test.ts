import { gql } from "graphql-tag";
import { describe, expect } from "vitest";
import {
  ActivateDoctorDocument,
  CreateDoctorDocument,
  DeactivateDoctorDocument,
  DeleteDoctorDocument,
  DoctorDocument,
  DoctorsDocument,
  UpdateDoctorDocument,
} from "../../client/src/documents.js";
import type { DoctorFilter } from "../../client/src/index.js";
import type { TypedDocumentNode } from "../../client/src/typed-document-node.js";
import { nodesOf } from "../support/api.js";
import { iso, test } from "../support/clinic.js";

describe("createDoctor", () => {
  test("adds a doctor, who is active by default", async ({ api, clinic }) => {
    const { createDoctor } = await api.query(CreateDoctorDocument, {
      input: { fullName: " Dr. Anna Weber ", specialty: clinic.tag },
    });
    expect(createDoctor?.userErrors).toEqual([]);
    const doctor = createDoctor?.doctor;
    expect(doctor).toMatchObject({
      id: `doc_${doctor?.databaseId}`,
      fullName: "Dr. Anna Weber",
      specialty: clinic.tag,
      isActive: true,
      version: 1,
    });
    for (const by of [{ id: doctor?.id ?? "" }, { databaseId: doctor?.databaseId ?? 0 }]) {
      expect((await api.query(DoctorDocument, { by })).doctor).toEqual(doctor);
    }
    const inactive = await api.query(CreateDoctorDocument, {
      input: { fullName: "Dr. Henrik Lund", specialty: clinic.tag, isActive: false },
    });
    expect(inactive.createDoctor?.doctor?.isActive).toBe(false);
  });

  test("returns all reasons for a refusal at once", async ({ api, clinic }) => {
    const { createDoctor } = await api.query(CreateDoctorDocument, {
      input: { fullName: "", specialty: `${clinic.tag}${"x".repeat(100)}` },
    });
    expect(createDoctor).toMatchObject({
      doctor: null,
      userErrors: [
        { code: "REQUIRED", path: ["input", "fullName"] },
        { code: "TOO_LONG", path: ["input", "specialty"], maximumLength: 100 },
      ],
    });
    const found = await api.query(DoctorsDocument, { filter: { name: clinic.tag } });
    expect(found.doctors.totalCount).toBe(0);
  });
});

describe("updateDoctor", () => {
  test("changes the given fields and increments the version", async ({ api, clinic }) => {
    const doctor = await clinic.doctor();
    const doctorId = `doc_${doctor.id}`;
    const { updateDoctor } = await api.query(UpdateDoctorDocument, {
      input: { doctorId, changes: { fullName: "Dr. Anna Berg" }, expectedVersion: 1 },
    });
    expect(updateDoctor).toMatchObject({
      doctor: { fullName: "Dr. Anna Berg", specialty: doctor.specialty, version: 2 },
      userErrors: [],
    });
    const unchanged = await api.query(UpdateDoctorDocument, {
      input: { doctorId, changes: { fullName: "Dr. Anna Berg" } },
    });
    expect(unchanged.updateDoctor?.doctor?.version).toBe(2);
  });

  test("refuses a stale version and null, at once, and writes nothing", async ({ api, clinic }) => {
    const doctor = await clinic.doctor();
    const { updateDoctor } = await api.query(UpdateDoctorDocument, {
      input: {
        doctorId: `doc_${doctor.id}`,
        changes: { fullName: "Dr. No", specialty: null },
        expectedVersion: 9,
      },
    });
    expect(updateDoctor).toMatchObject({
      doctor: null,
      userErrors: [
        { code: "STALE_VERSION", path: ["input", "expectedVersion"], currentVersion: 1 },
        { code: "REQUIRED", path: ["input", "changes", "specialty"] },
      ],
    });
    expect(await api.domain.doctors.byId(doctor.id)).toEqual(doctor);
  });
});

describe("activateDoctor and deactivateDoctor", () => {
  test("set the status, and succeed without a change if it is set already", async ({
    api,
    clinic,
  }) => {
    const { id } = await clinic.doctor();
    const input = { doctorId: `doc_${id}`, expectedVersion: 1 };
    const deactivate = async () =>
      (await api.query(DeactivateDoctorDocument, { input })).deactivateDoctor;
    const inactive = { doctor: { isActive: false, version: 2 }, userErrors: [] };
    expect(await deactivate()).toMatchObject(inactive);
    // The repeat of a request whose answer was lost.
    expect(await deactivate()).toMatchObject(inactive);
    const { activateDoctor } = await api.query(ActivateDoctorDocument, { input });
    expect(activateDoctor).toMatchObject({
      doctor: null,
      userErrors: [{ code: "STALE_VERSION", currentVersion: 2 }],
    });
    const fresh = await api.query(ActivateDoctorDocument, { input: { doctorId: `doc_${id}` } });
    expect(fresh.activateDoctor?.doctor).toMatchObject({ isActive: true, version: 3 });
  });

  test("keep booked appointments", async ({ api, clinic }) => {
    const { doctorId, id } = await clinic.book({});
    await api.query(DeactivateDoctorDocument, { input: { doctorId: `doc_${doctorId}` } });
    expect(await api.domain.appointments.byId(id)).toMatchObject({ status: "BOOKED" });
  });
});

interface Toggled {
  toggleDoctorStatus: {
    doctor: { isActive: boolean } | null;
    userErrors: { code: string; currentVersion?: number }[];
  } | null;
}

/** It is deprecated, so the client has no document for it. */
const TOGGLE = gql`
  mutation ToggleDoctorStatus($input: ToggleDoctorStatusInput!) {
    toggleDoctorStatus(input: $input) {
      doctor {
        isActive
      }
      userErrors {
        code
        ... on StaleVersionError {
          currentVersion
        }
      }
    }
  }
` as TypedDocumentNode<Toggled, { input: { doctorId: string; expectedVersion?: number } }>;

describe("toggleDoctorStatus", () => {
  test("toggles the status each time, unless the expected version is stale", async ({
    api,
    clinic,
  }) => {
    const { id } = await clinic.doctor();
    const doctorId = `doc_${id}`;
    const states = [];
    for (let i = 0; i < 3; i += 1) {
      const { toggleDoctorStatus } = await api.query(TOGGLE, {
        input: { doctorId },
      });
      states.push(toggleDoctorStatus?.doctor?.isActive);
    }
    expect(states).toEqual([false, true, false]);
    const { toggleDoctorStatus } = await api.query(TOGGLE, {
      input: { doctorId, expectedVersion: 3 },
    });
    expect(toggleDoctorStatus?.userErrors).toMatchObject([
      { code: "STALE_VERSION", currentVersion: 4 },
    ]);
  });
});

describe("deleteDoctor", () => {
  test("removes a doctor, once", async ({ api, clinic }) => {
    const { id } = await clinic.doctor();
    const variables = { input: { doctorId: `doc_${id}` } };
    const { deleteDoctor } = await api.query(DeleteDoctorDocument, variables);
    expect(deleteDoctor).toEqual({ deletedDoctorId: `doc_${id}`, userErrors: [] });
    const again = await api.query(DeleteDoctorDocument, variables);
    expect(again.deleteDoctor?.userErrors).toMatchObject([
      { code: "DOCTOR_NOT_FOUND", path: ["input", "doctorId"] },
    ]);
  });

  test("refuses a doctor with appointments, with their number", async ({ api, clinic }) => {
    const { doctorId, patientId, endsAt } = await clinic.book({});
    const { id } = await clinic.book({ doctorId, patientId, startsAt: endsAt });
    await api.domain.appointments.cancel({ appointmentId: id });
    const { deleteDoctor } = await api.query(DeleteDoctorDocument, {
      input: { doctorId: `doc_${doctorId}` },
    });
    expect(deleteDoctor).toMatchObject({
      deletedDoctorId: null,
      userErrors: [{ code: "HAS_APPOINTMENTS", path: ["input", "doctorId"], appointmentCount: 2 }],
    });
  });
});

describe("a doctor", () => {
  test("is not changed by bookings, as far as clients can see", async ({ api, clinic }) => {
    const { id } = await clinic.doctor();
    const read = async () => (await api.query(DoctorDocument, { by: { databaseId: id } })).doctor;
    const before = await read();
    await clinic.book({ doctorId: id });
    expect(await read()).toEqual(before);
    expect(before?.updatedAt).toBe(before?.createdAt);
  });
});

describe("doctors", () => {
  test("are filtered by status, specialty and a part of the name", async ({ api, clinic }) => {
    const { tag } = clinic;
    const anna = await clinic.doctor({ fullName: `Dr. Anna ${tag}` });
    const henrik = await clinic.doctor({ fullName: `Dr. Henrik ${tag}`, isActive: false });
    const find = async (filter: DoctorFilter) => {
      const { doctors } = await api.query(DoctorsDocument, { filter });
      expect(doctors.totalCount).toBe(doctors.edges.length);
      return nodesOf(doctors).map(({ databaseId }) => databaseId);
    };
    expect(await find({ specialty: tag.toUpperCase() })).toEqual([anna.id, henrik.id]);
    expect(await find({ specialty: tag, isActive: true })).toEqual([anna.id]);
    expect(await find({ specialty: tag, isActive: false })).toEqual([henrik.id]);
    expect(await find({ name: `NNA ${tag}` })).toEqual([anna.id]);
    expect(await find({ name: null, isActive: null, specialty: tag })).toHaveLength(2);
    expect(await find({ name: "%", specialty: tag })).toEqual([]);
    expect(await find({ name: "henrik", isActive: true, specialty: tag })).toEqual([]);
  });

  test("are sorted and paged by name or by creation, both ways", async ({ api, clinic }) => {
    const ids: number[] = [];
    for (const name of ["Berg", "Adler", "Berg"]) {
      ids.push((await clinic.doctor({ fullName: name })).id);
    }
    const page = async (orderBy: "NAME_ASC" | "NAME_DESC" | "CREATED_ASC" | "CREATED_DESC") => {
      const filter = { specialty: clinic.tag };
      const one = (await api.query(DoctorsDocument, { filter, orderBy, first: 2 })).doctors;
      const after = one.pageInfo.endCursor;
      const two = (await api.query(DoctorsDocument, { filter, orderBy, first: 2, after })).doctors;
      expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([true, false]);
      return [...nodesOf(one), ...nodesOf(two)].map(({ databaseId }) => ids.indexOf(databaseId));
    };
    expect(await page("CREATED_ASC")).toEqual([0, 1, 2]);
    expect(await page("CREATED_DESC")).toEqual([2, 1, 0]);
    expect(await page("NAME_ASC")).toEqual([1, 0, 2]);
    expect(await page("NAME_DESC")).toEqual([2, 0, 1]);
  });

  test("say when they were made", async ({ api, clinic }) => {
    const { id, createdAt } = await clinic.doctor();
    const { doctor } = await api.query(DoctorDocument, { by: { databaseId: id } });
    expect(doctor?.createdAt).toBe(iso(createdAt));
  });
});
