import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isLeafType, isObjectType } from "graphql";
import { describe, expect } from "vitest";
import { test } from "../support/clinic.js";

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));

/** The fields of a type that are values, not objects. */
function valuesOf(name: string): string[] {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object`);
  const isValue = (fieldName: string) => {
    const fieldType = type.getFields()[fieldName]?.type;
    return fieldType !== undefined && isLeafType(getNamedType(fieldType));
  };
  return Object.keys(type.getFields()).filter(isValue);
}

type Row = Record<string, unknown>;

describe("a list, of which only what is selected is read", () => {
  test.for([
    ["Appointment", null],
    ["Patient", "patient"],
    ["Doctor", "doctor"],
  ] as const)(
    "has each field of %s alone as beside all others",
    async ([type, person], { api, clinic }) => {
      const { id, doctorId } = await clinic.book({ doctorId: (await clinic.scheduled()).id });
      await api.domain.appointments.cancel({ appointmentId: id, reason: "ill" });
      const read = async (fields: string): Promise<Row> => {
        const selected = person ? `${person} { ${fields} }` : fields;
        const query = `query ($filter: AppointmentFilter) {
        appointments(first: 1, filter: $filter) { nodes { ${selected} } }
      }`;
        const answer = await api.send({
          query,
          variables: { filter: { doctorId: `doc_${doctorId}` } },
        });
        const { appointments } = answer.data as { appointments: { nodes: Record<string, Row>[] } };
        const [node = {}] = appointments.nodes;
        return person ? (node[person] ?? {}) : node;
      };
      const fields = valuesOf(type);
      const whole = await read(fields.join(" "));
      expect(Object.values(whole)).not.toContain(null);
      for (const field of fields) expect(await read(field)).toEqual({ [field]: whole[field] });
    },
  );
});
