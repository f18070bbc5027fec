// Part of npm run generate: copies the files of the explorer from packages to dist/public, so that production does not need
// the packages.
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./lib/processes.mjs";

const FILES = {
  "react.js": "react/umd/react.production.min.js",
  "react-dom.js": "react-dom/umd/react-dom.production.min.js",
  "graphiql.js": "graphiql/graphiql.min.js",
  "graphiql.css": "graphiql/graphiql.min.css",
};

const folder = join(projectRoot, "dist", "public", "vendor");
mkdirSync(folder, { recursive: true });
for (const [name, file] of Object.entries(FILES)) {
  copyFileSync(join(projectRoot, "node_modules", file), join(folder, name));
}
