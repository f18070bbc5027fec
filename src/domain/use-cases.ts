import type { Context } from "./context.js";

/** A function that a caller may use: its context first, then what it is about. */
type UseCase = (context: Context, ...input: never[]) => unknown;

/** A use case without its context. */
type Bound<Function> = Function extends (context: Context, ...input: infer Input) => infer Result
  ? (...input: Input) => Result
  : never;

/** The use cases of a group without their context. */
export type BoundGroup<Group> = { [Name in keyof Group]: Bound<Group[Name]> };

/**
 * The same use cases, each bound to this context.
 *
 * @param guard is called with the name of a use case before it is, and throws if the caller may not use it.
 */
export function bind<Group extends Readonly<Record<string, UseCase>>>(
  group: Group,
  context: Context,
  guard: (name: keyof Group & string) => void,
): BoundGroup<Group> {
  return Object.fromEntries(
    Object.entries(group).map(([name, useCase]) => [
      name,
      (...input: never[]) => {
        guard(name);
        return useCase(context, ...input);
      },
    ]),
  ) as BoundGroup<Group>;
}
