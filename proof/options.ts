import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { givenDatabaseUrl } from "../scripts/lib/environment.mjs";
import { Failure } from "../scripts/lib/failure.mjs";
import { MECHANISM_NAMES, type MechanismName } from "./mechanisms.js";
import { EXTENTS, type Extent } from "./stage.js";

/** The claims, in the order in which they are tested; the tables are checked last. */
export const PROMISES = [
  "winner",
  "history",
  "retry",
  "update",
  "restart",
  "crashes",
  "holder",
  "hours",
  "hostile",
  "tables",
] as const;
export type PromiseName = (typeof PROMISES)[number];

export const USAGE = `npm run prove [-- options]

  --short            about three minutes, as in CI       --nightly   five histories instead of one
  --database URL     the database server to work on, in a new database that is dropped in the end; again for
                     each further node of a cluster; DATABASE_URL if left out, else a private server
  --control PROGRAM  what does accidents to that server: it is called with kill, start, pause or resume (and
                     with a cluster the number of the node, and also partition, heal and wait)
  --servers N        processes of the API (2, or one for each node)
  --callers N        simultaneous callers (16 for each core, 32 to 64)
  --seed N           of all that is random (1)
  --kills N  --pauses N   how many accidents there are
  --attack-seconds N  --attack-rows N   how long each attack goes on, and on how many appointments
  --attack TEXT      only attacks, or requests of attacks, in whose name this text stands
  --only NAMES       some of the promises: ${PROMISES.join(", ")}
  --broken           breaks the API on purpose: takes mechanisms out of it, and the proof must find out
  --break NAMES      takes only these out: ${MECHANISM_NAMES.join(", ")}`;

export interface Options {
  form: keyof typeof EXTENTS;
  extent: Extent;
  /** None for a private server. */
  databases: string[];
  control: string | undefined;
  servers: number;
  callers: number;
  seed: number;
  only: readonly PromiseName[];
  /** The mechanisms that are taken out of the API. */
  broken: readonly MechanismName[];
}

/**
 * Reads the options of the command line.
 *
 * @throws Failure with the usage if they are invalid.
 */
export function readOptions(args: string[]): Options {
  const values = parse(args);
  const form = values.short ? "short" : values.nightly ? "nightly" : "standard";
  const given = values.database ?? [givenDatabaseUrl()].filter((url) => url !== undefined);
  const extent = { ...EXTENTS[form] };
  extent.kills = number(values.kills, extent.kills);
  extent.pauses = number(values.pauses, extent.pauses);
  extent.hostile = {
    ...extent.hostile,
    seconds: number(values["attack-seconds"], extent.hostile.seconds),
    rows: number(values["attack-rows"], extent.hostile.rows),
    only: values.attack ?? "",
  };
  return {
    form,
    extent,
    databases: given,
    control: values.control,
    servers: number(values.servers, Math.max(2, given.length)),
    callers: number(values.callers, 16 * Math.min(4, Math.max(2, availableParallelism()))),
    seed: number(values.seed, 1),
    only: values.only === undefined ? PROMISES : readNames("promise", PROMISES, values.only),
    broken: values.broken
      ? MECHANISM_NAMES
      : readNames("mechanism", MECHANISM_NAMES, values.break ?? ""),
  };
}

function parse(args: string[]) {
  const flag = { type: "boolean", default: false } as const;
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args,
      options: {
        short: flag,
        nightly: flag,
        broken: flag,
        break: text,
        database: { type: "string", multiple: true },
        control: text,
        servers: text,
        callers: text,
        seed: text,
        kills: text,
        pauses: text,
        "attack-seconds": text,
        "attack-rows": text,
        attack: text,
        only: text,
      },
    }).values;
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${USAGE}`);
  }
}

/** The known names that the text lists, separated by commas; in the order of the known names. */
function readNames<Name extends string>(
  kind: string,
  known: readonly Name[],
  text: string,
): readonly Name[] {
  const names = text.split(",").filter(Boolean);
  const unknown = names.find((name) => !known.some((each) => each === name));
  if (unknown !== undefined) throw new Failure(`There is no ${kind} ${unknown}.\n\n${USAGE}`);
  return known.filter((name) => names.includes(name));
}

function number(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new Failure(`${text ?? ""} is no whole number.\n\n${USAGE}`);
}
