/**
 * How files say what they are.
 * - `supabase`: `N_name.sql`, the down migration in another folder under the same name
 * - `pairs`: `N_name.up.sql` and `N_name.down.sql`
 * - `sections`: `N_name.sql` with `-- migrate:up` and `-- migrate:down` in it
 * - `flyway`, `folders`, `drizzle`: see `layouts/`
 */
export type Layout = 'supabase' | 'pairs' | 'sections' | 'flyway' | 'folders' | 'drizzle';

export type FileName =
  | { readonly kind: 'up' | 'down'; readonly version: string; readonly name: string }
  /** Not SQL, or deliberately out of the way. */
  | { readonly kind: 'other' }
  /** `version`: the digits that it begins with; undefined where nothing says that a migration was meant. */
  | { readonly kind: 'refused'; readonly why: string; readonly version: string | undefined };

const MIGRATION = /^([0-9]+)_(.*)\.sql$/;
/** How tools mark the halves of a migration in the name, the up first. */
const HALF = /\.(?:(up|do|deploy)|(down|undo|rollback|revert|drop))$/i;

/** What a file name means in a layout. */
export function readName(file: string, layout: Layout): FileName {
  if (!/\.sql$/i.test(file) || file.startsWith('.')) return { kind: 'other' };
  const match = MIGRATION.exec(file);
  if (match?.[1] === undefined || match[2] === undefined) {
    const why = 'the file name is not a migration; rename it to NUMBER_name.sql, with a lower-case .sql';
    return { kind: 'refused', why, version: /^\d+/.exec(file)?.[0] };
  }
  const [, version, rest] = match;
  if (layout === 'pairs') {
    const half = /\.(up|down)$/.exec(rest);
    if (half !== null) return { kind: half[1] as 'up' | 'down', version, name: rest.slice(0, half.index) };
    const why = `neither .up.sql nor .down.sql; rename it to ${version}_${rest.replace(HALF, '')}.up.sql`;
    return { kind: 'refused', why, version };
  }
  const half = HALF.exec(rest);
  if (half !== null) {
    const todo =
      half[2] === undefined
        ? `rename it to ${version}_${rest.slice(0, half.index)}.sql`
        : 'move it to the directory of down migrations';
    return { kind: 'refused', why: `the Supabase CLI would apply this as another migration; ${todo}`, version };
  }
  return { kind: 'up', version, name: rest };
}

/** Of `1_a_up.sql` and `1_a_down.sql`, or `1_a.sql` and `1_a_down.sql`, the names of the downs. */
export function downsByName(files: readonly string[]): ReadonlySet<string> {
  const all = new Set(files.map((file) => file.toLowerCase()));
  return new Set(
    files.filter((file) => {
      const half = /([-_])(down|undo|rollback|revert)\.sql$/i.exec(file);
      if (half === null) return false;
      const stem = file.slice(0, half.index).toLowerCase();
      return ['', '_up', '-up', '_do', '-do'].some((ending) => all.has(`${stem}${ending}.sql`));
    }),
  );
}

/**
 * The layout that the files show. Where they do not agree, that of most of them: what does not fit it is refused by
 * name, if it is still to be run.
 */
export function detectLayout(files: readonly { readonly name: string; readonly hasSections: boolean }[]): Layout {
  const named = files.filter(({ name }) => MIGRATION.test(name));
  // A stray `N_name.down.sql` beside whole files is a mistake of the Supabase layout, not a second layout.
  if (named.some(({ name }) => /\.up\.sql$/.test(name))) return 'pairs';
  const whole = named.filter(({ name }) => !/\.down\.sql$/.test(name));
  if (whole.length === 0) return named.length > 0 ? 'pairs' : 'supabase';
  return whole.filter(({ hasSections }) => hasSections).length * 2 > whole.length ? 'sections' : 'supabase';
}
