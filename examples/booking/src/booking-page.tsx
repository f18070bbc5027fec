import type { Appointment, Doctor } from "patient-encounter-system-client";
import { useEffect, useRef, useState } from "preact/hooks";
import { BookingDialog, type Done, type Picked } from "./booking-dialog.js";
import { Choices, type Choice } from "./choices.js";
import { allDoctors, type Among } from "./clinic.js";
import { DoctorDay } from "./doctor-day.js";
import { momentOf, ownZone, minutesOf, today, wallOf, type Day } from "./time.js";
import { TypedTime } from "./typed-time.js";
import { WeekOfFreeTimes } from "./week-of-free-times.js";
import { whileShown } from "./while-shown.js";

/** Free times of a doctor or a specialty, to be booked, and the appointments of the doctor. */
export function BookingPage() {
  const [doctors, setDoctors] = useState<Doctor[]>([]);
  const [choice, setChoice] = useState<Choice>(choiceInAddress);
  const [chosenDay, setChosenDay] = useState<Day | null>(inAddress("day"));
  const [picked, setPicked] = useState<{ number: number; times: Picked } | null>(null);
  const picks = useRef(0);
  const [moving, setMoving] = useState<Appointment | null>(null);
  const [done, setDone] = useState<Appointment | null>(null);
  /** Counts what may have changed the free times and the appointments: they are read again. */
  const [changes, setChanges] = useState(0);
  const [news, setNews] = useState("");
  const [fault, setFault] = useState<string | null>(null);

  const banner = useRef<HTMLDivElement>(null);

  const doctor = doctors.find(({ id }) => id === choice.doctorId);
  const among = amongOf(choice, doctor);
  const zone = zoneOf(doctor ? [doctor] : doctors.filter(isIn(choice.specialty)));
  const day = chosenDay ?? today(zone);

  useEffect(
    () =>
      whileShown(async (signal) => {
        const all = await allDoctors(signal);
        setDoctors(all);
        setChoice((chosen) => completeChoice(chosen, all));
      }, setFault),
    [],
  );

  useEffect(() => {
    if (!among) return;
    const { specialty, doctorId } = choice;
    const parts = Object.entries({ specialty, doctor: doctorId, day });
    const address = new URLSearchParams(parts.filter(([, value]) => value !== ""));
    history.replaceState(null, "", `?${address.toString()}`);
  }, [choice, doctors, day]);

  useEffect(() => {
    if (moving) banner.current?.focus();
  }, [moving]);

  const look = (what: string) => {
    setNews(what);
    setChanges((count) => count + 1);
  };
  const move = (appointment: Appointment | null) => {
    setNews("");
    setMoving(appointment);
    if (appointment) setChoice({ ...choice, minutes: minutesOf(appointment) });
  };
  const pick = (times: Picked) => {
    picks.current += 1;
    setPicked({ number: picks.current, times });
  };
  const close = (number: number, result: Done | null) => {
    // Another time may have been picked while this one was released.
    setPicked((latest) => (latest?.number === number ? null : latest));
    if (result) {
      const { appointment } = result;
      setMoving(null);
      setChoice({ ...choice, doctorId: appointment.doctor.id });
      setChosenDay(wallOf(appointment.startsAt, zone).day);
      setDone(appointment);
    }
    look(result?.news ?? "");
  };

  return (
    <>
      <header>
        <h1>Book an appointment</h1>
        <Choices doctors={doctors} choice={choice} onChange={setChoice} />
      </header>
      {fault !== null && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {moving && (
        <div ref={banner} class="moving" role="status" tabIndex={-1}>
          <p>
            Choose a new time for <strong>{moving.patient.fullName}</strong> instead of{" "}
            {momentOf(moving.startsAt, zone)}.
          </p>
          <button
            type="button"
            onClick={() => {
              move(null);
            }}
          >
            Leave it as it is
          </button>
        </div>
      )}
      <main>
        {among && (
          <section aria-labelledby="week">
            <WeekOfFreeTimes
              among={among}
              minutes={choice.minutes}
              zone={zone}
              day={day}
              changes={changes}
              onDay={setChosenDay}
              onPick={pick}
            />
            {doctor && (
              <TypedTime
                key={doctor.id}
                doctor={doctor}
                minutes={choice.minutes}
                zone={zone}
                day={day}
                onPick={pick}
              />
            )}
          </section>
        )}
        {doctor && (
          <DoctorDay
            doctor={doctor}
            zone={zone}
            day={day}
            changes={changes}
            done={done}
            onMove={move}
            onChanged={look}
          />
        )}
      </main>
      {picked && (
        <BookingDialog
          key={picked.number}
          picked={picked.times}
          moving={moving}
          zone={zone}
          onClose={(result) => {
            close(picked.number, result);
          }}
        />
      )}
      <p class="news" role="status">
        {news}
      </p>
    </>
  );
}

const isIn =
  (specialty: string) =>
  (doctor: Doctor): boolean =>
    doctor.specialty === specialty;

function amongOf({ specialty }: Choice, doctor: Doctor | undefined): Among | null {
  if (doctor) return { doctor };
  return specialty === "" ? null : { specialty };
}

/** The zone of the doctors; the reader's if they have none or several. */
function zoneOf(doctors: readonly Doctor[]): string {
  const zones = new Set(doctors.flatMap(({ timeZone }) => timeZone ?? []));
  const [zone] = zones;
  return zones.size === 1 && zone !== undefined ? zone : ownZone;
}

/** Somebody is shown from the beginning: the first doctor who has hours. */
function completeChoice(choice: Choice, doctors: readonly Doctor[]): Choice {
  const { specialty, doctorId } = choice;
  if (doctors.some(({ id }) => id === doctorId)) return choice;
  if (doctors.some(isIn(specialty))) return { ...choice, doctorId: "" };
  const first = doctors.find(({ timeZone, isActive }) => timeZone !== null && isActive);
  return { ...choice, specialty: "", doctorId: (first ?? doctors[0])?.id ?? "" };
}

const inAddress = (name: string): string | null => new URLSearchParams(location.search).get(name);

const choiceInAddress = (): Choice => ({
  specialty: inAddress("specialty") ?? "",
  doctorId: inAddress("doctor") ?? "",
  minutes: 30,
});
