import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from "graphql";
import type { Choices } from "./choices.js";

/**
 * Values to choose from, by the name of an argument or input field, or else by the name of a type: those that
 * find something, and those that are refused or find nothing.
 */
export type Pool = Record<string, { good: readonly unknown[]; bad: readonly unknown[] }>;

/** Makes random values, as JSON. */
export class Values {
  readonly #choices: Choices;
  readonly #pool: Pool;
  readonly #badPercent: number;

  constructor(choices: Choices, pool: Pool) {
    this.#choices = choices;
    this.#pool = pool;
    this.#badPercent = choices.pick([0, 0, 5, 20]);
  }

  /** A value of the type, for the argument or input field of that name. */
  of(type: GraphQLInputType, name: string): unknown {
    if (isNonNullType(type)) return this.of(type.ofType, name);
    if (isListType(type)) {
      const item = () => this.#nullableOf(type.ofType, name);
      // One value stands for a list of it.
      if (this.#choices.chance(10)) return item();
      return Array.from({ length: this.#choices.upTo(3) }, item);
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const chosen = type.isOneOf
        ? [this.#choices.pick(fields)]
        : fields.filter(
            (field) =>
              (isNonNullType(field.type) && field.defaultValue === undefined) ||
              this.#choices.chance(30),
          );
      return Object.fromEntries(
        chosen.map((field) => [
          field.name,
          type.isOneOf ? this.of(field.type, field.name) : this.#nullableOf(field.type, field.name),
        ]),
      );
    }
    return this.leaf(type, name);
  }

  /** A value of a scalar or enum, now and then one that is refused. */
  leaf(type: GraphQLInputType, name: string): unknown {
    const named = getNamedType(type);
    const pool = this.#pool[name] ?? this.#pool[named.name];
    if (isEnumType(named) && !pool) {
      return this.#choices.pick(named.getValues().map(({ name }) => name));
    }
    if (!pool) throw new Error(`There are no values for ${name} of type ${named.name}`);
    const { good, bad } = pool;
    return this.#choices.pick(
      bad.length > 0 && this.#choices.chance(this.#badPercent) ? bad : good,
    );
  }

  /** A value that is hardly ever of the type that is wanted. */
  wrong(): unknown {
    return this.#choices.pick(WRONG);
  }

  #nullableOf(type: GraphQLInputType, name: string): unknown {
    return !isNonNullType(type) && this.#choices.chance(10) ? null : this.of(type, name);
  }
}

const WRONG = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  1e300,
  "",
  "x",
  [],
  [null],
  {},
  { id: null },
  { __proto__: 1 },
];

/** The value as it is written into a document. */
export function toLiteral(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return toLiteral(value, type.ofType);
  if (isListType(type) && !Array.isArray(value)) return toLiteral(value, type.ofType);
  if (Array.isArray(value)) {
    const item = isListType(type) ? type.ofType : type;
    return `[${value.map((each) => toLiteral(each, item)).join(", ")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const fields = isInputObjectType(type) ? type.getFields() : {};
    const entries = Object.entries(value).map(
      ([name, each]) => `${name}: ${toLiteral(each, fields[name]?.type ?? type)}`,
    );
    return `{${entries.join(", ")}}`;
  }
  return isEnumType(type) && typeof value === "string" ? value : JSON.stringify(value);
}
