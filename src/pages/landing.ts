import type { ApolloServerPlugin } from "@apollo/server";
import { areExamplesBuilt } from "./example-apps.js";
import { isExposed, type Exposure } from "../common/exposure.js";
import { projectVersion } from "../common/project-root.js";
import { SANDBOX_ORIGIN, sandboxUrl } from "./sandbox.js";

interface Link {
  path: string;
  title: string;
  text: string;
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
const NAME = "Patient Encounter System";
const TAGLINE =
  "The appointment API for clinics: register patients, manage doctors, book appointments.";

const EXPLORER: Link = {
  path: "/graphiql",
  title: "Explore the graph",
  text: "GraphiQL with the schema’s documentation and an example of every query, mutation and refusal. Works offline.",
};

const EXAMPLE: Link = {
  path: "/examples",
  title: "A doctor’s day",
  text: "An example page that uses the typed client: find a free time, keep it, book it, move it, cancel.",
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
  /** Whether Apollo Sandbox may call it. */
  isSandboxAllowed: boolean;
  /** What an operation in Apollo Sandbox sends to begin with. */
  sandboxHeaders: Record<string, string>;
}

/** The content of the landing page for programs. */
export function landingData(shown: Shown): object {
  const paths = sections(shown).flatMap(({ links }) => links.map(({ path }) => path));
  const version = isExposed(shown.exposure, "schema") && { version: projectVersion };
  return { name: NAME, ...version, graphql: "/graphql", links: [...new Set(paths)] };
}

/**
 * The landing page. It links only what this server exposes. It sets its own content security policy, because it is also
 * served where responses have none.
 */
export function landingPage(shown: Shown): string {
  const hasSandbox = isExposed(shown.exposure, "explorers");
  const parts = sections(shown).map(({ id, title, links }) => {
    const cards = links.map(card);
    if (id === "explore") cards.push(sandboxCard(shown));
    return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2><ul>${cards.join("")}</ul></section>`;
  });
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
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
    ${hasSandbox ? '<script src="/assets/sandbox-link.js"></script>' : ""}
  </body>
</html>
`;
}

/** Shows the page to browsers that open the endpoint of Apollo Server. */
export function landingPagePlugin(page: string): ApolloServerPlugin {
  return {
    serverWillStart: async () => ({ renderLandingPage: async () => ({ html: page }) }),
  };
}

const card = ({ path, title, text }: Link): string =>
  `<li><a href="${path}"><strong>${title}</strong><code>${path}</code><span>${text}</span></a></li>`;

/** The Sandbox is a page of another site, and can't call this server unless it is set to let it. */
function sandboxCard({ isSandboxAllowed, sandboxHeaders }: Shown): string {
  const href = sandboxUrl(sandboxHeaders).replaceAll("&", "&amp;");
  const condition = isSandboxAllowed
    ? "Your browser may ask whether it may reach this server."
    : `It can’t call this server yet: start it with <code>CORS_ORIGINS=${SANDBOX_ORIGIN}</code> to let it.`;
  return (
    `<li><a id="sandbox" href="${href}" rel="noreferrer"><strong>Apollo Sandbox</strong>` +
    `<code aria-hidden="true">↗</code><span>Apollo’s own explorer, on the internet. ${condition}</span></a></li>`
  );
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
            links: areExamplesBuilt() ? [EXPLORER, EXAMPLE] : [EXPLORER],
          },
        ]
      : []),
    ...(isExposed(exposure, "schema")
      ? [{ id: "documents", title: "Read", links: [SCHEMA, ...DOCUMENTS] }]
      : []),
    { id: "health", title: "Watch", links: hasMetrics ? [...HEALTH, METRICS] : HEALTH },
  ];
}
