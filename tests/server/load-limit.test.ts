import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { describe, expect, it } from "vitest";
import { ANYONE, type Domain, type UseCases } from "../../src/domain/index.js";
import { addresses, networkOf } from "../../src/http/addresses.js";
import { DEFAULT_LOAD_LIMITS } from "../../src/http/load-limit.js";
import { test } from "../support/clinic.js";
import { ask, connectionsOf, connectRaw, get, whileListening } from "../support/listening.js";

const MEGABYTE = 1_024 * 1_024;
const QUICK = {
  ...DEFAULT_LOAD_LIMITS.sending,
  timeoutMilliseconds: 300,
  intervalMilliseconds: 50,
};
const PATIENT = { ...QUICK, timeoutMilliseconds: 60_000 };
const many = <Made>(count: number, make: (index: number) => Made) =>
  Array.from({ length: count }, (_, index) => make(index));

/** An answer that no socket takes at once. */
const addLarge = (app: FastifyInstance) => {
  app.get("/large", () => "x".repeat(8 * MEGABYTE));
};

/** A route, /gated, whose answers wait until they are let go. */
class Gated {
  begun = 0;
  letGo: () => void = () => undefined;
  readonly #gone = new Promise<void>((resolve) => (this.letGo = resolve));

  readonly addTo = (app: FastifyInstance): void => {
    app.get("/gated", async () => {
      this.begun += 1;
      await this.#gone;
      return "done";
    });
  };
}

/** A domain whose list of appointments has so many pages of 100, and what was read of it. */
function withPages(domain: Domain, count: number) {
  const read = { pages: 0, ended: 0 };
  async function* stream() {
    try {
      for (let page = 0; page < count; page += 1) {
        await sleep(0);
        read.pages += 1;
        yield many(100, (index) => ({
          id: index + 1,
          patientId: 1,
          doctorId: 1,
          startsAt: new Date(0),
          endsAt: new Date(60_000),
          durationMinutes: 30,
          createdAt: new Date(0),
          patient: { id: 1, firstName: "A", lastName: "B", email: "a@example.com" },
          doctor: { id: 1, fullName: "D".repeat(100), specialty: "S".repeat(100) },
        }));
      }
    } finally {
      read.ended += 1;
    }
  }
  const useCases = domain.as(ANYONE);
  const appointments = { ...useCases.appointments, stream } as unknown as UseCases["appointments"];
  return { domain: { ...domain, as: () => ({ ...useCases, appointments }) }, read };
}

