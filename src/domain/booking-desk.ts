import { Prisma, type Database } from "../db/database.js";
import type { RepeatableRequest } from "./idempotency.js";
import type { Appointment } from "./model.js";
import { overlapSearchRange, wholeSeconds, type Interval } from "./rules/interval.js";
import { STATUSES_HOLDING_TIME } from "./rules/lifecycle.js";

/** A visit that nothing is known against but what the tables may hold. */
export interface Booking extends Interval {
  patientId: number;
  doctorId: number;
  durationMinutes: number;
  /** If its caller may repeat it. */
  request: RepeatableRequest | null;
}

/** So many bookings of one doctor go into one transaction. */
const MOST_AT_ONCE = 20;

/** So many statements of a transaction come before those of the bookings. */
const BEFORE_BOOKINGS = 2;

interface Waiting {
  booking: Booking;
  settle: (made: Promise<Appointment | null>) => void;
}

/**
 * Books visits that can be had, in two round trips: the transaction of `lockDoctor`, with the rules as
 * conditions of its INSERT. Those who book the same doctor at the same time share a transaction, so that
 * they wait for one lock and one COMMIT together; first come, first served. Null for a visit that could
 * not be had so, of which nothing was written: the ordinary transaction finds out why.
 */
export function bookingDesk(db: Database, now: () => Date) {
  const queues = new Map<number, Waiting[]>();

  async function serve(doctorId: number, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const served = queue.splice(0, MOST_AT_ONCE);
      const made = bookTogether(
        db,
        doctorId,
        served.map(({ booking }) => booking),
        now(),
      );
      for (const [place, { settle }] of served.entries()) {
        settle(made.then((appointments) => appointments[place] ?? null));
      }
      await made.catch(() => undefined);
    }
    queues.delete(doctorId);
  }

  return (booking: Booking): Promise<Appointment | null> =>
    new Promise((settle) => {
      const { doctorId } = booking;
      const queue = queues.get(doctorId);
      if (queue) return queue.push({ booking, settle });
      const own = [{ booking, settle }];
      queues.set(doctorId, own);
      return void serve(doctorId, own);
    });
}

async function bookTogether(
  db: Database,
  doctorId: number,
  bookings: readonly Booking[],
  now: Date,
): Promise<(Appointment | null)[]> {
  const time = wholeSeconds(now);
  const statements = [
    // Written, not only locked, and first of all: see lockDoctor.
    Prisma.sql`UPDATE doctors SET booking_lock = booking_lock + 1 WHERE id = ${doctorId} AND is_active`,
    Prisma.sql`SET @is_bookable = ROW_COUNT()`,
    ...bookings.flatMap((booking) => [
      insertUnlessTaken(booking, time),
      ...(booking.request ? [rememberKey(booking.request, time)] : []),
    ]),
  ];
  // What inserts nothing leaves nothing behind.
  const written = await db.batch(statements, (done) =>
    done.slice(BEFORE_BOOKINGS).some(({ affectedRows }) => affectedRows > 0),
  );
  let place = BEFORE_BOOKINGS;
  return bookings.map((booking) => {
    const inserted = written?.[place];
    place += booking.request ? 2 : 1;
    return inserted?.affectedRows === 1 ? toAppointment(booking, inserted.insertId, time) : null;
  });
}

function insertUnlessTaken(booking: Booking, time: Date): Prisma.Sql {
  const { patientId, doctorId, startsAt, endsAt, durationMinutes, request } = booking;
  const range = overlapSearchRange(booking);
  return Prisma.sql`
    INSERT INTO appointments
      (patient_id, doctor_id, starts_at, ends_at, duration_minutes, created_at, updated_at)
    SELECT ${patientId}, ${doctorId}, ${startsAt}, ${endsAt}, ${durationMinutes}, ${time}, ${time}
    FROM DUAL
    WHERE @is_bookable = 1 AND ${startsAt} > ${time}
      AND EXISTS (SELECT 1 FROM patients WHERE id = ${patientId})
      AND NOT EXISTS (
        SELECT 1 FROM appointments
        WHERE doctor_id = ${doctorId} AND starts_at > ${range.after} AND starts_at < ${range.before}
          AND ends_at > ${startsAt} AND status IN (${Prisma.join([...STATUSES_HOLDING_TIME])})
      )${request ? Prisma.sql` AND NOT EXISTS (SELECT 1 FROM idempotency_keys WHERE idempotency_key = ${request.key})` : Prisma.empty}`;
}

/** Remembers what a key has done, if the statement before has done it. */
const rememberKey = ({ key, fingerprint }: RepeatableRequest, time: Date): Prisma.Sql => Prisma.sql`
  INSERT INTO idempotency_keys (idempotency_key, fingerprint, appointment_id, created_at)
  SELECT ${key}, ${fingerprint}, LAST_INSERT_ID(), ${time} FROM DUAL WHERE ROW_COUNT() = 1`;

/** The row as the INSERT has left it. */
function toAppointment({ request: _, ...booking }: Booking, id: number, time: Date): Appointment {
  return {
    id,
    ...booking,
    status: "BOOKED",
    cancellationReason: null,
    version: 1,
    createdAt: time,
    updatedAt: time,
  };
}
