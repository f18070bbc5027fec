import type { Patient } from "patient-encounter-system-client";
import { useEffect, useRef, useState } from "preact/hooks";
import { findPatients } from "./clinic.js";

const QUIET_MILLISECONDS = 200;

interface PatientChoiceProps {
  chosen: Patient | null;
  onChoose: (patient: Patient | null) => void;
}

/** A search for a patient, of whom one is to be chosen. */
export function PatientChoice({ chosen, onChoose }: PatientChoiceProps) {
  const [search, setSearch] = useState("");
  const [found, setFound] = useState<Patient[] | null>(null);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (search.trim() === "") {
      setFound(null);
      return;
    }
    const controller = new AbortController();
    const look = async () => {
      try {
        setFound(await findPatients(search.trim(), controller.signal));
      } catch {
        // The list stays as it is; the next keystroke searches again.
      }
    };
    const timer = setTimeout(() => void look(), QUIET_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [search]);

  useEffect(() => {
    input.current?.focus();
  }, [chosen]);

  if (chosen) {
    return (
      <div class="chosen">
        <span>
          Patient
          <strong>{chosen.fullName}</strong>
        </span>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            onChoose(null);
          }}
        >
          Change
        </button>
      </div>
    );
  }
  return (
    <div>
      <label>
        Patient
        <input
          ref={input}
          type="search"
          // Where a dialog begins.
          autofocus
          placeholder="Name or email"
          autocomplete="off"
          value={search}
          onInput={({ currentTarget: { value } }) => {
            setSearch(value);
          }}
        />
      </label>
      <p class="muted" role="status">
        {found?.length === 0 && "Nobody has such a name or email."}
      </p>
      <ul class="found" aria-label="Patients found">
        {found?.map((patient) => (
          <li key={patient.id}>
            <button
              type="button"
              onClick={() => {
                onChoose(patient);
              }}
            >
              {patient.fullName} <small>{patient.email}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
