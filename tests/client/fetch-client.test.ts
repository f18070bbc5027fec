import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, vi } from "vitest";
import {
  AppointmentsDocument,
  BookAppointmentDocument,
  CancelAppointmentDocument,
  createClient,
  DoctorDocument,
  DoctorsDocument,
  GraphqlError,
  NetworkError,
  OutcomeUnknownError,
  RegisterPatientDocument,
  ServiceUnavailableError,
  TimeoutError,
  UnexpectedAnswerError,
  type BookAppointmentInput,
  type ClientOptions,
} from "../../client/src/index.js";
import { delayAfter, DEFAULT_RETRIES } from "../../client/src/retries.js";
import { readRetryAfter } from "../../client/src/answer.js";
import { future, iso, type Clinic } from "../support/clinic.js";
import { test } from "./address.js";

const retries = { firstDelayMilliseconds: 1 };

/** A client whose answers pass through `fetch`s of the test, one an attempt; the last one stays. */
function clientThrough(url: string, fetches: (typeof fetch)[], options?: Partial<ClientOptions>) {
  const bodies: { variables?: { input?: { idempotencyKey?: string } } }[] = [];
  const client = createClient({
    url: `${url}/graphql`,
    retries,
    fetch: (target, init) => {
      const through = fetches[Math.min(bodies.length, fetches.length - 1)] ?? fetch;
      bodies.push(JSON.parse(init?.body as string) as (typeof bodies)[number]);
      return through(target, init);
    },
    ...options,
  });
  const keys = () => bodies.map(({ variables }) => variables?.input?.idempotencyKey);
  return { client, bodies, keys };
}

/** Does what was asked, and loses the answer. */
const loseAnswer: typeof fetch = async (...request) => {
  await (await fetch(...request)).text();
  throw new TypeError("fetch failed");
};
const unreachable: typeof fetch = async () => {
  throw new TypeError("fetch failed");
};
const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): typeof fetch =>
  async () =>
    new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });
const fault = (code: string, data: unknown = null) =>
  answering(200, { data, errors: [{ message: code, extensions: { code, requestId: "r1" } }] });

async function bookingInput(
  clinic: Clinic,
): Promise<BookAppointmentInput & { idempotencyKey: string }> {
  const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
  return {
    patientId: `pat_${patient.id}`,
    doctorId: `doc_${doctor.id}`,
    startsAt: iso(future(7)),
    durationMinutes: 30,
    idempotencyKey: clinic.key(),
  };
}

describe("the fetch client", () => {
  test("books, gets the blocking appointment of a refusal, pages and cancels", async ({
    address,
    clinic,
  }) => {
    const { client, keys } = clientThrough(address, []);
    const input = await bookingInput(clinic);
    const { bookAppointment } = await client.request(BookAppointmentDocument, { input });
    expect(bookAppointment).toMatchObject({
      appointment: { startsAt: input.startsAt, patient: { id: input.patientId } },
      userErrors: [],
    });
    const again = { ...input, idempotencyKey: clinic.key("other") };
    const refused = await client.request(BookAppointmentDocument, { input: again });
    expect(refused.bookAppointment.userErrors).toMatchObject([
      {
        code: "SLOT_TAKEN",
        blocking: { startsAt: input.startsAt, endsAt: iso(future(7, "09:30:00")) },
      },
    ]);
    expect(keys()).toEqual([clinic.key(), clinic.key("other")]);

    const { doctorId } = input;
    await client.request(BookAppointmentDocument, {
      input: { ...input, startsAt: iso(future(8)), idempotencyKey: clinic.key("next") },
    });
    const first = await client.request(AppointmentsDocument, { filter: { doctorId }, first: 1 });
    const { endCursor } = first.appointments.pageInfo;
    const second = await client.request(AppointmentsDocument, {
      filter: { doctorId },
      first: 1,
      after: endCursor,
    });
    expect([first, second].map(({ appointments }) => appointments.edges[0]?.node.startsAt)).toEqual(
      [iso(future(7)), iso(future(8))],
    );

    const appointmentId = bookAppointment.appointment?.id ?? "";
    const { cancelAppointment } = await client.request(CancelAppointmentDocument, {
      input: { appointmentId },
    });
    expect(cancelAppointment.appointment?.status).toBe("CANCELLED");
  });

  test("books once although the response is lost twice, with a key that it generates", async ({
    address,
    api,
    clinic,
  }) => {
    const { idempotencyKey: _, ...input } = await bookingInput(clinic);
    const { client, keys } = clientThrough(address, [loseAnswer, loseAnswer, fetch]);
    const { bookAppointment } = await client.request(BookAppointmentDocument, { input });
    const [key] = keys();
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(keys()).toEqual([key, key, key]);
    expect(bookAppointment.appointment?.doctor.id).toBe(input.doctorId);
    const doctorId = Number(input.doctorId.slice("doc_".length));
    expect(await api.domain.appointments.counts([[{ doctorId }]])).toEqual([1]);
  });

  test("says that a mutation without a key may have been done, and sends it once", async ({
    address,
    clinic,
  }) => {
    const input = {
      firstName: "Ada",
      lastName: clinic.tag,
      email: clinic.email(),
      phoneNumber: "1",
    };
    const { client, bodies } = clientThrough(address, [loseAnswer]);
    const error = await client.request(RegisterPatientDocument, { input }).catch(same);
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(error).toMatchObject({ idempotencyKey: null, cause: { name: "NetworkError" } });
    expect(bodies).toHaveLength(1);
  });

  test("throws an error with the code and the path of malformed input", async ({ address }) => {
    const { client, bodies } = clientThrough(address, []);
    const error = await client.request(DoctorDocument, { by: { id: "pat_1" } }).catch(same);
    expect(error).toBeInstanceOf(GraphqlError);
    expect(error).toMatchObject({
      code: "BAD_USER_INPUT",
      errors: [{ extensions: { inputPath: ["by", "id"] } }],
    });
    expect(bodies).toHaveLength(1);
  });
});

