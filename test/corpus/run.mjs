#!/usr/bin/env node
/**
 * Applies folders of migrations by psql and by Lockstep, file by file, and compares what came of it. See README.md.
 *
 *   node test/corpus/run.mjs [--postgres 15|17] [--race ROUNDS] [--round-trip MS] FOLDER[:DOWN_FOLDER] …
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describe, Secret } from '@lockstep/base';
import { createEngine, markdownTable, readFolder, up } from '@lockstep/migrations';
import { startPostgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { dumpTool, schemaDifference } from './compare.mjs';
import { Psql } from './psql.mjs';
import { raceHead, startRace } from './race.mjs';

const HEAD = [
  'folder',
  'layout',
  'files',
  'psql took',
  'we took',
  'schema',
  'rows',
  'psql',
  'ours',
  'ratio',
  'to know',
];

async function main(words) {
  const { values, positionals: folders } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      postgres: { type: 'string', default: '17' },
      race: { type: 'string', default: '0' },
      'round-trip': { type: 'string', default: '0' },
    },
  });
  const version = Number(values.postgres);
  const rounds = Number(values.race);
  if (folders.length === 0) throw new Error('name the folders of migrations: node test/corpus/run.mjs FOLDER …');
  const scope = new Scope();
  const work = mkdtempSync(path.join(tmpdir(), 'lockstep-corpus-'));
  try {
    const postgres = await startPostgres(scope, { version, seed: supabaseRoles });
    const judge = dumpTool(version);
    console.log(`PostgreSQL ${version}; schemas compared by ${judge === undefined ? 'the catalogs' : 'pg_dump'}\n`);
    const lab = { postgres, judge, work, count: 0 };
    const race =
      rounds > 0 ? await startRace(scope, { version, rounds, roundTripMs: Number(values['round-trip']) }) : undefined;
    const times = [];
    const rows = [];
    for (const folder of folders) {
      const { taken, ...row } = await compare(lab, folder);
      rows.push(row);
      if (race !== undefined && taken.length > 0) {
        times.push([folder, String(taken.length), ...(await race(taken))]);
        console.log(times.at(-1).join('  '));
      }
    }
    console.log(
      markdownTable(
        HEAD,
        rows.map(({ cells }) => cells),
        { most: 10_000 },
      ),
    );
    if (times.length > 0) console.log(markdownTable(['folder', 'files', ...raceHead()], times, { most: 10_000 }));
    if (rows.some(({ differs }) => differs)) process.exitCode = 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
    await scope[Symbol.asyncDispose]();
  }
}

async function compare(lab, named) {
  const [directory, downs = path.join(directory, '../rollbacks')] = named.split(':');
  let folder;
  try {
    folder = readFolder({ directory, downDirectory: downs, layout: 'auto' });
  } catch (error) {
    return {
      differs: false,
      taken: [],
      cells: [directory, '', '', '', '', '', '', '', '', '', `not read: ${describe(error)}`],
    };
  }
  const sound = folder.migrations.filter(({ problems }) => problems === undefined);
  const database = async () => {
    const name = `corpus_${++lab.count}`;
    return { name, url: await lab.postgres.createDatabase(name) };
  };
  const psql = await new Psql(database, lab.work).applyAll(sound);
  const target = await database();
  const ours = await byUs(target.url, { ...folder, migrations: psql.taken, strays: [], doubt: undefined });
  const difference = await schemaDifference(lab.judge, psql.database.url, target.url);
  const rows = await rowsDiffer(lab.postgres, psql.database.name, target.name);
  const notes = [
    ...(ours.failure === undefined ? [] : [`we refuse: ${ours.failure}`]),
    ...(difference === '' ? [] : [difference]),
    ...folder.migrations
      .filter((each) => !sound.includes(each))
      .map(({ file, problems }) => `${file}: ${problems[0].message}`),
    ...psql.refused.map(({ file, message }) => `psql refuses ${file}: ${message}`),
  ];
  return {
    taken: psql.taken,
    differs: ours.failure !== undefined || difference !== '' || rows !== '',
    cells: [
      ...[directory, folder.layout, String(folder.migrations.length), String(psql.taken.length), String(ours.applied)],
      ...[difference === '' ? 'same' : 'differs', rows === '' ? 'same' : rows],
      ...[`${psql.ms.toFixed(0)} ms`, `${ours.ms.toFixed(0)} ms`, (ours.ms / psql.ms).toFixed(2), notes.join('; ')],
    ],
  };
}

async function byUs(url, folder) {
  const engine = createEngine({
    databaseUrl: new Secret(url),
    provenance: { release: '', commit: '', actor: '', run: '', step: 'corpus' },
    log: { info: () => undefined, warning: () => undefined, debug: () => undefined },
  });
  const started = performance.now();
  try {
    const { applied, failure } = await up(engine, { folder, phase: 'all', allowOutOfOrder: false });
    return { ms: performance.now() - started, applied: applied.length, failure: failure?.message };
  } catch (error) {
    return { ms: performance.now() - started, applied: 0, failure: describe(error) };
  }
}

/** Tables whose numbers of rows are not the same; '' where all are. Values may come from clocks and chance. */
async function rowsDiffer(postgres, one, other) {
  const sql = `select string_agg(format('%s=%s', c.oid::regclass,
    (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %s', c.oid::regclass), false, true, '')))[1]), E'\\n' order by c.oid::regclass::text) as counts
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|lockstep|supabase_migrations)'`;
  const [a, b] = await Promise.all(
    [one, other].map(async (name) => ((await postgres.query(sql, [], name))[0]?.counts ?? '').split('\n')),
  );
  return a
    .filter((line) => !b.includes(line))
    .concat(b.filter((line) => !a.includes(line)))
    .slice(0, 3)
    .join(', ');
}

await main(process.argv.slice(2));
