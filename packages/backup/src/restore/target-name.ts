import type { Target } from '@lockstep/postgres';

/**
 * What a person types to confirm a target: where it is, and nothing secret. All projects of a region share the host of
 * Supabase's pooler, so a project is named by the host that is its own.
 */
export function targetName({ host, user, database }: Pick<Target, 'host' | 'user' | 'database'>): string {
  const ref = /\.pooler\.supabase\.com$/.test(host) ? /\.([a-z0-9]{20})$/.exec(user)?.[1] : undefined;
  return `${ref === undefined ? host : `db.${ref}.supabase.co`}/${database}`;
}
