import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { type Clock, RemoteError, systemClock } from '@lockstep/base';
import { MIGRATION_LOCK } from '@lockstep/postgres';
import pg from 'pg';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import type { Created } from '../src/create/create.ts';
import type { CreateOptions } from '../src/create/options.ts';
import { directoryTarget } from '../src/targets/directory.ts';
import type { BackupTarget } from '../src/targets/target.ts';
import { type Ground, startGround } from './ground.ts';
import { keysOf } from './targets/cases.ts';

const schema = `
create table public.people (id serial primary key, name text); insert into public.people (name) values ('a'), ('b');
create table public.notes (id int); create table public.more (id int);
grant usage on schema public to plain;`;

let ground: Ground;
let url: string;
let name: string;
beforeAll(async () => {
  ground = await startGround();
  await ground.source.query('create role plain login; create role other nologin');
});
afterAll(() => ground.end());
beforeEach(async () => {
  url = await ground.database(schema);
  name = decodeURIComponent(new URL(url).pathname.slice(1));
});

const run = (sql: string) => ground.source.query(sql, [], name);

/** Until nobody of the backup is on the source's server: what it left would hold locks and its snapshot. */
async function nobodyIsLeft(condition = 'true'): Promise<void> {
  const sessions = `from pg_stat_activity where application_name ~ 'lockstep' and datname = current_database() and ${condition}`;
  for (let turn = 0; turn < 500; turn++) {
    const [row] = await run(`select count(*)::int as many ${sessions}`);
    if (row?.['many'] === 0) return;
    await systemClock.sleep(20);
  }
  throw new Error('sessions of the backup are left in the source');
}

/** Within a backup that has to end: until it holds neither a lock nor a snapshot. */
const nothingIsHeld = () => nobodyIsLeft('xact_start is not null');

/** A place on which something happens before the nth call that writes. */
function interrupted(place: BackupTarget, nth: number, happens: () => Promise<void>): BackupTarget {
  let calls = 0;
  const before = async () => {
    calls++;
    if (calls === nth) await happens();
  };
  return {
    name: place.name,
    put: async (...args) => {
      await before();
      return place.put(...args);
    },
    putIfAbsent: async (...args) => {
      await before();
      return place.putIfAbsent(...args);
    },
    get: (...args) => place.get(...args),
    list: (...args) => place.list(...args),
    head: (...args) => place.head(...args),
  };
}

async function create(changes: Partial<CreateOptions> & { readonly as?: string } = {}): Promise<Created> {
  const { as, ...options } = changes;
  return ground.create(as === undefined ? url : ground.source.url(name, as), ground.folder(), options);
}

test('rows that row-level security hides are a refusal, not an empty table', async () => {
  await run(`alter table public.people enable row level security; grant select on all tables in schema public to plain;
    grant select on all sequences in schema public to plain`);
  expect(await create({ as: 'plain' })).toEqual({ kind: 'rows-hidden', tables: ['public.people'] });
  expect(await create()).toMatchObject({ kind: 'backed-up' });
  await nobodyIsLeft();
});

test('tables and sequences that the role may not read are named, all of them', async () => {
  await run('grant select on public.notes to plain');
  expect(await create({ as: 'plain' })).toEqual({
    kind: 'not-readable',
    tables: ['public.more', 'public.people', 'public.people_id_seq'],
  });
});

test('large objects are refused', async () => {
  await run('select lo_create(0)');
  expect(await create()).toEqual({ kind: 'large-objects', count: 1 });
});

test('a database without tables is no backup', async () => {
  await run('drop table public.people, public.notes, public.more');
  expect(await create()).toEqual({ kind: 'nothing-to-back-up' });
});

test('schemas and rows that are left out are named', async () => {
  await run('create schema audit; create table audit.log (id int)');
  const selection = { withoutSchemas: ['audit'], withoutRows: ['public.no*'] };
  expect(await create({ selection })).toMatchObject({
    kind: 'backed-up',
    manifest: { totals: { tables: 2 } },
    notContained: [
      { what: 'table audit.log', why: 'its schema is left out on request' },
      { what: 'rows of public.notes', why: 'left out on request' },
    ],
  });
});

test('what rollbacks have archived is left out unless asked for, and is named', async () => {
  await run(
    'create schema lockstep_archive; create table lockstep_archive.a1 (id int); insert into lockstep_archive.a1 values (1)',
  );
  expect(await create()).toMatchObject({
    notContained: [{ what: 'table lockstep_archive.a1', why: expect.stringContaining('include-archives') }],
    manifest: { totals: { tables: 3 } },
  });
  const selection = { withoutSchemas: [], withoutRows: [], withArchives: true };
  expect(await create({ selection })).toMatchObject({ notContained: [], manifest: { totals: { tables: 4 } } });
});

