import type { FreeTime } from "./clinic.js";
import type { Refusal } from "./explain.js";
import { momentOf } from "./time.js";

interface RefusalsProps {
  refusals: readonly Refusal[];
  zone: string;
  onChoose: (time: FreeTime) => void;
}

/** Why a time can't be had, and the next ones that can, as buttons. */
export function Refusals({ refusals, zone, onChoose }: RefusalsProps) {
  if (refusals.length === 0) return null;
  // They answer the same question for every reason.
  const next = refusals.find((each) => (each.next ?? []).length > 0)?.next ?? [];
  return (
    <div class="fault" role="alert">
      {refusals.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      {next.length > 0 && (
        <div class="next" role="group" aria-label="The next free times">
          {next.map((time) => (
            <button
              key={time.startsAt}
              type="button"
              onClick={() => {
                onChoose(time);
              }}
            >
              {momentOf(time.startsAt, zone)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
