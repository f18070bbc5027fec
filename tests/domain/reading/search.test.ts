import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomNumbers } from "../../../src/commands/random.js";
import { openDatabase, type Database } from "../../../src/db/database.js";
import { ensureSchema } from "../../../src/db/setup/ensure-schema.js";
import {
  ANYONE,
  createDomain,
  type Doctor,
  type UseCases,
  type Patient,
} from "../../../src/domain/index.js";
import { makeScratchDatabase } from "../../support/scratch-database.js";

/** The letters of a script, as people's names have them; each entry stands whole. */
const SCRIPTS: Record<string, readonly string[]> = {
  latin: Array.from("aeionrstlMARKéèñçåöüÅØøłŁđĐßæÆœ"),
  turkish: Array.from("aeıiİIşğçöüÇŞknrl"),
  polish: Array.from("aąeęłńóśżźćwkzŻŁ"),
  vietnamese: Array.from("nguyễnđứcƯơ"),
  greek: Array.from("αβγδεσςάέήίΐΩΆΣ"),
  cyrillic: Array.from("абвгдйиёеЁіїєъя"),
  arabic: Array.from("محمدعليفاطمةأحسن"),
  hebrew: ["א", "בּ", "שָ", "ל", "ם", "דִ", "ו"],
  devanagari: ["रा", "ज", "कु", "मा", "री", "क्ष", "त्रि", "य", "क़"],
  han: Array.from("王李張伟田中吉"),
  supplementary: Array.from("𠮷𠀀𡈽𩸽"),
  kana: Array.from("ハパばヴあア"),
  hangul: Array.from("김이박한글각가"),
  emoji: ["😀", "😁", "🩺", "👩‍⚕️", "❤️", "👍🏽"],
};
const BETWEEN = [" ", "\u00a0", "  ", "-", "‐", "‑", "'", "’", "ʼ"];
const LITERALS = ["%", "_", "\\", "|", '"'];
const DOMAINS = ["example.com", "bücher.example", "faß.example", "例え.example", "пример.example"];

const seed = Date.now() % 1_000_000;
const random = randomNumbers(seed);
const below = (limit: number): number => Math.floor(random() * limit);
const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A name of one script, of one to three parts. */
function name(): string {
  const letters = SCRIPTS[pick(Object.keys(SCRIPTS))] ?? [];
  const part = () => times(1 + below(5), () => pick(letters)).join("");
  const parts = times(1 + below(3), part);
  const joined = parts.reduce((one, other) => one + pick(BETWEEN) + other);
  return below(12) === 0 ? joined + pick(LITERALS) : joined;
}

// The documented rule, by Unicode's collation as JavaScript has it.

const { compare } = new Intl.Collator("und", { sensitivity: "base" });
/** JavaScript's newer collation takes ї for an accented і; the database's has it as a letter of its own, like й. */
const apart = (text: string) => text.normalize("NFC").replaceAll(/ї/gi, "\ue000");
const same = (one: string, other: string) => compare(apart(one), apart(other)) === 0;

const form = (text: string) =>
  text
    .normalize("NFC")
    .trim()
    // The small letter may have in one what the capital has not.
    .replaceAll(/\p{Lu}\p{Mn}+/gu, (letter) => letter.toLowerCase().normalize("NFC"))
    .replaceAll("ı", "i")
    .replaceAll(/[‘’ʼ]/g, "'")
    .replaceAll(/[‐‑]/g, "-")
    .replaceAll(/\s+/g, " ");

/** ß is ss, æ is ae and œ is oe, so the first letter of these finds them too. */
const spelled = (text: string) =>
  text.replaceAll(/[ßẞ]/g, "ss").replaceAll(/æ/gi, "ae").replaceAll(/œ/gi, "oe");

const startsWith = (text: string, start: string) => {
  const letters = Array.from(spelled(text));
  return letters.some((_, index) => same(letters.slice(0, index + 1).join(""), start));
};

const isFound = ({ firstName, lastName, email }: Patient, search: string) =>
  [`${firstName} ${lastName}`, `${lastName} ${firstName}`].some((shown) =>
    startsWith(form(shown), form(search)),
  ) || startsWith(email, search.normalize("NFC").trim());

/** Whether the name has the text somewhere, letter for letter. */
function holds(fullName: string, text: string): boolean {
  const [letters, sought] = [Array.from(form(fullName)), Array.from(form(text))];
  return letters.some((_, start) =>
    sought.every((letter, index) => same(letters[start + index] ?? "", letter)),
  );
}

