#!/usr/bin/env node
/**
 * Audits ten public schemas with an intent that a user of each would write, and counts what it finds by what was judged
 * by hand. See tenants.md.
 *
 *   node test/corpus/tenants.mjs [--postgres 15|17] [--mirror FOLDER] [--findings] [FILE …]
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { markdownTable, Secret, silent, systemClock } from '@lockstep/base';
import { createEngine, readFolder, withBuiltSchema } from '@lockstep/migrations';
import { startPostgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { auditDatabase, isListed, judgeAudit, readWrittenIntent } from '@lockstep/tenants';
import { parse } from 'yaml';
import { standIns } from './stand-ins.mjs';

const HERE = path.join(path.dirname(fileURLToPath(import.meta.url)), 'tenants');
const HEAD = [
  'repository',
  'commit',
  'files (statements refused)',
  'tables',
  'checks',
  'findings',
  'leaks',
  'meant',
  'false alarms',
  'undecided',
  'unknown',
  'time',
];

async function main(words) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      postgres: { type: 'string', default: '17' },
      mirror: { type: 'string', default: '' },
      findings: { type: 'boolean', default: false },
    },
  });
  const files = positionals.length > 0 ? positionals : readdirSync(HERE).map((name) => path.join(HERE, name));
  const scope = new Scope();
  const work = mkdtempSync(path.join(tmpdir(), 'lockstep-corpus-'));
  try {
    const postgres = await startPostgres(scope, { version: Number(values.postgres), seed: 'select 1' });
    await postgres.query(`alter role postgres set search_path = "$user", public, extensions`);
    const lab = { postgres, work, mirror: values.mirror, count: 0 };
    const rows = [];
    for (const file of files.sort()) {
      const schema = parse(readFileSync(file, 'utf8'));
      const row = await audited(lab, schema);
      rows.push(row);
      console.log(`${row.cells.join('  ')}`);
      for (const note of row.notes) console.log(`  ${note}`);
      if (values.findings) for (const line of row.lines) console.log(`  ${line}`);
      if (row.unjudged.length > 0) process.exitCode = 1;
      for (const line of row.unjudged) console.log(`  not judged: ${line}`);
    }
    console.log(
      `\n${markdownTable(
        HEAD,
        rows.map(({ cells }) => cells),
        { most: 10_000 },
      )}`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
    await scope[Symbol.asyncDispose]();
  }
}

async function audited(lab, schema) {
  const directory = checkOut(lab, schema);
  const platform = await platformOf(lab, schema);
  const files = inOrder(directory, schema.behind);
  const database = await platform.database();
  const refused = [];
  for (const name of files) refused.push(...(await applied(database.url, path.join(directory, name))));
  const { intent, problems } = readWrittenIntent(schema.intent);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const started = performance.now();
  const result = await auditDatabase(database.url, {
    ...{ intent, production: [], dryRun: false, lockTimeoutMs: 2_000, statementTimeoutMs: 30_000 },
    ...{ log: silent, clock: systemClock, signal: undefined },
  });
  const seconds = (performance.now() - started) / 1_000;
  const notes = refused.map((line) => `refused: ${line}`);
  if (result.kind !== 'audited') {
    const why = JSON.stringify(result).slice(0, 300);
    return { cells: [schema.repository, schema.commit.slice(0, 8), why], notes, lines: [], unjudged: [] };
  }
  const { checks, notVerified } = judgeAudit(result, { intent, files: [] });
  const failed = checks.filter(({ verdict }) => verdict === 'fail');
  const judged = failed.map((check) => ({ check, as: judgedAs(schema.judged ?? [], check) }));
  const of = (kind) => judged.filter(({ as }) => as?.verdict === kind).length;
  const unknown = checks.filter(({ verdict }) => verdict === 'unknown');
  return {
    cells: [
      ...[
        schema.repository,
        schema.commit.slice(0, 8),
        `${files.length} (${refused.length})`,
        result.tables.length,
        checks.length,
      ],
      ...[failed.length, of('leak'), of('meant'), of('false'), of('unknown'), unknown.length + notVerified.length],
      `${seconds.toFixed(1)} s`,
    ].map(String),
    notes,
    lines: [
      ...grouped(judged.map(({ as, check }) => ({ ...check, id: `${as?.verdict ?? 'NOT JUDGED'} ${check.id}` }))),
      ...grouped(unknown.map((check) => ({ ...check, id: `unknown ${check.id}` }))),
      ...grouped(notVerified.map((one) => ({ ...one, id: `not verified ${one.id}`, measured: one.because }))),
    ],
    unjudged: grouped(judged.filter(({ as }) => as === undefined).map(({ check }) => check)),
  };
}

/** One line for each check of an object, with all identities. */
function grouped(checks) {
  const groups = new Map();
  for (const { id, measured, what } of checks) {
    const [object, who = ''] = what.split(/ as (?!.* as )/);
    const group = groups.get(`${id} ${object}`) ?? { who: [], measured };
    group.who.push(who);
    groups.set(`${id} ${object}`, group);
  }
  return [...groups].map(([key, { measured, who }]) => `${key} as ${who.join(', ')}: ${measured.replace(/\s+/g, ' ')}`);
}