const same = (error: unknown) => error;

describe("a repeat", () => {
  const lookUp = (fetches: (typeof fetch)[], options?: Partial<ClientOptions>) => {
    const { client, bodies } = clientThrough("http://127.0.0.1:1", fetches, options);
    const request = client.request(DoctorsDocument).catch(same);
    return request.then((result) => ({ result, attempts: bodies.length }));
  };
  const cancel = (fetches: (typeof fetch)[]) => {
    const { client, bodies } = clientThrough("http://127.0.0.1:1", fetches);
    const input = { appointmentId: "apt_1" };
    const request = client.request(CancelAppointmentDocument, { input }).catch(same);
    return request.then((result) => ({ result, attempts: bodies.length }));
  };
  const book = async (fetches: (typeof fetch)[]) => {
    const { client, bodies } = clientThrough("http://127.0.0.1:1", fetches);
    const input = { patientId: "pat_1", doctorId: "doc_1", startsAt: "", durationMinutes: 15 };
    const variables = { input: { ...input, idempotencyKey: "mine" } };
    const result = await client.request(BookAppointmentDocument, variables).catch(same);
    return { result, attempts: bodies.length };
  };
  const answer = answering(200, { data: { doctors: "all of them" } });
  const gateway = answering(502, "<html>Bad gateway</html>");

  it("is made for a query whose connection breaks, or that a gateway or a busy server refuses", async () => {
    const { result, attempts } = await lookUp([
      unreachable,
      gateway,
      fault("SERVICE_UNAVAILABLE"),
      answer,
    ]);
    expect(result).toEqual({ doctors: "all of them" });
    expect(attempts).toBe(4);
  });

  it("is made at most as often as configured, and the last cause is reported", async () => {
    const cases = [
      [unreachable, NetworkError],
      [gateway, UnexpectedAnswerError],
      [fault("SERVICE_UNAVAILABLE"), ServiceUnavailableError],
    ] as const;
    for (const [through, Cause] of cases) {
      const { result, attempts } = await lookUp([through]);
      expect(result).toBeInstanceOf(Cause);
      expect(attempts).toBe(DEFAULT_RETRIES.attempts);
      expect((await lookUp([through], { retries: { attempts: 1 } })).attempts).toBe(1);
    }
  });

  it("is not made for an invalid request, or after a defect of the server", async () => {
    for (const code of ["BAD_USER_INPUT", "QUERY_TOO_COMPLEX", "INTERNAL_SERVER_ERROR"]) {
      const { result, attempts } = await lookUp([fault(code)]);
      expect(result).toMatchObject({ name: "GraphqlError", code, requestId: "r1" });
      expect(attempts).toBe(1);
    }
    const { result, attempts } = await lookUp([answering(404, "not here")]);
    expect(result).toMatchObject({ name: "UnexpectedAnswerError", status: 404 });
    expect(attempts).toBe(1);
  });

  it("is made for a mutation without a key only if the server says that nothing was written", async () => {
    const data = { cancelAppointment: { appointment: null } };
    const done = answering(200, { data });
    expect(await cancel([fault("SERVICE_UNAVAILABLE"), done])).toEqual({
      result: data,
      attempts: 2,
    });
    const partly = fault("SERVICE_UNAVAILABLE", { one: { appointment: null }, other: null });
    expect((await cancel([partly, done])).attempts).toBe(1);
    for (const through of [unreachable, gateway, fault("OUTCOME_UNKNOWN")]) {
      const { result, attempts } = await cancel([through, done]);
      expect(result).toBeInstanceOf(OutcomeUnknownError);
      expect(attempts).toBe(1);
    }
  });

  it("is made for a mutation with a key also if the outcome is unknown", async () => {
    const done = answering(200, { data: { bookAppointment: {} } });
    const unknown = [unreachable, fault("OUTCOME_UNKNOWN"), gateway];
    expect((await book([...unknown, done])).attempts).toBe(4);
    // What is certain of the last attempt is not of the first.
    const { result } = await book([unreachable, fault("SERVICE_UNAVAILABLE")]);
    expect(result).toBeInstanceOf(OutcomeUnknownError);
    expect(result).toMatchObject({
      idempotencyKey: "mine",
      cause: { name: "ServiceUnavailableError" },
    });
  });

  it("is made no sooner than Retry-After says, and not at all if that is too late", async () => {
    const busy = (seconds: string) =>
      answering(
        503,
        { errors: [{ message: "busy", extensions: { code: "SERVICE_UNAVAILABLE" } }] },
        { "retry-after": seconds },
      );
    const since = Date.now();
    expect((await lookUp([busy("1"), answer])).attempts).toBe(2);
    expect(Date.now() - since).toBeGreaterThanOrEqual(990);
    const { result, attempts } = await lookUp([busy("3600"), answer]);
    expect(result).toMatchObject({ status: 503, retryAfterMilliseconds: 3_600_000 });
    expect(attempts).toBe(1);
  });

  it("is made after delays that double up to a maximum, with jitter", () => {
    const options = { attempts: 9, firstDelayMilliseconds: 100, longestDelayMilliseconds: 1_000 };
    const none = { retryAfterMilliseconds: null };
    const longest = [1, 2, 3, 4, 5, 6].map((attempt) =>
      delayAfter(attempt, none, options, () => 1),
    );
    expect(longest).toEqual([100, 200, 400, 800, 1_000, 1_000]);
    expect(delayAfter(3, none, options, () => 0.25)).toBe(100);
    expect(delayAfter(1, { retryAfterMilliseconds: 900 }, options, () => 1)).toBe(1_000);
  });

  it("reads both forms of Retry-After", () => {
    const now = Date.parse("2030-01-07T09:00:00Z");
    expect(readRetryAfter("120", now)).toBe(120_000);
    expect(readRetryAfter("Mon, 07 Jan 2030 09:00:05 GMT", now)).toBe(5_000);
    expect(readRetryAfter("Mon, 07 Jan 2030 08:00:00 GMT", now)).toBe(0);
    expect(readRetryAfter("soon", now)).toBeNull();
    expect(readRetryAfter(null, now)).toBeNull();
  });
});

