import { copyRows, identifier, literal, readSchemaWithin, type Session } from '@lockstep/postgres';
import { CONTENTS_KIND, CONTENTS_NAME, type Contents, schemaDigest, type TableRecord } from '../manifest/manifest.ts';
import { copyScript } from '../rows/copy-script.ts';
import type { RowDigest } from '../rows/row-hash.ts';
import { dumpSchema, type SchemaScripts } from '../schema/dump-schema.ts';
import { type ObjectRecord, type Seal, storeSealed } from '../seal/sealed-object.ts';
import {
  copyInStatement,
  copyOutStatement,
  leftOut,
  readSequences,
  type SourceTable,
  setSequence,
} from '../source/inventory.ts';
import { withoutEventTriggers } from '../source/quiet-session.ts';
import { readGlobals } from '../source/roles.ts';
import { joinSnapshot, type Snapshot } from '../source/snapshot.ts';
import type { CreateOptions } from './options.ts';
import { inParallel } from './pool.ts';
import { Progress } from './progress.ts';

interface Storing extends CreateOptions {
  readonly id: string;
  readonly seal: Seal;
  readonly snapshot: Snapshot;
  readonly open: () => Promise<Session>;
}

interface StoredContents {
  readonly contents: Contents;
  readonly record: ObjectRecord;
  readonly objects: readonly ObjectRecord[];
}

/** Jobs that would run, of a database that is restored: its rows are there, switched off, before anybody can see them. */
const QUIET = `do $lockstep$ begin
  if exists (select from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('cron.job') and attname = 'active' and not attisdropped)
  then update cron.job set active = false; end if; end $lockstep$;
`;

/** Stores all of a backup but its manifest. */
export async function storeContents(storing: Storing): Promise<StoredContents> {
  const { snapshot, seal, id } = storing;
  const { facts, inventory } = snapshot;
  const sessions = await joinedSessions(storing);
  const [scripts, tables] = await Promise.all([schemaScripts(storing), storeTables(storing, sessions)]);
  const globals = await readGlobals(snapshot.keeper);
  const objects = [
    await storeSealed(seal, 'globals.sql', text(globals.script)),
    await storeSealed(seal, 'before.sql', text(scripts.before)),
  ];
  const order = objects.map(({ name }) => name);
  objects.push(...tables.map(({ stored }) => stored));
  order.push(...tables.map(({ stored }) => stored.name));
  const sequences = await readSequences(snapshot.keeper, inventory.sequences);
  for (const [name, script] of [
    ['sequences.sql', sequences.map(setSequence).join('')],
    ['after.sql', scripts.after],
    ['quiet.sql', QUIET],
  ] as const) {
    const stored = await storeSealed(seal, name, text(script));
    objects.push(stored);
    order.push(stored.name);
  }
  const schema = [...(await schemaIn(storing))];
  const contents: Contents = {
    kind: CONTENTS_KIND,
    id,
    takenAt: new Date(facts.takenAtMs).toISOString(),
    source: {
      database: facts.database,
      encoding: facts.encoding,
      serverVersion: facts.serverVersion,
      major: facts.major,
      systemIdentifier: facts.systemIdentifier,
    },
    snapshot: { id: facts.snapshot, lsn: facts.lsn },
    tables: tables.map(({ table }) => table),
    sequences,
    schema,
    schemaDigest: schemaDigest(schema),
    roles: globals.roles,
    extensions: await readExtensions(snapshot.keeper),
    notContained: inventory.notContained,
    withoutTables: inventory.withoutTables,
    migrations: await readMigrations(snapshot.keeper),
    release: storing.release,
    order,
  };
  const record = await storeSealed(seal, CONTENTS_NAME, text(JSON.stringify(contents)));
  return { contents, record, objects };
}

function schemaScripts({ target, snapshot, selection, pgDumpPath, signal }: Storing): Promise<SchemaScripts> {
  return dumpSchema({
    target,
    snapshot: snapshot.id,
    withoutTables: snapshot.inventory.withoutTables,
    withoutSchemas: leftOut(selection).map(identifier),
    pgDumpPath,
    signal,
  });
}

