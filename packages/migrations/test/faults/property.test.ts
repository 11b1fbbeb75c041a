import { afterAll, beforeAll, expect } from '@jest/globals';
import { silent } from '@lockstep/base';
import { compareSchemas, openSession, readDatabaseUrl, readSchema, type Schema } from '@lockstep/postgres';
import { startProxy } from '@lockstep/proving-ground/proxy';
import fc from 'fast-check';
import { together as test } from '../../../../test/e2e/sampled.ts';
import { isFew, tell } from '../../../../test/faults/matrix.ts';
import { down } from '../../src/down/down.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { HISTORY_SCHEMAS } from '../../src/history/tables.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, type Files, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

/** Kinds of migrations: each makes a table of its own, `t<version>`, in its own way. */
const kinds = {
  plain: (t: string) => `create table ${t} (id int, a text);\ninsert into ${t} values (1, 'x');`,
  large: (t: string) =>
    `create table ${t} (id int, a text);\ninsert into ${t} select g, repeat('y', 50) from generate_series(1, 3000) g;`,
  copy: (t: string) =>
    `create table ${t} (id int);\ncopy ${t} from stdin;\n1\n2\n\\.\ncomment on table ${t} is 'copied';`,
  own: (t: string) => `begin;\ncreate table ${t} (id int);\ncommit;`,
  mixed: (t: string) =>
    `create table ${t} (id int);\ncreate index concurrently ${t}_i on ${t} (id);\ninsert into ${t} values (1);`,
  apart: (t: string) =>
    `-- lockstep: no-transaction\ncreate table ${t} (id int);\ncreate unique index concurrently ${t}_u on ${t} (id);`,
  enum: (t: string) =>
    `create type e${t} as enum ('a');\nalter type e${t} add value 'b';\ncreate table ${t} (v e${t});\ninsert into ${t} values ('b');`,
  commits: (t: string) =>
    `create table if not exists ${t} (id int);\ndo $$ begin delete from ${t}; commit; insert into ${t} values (1); end $$;`,
  settings: (t: string) =>
    `set standard_conforming_strings = off;\nset search_path = public, pg_catalog;\nset role migrator;\nreset role;\ncreate table ${t} (a text);\nset role anon;`,
  fails: (t: string) => `create table ${t} (id int);\ninsert into ${t} values (1 / 0);`,
};
type Kind = keyof typeof kinds;
/** Applied in one transaction: table and record come and go together. */
const ATOMIC: readonly Kind[] = ['plain', 'large', 'copy', 'own', 'settings', 'fails'];

/** What strikes a run, at a point between its beginning (0) and its end (1). */
type Fault =
  | { readonly kind: 'none' }
  | { readonly kind: 'cut'; readonly way: 'toServer' | 'toClient'; readonly at: number }
  | { readonly kind: 'terminate' | 'abort'; readonly afterMs: number };

