import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { literal, type Session, textArray } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import { findMarks } from '../files/find-marks.ts';
import type { Folder } from '../files/folder.ts';
import { type Migration, VERSION, versionKey } from '../files/migration.ts';
import { readForeign } from '../history/foreign.ts';
import { readHistory } from '../history/record.ts';
import { insertEvent } from '../history/write.ts';
import { recordApplied } from '../records/record-applied.ts';
import { type Runner, withReader, withRunner } from '../run/runner.ts';
import { fileSource } from '../sql/source.ts';
import { IMPORT_TOOLS } from './all.ts';
import { chooseHistory } from './choose.ts';
import { type FoundTable, findTables } from './find-table.ts';
import { type ImportPlan, type ImportRefusal, planImport, type Taken } from './plan.ts';
import type { TheirRow } from './tool.ts';

export interface ImportOptions {
  readonly folder: Folder;
  /** Where its migrations are, as the caller wrote it, and what that is relative to. */
  readonly directory: string;
  readonly base: string;
  /** `auto`, or the id of a tool. */
  readonly from: string;
  /** The table of its history, where it is not the usual one; else ''. */
  readonly table: string;
  /** Why edited files may count as what was applied; '' where nobody says so. */
  readonly because: string;
}

/** A version that is recorded, or would be. */
export interface ImportedVersion {
  readonly version: string;
  readonly name: string;
  /** '' where there is none any more. */
  readonly file: string;
  /** Whether its down migration is stored now. */
  readonly hasDown: boolean;
  readonly text: Taken['text'];
}

export interface ImportReport {
  /** The id of the tool, and how messages name it. */
  readonly from: string;
  readonly tool: string;
  /** Whether it keeps something by which an edited file shows. */
  readonly seesEdits: boolean;
  /** The table of its history. */
  readonly table: string;
  readonly taken: readonly ImportedVersion[];
  readonly already: number;
  readonly pending: readonly string[];
  readonly refusals: readonly ImportRefusal[];
  readonly notes: readonly string[];
}

/** What `importHistory` would record; changes nothing. */
export async function readImportPlan(engine: Engine, options: ImportOptions): Promise<ImportReport> {
  return withReader(engine, async (runner) => {
    const { found, plan } = await planFrom(runner, options);
    return reportOf(found, plan);
  });
}

/**
 * Records in our history what another tool's says is applied. Runs nothing of the files, and leaves the tool's own
 * history as it is. All or nothing; a second time there is nothing left to do.
 */
export async function importHistory(engine: Engine, options: ImportOptions): Promise<ImportReport> {
  const before = await readImportPlan(engine, options);
  // Nothing is written: not even tables without rows.
  if (before.refusals.length > 0 || before.taken.length === 0) return before;
  return withRunner(engine, { creates: true }, async (runner) => {
    const { found, plan } = await planFrom(runner, options);
    if (plan.refusals.length > 0) return reportOf(found, plan);
    const { session, tables } = runner;
    const statements: string[] = [];
    for (const taken of plan.take) statements.push(await recordOf(runner, taken, { found, because: options.because }));
    if (statements.length > 0) await session.rows(`begin; ${statements.join(' ')} commit;`);
    const known = new Map((await readHistory(session, tables)).map((record) => [versionKey(record.version), record]));
    const missing = plan.take.filter(({ migration, version }) => {
      const record = known.get(versionKey(version));
      return record?.applied !== true || (migration !== undefined && record.side?.checksum !== migration.up.checksum);
    });
    if (missing.length > 0) {
      throw new Error(`not in the history after it was written: ${missing.map(({ version }) => version).join(', ')}`);
    }
    return reportOf(found, plan);
  });
}

async function recordOf(
  { engine, tables }: Runner,
  { migration, name, records, text, version }: Taken,
  { because, found }: { readonly found: FoundTable; readonly because: string },
): Promise<string> {
  const detail = { from: found.tool.id, text, ...(text === 'accepted' ? { because } : {}) };
  if (migration !== undefined) return recordApplied(migration, { engine, tables, records, detail });
  const said = `-- applied by ${found.tool.title}; there was no file of it when its history was taken over`;
  return (
    `insert into supabase_migrations.schema_migrations (version, name, statements) values (${literal(version)}, ${literal(name)}, ${textArray([said])}); ` +
    insertEvent({ kind: 'adopt', version, by: engine.provenance, detail: { records: 'history', ...detail } })
  );
}

async function planFrom(
  { history, session }: Runner,
  { base, because, directory, folder, from, table }: ImportOptions,
): Promise<{ readonly found: FoundTable; readonly plan: ImportPlan }> {
  const tables = await findTables(session, table);
  const titles = new Set(IMPORT_TOOLS.flatMap(({ id, title }) => [title, id]));
  const others = (await readForeign(session))
    .filter(({ tool }) => ![...titles].some((title) => title.startsWith(tool)))
    .map(({ table: name, tool }) => `made by ${tool} (${name})`);
  const found = chooseHistory({ from, table, tables, shown: look(folder, directory, base), others });
  const rows = await readRows(session, found);
  const bytesOf = ({ file }: Migration) => readFileSync(path.resolve(base, file));
  return { found, plan: planImport({ tool: found.tool, table: found.name, rows, folder, history, bytesOf, because }) };
}

async function readRows(session: Session, { sql, tool }: FoundTable): Promise<readonly TheirRow[]> {
  const rows = await session.rows(tool.rows(sql));
  return rows.map(([label, version, name, state, checksum]) => ({
    label: label ?? '',
    // Some tools take any text.
    version: version != null && VERSION.test(version) ? version : undefined,
    name: name ?? undefined,
    state: state as TheirRow['state'],
    checksum: checksum ?? undefined,
  }));
}

/** As many files as show whose folder it is. */
const LOOKED_AT = 20;

function look(folder: Folder, directory: string, base: string) {
  const files = folder.layout === 'sections' ? folder.migrations.slice(0, LOOKED_AT) : [];
  const marks = new Set(
    files.flatMap(({ file }) => findMarks(fileSource(file, path.resolve(base, file))).map(({ rule }) => rule.tool)),
  );
  return { folder, marks, names: readdirSync(path.resolve(base, directory)) };
}

function reportOf({ name, tool }: FoundTable, { already, notes, pending, refusals, take }: ImportPlan): ImportReport {
  const taken = take.map(({ migration, name: of, text, version }): ImportedVersion => {
    return { version, name: of, file: migration?.file ?? '', hasDown: migration?.down !== undefined, text };
  });
  const of = { from: tool.id, tool: tool.title, seesEdits: tool.isSame !== undefined, table: name };
  return { ...of, taken, already, pending, refusals, notes };
}
