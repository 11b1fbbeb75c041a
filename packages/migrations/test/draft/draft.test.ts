import { afterAll, beforeAll, expect } from '@jest/globals';
import { Secret, silent } from '@lockstep/base';
import { compareSchemas, readSchemaWithin } from '@lockstep/postgres';
import { borrowPostgres, type Postgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { draftFrom, draftText, readKnown, within } from '../../src/draft/draft.ts';
import { withMigration } from '../../src/draft/folders.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { type Case, cases, lossy } from './cases.ts';

const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope, { seed: supabaseRoles });
});
afterAll(() => scope[Symbol.asyncDispose]());

let databases = 0;

/** Drafts, and runs what was drafted as a down migration runs: with the settings that sessions have. */
async function drafted({ before, up }: Case) {
  const name = `draft_${++databases}`;
  const url = await postgres.createDatabase(name);
  const engine = createEngine({
    databaseUrl: new Secret(url),
    provenance: { release: '', commit: '', actor: '', run: '', step: 'draft' },
    log: silent,
  });
  await postgres.query(before, [], name);
  const earlier = await within(engine, readKnown);
  await postgres.query(up, [], name);
  const after = await within(engine, readKnown);
  const none = {
    layout: 'supabase',
    order: 'number',
    migrations: [],
    strays: [],
    ambiguity: undefined,
    leftOut: [],
  } as const;
  const [migration] = withMigration(none, { version: '1', name: 'a', file: 'm/1_a.sql', text: up }).migrations;
  if (migration === undefined) throw new Error('no migration');
  const draft = await draftFrom(engine, { migration, before: earlier, after });
  const text = draftText(migration, draft);
  const left = await within(engine, async (session) => {
    await session.rows(`begin; ${text}\n`);
    const differences = compareSchemas(earlier.schema, await readSchemaWithin(session, []));
    const [row] = await session.rows("select array_to_json(array(select 'pg_class/' || oid || '/0' from pg_class))");
    return { differences, there: JSON.parse(row?.[0] ?? '[]') as readonly string[] };
  });
  const stays = new Set([...after.state.items.values()].map(({ address }) => address));
  // Made again, it would have the shape of before, and none of its rows.
  const emptied = [...earlier.state.items.values()].filter(
    ({ address, kind }) => kind.name === 'table' && stays.has(address) && !left.there.includes(address),
  );
  return { draft, text, left: left.differences, emptied: emptied.map(({ name }) => name) };
}

test.each(Object.entries(cases))('%s', async (_what, each) => {
  const { draft, emptied, left, text } = await drafted(each);
  const nothing = { lost: [], remains: [], left: [], emptied: [] };
  expect({ lost: draft.lost, remains: draft.remains, left, emptied }).toEqual(nothing);
  expect(text).not.toContain('unfinished');
});

test.each(Object.entries(lossy))('%s is left to a person', async (_what, { lost = [], remains = [], ...each }) => {
  const { draft, emptied, text } = await drafted(each);
  expect({ lost: draft.lost, remains: draft.remains, emptied }).toEqual({ lost, remains, emptied: [] });
  for (const line of [...lost, ...remains]) expect(text).toContain(`-- lockstep: unfinished ${line}\n`);
});

test('rows of before are never dropped, whatever it costs', async () => {
  const { draft, emptied } = await drafted({
    before: 'create table t (a int)',
    up: 'alter table t rename to t0; create table t (a int) partition by range (a); alter table t attach partition t0 default',
  });
  expect(emptied).toEqual([]);
  expect(draft.remains.length).toBeGreaterThan(0);
});

test('it is the shortest that does it: what goes with a table is not dropped before', async () => {
  const { draft } = await drafted({
    before: 'create table a (id int primary key)',
    up: 'create table b (id int primary key, a int references a, n serial); create index on b (n); create view v as select id from b; comment on table b is $$x$$',
  });
  expect(draft.statements).toEqual(['drop view public.v', 'drop table public.b']);
});
