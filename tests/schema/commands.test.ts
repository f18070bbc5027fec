import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { withSchemaProject } from "../support/schema-project.js";

const DOCTORS = `query DoctorsOfToday {
  doctors(first: 10) {
    nodes {
      ...DoctorCard
    }
  }
}
`;
const CARD = `fragment DoctorCard on Doctor {
  id
  specialty
}
`;
const OPERATIONS = {
  "examples/operations/doctors.graphql": DOCTORS,
  "examples/operations/card.graphql": CARD,
};
const SPECIALTY = `  "The field of medicine, in the clinic's own terms."\n  specialty: String!\n`;
const BOTH = ["docs", "documents"];

describe("npm run schema:check", () => {
  it("is green for the project as it is, and names the operations that it has looked at", async () => {
    await withSchemaProject(OPERATIONS, async ({ run }) => {
      expect((await run("documents")).code).toBe(0);
      const { code, output } = await run("check");
      expect(output).toMatch(/· examples\/operations: \d+ operations/);
      expect([code, output]).toEqual([0, expect.stringContaining("✓ No caller of ")]);
    });
  });

  it("counts changes that may surprise, and lists them with --all", async () => {
    await withSchemaProject(OPERATIONS, async ({ edit, run }) => {
      edit("enum AppointmentStatus {\n", `enum AppointmentStatus {\n  "Soon."\n  HELD\n`);
      const counted = (await run("check")).output;
      expect(counted).toMatch(/· may surprise: ENUM_VALUE_ADDED × \d+$/m);
      expect(counted).not.toContain("AppointmentStatus.HELD");
      const listed = (await run("check", "--all")).output;
      expect(listed).toMatch(/· may surprise: ENUM_VALUE_ADDED AppointmentStatus\.HELD\. .+/);
      expect(listed).not.toContain("×");
    });
  });

  it("is red when a field is removed that an operation asks for, and names both", async () => {
    await withSchemaProject(OPERATIONS, async ({ edit, run }) => {
      await run("documents");
      edit(SPECIALTY, "");
      for (const verb of BOTH) await run(verb);
      const { code, output } = await run("check");
      expect(code).toBe(1);
      expect(output).toContain(
        `✗ query DoctorsOfToday (of examples/operations/doctors.graphql) at examples/operations/card.graphql:3:3: Cannot query field "specialty" on type "Doctor".`,
      );
      expect(output).toContain(`"change":"FIELD_REMOVED Doctor.specialty"`);
    });
  });

  it("is red despite a note while an operation needs the field", async () => {
    const note = {
      version: "next",
      change: "FIELD_REMOVED Doctor.specialty",
      why: "Doctors have several now.",
      instead: "Ask for specialties.",
    };
    await withSchemaProject(OPERATIONS, async ({ edit, run, write }) => {
      edit(SPECIALTY, "");
      // Nothing can test it any more.
      edit(`, "Doctor.specialty"]`, "]");
      edit(`"Doctor.specialty", `, "");
      write("schema/migration-notes.json", JSON.stringify([note]));
      for (const verb of BOTH) await run(verb);
      const { code, output } = await run("check");
      expect(code).toBe(1);
      expect(output.match(/✗/g)).toHaveLength(1);
      expect(output).toContain("query DoctorsOfToday");
    });
  });

  it("also checks a folder in --operations", async () => {
    const files = {
      "team/app/appointments.graphql": "query Appointments { appointments { nodes { room } } }",
    };
    await withSchemaProject(files, async ({ run }) => {
      expect((await run("check")).output).not.toContain("Appointments");
      const { code, output } = await run("check", "--operations", "team/app");
      expect(code).toBe(1);
      expect(output).toContain(
        `query Appointments at team/app/appointments.graphql:1:45: Cannot query field "room"`,
      );
    });
  });

  it("fails for operations that are invalid, unnamed, or have the same name", async () => {
    const files = {
      "examples/operations/broken.graphql": "query Broken { doctors { ",
      "examples/operations/one.graphql": "query Same { __typename }",
      "examples/operations/other.graphql": "query Same { __typename }",
      "examples/operations/unnamed.graphql": "{ __typename }",
      "examples/operations/schema.graphql": "type Doctor { id: ID! }",
    };
    await withSchemaProject(files, async ({ run }) => {
      const { code, output } = await run("check");
      expect(code).toBe(1);
      expect(output).toMatch(/✗ examples\/operations\/broken\.graphql:1:\d+: Syntax Error/);
      expect(output).toContain("operation Same stands in examples/operations/one.graphql too");
      expect(output).toContain("examples/operations/unnamed.graphql: an operation has no name");
      expect(output).toContain("examples/operations/schema.graphql: only operations and fragments");
    });
  });

  it("checks fragments that no operation uses", async () => {
    const files = {
      "examples/operations/card.graphql": "fragment Card on Doctor { fullName phone }",
    };
    await withSchemaProject(files, async ({ run }) => {
      expect((await run("check")).output).toContain(
        `✗ a fragment at examples/operations/card.graphql:1:36: Cannot query field "phone" on type "Doctor".`,
      );
    });
  });

  it("is red when the reference or the manifest is not of this schema", async () => {
    await withSchemaProject(OPERATIONS, async ({ edit, run }) => {
      await run("documents");
      edit(`"The items without cursors."`, `"Only the items."`);
      const { code, output } = await run("check");
      expect(code).toBe(1);
      expect(output).toContain("docs/schema/README.md is out of date: npm run schema:docs");
      await run("docs");
      expect((await run("check")).code).toBe(0);
    });
    await withSchemaProject(
      { "examples/operations/new.graphql": "query New { __typename }" },
      async ({ run }) => {
        expect((await run("check")).output).toContain(
          "schema/trusted-documents.json is out of date: npm run schema:documents",
        );
      },
    );
  });

  it("lists operations that use deprecated fields", async () => {
    const toggle = `mutation Toggle($id: ID!) { toggleDoctorStatus(input: { doctorId: $id }) { doctor { id } } }`;
    await withSchemaProject({ "examples/operations/toggle.graphql": toggle }, async ({ run }) => {
      await run("documents");
      const { code, output } = await run("check");
      expect(code).toBe(0);
      expect(output).toMatch(/· mutation Toggle at .*until \d{4}-\d{2}-\d{2}/);
    });
  });
});

