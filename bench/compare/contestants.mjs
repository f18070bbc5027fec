// Who is measured.
import { API } from "../../scripts/lib/api-process.mjs";
import { run } from "../../scripts/lib/processes.mjs";
import { line } from "../../scripts/lib/terminal.mjs";

/**
 * @typedef {object} Contestant
 * @property {string} name for `--servers` and the JSON.
 * @property {string} title
 * @property {"project" | "peer" | "limit"} kind
 * @property {readonly import("./questions.mjs").Dialect[]} dialects
 * @property {string} [program] node if left out.
 * @property {readonly string[]} args
 * @property {Record<string, string>} [environment]
 */

const PYTHON = "/usr/bin/python3";
const PYTHON_MODULES = "fastapi, sqlalchemy, pymysql, uvicorn";
const PYTHON_PACKAGES =
  "python3-fastapi python3-sqlalchemy python3-pymysql uvicorn python3-uvloop python3-httptools";

/** @type {Contestant} */
export const PROJECT = {
  name: "project",
  title: "This project",
  kind: "project",
  dialects: ["graphql", "rest"],
  args: API,
  // Nobody signs in, as with the others; in production, this project would not start like this. Introspection must be on, as
  // it is with the others.
  environment: {
    NODE_ENV: "development",
    AUTH: "open",
    LOG_LEVEL: "warn",
    EXPOSE: "explorers",
    DRAIN_SECONDS: "0",
  },
};

/** @type {readonly Contestant[]} */
const CONTESTANTS = [
  PROJECT,
  {
    name: "mercurius",
    title: "Mercurius, loaders, JIT",
    kind: "peer",
    dialects: ["graphql"],
    args: ["bench/peers/mercurius.mjs"],
  },
  {
    name: "yoga",
    title: "Yoga, Prisma",
    kind: "peer",
    dialects: ["graphql"],
    args: ["bench/peers/yoga.mjs"],
  },
  {
    name: "apollo-fastify",
    title: "Apollo on Fastify, Prisma include",
    kind: "peer",
    dialects: ["graphql"],
    args: ["bench/peers/apollo-fastify.mjs"],
  },
  {
    name: "apollo-standalone",
    title: "Apollo standalone, Prisma",
    kind: "peer",
    dialects: ["graphql"],
    args: ["bench/peers/apollo-standalone.mjs"],
  },
  {
    name: "fastapi",
    title: "The earlier system (FastAPI)",
    kind: "peer",
    dialects: ["rest"],
    program: PYTHON,
    args: ["bench/peers/fastapi/app.py"],
  },
  {
    name: "limit",
    title: "The limit: plain node:http",
    kind: "limit",
    dialects: ["plain", "rest"],
    args: ["bench/peers/limit/server.mjs"],
  },
];

/** Those that can run on this machine. @param {readonly string[] | null} names null for all. @returns {Promise<Contestant[]>} */
export async function availableContestants(names) {
  const chosen = CONTESTANTS.filter(({ name }) => names?.includes(name) ?? true);
  const needsPython = chosen.some(({ program }) => program === PYTHON);
  if (!needsPython || (await hasPythonModules())) return chosen;
  line(`! The earlier system is left out. To have it: apt-get install ${PYTHON_PACKAGES}`);
  return chosen.filter(({ program }) => program !== PYTHON);
}

async function hasPythonModules() {
  try {
    await run(PYTHON, ["-c", `import ${PYTHON_MODULES}`]);
    return true;
  } catch {
    return false;
  }
}

/** In which dialect that server is asked that; undefined if it can't be. @param {Contestant} contestant @param {import("./workloads.mjs").Workload} workload */
export const dialectOf = ({ dialects }, { ask }) => dialects.find((dialect) => ask[dialect]);
