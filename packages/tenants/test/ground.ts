import { silent } from '@lockstep/base';
import { openSession, readDatabaseUrl } from '@lockstep/postgres';
import { borrowPostgres, type Postgres, type PostgresVersion, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { type AuditOptions, auditTenants } from '../src/audit.ts';
import type { Audited, AuditResult } from '../src/findings.ts';
import type { Identity, Intent } from '../src/intent.ts';

export const anon: Identity = {
  name: 'anon',
  role: 'anon',
  isUser: false,
  claims: {},
  settings: {},
  memberRole: undefined,
};
export const member: Identity = { ...anon, name: 'member', role: 'authenticated', isUser: true };

export const intent: Intent = {
  tenantTable: 'public.tenant',
  userTable: 'auth.users',
  membership: { table: 'public.membership', userColumn: 'user_id', tenantColumn: 'tenant_id', roleColumn: undefined },
  identities: [anon, member],
  schemas: ['public'],
  publicObjects: [],
  auditTables: [],
  callable: [],
  ownRows: [],
  buckets: {},
  fixtures: {},
};

/** A sound schema: what every leak is planted in. */
export const sound = `
create table public.tenant (id uuid primary key default gen_random_uuid(), name text not null);
create table public.membership (user_id uuid not null references auth.users on delete cascade, tenant_id uuid not null references public.tenant on delete cascade, primary key (user_id, tenant_id));
create function public.my_tenants() returns setof uuid language sql stable security definer set search_path = '' as 'select m.tenant_id from public.membership m where m.user_id = (select auth.uid())';
create table public.note (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant on delete cascade, title text not null);
create table public.comment (id bigint generated always as identity primary key, note_id uuid not null references public.note on delete cascade, body text not null);
alter table public.tenant enable row level security;
alter table public.membership enable row level security;
alter table public.note enable row level security;
alter table public.comment enable row level security;
create policy own on public.tenant for select to authenticated using (id in (select public.my_tenants()));
create policy own on public.membership for select to authenticated using (user_id = (select auth.uid()));
create policy own on public.note to authenticated using (tenant_id in (select public.my_tenants())) with check (tenant_id in (select public.my_tenants()));
create policy own on public.comment to authenticated
  using (exists (select from public.note n where n.id = note_id and n.tenant_id in (select public.my_tenants())))
  with check (exists (select from public.note n where n.id = note_id and n.tenant_id in (select public.my_tenants())));
`;
/** What Supabase grants for everything in public. */
const grants = `
grant all on all tables in schema public to anon, authenticated;
grant all on all sequences in schema public to anon, authenticated;
grant execute on all functions in schema public to anon, authenticated;
`;

export class Ground {
  readonly scope: Scope;
  readonly postgres: Postgres;
  #count = 0;

  constructor(scope: Scope, postgres: Postgres) {
    this.scope = scope;
    this.postgres = postgres;
  }

  /** A database with a schema and with every grant that a Supabase project makes. */
  async database(sql: string, after = ''): Promise<string> {
    const name = `tenants_${++this.#count}`;
    const url = await this.postgres.createDatabase(name);
    await this.postgres.query(`${sql};\n${grants}\n${after}`, [], name);
    return url;
  }

  async audit(url: string, changes: Partial<Intent> = {}, options: Partial<AuditOptions> = {}): Promise<AuditResult> {
    const session = await openSession(readDatabaseUrl(url), {
      log: silent,
      signal: undefined,
      applicationName: 'audit',
    });
    try {
      return await auditTenants(session, {
        intent: { ...intent, ...changes },
        production: [],
        dryRun: false,
        lockTimeoutMs: 2_000,
        statementTimeoutMs: 20_000,
        ...options,
      });
    } finally {
      await session.close();
    }
  }

  async found(sql: string, changes: Partial<Intent> = {}, after = ''): Promise<Found> {
    const url = await this.database(sql, after);
    const result = await this.audit(url, changes);
    if (result.kind !== 'audited') throw new Error(JSON.stringify(result));
    return foundIn(result);
  }

  /** Drops the database of the last test, and the roles that it made. */
  async forget(): Promise<void> {
    await this.postgres.dropDatabase(`tenants_${this.#count}`);
    await this.postgres.query('drop role if exists staff_of_zoo');
  }

  async end(): Promise<void> {
    await this.scope[Symbol.asyncDispose]();
  }
}

export interface Found {
  readonly leaks: readonly string[];
  readonly unknown: readonly string[];
  readonly audited: Audited;
}

/** `who verb what`, sorted. */
export function foundIn(audited: Audited): Found {
  const leaks = [
    ...[...audited.cells]
      .filter(({ kind }) => kind === 'leak')
      .map(({ actor, table, verb }) => `${actor} ${verb} ${table.label}`),
    ...audited.within
      .filter(({ kind }) => kind === 'leak')
      .map(({ actor, table, verb }) => `${actor} ${verb} ${table.label} of another user`),
    ...audited.views
      .filter(({ kind }) => kind === 'leak')
      .map(({ actor, verb, view }) => `${actor} ${verb} ${view.label}`),
    ...audited.functions
      .filter(({ kind }) => kind === 'leak')
      .map(({ actor, routine }) => `${actor} call ${routine.label}`),
    ...audited.auditTables
      .filter(({ kind }) => kind === 'leak')
      .map(({ actor, table }) => `${actor} audit ${table.label}`),
    ...audited.bypass.map(({ role }) => `${role} bypass`),
  ];
  const unknown = [
    ...[...audited.cells, ...audited.within]
      .filter(({ kind }) => ['control-failed', 'stopped-by-database', 'no-row'].includes(kind))
      .map(({ actor, evidence, kind, table, verb }) => `${actor} ${verb} ${table.label}: ${kind} ${evidence}`),
    ...audited.views
      .filter(({ kind }) => kind === 'failed')
      .map(({ actor, evidence, view }) => `${actor} ${view.label}: ${evidence}`),
    ...audited.functions
      .filter(({ kind }) => kind === 'failed' || kind === 'not-called' || kind === 'not-callable-here')
      .map(({ actor, evidence, kind, routine }) => `${actor} ${routine.label}: ${kind} ${evidence}`),
    ...audited.notSeeded.map(({ table, why }) => `${table.label}: ${why}`),
  ];
  return { leaks: [...new Set(leaks)].sort(), unknown: [...new Set(unknown)].sort(), audited };
}

export async function startGround(version?: PostgresVersion): Promise<Ground> {
  const scope = new Scope();
  const options = { seed: supabaseRoles, ...(version === undefined ? {} : { version }) };
  return new Ground(scope, await borrowPostgres(scope, options));
}
