import { defineConfig } from "prisma/config";

// These commands never run Prisma's schema engine, yet the CLI downloads it before any of them.
// Naming any executable as the engine spares that download, so that they work without a network.
const ENGINELESS_COMMANDS = new Set(["generate", "validate", "format"]);
if (ENGINELESS_COMMANDS.has(process.argv[2] ?? "")) {
  process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;
}

const databaseUrl = process.env["DATABASE_URL"];

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(databaseUrl === undefined ? {} : { datasource: { url: databaseUrl } }),
});
