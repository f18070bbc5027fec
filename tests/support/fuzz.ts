const seed = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const factor = Number(process.env["FUZZ_FACTOR"] ?? 1);

/**
 * How often a random test is run, and from which seed. FUZZ_SEED repeats a run whose seed was printed;
 * FUZZ_FACTOR=10 runs ten times as many.
 *
 * @param runs how often where nothing else is said.
 */
export function fuzzParameters(runs: number): { seed: number; numRuns: number } {
  const numRuns = Math.ceil(runs * factor);
  console.info(`${numRuns} random runs; to repeat them: FUZZ_SEED=${seed} FUZZ_FACTOR=${factor}`);
  return { seed, numRuns };
}
