import { gql } from "graphql-tag";
import { describe, expect } from "vitest";
import type { TypedDocumentNode } from "../../client/src/typed-document-node.js";
import { iso, test } from "../support/clinic.js";

const NODE = gql`
  query Node($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Patient {
        email
      }
      ... on Doctor {
        specialty
      }
      ... on Appointment {
        startsAt
      }
    }
  }
` as TypedDocumentNode<{ node: unknown }, { id: string }>;

const NODES = gql`
  query Nodes($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
    }
  }
` as TypedDocumentNode<{ nodes: unknown }, { ids: string[] }>;

describe("node", () => {
  test("finds any object by its id", async ({ api, clinic }) => {
    const { id, patientId, doctorId, startsAt } = await clinic.book({});
    const node = async (nodeId: string) => (await api.query(NODE, { id: nodeId })).node;
    expect(await node(`pat_${patientId}`)).toMatchObject({
      __typename: "Patient",
      id: `pat_${patientId}`,
    });
    expect(await node(`doc_${doctorId}`)).toEqual({
      __typename: "Doctor",
      id: `doc_${doctorId}`,
      specialty: clinic.tag,
    });
    expect(await node(`apt_${id}`)).toEqual({
      __typename: "Appointment",
      id: `apt_${id}`,
      startsAt: iso(startsAt),
    });
    expect(await node("pat_2147483647")).toBeNull();
  });
});

describe("nodes", () => {
  test("finds many objects of all kinds in the order of the ids, with three statements", async ({
    api,
    clinic,
  }) => {
    const { id, patientId, doctorId } = await clinic.book({});
    const ids = [
      `doc_${doctorId}`,
      "apt_2147483647",
      `pat_${patientId}`,
      `apt_${id}`,
      `doc_${doctorId}`,
    ];
    let found: unknown;
    const statements = await api.statements(async () => {
      found = (await api.query(NODES, { ids })).nodes;
    });
    expect(found).toEqual([
      { __typename: "Doctor", id: ids[0] },
      null,
      { __typename: "Patient", id: ids[2] },
      { __typename: "Appointment", id: ids[3] },
      { __typename: "Doctor", id: ids[4] },
    ]);
    expect(statements).toHaveLength(3);
  });
});
