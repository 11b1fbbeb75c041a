import { afterAll, beforeAll, expect } from '@jest/globals';
import { silent } from '@lockstep/base';
import { openSession, readDatabaseUrl, type Session } from '@lockstep/postgres';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { auditTenants } from '../src/audit.ts';
import { type Ground, intent, sound, startGround } from './ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

test('a server of production is refused', async () => {
  const url = await ground.database(sound);
  const [row] = await ground.postgres.query<{ id: string }>(
    'select system_identifier::text id from pg_control_system()',
  );
  const result = await ground.audit(url, {}, { production: ['1', row?.id ?? ''] });
  expect(result).toMatchObject({ kind: 'refused', why: { kind: 'is-production' } });
});

test('rows of somebody are refused, also where they are users only', async () => {
  const url = await ground.database(`${sound} insert into auth.users (id) values (gen_random_uuid())`);
  expect(await ground.audit(url)).toMatchObject({ kind: 'refused', why: { kind: 'has-rows', detail: 'auth.users' } });
});

test('another session is refused', async () => {
  const url = await ground.database(sound);
  const other = await openSession(readDatabaseUrl(url), { log: silent, signal: undefined, applicationName: 'someone' });
  try {
    expect(await ground.audit(url)).toMatchObject({
      kind: 'refused',
      why: { kind: 'in-use', detail: 'someone (user postgres)' },
    });
  } finally {
    await other.close();
  }
});

test('a lock of somebody else ends the audit after lock-timeout, and nothing is left', async () => {
  const url = await ground.database(sound);
  const target = readDatabaseUrl(url);
  const options = { log: silent, signal: undefined };
  const session = await openSession(target, { ...options, applicationName: 'audit' });
  // The other one comes once the audit has seen that it is alone.
  const rows = session.rows.bind(session);
  let other: Session | undefined;
  session.rows = async (sql) => {
    if (sql === 'begin') {
      other = await openSession(target, { ...options, applicationName: 'someone' });
      await other.rows('begin; lock table public.note in access exclusive mode');
    }
    return rows(sql);
  };
  try {
    const result = await auditTenants(session, {
      ...{ intent, production: [], dryRun: false, lockTimeoutMs: 50, statementTimeoutMs: 20_000 },
    });
    expect(result.kind).toBe('locked');
    await other?.rows('rollback');
    expect(await rows('select (select count(*) from public.tenant) + (select count(*) from auth.users)')).toEqual([
      ['0'],
    ]);
  } finally {
    await other?.close();
    await session.close();
  }
});

test('nothing is left of an audit', async () => {
  const url = await ground.database(sound);
  expect((await ground.audit(url)).kind).toBe('audited');
  const session = await openSession(readDatabaseUrl(url), { log: silent, signal: undefined, applicationName: 'look' });
  try {
    const tables = ['public.tenant', 'public.membership', 'public.note', 'public.comment', 'auth.users'];
    const many = tables.map((table) => `select count(*) n from ${table}`).join(' union all ');
    expect(await session.rows(`select sum(n) from (${many}) x`)).toEqual([['0']]);
  } finally {
    await session.close();
  }
});

test('names that lead nowhere are refused all at once', async () => {
  const url = await ground.database(sound);
  const changes = {
    tenantTable: 'public.nowhere',
    membership: { table: 'public.membership', userColumn: 'nobody', tenantColumn: 'tenant_id', roleColumn: undefined },
  };
  await expect(ground.audit(url, changes)).rejects.toThrow(/public\.nowhere[\s\S]*nobody/);
});

test('a volatile function is called only where it is declared, and nothing it did is left', async () => {
  const url = await ground.database(
    `${sound} create table public.calls (n int); alter table public.calls enable row level security;
     create function public.call_me() returns int language sql volatile security definer as 'insert into public.calls values (1) returning n'`,
  );
  const count = async () => {
    const name = new URL(url).pathname.slice(1);
    return (await ground.postgres.query<{ n: number }>('select count(*)::int n from public.calls', [], name))[0]?.n;
  };
  const quiet = await ground.audit(url);
  expect(quiet).toMatchObject({ kind: 'audited' });
  if (quiet.kind !== 'audited') return;
  expect([
    ...new Set(quiet.functions.filter(({ routine }) => routine.label === 'public.call_me').map(({ kind }) => kind)),
  ]).toEqual(['not-called']);
  const called = await ground.audit(url, { callable: ['public.call_me'] });
  if (called.kind !== 'audited') throw new Error(called.kind);
  expect([
    ...new Set(called.functions.filter(({ routine }) => routine.label === 'public.call_me').map(({ kind }) => kind)),
  ]).toEqual(['apart']);
  expect(await count()).toBe(0);
});

test('a role that cannot be taken is refused: all would look apart', async () => {
  const url = await ground.database(
    `${sound} create role loner_of_tenants login bypassrls`,
    'grant all on all tables in schema public to loner_of_tenants; grant usage on schema auth to loner_of_tenants; grant all on auth.users to loner_of_tenants',
  );
  try {
    await expect(ground.audit(url.replace('postgres@', 'loner_of_tenants@'))).rejects.toThrow(/grant authenticated to/);
  } finally {
    await ground.forget();
    await ground.postgres.query('drop role loner_of_tenants');
  }
});
