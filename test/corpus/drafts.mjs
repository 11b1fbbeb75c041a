#!/usr/bin/env node
/**
 * Drafts the down migration of every file of a folder, and asks whether it restores the schema. See README.md.
 *
 *   node test/corpus/drafts.mjs [--postgres 15|17] [--verbose] FOLDER …
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describe, Secret, silent } from '@lockstep/base';
import {
  createEngine,
  draftFrom,
  draftText,
  markdownTable,
  readFolder,
  readKnown,
  seedAsSupabase,
  up,
  withDraftSession,
} from '@lockstep/migrations';
import { startPostgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { compareSchemas, readSchemaWithin } from '../../packages/postgres/lib/index.js';
import { standIns, usual, withoutExtensions } from './stand-ins.mjs';

const HEAD = ['folder', 'files', 'applied', 'only schema', 'exact', 'refused', 'data too', 'exact', 'refused', 'wrong'];
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

async function main(words) {
  const { values, positionals: folders } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { postgres: { type: 'string', default: '17' }, verbose: { type: 'boolean', default: false } },
  });
  if (folders.length === 0) throw new Error('name the folders of migrations: node test/corpus/drafts.mjs FOLDER …');
  const scope = new Scope();
  try {
    const version = Number(values.postgres);
    const postgres = await startPostgres(scope, { version, seed: supabaseRoles, settings: SETTINGS });
    const rows = [];
    for (const [nth, folder] of folders.entries()) {
      const name = `drafts_${nth}`;
      const url = await postgres.createDatabase(name);
      const sql = [
        ...usual.map((each) => `create extension if not exists "${each}" with schema extensions`),
        ...Object.values(standIns),
      ];
      for (const each of sql) await postgres.query(each, [], name);
      await postgres.query(`alter database ${name} set search_path = "$user", public, extensions`);
      const work = copyOf(folder);
      rows.push([folder, ...(await measure(work, url, values.verbose))]);
      rmSync(work, { recursive: true });
      console.log(rows.at(-1).join('  '));
    }
    console.log(
      markdownTable(
        HEAD,
        rows.map((row) => row.map(String)),
        { most: 10_000 },
      ),
    );
    if (rows.some((row) => row.at(-1) > 0)) process.exitCode = 1;
  } finally {
    await scope[Symbol.asyncDispose]();
  }
}

/** With stand-ins for what is not installed, and a name that can be read where only the separator differs. */
function copyOf(folder) {
  const work = mkdtempSync(path.join(tmpdir(), 'lockstep-drafts-'));
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.sql'))) {
    const sql = readFileSync(path.join(folder, file), 'utf8');
    writeFileSync(path.join(work, file.replace(/^(\d+)[-.]/, '$1_')), withoutExtensions(sql));
  }
  return work;
}

async function measure(directory, url, verbose) {
  const folder = readFolder({ directory, downDirectory: 'none', layout: 'auto' });
  const engine = createEngine({
    databaseUrl: new Secret(url),
    provenance: { release: '', commit: '', actor: 'corpus', run: '', step: 'drafts' },
    log: silent,
  });
  await seedAsSupabase(engine).catch(() => undefined);
  const count = { applied: 0, schema: [0, 0], data: [0, 0], wrong: 0 };
  let before = await withDraftSession(engine, readKnown);
  for (const migration of folder.migrations) {
    const said = (what) => verbose && console.error(`${migration.file}: ${what}`);
    // What cannot be run (an extension that is not installed) says nothing of a draft.
    const alone = { ...folder, migrations: [migration], strays: [], ambiguity: undefined };
    const failure = await up(engine, { folder: alone, phase: 'all', allowOutOfOrder: true }).then(
      (report) => report.failure?.message,
      describe,
    );
    const after = await withDraftSession(engine, readKnown);
    if (failure === undefined) {
      count.applied++;
      const draft = await draftFrom(engine, { migration, before, after });
      const problem = await runAlone(engine, draftText(migration, draft), { before, after });
      const [list, isExact] = [draft.lost.length === 0 ? count.schema : count.data, draft.remains.length === 0];
      if (isExact && problem !== '') {
        count.wrong++;
        said(`WRONG ${problem}`);
      } else list[isExact ? 0 : 1]++;
      if (!isExact) said(`${draft.lost.length === 0 ? 'refused' : 'refused (data)'}: ${draft.remains.join('; ')}`);
    } else said(`not applied: ${failure}`);
    before = after;
  }
  const { applied, data, schema, wrong } = count;
  return [folder.migrations.length, applied, schema[0] + schema[1], ...schema, data[0] + data[1], ...data, wrong];
}

/** As it would be run: without what the draft was found with. What is wrong with it; '' where nothing is. */
async function runAlone(engine, text, { after, before }) {
  return await withDraftSession(engine, async (session) => {
    await session.rows('begin');
    try {
      const result = await session.send(text);
      if (!result.ok) return describe(result.error);
      const left = compareSchemas(before.schema, await readSchemaWithin(session, ['supabase_migrations', 'lockstep']));
      const differences = left.map(({ kind, object }) => `${object} (${kind})`);
      return [...differences, ...(await emptied(session, before, after))].join(', ');
    } finally {
      await session.send('rollback');
    }
  });
}

/** Tables and columns that were there before and after, and would be made again without what is in them. */
async function emptied(session, before, after) {
  const rows = await session.rows(`select 'pg_class/' || oid || '/0' from pg_class union all
    select 'pg_class/' || attrelid || '/' || attnum from pg_attribute where not attisdropped`);
  const there = new Set(rows.map(([address]) => address));
  const kept = new Set([...after.state.items.values()].map(({ address }) => address));
  return [...before.state.items.values()]
    .filter(({ facts, kind }) => kind.name === 'table' || (kind.name === 'column' && facts.generated === ''))
    .filter(({ address }) => kept.has(address) && !there.has(address))
    .map(({ id }) => `${id} (emptied)`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
