import type { FastifyReply, FastifyRequest } from "fastify";

/** Logs each answer with its route: a path and a query string may hold an email or variables. */
export function logResponse(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  request.log.info(
    {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    },
    "request",
  );
  done();
}
