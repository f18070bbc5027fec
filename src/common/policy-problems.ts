import { HttpProblem } from "./http-problem.js";

/** The problems for which the request policy refuses a request, whichever API it is for. */

export const SEVERAL_HOSTS = new HttpProblem(400, "The request must have one Host header.");

export const HOST_NOT_ALLOWED = new HttpProblem(
  421,
  "This server does not accept the name in the Host header. " +
    "Its operator can allow the name with ALLOWED_HOSTS.",
);

export const ORIGIN_NOT_ALLOWED = new HttpProblem(
  403,
  "Pages of this origin may not call the API. Its operator can allow the origin with CORS_ORIGINS.",
);

export const COMPRESSED = new HttpProblem(
  415,
  "Compressed bodies are not supported. Send the body without Content-Encoding.",
  { "accept-encoding": "identity" },
);

const JSON_ACCEPTED = { accept: "application/json" };

export const NOT_JSON = new HttpProblem(
  415,
  "The body must be JSON. Send it with Content-Type: application/json.",
  JSON_ACCEPTED,
);

export const NOT_UTF8 = new HttpProblem(
  415,
  "The body must be UTF-8. Send it with Content-Type: application/json.",
  JSON_ACCEPTED,
);

/** The query of a GraphQL request by GET has percent signs without two hexadecimal digits of UTF-8. */
export const URL_NOT_UTF8 = new HttpProblem(
  400,
  "The URL is not valid: a percent sign must be followed by two hexadecimal digits of UTF-8.",
);
