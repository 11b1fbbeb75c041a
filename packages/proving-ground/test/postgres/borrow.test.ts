import { afterAll, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { sampleOf } from '../../../../test/faults/matrix.ts';
import { borrowPostgres, type Postgres } from '../../src/postgres/index.ts';
import { Scope } from '../../src/scope/scope.ts';

const OPTIONS = { seed: 'create role everybody nologin; create table kept (i int)', settings: { work_mem: '5MB' } };
const scopes: Scope[] = [];
afterAll(() => Promise.all(scopes.map((scope) => scope[Symbol.asyncDispose]())));

async function lent<T>(use: (postgres: Postgres) => Promise<T>): Promise<T> {
  const scope = new Scope();
  try {
    return await use(await borrowPostgres(scope, OPTIONS));
  } finally {
    await scope[Symbol.asyncDispose]();
  }
}
const pidAfter = (sql: string, database = 'postgres') =>
  lent(async (postgres) => {
    await postgres.query(sql, [], database);
    return postgres.pid;
  });

test('is handed on without the databases and roles that were made in it', async () => {
  const first = await lent(async (postgres) => {
    await postgres.query('create role somebody login');
    await postgres.createDatabase('theirs', { owner: 'somebody' });
    return postgres.pid;
  });
  await lent(async (postgres) => {
    expect(postgres.pid).toBe(first);
    expect(await postgres.query("select from pg_roles where rolname = 'somebody'")).toEqual([]);
    expect(await postgres.query("select from pg_database where datname = 'theirs'")).toEqual([]);
    expect(await postgres.query("select from pg_roles where rolname = 'everybody'")).toHaveLength(1);
  });
});

test('is nobody else’s meanwhile', async () => {
  const [one, other] = [new Scope(), new Scope()];
  scopes.push(one, other);
  const servers = [await borrowPostgres(one, OPTIONS), await borrowPostgres(other, OPTIONS)];
  expect(new Set(servers.map(({ pid }) => pid)).size).toBe(2);
});

const CHANGES = [
  ['a setting of the server', "alter system set work_mem = '6MB'", 'postgres'],
  ['a setting of a role that was there', "alter role everybody set work_mem = '6MB'", 'postgres'],
  ['an object of template1', 'create table more (i int)', 'template1'],
  ['an object of postgres', 'create schema more', 'postgres'],
  ['a right to what was there', 'grant select on kept to everybody', 'template1'],
] as const;
test.each(sampleOf('changes of a borrowed server', CHANGES, 1))(
  'ends where %s was changed',
  async (_what, sql, database) => {
    const changed = await pidAfter(sql, database);
    expect(await pidAfter('select 1')).not.toBe(changed);
  },
);

test('ends where it no longer runs', async () => {
  const killed = await lent(async (postgres) => {
    const { pid } = postgres;
    await postgres.kill();
    return pid;
  });
  const next = await pidAfter('select 1');
  expect(next).toBeDefined();
  expect(next).not.toBe(killed);
});
