import type { Answer } from "../apis/answers.js";
import { tally, withCallers } from "../run.js";
import {
  apiOf,
  freeTime,
  makeDoctors,
  makePatients,
  minutes,
  rowsOf,
  words,
  type Stage,
  type Trial,
} from "../stage.js";

const DOCTORS = 10;
/** One of this number of requests is a booking; the others are reads. */
const BOOKS_ONE_IN = 4;

interface Answered {
  isBooking: boolean;
  said: string;
}

/** Servers can be replaced one by one under load. */
export const rollingRestart: Trial = {
  name: "Rolling restart",
  promise:
    "While all servers are restarted one after the other (SIGTERM), behind a balancer that follows " +
    "/readyz, no request fails and no booking is lost.",
  async run(stage) {
    const doctors = await makeDoctors(stage, DOCTORS);
    const following = stage.balancer.followReadiness();
    const answered = await sendWhileRestarting(stage, doctors).finally(following.stop);
    const rows = await rowsOf(stage, doctors);
    const { done = 0, ...failed } = tally(answered.map(({ said }) => said));
    const bookings = answered.filter(({ said, isBooking }) => isBooking && said === "done").length;
    return {
      counts: {
        requests: answered.length,
        done,
        "restarted servers": stage.servers.length,
        bookings,
        rows: rows.length,
      },
      violations: [
        ...Object.entries(failed).map(
          ([said, count]) => `${count} requests were answered: ${said}`,
        ),
        ...(bookings === rows.length ? [] : [`${bookings} bookings have left ${rows.length} rows`]),
      ],
    };
  },
};

async function sendWhileRestarting(stage: Stage, doctors: readonly number[]): Promise<Answered[]> {
  const [patientId = 0] = await makePatients(stage, "rolling", 1);
  const answered: Answered[] = [];
  let isRestarting = true;
  function* jobs() {
    for (let number = 0; isRestarting || number < stage.extent.rollingRequests; number += 1) {
      yield async () => {
        answered.push(await send(stage, doctors, patientId, number));
      };
    }
  }
  const restart = async () => {
    try {
      for (const server of stage.servers) {
        stage.say(`restarting ${server.name}`);
        await stage.clock.fault(`${server.name} restarted`, () => server.restart());
      }
    } finally {
      isRestarting = false;
    }
    stage.say(`the rest of ${stage.extent.rollingRequests} requests`);
  };
  await Promise.all([withCallers(stage.callers, jobs()), restart()]);
  return answered;
}

async function send(
  { clock, balancer }: Stage,
  doctors: readonly number[],
  patientId: number,
  number: number,
): Promise<Answered> {
  const isBooking = number % BOOKS_ONE_IN === 0;
  const doctorId = doctors[number % doctors.length] ?? 0;
  const api = apiOf(number >> 1);
  const booking = {
    patientId,
    doctorId,
    startsAt: freeTime() + minutes(15 * number),
    durationMinutes: 15,
  };
  const answer: Promise<Answer<unknown>> = isBooking
    ? api.book(balancer.next(), booking)
    : api.readDoctor(balancer.next(), doctorId);
  return { isBooking, said: words(await clock.observe(answer)) };
}
