import { type Missing, missingOf } from './judge-uses.ts';
import type { Relations } from './relations.ts';
import type { Use } from './use.ts';

/** Watches a schema migration by migration, and remembers with which each missing thing went. */
export interface Trace {
  readonly look: (file: string, schema: Relations) => void;
  readonly goneWith: (name: string) => string | undefined;
}

export function traceGone(uses: readonly Use[], missing: readonly Missing[]): Trace {
  const there = new Set<string>();
  const gone = new Map<string, string>();
  return {
    look: (file, schema) => {
      const lacking = new Set(missingOf(uses, schema).map(({ name }) => name));
      for (const { name, of } of missing) {
        // A column of a table that is not made yet is not there either.
        const is = !lacking.has(name) && (of === '' || schema.relations.has(of) || schema.functions.has(of));
        if (is) there.add(name);
        else if (there.delete(name)) gone.set(name, file);
      }
    },
    goneWith: (name) => gone.get(name),
  };
}
