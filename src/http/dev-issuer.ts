import type { FastifyInstance } from "fastify";
import { DEMO_PEOPLE, findDemoPerson, type DevIssuer } from "../access/dev-issuer.js";
import { DEV_ISSUER_PATH } from "../access/index.js";
import { HttpProblem } from "../common/http-problem.js";

const HIDDEN = { hide: true };
/** An id such as `doc_1`, or the number in it. */
const ID = /^(?:(?:doc|pat)_)?([1-9]\d{0,9})$/;

/**
 * Serves the demo issuer: its discovery document and keys, `GET /dev/people`, and `POST /dev/token`, which signs in as the
 * `person` in its body, and as the doctor or patient `id` if that is given.
 *
 * @param issuerOf the URL of the issuer, once the server listens.
 */
export function registerDevIssuer(
  app: FastifyInstance,
  issuer: DevIssuer,
  issuerOf: () => string | null,
): void {
  const url = (): string => {
    const known = issuerOf();
    if (known === null) throw new HttpProblem(503, "The server is starting. Try again.");
    return known;
  };
  app.get(`${DEV_ISSUER_PATH}/.well-known/openid-configuration`, { schema: HIDDEN }, () =>
    issuer.discovery(url()),
  );
  app.get(`${DEV_ISSUER_PATH}/jwks.json`, { schema: HIDDEN }, () => issuer.keys);
  app.get(`${DEV_ISSUER_PATH}/people`, { schema: HIDDEN }, () => ({
    people: DEMO_PEOPLE.map(({ key, name, role }) => ({ person: key, name, role })),
  }));
  app.post(`${DEV_ISSUER_PATH}/token`, { schema: HIDDEN }, async ({ body }) => {
    const { person, id } = readWanted(body);
    const known = findDemoPerson(person);
    if (!known) throw new HttpProblem(400, `The people are ${names()}.`);
    if (id !== null && known.databaseId === null) {
      throw new HttpProblem(400, "Only the doctor and the patient can have another id.");
    }
    const token = await issuer.tokenFor(url(), known, id ?? known.databaseId);
    return { access_token: token, token_type: "Bearer", name: known.name, role: known.role };
  });
}

const names = (): string => DEMO_PEOPLE.map(({ key, name }) => `${key} (${name})`).join(", ");

/** @throws HttpProblem 400 if the body does not say who to sign in as. */
function readWanted(body: unknown): { person: string; id: number | null } {
  const { person, id } = readObject(body);
  const number = typeof id === "string" ? ID.exec(id)?.[1] : undefined;
  if (typeof person !== "string" || (id !== undefined && number === undefined)) {
    throw new HttpProblem(400, 'Send a body such as {"person": "doctor", "id": "doc_1"}.');
  }
  return { person, id: number === undefined ? null : Number(number) };
}

function readObject(body: unknown): Record<string, unknown> {
  try {
    const value: unknown = Buffer.isBuffer(body) ? JSON.parse(body.toString()) : null;
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