/** The same text as others type it. */
const typed = (text: string): string =>
  pick([
    (it: string) => it.normalize("NFC"),
    (it: string) => it.normalize("NFD"),
    (it: string) => it.toUpperCase(),
    (it: string) => it.toLowerCase().normalize("NFD"),
  ])(text);

/** The same name, by other keyboards. */
const typedName = (text: string): string =>
  pick([
    typed,
    (it: string) => it.replaceAll(/['’]/g, (mark) => (mark === "'" ? "’" : "'")),
    (it: string) => it.replaceAll(/[-‑]/g, (mark) => (mark === "-" ? "‑" : "-")),
    (it: string) => ` ${it.replaceAll(/\s/g, "\u00a0")} `,
  ])(text);

const prefixes = (text: string): string[] =>
  Array.from(text).map((_, index, letters) => letters.slice(0, index + 1).join(""));

let scratch: { url: string; drop: () => Promise<void> };
let db: Database;
let domain: UseCases;
const patients: Patient[] = [];
const doctors: Doctor[] = [];

beforeAll(async () => {
  scratch = await makeScratchDatabase();
  await ensureSchema(scratch.url);
  db = openDatabase(scratch.url, { connectionLimit: 8 });
  domain = createDomain({ db }).as(ANYONE);
  for (let index = 0; index < 60; index += 1) {
    const local = pick(["josé", "o'neil", "łukasz", "Мария", "x_y"]);
    const email = `${local}.${index}@${pick(DOMAINS)}`;
    const names = { firstName: name(), lastName: name() };
    const patient = await domain.patients.register({ ...names, email, phoneNumber: "1" });
    if (patient.done) patients.push(patient.value);
    const doctor = await domain.doctors.create({ fullName: name(), specialty: name() });
    if (doctor.done) doctors.push(doctor.value);
  }
  expect([patients.length, doctors.length]).toEqual([60, 60]);
}, 60_000);

afterAll(async () => {
  await db.close();
  await scratch.drop();
});

const idsOf = (things: readonly { id: number }[]) => things.map(({ id }) => id);

async function search(text: string): Promise<number[]> {
  const request = { orderBy: "REGISTERED_ASC", first: 100, after: null } as const;
  const { rows } = await domain.patients.page({ search: text }, request);
  expect(await domain.patients.count({ search: text }), text).toBe(rows.length);
  return idsOf(rows);
}

async function doctorsWith(filter: { name?: string; specialty?: string }): Promise<number[]> {
  const request = { orderBy: "CREATED_ASC", first: 100, after: null } as const;
  return idsOf((await domain.doctors.page(filter, request)).rows);
}

describe(`a search of random names (seed ${seed})`, () => {
  it("finds each patient by each prefix of what is shown of them, and nobody else", async () => {
    for (const { id, firstName, lastName, email } of patients.slice(0, 15)) {
      const names = [`${firstName} ${lastName}`, `${lastName} ${firstName}`].flatMap(prefixes);
      const searches = [...names.map(typedName), ...prefixes(email).map(typed)].filter(form);
      for (const text of searches) {
        const found = await search(text);
        expect(found, JSON.stringify({ text, firstName, lastName, email })).toContain(id);
        const expected = patients.filter((patient) => isFound(patient, text));
        expect(found, JSON.stringify(text)).toEqual(idsOf(expected).sort((a, b) => a - b));
      }
    }
  }, 120_000);

  it("finds doctors by what is somewhere in the name, and by the whole specialty", async () => {
    for (const { fullName, specialty } of doctors) {
      const letters = Array.from(fullName);
      const start = below(letters.length);
      const part = typedName(letters.slice(start, start + 1 + below(4)).join(""));
      const named = doctors.filter((doctor) => holds(doctor.fullName, part));
      expect(await doctorsWith({ name: part }), JSON.stringify({ fullName, part })).toEqual(
        idsOf(named).sort((a, b) => a - b),
      );
      const whole = typedName(specialty);
      const practising = doctors.filter((doctor) => same(form(doctor.specialty), form(whole)));
      expect(await doctorsWith({ specialty: whole }), JSON.stringify({ whole })).toEqual(
        idsOf(practising).sort((a, b) => a - b),
      );
    }
  }, 60_000);
});
