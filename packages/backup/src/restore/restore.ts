import type { Clock, Logger } from '@lockstep/base';
import { copyRows, type Session, SqlError } from '@lockstep/postgres';
import { inParallel } from '../create/pool.ts';
import type { Contents, Manifest, TableRecord } from '../manifest/manifest.ts';
import { textOf } from '../manifest/read-manifest.ts';
import { readScript } from '../rows/copy-script.ts';
import { type RowDigest, RowHash } from '../rows/row-hash.ts';
import { type ObjectRecord, type Opened, openSealed } from '../seal/sealed-object.ts';
import { copyInStatement, copyOutStatement, setSequence } from '../source/inventory.ts';
import { RESTORE_SETTINGS } from '../source/source-settings.ts';
import { restoreLabels, withoutLabels } from './labels.ts';
import { foreignKeysOf, inOrderOf } from './project/within.ts';
import { type Refusal, refusedExtensions, runEntries, runScript } from './run-script.ts';
import { withoutTablespaces } from './script-entries.ts';

export interface RestoreOptions {
  readonly from: Opened;
  readonly manifest: Manifest;
  readonly contents: Contents;
  /** A new session in the database that is restored into. */
  readonly open: () => Promise<Session>;
  readonly parallel: number;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal | undefined;
}

/** The phases of a restore, as they are measured. */
export type Phase = 'schema' | 'rows' | 'indexes-and-constraints';

export interface Restored {
  /** Extensions that the server does not have, or does not take. */
  readonly missingExtensions: readonly string[];
  /** What was refused for want of them. */
  readonly refused: readonly Refusal[];
  /** Security labels that were refused: the server does not have their provider. */
  readonly refusedLabels: readonly Refusal[];
  /** Tablespaces that the server has. */
  readonly tablespaces: ReadonlySet<string>;
  /** Tables that are not there for want of an extension. */
  readonly withoutRows: readonly string[];
  /** Of tables whose rows were compared and changed in the same transaction: what was there before. */
  readonly comparedAlready: ReadonlyMap<string, RowDigest>;
  readonly phases: Readonly<Record<Phase, number>>;
}

/** The rows of a table are not those of the manifest. */
export class OtherRows extends Error {
  override readonly name = 'OtherRows';
}

/** Jobs that the server would run: their rows are switched off in the transaction that brings them. */
const JOBS = 'cron.job';

/**
 * Restores a backup into an empty database: schema, rows, sequences, then what hangs on them. Nothing that is restored acts
 * on the world. Throws MissingObject, ChangedObject, CannotDecrypt, BrokenScript, OtherRows, SqlError, ConnectionLost.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { contents, clock, open } = options;
  const session = await open();
  await session.rows(RESTORE_SETTINGS);
  const missingExtensions = await missingOf(session, contents);
  const tablespaces = await tablespacesOf(session);
  const refusedLabels: Refusal[] = [];
  const run = async (name: string): Promise<readonly Refusal[]> => {
    const stored = await textOf(openSealed(options.from, objectOf(options.manifest, name), options));
    const { script, labels } = withoutLabels(withoutTablespaces(stored, tablespaces));
    const refused = await runSchema(script);
    refusedLabels.push(...(await restoreLabels(session, labels)));
    return refused;
  };
  const runSchema = async (script: string): Promise<readonly Refusal[]> => {
    if (missingExtensions.length === 0) {
      try {
        await runScript(session, script);
        return [];
      } catch (error) {
        if (session.lost || !(error instanceof SqlError)) throw error;
        missingExtensions.push(...(await refusedExtensions(session, script)));
        if (missingExtensions.length === 0) throw error;
      }
    }
    return runEntries(session, script);
  };
  const phases: Record<Phase, number> = { schema: 0, rows: 0, 'indexes-and-constraints': 0 };
  const measured = async <T>(phase: Phase, work: () => Promise<T>): Promise<T> => {
    const started = clock.now();
    const result = await work();
    phases[phase] += clock.now() - started;
    options.log.info(`${phase.replaceAll('-', ' ')}: ${((clock.now() - started) / 1_000).toFixed(1)} s`);
    return result;
  };
  const { scripts, sequences, quiet, after } = partsOf(contents);
  const refused: Refusal[] = [];
  await measured('schema', async () => {
    for (const name of scripts) refused.push(...(await run(name)));
  });
  const lacking = missingExtensions.length > 0;
  const rows = await measured('rows', async () => {
    const restored = await restoreTables(options, { quiet, lacking });
    refused.push(...(await runPlain(session, options, sequences, lacking)));
    return restored;
  });
  await measured('indexes-and-constraints', async () => {
    refused.push(...(await run(after)));
  });
  await session.close();
  return { missingExtensions, refused, refusedLabels, tablespaces, ...rows, phases };
}

/** What of an extension is not on this server. */
async function missingOf(session: Session, { extensions }: Contents): Promise<string[]> {
  const available = await session.rows('select name from pg_catalog.pg_available_extensions');
  const names = new Set(available.map(([name]) => name));
  return extensions.map(({ name }) => name).filter((name) => !names.has(name));
}

