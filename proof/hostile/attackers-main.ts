// The process of the attackers. It runs the attacks that it receives over IPC, one after the other, with a
// priority below that of the ordinary callers: it must not slow down the measurements.
import { setMaxListeners } from "node:events";
import { constants, getPriority, setPriority } from "node:os";
import { takeNotes, type Ground } from "./attack.js";
import { ATTACKS } from "./attacks/index.js";

/** The factor by which an attack may exceed its time until it has sent all its requests. */
const LONGER = 10;
/** The nice value of the attackers, relative to their parent, which measures. */
const NICER = 10;

setPriority(Math.min(constants.priority.PRIORITY_LOW, getPriority() + NICER));

process.on("message", ({ names, ground }: { names: string[]; ground: Ground }) => {
  void attack(names, ground).then((reports) => process.send?.(reports));
});
// Without its parent, the process has no purpose.
process.on("disconnect", () => process.exit());
process.send?.("ready");

/** Runs these attacks at the same time. */
const attack = (names: readonly string[], ground: Ground) =>
  Promise.all(
    ATTACKS.filter(({ name }) => names.includes(name)).map(async (each) => {
      const { notes, report } = takeNotes();
      const until = AbortSignal.timeout(LONGER * ground.seconds * 1_000);
      setMaxListeners(0, until);
      await each.run(ground, notes, until);
      return report();
    }),
  );
