import { useEffect, useState } from "preact/hooks";
import type { Picked } from "./booking-dialog.js";
import { firstFreeTime, readWeek, type Among, type FreeTime, type Week } from "./clinic.js";
import { DayOfFreeTimes } from "./day-of-free-times.js";
import { explainFault } from "./explain.js";
import {
  boundsOf,
  momentOf,
  nameOfWeek,
  ownZone,
  plusDays,
  timeOf,
  today,
  wallOf,
  weekOf,
  type Day,
} from "./time.js";
import { whileShown } from "./while-shown.js";

interface WeekOfFreeTimesProps {
  among: Among;
  minutes: number;
  zone: string;
  day: Day;
  changes: number;
  onDay: (day: Day) => void;
  onPick: (picked: Picked) => void;
}

/** The free times of a week, day by day. */
export function WeekOfFreeTimes(props: WeekOfFreeTimesProps) {
  const { among, minutes, zone, day, changes, onDay, onPick } = props;
  const [read, setRead] = useState<{ what: string; week: Week } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const days = weekOf(day);
  const bounds = boundsOf(days, zone);
  const who = "doctor" in among ? among.doctor.id : among.specialty;
  const what = JSON.stringify([who, minutes, bounds]);
  const week = read?.what === what ? read.week : null;

  useEffect(
    () =>
      whileShown(async (signal) => {
        setRead({ what, week: await readWeek(among, bounds, minutes, signal) });
        setFault(null);
      }, setFault),
    [what, changes],
  );

  return (
    <>
      <div class="title">
        <h2 id="week">{nameOfWeek(days)}</h2>
        <WeekChoice day={day} zone={zone} onChange={onDay} />
      </div>
      <p class="muted" role="status">
        {week ? summaryOf(week, among) : "Looking for free times …"}
      </p>
      <ZoneNote zone={zone} week={week} />
      {fault !== null && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {week?.free.length === 0 && (
        <FirstFree
          key={what}
          search={() => firstFreeTime(among, bounds.until, minutes)}
          zone={zone}
          onDay={onDay}
        />
      )}
      <ol class="week" aria-busy={week === null}>
        {days.map((each) => (
          <DayOfFreeTimes
            key={each}
            day={each}
            zone={zone}
            times={week?.free.filter(({ startsAt }) => wallOf(startsAt, zone).day === each) ?? []}
            note={week ? noteOf(each, zone, week, among) : ""}
            namesDoctors={!("doctor" in among)}
            isChosen={each === day}
            onChoose={() => {
              onDay(each);
            }}
            onPick={onPick}
          />
        ))}
      </ol>
    </>
  );
}

function summaryOf({ free }: Week, among: Among): string {
  if ("doctor" in among && !among.doctor.isActive) return "Takes no appointments at present.";
  if ("doctor" in among && among.doctor.timeZone === null) {
    return "There are no working hours of this doctor: any time can be booked. Enter one below.";
  }
  const count = new Set(free.map(({ startsAt }) => startsAt)).size;
  if (count === 0) return "No free times in this week.";
  return count === 1 ? "1 free time in this week." : `${count} free times in this week.`;
}

/** Why a day has no free times, in a word. */
function noteOf(day: Day, zone: string, { working }: Week, among: Among): string {
  if (day < today(zone)) return "past";
  if (working === null || ("doctor" in among && among.doctor.timeZone === null)) return "–";
  const { from, until } = boundsOf([day], zone);
  const works = working.some(
    ({ startsAt, endsAt }) =>
      Date.parse(startsAt) < Date.parse(until) && Date.parse(endsAt) > Date.parse(from),
  );
  return works ? "full" : "closed";
}

/** In which zone the times are, and, if its clocks show something else, that the reader's stand below them. */
function ZoneNote({ zone, week }: { zone: string; week: Week | null }) {
  const differs = week?.free.some(
    ({ startsAt }) => timeOf(startsAt, zone) !== timeOf(startsAt, ownZone),
  );
  return (
    <p class="muted">
      Times in {zone}
      {differs === true && `; below each, the time where you are (${ownZone})`}
    </p>
  );
}

interface FirstFreeProps {
  search: () => Promise<FreeTime | undefined>;
  zone: string;
  onDay: (day: Day) => void;
}

/** A way out of a week without free times. */
function FirstFree({ search, zone, onDay }: FirstFreeProps) {
  const [found, setFound] = useState<FreeTime | null>(null);
  useEffect(
    () =>
      whileShown(async (signal) => {
        const first = await search();
        if (first && !signal.aborted) setFound(first);
      }, explainFault),
    [],
  );
  if (!found) return null;
  return (
    <button
      type="button"
      onClick={() => {
        onDay(wallOf(found.startsAt, zone).day);
      }}
    >
      Go to the next free time: {momentOf(found.startsAt, zone)}
    </button>
  );
}

interface WeekChoiceProps {
  day: Day;
  zone: string;
  onChange: (day: Day) => void;
}

function WeekChoice({ day, zone, onChange }: WeekChoiceProps) {
  const go = (count: number) => () => {
    onChange(plusDays(day, count));
  };
  return (
    <div class="steps">
      <button type="button" aria-label="The week before" onClick={go(-7)}>
        ‹
      </button>
      <label>
        <span class="only-heard">Day</span>
        <input
          type="date"
          required
          value={day}
          onChange={({ currentTarget: { value } }) => {
            if (value !== "") onChange(value);
          }}
        />
      </label>
      <button type="button" aria-label="The week after" onClick={go(7)}>
        ›
      </button>
      <button
        type="button"
        disabled={day === today(zone)}
        onClick={() => {
          onChange(today(zone));
        }}
      >
        Today
      </button>
    </div>
  );
}
