import {
  getDirectiveValues,
  getNamedType,
  getNullableType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** The maximum of values that one operation may return: enough for a hundred doctors with a hundred appointments each. */
export const MAX_VALUES = 50_000;

/** The maximum of bytes that the names of the fields may occupy in a response. */
export const MAX_NAME_BYTES = 2 * 1024 * 1024;

/** An upper bound of the cost of an operation, computed before it runs. */
export interface Cost {
  /** The number of values of the response, plus the extra cost of its fields in the same unit. */
  values: number;
  /** The bytes that the names of the fields occupy in the response. */
  nameBytes: number;
}

/**
 * The extra cost of a field, by schema coordinate, besides the values that are selected in it: for example for a point read
 * or a list. One unit is the time that one value takes.
 */
const EXTRA: Readonly<Record<string, number>> = {
  "Query.node": 5,
  "Query.patient": 5,
  "Query.doctor": 5,
  "Query.appointment": 5,
  "Viewer.patient": 5,
  "Viewer.doctor": 5,
  "Query.patients": 20,
  "Query.doctors": 20,
  "Query.appointments": 20,
  "Patient.appointments": 5,
  "Doctor.appointments": 5,
  "Doctor.schedules": 5,
  "Doctor.scheduleExceptions": 5,
  "Doctor.workingTimes": 100,
  "Doctor.freeTimes": 200,
  "Doctor.appointmentsOutsideHours": 500,
  "Query.firstFreeTimes": 5_000,
  "Query.checkAppointment": 50,
  ...Object.fromEntries(
    [
      "AppointmentCheck",
      "SlotTakenError",
      "OutsideHoursError",
      "DoctorAwayError",
      "SlotHeldError",
      "TooCloseError",
      "TooShortNoticeError",
      "TooFarAheadError",
      "TimeRefusal",
    ].map((type) => [`${type}.nextFreeTimes`, 500]),
  ),
};
const MUTATION = 10;
const SEARCH = 2_500;
/** A count reads every row that it counts: most of a table for a list below Query, the rows of one person elsewhere. */
const COUNT_BELOW_QUERY = 5_000;
const COUNT_OF_ONE = 50;

/** The number of items of introspection lists; for the parts of a type, the mean of all types. */
const INTROSPECTION_ITEMS: Readonly<Record<string, (schema: GraphQLSchema) => number>> = {
  "__Schema.types": (schema) => typesOf(schema).length,
  "__Schema.directives": (schema) => schema.getDirectives().length,
  "__Type.fields": (schema) => mean(typesOf(schema), fieldCount),
  "__Type.inputFields": (schema) => mean(typesOf(schema).filter(isInputObjectType), fieldCount),
  "__Field.args": (schema) =>
    mean(
      typesOf(schema)
        .filter(isObjectType)
        .flatMap((type) => Object.values(type.getFields())),
      ({ args }) => args.length,
    ),
};

const typesOf = (schema: GraphQLSchema): GraphQLNamedType[] => Object.values(schema.getTypeMap());

const fieldCount = (type: GraphQLNamedType): number =>
  "getFields" in type ? Object.keys(type.getFields()).length : 0;

const mean = <Item>(items: readonly Item[], count: (item: Item) => number): number =>
  items.reduce((total, item) => total + count(item), 0) / Math.max(1, items.length);

/** The assumed number of items of other lists that are not pages. */
const USUAL_ITEMS = 2;

/**
 * Computes an upper bound of the cost of a selection. Each value counts as one. What is selected in a page counts as often
 * as the page may have items. All types of an interface count.
 *
 * @param variables coerced, or at least validated.
 */
export function costOf(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  root: { selectionSet: SelectionSetNode; type: GraphQLCompositeType },
  variables: Readonly<Record<string, unknown>>,
): Cost {
  // A fragment that is spread many times is computed once for each type and page size.
  const seen = new Map<SelectionSetNode, Map<string, Cost>>();

  const ofSelection = (
    set: SelectionSetNode,
    type: GraphQLCompositeType,
    page: PageContext,
  ): Cost => {
    const costs = seen.get(set) ?? new Map<string, Cost>();
    seen.set(set, costs);
    const key = `${type.name} ${page.items} ${page.isBelowQuery}`;
    const earlier = costs.get(key);
    if (earlier) return earlier;
    const cost = sum(set.selections.map((selection) => ofOne(selection, type, page)));
    costs.set(key, cost);
    return cost;
  };

  const ofOne = (selection: SelectionNode, type: GraphQLCompositeType, page: PageContext): Cost => {
    if (isLeftOut(selection, variables)) return NOTHING;
    if (selection.kind === Kind.FIELD) return ofField(selection, type, page);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      return fragment ? ofFragment(fragment, type, page) : NOTHING;
    }
    return ofFragment(selection, type, page);
  };

  const ofFragment = (
    {
      selectionSet,
      typeCondition,
    }: Pick<FragmentDefinitionNode, "selectionSet"> &
      Partial<Pick<FragmentDefinitionNode, "typeCondition">>,
    outer: GraphQLCompositeType,
    page: PageContext,
  ): Cost => {
    const type = typeCondition ? schema.getType(typeCondition.name.value) : outer;
    return isCompositeType(type) ? ofSelection(selectionSet, type, page) : NOTHING;
  };

  const ofField = (node: FieldNode, parent: GraphQLCompositeType, page: PageContext): Cost => {
    const field = fieldOf(parent, node.name.value);
    if (!field) return NOTHING;
    const type = getNamedType(field.type);
    const own = { values: extraOf(node, parent, page), nameBytes: nameBytesOf(node) };
    if (isLeafType(type) || !node.selectionSet) return sum([own, { values: 1, nameBytes: 0 }]);
    const items = itemsOf(schema, node, field, parent, page, variables);
    const inner = ofSelection(node.selectionSet, type as GraphQLCompositeType, {
      items: sizeArgument(node, field, variables) ?? page.items,
      isBelowQuery: parent === schema.getQueryType(),
    });
    return sum([
      own,
      { values: inner.values * items, nameBytes: (inner.nameBytes + BRACES) * items },
    ]);
  };

  const cost = ofSelection(root.selectionSet, root.type, { items: 1, isBelowQuery: false });
  return { values: Math.ceil(cost.values), nameBytes: Math.ceil(cost.nameBytes) };
}

