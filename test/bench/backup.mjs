#!/usr/bin/env node
/**
 * Times a backup and a drill of the bundled action beside native pg_dump and psql, which are taken from the system: without
 * them there is nothing to compare with, and the row says so. `LOCKSTEP_BENCH_ROWS` sets the size (a million rows are about
 * 190 MB of COPY text). Needs `node scripts/build.mjs backup` before.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { startPostgres } from '../../packages/proving-ground/lib/postgres/index.js';
import { Scope } from '../../packages/proving-ground/lib/scope/index.js';
import { median, timed } from './migrations/measure.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ROWS = Number(process.env['LOCKSTEP_BENCH_ROWS'] ?? 1_000_000);
const ROUNDS = Number(process.env['LOCKSTEP_BENCH_ROUNDS'] ?? 3);
/** The server is of this major; an older pg_dump refuses it. */
const MAJOR = 15;

/** Rows of { what, measured, budget, ok }. */
export async function* bench() {
  const native = nativeTools();
  const scope = new Scope();
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-backup-'));
  try {
    const [source, scratch] = await Promise.all([
      startPostgres(scope, { version: MAJOR }),
      startPostgres(scope, { version: MAJOR }),
    ]);
    const url = await source.createDatabase('shop');
    for (const statement of seed(ROWS)) await source.query(statement, [], 'shop');
    const [{ bytes }] = await source.query("select pg_database_size('shop')::float8 as bytes", [], 'shop');
    const size = `${ROWS.toLocaleString('en-US')} rows, ${Math.round(bytes / 1e6)} MB on disk`;
    const key = await generateIdentity();
    const dump = native === undefined ? undefined : join(folder, 'native.dump');
    const times = { native: [], plain: [], sealed: [] };
    let peak = 0;
    for (let round = 0; round < ROUNDS; round++) {
      if (native !== undefined) times.native.push((await timed(native.pgDump, ['-Fc', '-Z1', '-f', dump, url], {})).ms);
      const plain = await action(folder, {
        command: 'create',
        to: fresh(folder),
        'database-url': url,
        'encrypt-to': 'none',
      });
      times.plain.push(plain.ms);
      const to = join(folder, 'sealed');
      rmSync(to, { recursive: true, force: true });
      mkdirSync(to);
      const sealed = await action(folder, {
        ...{ command: 'create', to, 'database-url': url, 'encrypt-to': await identityToRecipient(key) },
      });
      times.sealed.push(sealed.ms);
      peak = Math.max(peak, sealed.megabytes ?? 0);
    }
    yield ratio(`backup with hash and gzip, ${size}`, times.plain, times.native, 3);
    yield ratio('backup with hash, gzip and age', times.sealed, times.native, 3);
    yield { what: 'memory of the backup', measured: `${Math.round(peak)} MB`, budget: '≤ 200 MB', ok: peak <= 200 };
    const stored = sizeOf(join(folder, 'sealed'));
    const than = dump === undefined ? '' : `, pg_dump -Z1 ${Math.round(statSync(dump).size / 1e6)} MB`;
    yield { what: 'size of the backup', measured: `${Math.round(stored / 1e6)} MB${than}`, budget: 'shown', ok: true };

    const restores = [];
    let drillPeak = 0;
    const psql = [];
    for (let round = 0; round < ROUNDS; round++) {
      const drill = await action(folder, {
        ...{ command: 'drill', to: join(folder, 'sealed'), 'scratch-database-url': scratch.url(), 'decrypt-with': key },
      });
      restores.push(Number(drill.outputs['restore-seconds']) * 1_000);
      drillPeak = Math.max(drillPeak, drill.megabytes ?? 0);
      if (native !== undefined) psql.push(await restoreByPsql(native, { url, scratch, folder, round }));
    }
    yield ratio('restore in a drill, with decryption', restores, psql, 1.5, 'psql');
    yield {
      what: 'memory of the drill',
      measured: `${Math.round(drillPeak)} MB`,
      budget: '≤ 200 MB',
      ok: drillPeak <= 200,
    };
  } finally {
    await scope[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a shop has: text, numbers, times, JSON, and some of it empty. */
function seed(rows) {
  return [
    'create table people (id bigint primary key, name text not null, email text, born date, notes text)',
    'create table orders (id bigint primary key, person bigint not null references people, at timestamptz, total numeric(10,2), lines jsonb)',
    `insert into people select i, md5(i::text), md5(i::text) || '@example.com', date '1950-01-01' + (i % 20000)::int,
       case when i % 3 = 0 then null else repeat(md5((i * 7)::text), 3) end from generate_series(1, ${Math.ceil(rows / 2)}) i`,
    `insert into orders select i, 1 + i % ${Math.ceil(rows / 2)}, timestamptz '2026-01-01' + i * interval '1 s', (i % 9999) / 7.0,
       jsonb_build_object('sku', md5(i::text), 'n', i % 9, 'text', repeat(md5((i * 3)::text), 2)) from generate_series(1, ${Math.floor(rows / 2)}) i`,
    'create index on orders (person)',
    'analyze',
  ];
}

/** The bundled action as the runner starts it; `outputs` are what it set. */
async function action(folder, inputs) {
  const temp = mkdtempSync(join(folder, 'step-'));
  const files = Object.fromEntries(
    ['OUTPUT', 'STATE', 'ENV', 'STEP_SUMMARY'].map((name) => [`GITHUB_${name}`, join(temp, name)]),
  );
  for (const file of Object.values(files)) writeFileSync(file, '');
  const given = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  const env = { PATH: process.env['PATH'], ...files, ...given, GITHUB_WORKSPACE: temp, RUNNER_TEMP: temp };
  const end = await timed(process.execPath, [join(root, 'dist/backup/index.js')], { cwd: temp, env });
  const outputs = Object.fromEntries(
    [...readFileSync(files['GITHUB_OUTPUT'], 'utf8').matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(
      ([, name, , value]) => [name, value],
    ),
  );
  return { ...end, outputs };
}

/** A plain dump, restored by psql: what somebody does by hand. Only the restore is timed. */
async function restoreByPsql({ pgDump, psql }, { url, scratch, folder, round }) {
  const file = join(folder, 'plain.sql');
  await timed(pgDump, ['-f', file, url], {});
  const target = await scratch.createDatabase(`by_psql_${round}`);
  const { ms } = await timed(psql, ['-X', '-q', '-o', '/dev/null', '-v', 'ON_ERROR_STOP=1', '-f', file, target], {});
  await scratch.dropDatabase(`by_psql_${round}`);
  return ms;
}

function ratio(what, ours, theirs, most, peer = 'pg_dump -Fc -Z1') {
  const own = `${(median(ours) / 1_000).toFixed(2)} s`;
  if (theirs.length === 0)
    return { what, measured: `${own}; no ${peer} on this machine`, budget: `≤ ${most} ×`, ok: true };
  const by = median(ours) / median(theirs);
  const measured = `${own}, ${by.toFixed(2)} × ${peer} (${(median(theirs) / 1_000).toFixed(2)} s)`;
  return { what, measured, budget: `≤ ${most} ×`, ok: by <= most };
}

/** Of the system, where they can read the server. */
function nativeTools() {
  for (const folder of [`/usr/lib/postgresql/${MAJOR}/bin/`, '']) {
    const { status, stdout } = spawnSync(`${folder}pg_dump`, ['--version'], { encoding: 'utf8' });
    const major = Number(/(\d+)\.\d+/.exec(stdout ?? '')?.[1]);
    if (status === 0 && major >= MAJOR) return { pgDump: `${folder}pg_dump`, psql: `${folder}psql` };
  }
  return undefined;
}

function fresh(folder) {
  return mkdtempSync(join(folder, 'plain-'));
}

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}
