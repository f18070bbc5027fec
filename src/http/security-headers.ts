import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from "node:http";
import { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import helmet, { type HelmetOptions } from "helmet";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The route's answers bring a content security policy of their own, or none. */
    hasOwnPolicy?: boolean;
  }
}

const OPTIONS: HelmetOptions = {
  contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
  // TLS, where there is any, ends before this server.
  strictTransportSecurity: false,
  // No browser that is still in use reads these, and each header takes its part of an answer's time.
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};

/** Helmet has none of these. Answers hold patients' data; routes that serve files set a `Cache-Control` of their own. */
const MORE = {
  "cache-control": "no-store",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** Gives every answer the headers that helmet recommends, and keeps answers out of caches. */
export function addHeaders(app: FastifyInstance): void {
  const headers = headersOf(OPTIONS);
  const withoutPolicy = headersOf({ ...OPTIONS, contentSecurityPolicy: false });
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(request.routeOptions.config.hasOwnPolicy === true ? withoutPolicy : headers);
    done();
  });
}

/** What helmet sets: the same on each answer, so it is asked once. */
function headersOf(options: HelmetOptions): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet(options)(request, response, () => undefined);
  return { ...response.getHeaders(), ...MORE };
}
