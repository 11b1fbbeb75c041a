import type { Target } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import type { Folder } from '../files/folder.ts';
import { usesSupabase } from '../files/supabase-project.ts';
import { up } from '../up/up.ts';
import { withShadow } from './shadow.ts';

export type Built<T> =
  | { readonly kind: 'built'; readonly value: T }
  | { readonly kind: 'not-built'; readonly message: string };

/**
 * Gives `work` a database with everything that the migrations create, made on the target's server and dropped at the end.
 * The server must be one that may change: migrations may alter its roles.
 */
export async function withBuiltSchema<T>(
  engine: Engine,
  folder: Folder,
  work: (target: Target) => Promise<T>,
): Promise<Built<T>> {
  const needsSupabase = usesSupabase(folder);
  return withShadow(engine, { given: undefined, needsSupabase }, async (shadow): Promise<Built<T>> => {
    const { failure } = await up(shadow, { folder, phase: 'all', allowOutOfOrder: true });
    if (failure !== undefined) return { kind: 'not-built', message: failure.message };
    return { kind: 'built', value: await work(shadow.target) };
  });
}

/** As withBuiltSchema, but lets `look` see the database after each migration. */
export async function buildByFile(
  engine: Engine,
  folder: Folder,
  look: (target: Target, file: string) => Promise<void>,
): Promise<Built<undefined>> {
  return withShadow(engine, { given: undefined, needsSupabase: usesSupabase(folder) }, async (shadow) => {
    for (;;) {
      const { applied, failure } = await up(shadow, { folder, phase: 'all', allowOutOfOrder: true, steps: 1 });
      if (failure !== undefined) return { kind: 'not-built', message: failure.message };
      const [one] = applied;
      if (one === undefined) return { kind: 'built', value: undefined };
      await look(shadow.target, one.file);
    }
  });
}
