import { afterAll, beforeAll, expect } from '@jest/globals';
import { silent, systemClock } from '@lockstep/base';
import { readDatabaseUrl } from '@lockstep/postgres';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { restoreTables } from '../src/restore/tables.ts';
import { restoreWhole, type WholeOptions } from '../src/restore/whole.ts';
import { directoryTarget } from '../src/targets/directory.ts';
import { everything } from './everything.ts';
import { type Ground, onlyBackup, startGround } from './ground.ts';

let ground: Ground;
let url: string;
let folder: string;
beforeAll(async () => {
  ground = await startGround();
  url = await ground.database(everything);
  folder = ground.folder();
  await ground.create(url, folder);
});
afterAll(() => ground.end());

const nameOf = (address: string) => decodeURIComponent(new URL(address).pathname.slice(1));

async function options(into: string): Promise<WholeOptions> {
  return {
    place: await directoryTarget(folder),
    prefix: `${onlyBackup(folder)}/`,
    identities: [ground.identity],
    target: readDatabaseUrl(into),
    parallel: 2,
    clock: systemClock,
    log: silent,
    signal: undefined,
  };
}

test('a backup is restored for good into an empty database, with jobs switched off', async () => {
  const into = await ground.scratch.createDatabase('for good');
  const restored = await restoreWhole(await options(into));
  expect(restored).toMatchObject({ kind: 'restored', begun: true, rows: 2021 });
  const checks = restored.kind === 'restored' ? restored.checks.filter(({ verdict }) => verdict !== 'pass') : [];
  expect(checks).toEqual([]);
  const read = (sql: string) => ground.scratch.query(sql, [], 'for good');
  expect(await read('select active from cron.job')).toEqual([{ active: false }]);
  expect(await read("select tgenabled from pg_trigger where tgname = 'stamp'")).toEqual([{ tgenabled: 'O' }]);
  expect(await restoreWhole(await options(into))).toEqual({ kind: 'not-empty' });
});

test('the rows of single tables come back, and their sequences go on', async () => {
  const run = (sql: string) => ground.source.query(sql, [], nameOf(url));
  const digest = "select count(*)::int as many, md5(string_agg(v::text, '|' order by id)) as rows from public.visits v";
  const before = await run(digest);
  await run('truncate public.visits restart identity; delete from public.deferred where id = 0');
  const back = await restoreTables(await options(url), ['public.visits']);
  expect(back).toEqual({ kind: 'restored', tables: [{ name: 'public.visits', rows: 2000 }] });
  expect(await run(digest)).toEqual(before);
  expect(await run("select nextval('public.visits_id_seq')::int as id")).toEqual([{ id: 2001 }]);
  expect(await run("select tgenabled from pg_trigger where tgname = 'stamp'")).toEqual([{ tgenabled: 'O' }]);
});

test('a table with rows is left as it is, and one that the backup does not have is named', async () => {
  expect(await restoreTables(await options(url), ['public.visits', 'public.empty_one'])).toEqual({
    kind: 'not-empty',
    tables: ['public.visits'],
  });
  expect(await restoreTables(await options(url), ['public.visits', 'Ward 7.Pat;ients', 'public.none'])).toEqual({
    kind: 'not-in-backup',
    tables: ['public.none'],
  });
});

test('with another key nothing is restored', async () => {
  const { generateIdentity } = await import('age-encryption');
  const identities = [await generateIdentity()];
  const into = await ground.scratch.createDatabase('untouched');
  const restored = await restoreWhole({ ...(await options(into)), identities });
  expect(restored).toMatchObject({ kind: 'restored', begun: false });
  expect(await restoreTables({ ...(await options(url)), identities }, ['public.empty_one'])).toMatchObject({
    kind: 'broken',
    check: { reason: 'cannot-decrypt' },
  });
});
