import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from "node:http";
import { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import helmet, { type HelmetOptions } from "helmet";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether the route sets its own content security policy, or needs none. */
    hasOwnPolicy?: boolean;
  }
}

const OPTIONS: HelmetOptions = {
  contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
  // TLS, if used, is terminated by a proxy.
  strictTransportSecurity: false,
  // Current browsers ignore these, and each header makes responses slower.
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};

/** Headers that helmet does not set. Responses contain patients' data; routes that serve files set their own `Cache-Control`. */
const MORE = {
  "cache-control": "no-store",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** Adds the headers that helmet recommends to every response, and prevents caching. */
export function addSecurityHeaders(app: FastifyInstance): void {
  const headers = headersOf(OPTIONS);
  const withoutPolicy = headersOf({ ...OPTIONS, contentSecurityPolicy: false });
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(request.routeOptions.config.hasOwnPolicy === true ? withoutPolicy : headers);
    done();
  });
}

/** The headers that helmet sets. They are the same for every response, so helmet runs only once. */
function headersOf(options: HelmetOptions): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet(options)(request, response, () => undefined);
  return { ...response.getHeaders(), ...MORE };
}
