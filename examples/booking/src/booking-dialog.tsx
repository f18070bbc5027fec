import {
  BookAppointmentDocument,
  CheckAppointmentDocument,
  RescheduleAppointmentDocument,
  type Appointment,
  type Patient,
} from "patient-encounter-system-client";
import { useEffect, useRef, useState } from "preact/hooks";
import { client, type FreeTime } from "./clinic.js";
import { Countdown } from "./countdown.js";
import {
  explainBooking,
  explainFault,
  explainHolding,
  explainMoving,
  type Refusal,
} from "./explain.js";
import { useHold } from "./hold.js";
import { PatientChoice } from "./patient-choice.js";
import { Refusals } from "./refusals.js";
import { minutesOf, momentOf, nameOf, ownZone, timeOf, wallOf } from "./time.js";

/** A time, with each of the doctors who have it free. */
export type Picked = [FreeTime, ...FreeTime[]];

/** What came of it. */
export interface Done {
  appointment: Appointment;
  news: string;
}

interface BookingDialogProps {
  picked: Picked;
  /** The appointment that is to move; null if a new one is to be booked. */
  moving: Appointment | null;
  zone: string;
  /** Called when the time is no longer held. */
  onClose: (done: Done | null) => void;
}

/** Holds a time while somebody decides who comes then, and books it; or moves an appointment to it. */
export function BookingDialog({ picked, moving, zone, onClose }: BookingDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const done = useRef<Done | null>(null);
  const hold = useHold();
  const [time, setTime] = useState(picked[0]);
  const [patient, setPatient] = useState<Patient | null>(null);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [isSending, setIsSending] = useState(false);

  const ask = async (question: () => Promise<Refusal[]>) => {
    if (isSending) return;
    setRefusals([]);
    setIsSending(true);
    try {
      setRefusals(await question());
    } catch (error) {
      setRefusals([{ text: explainFault(error) }]);
    } finally {
      setIsSending(false);
    }
  };
  const choose = (next: FreeTime) => {
    setTime(next);
    void ask(async () =>
      moving && overlaps(moving, next)
        ? checkMove(moving, next, zone)
        : explainHolding(await hold.place(next), zone),
    );
  };
  /** The button that chose it is gone then. */
  const chooseByButton = (next: FreeTime) => {
    choose(next);
    title.current?.focus();
  };
  const finish = (appointment: Appointment | null, what: string) => {
    if (!appointment) return;
    done.current = { appointment, news: `${what}: ${comesWhen(appointment, zone)}.` };
    dialog.current?.close();
  };
  const book = async (): Promise<Refusal[]> => {
    if (!patient) return [{ text: "Choose the patient first." }];
    const { doctor, startsAt } = time;
    const input = { patientId: patient.id, doctorId: doctor.id, startsAt, holdKey: hold.key };
    const { bookAppointment } = await client.request(BookAppointmentDocument, {
      input: { ...input, durationMinutes: minutesOf(time) },
      withNextFreeTimes: true,
    });
    finish(bookAppointment.appointment, "Booked");
    return explainBooking(bookAppointment.userErrors, zone);
  };
  const move = async (appointment: Appointment): Promise<Refusal[]> => {
    const { rescheduleAppointment } = await client.request(RescheduleAppointmentDocument, {
      input: { ...moveOf(appointment, time), holdKey: hold.key },
      withNextFreeTimes: true,
    });
    finish(rescheduleAppointment.appointment, "Moved");
    return explainMoving(rescheduleAppointment.userErrors, zone);
  };

  useEffect(() => {
    dialog.current?.showModal();
    choose(time);
  }, []);
  useEffect(() => {
    if (patient) submit.current?.focus();
  }, [patient]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby="picked"
      onClose={() =>
        void hold.release().then(() => {
          onClose(done.current);
        })
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask(moving ? () => move(moving) : book);
        }}
      >
        <div class="picked">
          <h2 id="picked" ref={title} tabIndex={-1}>
            {nameOf(wallOf(time.startsAt, zone).day)}, {timeOf(time.startsAt, zone)} to{" "}
            {timeOf(time.endsAt, zone)}
          </h2>
          <PickedTime time={time} zone={zone} />
        </div>
        {moving && (
          <p>
            {moving.patient.fullName} comes then instead of {momentOf(moving.startsAt, zone)}.
          </p>
        )}
        {picked.length > 1 && <DoctorChoice picked={picked} chosen={time} onChoose={choose} />}
        <Refusals refusals={refusals} zone={zone} onChoose={chooseByButton} />
        {hold.until !== null && (
          <Countdown
            until={hold.until}
            onHoldAgain={() => {
              chooseByButton(time);
            }}
          />
        )}
        {!moving && <PatientChoice chosen={patient} onChoose={setPatient} />}
        <div class="buttons">
          <button type="button" onClick={() => dialog.current?.close()}>
            Another time
          </button>
          <button
            ref={submit}
            type="submit"
            class="primary"
            autofocus={moving !== null}
            // A disabled button would lose the focus.
            aria-disabled={isSending}
          >
            {moving ? "Move it" : "Book"}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function PickedTime({ time: { doctor, startsAt }, zone }: { time: FreeTime; zone: string }) {
  const own = momentOf(startsAt, ownZone);
  return (
    <>
      <p class="muted">
        {doctor.fullName} · {zone}
      </p>
      {own !== momentOf(startsAt, zone) && (
        <p class="muted">
          Where you are: {own} ({ownZone})
        </p>
      )}
    </>
  );
}

interface DoctorChoiceProps {
  picked: Picked;
  chosen: FreeTime;
  onChoose: (time: FreeTime) => void;
}

function DoctorChoice({ picked, chosen, onChoose }: DoctorChoiceProps) {
  return (
    <label>
      With
      <select
        value={chosen.doctor.id}
        onChange={({ currentTarget: { value } }) => {
          const other = picked.find(({ doctor }) => doctor.id === value);
          if (other) onChoose(other);
        }}
      >
        {picked.map(({ doctor: { id, fullName } }) => (
          <option key={id} value={id}>
            {fullName}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What a move would be refused with, if the time can't be held: it overlaps the appointment that is to move. */
async function checkMove(moving: Appointment, time: FreeTime, zone: string): Promise<Refusal[]> {
  const { checkAppointment } = await client.request(CheckAppointmentDocument, {
    input: { reschedule: moveOf(moving, time) },
  });
  const { userErrors, nextFreeTimes: next } = checkAppointment;
  return explainMoving(userErrors, zone).map((refusal) => ({ ...refusal, next }));
}

const moveOf = ({ id, version }: Appointment, time: FreeTime) => ({
  appointmentId: id,
  doctorId: time.doctor.id,
  startsAt: time.startsAt,
  durationMinutes: minutesOf(time),
  expectedVersion: version,
});

const overlaps = (appointment: Appointment, { doctor, startsAt, endsAt }: FreeTime): boolean =>
  appointment.doctor.id === doctor.id &&
  Date.parse(appointment.startsAt) < Date.parse(endsAt) &&
  Date.parse(startsAt) < Date.parse(appointment.endsAt);

const comesWhen = ({ patient, startsAt }: Appointment, zone: string): string =>
  `${patient.fullName}, ${momentOf(startsAt, zone)}`;
