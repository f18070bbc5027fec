import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  base: "/examples/doctors-day/",
  build: { outDir: path("../../dist/examples/doctors-day"), emptyOutDir: true },
  // In this repository the client is taken from its sources; elsewhere it is a package.
  resolve: { alias: { "patient-encounter-system-client": path("../../client/src/index.ts") } },
});
