import type { Appointment, Doctor } from "patient-encounter-system-client";
import { useEffect, useRef, useState } from "preact/hooks";
import { AppointmentList } from "./appointment-list.js";
import { appointmentsOf, type DayAppointments } from "./clinic.js";
import { explainFault } from "./explain.js";
import { nameOf, type Day } from "./time.js";
import { whileShown } from "./while-shown.js";

const PAGE_SIZE = 5;
/** The largest page that the API gives. */
const MOST = 100;

interface DoctorDayProps {
  doctor: Doctor;
  zone: string;
  day: Day;
  changes: number;
  /** What was booked or moved just now: the reader is led to it. */
  done: Appointment | null;
  onMove: (appointment: Appointment) => void;
  onChanged: (news: string) => void;
}

/** The appointments of a doctor on a day. */
export function DoctorDay(props: DoctorDayProps) {
  const { doctor, zone, day, changes, done, onMove, onChanged } = props;
  const [read, setRead] = useState<{ what: string; appointments: DayAppointments } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = { doctorId: doctor.id, day, zone };
  const what = JSON.stringify(asked);
  const appointments = read?.what === what ? read.appointments : null;

  useEffect(
    () =>
      whileShown(async (signal) => {
        // As much of the day as was shown, and what was booked meanwhile.
        const first = Math.min(Math.max(PAGE_SIZE, (appointments?.list.length ?? 0) + 1), MOST);
        setRead({ what, appointments: await appointmentsOf(asked, { first }, signal) });
        setFault(null);
      }, setFault),
    [what, changes],
  );
  useEffect(() => {
    if (done) heading.current?.focus();
  }, [done]);

  const showMore = async ({ list, page }: DayAppointments) => {
    try {
      const next = await appointmentsOf(asked, { first: PAGE_SIZE, after: page.endCursor });
      setRead({ what, appointments: { ...next, list: [...list, ...next.list] } });
    } catch (error) {
      setFault(explainFault(error));
    }
  };

  return (
    <section aria-labelledby="day" aria-busy={appointments === null}>
      <div class="title">
        <h2 id="day" ref={heading} tabIndex={-1}>
          {nameOf(day)}
        </h2>
        {appointments && <p class="muted">{countOf(appointments.totalCount)}</p>}
      </div>
      <p class="muted">{doctor.fullName}</p>
      {fault !== null && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {appointments && (
        <AppointmentList
          appointments={appointments}
          zone={zone}
          onShowMore={() => void showMore(appointments)}
          onMove={onMove}
          onChanged={(news) => {
            // The button that was pressed may be gone.
            heading.current?.focus();
            onChanged(news);
          }}
        />
      )}
    </section>
  );
}

const countOf = (count: number): string =>
  count === 1 ? "1 appointment" : `${count} appointments`;