describe("a slot", () => {
  test("is not held by clients that do not read, and their connections are closed", async ({
    api,
    clinic,
  }) => {
    const { id } = await clinic.doctor();
    const limits = { requests: 2, sending: QUICK };
    await whileListening(
      { domain: api.sharedDomain, limits },
      async (address, app) => {
        const readers = await Promise.all(many(8, () => connectRaw(address, false)));
        for (const { send } of readers) {
          send(get("/large"));
          // Each has its answer before the next asks, since only two may be under way.
          expect((await ask(address, `/doctors/${id}`)).status).toBe(200);
        }
        await expect.poll(() => connectionsOf(app), { timeout: 5_000 }).toBe(0);
      },
      addLarge,
    );
  });

  test("is not held by slow senders, which get an error", async ({ api, clinic }) => {
    const { id } = await clinic.doctor();
    const limits = { requests: 2, requestMilliseconds: 400 };
    await whileListening({ domain: api.sharedDomain, limits }, async (address) => {
      const headers = { "content-type": "application/json", "content-length": "1000" };
      const senders = await Promise.all(many(20, () => connectRaw(address)));
      for (const { send } of senders) send(get("/graphql", headers, "POST") + '{"query":');
      for (let turn = 0; turn < 5; turn += 1) {
        expect((await fetch(`${address}/doctors/${id}`)).status).toBe(200);
      }
      const [answer = ""] = await Promise.all(senders.map(({ whole }) => whole()));
      expect(answer).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
      expect(answer).toMatch(/\r\nx-request-id: [\da-f-]{36}\r\n/);
      expect(answer).toContain('"detail":"The request took too long to arrive"');
      expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
    });
  });

  test("is held while work continues after its caller has disconnected", async ({
    api,
    clinic,
  }) => {
    const { id } = await clinic.doctor();
    const gated = new Gated();
    await whileListening(
      { domain: api.sharedDomain, limits: { requests: 3 } },
      async (address) => {
        const callers = await Promise.all(many(3, () => connectRaw(address)));
        for (const { send } of callers) send(get("/gated"));
        await expect.poll(() => gated.begun).toBe(3);
        for (const { socket } of callers) socket.destroy();
        await sleep(50);
        expect((await fetch(`${address}/doctors/${id}`)).status).toBe(503);
        gated.letGo();
        await expect.poll(async () => (await fetch(`${address}/doctors/${id}`)).status).toBe(200);
      },
      gated.addTo,
    );
  });

  test("is not taken for callers that disconnected while waiting", async ({ api }) => {
    const gated = new Gated();
    await whileListening(
      { domain: api.sharedDomain },
      async (address) => {
        const atWork = await Promise.all(many(64, () => connectRaw(address)));
        for (const { send } of atWork) send(get("/gated"));
        await expect.poll(() => gated.begun).toBe(64);
        const waiting = await Promise.all(many(10, () => connectRaw(address)));
        for (const { send } of waiting) send(get("/gated"));
        await sleep(50);
        for (const { socket } of waiting) socket.destroy();
        await sleep(50);
        gated.letGo();
        await Promise.all(
          atWork.map(({ received }) => expect.poll(received).toContain("\r\n\r\ndone")),
        );
        await sleep(50);
        expect(gated.begun).toBe(64);
      },
      gated.addTo,
    );
  });
});

describe("unsent data", () => {
  test("is sent completely to clients that read, but not to those that read a trickle", async ({
    api,
  }) => {
    const sending = { ...QUICK, timeoutMilliseconds: 600, minBytes: MEGABYTE / 4 };
    await whileListening(
      { domain: api.sharedDomain, limits: { sending } },
      async (address, app) => {
        const slow = await connectRaw(address, false);
        slow.send(get("/large"));
        const drip = setInterval(() => void slow.socket.read(1_000), 20);
        expect((await ask(address, "/large")).body).toHaveLength(8 * MEGABYTE);
        await expect.poll(() => connectionsOf(app), { timeout: 5_000 }).toBe(0);
        clearInterval(drip);
      },
      addLarge,
    );
  });

  test("has a budget: the connections that have read nothing for the longest time are closed", async ({
    api,
  }) => {
    const sending = { ...PATIENT, maxBufferedBytes: 20 * MEGABYTE };
    await whileListening(
      { domain: api.sharedDomain, limits: { sending } },
      async (address, app) => {
        const readers = [];
        for (let count = 0; count < 5; count += 1) {
          const reader = await connectRaw(address, false);
          reader.send(get("/large"));
          readers.push(reader);
          await sleep(100);
        }
        await expect.poll(() => connectionsOf(app)).toBe(2);
        // The last two are those that go on.
        for (const { socket } of readers.slice(0, 3)) socket.resume();
        const ends = readers.slice(0, 3).map(({ whole }) => whole());
        await Promise.all(ends);
        expect(readers.map(({ socket }) => socket.destroyed)).toEqual([
          true,
          true,
          true,
          false,
          false,
        ]);
      },
      addLarge,
    );
  });
});

