import { explainFault } from "./explain.js";

/**
 * Does some work for what is shown now, as an effect; what comes of it when something else is shown is dropped.
 *
 * @returns what ends the work.
 */
export function whileShown(
  work: (signal: AbortSignal) => Promise<void>,
  onFault: (text: string) => void,
): () => void {
  const controller = new AbortController();
  work(controller.signal).catch((error: unknown) => {
    if (!controller.signal.aborted) onFault(explainFault(error));
  });
  return () => {
    controller.abort();
  };
}
