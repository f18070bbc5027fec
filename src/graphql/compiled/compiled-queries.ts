import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import type { RequestPlan } from "../limits/request-plan.js";
import { isCompilable, stepsOf } from "./compilable.js";

/** A query in a validated document. */
export interface Query {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  plan: RequestPlan;
  /** Whether it is in a manifest of trusted documents. */
  isTrusted: boolean;
}

/** The fixed memory of a compiled query, in steps. */
const STEPS_OF_ANY = 20;
/** The maximum of steps that are kept compiled; a step occupies some 2.5 KB. */
const MAX_STEPS_KEPT = 10_000;

/**
 * The compiled forms of queries. A trusted query is compiled at its first use; others are compiled at their second,
 * since compiling takes longer than one execution, and only as many of them are kept as fit in a fixed memory.
 */
export class CompiledQueries {
  /** The compiled form of operations: null if it cannot be compiled, "once" if the operation has run only once. */
  readonly #compiled = new WeakMap<OperationDefinitionNode, CompiledQuery | null | "once">();
  /** The size of each compiled operation that is not trusted, in steps; the least recently used one comes first. */
  readonly #sizes = new Map<OperationDefinitionNode, number>();
  #stepsKept = 0;
  readonly #compile: typeof compileQuery;

  constructor(compile = compileQuery) {
    this.#compile = compile;
  }

  /**
   * The compiled form of an operation; null if it cannot be compiled, or is not yet.
   *
   * @param read gives the query of the operation; called only if its compiled form is not known.
   */
  of(operation: OperationDefinitionNode, read: () => Query): CompiledQuery | null {
    const known = this.#compiled.get(operation);
    if (known !== undefined && known !== "once") {
      this.#markAsUsed(operation);
      return known;
    }
    const query = read();
    if (known === undefined && !query.isTrusted) {
      this.#compiled.set(operation, "once");
      return null;
    }
    return this.#add(query);
  }

  #add(query: Query): CompiledQuery | null {
    const { schema, document, operation, plan, isTrusted } = query;
    const compiled = isCompilable(schema, operation, plan, { isTrusted })
      ? this.#compiledForm(schema, document, operation)
      : null;
    this.#compiled.set(operation, compiled);
    if (compiled && !isTrusted) this.#keep(operation, stepsOf(schema, operation, plan.fragments));
    return compiled;
  }

  #compiledForm(
    schema: GraphQLSchema,
    document: DocumentNode,
    { name }: OperationDefinitionNode,
  ): CompiledQuery | null {
    const compiled = this.#compile(schema, document, name?.value, {
      // The values of built-in scalars and enums come from typed columns and need no validation.
      disableLeafSerialization: true,
    });
    return isCompiledQuery(compiled) ? compiled : null;
  }

  #markAsUsed(operation: OperationDefinitionNode): void {
    const steps = this.#sizes.get(operation);
    if (steps === undefined) return;
    this.#sizes.delete(operation);
    this.#sizes.set(operation, steps);
  }

  /** Keeps a compiled operation, and evicts the least recently used ones if all of them together are too large. */
  #keep(operation: OperationDefinitionNode, steps: number): void {
    this.#sizes.set(operation, STEPS_OF_ANY + steps);
    this.#stepsKept += STEPS_OF_ANY + steps;
    for (const [unused, itsSteps] of this.#sizes) {
      if (this.#stepsKept <= MAX_STEPS_KEPT) return;
      this.#sizes.delete(unused);
      this.#stepsKept -= itsSteps;
      this.#compiled.set(unused, "once");
    }
  }
}
