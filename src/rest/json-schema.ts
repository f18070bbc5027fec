/** The part of JSON Schema (as in OpenAPI 3.1) that these endpoints need. */
export interface Schema {
  /** The name of the schema in the components of the OpenAPI document. */
  $id?: string;
  type?: SchemaType | readonly SchemaType[];
  format?: "email" | "date" | "date-time";
  description?: string;
  examples?: readonly unknown[];
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  items?: Schema;
  anyOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
}

type SchemaType = "string" | "integer" | "boolean" | "object" | "array" | "null";

export interface ObjectSchema<Name extends string = string> extends Schema {
  type: "object";
  properties: Readonly<Record<Name, Schema>>;
  required: readonly string[];
  /** The parameters that count as missing if their value is empty. */
  emptyIsAbsent?: readonly string[];
}

interface ObjectOptions<Name extends string> {
  id?: string;
  optional?: readonly NoInfer<Name>[];
  emptyIsAbsent?: readonly NoInfer<Name>[];
}

/** An object schema; all properties are required, except the optional ones. */
export function object<Name extends string>(
  properties: Readonly<Record<Name, Schema>>,
  { id, optional = [], emptyIsAbsent }: ObjectOptions<Name> = {},
): ObjectSchema<Name> {
  const names = Object.keys(properties) as Name[];
  const required = names.filter((name) => !optional.includes(name));
  return {
    ...(id && { $id: id }),
    type: "object",
    properties,
    required,
    ...(emptyIsAbsent && { emptyIsAbsent }),
  };
}

export const array = (items: Schema): Schema => ({ type: "array", items });

/** Whether values of the schema can be of this type. */
export const isOfType = ({ type }: Schema, wanted: SchemaType): boolean =>
  typeof type === "string" ? type === wanted : (type?.includes(wanted) ?? false);
