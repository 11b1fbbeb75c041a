import type { Folder } from './folder.ts';

/** Names that say that a script counts on what every Supabase project has. */
const USES =
  /\b(anon|authenticated|service_role|authenticator|supabase_\w+)\b|\b(auth\.(users|uid|role|jwt|email)|storage\.(objects|buckets|foldername)|realtime\.\w+|vault\.\w+|extensions\.\w+)\b|\bschema\s+"?extensions"?/i;
/** As much of a script as is looked at: one that is larger holds data. */
const LOOKED_AT = 1 << 20;
/** Where Supabase's CLI keeps migrations. */
const ITS_FOLDER = /(^|\/)supabase\/migrations\/[^/]+$/;

/** Whether migrations count on a Supabase project, by what they say or by where they lie. Pure. */
export function usesSupabase({ migrations }: Pick<Folder, 'migrations'>): boolean {
  if (migrations.some(({ file }) => ITS_FOLDER.test(file))) return true;
  return mentionsSupabase(migrations);
}

/** Whether some migrations say so themselves. */
export function mentionsSupabase(migrations: Folder['migrations']): boolean {
  const scripts = migrations.flatMap(({ down, up }) => (down === undefined ? [up] : [up, down]));
  return scripts.some(({ source }) => USES.test(source.read(0, Math.min(source.size, LOOKED_AT)).toString('latin1')));
}
