import type { Context } from "./context.js";

/** A function that a caller may use: its context first, then what it is about. */
type UseCase = (context: Context, ...input: never[]) => unknown;

/** A use case without its context. */
type Bound<Function> = Function extends (context: Context, ...input: infer Input) => infer Result
  ? (...input: Input) => Result
  : never;

/** The same use cases, each bound to this context. */
export function bind<Group extends Readonly<Record<string, UseCase>>>(
  group: Group,
  context: Context,
): { [Name in keyof Group]: Bound<Group[Name]> } {
  return Object.fromEntries(
    Object.entries(group).map(([name, useCase]) => [
      name,
      (...input: never[]) => useCase(context, ...input),
    ]),
  ) as { [Name in keyof Group]: Bound<Group[Name]> };
}
