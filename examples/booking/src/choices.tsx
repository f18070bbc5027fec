import type { Doctor } from "patient-encounter-system-client";

const DURATIONS = [15, 30, 45, 60, 90, 120, 180];

/** What free times are looked for. */
export interface Choice {
  /** Empty for all. */
  specialty: string;
  /** Empty for whoever is free in the specialty. */
  doctorId: string;
  /** How long the appointment takes. */
  minutes: number;
}

interface ChoicesProps {
  doctors: readonly Doctor[];
  choice: Choice;
  onChange: (choice: Choice) => void;
}

/** The choice of a specialty, of a doctor, and of a duration. */
export function Choices({ doctors, choice, onChange }: ChoicesProps) {
  const { specialty, doctorId, minutes } = choice;
  const specialties = [...new Set(doctors.map((doctor) => doctor.specialty))].sort();
  const offered = doctors.filter((doctor) => specialty === "" || doctor.specialty === specialty);
  const durations = [...new Set([...DURATIONS, minutes])].sort((one, other) => one - other);
  return (
    <div class="choices">
      <label>
        Specialty
        <select
          value={specialty}
          onChange={({ currentTarget: { value } }) => {
            // Without a specialty, there must be a doctor.
            const kept = doctorId === "" ? (doctors[0]?.id ?? "") : doctorId;
            onChange({ ...choice, specialty: value, doctorId: value === "" ? kept : "" });
          }}
        >
          <option value="">All</option>
          {specialties.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      <label>
        Doctor
        <select
          value={doctorId}
          onChange={({ currentTarget: { value } }) => {
            onChange({ ...choice, doctorId: value });
          }}
        >
          {specialty !== "" && <option value="">Whoever is free</option>}
          {offered.map(({ id, fullName, specialty: of, isActive }) => (
            <option key={id} value={id}>
              {fullName}
              {specialty === "" && `, ${of}`}
              {isActive ? "" : " (inactive)"}
            </option>
          ))}
        </select>
      </label>
      <label>
        Takes
        <select
          value={minutes}
          onChange={({ currentTarget: { value } }) => {
            onChange({ ...choice, minutes: Number(value) });
          }}
        >
          {durations.map((each) => (
            <option key={each} value={each}>
              {each} minutes
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
