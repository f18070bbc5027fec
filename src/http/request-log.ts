import type { FastifyReply, FastifyRequest } from "fastify";

/** Logs each response with its route, not its URL, which may contain an email address or variables. */
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