describe("a request that takes too long", () => {
  /** A server that never answers. */
  async function withSilence(work: (url: string) => Promise<void>): Promise<void> {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    try {
      await work(`http://127.0.0.1:${port}/graphql`);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  it("ends after the time for an attempt", async () => {
    await withSilence(async (url) => {
      const client = createClient({
        url,
        timeoutMilliseconds: 30,
        retries: { attempts: 2, ...retries },
      });
      await expect(client.request(DoctorsDocument)).rejects.toBeInstanceOf(TimeoutError);
      const input = { appointmentId: "apt_1" };
      const cancelled = client.request(CancelAppointmentDocument, { input });
      await expect(cancelled).rejects.toMatchObject({
        name: "OutcomeUnknownError",
        cause: { name: "TimeoutError" },
      });
    });
  });

  it("ends when its caller aborts it, also between two attempts", async () => {
    await withSilence(async (url) => {
      const reason = new Error("The page is left");
      const underWay = new AbortController();
      const request = createClient({ url }).request(
        DoctorsDocument,
        {},
        { signal: underWay.signal },
      );
      setTimeout(() => {
        underWay.abort(reason);
      }, 20);
      await expect(request).rejects.toBe(reason);
    });
    const between = new AbortController();
    const sent = vi.fn(unreachable);
    const client = createClient({
      url: "http://127.0.0.1:1/graphql",
      fetch: sent,
      retries: { firstDelayMilliseconds: 60_000, longestDelayMilliseconds: 60_000 },
    });
    const request = client.request(DoctorsDocument, {}, { signal: between.signal });
    await expect.poll(() => sent.mock.calls.length).toBe(1);
    between.abort();
    await expect(request).rejects.toMatchObject({ name: "AbortError" });
    expect(sent).toHaveBeenCalledOnce();
  });
});

describe("headers", () => {
  it("are those of the client, which are computed for each attempt, and those of the request", async () => {
    const seen: (string | null)[][] = [];
    let count = 0;
    const client = createClient({
      url: "http://127.0.0.1:1/graphql",
      retries,
      headers: async () => ({ authorization: `token ${(count += 1)}` }),
      fetch: async (_target, init) => {
        const headers = new Headers(init?.headers);
        seen.push([headers.get("authorization"), headers.get("x-trace")]);
        return seen.length === 1
          ? new Response("", { status: 503 })
          : new Response('{"data":{}}', { status: 200 });
      },
    });
    await client.request(DoctorsDocument, {}, { headers: { "x-trace": "7" } });
    expect(seen).toEqual([
      ["token 1", "7"],
      ["token 2", "7"],
    ]);
  });
});
