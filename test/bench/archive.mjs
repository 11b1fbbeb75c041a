import { startPostgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { silent } from '../../packages/base/lib/index.js';
import { finish, insertArchive, nextId, stage } from '../../packages/migrations/lib/archive/copy.js';
import { planArchive } from '../../packages/migrations/lib/archive/plan.js';
import { closeToOthers, ensureArchiveSchema } from '../../packages/migrations/lib/archive/schema.js';
import { readSources } from '../../packages/migrations/lib/archive/sources.js';
import { readRelations } from '../../packages/migrations/lib/data-loss/relations.js';
import { openSession, readDatabaseUrl } from '../../packages/postgres/lib/index.js';
import { median } from './migrations/measure.mjs';

const ROWS = 500_000;
const ROUNDS = 5;
const UNLIMITED = { rows: 10 * ROWS, bytes: 1e12 };

const table = `create table public.t (id bigint primary key, at timestamptz, name text, body text, n numeric);
  insert into public.t select i, now(), 'name ' || i, repeat('x', 60), i / 7.0 from generate_series(1, ${ROWS}) i;
  vacuum analyze public.t`;

/** How long a table is locked while it is archived, beside a plain `create table as` of the same rows. */
export async function* bench() {
  const scope = new Scope();
  try {
    const postgres = await startPostgres(scope, {});
    const url = await postgres.createDatabase('archived');
    const session = await openSession(readDatabaseUrl(url), {
      log: silent,
      signal: undefined,
      applicationName: 'bench',
    });
    for (const statement of table.split(';\n')) await session.rows(statement);
    const times = { ours: [], plain: [] };
    for (let round = 0; round < ROUNDS; round++) {
      times.plain.push(
        await within(session, () => session.rows('create table public.copied as select * from public.t')),
      );
      times.ours.push(await within(session, () => archive(session)));
    }
    await session.close();
    const [ours, plain] = [median(times.ours), median(times.plain)];
    const measured = `${(ours / 1_000).toFixed(2)} s, ${(ours / plain).toFixed(2)} × create table as (${(plain / 1_000).toFixed(2)} s)`;
    yield { what: `an archive of ${ROWS} rows`, measured, budget: '≤ 1.2 × create table as', ok: ours / plain <= 1.2 };
  } finally {
    await scope[Symbol.asyncDispose]();
  }
}

/** In milliseconds; everything is rolled back. */
async function within(session, work) {
  await session.rows("begin; set local search_path = ''");
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  await session.rows('rollback');
  return ms;
}

/** What is done while the table is locked: plan, schema, copy, list, rights. */
async function archive(session) {
  const before = await readRelations(session, { where: "c.relname = 't' and n.nspname = 'public'" });
  const [relation] = [...before.values()];
  const losses = [{ kind: 'table', object: relation.name, rows: 1_000, more: true }];
  const seen = { threats: [{ kind: 'table', relation }], losses, own: undefined, before, after: new Map() };
  const plan = planArchive(seen, await readSources(session, [relation.oid]));
  await ensureArchiveSchema(session);
  const room = { limits: UNLIMITED, used: { rows: 0, bytes: 0 } };
  const staged = await stage(session, plan.copies[0], await nextId(session), { before, room });
  const done = await finish(session, staged, { after: new Map(), room, keepMs: 1_000 });
  const by = { release: '', commit: '', actor: '', run: '' };
  await session.rows(
    insertArchive(staged, done, {
      direction: 'down',
      version: '1',
      migration: 'm',
      release: '',
      by,
      cluster: undefined,
    }),
  );
  await closeToOthers(session);
}
