import { describe, expect, it } from "vitest";
import { APPOINTMENT, DOCTOR, PATIENT } from "../../../src/domain/reading/columns.js";

describe("some columns of a table", () => {
  it("are the id and those of the fields that are wanted, in the order of the table", () => {
    const { sql, count } = DOCTOR.of(new Set(["specialty", "fullName", "email"]), 0);
    expect(sql).toBe("d.id, d.full_name, d.specialty");
    expect(count).toBe(3);
  });

  it("are read from their place in a row, and the others have no value", () => {
    const { read } = PATIENT.of(new Set(["lastName", "email"]), 2);
    const row = ["of", "others", 7, "Lopez", "maria@example.com", "of others"];
    expect(read(row)).toEqual({ id: 7, lastName: "Lopez", email: "maria@example.com" });
  });

  it("of times are selected as seconds since the year 0, and read as dates", () => {
    const { sql, read } = APPOINTMENT.of(new Set(["startsAt"]), 0);
    expect(sql).toBe("a.id, TO_SECONDS(a.starts_at)");
    expect(read([1, 62_167_219_200]).startsAt).toEqual(new Date(0));
    expect(read([1, 62_167_219_200]).endsAt).toBeUndefined();
  });

  it("of flags are read as booleans", () => {
    const { read } = DOCTOR.of(new Set(["isActive"]), 0);
    expect([1, 0].map((value) => read([7, value]).isActive)).toEqual([true, false]);
    expect(DOCTOR.of(new Set(), 0).read([7]).isActive).toBeUndefined();
  });
});

describe("all columns of a table", () => {
  it.each([
    ["appointments a", APPOINTMENT, 12],
    ["patients p", PATIENT, 8],
    ["doctors d", DOCTOR, 9],
  ])("%s have a field each, under the alias of the table", (table, columns, count) => {
    expect(columns.table).toBe(table);
    expect(columns.fields).toHaveLength(count);
    expect(columns.whole.count).toBe(count);
    const alias = table.slice(-1);
    for (const field of columns.fields) {
      const name = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      expect(Object.entries(columns.names)).toContainEqual([field, name]);
      expect(Object.entries(columns.columnOf)).toContainEqual([field, `${alias}.${name}`]);
    }
  });
});
