import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { createBackup, drillBackup, listBackups, openPlace, readDatabaseUrl } from '@lockstep/backup';
import { Secret, silent, systemClock } from '@lockstep/base';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { startObjectStore } from '@lockstep/proving-ground/object-store';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { CaseJournal } from './journal.ts';
import { drawn } from './matrix.ts';

/** Ended before its nth call to the database or the place; by a connection or a disk that breaks; after it was made. */
const ENDS = ['SIGKILL', 'SIGTERM', 'cut', 'after'] as const;
type End = (typeof ENDS)[number];

const schema = `create table public.people (id serial primary key, name text); insert into public.people (name) select 'n' || g from generate_series(1, 99) g;
  create table public.notes (id int); insert into public.notes values (1); create view public.names as select name from public.people;`;

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());
const [source, scratch] = await Promise.all([borrowPostgres(scope), borrowPostgres(scope)]);
const store = await startObjectStore({ faults: new Faults() });
scope.defer('the object store', () => store.close());
const bucket = store.bucket('acme');
const key = store.key();
const identity = await generateIdentity();
const url = await source.createDatabase('shop');
await source.query(schema, [], 'shop');

const settings = {
  region: store.region,
  endpoint: store.url,
  accessKeyId: key.accessKeyId,
  secretAccessKey: new Secret(key.secretAccessKey),
};
const tools = { clock: systemClock, log: silent, fetch, env: {} };

async function aPlace(to: string, name: string, clear: () => void) {
  const place = await openPlace({ to, ...settings }, tools);
  const inputs = {
    to,
    'database-url': url,
    'encrypt-to': await identityToRecipient(identity),
    tier: 'daily',
    parallel: '2',
    ...(to.startsWith('s3:')
      ? {
          's3-region': store.region,
          's3-endpoint': store.url,
          's3-access-key-id': key.accessKeyId,
          's3-secret-access-key': key.secretAccessKey,
        }
      : {}),
  };
  const folder = scope.folder('lockstep-calls-');
  return {
    name,
    /** As it was before anything was stored in it. */
    clear,
    /** The bundled action, which is ended at one of its calls; all calls that it made. */
    run: async (at: number, end: End) => {
      const log = join(folder, `${at}-${end}`);
      const env = {
        NODE_OPTIONS: `--require=${fileURLToPath(new URL('calls-hook.cjs', import.meta.url))}`,
        LOCKSTEP_CALLS_AT: String(at),
        LOCKSTEP_CALLS_DO: end,
        LOCKSTEP_CALLS_FOLDER: to,
        LOCKSTEP_CALLS_LOG: log,
      };
      const step = await spawnAction('backup', inputs, { env });
      return { step, calls: readFileSync(log, 'utf8').trimEnd().split('\n') };
    },
    create: () =>
      createBackup({
        ...{ place, target: readDatabaseUrl(url), selection: { withoutSchemas: [], withoutRows: [] }, parallel: 2 },
        ...{ tier: 'daily', encryption: { kind: 'none' }, pgDumpPath: undefined, release: null },
        ...{ lockTimeoutMs: 5_000, maxDurationMs: 60_000, tool: { name: 'test', version: '1' } },
        ...{ clock: systemClock, log: silent, signal: undefined },
      }),
    /** The ids of backups that are there, whatever is there besides. */
    finished: async () =>
      (await listBackups(place, { signal: undefined })).filter(({ isWhole }) => isWhole).map(({ prefix }) => prefix),
    drill: async (prefix: string) => {
      const drilled = await drillBackup({
        ...{ place, prefix, identities: [identity], scratch: readDatabaseUrl(scratch.url()), parallel: 1, ...tools },
        ...{
          maxAgeMs: undefined,
          maxRestoreMs: undefined,
          afterRestore: undefined,
          probe: undefined,
          signal: undefined,
        },
      });
      if (drilled.kind !== 'drilled') throw new Error(`not drilled: ${drilled.why}`);
      return drilled.checks.filter(({ verdict }) => verdict !== 'pass').map(({ id, reason }) => `${id} ${reason}`);
    },
  };
}

