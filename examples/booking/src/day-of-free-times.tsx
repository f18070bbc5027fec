import { useRef, useState } from "preact/hooks";
import type { Picked } from "./booking-dialog.js";
import type { FreeTime } from "./clinic.js";
import { headingOf, nameOf, ownZone, timeOf, wallOf, type Day } from "./time.js";

interface DayOfFreeTimesProps {
  day: Day;
  zone: string;
  times: readonly FreeTime[];
  /** Stands in the place of the number of free times, if there are none. */
  note: string;
  namesDoctors: boolean;
  isChosen: boolean;
  onChoose: () => void;
  onPick: (picked: Picked) => void;
}

/** A day of the week: a button that shows the day, and one for each free time. */
export function DayOfFreeTimes(props: DayOfFreeTimesProps) {
  const { day, times, note, isChosen, onChoose } = props;
  const starts = byStart(times);
  const [weekday, number] = headingOf(day);
  return (
    <li class={isChosen ? "shown" : ""}>
      <button type="button" class="date" aria-pressed={isChosen} onClick={onChoose}>
        {weekday} <strong>{number}</strong>
        <small>{starts.length > 0 ? `${starts.length} free` : note}</small>
      </button>
      {starts.length > 0 && <Starts {...props} starts={starts} />}
    </li>
  );
}

/** Free times of one day, of which Tab reaches one, and the arrow keys the others. */
function Starts(props: DayOfFreeTimesProps & { starts: readonly Picked[] }) {
  const { day, zone, starts, namesDoctors, onPick } = props;
  const list = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState(0);
  const inTabOrder = Math.min(reached, starts.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.children ?? [])];
    const next = STEPS[event.key]?.(buttons.indexOf(event.target as Element), buttons.length);
    const button = next === undefined ? undefined : buttons[next];
    if (!(button instanceof HTMLElement)) return;
    event.preventDefault();
    button.focus();
  };
  return (
    <div
      ref={list}
      class={namesDoctors ? "times named" : "times"}
      role="toolbar"
      aria-label={`Free times on ${nameOf(day)}`}
      onKeyDown={onKeyDown}
    >
      {starts.map((picked, index) => {
        const [{ startsAt, doctor }] = picked;
        return (
          <button
            key={startsAt}
            type="button"
            tabIndex={index === inTabOrder ? 0 : -1}
            onFocus={() => {
              setReached(index);
            }}
            onClick={() => {
              onPick(picked);
            }}
          >
            {timeOf(startsAt, zone)}
            <OwnTime startsAt={startsAt} zone={zone} />
            {namesDoctors && (
              <small>{picked.length === 1 ? doctor.fullName : `${picked.length} doctors`}</small>
            )}
          </button>
        );
      })}
    </div>
  );
}

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowRight: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  ArrowLeft: (index) => index - 1,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** What the reader's clock shows, if it is something else. */
function OwnTime({ startsAt, zone }: { startsAt: string; zone: string }) {
  const own = wallOf(startsAt, ownZone);
  const there = wallOf(startsAt, zone);
  if (own.day === there.day && own.time === there.time) return null;
  return (
    <small class="own">
      {own.time}
      {own.day !== there.day && ` ${headingOf(own.day)[0]}`}
    </small>
  );
}

/** Times that start together, with several doctors, are one choice. */
function byStart(times: readonly FreeTime[]): Picked[] {
  const starts = new Map<string, Picked>();
  for (const time of times) {
    const others = starts.get(time.startsAt);
    if (others) others.push(time);
    else starts.set(time.startsAt, [time]);
  }
  return [...starts.values()];
}