const kind = fc.constantFrom(...(Object.keys(kinds).filter((each) => each !== 'fails') as Kind[]));
const history = fc
  .tuple(fc.array(kind, { minLength: 1, maxLength: 8 }), fc.option(fc.nat({ max: 7 }), { freq: 3 }))
  .map(([list, failing]) => (failing === null || failing >= list.length ? list : list.with(failing, 'fails')));
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.constant<Fault>({ kind: 'none' }),
  fc.record({
    kind: fc.constant('cut' as const),
    way: fc.constantFrom('toServer' as const, 'toClient' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({ kind: fc.constantFrom('terminate' as const, 'abort' as const), afterMs: fc.nat({ max: 60 }) }),
);

function filesOf(list: readonly Kind[]): Files {
  return Object.fromEntries(
    list.flatMap((each, i) => [
      [`migrations/${i + 1}_${each}.sql`, kinds[each](`t${i + 1}`)],
      [`rollbacks/${i + 1}_${each}.sql`, `drop table if exists t${i + 1};\ndrop type if exists et${i + 1};`],
    ]),
  );
}

/** Runs `work` while the fault strikes; whatever it throws is the fault's. True where it did not come to its end. */
async function under(
  database: Database,
  strike: Fault,
  work: (engine: Engine) => Promise<{ readonly cancelled: boolean }>,
): Promise<boolean> {
  const limits = { reconnectForMs: 0, migrationLockTimeoutMs: 5_000 };
  if (strike.kind === 'cut') {
    // About as many bytes as a whole run passes on in each direction.
    const bytes = Math.round(strike.at * (strike.way === 'toServer' ? 25_000 : 6_000));
    const proxy = await startProxy(ground.scope, ground.postgres.port, { cutAfterBytes: { [strike.way]: bytes } });
    const url = database.url.replace(/:\d+\//, `:${proxy.port}/`);
    return work(engineOn(database, { url, limits })).then(
      ({ cancelled }) => cancelled,
      () => true,
    );
  }
  const abort = new AbortController();
  const running = work(engineOn(database, { limits, signal: abort.signal })).then(
    ({ cancelled }) => cancelled,
    () => true,
  );
  if (strike.kind !== 'none') {
    await new Promise((resolve) => setTimeout(resolve, strike.afterMs));
    if (strike.kind === 'abort') abort.abort();
    else
      await database.run(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'lockstep step%' and datname = current_database()",
      );
  }
  return running;
}

async function schemaOf(database: Database): Promise<Schema> {
  const session = await openSession(readDatabaseUrl(database.url), {
    log: silent,
    signal: undefined,
    applicationName: 't',
  });
  const schema = await readSchema(session, HISTORY_SCHEMAS);
  await session.close();
  return schema;
}

/** What must hold at any moment, whatever happened. */
async function expectSound(database: Database, list: readonly Kind[]): Promise<void> {
  const side = (await database.value("select to_regclass('lockstep.migrations') is not null")) === true;
  if (!side) return;
  const recorded = await database.versions();
  const rows = await database.rows('select version, state from lockstep.migrations');
  const states = new Map(rows.map(([version, state]) => [String(version), String(state)]));
  for (const version of recorded) expect(['applied', 'reverting']).toContain(states.get(version));
  for (const [version, state] of states)
    expect([version, recorded.includes(version)]).toEqual([version, state !== 'partial']);
  for (const [i, each] of list.entries()) {
    const version = String(i + 1);
    if (!ATOMIC.includes(each)) continue;
    const there = (await database.value(`select to_regclass('t${version}') is not null`)) === true;
    expect([version, there]).toEqual([version, recorded.includes(version)]);
  }
}

const all = { phase: 'all', allowOutOfOrder: false } as const;
const faults = process.env['LOCKSTEP_FAULTS'];
const isDeep = faults === 'deep';
/** The same histories every time, and others each time where the judges ask. `LOCKSTEP_SEED` repeats one. */
const seed = Number(process.env['LOCKSTEP_SEED'] ?? (isDeep ? Date.now() % 2 ** 31 : 20_260_101));
const runs = Number(process.env['LOCKSTEP_RUNS'] ?? (isDeep || faults === 'all' ? 60 : isFew ? 5 : 14));

test(`whatever is applied, and whatever strikes: schema and history agree, and a second run converges (seed ${seed})`, async () => {
  let struck = 0;
  if (isFew) tell('histories that faults strike', runs, 14);
  const run = fc.asyncProperty(history, fault, fault, async (list, first, second) => {
    const database = await ground.database();
    const folder = folderOf(ground.scope, filesOf(list));
    const applies = (engine: Engine) => up(engine, { ...all, folder });
    const empty = await schemaOf(database);

    if (await under(database, first, applies)) struck++;
    await expectSound(database, list);
    const report = await applies(engineOn(database));
    await expectSound(database, list);
    const failing = list.indexOf('fails');
    const good = failing < 0 ? list.length : failing;
    expect(await database.versions()).toEqual(list.slice(0, good).map((_, i) => String(i + 1)));
    expect(report.failure?.version).toBe(failing < 0 ? undefined : String(failing + 1));
    const invalid = await database.value('select count(*)::int from pg_index where not indisvalid');
    expect(invalid).toBe(0);

    const reverts = (engine: Engine) => down(engine, { range: { kind: 'to', version: '0' }, onDataLoss: 'allow' });
    if (await under(database, second, reverts)) struck++;
    await expectSound(database, list);
    await reverts(engineOn(database));
    expect(await database.versions()).toEqual([]);
    expect(compareSchemas(empty, await schemaOf(database))).toEqual([]);
  });
  await fc.assert(run, { seed, numRuns: runs, endOnFailure: true });
  // A fault that never strikes proves nothing.
  expect(struck).toBeGreaterThan(isFew ? 0 : runs / 3);
}, 600_000);
