import { describe, expect, it } from "vitest";
import { checkEmail, normalizeEmail } from "../../../src/domain/patients/email.js";

const faults = (email: string) => checkEmail(email, ["email"]).refusals.map(({ code }) => code);

describe("an email address", () => {
  it.each([
    "maria@example.com",
    "a+b.c-d_e@sub.example.co.uk",
    "o'brien@example.com",
    "josé@example.com",
    "user@bücher.example",
    "user@xn--bcher-kva.example",
    "1@2.de",
    `${"l".repeat(64)}@example.com`,
  ])("may be %s", (email) => {
    expect(faults(email)).toEqual([]);
  });

  it.each([
    "plain",
    "@example.com",
    "a@",
    "a@b",
    "a@b@c.com",
    ".a@example.com",
    "a.@example.com",
    "a..b@example.com",
    "a b@example.com",
    '"a b"@example.com',
    "a,b@example.com",
    "a@-example.com",
    "a@ex_ample.com",
    "a@example..com",
    "a@example.com.",
    "a@127.0.0.1",
    "a@[127.0.0.1]",
    "a@example.123",
    "a@localhost",
    "a@clinic.test",
    "a@clinic.local",
    "a@clinic.invalid",
    "a＠example.com",
    "Jane Doe <jane@example.com>",
    `${"l".repeat(65)}@example.com`,
    "u@bücher.example/path",
    "u@bücher.example?query",
    "u@bücher.example#fragment",
    "u@b%C3%BCcher.example",
    "u@bü%63her.example",
    "u@bücher.example\\x",
    "a\ufe0f@example.com",
  ])("may not be %s", (email) => {
    expect(faults(email)).toEqual(["EMAIL_INVALID"]);
  });

  it("is refused for its text before it is looked at as an address", () => {
    expect(faults(" ")).toEqual(["REQUIRED"]);
    expect(faults("a\u0000@example.com")).toEqual(["INVALID_CHARACTERS"]);
    expect(faults(`${"l".repeat(89)}@example.com`)).toEqual(["TOO_LONG"]);
  });

  it("is looked at for its length first, and for that of its domain once it is written out", () => {
    for (const long of [`u@${"漢".repeat(1_000_000)}.example`, "漢".repeat(1_000_000)]) {
      expect(faults(long)).toEqual(["TOO_LONG"]);
      expect(normalizeEmail(long)).toEqual({ address: "", key: "" });
    }
    const label = "㌀".repeat(10);
    expect(faults(`u@${label}.${label}.example`)).toEqual([]);
    expect(faults(`u@${label}.${label}.${label}.example`)).toEqual(["TOO_LONG"]);
  });

  it("is kept as typed, with its domain in lower case", () => {
    expect(normalizeEmail("  Mary.Jones@EXAMPLE.Com\t").address).toBe("Mary.Jones@example.com");
    expect(normalizeEmail("u@XN--BCHER-KVA.example").address).toBe("u@bücher.example");
  });

  it.each([
    ["Mary@Example.com", "mARY@eXAMPLE.cOM"],
    ["jose\u0301@example.com", "josé@example.com"],
    ["u@bücher.example", "u@xn--bcher-kva.example"],
  ])("is the same one as %s when it is %s", (one, other) => {
    expect(normalizeEmail(one).key).toBe(normalizeEmail(other).key);
  });

  it.each([
    ["jose@example.com", "josé@example.com"],
    ["strasse@example.com", "straße@example.com"],
    ["a@example.com", "a+b@example.com"],
  ])("is another one than %s when it is %s", (one, other) => {
    expect(normalizeEmail(one).key).not.toBe(normalizeEmail(other).key);
  });
});
