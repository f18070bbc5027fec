import {
  doTypesOverlap,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import type { Choices } from "./choices.js";
import { toLiteral, Values, type Pool } from "./values.js";

/** A document with variables for it, and the names of its operations. */
export interface RandomOperation {
  query: string;
  variables: Record<string, unknown>;
  operationNames: readonly string[];
}

type Field = GraphQLField<unknown, unknown>;

interface Variable {
  name: string;
  type: string;
  definition: string;
}

interface Fragment {
  name: string;
  type: GraphQLCompositeType;
  /** Undefined as long as it is being written, when it must not be spread: that would be a cycle. */
  text: string | undefined;
}

const DEEPEST = 5;
const MAX_FIELDS = 40;
/** Names that have a meaning in JavaScript. */
const ODD_NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "idx0", "data"];

/** A random document over the whole schema that is nearly always valid. */
export function randomOperation(
  choices: Choices,
  schema: GraphQLSchema,
  pool: Pool,
  kind: "query" | "mutation" = "query",
): RandomOperation {
  const root = kind === "query" ? schema.getQueryType() : schema.getMutationType();
  return new Writer(choices, schema, pool).operation(root as GraphQLObjectType, kind);
}

class Writer {
  readonly #choices: Choices;
  readonly #schema: GraphQLSchema;
  readonly #values: Values;
  readonly #variables: Variable[] = [];
  readonly #given: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  readonly #fragments: Fragment[] = [];
  /** What each name in the answer stands for: the same everywhere, so that selections can be merged. */
  readonly #meanings = new Map<string, string>();
  /** The arguments with which a field has been selected, by its coordinate. */
  readonly #calls = new Map<string, string[]>();
  /** In how many of a hundred selections there are directives; in many documents there are none. */
  readonly #directivePercent: number;
  readonly #oddNamePercent: number;
  /** Of a hundred values; where all of them are variables, the document is one that comes again. */
  readonly #variablePercent: number;
  #fields: number;

  constructor(choices: Choices, schema: GraphQLSchema, pool: Pool) {
    this.#choices = choices;
    this.#schema = schema;
    this.#directivePercent = choices.pick([0, 0, 5, 25]);
    this.#oddNamePercent = choices.pick([0, 0, 10]);
    this.#variablePercent = choices.pick([30, 60, 100]);
    // So many count as written already: there are small documents and large ones.
    this.#fields = choices.upTo(MAX_FIELDS);
    this.#values = new Values(choices, pool);
  }