/** What the selection on a connection needs to know about the field of the connection. */
interface PageContext {
  /** The maximum of items of the page. */
  items: number;
  /** Whether the list covers the whole clinic, not one person. */
  isBelowQuery: boolean;
}

const NOTHING: Cost = { values: 0, nameBytes: 0 };
const BRACES = 3;

const sum = (costs: readonly Cost[]): Cost =>
  costs.reduce(
    (total, { values, nameBytes }) => ({
      values: total.values + values,
      nameBytes: total.nameBytes + nameBytes,
    }),
    NOTHING,
  );

/** Includes the quotes, the colon and the comma. */
const nameBytesOf = ({ alias, name }: FieldNode): number => (alias ?? name).value.length + 4;

function extraOf(node: FieldNode, parent: GraphQLNamedType, page: PageContext): number {
  const name = node.name.value;
  if (parent.name === "Mutation") return MUTATION;
  if (name === "totalCount") return page.isBelowQuery ? COUNT_BELOW_QUERY : COUNT_OF_ONE;
  const isSearch =
    parent.name === "Query" &&
    (node.arguments ?? []).some(
      (argument) =>
        argument.name.value === "search" ||
        (name === "doctors" && argument.name.value === "filter"),
    );
  return (EXTRA[`${parent.name}.${name}`] ?? 0) + (isSearch ? SEARCH : 0);
}

/** Whether the lists of a type have as many items as `first` of the field that returned it says. */
export const isPage = (typeName: string): boolean =>
  typeName.endsWith("Connection") || typeName === "FreeTimes" || typeName === "WorkingTimes";

/** How often the selection of a field may occur in the response. */
function itemsOf(
  schema: GraphQLSchema,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  parent: GraphQLNamedType,
  page: PageContext,
  variables: Readonly<Record<string, unknown>>,
): number {
  if (!isListType(getNullableType(field.type))) return 1;
  if (isPage(parent.name)) return page.items;
  const introspected = INTROSPECTION_ITEMS[`${parent.name}.${field.name}`];
  if (introspected) return introspected(schema);
  return sizeArgument(node, field, variables) ?? USUAL_ITEMS;
}

/** The number of items that the arguments of a field request; null if it has no such argument. */
function sizeArgument(
  { arguments: nodes = [] }: FieldNode,
  { args }: GraphQLField<unknown, unknown>,
  variables: Readonly<Record<string, unknown>>,
): number | null {
  const argument = args.find(({ name }) => name === "first" || name === "ids");
  if (!argument) return null;
  const sent = nodes.find(({ name }) => name.value === argument.name)?.value;
  const value = sent?.kind === Kind.VARIABLE ? variables[sent.name.value] : undefined;
  if (sent?.kind === Kind.INT) return Number(sent.value);
  if (sent?.kind === Kind.LIST) return sent.values.length;
  if (Array.isArray(value)) return value.length;
  if (typeof value === "number") return value;
  return typeof argument.defaultValue === "number" ? argument.defaultValue : 1;
}

const META_FIELDS: Readonly<Record<string, GraphQLField<unknown, unknown>>> = Object.fromEntries(
  [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].map((field) => [field.name, field]),
);

/** The definition of a field that can be selected on a type, GraphQL's meta fields included. */
export function fieldOf(
  parent: GraphQLNamedType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  const meta = META_FIELDS[name];
  if (meta) return meta;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

/** Whether @skip or @include excludes a selection. */
function isLeftOut(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (!node.directives?.length) return false;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return skip?.["if"] === true || include?.["if"] === false;
}
