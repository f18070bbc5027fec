import { readProjectFile } from "../common/project-root.js";

/** Apollo Sandbox calls this server from pages of this origin: CORS_ORIGINS has to name it. */
export const SANDBOX_ORIGIN = "https://studio.apollographql.com";

const STARTER = "examples/operations/patient";

/**
 * The URL of Apollo Sandbox with an operation to start with, in its documented parameters. The page that links to it
 * adds the `endpoint`, which only a browser knows (public/sandbox-link.js).
 *
 * @param headers what the operation sends.
 */
export function sandboxUrl(headers: Record<string, string>): string {
  const parameters = {
    document: readProjectFile(`${STARTER}.graphql`),
    variables: readProjectFile(`${STARTER}.json`),
    headers: JSON.stringify(headers),
  };
  const query = Object.entries(parameters).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return `${SANDBOX_ORIGIN}/sandbox/explorer?${query.join("&")}`;
}
