import {
  CancelAppointmentDocument,
  CompleteAppointmentDocument,
  type Appointment,
} from "patient-encounter-system-client";
import { useRef, useState } from "preact/hooks";
import { client, type Visits } from "./clinic.js";
import {
  explainCancelling,
  explainCompleting,
  explainFault,
  wordFor,
  type Refusal,
} from "./explain.js";
import { hasCome, timeOf } from "./time.js";

interface VisitListProps {
  visits: Visits;
  /** What was in the way of a booking; it is marked. */
  blocking: Refusal["blocking"];
  onShowMore: () => void;
  onChanged: (news: string) => Promise<void>;
}

/** The visits in the order of time; what is booked can be cancelled, and completed once it has begun. */
export function VisitList({ visits, blocking, onShowMore, onChanged }: VisitListProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState<Appointment | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const complete = async (visit: Appointment) => {
    const { id: appointmentId, version: expectedVersion } = visit;
    try {
      const { completeAppointment } = await client.request(CompleteAppointmentDocument, {
        input: { appointmentId, expectedVersion },
      });
      const refusals = explainCompleting(completeAppointment.userErrors);
      setFault(refusals.length > 0 ? refusals.join(" ") : null);
      await onChanged(refusals.length > 0 ? "" : `Completed: ${visit.patient.fullName}.`);
    } catch (error) {
      setFault(explainFault(error));
    }
  };
  const { list, totalCount, page } = visits;
  if (list.length === 0) {
    return <p class="empty">Nobody comes on this day so far.</p>;
  }
  return (
    <>
      <ol class="visits">
        {list.map((visit) => (
          <li
            key={visit.id}
            class={`${visit.status.toLowerCase()} ${isIn(visit, blocking) ? "blocking" : ""}`}
          >
            <span class="time">
              {timeOf(visit.startsAt)}
              <small>{timeOf(visit.endsAt)}</small>
            </span>
            <span class="who">
              {visit.patient.fullName}
              <small>
                {visit.durationMinutes} min
                {visit.cancellationReason !== null && ` · ${visit.cancellationReason}`}
              </small>
            </span>
            {visit.status === "BOOKED" ? (
              <span>
                {hasCome(visit.startsAt) && (
                  <button
                    type="button"
                    class="quiet"
                    aria-label={`Complete ${visit.patient.fullName}, ${timeOf(visit.startsAt)}`}
                    onClick={() => void complete(visit)}
                  >
                    Complete
                  </button>
                )}
                <button
                  type="button"
                  class="quiet"
                  aria-label={`Cancel ${visit.patient.fullName}, ${timeOf(visit.startsAt)}`}
                  onClick={() => {
                    setChosen(visit);
                    dialog.current?.showModal();
                  }}
                >
                  Cancel
                </button>
              </span>
            ) : (
              <span class="status">{wordFor(visit.status)}</span>
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
            visit={chosen}
            onClose={() => dialog.current?.close()}
            onCancelled={onChanged}
          />
        )}
      </dialog>
    </>
  );
}

interface CancelFormProps {
  visit: Appointment;
  onClose: () => void;
  onCancelled: (news: string) => Promise<void>;
}

function CancelForm({ visit, onClose, onCancelled }: CancelFormProps) {
  const [reason, setReason] = useState("");
  const [refusals, setRefusals] = useState<string[]>([]);
  const cancel = async () => {
    const { id: appointmentId, version: expectedVersion } = visit;
    try {
      const { cancelAppointment } = await client.request(CancelAppointmentDocument, {
        input: { appointmentId, expectedVersion, reason: reason.trim() || null },
      });
      if (cancelAppointment.appointment === null) {
        setRefusals(explainCancelling(cancelAppointment.userErrors));
        return;
      }
      await onCancelled(`Cancelled: ${visit.patient.fullName}, ${timeOf(visit.startsAt)}.`);
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
      <h2 id="cancel">Cancel this visit?</h2>
      <p>
        {visit.patient.fullName}, {timeOf(visit.startsAt)} to {timeOf(visit.endsAt)}. The time is
        free again then.
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
          Cancel the visit
        </button>
      </div>
    </form>
  );
}

const isIn = ({ startsAt, endsAt, status }: Appointment, blocking: Refusal["blocking"]): boolean =>
  status !== "CANCELLED" && startsAt === blocking?.startsAt && endsAt === blocking.endsAt;
