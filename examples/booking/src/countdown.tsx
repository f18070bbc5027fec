import { useEffect, useState } from "preact/hooks";

interface CountdownProps {
  /** When the hold ends. */
  until: number;
  onHoldAgain: () => void;
}

/** How long a time is still held, and what can be done when it is not. */
export function Countdown({ until, onHoldAgain }: CountdownProps) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, [until]);

  const seconds = Math.max(0, Math.ceil((until - now) / 1_000));
  if (seconds > 0) {
    return (
      <p class="held" role="timer">
        Kept for you for {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
      </p>
    );
  }
  return (
    <div class="fault" role="alert">
      <p>This time is no longer kept for you: somebody else may take it.</p>
      <button type="button" onClick={onHoldAgain}>
        Keep it again
      </button>
    </div>
  );
}
