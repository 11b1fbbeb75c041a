import { openSession, type Target } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import type { Folder } from '../files/folder.ts';
import { usesSupabase } from '../files/supabase-project.ts';
import { up } from '../up/up.ts';
import { withShadow } from './shadow.ts';

export type Built<T> =
  | { readonly kind: 'built'; readonly value: T }
  | { readonly kind: 'not-built'; readonly message: string };

/**
 * What a Supabase project grants to whoever comes through its APIs: everything in public, as it was for tables that were
 * created before 30 October 2026, objects of Storage, and messages of Realtime, of which policies decide.
 */
const PLATFORM_GRANTS = `do $grants$ begin
${['tables', 'functions', 'sequences'].map((what) => `alter default privileges in schema public grant all on ${what} to anon, authenticated, service_role;`).join('\n')}
if to_regclass('storage.objects') is not null then grant all on storage.objects, storage.buckets to anon, authenticated, service_role; end if;
if to_regclass('realtime.messages') is not null then grant select, insert on realtime.messages to anon, authenticated, service_role; alter table realtime.messages enable row level security; end if;
end $grants$`;

export interface BuildOptions {
  /** Whether the database grants what a Supabase project grants; only where the migrations count on Supabase. */
  readonly platformGrants: boolean;
}

/**
 * Gives `work` a database with everything that the migrations create, made on the target's server and dropped at the end.
 * The server must be one that may change: migrations may alter its roles.
 */
export async function withBuiltSchema<T>(
  engine: Engine,
  folder: Folder,
  work: (target: Target) => Promise<T>,
  { platformGrants }: BuildOptions = { platformGrants: false },
): Promise<Built<T>> {
  const needsSupabase = usesSupabase(folder);
  return withShadow(engine, { given: undefined, needsSupabase }, async (shadow): Promise<Built<T>> => {
    if (needsSupabase && platformGrants) await grantAsPlatform(shadow);
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

async function grantAsPlatform({ log, signal, target }: Engine): Promise<void> {
  const session = await openSession(target, { log, signal, applicationName: 'lockstep build' });
  try {
    await session.rows(PLATFORM_GRANTS);
  } finally {
    await session.close();
  }
}