async function joinedSessions({ open, parallel, snapshot }: Storing): Promise<readonly Session[]> {
  const many = Math.max(1, Math.min(parallel, snapshot.inventory.tables.length));
  const sessions: Session[] = [];
  for (let nth = 0; nth < many; nth++) {
    const session = await open();
    await joinSnapshot(session, snapshot.id, 'read only');
    sessions.push(session);
  }
  return sessions;
}

interface StoredTable {
  readonly table: TableRecord;
  readonly stored: ObjectRecord;
}

/** The largest first, so that none of them is alone at the end; returned in the order of their names. */
async function storeTables(storing: Storing, sessions: readonly Session[]): Promise<readonly StoredTable[]> {
  const { tables } = storing.snapshot.inventory;
  const numbered = tables.map((table, at) => ({ table, at }));
  numbered.sort((a, b) => b.table.bytes - a.table.bytes);
  const stored: StoredTable[] = [];
  const progress = new Progress(storing, tables);
  await inParallel(
    sessions,
    numbered,
    async (session, { table, at }) => {
      stored[at] = await storeTable(storing.seal, session, { table, at, progress });
      progress.finished();
    },
    () => abandonAll(sessions),
  );
  return stored;
}

function abandonAll(sessions: readonly Session[]): void {
  for (const session of sessions) session.abandon();
}

interface Numbered {
  readonly table: SourceTable;
  readonly at: number;
  readonly progress: Progress;
}

async function storeTable(seal: Seal, session: Session, { table, at, progress }: Numbered): Promise<StoredTable> {
  let digest: RowDigest | undefined;
  const rows = progress.watched(copyRows(session, copyOutStatement(table)));
  const script = copyScript({ statement: copyInStatement(table), rows }, (rows) => {
    digest = rows;
  });
  const stored = await storeSealed(seal, `data/${String(at + 1).padStart(5, '0')}.sql`, script);
  if (digest === undefined) throw new Error(`${table.name}: its rows were not read to their end`);
  const { name, columns, types, condition } = table;
  return { stored, table: { name, columns, types, condition: condition ?? null, object: stored.name, ...digest } };
}

/** Its functions for reading are made in the session's own temporary schema, so this one can write; it is rolled back. */
async function schemaIn({ open, snapshot, selection }: Storing): Promise<ReadonlyMap<string, readonly string[]>> {
  const session = await open();
  await withoutEventTriggers(session);
  await joinSnapshot(session, snapshot.id, 'read write');
  const schema = await readSchemaWithin(session, leftOut(selection));
  await session.rows('rollback');
  return schema;
}

async function readExtensions(session: Session): Promise<Contents['extensions']> {
  const rows = await session.rows('select extname, extversion from pg_catalog.pg_extension order by 1');
  return rows.map(([name, version]) => ({ name: name ?? '', version: version ?? '' }));
}

/** Tables that list migrations, as the tools make them: the table, and its column. */
const MIGRATION_TABLES = [
  ['supabase_migrations.schema_migrations', 'version'],
  ['lockstep.migrations', 'version'],
  ['public.schema_migrations', 'version'],
] as const;

async function readMigrations(session: Session): Promise<Contents['migrations']> {
  const found: { table: string; versions: string[] }[] = [];
  for (const [table, column] of MIGRATION_TABLES) {
    const [there] = await session.rows(
      `select exists (select from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass(${literal(table)})
         and attname = ${literal(column)} and not attisdropped)`,
    );
    if (there?.[0] !== 't') continue;
    const rows = await session.rows(`select ${column}::text from ${table} order by 1`);
    found.push({ table, versions: rows.map(([version]) => version ?? '') });
  }
  return found;
}

async function* text(content: string): AsyncGenerator<Buffer> {
  yield Buffer.from(content);
}
