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

  it.each([
    ["plain", "it has no @-sign"],
    ["@example.com", "there is nothing before the @-sign"],
    ["a@", "there is nothing after the @-sign"],
    [`${"l".repeat(65)}@example.com`, "there are more than 64 characters before the @-sign"],
    [".a@x.com", "the part before the @-sign has a character or a period where none may be"],
    ["a@b@c.com", "the part after the @-sign is not a domain name"],
    ["a@localhost", "no mail reaches its special-use domain"],
    ["a@example", "the part after the @-sign has no period"],
    ["a@example.12", "the part after the @-sign ends in no top-level domain"],
  ])("says of %s what is wrong: %s", (email, because) => {
    expect(checkEmail(email, ["changes", "email"]).refusals).toEqual([
      { code: "EMAIL_INVALID", path: ["changes", "email"], because },
    ]);
  });

  it.each(["localhost", "local", "test", "invalid", "onion", "arpa"])(
    "may not be in the special-use domain %s, nor under it",
    (domain) => {
      for (const email of [
        `a@${domain}`,
        `a@clinic.${domain}`,
        `a@clinic.${domain.toUpperCase()}`,
      ]) {
        expect(checkEmail(email, []).refusals).toMatchObject([
          { because: "no mail reaches its special-use domain" },
        ]);
      }
      expect(faults(`a@${domain}.com`)).toEqual([]);
    },
  );

  it("may have each of the characters of an unquoted local part, and no other of ASCII", () => {
    const allowed = "!#$%&'*+/=?^_`{|}~-abcXYZ0189";
    for (const character of allowed) {
      expect(faults(`${character}@example.com`), character).toEqual([]);
      expect(faults(`a${character}.${character}b@example.com`), character).toEqual([]);
    }
    for (const character of `"(),:;<>[\\] `) {
      expect(faults(`a${character}b@example.com`), character).toEqual(["EMAIL_INVALID"]);
    }
  });

  it("has labels of up to 63 letters, digits and hyphens, which hyphens neither begin nor end", () => {
    expect(faults(`u@${"d".repeat(63)}.com`)).toEqual([]);
    expect(faults(`u@${"d".repeat(64)}.com`)).toEqual(["EMAIL_INVALID"]);
    for (const label of ["a", "1", "a1", "a-1", "a--1"])
      expect(faults(`u@${label}.co`)).toEqual([]);
    for (const label of ["-a", "a-", "-", "a_b", "a+b", "ü ü", ""]) {
      expect(faults(`u@${label}.co`), label).toEqual(["EMAIL_INVALID"]);
    }
    expect(faults("u@example.co1")).toEqual([]);
    expect(faults("u@example.1co")).toEqual([]);
  });

  it("has up to 100 characters", () => {
    const local = "l".repeat(64);
    expect(faults(`${local}@${"d".repeat(31)}.com`)).toEqual([]);
    expect(faults(`${local}@${"d".repeat(32)}.com`)).toEqual(["TOO_LONG"]);
  });

  it("has a domain of up to 253 characters where it is written in ASCII", () => {
    const label = Array.from({ length: 17 }, (_, index) =>
      String.fromCodePoint(0x4e00 + index * 997),
    ).join("");
    expect(faults(`u@${`${label}.`.repeat(4)}example`)).not.toContain("EMAIL_INVALID");
    expect(faults(`u@${`${label}.`.repeat(5)}de`)).toEqual(["EMAIL_INVALID"]);
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
    expect(normalizeEmail("u@BÜCHER.example").address).toBe("u@bücher.example");
    expect(normalizeEmail("u@XN--A.example").address).toBe("u@xn--a.example");
  });

  it("has its local part in any case and its domain in ASCII where it is compared", () => {
    expect(normalizeEmail("Mary@BÜCHER.example").key).toBe("mary@xn--bcher-kva.example");
    expect(normalizeEmail("Ϊ\u0301@example.com").key).toBe("ΐ@example.com");
  });

  it("stays as it is where it is no address, and is compared in any case", () => {
    expect(normalizeEmail(" Plain")).toEqual({ address: "Plain", key: "plain" });
    expect(normalizeEmail("A@")).toEqual({ address: "A@", key: "a@" });
    expect(normalizeEmail("@B.com")).toEqual({ address: "@b.com", key: "@b.com" });
    const long = "Ü".repeat(254);
    expect(normalizeEmail(`u@${long}`).key).toBe(`u@${long.toLowerCase()}`);
    expect(normalizeEmail(`u@${long.slice(1)}`).key).not.toContain("ü");
    expect(normalizeEmail("u@BÜ/x.example").key).toBe("u@bü/x.example");
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
