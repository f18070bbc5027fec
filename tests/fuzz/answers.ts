import type { GraphQLFormattedError } from "graphql";
import { expect } from "vitest";
import type { Api } from "../support/api.js";

/** An answer to a GraphQL request. */
export interface GraphqlAnswer {
  status: number;
  /** As text, because the order of its keys counts. */
  data: string;
  errors: readonly GraphQLFormattedError[];
}

/** Sends a GraphQL request; the request's id is left out of the answer's errors. */
export async function ask({ app }: Pick<Api, "app">, payload: object): Promise<GraphqlAnswer> {
  const { statusCode, body } = await app.inject({ method: "POST", url: "/graphql", payload });
  const { data, errors = [] } = JSON.parse(body) as {
    data?: unknown;
    errors?: GraphQLFormattedError[];
  };
  for (const { extensions } of errors) delete extensions?.["requestId"];
  return { status: statusCode, data: data === undefined ? "none" : JSON.stringify(data), errors };
}

/**
 * Expects two answers to say the same. The order of errors says nothing. Where a field that can't be null
 * failed, a null goes up to a field that can, and GraphQL leaves it open which of the errors below that null
 * are told: there, one must be told by both.
 */
export function expectSameAnswer(answer: GraphqlAnswer, expected: GraphqlAnswer, why: string) {
  expect(answer.status, why).toBe(expected.status);
  expect(answer.data, why).toBe(expected.data);
  const groups = byNull(answer);
  const expectedGroups = byNull(expected);
  expect([...groups.keys()].sort(), why).toEqual([...expectedGroups.keys()].sort());
  for (const [place, { isBelow, errors }] of expectedGroups) {
    const others = groups.get(place)?.errors ?? [];
    if (isBelow)
      expect(
        others.filter((error) => errors.includes(error)),
        why,
      ).not.toEqual([]);
    else expect(others.sort(), why).toEqual(errors.sort());
  }
}

interface Group {
  /** Whether the null stands above the fields that failed. */
  isBelow: boolean;
  errors: string[];
}

/** The errors by the null that stands in the data for what failed. */
function byNull({ data, errors }: GraphqlAnswer): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const error of errors) {
    const path = error.path ?? [];
    const place = JSON.stringify(path.slice(0, depthOfNull(data, path)));
    const isBelow = place !== JSON.stringify(path);
    const group = groups.get(place) ?? { isBelow, errors: [] };
    group.isBelow ||= isBelow;
    group.errors.push(JSON.stringify(error));
    groups.set(place, group);
  }
  return groups;
}

function depthOfNull(data: string, path: readonly (string | number)[]): number {
  if (data === "none") return path.length;
  let place: unknown = JSON.parse(data);
  let depth = 0;
  for (const step of path) {
    if (place === null || place === undefined) break;
    place = (place as Record<string | number, unknown>)[step];
    depth += 1;
  }
  return depth;
}
