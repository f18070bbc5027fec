import {
  CancelAppointmentDocument,
  CompleteAppointmentDocument,
  type Appointment,
} from "patient-encounter-system-client";
import { useRef, useState } from "preact/hooks";
import { client, type DayAppointments } from "./clinic.js";
import {
  explainCancelling,
  explainCompleting,
  explainFault,
  wordFor,
  type Refusal,
} from "./explain.js";
import { hasCome, timeOf } from "./time.js";

interface AppointmentListProps {
  appointments: DayAppointments;
  /** The appointment that blocked a booking; it is highlighted. */
  blocking: Refusal["blocking"];
  onShowMore: () => void;
  onChanged: (news: string) => Promise<void>;
}

/** The appointments in the order of time; what is booked can be cancelled, and completed once it has begun. */
export function AppointmentList({
  appointments,
  blocking,
  onShowMore,
  onChanged,
}: AppointmentListProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState<Appointment | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const complete = async (appointment: Appointment) => {
    const { id: appointmentId, version: expectedVersion } = appointment;
    try {
      const { completeAppointment } = await client.request(CompleteAppointmentDocument, {
        input: { appointmentId, expectedVersion },
      });
      const refusals = explainCompleting(completeAppointment.userErrors);
      setFault(refusals.length > 0 ? refusals.join(" ") : null);
      await onChanged(refusals.length > 0 ? "" : `Completed: ${appointment.patient.fullName}.`);
    } catch (error) {
      setFault(explainFault(error));
    }
  };
  const { list, totalCount, page } = appointments;
  if (list.length === 0) {
    return <p class="empty">Nobody comes on this day so far.</p>;
  }
  return (
    <>
      <ol class="appointments">
        {list.map((appointment) => (
          <li
            key={appointment.id}
            class={`${appointment.status.toLowerCase()} ${isIn(appointment, blocking) ? "blocking" : ""}`}
          >
            <span class="time">
              {timeOf(appointment.startsAt)}
              <small>{timeOf(appointment.endsAt)}</small>
            </span>
            <span class="who">
              {appointment.patient.fullName}
              <small>
                {appointment.durationMinutes} min
                {appointment.cancellationReason !== null && ` · ${appointment.cancellationReason}`}
              </small>
            </span>
            {appointment.status === "BOOKED" ? (
              <span>
                {hasCome(appointment.startsAt) && (
                  <button
                    type="button"
                    class="quiet"
                    aria-label={`Complete ${appointment.patient.fullName}, ${timeOf(appointment.startsAt)}`}
                    onClick={() => void complete(appointment)}
                  >
                    Complete
                  </button>
                )}
                <button
                  type="button"
                  class="quiet"
                  aria-label={`Cancel ${appointment.patient.fullName}, ${timeOf(appointment.startsAt)}`}
                  onClick={() => {
                    setChosen(appointment);
                    dialog.current?.showModal();
                  }}
                >
                  Cancel
                </button>
              </span>
            ) : (
              <span class="status">{wordFor(appointment.status)}</span>
            )}
          </li>
        ))}
      </ol>
      {fault !== null && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {page.hasNextPage && (
        <button type="button" class="more" onClick={onShowMore}>
          Show more ({list.length} of {totalCount})
        </button>
      )}
      <dialog
        ref={dialog}
        aria-labelledby="cancel"
        onClose={() => {
          setChosen(null);
        }}
      >
        {chosen && (
          <CancelForm
            appointment={chosen}
            onClose={() => dialog.current?.close()}
            onCancelled={onChanged}
          />
        )}
      </dialog>
    </>
  );
}

interface CancelFormProps {
  appointment: Appointment;
  onClose: () => void;
  onCancelled: (news: string) => Promise<void>;
}

function CancelForm({ appointment, onClose, onCancelled }: CancelFormProps) {
  const [reason, setReason] = useState("");
  const [refusals, setRefusals] = useState<string[]>([]);
  const cancel = async () => {
    const { id: appointmentId, version: expectedVersion } = appointment;
    try {
      const { cancelAppointment } = await client.request(CancelAppointmentDocument, {
        input: { appointmentId, expectedVersion, reason: reason.trim() || null },
      });
      if (cancelAppointment.appointment === null) {
        setRefusals(explainCancelling(cancelAppointment.userErrors));
        return;
      }
      await onCancelled(
        `Cancelled: ${appointment.patient.fullName}, ${timeOf(appointment.startsAt)}.`,
      );
      onClose();
    } catch (error) {
      setRefusals([explainFault(error)]);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void cancel();
      }}
    >
      <h2 id="cancel">Cancel this appointment?</h2>
      <p>
        {appointment.patient.fullName}, {timeOf(appointment.startsAt)} to{" "}
        {timeOf(appointment.endsAt)}. The time is free again then.
      </p>
      <label>
        Why (may be left out)
        <input
          maxLength={500}
          value={reason}
          onInput={({ currentTarget: { value } }) => {
            setReason(value);
          }}
        />
      </label>
      {refusals.map((text) => (
        <p key={text} class="fault" role="alert">
          {text}
        </p>
      ))}
      <div class="buttons">
        <button type="button" onClick={onClose}>
          Keep it
        </button>
        <button type="submit" class="danger">
          Cancel the appointment
        </button>
      </div>
    </form>
  );
}

const isIn = ({ startsAt, endsAt, status }: Appointment, blocking: Refusal["blocking"]): boolean =>
  status !== "CANCELLED" && startsAt === blocking?.startsAt && endsAt === blocking.endsAt;