describe("npm run schema:release", () => {
  it("stores the schema under its new version, everywhere", async () => {
    await withSchemaProject({}, async ({ read, edit, run }) => {
      // What has changed since the last release is released first.
      await run("release");
      const { version } = JSON.parse(read("package.json")) as { version: string };
      expect((await run("release")).output).toContain(`Nothing has changed since ${version}.`);
      edit(`  specialty: String!\n`, `  specialty: String!\n  "How to call."\n  phone: String\n`);
      const { code, output } = await run("release");
      expect([code, output]).toEqual([0, expect.stringMatching(/released as \d+\.\d+\.\d+/)]);
      const next = /released as (\S+)\./.exec(output)?.[1] ?? "";
      expect(next).not.toBe(version);
      const released = buildSchema(read(`schema/releases/${next}.graphql`));
      expect(released.getType("Doctor")?.toConfig()).toHaveProperty("fields.phone");
      for (const file of ["package.json", "package-lock.json"]) {
        expect(JSON.parse(read(file)), file).toMatchObject({ version: next });
      }
      expect((await run("check")).code).toBe(0);
      expect((await run("release", "0.0.1")).output).toContain("0.0.1 is no version after");
    });
  });

  it("refuses breaks without a note, and puts its version into notes", async () => {
    await withSchemaProject({}, async ({ read, write, edit, run }) => {
      await run("documents");
      edit(SPECIALTY, "");
      const refused = await run("release");
      expect([refused.code, refused.output]).toEqual([
        1,
        expect.stringContaining("FIELD_REMOVED Doctor.specialty"),
      ]);
      const note = {
        version: "next",
        change: "FIELD_REMOVED Doctor.specialty",
        why: "Doctors have several now.",
        instead: "Ask for specialties.",
      };
      write("schema/migration-notes.json", JSON.stringify([note]));
      const { code, output } = await run("release");
      expect(code).toBe(0);
      const next = /released as (\S+)\./.exec(output)?.[1] ?? "";
      expect(JSON.parse(read("schema/migration-notes.json"))).toEqual([{ ...note, version: next }]);
      expect(read("docs/schema/README.md")).toContain("Ask for specialties.");
    });
  });
});
