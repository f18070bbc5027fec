import { isPosition, type Keyset, type Page, type Position } from "../domain/index.js";
import { badUserInput } from "./bad-user-input.js";
import type { PageInfo } from "./__generated__/resolvers.js";

const LARGEST_PAGE = 100;

export interface Edge<Row> {
  cursor: string;
  node: Row;
}

interface PageArguments<Order extends string> {
  orderBy: Order;
  first: number;
  after?: string | null;
}

/** The arguments of a page, checked, and how cursors on it are written. */
export interface ConnectionRequest<Order extends string> {
  orderBy: Order;
  first: number;
  after: Position | null;
  toCursor: (position: Position) => string;
}

/**
 * Reads the arguments of a connection field. A cursor holds the name of its list and order beside
 * the position, so that one from elsewhere is refused instead of misread.
 *
 * @param list the name of the kind of list.
 * @throws BAD_USER_INPUT for a page size outside 1 to 100, or a cursor that is not this list's.
 */
export function readConnectionRequest<Row, Order extends string>(
  list: string,
  keysets: Record<Order, Keyset<Row>>,
  { orderBy, first, after }: PageArguments<Order>,
): ConnectionRequest<Order> {
  if (first < 1 || first > LARGEST_PAGE) {
    throw badUserInput(`A page has 1 to ${LARGEST_PAGE} items.`, ["first"]);
  }
  const position = after == null ? null : decode(after);
  const isOurs = position === null || (position[0] === list && position[1] === orderBy);
  const values = position?.slice(2) ?? null;
  if (!isOurs || (values !== null && !isPosition(values, keysets[orderBy]))) {
    throw badUserInput(
      "This is not a cursor of this list in this order. Send the `endCursor` of its last page, or none.",
      ["after"],
    );
  }
  return {
    orderBy,
    first,
    after: values,
    toCursor: (place) =>
      Buffer.from(JSON.stringify([list, orderBy, ...place])).toString("base64url"),
  };
}

/** What stands in a cursor; an empty list if that can't be read. */
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

/** A page of a list, of which only what a query selects is read: the rows, their number, or both. */
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
