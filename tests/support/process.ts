import { spawn } from "node:child_process";
import { projectRoot } from "../../src/common/project-root.js";

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Both, as they came. */
  output: string;
}

/** A program in a process of its own. */
export function run(file: string, args: string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    cwd: projectRoot,
    // Without the .env of whoever runs the tests, which fills only what is not set.
    env: {
      ...{ PATH: process.env["PATH"], EXPOSE: "", SEED: "", LOG_LEVEL: "" },
      ...{ AUTH: "", OIDC_ISSUER: "", OIDC_AUDIENCE: "", REST_ACCESS: "", REST_NETWORKS: "" },
      ...environment,
    },
  });
  const streams = { stdout: "", stderr: "" };
  let output = "";
  let heard: () => void = () => undefined;
  for (const name of ["stdout", "stderr"] as const) {
    child[name].on("data", (data: Buffer) => {
      streams[name] += data.toString();
      output += data.toString();
      heard();
    });
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => {
      resolve({ code, output, ...streams });
    });
  });
  /** Waits until the process has written this, and returns what it matched. */
  const said = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      heard = () => {
        const match = pattern.exec(output);
        if (match) resolve(match[1] ?? match[0]);
      };
      heard();
      void ended.then(() => {
        reject(new Error(`It ended without saying ${pattern.source}:\n${output}`));
      });
    });
  return { child, ended, said };
}

/** The server in a process of its own. */
export const runServer = (environment: Record<string, string>) =>
  run("src/main.ts", [], environment);
