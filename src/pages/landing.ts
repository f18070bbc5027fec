import { areExamplesBuilt } from "./example-apps.js";
import { isExposed, type Exposure } from "../common/exposure.js";
import { projectVersion } from "../common/project-root.js";

interface Link {
  path: string;
  title: string;
  text: string;
}

const NAME = "Patient Encounter System";
const TAGLINE =
  "The appointment API for clinics: register patients, manage doctors, book appointments.";

const EXPLORERS: readonly Link[] = [
  {
    path: "/graphiql",
    title: "Explore the graph",
    text: "GraphiQL with the schema’s documentation and an example of every query, mutation and refusal. Works offline.",
  },
  {
    path: "/graphql",
    title: "Apollo Sandbox",
    text: "Apollo’s explorer for this endpoint. It loads from the internet.",
  },
];

const EXAMPLE: Link = {
  path: "/examples",
  title: "A doctor’s day",
  text: "An example page that uses the typed client: book an appointment, get a refusal, cancel.",
};

const SCHEMA: Link = {
  path: "/schema",
  title: "Schema",
  text: "Every type, field and error code, with the rule behind it. /schema.graphql is the file.",
};

const DOCUMENTS: readonly Link[] = [
  {
    path: "/docs",
    title: "REST endpoints",
    text: "The endpoints of the earlier service, each with the GraphQL operation that replaces it.",
  },
  {
    path: "/openapi.json",
    title: "OpenAPI",
    text: "The same endpoints for programs, as OpenAPI 3.1.",
  },
];

const HEALTH: readonly Link[] = [
  { path: "/livez", title: "Alive", text: "The process responds." },
  { path: "/readyz", title: "Ready", text: "The server can read its tables." },
];

const METRICS: Link = {
  path: "/metrics",
  title: "Metrics",
  text: "For Prometheus: the calls of each REST endpoint by caller.",
};

/** What the landing page shows. */
export interface Shown {
  exposure: Exposure;
  /** Whether it serves `/metrics`. */
  hasMetrics: boolean;
}

/** The content of the landing page for programs. */
export function landingData(shown: Shown): object {
  const paths = sections(shown).flatMap(({ links }) => links.map(({ path }) => path));
  const version = isExposed(shown.exposure, "schema") && { version: projectVersion };
  return { name: NAME, ...version, graphql: "/graphql", links: [...new Set(paths)] };
}

/** The landing page. It links only what this server exposes. */
export function landingPage(shown: Shown): string {
  const parts = sections(shown).map(({ id, title, links }) => {
    const cards = links.map(
      ({ path, title: name, text }) =>
        `<li><a href="${path}"><strong>${name}</strong><code>${path}</code><span>${text}</span></a></li>`,
    );
    return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2><ul>${cards.join("")}</ul></section>`;
  });
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${NAME}</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/landing.css" />
  </head>
  <body>
    <header>
      <img src="/assets/icon.svg" alt="" width="48" height="48" />
      <h1>${NAME}</h1>
      <p>${TAGLINE} It never double-books, and explains every refusal.</p>
      <p class="endpoint"><span>POST</span> <code>/graphql</code></p>
    </header>
    <main>${parts.join("")}</main>
    ${isExposed(shown.exposure, "schema") ? `<footer>Version ${projectVersion}</footer>` : ""}
  </body>
</html>
`;
}

function sections({
  exposure,
  hasMetrics,
}: Shown): { id: string; title: string; links: readonly Link[] }[] {
  return [
    ...(isExposed(exposure, "explorers")
      ? [
          {
            id: "explore",
            title: "Explore",
            links: areExamplesBuilt() ? [...EXPLORERS, EXAMPLE] : EXPLORERS,
          },
        ]
      : []),
    ...(isExposed(exposure, "schema")
      ? [{ id: "documents", title: "Read", links: [SCHEMA, ...DOCUMENTS] }]
      : []),
    { id: "health", title: "Watch", links: hasMetrics ? [...HEALTH, METRICS] : HEALTH },
  ];
}
