/** A JSON Schema as OpenAPI 3.1 has it, as far as this face needs one. */
export interface Schema {
  $id?: string;
  type?: "string" | "integer" | "boolean" | "object" | "array" | "null";
  format?: "email" | "date" | "date-time";
  description?: string;
  examples?: readonly unknown[];
  default?: unknown;
  maxLength?: number;
  exclusiveMinimum?: number;
  items?: Schema;
  anyOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
}

export interface ObjectSchema<Name extends string = string> extends Schema {
  type: "object";
  properties: Readonly<Record<Name, Schema>>;
  required: readonly string[];
}

/** An object of which all properties are required but those that are named as optional. */
export function object<Name extends string>(
  properties: Readonly<Record<Name, Schema>>,
  { id, optional = [] }: { id?: string; optional?: readonly NoInfer<Name>[] } = {},
): ObjectSchema<Name> {
  const names = Object.keys(properties) as Name[];
  const required = names.filter((name) => !optional.includes(name));
  return { ...(id && { $id: id }), type: "object", properties, required };
}

export const array = (items: Schema): Schema => ({ type: "array", items });
