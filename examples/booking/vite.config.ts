import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  base: "/examples/booking/",
  build: { outDir: path("../../dist/examples/booking"), emptyOutDir: true },
  // In this repository the client is taken from its sources; elsewhere it is a package.
  resolve: { alias: { "patient-encounter-system-client": path("../../client/src/index.ts") } },
});
