import { defineConfig } from "vite";

/**
 * One graphql-js: Vite would take its ES module for our code, and Node takes the other one for our
 * dependencies: two copies, whose errors and types do not know each other.
 */
export const resolve = { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] };

/**
 * The server with all that it imports in one file: read from 1,300 files, it takes twice as long to start.
 * What is only needed later (Prisma's engine, the seed) is in files of its own.
 */
export default defineConfig({
  publicDir: false,
  resolve,
  // Apollo looks for node's own hashing by this name; else it takes one that is written in JavaScript.
  define: { "module.require": "require" },
  ssr: {
    noExternal: true,
    // They look for files of their own beside their code.
    external: ["@fastify/swagger-ui", "@fastify/static", "pino"],
  },
  build: {
    ssr: "src/main.ts",
    outDir: "dist/server",
    emptyOutDir: true,
    target: "node20",
    // For `node --enable-source-maps`.
    sourcemap: true,
    rolldownOptions: {
      output: {
        entryFileNames: "main.js",
        chunkFileNames: "[name].js",
        // Names stay, for the stacks in the log.
        minify: { mangle: false, compress: false, codegen: true },
      },
    },
  },
});
