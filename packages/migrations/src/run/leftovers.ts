import { describe } from '@lockstep/base';
import { ConnectionLost, identifier, literal, type Session, SqlError } from '@lockstep/postgres';
import type { Alone } from '../sql/classify.ts';
import { lockTimeout } from './envelope.ts';
import type { AloneSegment, Execution, ScriptContext } from './execution.ts';

type Rows = readonly (readonly (string | null)[])[];

/** What of a statement's own attempts is looked for, and how long its locks are waited for. */
interface Clearing {
  /** We know that this statement was begun before, so that also those whose names PostgreSQL made up are its own. */
  readonly ours: boolean;
  /** Waits for old transactions as the build itself does: that blocks nobody. */
  readonly patient: boolean;
}

/**
 * What an index build that ran concurrently leaves behind when it fails: invalid indexes, which cost every write, serve
 * no read and enforce nothing. Drops those of this statement, so that it can run again: behind one that stays,
 * IF NOT EXISTS would take it for the index that is wanted.
 */
export function clearLeftovers(context: ScriptContext, segment: AloneSegment, how: Clearing): Promise<Execution> {
  return attempted(segment, async () => {
    const { engine, session } = context;
    if ((await leftoversOf(session, segment.what, how.ours)).length === 0) return;
    if (how.patient) await session.rows(lockTimeout(engine, true).sql);
    try {
      await dropLeftovers(context, segment.what, how.ours);
    } finally {
      if (how.patient && !session.lost) await session.send(lockTimeout(engine, false).sql);
    }
  });
}

async function dropLeftovers({ engine, session }: ScriptContext, what: Alone, ours: boolean): Promise<void> {
  if (what.does === 'create-index') await waitForBuilders(session, what.table);
  for (const [schema, name] of await leftoversOf(session, what, ours)) {
    engine.log.info(`dropping the invalid index ${schema}.${name} that an interrupted build left behind`);
    const drop = `drop index concurrently if exists ${identifier(schema ?? '')}.${identifier(name ?? '')}`;
    const result = await session.send(drop);
    if (result.ok) continue;
    // What a REINDEX left costs time and no correctness; that of a TOAST table only a superuser can drop.
    const stays = what.does === 'reindex' && 'server' in result.error && result.error.server.code === NO_PERMISSION;
    if (!stays) throw result.error;
    engine.log.warning(`the invalid index ${schema}.${name} could not be dropped: ${describe(result.error)}`);
  }
}

const NO_PERMISSION = '42501';

/**
 * Whoever is building an index on this table holds this lock to the end, and until then the index is invalid: it is
 * theirs. Readers and writers are not in the way of it.
 */
async function waitForBuilders(session: Session, table: string): Promise<void> {
  const [row] = await session.rows(
    `select n.nspname, c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = pg_catalog.to_regclass(${literal(table)}) and c.relkind = 'r'`,
  );
  if (row === undefined) return;
  const name = `${identifier(row[0] ?? '')}.${identifier(row[1] ?? '')}`;
  const locked = await session.send(`begin; lock table only ${name} in share update exclusive mode; commit`);
  if (locked.ok) return;
  if (!session.lost) await session.send('rollback');
  throw locked.error;
}

async function leftoversOf(session: Session, what: Alone, ours: boolean): Promise<Rows> {
  if (what.does === 'create-index' && (ours || what.index !== '')) {
    const named = what.index === '' ? '' : `and c.relname = ${literal(what.index)}`;
    return session.rows(`${INVALID_INDEXES} and ${onTable(what.table)} ${named}`);
  }
  if (what.does !== 'reindex' || !ours) return [];
  return session.rows(`${INVALID_INDEXES} and c.relname ~ '_cc(new|old)[0-9]*$'
     and not exists (select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = i.indexrelid)`);
}

function onTable(table: string): string {
  return `i.indrelid = pg_catalog.to_regclass(${literal(table)})`;
}

/** The index of a partitioned table may be invalid by intention. */
const INVALID_INDEXES = `
  select n.nspname, c.relname from pg_catalog.pg_index i
    join pg_catalog.pg_class c on c.oid = i.indexrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where not (i.indisvalid and i.indisready) and c.relkind = 'i'`;

/** Whether the index that a statement was to build is one that enforces and serves: its success alone does not say so. */
export function requireValid({ session }: ScriptContext, segment: AloneSegment): Promise<Execution> {
  return attempted(segment, async () => {
    const { what } = segment;
    if (what.does !== 'create-index' || what.index === '') return;
    const [row] = await leftoversOf(session, what, false);
    if (row === undefined) return;
    throw new SqlError({
      ...{ code: '55000', message: `the index ${row[0]}.${row[1]} is invalid after its build: it enforces nothing` },
      ...{ position: undefined, detail: '', where: '', constraint: '', table: '', column: '' },
      hint: 'run again, which drops it and builds it again',
    });
  });
}

/** A statement that was begun, and whose end nobody saw, has taken effect; where that is unsure, it must run again. */
export async function isDoneAlready(session: Session, { what }: AloneSegment): Promise<boolean> {
  if (what.does === 'create-index' && what.index !== '') {
    const [row] = await session.rows(
      `select count(*) from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
        where ${onTable(what.table)} and c.relname = ${literal(what.index)} and i.indisvalid and i.indisready`,
    );
    return row?.[0] === '1';
  }
  if (what.does !== 'detach-partition') return false;
  const [row] = await session.rows(
    `select pg_catalog.to_json(p)->>'inhdetachpending' from pg_catalog.pg_inherits p
      where p.inhparent = pg_catalog.to_regclass(${literal(what.table)})
        and p.inhrelid = pg_catalog.to_regclass(${literal(what.partition)})`,
  );
  if (row === undefined) return true;
  if (row[0] !== 'true') return false;
  // It locks out the partition's readers while it waits: within the limits, and again where these end it.
  await session.rows(`alter table ${what.table} detach partition ${what.partition} finalize`);
  return true;
}

/** What we do around a statement fails as the statement does, so that it is tried again, and reported, like it. */
export async function attempted({ piece }: AloneSegment, work: () => Promise<void>): Promise<Execution> {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    if (!(error instanceof SqlError || error instanceof ConnectionLost)) throw error;
    return { ok: false, error, at: { in: 'statement', part: piece, nth: 0, position: undefined, row: undefined } };
  }
}
