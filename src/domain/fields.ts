/** The same fields, of which those that may be null may be left out, too. */
export type NullableIsOptional<Type> = {
  [Name in keyof Type as null extends Type[Name] ? never : Name]: Type[Name];
} & {
  [Name in keyof Type as null extends Type[Name] ? Name : never]?: Type[Name] | undefined;
};

/** An object that names every field of `Type`, also those that may be left out: `satisfies AllFields<Type>`. */
export type AllFields<Type> = { [Name in keyof Required<Type>]: Type[Name] };

/**
 * Holds that nothing is left of an input whose fields were taken out by name. A field that is added to the input and
 * not handled does not compile.
 */
export function assertNothingLeft(_rest: Record<string, never>): void {
  // The type says it all.
}

/** Whether a record has these values already. */
export const hasValues = <Type>(record: Type, values: Partial<Type>): boolean =>
  Object.entries(values).every(([name, value]) => record[name as keyof Type] === value);
