import type { Doctor } from "patient-encounter-system-client";
import { useEffect, useState } from "preact/hooks";
import type { Picked } from "./booking-dialog.js";
import { instantOf, plusMinutes, type Day } from "./time.js";

interface TypedTimeProps {
  doctor: Doctor;
  minutes: number;
  zone: string;
  day: Day;
  onPick: (picked: Picked) => void;
}

/** A time that is typed: between the offered ones, or of a doctor for whom there are no hours. */
export function TypedTime({ doctor, minutes, zone, day, onPick }: TypedTimeProps) {
  const [date, setDate] = useState(day);
  const [time, setTime] = useState("09:00");

  useEffect(() => {
    setDate(day);
  }, [day]);

  const hasHours = doctor.timeZone !== null;
  return (
    <details open={!hasHours}>
      <summary>{hasHours ? "Enter another time" : "Enter a time"}</summary>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          const { id, fullName } = doctor;
          const startsAt = instantOf(date, time, zone);
          onPick([{ doctor: { id, fullName }, startsAt, endsAt: plusMinutes(startsAt, minutes) }]);
        }}
      >
        <label>
          On
          <input
            type="date"
            required
            value={date}
            onInput={({ currentTarget: { value } }) => {
              setDate(value);
            }}
          />
        </label>
        <label>
          Starts at
          <input
            type="time"
            required
            value={time}
            onInput={({ currentTarget: { value } }) => {
              setTime(value);
            }}
          />
        </label>
        <button type="submit">Choose this time</button>
      </form>
    </details>
  );
}
