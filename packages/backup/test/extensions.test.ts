import { afterAll, beforeAll, expect } from '@jest/globals';
import { silent, systemClock } from '@lockstep/base';
import { readDatabaseUrl } from '@lockstep/postgres';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { restoreWhole } from '../src/restore/whole.ts';
import { directoryTarget } from '../src/targets/directory.ts';
import { type Ground, onlyBackup, startGround } from './ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

/** As `pg_extension_config_dump` leaves it, which only the script of an extension may call. */
const settings = `create extension citext; create table public.settings (key text primary key, value text, is_theirs boolean);
  create sequence public.settings_seq; alter extension citext add table public.settings; alter extension citext add sequence public.settings_seq;
  insert into public.settings values ('brought', 'x', true);
  update pg_extension set extconfig = array['public.settings'::regclass::oid, 'public.settings_seq'::regclass::oid],
    extcondition = array['where not is_theirs', ''] where extname = 'citext';`;

test("the rows that users put into an extension's own tables come back, and those of the extension are not doubled", async () => {
  const url =
    await ground.database(`${settings} insert into public.settings values ('a', '1', false), ('b', '2', false);
    select setval('public.settings_seq', 41); create table public.own (id int);`);
  const folder = ground.folder();
  const made = await ground.create(url, folder);
  expect(made).toMatchObject({ kind: 'backed-up', manifest: { totals: { tables: 2, rows: 2 } } });
  const into = await ground.scratch.createDatabase('with its extension');
  await ground.scratch.query(settings, [], 'with its extension');
  const restored = await restoreWhole({
    ...{ place: await directoryTarget(folder), prefix: `${onlyBackup(folder)}/`, identities: [ground.identity] },
    ...{ target: readDatabaseUrl(into), parallel: 2, clock: systemClock, log: silent, signal: undefined },
  });
  const checks = restored.kind === 'restored' ? restored.checks : [];
  expect(checks.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
    'manifest-whole pass',
    'backup-whole pass',
    'backup-restores pass',
    'schema-equal pass',
    'rows-equal pass',
    'sequences-equal pass',
  ]);
  const there = await ground.scratch.query(
    `select string_agg(key, ' ' order by key) as keys, nextval('public.settings_seq')::int as next from public.settings`,
    [],
    'with its extension',
  );
  expect(there).toEqual([{ keys: 'a b brought', next: 42 }]);
});
