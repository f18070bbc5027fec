// npm run schema:docs | schema:documents | schema:check | schema:release; see docs/schema-changes.md.
import { runSchemaCommand } from "./command.js";

process.exitCode = await runSchemaCommand(process.argv.slice(2), (line) => {
  process.stdout.write(`${line}\n`);
});
