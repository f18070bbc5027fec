import { describe, expect, it } from "vitest";
import { openDatabase, type Database } from "../../src/db/database.js";
import { openApi, type Answer, type Api } from "../support/api.js";
import { databaseUrl } from "../support/environment.js";

const PERSON = "id version createdAt updatedAt";
const COSTLY = `{ appointments(first: 100) { nodes {
  id databaseId startsAt endsAt durationMinutes status cancellationReason version createdAt updatedAt
  patient { ${PERSON} firstName lastName fullName email phoneNumber }
  doctor { ${PERSON} fullName specialty isActive }
} } }`;
const CHEAP = "{ doctor(by: { databaseId: 2147483647 }) { id } }";

/** The database, whose reads wait until they are let go. */
class HeldBack {
  begun = 0;
  letGo: () => void = () => undefined;
  readonly db: Database;
  readonly #gone = new Promise<void>((resolve) => (this.letGo = resolve));

  constructor(db: Database) {
    const held =
      <Args extends unknown[], Result>(read: (...args: Args) => Promise<Result>) =>
      async (...args: Args): Promise<Result> => {
        this.begun += 1;
        await this.#gone;
        return read(...args);
      };
    this.db = {
      ...db,
      read: held<[never], unknown>((work) => db.read(work)) as Database["read"],
      select: held((sql, values) => db.select(sql, values)),
      selectPipelined: held((sql, values) => db.selectPipelined(sql, values)),
    };
  }
}

async function whileHeldBack(work: (api: Api, reads: HeldBack) => Promise<void>): Promise<void> {
  const reads = new HeldBack(openDatabase(databaseUrl, { connectionLimit: 4 }));
  const api = await openApi({ db: reads.db });
  try {
    await work(api, reads);
  } finally {
    reads.letGo();
    await api.close();
  }
}

const send = (api: Api, count: number, query: string): Promise<Answer<unknown>>[] =>
  Array.from({ length: count }, () => api.send({ query }));

describe("costly operations", () => {
  it("run one at a time, and all others beside them", async () => {
    await whileHeldBack(async (api, reads) => {
      const costly = send(api, 3, COSTLY);
      await expect.poll(() => reads.begun).toBe(1);
      const cheap = send(api, 1, CHEAP);
      await expect.poll(() => reads.begun).toBe(2);
      reads.letGo();
      const answers = await Promise.all([...costly, ...cheap]);
      expect(answers.map(({ status, errors }) => [status, errors])).toEqual(
        answers.map(() => [200, undefined]),
      );
    });
  });

  it("are refused if 40 are waiting", async () => {
    await whileHeldBack(async (api, reads) => {
      const costly = send(api, 41, COSTLY);
      await expect.poll(() => reads.begun).toBe(1);
      const [refused] = await Promise.all(send(api, 1, COSTLY));
      expect([refused?.status, refused?.headers["retry-after"]]).toEqual([503, "1"]);
      expect(refused?.errors?.map(({ extensions }) => extensions?.["code"])).toEqual([
        "SERVICE_UNAVAILABLE",
      ]);
      reads.letGo();
      const answers = await Promise.all(costly);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    });
  });
});
