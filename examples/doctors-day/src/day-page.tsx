import type { Doctor } from "patient-encounter-system-client";
import { useCallback, useEffect, useState } from "preact/hooks";
import { BookingForm } from "./booking-form.js";
import { allDoctors, appointmentsOf, type DayAppointments } from "./clinic.js";
import { explainFault, type Refusal } from "./explain.js";
import { nameOf, plusDays, timeZone, today, type Day } from "./time.js";
import { AppointmentList } from "./appointment-list.js";

const PAGE_SIZE = 5;
/** The largest page that the API gives. */
const MOST = 100;

/** The appointments of a doctor on a day, and a form to book one more. */
export function DayPage() {
  const [doctors, setDoctors] = useState<Doctor[]>([]);
  const [doctorId, setDoctorId] = useState(fromAddress("doctor") ?? "");
  const [day, setDay] = useState<Day>(fromAddress("day") ?? today());
  const [appointments, setAppointments] = useState<DayAppointments | null>(null);
  const [blocking, setBlocking] = useState<Refusal["blocking"]>();
  const [fault, setFault] = useState<string | null>(null);
  const [news, setNews] = useState("");
  const doctor = doctors.find(({ id }) => id === doctorId);

  /** Clears the message about the last booking. */
  const forget = () => {
    setBlocking(undefined);
    setNews("");
  };

  useEffect(
    () =>
      whileShown(async (signal) => {
        const all = await allDoctors(signal);
        setDoctors(all);
        setDoctorId((chosen) =>
          all.some(({ id }) => id === chosen) ? chosen : (all[0]?.id ?? ""),
        );
      }, setFault),
    [],
  );

  useEffect(() => {
    setAppointments(null);
    forget();
    if (doctorId === "") return;
    history.replaceState(null, "", `?${new URLSearchParams({ doctor: doctorId, day }).toString()}`);
    return whileShown(async (signal) => {
      setAppointments(await appointmentsOf(doctorId, day, { first: PAGE_SIZE }, signal));
      setFault(null);
    }, setFault);
  }, [doctorId, day]);

  const showMore = async () => {
    if (!appointments) return;
    try {
      const after = appointments.page.endCursor;
      const next = await appointmentsOf(doctorId, day, { first: PAGE_SIZE, after });
      setAppointments({ ...next, list: [...appointments.list, ...next.list] });
    } catch (error) {
      setFault(explainFault(error));
    }
  };

  /** Reloads the day, as far as it was shown. */
  const look = useCallback(
    async (what: string) => {
      setNews(what);
      const first = Math.min(Math.max(PAGE_SIZE, (appointments?.list.length ?? 0) + 1), MOST);
      setAppointments(await appointmentsOf(doctorId, day, { first }));
    },
    [doctorId, day, appointments],
  );

  return (
    <>
      <header>
        <h1>A doctor’s day</h1>
        <div class="choices">
          <label>
            Doctor
            <select
              value={doctorId}
              onChange={(event) => {
                setDoctorId(event.currentTarget.value);
              }}
            >
              {doctors.map(({ id, fullName, specialty, isActive }) => (
                <option key={id} value={id}>
                  {fullName}, {specialty}
                  {isActive ? "" : " (inactive)"}
                </option>
              ))}
            </select>
          </label>
          <DayChoice day={day} onChange={setDay} />
        </div>
      </header>
      {fault !== null && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <main>
        <section aria-labelledby="day" aria-busy={appointments === null}>
          <div class="title">
            <h2 id="day">{nameOf(day)}</h2>
            {appointments && <p class="muted">{countOf(appointments.totalCount)}</p>}
          </div>
          <p class="muted">
            {doctor ? `${doctor.fullName} · ` : ""}Times in {timeZone}
          </p>
          {appointments && (
            <AppointmentList
              appointments={appointments}
              blocking={blocking}
              onShowMore={() => void showMore()}
              onChanged={look}
            />
          )}
        </section>
        <section aria-labelledby="book" class="booking">
          <h2 id="book">Book an appointment</h2>
          <BookingForm
            doctorId={doctorId}
            day={day}
            onTry={forget}
            onBooked={look}
            onBlocked={setBlocking}
          />
        </section>
      </main>
      <p class="news" role="status">
        {news}
      </p>
    </>
  );
}

function DayChoice({ day, onChange }: { day: Day; onChange: (day: Day) => void }) {
  const go = (count: number) => () => {
    onChange(plusDays(day, count));
  };
  return (
    <div class="days">
      <button type="button" aria-label="The day before" onClick={go(-1)}>
        ‹
      </button>
      <label>
        Day
        <input
          type="date"
          required
          value={day}
          onChange={({ currentTarget: { value } }) => {
            if (value !== "") onChange(value);
          }}
        />
      </label>
      <button type="button" aria-label="The day after" onClick={go(1)}>
        ›
      </button>
      <button
        type="button"
        disabled={day === today()}
        onClick={() => {
          onChange(today());
        }}
      >
        Today
      </button>
    </div>
  );
}

/** Does some work for what is shown now; what comes of it when something else is shown is dropped. */
function whileShown(
  work: (signal: AbortSignal) => Promise<void>,
  onFault: (text: string) => void,
): () => void {
  const controller = new AbortController();
  work(controller.signal).catch((error: unknown) => {
    if (!controller.signal.aborted) onFault(explainFault(error));
  });
  return () => {
    controller.abort();
  };
}

const fromAddress = (name: string): string | null => new URLSearchParams(location.search).get(name);

const countOf = (count: number): string =>
  count === 1 ? "1 appointment" : `${count} appointments`;
