// The attackers' process. It does what it is told over IPC, one attack after the other, with the lowest
// priority that the machine knows: it must not take the callers' time, who measure.
import { constants, setPriority } from "node:os";
import { takeNotes, type Ground } from "./attack.js";
import { ATTACKS } from "./attacks/index.js";

/** An attack that ends by itself when it has sent everything may take so many times its seconds. */
const LONGER = 5;

setPriority(constants.priority.PRIORITY_LOW);

process.on("message", ({ names, ground }: { names: string[]; ground: Ground }) => {
  void attack(names, ground).then((reports) => process.send?.(reports));
});
// Without its parent there is nobody to attack for.
process.on("disconnect", () => process.exit());
process.send?.("ready");

/** Runs these attacks at the same time. */
const attack = (names: readonly string[], ground: Ground) =>
  Promise.all(
    ATTACKS.filter(({ name }) => names.includes(name)).map(async (each) => {
      const seconds = ground.seconds * (each.isByCount ? LONGER : 1);
      const { notes, report } = takeNotes();
      await each.run(ground, notes, AbortSignal.timeout(seconds * 1_000));
      return report();
    }),
  );
