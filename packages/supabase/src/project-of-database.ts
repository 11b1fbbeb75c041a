import type { SupabaseApi } from './client.ts';
import { readProject } from './project.ts';

export interface DatabaseAddress {
  readonly host: string;
  readonly user: string;
}

/** Whether a database is the one of a project; `other` names the project that it is of. */
export type DatabaseOwner =
  | { readonly kind: 'same' }
  | { readonly kind: 'other'; readonly ref: string }
  | { readonly kind: 'not-known'; readonly host: string };

/** The project whose database an address names; undefined for an address that names none. Pure. */
export function projectOf({ host, user }: DatabaseAddress): string | undefined {
  const direct = /^db\.([a-z]{20})\.supabase\.(?:co|com|in|red|green)$/.exec(host)?.[1];
  if (direct !== undefined) return direct;
  return /\.pooler\.supabase\.com$/.test(host) ? /\.([a-z]{20})$/.exec(user)?.[1] : undefined;
}

/**
 * Whether an address is that of the project's database: by the address itself, or else by the host that the project has
 * in the Management API (permission `project_admin_read`).
 */
export async function ownerOf(api: SupabaseApi, ref: string, address: DatabaseAddress): Promise<DatabaseOwner> {
  const named = projectOf(address);
  if (named !== undefined) return named === ref ? { kind: 'same' } : { kind: 'other', ref: named };
  const { databaseHost } = await readProject(api, ref);
  return databaseHost === address.host ? { kind: 'same' } : { kind: 'not-known', host: address.host };
}