export async function tablespacesOf(session: Session): Promise<ReadonlySet<string>> {
  const rows = await session.rows('select spcname from pg_catalog.pg_tablespace');
  return new Set(rows.map(([name]) => name ?? ''));
}

interface Parts {
  readonly scripts: readonly string[];
  readonly sequences: string;
  readonly after: string;
  readonly quiet: string;
}

export function partsOf({ order }: Contents): Parts {
  const named = (name: string) => {
    const found = order.find((each) => each === `${name}.sql.gz` || each === `${name}.sql.gz.age`);
    if (found === undefined) throw new Error(`the backup has no ${name}.sql`);
    return found;
  };
  return {
    scripts: [named('globals'), named('before')],
    sequences: named('sequences'),
    after: named('after'),
    quiet: named('quiet'),
  };
}

export function objectOf({ objects }: Manifest, name: string): ObjectRecord {
  const found = objects.find((object) => object.name === name);
  if (found === undefined) throw new Error(`the manifest does not list ${name}`);
  return found;
}

/** The values of sequences: a statement in each line, and one whose sequence is lacking is refused alone. */
async function runPlain(
  session: Session,
  options: RestoreOptions,
  name: string,
  lacking: boolean,
): Promise<readonly Refusal[]> {
  const script = await textOf(openSealed(options.from, objectOf(options.manifest, name), options));
  if (!lacking) {
    await runScript(session, script);
    return [];
  }
  const refusals: Refusal[] = [];
  for (const { name: object, lastValue, isCalled } of options.contents.sequences) {
    const result = await session.send(setSequence({ name: object, lastValue, isCalled }));
    if (result.ok) continue;
    if (session.lost) throw result.error;
    refusals.push({ object: `sequence ${object}`, error: result.error as SqlError });
  }
  return refusals;
}

interface Rows {
  readonly withoutRows: readonly string[];
  readonly comparedAlready: ReadonlyMap<string, RowDigest>;
}

async function restoreTables(
  options: RestoreOptions,
  { quiet, lacking }: { readonly quiet: string; readonly lacking: boolean },
): Promise<Rows> {
  const { contents, manifest, open } = options;
  const withoutRows: string[] = [];
  const comparedAlready = new Map<string, RowDigest>();
  const quietScript = await textOf(openSealed(options.from, objectOf(manifest, quiet), options));
  const sessions: Session[] = [];
  for (let nth = 0; nth < Math.max(1, Math.min(options.parallel, contents.tables.length)); nth++) {
    const session = await open();
    await session.rows(RESTORE_SETTINGS);
    sessions.push(session);
  }
  // Those of tables that came with an extension are there already; all others come after the rows.
  const [first] = sessions as [Session];
  const keys = await foreignKeysOf(first, new Set(contents.tables.map(({ name }) => name)));
  const refersTo = new Set(keys.map(({ from }) => from));
  const tables = contents.tables.filter(({ name }) => !refersTo.has(name)).sort((a, b) => b.bytes - a.bytes);
  const referring = inOrderOf(
    contents.tables.filter(({ name }) => refersTo.has(name)),
    keys,
  );
  const load = async (session: Session, table: TableRecord) => {
    try {
      await session.rows('begin');
      await restoreRows(options, session, table);
      if (table.name === JOBS) {
        comparedAlready.set(table.name, await rowsThere(session, table));
        await session.rows(quietScript);
      }
      await session.rows('commit');
    } catch (error) {
      if (!session.lost) await session.send('rollback');
      if (!lacking || !isAbsent(error)) throw error;
      withoutRows.push(table.name);
    }
  };
  const stop = () => {
    for (const session of sessions) session.abandon();
  };
  await inParallel(sessions, tables, load, stop);
  await inParallel([first], referring, load, stop);
  for (const session of sessions) await session.close();
  return { withoutRows, comparedAlready };
}

/** Loads one table, whose rows must be those that were counted when they were stored. */
export async function restoreRows(options: RestoreOptions, session: Session, table: TableRecord): Promise<void> {
  const object = objectOf(options.manifest, table.object);
  const statement = copyInStatement(table);
  const script = await readScript(openSealed(options.from, object, options), statement);
  const result = await session.send(statement, { copyData: script.rows });
  if (!result.ok) throw result.error;
  const digest = script.digest();
  if (!sameRows(digest, table))
    throw new OtherRows(`${table.name}: ${digest.rows} rows are stored, and ${table.rows} other ones were counted`);
}

/** What is in a table now. */
export async function rowsThere(session: Session, table: TableRecord): Promise<RowDigest> {
  const hash = new RowHash();
  const { name, columns, condition } = table;
  const statement = copyOutStatement({ name, columns, condition: condition ?? undefined });
  for await (const batch of copyRows(session, statement)) hash.add(batch);
  const digest = hash.digest();
  if (digest === undefined) throw new Error(`${table.name}: the last row has no end`);
  return digest;
}

export function sameRows(a: RowDigest, b: RowDigest): boolean {
  return a.rows === b.rows && a.bytes === b.bytes && a.hash === b.hash;
}

/** A relation or schema that does not exist. */
function isAbsent(error: unknown): boolean {
  return error instanceof SqlError && ['42P01', '3F000', '42704', '42703'].includes(error.server.code);
}
