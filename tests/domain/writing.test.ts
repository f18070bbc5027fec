import { describe, expect, it } from "vitest";
import { assignments, insertInto } from "../../src/domain/writing.js";

const NAMES = { fullName: "full_name", version: "version" };

describe("an INSERT", () => {
  it("names the columns of the fields in the order of the rows, and has a value for each", () => {
    const { sql, values } = insertInto("doctors", NAMES, [{ version: 1, fullName: "Dr. One" }]);
    expect(sql).toBe("INSERT INTO doctors (version, full_name) VALUES (?, ?)");
    expect(values).toEqual([1, "Dr. One"]);
  });

  it("of more rows has each in parentheses of its own", () => {
    const rows = ["Dr. One", "Dr. Two", "Dr. Three"].map((fullName, at) => {
      return { fullName, version: at };
    });
    const { sql, values } = insertInto("doctors", NAMES, rows);
    expect(sql).toBe("INSERT INTO doctors (full_name, version) VALUES (?, ?), (?, ?), (?, ?)");
    expect(values).toEqual(["Dr. One", 0, "Dr. Two", 1, "Dr. Three", 2]);
  });
});

describe("the assignments of an UPDATE", () => {
  it("are those of the fields that have a value, null included", () => {
    const names = { ...NAMES, note: "note", gone: "gone" };
    const changes = { fullName: "Dr. New", note: null, gone: undefined, version: 0 };
    const { sql, values } = assignments(names, changes);
    expect(sql).toBe("full_name = ?,note = ?,version = ?");
    expect(values).toEqual(["Dr. New", null, 0]);
  });
});
