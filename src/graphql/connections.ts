import {
  APPOINTMENT_KEYSETS,
  DOCTOR_KEYSETS,
  isPosition,
  PATIENT_KEYSETS,
  type Keyset,
  type Page,
  type Position,
} from "../domain/index.js";
import type { PageInfo } from "./__generated__/resolvers.js";

/** The lists of the schema by connection type: their names in cursors, and their orders. */
const LISTS = {
  PatientConnection: { name: "patients", keysets: PATIENT_KEYSETS },
  DoctorConnection: { name: "doctors", keysets: DOCTOR_KEYSETS },
  AppointmentConnection: { name: "appointments", keysets: APPOINTMENT_KEYSETS },
} as const;

export type ListName = keyof typeof LISTS;

export const isListName = (name: string): name is ListName => name in LISTS;

type OrderOf<Name extends ListName> = keyof (typeof LISTS)[Name]["keysets"] & string;

export interface Edge<Row> {
  cursor: string;
  node: Row;
}

interface PageArguments<Order extends string> {
  orderBy: Order;
  first: number;
  after?: string | null;
}

/** The page that the arguments of a connection field request, and how to encode its cursors. */
export interface ConnectionRequest<Order extends string> {
  orderBy: Order;
  first: number;
  after: Position | null;
  toCursor: (position: Position) => string;
}

/**
 * Reads the arguments of a connection field, whose cursor was validated before execution.
 *
 * @throws Error if the cursor is invalid after all.
 */
export function readConnectionRequest<Name extends ListName>(
  list: Name,
  { orderBy, first, after }: PageArguments<OrderOf<Name>>,
): ConnectionRequest<OrderOf<Name>> {
  const position = after == null ? null : readCursor(list, orderBy, after);
  if (position === undefined)
    throw new Error("A resolver received a cursor that was not validated");
  return {
    orderBy,
    first,
    after: position,
    toCursor: (place) =>
      Buffer.from(JSON.stringify([LISTS[list].name, orderBy, ...place])).toString("base64url"),
  };
}

/**
 * Decodes a cursor to its position; undefined if it is not a cursor of this list in this order. A cursor contains the
 * name of its list and order, so that a cursor of another list is not misread.
 */
export function readCursor(list: ListName, orderBy: string, cursor: string): Position | undefined {
  const [name, order, ...values] = decode(cursor);
  const keyset = (LISTS[list].keysets as Readonly<Record<string, Keyset<never>>>)[orderBy];
  if (!keyset || name !== LISTS[list].name || order !== orderBy) return undefined;
  return isPosition(values, keyset) ? values : undefined;
}

/** The content of a cursor; an empty list if it cannot be decoded. */
function decode(cursor: string): unknown[] {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(content) ? content : [];
  } catch {
    return [];
  }
}

interface Source<Row> {
  request: Pick<ConnectionRequest<string>, "after" | "toCursor">;
  readPage: () => Promise<Page<Row>>;
  count: () => Promise<number>;
}

/** A page of a list. It reads only what the query selects: the rows, the total count, or both. */
export class Connection<Row> {
  readonly #source: Source<Row>;
  #page: Promise<Page<Row>> | undefined;

  constructor(source: Source<Row>) {
    this.#source = source;
  }

  async edges(): Promise<Edge<Row>[]> {
    const page = await this.#readPage();
    return page.rows.map((row) => ({ cursor: this.#toCursor(page.positionOf(row)), node: row }));
  }

  async nodes(): Promise<Row[]> {
    return (await this.#readPage()).rows;
  }

  async pageInfo(): Promise<PageInfo> {
    const page = await this.#readPage();
    const [first, last] = [page.rows.at(0), page.rows.at(-1)];
    return {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: this.#source.request.after !== null,
      startCursor: first ? this.#toCursor(page.positionOf(first)) : null,
      endCursor: last ? this.#toCursor(page.positionOf(last)) : null,
    };
  }

  totalCount(): Promise<number> {
    return this.#source.count();
  }

  #readPage(): Promise<Page<Row>> {
    return (this.#page ??= this.#source.readPage());
  }

  #toCursor(position: Position): string {
    return this.#source.request.toCursor(position);
  }
}
