import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { describe, expect, it } from "vitest";
import { readProject, referenceFiles, referencePage } from "../../schema/project.js";
import { referenceOf } from "../../schema/reference.js";
import { projectRoot } from "../../src/common/project-root.js";
import { toAnswer } from "../../src/rest/refusals.js";

const project = readProject(projectRoot);
const [markdown = "", picture = ""] = (await referenceFiles(project)).map(({ text }) => text);
const { text: page } = await referencePage(project);

const types = Object.values(project.schema.getTypeMap()).filter(
  ({ name }) =>
    !name.startsWith("__") && !["String", "Int", "Boolean", "ID", "Float"].includes(name),
);

describe("the reference", () => {
  it.for([
    ["Markdown", markdown, (name: string) => `### ${name}\n`],
    ["page", page, (name: string) => `<article id="${name}">`],
  ] as const)("has every type, field, argument and value on its %s", ([, text, heading]) => {
    for (const type of types) {
      const start = text.indexOf(heading(type.name));
      expect(start, type.name).toBeGreaterThan(-1);
      const following = text.slice(start).search(/(?<=.)(\n### |<article id=)/s);
      const entry = text.slice(start, following === -1 ? undefined : start + following);
      for (const name of namesIn(type)) expect(entry, `${type.name}.${name}`).toContain(name);
    }
  });

  it("has no broken links", () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(500);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
    const headings = [...markdown.matchAll(/^### (\w+)$/gm)].map(([, name]) => name?.toLowerCase());
    const links = [...markdown.matchAll(/\]\(#(\w+)\)/g)].map(([, target]) => target);
    expect(links.filter((link) => !headings.includes(link))).toEqual([]);
  });

  it("loads nothing from the network", () => {
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page).toContain("default-src 'none'");
  });
});

describe("the rule book", () => {
  const { rules } = referenceOf(project.schema, "1.0.0", "0");

  it("has every error code once, with its message, its fields and its answer over REST", () => {
    const codes = project.schema.getType("UserErrorCode");
    const names = isEnumType(codes) ? codes.getValues().map(({ name }) => name) : [];
    expect(rules.map(({ code }) => code)).toEqual(names);
    for (const { code, rule, message, mutations, rest } of rules) {
      expect([rule, message, rest.detail].every(Boolean), code).toBe(true);
      expect(mutations, code).not.toEqual([]);
    }
  });

  it("has the rule, the message and the REST response of SLOT_TAKEN", () => {
    const slotTaken = rules.find(({ code }) => code === "SLOT_TAKEN");
    expect(slotTaken).toEqual({
      code: "SLOT_TAKEN",
      rule: "The doctor has another appointment at that time: see SlotTakenError.",
      errorType: "SlotTakenError",
      extraFields: [{ name: "blocking", type: "Interval!" }],
      message:
        "The doctor is taken from 2030-01-07T09:00:00Z to 2030-01-07T09:30:00Z. Choose another time or doctor.",
      mutations: ["bookAppointment", "rescheduleAppointment", "holdTime"],
      rest: {
        status: 409,
        statusOfReference: null,
        detail: "Doctor already has an overlapping appointment",
        endpoints: ["POST /appointments"],
      },
    });
  });

  it("shows a second status, and refusals of no endpoint", () => {
    const rest = (code: string) => rules.find((rule) => rule.code === code)?.rest;
    expect(rest("DOCTOR_NOT_FOUND")).toMatchObject({ status: 404, statusOfReference: 409 });
    expect(rest("STARTS_IN_PAST")).toMatchObject({ status: 422 });
    expect(rest("STALE_VERSION")).toMatchObject({ endpoints: [] });
    expect(toAnswer({ code: "EMAIL_TAKEN", path: ["email"] })).toMatchObject({
      status: rest("EMAIL_TAKEN")?.status,
    });
    expect(page).toContain("409 (at no endpoint today)");
  });
});

describe("the picture", () => {
  it("has a box for each object and error, and none for pages, payloads and inputs", () => {
    for (const name of [
      "Query",
      "Mutation",
      "Patient",
      "Doctor",
      "Appointment",
      "SlotTakenError",
    ]) {
      expect(picture, name).toContain(`href="#${name}"`);
    }
    expect(picture).not.toMatch(/href="#\w*(Connection|Edge|Payload|Input)"/);
  });

  it("supports light and dark mode, and contains no scripts", () => {
    expect(picture).toMatch(/prefers-color-scheme: dark/);
    expect(picture).not.toMatch(/<script|javascript:|@import/);
  });
});

function namesIn(type: (typeof types)[number]): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type)) return Object.keys(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    field.name,
    getNamedType(field.type).name,
    ...field.args.map(({ name }) => name),
  ]);
}
