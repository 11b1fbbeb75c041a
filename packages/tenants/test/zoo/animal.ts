import type { Intent } from '../../src/intent.ts';

/** One leak in a schema that is sound without it, and a twin that looks like it and is none. */
export interface Animal {
  readonly name: string;
  readonly intent?: Partial<Intent>;
  /** What both have besides the sound schema of the ground. */
  readonly schema?: string;
  readonly leak: string;
  readonly twin: string;
  /** After everything was granted to everyone. */
  readonly after?: { readonly leak: string; readonly twin: string };
  /** `CHECK OBJECT as IDENTITY`: what must fail, and nothing else; for the twin nothing at all. */
  readonly finds: readonly string[];
  /** What passes and is told all the same, in the same form; for the twin nothing. */
  readonly tells?: readonly string[];
}

export const MINE = 'tenant_id in (select public.my_tenants())';

const as = (who: string, checks: readonly string[]) => checks.map((check) => `${check} as ${who}`);
export const member = (...checks: readonly string[]) => as('member', checks);
export const noTenant = (...checks: readonly string[]) => as('authenticated of no tenant', checks);
export const signedIn = (...checks: readonly string[]) => [...noTenant(...checks), ...member(...checks)];
export const everyone = (...checks: readonly string[]) => [...as('anon', checks), ...signedIn(...checks)];
export { as };
