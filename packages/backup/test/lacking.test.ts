import { afterAll, beforeAll, expect } from '@jest/globals';
import { silent, systemClock } from '@lockstep/base';
import { readDatabaseUrl } from '@lockstep/postgres';
import { opening } from '../../../test/e2e/sampled.ts';
import type { Drilled } from '../src/drill/drill.ts';
import { withoutTablespaces } from '../src/restore/script-entries.ts';
import { restoreWhole } from '../src/restore/whole.ts';
import { directoryTarget } from '../src/targets/directory.ts';
import { type Ground, onlyBackup, startGround, trouble } from './ground.ts';

/** What the server of a restore lacks or refuses: it is named, and is never a verdict on the backup. */
const test = opening(2);

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const unverified = (drilled: Drilled, chosen: boolean) =>
  drilled.kind === 'drilled' ? drilled.notVerified.filter((gap) => gap.chosen === chosen).map(({ what }) => what) : [];

async function backedUp(sql: string): Promise<string> {
  const folder = ground.folder();
  expect(await ground.create(await ground.database(sql), folder)).toMatchObject({ kind: 'backed-up' });
  return folder;
}

async function restored(folder: string, database: string) {
  const target = readDatabaseUrl(await ground.scratch.createDatabase(database));
  return restoreWhole({
    ...{ place: await directoryTarget(folder), prefix: `${onlyBackup(folder)}/`, identities: [ground.identity] },
    ...{ target, parallel: 2, clock: systemClock, log: silent, signal: undefined },
  });
}

/**
 * As pg_cron is refused in every database but one. The script of earthdistance asks for another extension, which is not
 * there; in the source, it is another one under its name.
 */
const refused = `create extension citext; update pg_extension set extname = 'earthdistance' where extname = 'citext';
  create table public.people (id int primary key, mail public.citext); insert into public.people values (1, 'a@b');
  create table public.visits (id int primary key, at date); insert into public.visits values (1, '2026-01-01'), (2, null);
  create index visits_at on public.visits (at);`;

test('an extension that the server has and refuses is not verified, by name; all else is', async () => {
  const folder = await backedUp(refused);
  const drilled = await ground.drill(folder);
  expect(trouble(drilled)).toEqual([]);
  expect(unverified(drilled, false)).toEqual(
    expect.arrayContaining(['extension earthdistance', 'table public.people', 'public.people']),
  );
  expect(unverified(drilled, false).join()).not.toContain('visits');
  const whole = await restored(folder, 'refusing');
  const gaps = whole.kind === 'restored' ? whole.notVerified.map(({ what }) => what) : [];
  expect(gaps).toEqual(expect.arrayContaining(['extension earthdistance', 'table public.people']));
  expect(await ground.scratch.query('select count(*)::int as many from visits', [], 'refusing')).toEqual([{ many: 2 }]);
});

test('a statement that is refused for any other reason stays a red drill', async () => {
  const folder = await backedUp(
    'create table public.visits (id int, constraint positive check (id > 0)); insert into public.visits values (1);',
  );
  await ground.scratch.query('create role nobody');
  const url = new URL(ground.scratch.url());
  url.username = 'nobody';
  await ground.scratch.query(
    'alter role nobody login createdb; grant execute on function pg_control_system() to nobody',
  );
  try {
    const drilled = await ground.drill(folder, { scratch: readDatabaseUrl(url.href) });
    expect(trouble(drilled)).toEqual([expect.stringContaining('backup-restores statement-refused')]);
  } finally {
    await ground.scratch.query('drop owned by nobody; drop role nobody');
  }
});

test('what was in a tablespace that the server does not have comes into the default one, and is named', async () => {
  const { source } = ground;
  await source.query('alter role current_user set allow_in_place_tablespaces = on');
  await source.query(`create tablespace "fast disk" location ''`);
  try {
    const folder =
      await backedUp(`create table public.hot (id int primary key using index tablespace "fast disk", what text) tablespace "fast disk";
      insert into public.hot values (1, 'x'); create table public.cold (id int);
      create index hot_what on public.hot (what) tablespace "fast disk";
      create materialized view public.seen tablespace "fast disk" as select * from public.hot;
      create function public.words() returns text language sql as $$ select '
SET default_tablespace = "fast disk";
' $$;`);
    const drilled = await ground.drill(folder);
    expect(trouble(drilled)).toEqual([]);
    expect(unverified(drilled, false)).toEqual([]);
    expect(unverified(drilled, true)).toEqual(
      expect.arrayContaining(['materialized view public.seen', 'table public.hot']),
    );
    expect(await restored(folder, 'one disk')).toMatchObject({ kind: 'restored', begun: true });
  } finally {
    await source.dropDatabase('shop 3');
    await source.query('drop tablespace "fast disk"');
    await source.query('alter role current_user reset allow_in_place_tablespaces');
  }
});

test('only a statement for the tablespace is rewritten, and no text that looks like one', () => {
  const script = `SET default_tablespace = here;
create table a ();
SET default_tablespace = gone;
select $x$
SET default_tablespace = gone;
$x$, 'it''s
SET default_tablespace = gone;
';
SET default_tablespace = "Go""ne";
SET default_tablespace = '';
`;
  expect(withoutTablespaces(script, new Set(['here']))).toBe(
    script
      .replace(/(create table a \(\);\n)SET default_tablespace = gone;/, "$1SET default_tablespace = '';")
      .replace('SET default_tablespace = "Go""ne";', "SET default_tablespace = '';"),
  );
  expect(withoutTablespaces(script, new Set(['here', 'gone', 'Go"ne']))).toBe(script);
});

/** Two tables of an extension's own, of which one refers to the other, by names that would come in the wrong order. */
const config = `create extension citext;
  create table public.z_kinds (id int primary key, kind text); create table public.m_rules (id int primary key, kind int references public.z_kinds);
  create table public.a_values (rule int references public.m_rules, value text);
  alter extension citext add table public.z_kinds; alter extension citext add table public.m_rules; alter extension citext add table public.a_values;
  update pg_extension set extconfig = array['public.z_kinds'::regclass::oid, 'public.m_rules'::regclass::oid, 'public.a_values'::regclass::oid],
    extcondition = array['', '', ''] where extname = 'citext';`;

test("rows of an extension's own tables come in the order of their references", async () => {
  const folder = await backedUp(
    `${config} insert into z_kinds select g, 'kind' from generate_series(1, 500) g; insert into m_rules select g, g from generate_series(1, 500) g;
     insert into a_values select g, repeat('x', 500) from generate_series(1, 500) g; create table public.own (id int);`,
  );
  const into = await ground.scratch.createDatabase('rules');
  await ground.scratch.query(config, [], 'rules');
  const whole = await restoreWhole({
    ...{ place: await directoryTarget(folder), prefix: `${onlyBackup(folder)}/`, identities: [ground.identity] },
    ...{ target: readDatabaseUrl(into), parallel: 3, clock: systemClock, log: silent, signal: undefined },
  });
  const checks = whole.kind === 'restored' ? whole.checks.filter(({ verdict }) => verdict !== 'pass') : undefined;
  expect(checks).toEqual([]);
});
