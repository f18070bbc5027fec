import {
  CancelAppointmentDocument,
  CompleteAppointmentDocument,
  type Appointment,
} from "patient-encounter-system-client";
import { useRef, useState } from "preact/hooks";
import { client, type DayAppointments } from "./clinic.js";
import { explainCancelling, explainCompleting, explainFault, wordFor } from "./explain.js";
import { hasCome, timeOf } from "./time.js";

interface AppointmentListProps {
  appointments: DayAppointments;
  zone: string;
  onShowMore: () => void;
  onMove: (appointment: Appointment) => void;
  onChanged: (news: string) => void;
}

/** The appointments in the order of time; what is booked can be cancelled, and moved or, once it has begun, completed. */
export function AppointmentList(props: AppointmentListProps) {
  const { appointments, zone, onShowMore, onMove, onChanged } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState<Appointment | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const complete = async (appointment: Appointment) => {
    const { id: appointmentId, version: expectedVersion } = appointment;
    try {
      const { completeAppointment } = await client.request(CompleteAppointmentDocument, {
        input: { appointmentId, expectedVersion },
      });
      const refusals = explainCompleting(completeAppointment.userErrors, zone);
      setFault(refusals.length > 0 ? refusals.join(" ") : null);
      onChanged(refusals.length > 0 ? "" : `Completed: ${appointment.patient.fullName}.`);
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
          <li key={appointment.id} class={appointment.status.toLowerCase()}>
            <span class="time">
              {timeOf(appointment.startsAt, zone)}
              <small>{timeOf(appointment.endsAt, zone)}</small>
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
                {hasCome(appointment.startsAt) ? (
                  <button
                    type="button"
                    class="quiet"
                    aria-label={`Complete ${appointment.patient.fullName}, ${timeOf(appointment.startsAt, zone)}`}
                    onClick={() => void complete(appointment)}
                  >
                    Complete
                  </button>
                ) : (
                  <button
                    type="button"
                    class="quiet"
                    aria-label={`Move ${appointment.patient.fullName}, ${timeOf(appointment.startsAt, zone)}`}
                    onClick={() => {
                      onMove(appointment);
                    }}
                  >
                    Move
                  </button>
                )}
                <button
                  type="button"
                  class="quiet"
                  aria-label={`Cancel ${appointment.patient.fullName}, ${timeOf(appointment.startsAt, zone)}`}
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
            zone={zone}
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
  zone: string;
  onClose: () => void;
  onCancelled: (news: string) => void;
}

function CancelForm({ appointment, zone, onClose, onCancelled }: CancelFormProps) {
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
      onClose();
      onCancelled(
        `Cancelled: ${appointment.patient.fullName}, ${timeOf(appointment.startsAt, zone)}.`,
      );
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
        {appointment.patient.fullName}, {timeOf(appointment.startsAt, zone)} to{" "}
        {timeOf(appointment.endsAt, zone)}. The time is free again then.
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
