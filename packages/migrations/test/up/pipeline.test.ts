import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { startProxy } from '@lockstep/proving-ground/proxy';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import type { Limits } from '../../src/engine/engine.ts';
import { type UpReport, up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, type Recorded, recorder, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

interface Setup {
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  readonly url?: string;
  readonly log?: Recorded;
}

/** Applies `files`, in this order, as versions 1, 2, 3 and so on. */
function apply(database: Database, files: readonly string[], setup: Setup = {}): Promise<UpReport> {
  const named = Object.fromEntries(files.map((sql, i) => [`migrations/${i + 1}_f.up.sql`, sql]));
  const folder = folderOf(ground.scope, named);
  return up(engineOn(database, setup), { folder, phase: 'all', allowOutOfOrder: false });
}

/** As `apply`, while a reader holds the table `busy` until the first try to change it has given up. */
async function applyWhileBusy(database: Database, files: readonly string[]): Promise<UpReport> {
  await database.run('create table busy (id int)');
  const reader = await database.client();
  await reader.query('begin; select * from busy');
  const log = recorder();
  const running = apply(database, files, { log, limits: { lockTimeoutMs: 50 } });
  while (!log.lines.some((line) => line.includes('55P03'))) await new Promise((resolve) => setTimeout(resolve, 5));
  await reader.query('commit');
  await reader.end();
  return await running;
}

const table = (n: number) => `create table t${n} (id int);`;
/** Tables 1 to `count`, with something else in the place of some. */
const tables = (count: number, instead: Readonly<Record<number, string>> = {}) =>
  Array.from({ length: count }, (_, i) => instead[i + 1] ?? table(i + 1));
const versions = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));
const tableCount = (database: Database) =>
  database.value("select count(*)::int from pg_class where relkind = 'r' and relname ~ '^t[0-9]+$'");