/** By name; those that begin with `files` are behind the one that begins with `file`. */
function inOrder(directory, behind) {
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.sql') && !name.endsWith('.down.sql'))
    .sort();
  if (behind === undefined) return names;
  const moved = names.filter((name) => name.startsWith(behind.files));
  const rest = names.filter((name) => !moved.includes(name));
  return rest.toSpliced(rest.findIndex((name) => name.startsWith(behind.file)) + 1, 0, ...moved);
}

/** Applies a file as psql does, statement by statement, and says which the server refused. */
async function applied(url, file) {
  // Not in step with it: the log of the server comes through this process, and who logs into a full pipe waits.
  const options = { maxBuffer: 100_000_000, timeout: 120_000 };
  const { stderr } = await new Promise((resolve) => {
    execFile('psql', ['-X', '-q', '-o', '/dev/null', '-f', file, url], options, (_, _stdout, said) =>
      resolve({ stderr: said }),
    );
  });
  return stderr
    .split('\n')
    .filter((line) => /: (ERROR|FATAL): /.test(line))
    .map((line) => line.replace(/^psql:/, '').replace(path.dirname(file), '.'));
}

/** The first judgment that names it: `check`, and the object with or without the identity. */
function judgedAs(judged, { id, what }) {
  const object = what.replace(/ as .*$/, '');
  return judged.find(
    (one) => isListed(id, [one.check ?? '*']) && (isListed(what, one.what) || isListed(object, one.what)),
  );
}

/** The migrations at the commit, from a mirror `OWNER+NAME` in the folder, or from GitHub. */
function checkOut({ mirror, work }, { commit, directory, repository }) {
  const name = repository.replace('/', '+');
  const from = mirror === '' ? path.join(work, `${name}.git`) : path.join(mirror, name, 'repo');
  if (mirror === '')
    execFileSync('git', ['clone', '-q', '--bare', `https://github.com/${repository}.git`, from], { stdio: 'inherit' });
  const into = path.join(work, name);
  mkdirSync(into);
  const tar = path.join(work, `${name}.tar`);
  execFileSync('git', ['-C', from, 'archive', '-o', tar, commit, directory]);
  execFileSync('tar', ['xf', tar, '-C', into]);
  return path.join(into, directory);
}

/** Databases that are like a new project: each a copy of one that was set up. */
async function platformOf(lab, schema) {
  const template = `platform_${++lab.count}`;
  const folder = path.join(lab.work, template);
  mkdirSync(folder);
  const words = [...(schema['stand-ins'] ?? []).map((name) => standIns[name]), 'select auth.uid();'];
  writeFileSync(path.join(folder, '1_platform.sql'), words.join('\n'));
  const engine = createEngine({
    databaseUrl: new Secret(lab.postgres.url()),
    provenance: { release: '', commit: '', actor: '', run: '', step: 'corpus' },
    log: silent,
  });
  const roles =
    'anon, authenticated, service_role, authenticator, dashboard_user, supabase_admin, supabase_auth_admin, supabase_storage_admin, supabase_realtime_admin';
  for (const role of roles.split(', '))
    await lab.postgres.query(
      `do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$`,
    );
  const made = await withBuiltSchema(
    engine,
    readFolder({ directory: folder, downDirectory: folder, layout: 'auto' }),
    (target) => lab.postgres.query(`create database ${template} template ${target.database}`),
    { platformGrants: true },
  );
  if (made.kind !== 'built') throw new Error(made.message);
  return {
    database: async () => {
      const name = `corpus_${++lab.count}`;
      await lab.postgres.query(`create database ${name} template ${template}`);
      return { name, url: lab.postgres.url(name) };
    },
  };
}

await main(process.argv.slice(2));
