import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { adopt } from '../../src/records/commands.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from '../ground.ts';
import { applyOn } from './apply.ts';

/** What runs concurrently fails by halves: it leaves an index that enforces nothing, or a partition between two states. */
describe.each([15, 17] as const)('on PostgreSQL %s', (version) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await startGround(version);
  });
  afterAll(() => ground.end());
  const apply = applyOn(() => ground);

  const isValid = (database: Database, index: string) =>
    database.value(`select indisvalid and indisready from pg_index where indexrelid = to_regclass('${index}')`);

  /** A table with an index whose build failed, and whose rows are unique since. */
  async function withInvalid(database: Database): Promise<void> {
    await database.run('create table t (v int); insert into t values (1), (1);');
    await database.run('create unique index concurrently t_v on t (v)').catch(() => undefined);
    await database.run('delete from t where ctid = (select min(ctid) from t)');
    expect(await isValid(database, 't_v')).toBe(false);
  }

  /** Somebody who has read `table` and goes on in the same transaction. */
  async function reader(database: Database, table: string) {
    const client = await database.client();
    await client.query(`begin isolation level repeatable read; select from ${table}`);
    return {
      end: async () => {
        await client.query('commit');
        await client.end();
      },
    };
  }

  const limits = { lockTimeoutMs: 50 };
  /** Real time: many times the lock timeout; a longer wait shows no less. */
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 400));

  test.each(['', 'if not exists '])('an invalid index is replaced, however long somebody reads: %p', async (clause) => {
    const database = await ground.database();
    await withInvalid(database);
    const open = await reader(database, 't');
    const sql = `create unique index concurrently ${clause}t_v on public.t (v);`;
    const running = apply(database, { 'migrations/1_u.sql': sql }, { limits });
    await aWhile();
    await open.end();
    expect((await running).failure).toBeUndefined();
    expect(await isValid(database, 't_v')).toBe(true);
    await expect(database.run('insert into t values (1)')).rejects.toThrow('duplicate key');
  });

  test('an invalid index that cannot be dropped is no applied migration', async () => {
    const database = await ground.database();
    await withInvalid(database);
    const open = await reader(database, 't');
    const sql = 'set lock_timeout = 40;\ncreate unique index concurrently if not exists t_v on public.t (v);';
    const report = await apply(database, { 'migrations/1_u.sql': sql }, { limits: { ...limits, lockRetryForMs: 300 } });
    await open.end();
    expect(report.failure).toMatchObject({ reason: 'lock-timeout', sqlState: '55P03' });
    expect(await database.versions()).toEqual([]);
    expect((await apply(database, { 'migrations/1_u.sql': sql })).failure).toBeUndefined();
    expect(await isValid(database, 't_v')).toBe(true);
  });

  test('a build that succeeds and leaves an index that is invalid is no applied migration', async () => {
    const database = await ground.database();
    await database.run(`create table t (v int);
      create function spoil() returns event_trigger language plpgsql security definer as
        $$ begin update pg_catalog.pg_index set indisvalid = false where indexrelid = 't_v'::regclass; end $$;
      create event trigger spoil on ddl_command_end when tag in ('CREATE INDEX') execute function spoil();`);
    const files = { 'migrations/1_u.sql': '\ncreate unique index concurrently t_v on t (v);' };
    const { failure } = await apply(database, files);
    expect(failure).toMatchObject({ reason: 'statement-failed', sqlState: '55000', line: 2 });
    expect(failure?.message).toContain('the index public.t_v is invalid after its build');
    expect(await database.versions()).toEqual([]);
  });

  test('whoever cancels does not wait for the drop of an invalid index', async () => {
    const database = await ground.database();
    await withInvalid(database);
    const open = await reader(database, 't');
    const cancel = new AbortController();
    const files = { 'migrations/1_u.sql': 'create unique index concurrently if not exists t_v on t (v);' };
    const running = apply(database, files, { limits, signal: cancel.signal }).catch((error: Error) => error);
    await database.until('waits');
    cancel.abort();
    await running;
    await open.end();
    expect(await database.versions()).toEqual([]);
    expect((await apply(database, files)).failure).toBeUndefined();
    expect(await isValid(database, 't_v')).toBe(true);
  });

  test('an index that somebody else is building is left to them', async () => {
    const database = await ground.database();
    await database.run('create table t (v int); insert into t values (1);');
    const open = await reader(database, 't');
    const other = await database.client();
    // It waits for the reader, and its index is invalid as long as it does.
    const theirs = other.query('create unique index concurrently t_v on t (v)');
    await database.until('waits');
    const files = { 'migrations/1_u.sql': 'create unique index concurrently if not exists t_v on t (v);' };
    const running = apply(database, files, { limits });
    await aWhile();
    const oid = await database.value("select 't_v'::regclass::oid");
    await open.end();
    await theirs;
    await other.end();
    expect((await running).failure).toBeUndefined();
    expect(await isValid(database, 't_v')).toBe(true);
    expect(await database.value("select 't_v'::regclass::oid")).toBe(oid);
  });

  test.each([
    'create unique index concurrently if not exists t_v on public.t (v);',
    'alter table t add constraint t_once unique (v);',
  ])('what an invalid index does not refuse yet is contract: %s', async (sql) => {
    const database = await ground.database();
    await withInvalid(database);
    const folder = folderOf(ground.scope, { 'migrations/1_u.sql': sql });
    const setup = { folder, phase: 'expand', allowOutOfOrder: false } as const;
    expect(await up(engineOn(database), setup)).toMatchObject({ applied: [], waiting: [{ version: '1' }] });
    await database.run('reindex index t_v');
    expect(await up(engineOn(database), setup)).toMatchObject({ applied: [{ version: '1' }], waiting: [] });
  });

  test('adopt takes no version whose index is invalid', async () => {
    const database = await ground.database();
    await withInvalid(database);
    const folder = folderOf(ground.scope, {
      'migrations/1_u.sql': 'create unique index t_v on public.t (v);',
      'migrations/2_other.sql': 'create table other (v int);',
    });
    await expect(adopt(engineOn(database), { folder, to: '2' })).rejects.toThrow(
      '1_u.sql: the index public.t_v is invalid',
    );
    expect(await database.versions()).toEqual([]);
    await database.run('reindex index t_v');
    await adopt(engineOn(database), { folder, to: '2' });
    expect(await database.versions()).toEqual(['1', '2']);
  });

  const partitioned = 'create table p (v int) partition by list (v); create table q partition of p for values in (1);';

  test.each([
    ['waits for whoever reads the table', limits, ''],
    ['goes on where its own attempt was cut off', { ...limits, lockRetryForMs: 5_000 }, 'set lock_timeout = 40;\n'],
  ])('a partition that is detached concurrently %s', async (_name, patience, before) => {
    const database = await ground.database();
    await database.run(partitioned);
    const open = await reader(database, 'p');
    const files = { 'migrations/1_d.sql': `${before}alter table p detach partition q concurrently;` };
    const running = apply(database, files, { limits: patience });
    await aWhile();
    await open.end();
    expect((await running).failure).toBeUndefined();
    expect(await database.value('select count(*)::int from pg_inherits')).toBe(0);
  });

  test('an index that is rebuilt concurrently waits for whoever reads the table, and leaves nothing behind', async () => {
    const database = await ground.database();
    await database.run('create table t (v int); create index ix on t (v);');
    const open = await reader(database, 't');
    const running = apply(database, { 'migrations/1_r.sql': 'reindex index concurrently ix;' }, { limits });
    await aWhile();
    const indexes =
      'select array_agg(relname::text) from pg_class join pg_index on oid = indexrelid where relname like $$ix%$$';
    expect((await database.value(indexes)) as string[]).not.toContain('ix_ccnew1');
    await open.end();
    expect(await running).toMatchObject({ failure: undefined, applied: [{ tries: 1 }] });
    expect(await database.value(indexes)).toEqual(['ix']);
  });

  test('what a cut off rebuild left is dropped before it is tried again', async () => {
    const database = await ground.database();
    await database.run('create table t (v int); create index ix on t (v);');
    const open = await reader(database, 't');
    const sql = 'set lock_timeout = 40;\nreindex index concurrently ix;';
    const running = apply(database, { 'migrations/1_r.sql': sql }, { limits });
    await aWhile();
    await open.end();
    expect((await running).failure).toBeUndefined();
    expect(await database.value("select array_agg(relname::text) from pg_class where relname like 'ix%'")).toEqual([
      'ix',
    ]);
  });
});
