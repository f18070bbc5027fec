import { BookAppointmentDocument, type Patient } from "patient-encounter-system-client";
import { useEffect, useState } from "preact/hooks";
import { client } from "./clinic.js";
import { explainBooking, explainFault, type Refusal } from "./explain.js";
import { PatientChoice } from "./patient-choice.js";
import { dayOf, instantOf, timeOf, type Day } from "./time.js";

const DURATIONS = [15, 30, 45, 60, 90, 120, 180];

interface BookingFormProps {
  doctorId: string;
  day: Day;
  onBooked: (news: string) => Promise<void>;
  /** Called when a booking is sent. */
  onTry: () => void;
  /** Called with the time of the blocking appointment. */
  onBlocked: (blocking: Refusal["blocking"]) => void;
}

/** Books an appointment; if it is refused, says by what, and offers the next time that may be free. */
export function BookingForm({ doctorId, day, onTry, onBooked, onBlocked }: BookingFormProps) {
  const [patient, setPatient] = useState<Patient | null>(null);
  const [time, setTime] = useState("09:00");
  const [minutes, setMinutes] = useState(30);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [isSending, setIsSending] = useState(false);

  useEffect(() => {
    setRefusals([]);
  }, [doctorId, day]);

  const book = async () => {
    setRefusals([]);
    onTry();
    if (!patient) {
      setRefusals([{ text: "Choose who comes." }]);
      return;
    }
    setIsSending(true);
    try {
      const startsAt = instantOf(day, time);
      const { bookAppointment } = await client.request(BookAppointmentDocument, {
        input: { patientId: patient.id, doctorId, startsAt, durationMinutes: minutes },
      });
      if (bookAppointment.appointment) {
        await onBooked(`Booked: ${patient.fullName}, ${time}.`);
      } else {
        const reasons = explainBooking(bookAppointment.userErrors);
        setRefusals(reasons);
        onBlocked(reasons.find(({ blocking }) => blocking)?.blocking);
      }
    } catch (error) {
      setRefusals([{ text: explainFault(error) }]);
    } finally {
      setIsSending(false);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void book();
      }}
    >
      <PatientChoice chosen={patient} onChoose={setPatient} />
      <div class="row">
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
        <label>
          Takes
          <select
            value={minutes}
            onChange={({ currentTarget: { value } }) => {
              setMinutes(Number(value));
            }}
          >
            {DURATIONS.map((each) => (
              <option key={each} value={each}>
                {each} minutes
              </option>
            ))}
          </select>
        </label>
      </div>
      {refusals.map(({ text, blocking }) => (
        <div key={text} class="fault" role="alert">
          <p>{text}</p>
          {blocking && dayOf(new Date(blocking.endsAt)) === day && (
            <button
              type="button"
              onClick={() => {
                setTime(timeOf(blocking.endsAt));
                setRefusals([]);
                onBlocked(undefined);
              }}
            >
              Try {timeOf(blocking.endsAt)}
            </button>
          )}
        </div>
      ))}
      <button type="submit" class="primary" disabled={isSending || doctorId === ""}>
        Book
      </button>
    </form>
  );
}