test('a table that another transaction has locked ends it after the lock timeout', async () => {
  const other = new pg.Client(url);
  await other.connect();
  await other.query('begin; lock table public.notes');
  try {
    expect(await create({ lockTimeoutMs: 100 })).toMatchObject({ kind: 'lock-timeout' });
  } finally {
    await other.end();
  }
  await nobodyIsLeft();
});

test('it gives way as soon as a transaction waits for one of its locks', async () => {
  const folder = ground.folder();
  const place = interrupted(await directoryTarget(folder), 4, async () => {
    // It returns only when the backup has let go.
    await run('alter table public.notes add column more int');
  });
  expect(await create({ place })).toMatchObject({ kind: 'gave-way', to: 'lock' });
  expect(await keysOf(place.list('daily/', { signal: undefined }))).not.toContainEqual(
    expect.stringMatching('manifest'),
  );
  await nobodyIsLeft();
});

test('a migration comes first: it ends a backup that runs, and one that begins', async () => {
  const migration = new pg.Client(url);
  await migration.connect();
  const place = interrupted(await directoryTarget(ground.folder()), 3, async () => {
    await migration.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await nothingIsHeld();
  });
  try {
    expect(await create({ place })).toMatchObject({ kind: 'gave-way', to: 'release' });
    expect(await create()).toMatchObject({ kind: 'gave-way', to: 'release' });
  } finally {
    await migration.end();
  }
});

test('it ends when its time is up', async () => {
  let passed = 0;
  const clock: Clock = { now: () => Date.now() + passed, sleep: systemClock.sleep };
  const place = interrupted(await directoryTarget(ground.folder()), 2, async () => {
    passed = 61_000;
    await nothingIsHeld();
  });
  expect(await create({ place, clock, maxDurationMs: 60_000 })).toMatchObject({ kind: 'gave-way', to: 'time' });
});

test('a cancelled backup leaves nothing in the source', async () => {
  const cancel = new AbortController();
  const place = interrupted(await directoryTarget(ground.folder()), 3, async () => {
    cancel.abort(new Error('cancelled by the test'));
    await nothingIsHeld();
  });
  await expect(create({ place, signal: cancel.signal })).rejects.toThrow('cancelled by the test');
  await nobodyIsLeft();
});

// Of twelve writes: a table or a part of the schema, contents, the script, and the manifest.
test.each([1, 5, 9, 10, 12])(
  'cut off before its write %i, it has no manifest, and nothing is left in the source',
  async (nth) => {
    const folder = ground.folder();
    const place = interrupted(await directoryTarget(folder), nth, async () => {
      throw new RemoteError('the place is gone', { service: 'test', retryable: false });
    });
    await expect(create({ place })).rejects.toThrow('the place is gone');
    const keys = await keysOf(place.list('daily/', { signal: undefined }));
    expect(keys.filter((key) => key.endsWith('manifest.json'))).toEqual([]);
    await nobodyIsLeft();
  },
);

test('its twelfth write is the last', async () => {
  const place = interrupted(await directoryTarget(ground.folder()), 13, async () => {
    throw new Error('a thirteenth write');
  });
  expect(await create({ place })).toMatchObject({ kind: 'backed-up' });
});

test('all tables are of one moment, whatever is written while they are copied', async () => {
  await run(
    `insert into public.notes select generate_series(1, 5); insert into public.more select generate_series(1, 7)`,
  );
  let writes = 0;
  const place = interrupted(await directoryTarget(ground.folder()), 1, async () => {
    // Into all of them, before the first of them is stored.
    await run(`insert into public.notes values (0); delete from public.more where id > 3`);
    await run(`insert into public.people (name) select 'late' from generate_series(1, 10)`);
    writes++;
  });
  expect(await create({ place, parallel: 3 })).toMatchObject({ kind: 'backed-up', manifest: { totals: { rows: 14 } } });
  expect(writes).toBe(1);
});

test('a server that ends a session of the backup ends the backup', async () => {
  const place = interrupted(await directoryTarget(ground.folder()), 3, async () => {
    await run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lockstep backup'");
  });
  // All sessions end at once: either the one that reads notices it first, or the one that looks whether anybody waits.
  const end = await create({ place }).catch((error: unknown) => error);
  if (!(end instanceof RemoteError))
    expect(end).toMatchObject({ kind: 'gave-way', why: expect.stringMatching('lost') });
  await nobodyIsLeft();
});