describe('small files, which are under way together', () => {
  test('are each applied in a transaction of their own, in order, with their own time', async () => {
    const database = await ground.database();
    const report = await apply(database, tables(60, { 20: `${table(20)} select pg_sleep(0.3);` }));
    expect(report.applied.map((each) => each.version)).toEqual(versions(60));
    expect(await database.value('select count(distinct xid)::int from lockstep.migrations')).toBe(60);
    const [slow = 0] = report.applied.filter(({ version }) => version === '20').map(({ durationMs }) => durationMs);
    // Most of the others: a busy machine holds one of them up as well, and hears late of the one before the slow one.
    const all = report.applied.map(({ durationMs }) => durationMs).sort((x, y) => x - y);
    expect(all[30]).toBeLessThan(slow);
  });

  test.each([
    ['that the server refuses', 'create table t3 (id int);\nselect nextval($$tries$$);\nselect wrong;', 3, '42703'],
    ['that the server cannot read', 'create table t3 (id int);\nselect nextval($$tries$$) from;;', 2, '42601'],
    [
      'that fails where its deferred constraints are checked',
      'create table t3 (id int);\nselect nextval($$tries$$);\ninsert into child values (1);',
      undefined,
      '23503',
    ],
  ])('stop at one %s: what is behind it never happens, and it ran once', async (_name, sql, line, sqlState) => {
    const database = await ground.database();
    await database.run(
      'create sequence tries; create table parent (id int primary key); create table child (id int references parent deferrable initially deferred)',
    );
    const report = await apply(database, tables(8, { 3: sql }));
    expect(report.failure).toMatchObject({ version: '3', line, sqlState });
    expect(report.applied.map((each) => each.version)).toEqual(['1', '2']);
    expect(await database.versions()).toEqual(['1', '2']);
    expect(await tableCount(database)).toBe(2);
    expect(Number(await database.value('select last_value from tries'))).toBe(1);
    expect(await database.rows("select version from lockstep.events where kind = 'failed'")).toEqual([['3']]);
  });

  test('go on behind one that had to be tried again', async () => {
    const database = await ground.database();
    const report = await applyWhileBusy(database, tables(6, { 3: `${table(3)} alter table busy add a int;` }));
    expect(report.failure).toBeUndefined();
    expect(report.applied.map((each) => each.version)).toEqual(versions(6));
    expect(report.applied[2]?.tries).toBeGreaterThan(1);
    expect(await tableCount(database)).toBe(6);
  });

  test('go on behind one that could not be one transaction after all', async () => {
    const database = await ground.database();
    await database.run('create table log (id int);');
    const commits = 'do $$ begin insert into log values (1); commit; insert into log values (2); end $$;';
    const report = await apply(database, tables(6, { 3: `${table(3)} ${commits}` }));
    expect(report.applied.map((each) => [each.version, each.atomic])).toEqual(
      versions(6).map((version) => [version, version !== '3']),
    );
    expect(await database.rows('select id from log order by 1')).toEqual([[1], [2]]);
  });

  test('are each applied once where the connection breaks among them', async () => {
    const database = await ground.database();
    const proxy = await startProxy(ground.scope, ground.postgres.port);
    const url = database.url.replace(/:\d+\//, `:${proxy.port}/`);
    const log = recorder();
    const running = apply(database, tables(30, { 10: `${table(10)} select pg_sleep(0.8);` }), { url, log });
    await database.until('sleeps');
    // Real time: what goes ahead of it is on its way by then; how much of it is all the same.
    await new Promise((resolve) => setTimeout(resolve, 100));
    proxy.cut();
    const report = await running;
    expect(report.applied.map((each) => each.version)).toEqual(versions(30));
    expect(await database.value("select count(*)::int from lockstep.events where kind = 'up'")).toBe(30);
    // The server had the messages and went on; what it did is found in the history, with its time.
    expect(log.lines.join('\n')).toContain('was committed before the connection broke');
    expect(report.applied[9]?.durationMs).toBeGreaterThanOrEqual(700);
  });

  test('are each applied once, and told once, where the server crashes among them', async () => {
    const own = await startGround();
    try {
      const database = await own.database();
      const running = apply(database, tables(40, { 30: `${table(30)} select pg_sleep(0.8);` }));
      await database.until('sleeps');
      await own.postgres.restart('immediate');
      const report = await running;
      expect(report.applied.map((each) => each.version)).toEqual(versions(40));
      expect(await database.versions()).toEqual(versions(40));
      expect(await tableCount(database)).toBe(40);
    } finally {
      await own.end();
    }
  });

  test('stop where they are cancelled, and it is noted which one was at work', async () => {
    const database = await ground.database();
    const abort = new AbortController();
    const running = apply(database, tables(30, { 10: `${table(10)}\nselect pg_sleep(600);` }), {
      signal: abort.signal,
    });
    await database.until('sleeps');
    abort.abort();
    const report = await running;
    expect(report).toMatchObject({ cancelled: true, failure: { reason: 'cancelled', version: '10', line: 2 } });
    expect(await database.versions()).toEqual(versions(9));
    expect(await tableCount(database)).toBe(9);
    expect(await database.rows("select version from lockstep.events where kind = 'cancelled'")).toEqual([['10']]);
  });

  test('are named in the warnings that the server has about them', async () => {
    const database = await ground.database();
    const log = recorder();
    const warn = (n: number) => `${table(n)} do $$ begin raise warning 'careful ${n}'; end $$;`;
    await apply(database, tables(5, { 2: warn(2), 4: warn(4) }), { log });
    expect(log.lines.filter((line) => line.includes('careful'))).toEqual([
      'supabase/migrations/2_f.up.sql: the server warns: careful 2',
      'supabase/migrations/4_f.up.sql: the server warns: careful 4',
    ]);
  });
});

describe('what a file leaves in the session', () => {
  const cases: readonly (readonly [string, string, string, string, unknown])[] = [
    [
      'how strings are read does not reach the next file',
      "set escape_string_warning = off;\nset standard_conforming_strings = off;\ncreate table a (v text);\ninsert into a values ('\\\\');",
      "create table b (v text); insert into b values ('c:\\\\x');",
      'select v from b',
      'c:\\\\x',
    ],
    [
      'nor where a function sets it',
      "select set_config('standard_conforming_strings', 'off', false);",
      "create table b (v text); insert into b values ('c:\\\\x');",
      'select v from b',
      'c:\\\\x',
    ],
    [
      'a temporary table is gone, whoever made it',
      'create function f() returns int language plpgsql as $$ begin create temp table b (v text); return 1; end $$; create table a as select f();',
      "create table b (v text); insert into b values ('x');",
      'select v from public.b',
      'x',
    ],
  ];
  test.each(cases)('%s', async (_name, before, after, query, expected) => {
    const database = await ground.database();
    const report = await apply(database, [before, after]);
    expect(report.failure).toBeUndefined();
    expect(await database.value(query)).toBe(expected);
  });

  test('a role is given back also behind the last file, before anything is read back', async () => {
    const database = await ground.database();
    const report = await apply(database, ['create table a (id int); set role anon;']);
    expect(report.failure).toBeUndefined();
    expect(report.applied).toHaveLength(1);
  });

  test('a statement prepared by a try that failed is not in the way of the next', async () => {
    const database = await ground.database();
    const report = await applyWhileBusy(database, ['prepare p as select 1; alter table busy add a int;']);
    expect(report.failure).toBeUndefined();
    expect(report.applied[0]?.tries).toBeGreaterThan(1);
  });

  test('deferred triggers see the search_path and the role of their file', async () => {
    const database = await ground.database();
    await database.run(`
      create schema s; grant all on schema s to anon; create table s.t (id int); create table s.seen (who text);
      grant all on all tables in schema s to anon;
      create function s.look() returns trigger language plpgsql as $$ begin insert into seen values (current_user); return null; end $$;
      create constraint trigger c after insert on s.t deferrable initially deferred for each row execute function s.look();`);
    const report = await apply(database, ['set search_path = s; set role anon; insert into t values (1);']);
    expect(report.failure).toBeUndefined();
    expect(await database.rows('select who from s.seen')).toEqual([['anon']]);
  });
});