  operation(root: GraphQLObjectType, kind: string): RandomOperation {
    const selections = this.#selections(root, 0);
    const definitions = this.#variables.map(({ definition }) => definition).join(", ");
    const names = this.#choices.chance(10) ? ["One", "Two"] : ["One"];
    const operations = names.map(
      (name) => `${kind} ${name}${definitions && `(${definitions})`} ${selections}`,
    );
    const fragments = this.#fragments.map(
      ({ name, type, text = "" }) => `fragment ${name} on ${type.name} ${text}`,
    );
    return {
      query: [...operations, ...fragments].join("\n"),
      variables: this.#given,
      operationNames: names,
    };
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const made: string[] = [];
    for (let left = this.#choices.upTo(4); left >= 0; left -= 1) {
      made.push(
        made.length > 0 && this.#choices.chance(5)
          ? this.#choices.pick(made)
          : this.#selection(type, depth),
      );
    }
    return `{ ${made.join(this.#choices.chance(20) ? "\n " : " ")} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const kind = this.#choices.upTo(99);
    if (kind < 70 || depth >= DEEPEST) return this.#field(type, depth);
    if (kind < 85) {
      const narrower = this.#choices.chance(70) ? this.#overlapping(type) : null;
      const condition = narrower ? `on ${narrower.name} ` : "";
      return `... ${condition}${this.#directives()}${this.#selections(narrower ?? type, depth + 1)}`;
    }
    return `...${this.#fragment(type, depth)} ${this.#directives()}`;
  }

  /** A type that some objects of the given type are of, too. */
  #overlapping(type: GraphQLCompositeType): GraphQLCompositeType {
    const types = Object.values(this.#schema.getTypeMap()).filter(
      (other) => isCompositeType(other) && doTypesOverlap(this.#schema, type, other),
    );
    return this.#choices.pick(types) as GraphQLCompositeType;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const written = this.#fragments.filter(
      (other) => other.text !== undefined && doTypesOverlap(this.#schema, type, other.type),
    );
    if (written.length > 0 && this.#choices.chance(65)) return this.#choices.pick(written).name;
    const name = `F${this.#fragments.length}`;
    const fragment: Fragment = { name, type: this.#overlapping(type), text: undefined };
    this.#fragments.push(fragment);
    fragment.text = this.#selections(fragment.type, depth + 1);
    return name;
  }

  #field(type: GraphQLCompositeType, depth: number): string {
    this.#fields += 1;
    const field = this.#choices.pick(this.#fieldsOf(type, depth));
    const call = this.#call(type, field);
    const key = this.#key(field.name, `${field.name}${call}`);
    const result = getNamedType(field.type);
    const below = isCompositeType(result) ? this.#selections(result, depth + 1) : "";
    const alias = key === field.name ? "" : `${key}: `;
    return `${alias}${field.name}${call} ${this.#directives()}${below}`;
  }

  #fieldsOf(type: GraphQLCompositeType, depth: number): Field[] {
    const own = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const leaves = own.filter((field) => isLeafType(getNamedType(field.type)));
    if (depth >= DEEPEST || this.#fields > MAX_FIELDS) return [TypeNameMetaFieldDef, ...leaves];
    const isRoot = type === this.#schema.getQueryType();
    if (isRoot && this.#choices.chance(3)) return [SchemaMetaFieldDef, TypeMetaFieldDef];
    // What has fields of its own is chosen as often as all that has none.
    const objects = own.filter((field) => !leaves.includes(field));
    if (objects.length > 0 && this.#choices.chance(isRoot ? 90 : 40)) return objects;
    return [TypeNameMetaFieldDef, ...leaves];
  }

  /** The field's arguments, new ones or those of an earlier selection. */
  #call(type: GraphQLCompositeType, field: Field): string {
    const coordinate = `${type.name}.${field.name}`;
    const earlier = this.#calls.get(coordinate) ?? [];
    this.#calls.set(coordinate, earlier);
    if (earlier.length > 0 && this.#choices.chance(50)) return this.#choices.pick(earlier);
    const passed = field.args.flatMap((argument) => this.#argument(argument));
    const call = passed.length > 0 ? `(${passed.join(", ")})` : "";
    earlier.push(call);
    return call;
  }

  #argument({ name, type, defaultValue }: GraphQLArgument): string[] {
    const isRequired = isNonNullType(type) && defaultValue === undefined;
    // Without a size, estimates of nested pages leave the budget.
    if (!isRequired && !this.#choices.chance(name === "first" ? 85 : 30)) return [];
    return [`${name}: ${this.#literal(type, name, { hasDefault: defaultValue !== undefined })}`];
  }

  /** A name in the answer that has this meaning already, or none yet. */
  #key(name: string, meaning: string): string {
    const known = [...this.#meanings.keys()];
    const wanted = this.#choices.chance(25) ? this.#alias(known) : name;
    let key = wanted;
    for (let count = 1; (this.#meanings.get(key) ?? meaning) !== meaning; count += 1) {
      key = `${wanted}${count}`;
    }
    this.#meanings.set(key, meaning);
    return key;
  }

  #alias(known: readonly string[]): string {
    if (this.#choices.chance(this.#oddNamePercent)) return this.#choices.pick(ODD_NAMES);
    if (known.length === 0 || !this.#choices.chance(this.#oddNamePercent))
      return `a${this.#choices.upTo(5)}`;
    return `${this.#choices.pick(known)}_${this.#choices.pick(known)}`;
  }

  #directives(): string {
    if (!this.#choices.chance(this.#directivePercent)) return "";
    const names = this.#choices.pick([["include"], ["skip"], ["skip", "include"]]);
    return names.map((name) => `@${name}(if: ${this.#condition()}) `).join("");
  }

  #condition(): string {
    const Boolean = this.#schema.getType("Boolean") as GraphQLInputType;
    if (this.#choices.chance(40)) return this.#choices.pick(["true", "false"]);
    return this.#variable(Boolean, "if", { isRequired: true });
  }

  #literal(
    type: GraphQLInputType,
    name: string,
    { hasDefault = false, isOneOf = false } = {},
  ): string {
    const isRequired = isNonNullType(type);
    const nullable = isRequired ? type.ofType : type;
    if (this.#choices.chance(this.#variablePercent)) {
      return this.#variable(nullable, name, {
        isRequired: isRequired || isOneOf,
        hasDefault,
        isOneOf,
      });
    }
    if (!isRequired && !isOneOf && this.#choices.chance(10)) return "null";
    if (isListType(nullable)) {
      const length = this.#choices.upTo(3);
      const items = Array.from({ length }, () => this.#literal(nullable.ofType, name));
      return `[${items.join(", ")}]`;
    }
    if (isInputObjectType(nullable)) {
      const all = Object.values(nullable.getFields());
      const fields = nullable.isOneOf
        ? [this.#choices.pick(all)]
        : all.filter(({ type }) => isNonNullType(type) || this.#choices.chance(30));
      const written = fields.map((field) => {
        const options = { hasDefault: field.defaultValue !== undefined, isOneOf: nullable.isOneOf };
        return `${field.name}: ${this.#literal(field.type, field.name, options)}`;
      });
      return `{ ${written.join(", ")} }`;
    }
    return toLiteral(this.#values.leaf(nullable, name), nullable);
  }

  /** A variable, new or used before, for a place that takes values of this type. */
  #variable(
    type: GraphQLInputType,
    place: string,
    { isRequired = false, hasDefault = false, isOneOf = false },
  ): string {
    const { chance } = this.#choices;
    const isNullable = (!isRequired && !chance(30)) || (hasDefault && chance(40));
    const withDefault = !isOneOf && chance(25);
    const isNonNull = !isNullable && (!withDefault || chance(30));
    const written = `${String(type)}${isNonNull ? "!" : ""}`;
    const described = `${place}:${written}${withDefault ? "=" : ""}`;
    const earlier = this.#variables.filter((variable) => variable.type === described);
    if (earlier.length > 0 && chance(50)) return `$${this.#choices.pick(earlier).name}`;

    const name = this.#variableName();
    const initial = withDefault ? ` = ${toLiteral(this.#values.of(type, place), type)}` : "";
    this.#variables.push({
      name,
      type: described,
      definition: `$${name}: ${written}${initial}`,
    });
    if (chance(1)) this.#given[name] = this.#values.wrong();
    else if (isNonNull && !withDefault) this.#given[name] = this.#values.of(type, place);
    else if (chance(30)) return `$${name}`;
    else this.#given[name] = !isNonNull && chance(15) ? null : this.#values.of(type, place);
    return `$${name}`;
  }

  #variableName(): string {
    const odd = this.#choices.pick(ODD_NAMES);
    const isFree = !this.#variables.some(({ name }) => name === odd);
    return isFree && this.#choices.chance(this.#oddNamePercent)
      ? odd
      : `v${this.#variables.length}`;
  }
}