describe("a connection", () => {
  test("is answered one request after another, and the number of waiting ones is limited", async ({
    api,
  }) => {
    let [atWork, most] = [0, 0];
    await whileListening(
      { domain: api.sharedDomain, limits: { requests: 4 } },
      async (address) => {
        const { send, received } = await connectRaw(address);
        send(get("/slow").repeat(300));
        expect((await fetch(`${address}/slow`)).status).toBe(200);
        const statuses = () => received().match(/HTTP\/1.1 \d+/g) ?? [];
        await expect.poll(() => statuses().length, { timeout: 10_000 }).toBe(300);
        expect(statuses()).toEqual([
          ...many(17, () => "HTTP/1.1 200"),
          ...many(283, () => "HTTP/1.1 503"),
        ]);
        // The other is that of fetch.
        expect(most).toBeLessThanOrEqual(2);
      },
      (app) => {
        app.get("/slow", async () => {
          most = Math.max(most, (atWork += 1));
          await sleep(10);
          atWork -= 1;
          return "done";
        });
      },
    );
  });

  test("gives way to a new one when it has been idle for longest", async ({ api }) => {
    await whileListening(
      { domain: api.sharedDomain, limits: { connections: 5, sending: QUICK } },
      async (address, app) => {
        const idle = [];
        for (let count = 0; count < 5; count += 1) {
          idle.push(await connectRaw(address));
          await sleep(60);
        }
        const newcomer = await connectRaw(address);
        newcomer.send(get("/livez"));
        await expect.poll(newcomer.received).toContain('{"status":"ok"}');
        expect(await connectionsOf(app)).toBe(5);
        await idle[0]?.whole();
        expect(idle.slice(1).some(({ socket }) => socket.destroyed)).toBe(false);
      },
    );
  });

  test("is refused in our format if it does not send HTTP, or if its headers are too long", async ({
    api,
  }) => {
    await whileListening({ domain: api.sharedDomain }, async (address) => {
      const cases = [
        ["NONSENSE\r\n\r\n", 400],
        [get(`/patients/${"1".repeat(20_000)}`), 431],
        [get("/patients", { "x-long": "y".repeat(20_000) }), 431],
        [get("/patients", { "transfer-encoding": "nonsense" }, "POST"), 400],
      ] as const;
      for (const [sent, status] of cases) {
        const { send, whole } = await connectRaw(address);
        send(sent);
        const answer = await whole();
        expect(answer, sent.slice(0, 30)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
        expect(answer).toMatch(/\r\nx-request-id: /);
        expect(answer).toMatch(
          /\r\n\r\n\{"detail":".+","errors":\[\{"message":".+"code":"BAD_REQUEST"/,
        );
      }
      const { send, received } = await connectRaw(address);
      send(get("/livez", { expect: "a miracle" }));
      await expect.poll(received).toMatch(/^HTTP\/1.1 417 [^]*"code":"BAD_REQUEST"/);
    });
  });
});

describe("a streamed list", () => {
  test("is read only as fast as its caller reads, and ends when the caller disconnects", async ({
    api,
  }) => {
    const { domain, read } = withPages(api.sharedDomain, 1_000);
    await whileListening({ domain, limits: { sending: PATIENT } }, async (address) => {
      const reader = await connectRaw(address, false);
      reader.send(get("/appointments"));
      let before = -1;
      await expect
        .poll(
          () => {
            const isStill = before === read.pages;
            before = read.pages;
            return isStill && read.pages > 2;
          },
          { interval: 200, timeout: 10_000 },
        )
        .toBe(true);
      // What the sockets' buffers take, of 5 MB and more.
      expect(read.pages).toBeLessThan(400);
      expect(read.ended).toBe(0);
      reader.socket.destroy();
      await expect.poll(() => read.ended).toBe(1);
    });
  });

  test("waits for a short time while others run, and then gets 503", async ({ api, clinic }) => {
    const { id } = await clinic.doctor();
    const { domain } = withPages(api.sharedDomain, 1_000);
    const streams = { most: 2, waitMilliseconds: 200, slowTimeoutMilliseconds: 60_000 };
    await whileListening({ domain, limits: { streams, sending: PATIENT } }, async (address) => {
      const readers = await Promise.all(many(2, () => connectRaw(address, false)));
      for (const { send } of readers) send(get("/appointments"));
      await sleep(300);
      const refused = await fetch(`${address}/appointments`);
      expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
      expect(await refused.json()).toEqual({
        detail: "The service is busy. Nothing was done; try again.",
        code: "SERVICE_UNAVAILABLE",
      });
      // A list of one page, and all that is no list, needs no stream.
      expect((await fetch(`${address}/doctors/${id}`)).status).toBe(200);
      for (const { socket } of readers) socket.destroy();
    });
  });

  test("replaces one whose caller reads nothing", async ({ api }) => {
    const { domain } = withPages(api.sharedDomain, 60);
    const streams = { most: 2, waitMilliseconds: 10_000, slowTimeoutMilliseconds: 200 };
    await whileListening({ domain, limits: { streams, sending: PATIENT } }, async (address) => {
      const readers = await Promise.all(many(2, () => connectRaw(address, false)));
      for (const { send } of readers) send(get("/appointments"));
      await sleep(300);
      const answer = await fetch(`${address}/appointments`);
      expect(answer.status).toBe(200);
      expect(((await answer.json()) as unknown[]).length % 100).toBe(0);
    });
  });
});

describe("one client", () => {
  const isTrustedProxy = addresses(["loopback"]);
  const from = (address: string) => ({ headers: { "x-forwarded-for": address } });

  test("has a limited share of the slots", async ({ api }) => {
    const gated = new Gated();
    await whileListening(
      { domain: api.sharedDomain, limits: { requests: 8, isTrustedProxy } },
      async (address) => {
        const askFrom = async (client: string) =>
          (await ask(address, "/gated", from(client))).status;
        const first = many(2, () => askFrom("203.0.113.7"));
        await expect.poll(() => gated.begun).toBe(2);
        expect(await askFrom("203.0.113.7")).toBe(503);
        // What it says of those before itself does not make it another one.
        expect(await askFrom("198.51.100.1, 203.0.113.7")).toBe(503);
        const others = ["203.0.113.8", "2001:db8::1", "not-an-address", "127.0.0.1"].map(askFrom);
        await expect.poll(() => gated.begun).toBe(6);
        const second = askFrom("2001:db8::ffff:1");
        await expect.poll(() => gated.begun).toBe(7);
        // It has the same network as the two before.
        expect(await askFrom("2001:db8:0:0:1::2")).toBe(503);
        gated.letGo();
        expect(await Promise.all([...first, ...others, second])).toEqual(many(7, () => 200));
        expect(await askFrom("203.0.113.7")).toBe(200);
      },
      gated.addTo,
    );
  });

  test("has a limited share of the streams", async ({ api }) => {
    const { domain, read } = withPages(api.sharedDomain, 1_000);
    const streams = { most: 4, waitMilliseconds: 200, slowTimeoutMilliseconds: 60_000 };
    const limits = { streams, sending: PATIENT, isTrustedProxy };
    await whileListening({ domain, limits }, async (address) => {
      const { send, socket } = await connectRaw(address, false);
      send(get("/appointments", { "x-forwarded-for": "203.0.113.7" }));
      await expect.poll(() => read.pages).toBeGreaterThan(2);
      const open = async (client: string) => {
        const answer = await fetch(`${address}/appointments`, from(client));
        await answer.body?.cancel();
        return answer.status;
      };
      expect(await open("203.0.113.7")).toBe(503);
      expect(await open("203.0.113.8")).toBe(200);
      socket.destroy();
      await expect.poll(() => open("203.0.113.7")).toBe(200);
    });
  });

  test("is not identified by its own X-Forwarded-For if no proxy is trusted", async ({ api }) => {
    const gated = new Gated();
    await whileListening(
      { domain: api.sharedDomain, limits: { requests: 4 } },
      async (address) => {
        const answers = many(4, () => fetch(`${address}/gated`, from("203.0.113.7")));
        await expect.poll(() => gated.begun).toBe(4);
        gated.letGo();
        for (const { status } of await Promise.all(answers)) expect(status).toBe(200);
      },
      gated.addTo,
    );
  });

  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:DB8:0:0:ffff::2", "2001:db8:0:0::/64"],
    ["2001:0db8:0:1:2:3:4:5", "2001:db8:0:1::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("at %s stands for %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
