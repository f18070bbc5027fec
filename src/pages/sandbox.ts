import type { ApolloServerPlugin, GraphQLServerListener } from "@apollo/server";
import { ApolloServerPluginLandingPageLocalDefault } from "@apollo/server/plugin/landingPage/default";
import { readProjectFile } from "../common/project-root.js";

const STARTER = "examples/operations/patient";

const OFFLINE = "Apollo Sandbox cannot be loaded; it appears that you might be offline.";
const ONLINE_ONLY =
  'Apollo Sandbox loads from the internet, which can’t be reached. <a href="/graphiql">The explorer ' +
  "of this server</a> works without it.";

/** What is changed in Apollo's page, so that it leads on where its files can't be reached. */
const CHANGES: readonly (readonly [string | RegExp, string])[] = [
  [OFFLINE, ONLINE_ONLY],
  ["Welcome to Apollo Server", "Patient Encounter System"],
  // Its empty place lies over the link above.
  [
    "#embeddableSandbox {",
    "#embeddableSandbox:empty { pointer-events: none; }\n  #embeddableSandbox {",
  ],
  // A font that hangs would keep the page white.
  [/<link\s+href="https:\/\/fonts\.googleapis\.com[^>]*>/, ""],
  [
    "new window.EmbeddedSandbox(",
    'if (!window.EmbeddedSandbox) window.location.replace("/graphiql");\n  else new window.EmbeddedSandbox(',
  ],
];

/**
 * Apollo Sandbox on GET /graphql, for this endpoint, with a document, its variables and headers to start
 * with. Where its files can't be loaded, the page leads to /graphiql: at once if they are refused, by a link
 * while they hang.
 *
 * @param headers what the starter sends.
 */
export function sandboxPlugin(headers: Record<string, string>): ApolloServerPlugin {
  const plugin = ApolloServerPluginLandingPageLocalDefault({
    embed: { endpointIsEditable: false, runTelemetry: false },
    document: readProjectFile(`${STARTER}.graphql`),
    variables: JSON.parse(readProjectFile(`${STARTER}.json`)) as Record<string, unknown>,
    headers,
  });
  return {
    async serverWillStart(service) {
      const listener = (await plugin.serverWillStart?.(service)) as GraphQLServerListener;
      const page = await listener.renderLandingPage?.();
      return {
        renderLandingPage: async () => ({ html: async () => change(await htmlOf(page?.html)) }),
      };
    },
  };
}

/** Apollo makes it anew for each answer, with another nonce. */
const htmlOf = async (html: string | (() => Promise<string>) | undefined): Promise<string> =>
  typeof html === "function" ? html() : (html ?? "");

/** @throws Error if the page is not the one that the changes were made for. */
function change(html: string): string {
  return CHANGES.reduce((page, [from, to]) => {
    const changed = page.replace(from, () => to);
    if (changed === page)
      throw new Error(`Apollo's page has changed: ${String(from)} is not in it`);
    return changed;
  }, html);
}
