import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { type Clock, DeadlineError, systemClock } from '@lockstep/base';
import { startProxy } from '@lockstep/proving-ground/proxy';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { sampleOf } from '../../../../test/faults/matrix.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, recorder, startGround } from '../ground.ts';
import { applyOn } from './apply.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());
const apply = applyOn(() => ground);
/** A pause that goes on until somebody ends it, which `begins` does. */
const endless =
  (begins: () => void): Clock['sleep'] =>
  (_ms, signal) => {
    const over = systemClock.sleep(600_000, signal);
    begins();
    return over;
  };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

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

  test.each([
    ['without a reason', undefined],
    ['by a deadline', new DeadlineError('the run took longer than 1 s')],
  ])('between two tries for a lock, %s, it is in the report', async (_, reason) => {
    const database = await ground.database();
    await database.run('create table t (id int)');
    const reader = await database.client();
    await reader.query('begin; select * from t');
    const abort = new AbortController();
    const pauses = { ...systemClock, sleep: endless(() => abort.abort(reason)) };
    const engine = engineOn(database, { signal: abort.signal, clock: pauses });
    const folder = folderOf(ground.scope, { 'migrations/1_a.sql': 'alter table t add a int;' });
    const report = await up(engine, { folder, phase: 'all', allowOutOfOrder: false });
    expect(report).toMatchObject({ cancelled: true, applied: [] });
    await reader.end();
  });

  test('before it began, nothing happens', async () => {
    const database = await ground.database();
    const signal = AbortSignal.abort();
    await expect(apply(database, three, { signal })).rejects.toThrow('cancelled');
    expect(await database.versions()).toEqual([]);
  });
});
