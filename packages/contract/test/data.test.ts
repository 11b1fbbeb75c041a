import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { silent } from '@lockstep/base';
import { borrowPostgres, type Postgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { checkData, readDataRules } from '../src/data/data-checks.ts';
import { checkRowSecurity } from '../src/data/row-security.ts';

const scope = new Scope();
let postgres: Postgres;
let url: string;
beforeAll(async () => {
  postgres = await borrowPostgres(scope, { seed: supabaseRoles });
  url = await postgres.createDatabase('contract_data');
  await postgres.query(
    `create table public.clinics (id int primary key);
     create table public.patients (id int primary key, clinic_id int, secret text);
     create table public.private (id int);
     insert into public.patients values (1, 7, 'nobody may read this');
     alter table public.patients enable row level security;
     grant usage on schema public to anon, authenticated;
     create sequence public.numbers;
     create function public.wipes() returns bigint language sql volatile as 'delete from public.patients returning 1::bigint';
     create function public.wipes_as_owner() returns bigint language sql volatile security definer as 'delete from public.patients returning 1::bigint';
     create function public.switches() returns bigint language plpgsql as $$ begin set transaction_read_only = off; delete from public.patients; return 1; end $$;
     create function public.sets() returns bigint language plpgsql set default_transaction_read_only = off as $$ begin delete from public.patients; return 1; end $$;
     grant select on public.patients to authenticated;`,
    [],
    'contract_data',
  );
});
afterAll(() => scope[Symbol.asyncDispose]());

const tools = (timeoutMs = 60_000) => ({ log: silent, signal: new AbortController().signal, timeoutMs });
/** Everything that a query could have changed. */
const state = () =>
  postgres.query(
    `select (select count(*)::int from public.patients) as patients, (select last_value::text from public.numbers) as number,
       (select count(*)::int from pg_catalog.pg_largeobject_metadata) as objects,
       (select count(*)::int from pg_catalog.pg_locks where locktype = 'advisory') as locks`,
    [],
    'contract_data',
  );
const run = async (query: string, expectation: unknown, timeoutMs?: number) => {
  const { problems, rules } = readDataRules({ checks: [{ name: 'rule', query, expect: expectation }] }, 'data');
  expect(problems).toEqual([]);
  const checks = await checkData(url, rules, tools(timeoutMs));
  return checks.map(({ measured, reason, verdict }) => ({ measured, reason, verdict }));
};

describe('a rule of data', () => {
  test.each<[string, unknown, object]>([
    ['select count(*) from public.patients', '= 1', { verdict: 'pass', reason: 'holds', measured: 'count 1' }],
    ['select count(*) as "Old ones", 2 as kept from public.patients;', { kept: '>=1' }, { verdict: 'pass' }],
    [
      'select count(*) as orphans from public.patients p where not exists (select from public.clinics c where c.id = p.clinic_id)',
      0,
      { verdict: 'fail', reason: 'does-not-hold', measured: 'orphans 1' },
    ],
    ['select count(*) as a, 1 as b from public.patients', '= 1', { verdict: 'unknown', reason: 'other-columns' }],
    [
      'select secret from public.patients',
      '= 0',
      { verdict: 'unknown', reason: 'query-no-counts', measured: 'no counts' },
    ],
    ['select null as a', '= 0', { verdict: 'unknown' }],
    ['select 1 where false', '= 0', { verdict: 'unknown', reason: 'query-rows' }],
    ['select 1 as a union all select 1', '= 1', { verdict: 'unknown', reason: 'query-rows' }],
    [
      'select count(*) from public.nothing',
      '= 0',
      { verdict: 'unknown', reason: 'query-sql', measured: 'SQLSTATE 42P01' },
    ],
  ])('%s', async (query, expectation, expected) => {
    expect(await run(query, expectation)).toEqual([expect.objectContaining(expected)]);
  });

  test('that does not end in time is unknown', async () => {
    const [check] = await run('select pg_sleep(600)::text', '= 0', 500);
    expect(check).toMatchObject({ verdict: 'unknown', reason: 'query-timeout' });
  });

  test.each([
    'delete from public.patients returning 1',
    'select 1; commit; delete from public.patients; select 1',
    'with gone as (delete from public.patients returning 1) select count(*) from gone',
    "select 1') ; commit; delete from public.patients; select ('1",
    'set transaction read write',
  ])('changes nothing: %s', async (query) => {
    expect(await run(query, '= 1')).toMatchObject([{ verdict: 'unknown' }]);
    const left = await postgres.query('select count(*)::int as n from public.patients', [], 'contract_data');
    expect(left).toEqual([{ n: 1 }]);
  });

  test.each([
    ['a function that writes', 'select public.wipes()'],
    ['one that does so as its owner', 'select public.wipes_as_owner()'],
    ['one that switches reading alone off', 'select public.switches()'],
    ['one whose own setting does', 'select public.sets()'],
    ['the setting itself', "select length(set_config('transaction_read_only', 'off', false))"],
    ['a sequence', "select nextval('public.numbers')"],
    ['a program', "copy (select 1) to program 'touch /tmp/lockstep-hostile'"],
    ['a file', "copy public.patients to '/tmp/lockstep-hostile'"],
    ['a block', 'do $$ begin delete from public.patients; end $$'],
    ['a large object', 'select lo_create(0)::text'],
    ['what follows a dollar quote', 'select $a$1$a$; delete from public.patients'],
  ])('is kept from it: %s', async (_, query) => {
    const before = await state();
    expect(await run(query, '= 1')).toMatchObject([{ verdict: 'unknown' }]);
    expect(await state()).toEqual(before);
  });

  test('leaves nothing behind: no lock, no setting, no prepared statement, not even for the next rule', async () => {
    const hostile = [
      { name: 'lock', query: 'select count(pg_advisory_lock(42)) as n', expect: '= 1' },
      { name: 'setting', query: "select count(set_config('statement_timeout', '0', false)) as n", expect: '= 1' },
      {
        name: 'locks',
        query: "select count(*) as n from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()",
        expect: '= 0',
      },
      { name: 'slow', query: 'select count(pg_sleep(20)) as n', expect: '= 1' },
    ];
    const { rules } = readDataRules({ checks: hostile }, 'data');
    const checks = await checkData(url, rules, tools(3_000));
    expect(checks.map(({ reason }) => reason)).toEqual(['holds', 'holds', 'holds', 'query-timeout']);
  });

  test('that is not well-formed is refused, with all that is wrong', () => {
    const wrong = {
      checks: [
        { name: 'Not This', query: '', expect: 'few' },
        { name: 'a', query: 'x', expect: 1 },
        { name: 'a', query: 'x', expect: 1 },
      ],
    };
    expect(readDataRules(wrong, 'data').problems).toHaveLength(4);
    expect(readDataRules({}, 'data').problems).toHaveLength(1);
  });
});

describe('row-level security of what the Data API serves', () => {
  const look = async () => {
    const { checks } = await checkRowSecurity(url, ['public'], tools());
    return checks.map(({ verdict, what }) => [verdict, what]);
  };

  test('passes where it is active on each table that somebody may use', async () => {
    expect(await look()).toEqual([['pass', 'all tables']]);
  });

  test('fails by the name of a table that is open, even by one column', async () => {
    await postgres.query('grant select (id) on public.clinics to anon', [], 'contract_data');
    expect(await look()).toEqual([['fail', 'public.clinics']]);
  });
});
