// npm run bench   (-- --quick; -- --only list,nested --servers project,limit --rounds 3 --seconds 2)
// This project beside what people would use instead, and beside the limit of what this machine can do.
// The whole of it takes about eleven minutes and writes bench/results/compare.json and compare.svg;
// `--quick` takes a good minute and, like any other part, writes to .local/bench/.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, relative } from "node:path";
import { prepareEnvironment } from "../scripts/lib/environment.mjs";
import { projectRoot } from "../scripts/lib/processes.mjs";
import { ensureDependencies } from "../scripts/lib/stamps.mjs";
import { line, runCommand } from "../scripts/lib/terminal.mjs";
import { onPrivateServer } from "./lib/api.mjs";

await runCommand(async () => {
  prepareEnvironment();
  await ensureDependencies();
  // These modules need the dependencies.
  const { readOptions } = await import("./compare/options.mjs");
  const { compare } = await import("./compare/run.mjs");
  const { chart } = await import("./compare/chart.mjs");
  const { reportText } = await import("./compare/table.mjs");

  const options = readOptions(process.argv.slice(2));
  await onPrivateServer(async (url, database, databasePid) => {
    const about = { database, node: process.version, cpus: cpus().length };
    const report = { ...about, ...(await compare(url, databasePid, options)) };
    line(`\n${reportText(report)}`);
    const folder = join(projectRoot, options.isWhole ? "bench/results" : ".local/bench");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "compare.json"), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(join(folder, "compare.svg"), chart(report));
    line(`\nIn ${relative(projectRoot, folder)}/ are compare.json and compare.svg.`);
  });
  return 0;
});
