import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startProxy } from '@lockstep/proving-ground/proxy';
import { sampleOf } from '../../../../test/faults/matrix.ts';
import { down } from '../../src/down/down.ts';
import type { Limits } from '../../src/engine/engine.ts';
import { readStatus } from '../../src/up/status.ts';
import { type UpReport, up } from '../../src/up/up.ts';
import { type Database, engineOn, type Files, folderOf, type Ground, recorder, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Setup {
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  readonly url?: string;
  readonly step?: string;
}

function apply(database: Database, files: Files, { step = 'step-1', ...setup }: Setup = {}): Promise<UpReport> {
  const folder = folderOf(ground.scope, files);
  return up(engineOn(database, { ...setup, provenance: { step } }), { folder, phase: 'all', allowOutOfOrder: false });
}

/**
 * What must hold at any moment: a version is recorded exactly where its table is there. Both are read at one moment,
 * for a server that lost its client may still be at work.
 */
async function expectAgreement(database: Database, tables: Readonly<Record<string, string>>): Promise<void> {
  const seen = new Set(await recordedAndThere(database));
  for (const [version, table] of Object.entries(tables))
    expect([version, seen.has(`recorded ${version}`)]).toEqual([version, seen.has(`there ${table}`)]);
}

async function recordedAndThere(database: Database): Promise<readonly string[]> {
  const hasHistory = () => database.value("select to_regclass('supabase_migrations.schema_migrations') is not null");
  const had = await hasHistory();
  const history = had === true ? 'supabase_migrations.schema_migrations' : "(values ('none')) as none (version)";
  const rows = await database.rows(
    `select 'recorded ' || version from ${history} union all select 'there ' || relname from pg_class where relkind = 'r'`,
  );
  return had === (await hasHistory()) ? rows.map(([one]) => String(one)) : recordedAndThere(database);
}

const three = {
  'migrations/1_a.sql': 'create table a (id int);\ninsert into a select generate_series(1, 50);',
  'migrations/2_b.sql': 'create table b (id int);',
  'migrations/3_c.sql': 'create table c (id int);\ncopy c from stdin;\n1\n2\n\\.\n',
};
const tables = { 1: 'a', 2: 'b', 3: 'c' };

describe('a connection that breaks', () => {
  test.each(['toServer', 'toClient'] as const)(
    'at any byte %s leaves history and schema agreed, and the next run ends it',
    async (way) => {
      const whole = await startProxy(ground.scope, ground.postgres.port);
      const first = await ground.database();
      await apply(first, three, { url: first.url.replace(/:\d+\//, `:${whole.port}/`) });
      const total = whole.passed[way];
      const all = Array.from({ length: 14 }, (_, i) => 1 + Math.floor((i * total) / 14));
      const cuts = sampleOf(`connections cut ${way}`, all, 5);
      for (const cut of cuts) {
        const database = await ground.database();
        const proxy = await startProxy(ground.scope, ground.postgres.port, { cutAfterBytes: { [way]: cut } });
        const url = database.url.replace(/:\d+\//, `:${proxy.port}/`);
        const broken = await apply(database, three, { url, limits: { reconnectForMs: 0 } }).catch(
          (error: unknown) => error,
        );
        expect(broken).toBeInstanceOf(Error);
        await expectAgreement(database, tables);
        const report = await apply(database, three);
        expect(report.failure).toBeUndefined();
        expect(await database.versions()).toEqual(['1', '2', '3']);
        await expectAgreement(database, tables);
      }
    },
    60_000,
  );

  test('heals within one run, which reads from the history what was committed', async () => {
    const database = await ground.database();
    const proxy = await startProxy(ground.scope, ground.postgres.port);
    const url = database.url.replace(/:\d+\//, `:${proxy.port}/`);
    const files = { ...three, 'migrations/2_b.sql': 'create table b (id int); select pg_sleep(0.5);' };
    const running = apply(database, files, { url });
    await database.until('sleeps');
    proxy.cut();
    const report = await running;
    expect(report.failure).toBeUndefined();
    expect(report.applied.map((each) => each.version)).toEqual(['1', '2', '3']);
    await expectAgreement(database, tables);
  });

  test('whose commit was not acknowledged counts as applied, once', async () => {
    const database = await ground.database();
    const proxy = await startProxy(ground.scope, ground.postgres.port);
    const url = database.url.replace(/:\d+\//, `:${proxy.port}/`);
    // The server commits, but its answer is held up until the connection is cut.
    const running = apply(database, { 'migrations/1_a.sql': 'create table a (id int);' }, { url });
    while (!(await database.versions().catch((): string[] => [])).includes('1')) {
      proxy.set({ delayMs: 400 });
      await pause(5);
    }
    proxy.cut();
    proxy.set({});
    const report = await running;
    expect(report.applied.map((each) => each.version)).toEqual(['1']);
    expect(await database.value("select count(*)::int from lockstep.events where kind = 'up'")).toBe(1);
  });
});

test('a server that restarts in the middle is waited for, and nothing is applied twice or half', async () => {
  const own = await startGround();
  try {
    const database = await own.database();
    const folder = folderOf(own.scope, {
      ...three,
      'migrations/2_b.sql': 'create table b (id int); select pg_sleep(0.8);',
    });
    const log = recorder();
    const running = up(engineOn(database, { log }), { folder, phase: 'all', allowOutOfOrder: false });
    await database.until('sleeps');
    await own.postgres.restart('immediate');
    const report = await running;
    expect(report.applied.map((each) => each.version)).toEqual(['1', '2', '3']);
    expect(log.lines.join('\n')).toContain('reconnecting');
    await expectAgreement(database, tables);
  } finally {
    await own.end();
  }
});

describe('cancelled from outside', () => {
  test('the statement ends on the server, the migration is rolled back, and it is noted', async () => {
    const database = await ground.database();
    const abort = new AbortController();
    const files = {
      'migrations/1_a.sql': 'create table a (id int);',
      'migrations/2_b.sql': 'create table b (id int);\nselect pg_sleep(600);',
    };
    const running = apply(database, files, { signal: abort.signal });
    await database.until('sleeps');
    const started = performance.now();
    abort.abort();
    const report = await running;
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(report).toMatchObject({ cancelled: true, applied: [{ version: '1' }] });
    expect(
      await database.value(
        "select count(*)::int from pg_stat_activity where query like '%pg_sleep(600)%' and pid <> pg_backend_pid()",
      ),
    ).toBe(0);
    expect(await database.rows('select kind, version from lockstep.events order by id')).toEqual([
      ['up', '1'],
      ['cancelled', '2'],
    ]);
    await expectAgreement(database, { 1: 'a', 2: 'b' });
  });

  test('while it waits for a lock, it stops waiting', async () => {
    const database = await ground.database();
    await database.run('create table t (id int)');
    const reader = await database.client();
    await reader.query('begin; select * from t');
    const abort = new AbortController();
    const running = apply(database, { 'migrations/1_a.sql': 'alter table t add a int;' }, { signal: abort.signal });
    await database.until('waits');
    abort.abort();
    expect((await running).cancelled).toBe(true);
    await reader.end();
  });

  test('before it began, nothing happens', async () => {
    const database = await ground.database();
    const signal = AbortSignal.abort();
    await expect(apply(database, three, { signal })).rejects.toThrow('cancelled');
    expect(await database.versions()).toEqual([]);
  });
});

describe('a file that cannot be one transaction', () => {
  const mixed = (last: string) => ({
    'migrations/1_mixed.sql': `create table t (id int);\ninsert into t values (1), (1);\ncreate index concurrently i on t (id);\n${last}`,
  });

  test('goes on behind the last segment that is done', async () => {
    const database = await ground.database();
    const first = await apply(database, mixed('insert into t values (wrong);'));
    expect(first.failure).toMatchObject({ reason: 'statement-failed', line: 4, segmentsDone: 2 });
    expect(first.failure?.segmentsDone).toBe(2);
    expect(await database.versions()).toEqual([]);
    expect((await readStatus(engineOn(database), folderOf(ground.scope, mixed('')))).versions).toMatchObject([
      { state: 'partial' },
    ]);
    const second = await apply(database, mixed('insert into t values (2);'));
    expect(second.failure).toBeUndefined();
    expect(await database.versions()).toEqual(['1']);
    expect(await database.value('select count(*)::int from t')).toBe(3);
    expect(await database.rows('select state, array_length(segment_digests, 1) from lockstep.migrations')).toEqual([
      ['applied', 3],
    ]);
  });

  test('refuses to go on when a segment that is done was edited', async () => {
    const database = await ground.database();
    await apply(database, mixed('insert into t values (wrong);'));
    const edited = {
      'migrations/1_mixed.sql': mixed('select 1;')['migrations/1_mixed.sql'].replace('(1), (1)', '(1), (2)'),
    };
    await expect(apply(database, edited)).rejects.toThrow('1_mixed.sql:1: segment 1 was edited after it was committed');
  });

  test('keeps the search_path of its finished part when another session goes on', async () => {
    const database = await ground.database();
    await database.run('create schema s; create table s.t (id int);');
    const sql = 'set search_path = s;\ncreate index concurrently i on t (id);\n';
    await apply(database, { 'migrations/1_a.sql': `${sql}select wrong;` });
    const report = await apply(database, { 'migrations/1_a.sql': `${sql}insert into t values (1);` });
    expect(report.failure).toBeUndefined();
    expect(await database.value('select count(*)::int from s.t')).toBe(1);
  });

  test('is cut the same way when it goes on, also where only the server knew how', async () => {
    const database = await ground.database();
    await database.run(
      'create table t (id int); create procedure p() language plpgsql as $$ begin insert into t values (1); commit; end $$;',
    );
    const sql = 'insert into t values (0);\ncall p();\n';
    const first = await apply(database, { 'migrations/1_a.sql': `${sql}select wrong;` });
    expect(first.failure).toMatchObject({ segmentsDone: 2 });
    const report = await apply(database, { 'migrations/1_a.sql': `${sql}insert into t values (2);` });
    expect(report.failure).toBeUndefined();
    expect(await database.rows('select id from t order by 1')).toEqual([[0], [1], [2]]);
  });

  test('an index whose build failed is dropped, and built again by the next run', async () => {
    const database = await ground.database();
    await database.run('create table t (id int); insert into t values (1), (1);');
    const files = { 'migrations/1_unique.sql': 'create unique index concurrently u on t (id);' };
    const first = await apply(database, files);
    expect(first.failure).toMatchObject({ sqlState: '23505' });
    expect(first.failure?.message).not.toContain('(1)');
    expect(await database.value("select to_regclass('u')")).toBeNull();
    await database.run('delete from t where ctid = (select min(ctid) from t)');
    expect((await apply(database, files)).failure).toBeUndefined();
    expect(await database.value("select indisvalid from pg_index where indexrelid = 'u'::regclass")).toBe(true);
  });

  test('an invalid index that a killed runner left is found, even behind IF NOT EXISTS', async () => {
    const database = await ground.database();
    await database.run('create table t (id int); insert into t values (1), (1);');
    await database.run('create unique index concurrently u on t (id)').catch(() => undefined);
    expect(await database.value("select indisvalid from pg_index where indexrelid = 'u'::regclass")).toBe(false);
    await database.run('delete from t where ctid = (select min(ctid) from t)');
    const files = { 'migrations/1_unique.sql': 'create unique index concurrently if not exists u on t (id);' };
    expect((await apply(database, files)).failure).toBeUndefined();
    expect(await database.value("select indisvalid from pg_index where indexrelid = 'u'::regclass")).toBe(true);
  });

  test('waits for old transactions longer than lock-timeout: an index that is built concurrently blocks nobody', async () => {
    const database = await ground.database();
    await database.run('create table t (id int);');
    const old = await database.client();
    await old.query('begin; insert into t values (1)');
    const running = apply(
      database,
      { 'migrations/1_i.sql': 'create index concurrently i on t (id);' },
      { limits: { lockTimeoutMs: 50 } },
    );
    await database.until('waits');
    // Real time: many times the lock timeout; a longer wait shows no less.
    await pause(500);
    await old.query('commit');
    await old.end();
    expect(await running).toMatchObject({ failure: undefined, applied: [{ tries: 1 }] });
  });

  test('whose way down was interrupted goes on there, and up waits until it is done', async () => {
    const database = await ground.database();
    const files = {
      'migrations/1_a.sql': 'create table t (id int); create index concurrently i on t (id);',
      'rollbacks/1_a.sql': 'drop index concurrently i;\ndrop table nope;\n',
    };
    await apply(database, files);
    const range = { kind: 'steps', steps: 1 } as const;
    const report = await down(engineOn(database), { range, onDataLoss: 'refuse' });
    expect(report.failure).toMatchObject({ sqlState: '42P01', segmentsDone: 1 });
    await expect(apply(database, files)).rejects.toMatchObject({ reason: 'down-incomplete' });
    await database.run('create table nope (id int)');
    expect((await down(engineOn(database), { range, onDataLoss: 'refuse' })).reverted).toHaveLength(1);
    expect(await database.versions()).toEqual([]);
  });
});

describe('what is large goes in parts', () => {
  test('but for one statement of 20 MB, whose error is still found', async () => {
    const database = await ground.database();
    const file = (end: string) => ({
      'migrations/1_long.sql': `create table t as select '${'ж;'.repeat(7_000_000)}' as a;\n\nselect ${end};`,
    });
    const broken = await apply(database, file('wrong'));
    expect(broken.failure).toMatchObject({ line: 3, column: 8, sqlState: '42703' });
    expect((await apply(database, file('1'))).failure).toBeUndefined();
    expect(await database.value('select length(a) from t')).toBe(14_000_000);
  });

  test('and what was sent behind a part that fails does not revive its transaction', async () => {
    const database = await ground.database();
    const filler = `insert into t values ('${'x'.repeat(700_000)}');`;
    const sql = `begin;\ncreate table t (a text);\n${filler}\n${filler}\nsavepoint s;\nselect wrong;\n/*${'x'.repeat(700_000)}*/ rollback to s;\ncommit;\n`;
    const report = await apply(database, { 'migrations/1_revived.sql': sql });
    expect(report.failure).toMatchObject({ line: 6, sqlState: '42703' });
    expect(await database.versions()).toEqual([]);
    expect(await database.value("select to_regclass('t')")).toBeNull();
  });

  test('a file of many megabytes, rolled back whole when its last line fails', async () => {
    const database = await ground.database();
    const rows = Array.from({ length: 60_000 }, (_, i) => `insert into t values (${i}, '${'x'.repeat(60)}');`).join(
      '\n',
    );
    const broken = await apply(database, {
      'migrations/1_big.sql': `create table t (id int, a text);\n${rows}\nselect wrong;\n`,
    });
    expect(broken.failure).toMatchObject({ line: 60_002, sqlState: '42703' });
    expect(await database.value("select to_regclass('t')")).toBeNull();
    const report = await apply(database, { 'migrations/1_big.sql': `create table t (id int, a text);\n${rows}\n` });
    expect(report.failure).toBeUndefined();
    expect(await database.value('select count(*)::int from t')).toBe(60_000);
    expect(await database.value('select statements[1] from supabase_migrations.schema_migrations')).toContain(
      'too large to be kept here',
    );
  });

  test('the rows of a COPY, whose error names the line of the file', async () => {
    const database = await ground.database();
    const rows = Array.from({ length: 200_000 }, (_, i) => `${i}\t${'y'.repeat(20)}`);
    const file = (lines: readonly string[]) => ({
      'migrations/1_c.sql': `create table t (id int, a text);\ncopy t from stdin;\n${lines.join('\n')}\n\\.\nselect 1;\n`,
    });
    const broken = await apply(database, file([...rows.slice(0, 150_000), 'secret\tz', ...rows.slice(150_000)]));
    expect(broken.failure).toMatchObject({ sqlState: '22P02', line: 150_003 });
    expect(broken.failure?.message).not.toContain('secret');
    expect((await apply(database, file(rows))).failure).toBeUndefined();
    expect(await database.value('select count(*)::int from t')).toBe(200_000);
  });
});
