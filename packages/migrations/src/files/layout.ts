/**
 * How files say what they are.
 * - `supabase`: `N_name.sql`, the way down in another folder under the same name
 * - `pairs`: `N_name.up.sql` and `N_name.down.sql`
 * - `sections`: `N_name.sql` with `-- migrate:up` and `-- migrate:down` in it
 */
export type Layout = 'supabase' | 'pairs' | 'sections';

export type FileName =
  | { readonly kind: 'up' | 'down'; readonly version: string; readonly name: string }
  /** Not SQL, or deliberately out of the way. */
  | { readonly kind: 'other' }
  | { readonly kind: 'refused'; readonly why: string };

const MIGRATION = /^([0-9]+)_(.*)\.sql$/;

/** What a file name means in a layout. */
export function readName(file: string, layout: Layout): FileName {
  if (!/\.sql$/i.test(file) || file.startsWith('.')) return { kind: 'other' };
  const match = MIGRATION.exec(file);
  if (match?.[1] === undefined || match[2] === undefined) {
    return { kind: 'refused', why: 'nobody would apply this; name it NUMBER_name.sql, in lower case behind the dot' };
  }
  const [, version, rest] = match;
  const half = /\.(up|down)$/.exec(rest);
  if (layout === 'pairs') {
    if (half === null)
      return { kind: 'refused', why: `neither .up.sql nor .down.sql; rename it to ${version}_${rest}.up.sql` };
    return { kind: half[1] as 'up' | 'down', version, name: rest.slice(0, half.index) };
  }
  if (half !== null) {
    const where =
      half[1] === 'down'
        ? 'move it to the folder of the ways down'
        : `rename it to ${version}_${rest.slice(0, half.index)}.sql`;
    return { kind: 'refused', why: `the Supabase CLI would apply this as a migration of its own; ${where}` };
  }
  return { kind: 'up', version, name: rest };
}

/** The layout that the files show; a list of what speaks for which where they do not agree. */
export function detectLayout(
  files: readonly { readonly name: string; readonly hasSections: boolean }[],
): Layout | { readonly mixed: string } {
  const seen = new Map<Layout, string>();
  for (const { name, hasSections } of files) {
    if (!MIGRATION.test(name)) continue;
    const layout = /\.(up|down)\.sql$/.test(name) ? 'pairs' : hasSections ? 'sections' : 'supabase';
    if (!seen.has(layout)) seen.set(layout, name);
  }
  // A stray `N_name.down.sql` beside whole files is a mistake of the Supabase layout, not a second layout.
  const hasUps = files.some((file) => /\.up\.sql$/.test(file.name));
  if (seen.has('pairs') && seen.size > 1 && !hasUps) seen.delete('pairs');
  if (seen.size > 1) {
    return { mixed: [...seen].map(([layout, name]) => `${name} looks like "${layout}"`).join(', ') };
  }
  return [...seen.keys()][0] ?? 'supabase';
}