const kept = scope.folder('lockstep-backups-');
const places = [
  await aPlace(kept, 'a folder', () => {
    for (const entry of readdirSync(kept)) rmSync(join(kept, entry), { recursive: true });
  }),
  await aPlace('s3://acme/shop', 'an object store', () => {
    for (const each of bucket.keys()) for (const version of bucket.versions(each)) bucket.remove(version);
    bucket.uploads.clear();
  }),
];

/** What the database holds that a backup could have left: objects of any schema, temporary ones too. */
const objects = () =>
  source.query(
    "select md5(string_agg(oid::text || relname, ' ' order by oid)) as all_of_them from pg_class",
    [],
    'shop',
  );

/** Until no session of a backup is there: with the last one go its locks, its snapshot and its temporary objects. */
async function nothingIsLeft(before: unknown): Promise<void> {
  const sessions = `select a.application_name, a.state, a.query from pg_stat_activity a where a.datname = 'shop'
    and a.pid <> pg_backend_pid() and a.backend_type = 'client backend'`;
  for (let turn = 0; ; turn++) {
    const left = await source.query(sessions);
    if (left.length === 0) break;
    if (turn === 1_500) throw new Error(`left in the source: ${JSON.stringify(left)}`);
    await systemClock.sleep(20);
  }
  expect(await objects()).toEqual(before);
}

const before = await objects();
interface Case {
  readonly name: string;
  readonly place: (typeof places)[number];
  readonly at: number;
  readonly end: End;
}

const cases: Case[] = [];
for (const place of places) {
  const { step, calls } = await place.run(0, 'SIGKILL');
  expect(step).toMatchObject({ status: 0, outputs: { reason: 'backed-up' } });
  for (const [at, call] of calls.entries()) {
    // pg_dump asks the catalogs some hundred times, all of them alike.
    if (/^socket .{0,5}(SELECT|WITH|EXECUTE|PREPARE) /.test(call) && at % 10 !== 0) continue;
    for (const end of ENDS) {
      // Before any answer comes it matters only where something is kept.
      if (end === 'after' && !/^socket PUT|^file (link|rename|open)/.test(call)) continue;
      const name = `in ${place.name}, ${end} at call ${at + 1} of ${calls.length} (${call})`;
      cases.push({ name, place, at: at + 1, end });
    }
  }
  place.clear();
}

test('every part of a backup makes calls', () => {
  const calls = cases.map(({ name }) => name).join('\n');
  for (const part of ['pg_export_snapshot', 'copy public.people', 'manifest.json', 'PUT /acme', 'file link'])
    expect(calls).toContain(part);
});

/** After so many cases, and after the last, the next backup is made beside all that they left; then the place is cleared. */
const BATCH = 10;
const journal = new CaseJournal('backups that are cut off');
const keyOf = ({ place, end, at }: Case) => `${place.name} ${end} ${at}`;
const drawnCases = journal.left(drawn('backups that are cut off', cases, 12), keyOf);
const byPlace = places.flatMap((place) => drawnCases.filter((each) => each.place === place));

/** Backups of this batch that are whole. */
let known: readonly string[] = [];

test.each(byPlace.map((each, nth) => [each.name, each, nth] as const))('%s', async (_name, each, nth) => {
  const { place, at, end } = each;
  await journal.run(keyOf(each), async () => {
    const { step } = await place.run(at, end);
    await nothingIsLeft(before);
    const now = await place.finished();
    // Either none has come, or one that is whole: where its manifest was stored, it is.
    const came = now.filter((prefix) => !known.includes(prefix));
    expect(now).toHaveLength(known.length + came.length);
    known = now;
    for (const prefix of came) expect(await place.drill(prefix)).toEqual([]);
    if (step.outputs['reason'] === 'backed-up') expect(came).toHaveLength(1);
    else expect(step.status).not.toBe(0);
    expect(came.length).toBeLessThanOrEqual(1);
    const isLast = byPlace[nth + 1]?.place !== place;
    if (!isLast && (nth + 1) % BATCH !== 0) return;
    expect(await place.create()).toMatchObject({ kind: 'backed-up' });
    place.clear();
    known = [];
  });
});
