import {
  HoldTimeDocument,
  newIdempotencyKey,
  ReleaseHoldDocument,
  type UserError,
} from "patient-encounter-system-client";
import { useEffect, useRef, useState } from "preact/hooks";
import { client, partingClient, type FreeTime } from "./clinic.js";
import { minutesOf } from "./time.js";

const MINUTES = 5;

/** A time that is kept from others while a form is filled in. */
export interface Hold {
  key: string;
  /** When it ends by itself, by the clock of this machine; null if there is none. */
  until: number | null;
  /** Holds a time instead of the one before. */
  place: (time: FreeTime) => Promise<readonly UserError[]>;
  /** Ends the hold, if there is one. */
  release: () => Promise<void>;
}

/** The latest release. Before its end, its time is not free for another hold. */
let releasing: Promise<void> = Promise.resolve();

/** A hold that also ends when the page is left. */
export function useHold(): Hold {
  const [key] = useState(newIdempotencyKey);
  const [until, setUntil] = useState<number | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const place = async (time: FreeTime) => {
    setUntil(null);
    await releasing;
    // Not the server's `until`: its clock may be another. The hold does not end before this.
    const end = Date.now() + MINUTES * 60_000;
    const { doctor, startsAt } = time;
    const hold = { doctorId: doctor.id, startsAt, durationMinutes: minutesOf(time) };
    const request = client.request(HoldTimeDocument, {
      input: { ...hold, holdKey: key, minutes: MINUTES },
      withNextFreeTimes: true,
    });
    last.current = request.catch(() => undefined);
    const { holdTime } = await request;
    if (holdTime.hold) setUntil(end);
    return holdTime.userErrors;
  };

  const end = async () => {
    try {
      await partingClient.request(ReleaseHoldDocument, { input: { holdKey: key } });
    } catch {
      // It ends by itself.
    }
  };
  const release = () => {
    // A hold that arrived after its release would stay.
    releasing = last.current.then(end);
    return releasing;
  };

  useEffect(() => {
    const leave = () => void end();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
    };
  }, []);

  return { key, until, place, release };
}
