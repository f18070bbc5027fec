import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JWK,
} from "jose";
import { projectRoot } from "../common/project-root.js";
import type { GrantedRole } from "./roles.js";
import { demoRules } from "./settings.js";

const KEY_FILE = join(projectRoot, ".local", "dev-issuer-key.json");
const ALGORITHM = "ES256";
const TOKEN_LIFETIME = "12h";

/** Somebody of the demo clinic whom the demo issuer knows. */
export interface DemoPerson {
  /** What to call them in commands. */
  key: string;
  name: string;
  role: GrantedRole;
  /** The patient or the doctor that they are, in the demo clinic. */
  databaseId: number | null;
}

/** The people of the demo clinic (prisma/seed.ts) who can sign in. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { key: "receptionist", name: "Receptionist", role: "STAFF", databaseId: null },
  { key: "doctor", name: "Dr. Weber", role: "DOCTOR", databaseId: 1 },
  { key: "patient", name: "Maria Lopez", role: "PATIENT", databaseId: 1 },
  { key: "auditor", name: "Auditor", role: "AUDITOR", databaseId: null },
  { key: "administrator", name: "Administrator", role: "ADMIN", databaseId: null },
];

/** The demo person with this key or name; null if there is none. */
export function findDemoPerson(text: string): DemoPerson | null {
  const wanted = text.toLowerCase();
  const isWanted = ({ key, name }: DemoPerson) => key === wanted || name.toLowerCase() === wanted;
  return DEMO_PEOPLE.find(isWanted) ?? null;
}

/** An OpenID Connect issuer that signs in whoever asks, as whom they want to be: for development, on loopback only. */
export interface DevIssuer {
  /** Its discovery document. @param issuer its URL. */
  discovery: (issuer: string) => object;
  /** Its public key, as a JSON Web Key Set. */
  keys: object;
  /** A token of this person. @param databaseId the patient or doctor to be, instead of the person's own. */
  tokenFor: (issuer: string, person: DemoPerson, databaseId?: number | null) => Promise<string>;
}

/** Opens the demo issuer. Its key is kept in a file, so that tokens outlast a restart of the server. */
export async function openDevIssuer(file = KEY_FILE): Promise<DevIssuer> {
  const secret = await readOrMakeKey(file);
  const key = await importJWK(secret, ALGORITHM);
  const { kty, crv, x, y } = secret;
  const kid = await calculateJwkThumbprint(secret);
  return {
    discovery: (issuer) => ({
      issuer,
      jwks_uri: `${issuer}/jwks.json`,
      response_types_supported: [],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: [ALGORITHM],
    }),
    keys: { keys: [{ kty, crv, x, y, kid, alg: ALGORITHM, use: "sig" }] },
    tokenFor: (issuer, { key: subject, name, role, databaseId }, other = databaseId) =>
      new SignJWT({
        name,
        roles: [role],
        ...(role === "PATIENT" && { patient_id: other }),
        ...(role === "DOCTOR" && { doctor_id: other }),
      })
        .setProtectedHeader({ alg: ALGORITHM, typ: "at+jwt", kid })
        .setIssuer(issuer)
        .setAudience(demoRules(issuer).audience)
        .setSubject(other === null ? subject : `${subject}-${other}`)
        .setIssuedAt()
        .setExpirationTime(TOKEN_LIFETIME)
        .sign(key),
  };
}

async function readOrMakeKey(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  await mkdir(dirname(file), { recursive: true });
  try {
    // Of several servers that start at once, one writes it.
    const text = JSON.stringify(await exportJWK(privateKey));
    await writeFile(file, text, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return JSON.parse(await readFile(file, "utf8")) as JWK;
}
