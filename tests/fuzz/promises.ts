import { undeclaredRefusals } from "../support/declared-refusals.js";
import type { RandomRequest } from "./damage.js";
import type { RandomAnswer } from "./transport.js";

/** What none of the API's answers may hold, whatever was asked. */
const INTERNALS =
  /node_modules|\/src\/|\bat \S+ \(|\.[cm]?[jt]s:\d|\bSELECT\b.+\bFROM\b|\bINSERT INTO\b|\bER_[A-Z]+|SqlError|prisma|mariadb|errno|(?:Type|Range|Syntax|Reference)Error|is not a function|Cannot read prop|is not iterable|\[object |\[function /i;

const OUR_FAULTS = new Set(["INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE", "OUTCOME_UNKNOWN"]);

/** A text that stands in the data of one patient alone, with the patient's number. */
const CANARY = /canary(\d+)/gi;

interface Meanwhile {
  /** Whether a request asks for that patient, or for a list of all. */
  mayName: (request: RandomRequest, patient: string) => boolean;
  /** The SQL that was sent to answer it. */
  statements: readonly string[];
}

/** The promises that an answer breaks, each in a sentence. */
export function brokenPromises(
  request: RandomRequest,
  answer: RandomAnswer,
  { mayName, statements }: Meanwhile,
): string[] {
  const { status, body } = answer;
  const broken: string[] = [];
  const expect = (holds: boolean, promise: string) => {
    if (!holds) broken.push(promise);
  };
  expect(status < 500, `The status is ${status}.`);
  const isText = !String(answer.headers["content-type"]).includes("json");
  if (isText) {
    expect(status < 400 || body === "", "An error is no JSON.");
    return broken;
  }
  if (body === "") return broken;
  const content = parsed(body);
  if (content === undefined) return [...broken, "What is called JSON is none."];
  const isGraphql = /^\/graphql(?:[?#]|$)/.test(request.url);
  const errors = isGraphql
    ? graphqlErrors(content, status, expect)
    : restErrors(content, status, expect);
  if (isGraphql && isObject(content)) {
    broken.push(...undeclaredRefusals(parsed(request.body?.toString() ?? ""), content["data"]));
  }
  if (isGraphql && isRefused(content)) {
    const written = statements.filter((sql) => /^(INSERT|UPDATE|DELETE)/i.test(sql));
    expect(written.length === 0, `What is refused was done all the same: ${written.join()}`);
  }
  const sent = textOf(request);
  for (const [internal] of errors.matchAll(new RegExp(INTERNALS, "gi"))) {
    expect(sent.includes(internal), `An error reveals an internal: ${internal}`);
  }
  for (const [canary, patient = ""] of errors.matchAll(CANARY)) {
    expect(sent.includes(canary), `An error names patient ${patient}.`);
  }
  for (const [, patient = ""] of body.matchAll(CANARY)) {
    expect(
      mayName(request, patient),
      `The answer names patient ${patient}, who was not asked for.`,
    );
  }
  return broken;
}

type Expect = (holds: boolean, promise: string) => void;

/** Checks GraphQL's form of an answer, and returns what it says of errors. */
function graphqlErrors(content: unknown, status: number, expect: Expect): string {
  if (Array.isArray(content)) {
    return content.map((each) => graphqlErrors(each, 200, expect)).join("\n");
  }
  if (!isObject(content)) {
    expect(false, "The answer is no object.");
    return "";
  }
  const { errors } = content;
  const hasData = "data" in content;
  expect(hasData || Array.isArray(errors), "There are neither data nor errors.");
  expect(status < 400 || Array.isArray(errors), "An error has not the form of GraphQL.");
  if (!Array.isArray(errors)) return "";
  expect(errors.length > 0, "The list of errors is empty.");
  for (const error of errors as unknown[]) {
    const { message, extensions } = isObject(error) ? error : {};
    const code = isObject(extensions) ? extensions["code"] : undefined;
    expect(typeof message === "string" && message !== "", "An error has no message.");
    expect(
      typeof code === "string" && /^[A-Z_]+$/.test(code),
      `An error has no code: ${String(message)}`,
    );
    expect(!OUR_FAULTS.has(String(code)), `An error is ${String(code)}.`);
    const isRun = hasData || code === "PERSISTED_QUERY_NOT_FOUND";
    expect(isRun || (status >= 400 && status < 500), `What is not run has the status ${status}.`);
  }
  return JSON.stringify(errors);
}

/** Checks the form of the other answers, and returns what they say of errors. */
function restErrors(content: unknown, status: number, expect: Expect): string {
  if (status < 400) return "";
  const { detail, errors } = isObject(content) ? content : {};
  const isTold = typeof detail === "string" && detail !== "";
  const isList = Array.isArray(detail) && detail.length > 0 && detail.every(isValidationError);
  const isGraphql = Array.isArray(errors) && errors.length > 0;
  expect(isTold || isList || isGraphql, "An error has not the form of the API.");
  return JSON.stringify(content);
}

const isValidationError = (value: unknown): boolean =>
  isObject(value) &&
  typeof value["type"] === "string" &&
  typeof value["msg"] === "string" &&
  Array.isArray(value["loc"]);

/** Whether an answer of GraphQL says that nothing was run. */
const isRefused = (content: unknown): boolean =>
  isObject(content) && "errors" in content && !("data" in content);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** All that a request says, to look for words in it. */
export function textOf({ url, headers, body }: RandomRequest): string {
  return `${decoded(url)}\n${Object.values(headers).join("\n")}\n${body?.toString() ?? ""}`;
}

/** Part by part: one that is malformed must not hide what the others say. */
function decoded(url: string): string {
  const parts = url.replaceAll("+", " ").split("&");
  return parts.map(decodedPart).join("&");
}

function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
