import { CancelledError } from '@lockstep/base';
import { literal, type Session, SqlError } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import type { Execution } from '../run/execution.ts';
import { retryLocks } from '../run/retry-locks.ts';
import { carryAcross } from './carry.ts';
import { type Met, meeting, type Restoring, writing } from './restore-sql.ts';
import { RESTORES } from './schema.ts';
import { asArchivist, pastPolicies } from './settings.ts';

/** Why archived rows were left; `server`: it refused them (a constraint, say). */
export type Conflict = Extract<Met, 'row-exists' | 'row-gone' | 'written-since'> | 'not-equal' | 'server';

/** How far the rows of one archive are. */
export interface Tally {
  inserted: number;
  set: number;
  already: number;
  /** Older than what its migration archived later of the same row. */
  superseded: number;
  readonly conflicts: Map<Conflict, number>;
}

export interface TableOptions {
  /** Triggers of users do not fire for what is restored. */
  readonly triggersOff: boolean;
  readonly dryRun: boolean;
}

/** Pages of an archive that are restored in one transaction, and the most rows of them: the app waits that long. */
const PAGES = 16;
const MOST_ROWS = 1_000;

export const emptyTally = (): Tally => ({
  inserted: 0,
  set: 0,
  already: 0,
  superseded: 0,
  conflicts: new Map(),
});

/** Restores the rows of one archive, some at a time, each time as one transaction; what was done is marked in it. */
export async function restoreTable(
  engine: Engine,
  session: Session,
  restoring: Restoring,
  options: TableOptions,
): Promise<Tally> {
  const { archive } = restoring;
  const tally = emptyTally();
  const [size] = await session.rows(
    `select pg_catalog.pg_relation_size(${literal(archive.contents)}::pg_catalog.regclass) / pg_catalog.current_setting('block_size')::int`,
  );
  const pages = Number(size?.[0]);
  for (let page = 0; page < pages; page += PAGES) {
    const where = `a._lockstep_done is null and a.ctid >= '(${page},0)'::pg_catalog.tid and a.ctid < '(${page + PAGES},0)'::pg_catalog.tid`;
    if (engine.signal?.aborted) throw new CancelledError('cancelled while an archive was restored');
    if (options.dryRun) {
      const counts = await session.rows(
        `select what, pg_catalog.count(*) from (${meeting(restoring, where)}) m group by what`,
      );
      for (const [what, count] of counts) add(tally, what as Met, Number(count));
      continue;
    }
    const rows = await session.rows(`select a.ctid from ${archive.contents} a where ${where}`);
    const places = rows.map((row) => row[0] ?? '');
    for (let at = 0; at < places.length; at += MOST_ROWS) {
      await restorePlaces(engine, session, { restoring, options, tally }, places.slice(at, at + MOST_ROWS));
    }
  }
  return tally;
}

function add(tally: Tally, what: Met | Conflict, count: number): void {
  if (what === 'insert') tally.inserted += count;
  else if (what === 'set') tally.set += count;
  else if (what === 'already' || what === 'superseded') tally[what] += count;
  else tally.conflicts.set(what, (tally.conflicts.get(what) ?? 0) + count);
}

interface Work {
  readonly restoring: Restoring;
  readonly options: TableOptions;
  readonly tally: Tally;
}

/** What the server refuses of many rows is tried with half of them, down to the one that it refuses. */
async function restorePlaces(engine: Engine, session: Session, work: Work, places: readonly string[]): Promise<void> {
  const { archive } = work.restoring;
  let done: readonly (readonly [Met | Conflict, number])[] = [];
  let differs = false;
  const { execution } = await retryLocks(engine, session, `archive ${archive.id} of ${archive.source}`, async () => {
    const tried = await tryPlaces(session, work, places);
    if (Array.isArray(tried)) done = tried;
    else differs = tried === 'not-equal';
    return Array.isArray(tried) || tried === 'not-equal' ? { ok: true } : (tried as Execution);
  });
  if (execution.ok && !differs) {
    for (const [what, count] of done) add(work.tally, what, count);
    return;
  }
  if (!execution.ok && !(execution.error instanceof SqlError)) throw execution.error ?? new CancelledError('cancelled');
  const code = execution.ok ? 'not-equal' : (execution.error as SqlError).server.code;
  if (!execution.ok && !/^(22|23|42|P0|0A|44)/.test(code)) throw execution.error as SqlError;
  if (places.length > 1) {
    const half = Math.ceil(places.length / 2);
    await restorePlaces(engine, session, work, places.slice(0, half));
    await restorePlaces(engine, session, work, places.slice(half));
    return;
  }
  const conflict = differs ? 'not-equal' : 'server';
  await session.rows(
    `update ${archive.contents} set _lockstep_conflict = ${literal(differs ? conflict : `server ${code}`)} where ctid = any (${tids(places)})`,
  );
  add(work.tally, conflict, 1);
}

function tids(places: readonly string[]): string {
  return `${literal(`{${places.map((place) => `"${place}"`).join(',')}}`)}::pg_catalog.tid[]`;
}

type Tried = readonly (readonly [Met, number])[] | 'not-equal' | Execution;

async function tryPlaces(session: Session, { options, restoring }: Work, places: readonly string[]): Promise<Tried> {
  const { archive, target } = restoring;
  try {
    await session.rows(`begin; ${asArchivist}; lock table ${target.name} in share row exclusive mode`);
    const counts = await pastPolicies(session, [target], () => withTriggers(session, restoring, options, places));
    if (counts === undefined) {
      await session.rows('rollback');
      return 'not-equal';
    }
    await session.rows(`insert into ${RESTORES} (archive) values (${archive.id}); commit`);
    return counts;
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    await session.send('rollback');
    return { ok: false, error, at: { in: 'preamble' } };
  }
}

async function withTriggers(
  session: Session,
  restoring: Restoring,
  { triggersOff }: TableOptions,
  places: readonly string[],
): Promise<readonly (readonly [Met, number])[] | undefined> {
  const { target } = restoring;
  const triggers = triggersOff
    ? await session.rows(
        `select pg_catalog.quote_ident(g.tgname), g.tgenabled from pg_catalog.pg_trigger g
          where g.tgrelid = '${target.oid}'::pg_catalog.oid and not g.tgisinternal and g.tgenabled <> 'D'`,
      )
    : [];
  for (const [name] of triggers) await session.rows(`alter table ${target.name} disable trigger ${name}`);
  const counts = await writePlaces(session, restoring, places);
  for (const [name, state] of triggers) {
    const how = { R: 'replica ', A: 'always ' }[state ?? ''] ?? '';
    await session.rows(`set constraints all immediate; alter table ${target.name} enable ${how}trigger ${name}`);
  }
  return counts;
}

/** Undefined where what the server wrote is not what was archived. */
async function writePlaces(
  session: Session,
  restoring: Restoring,
  places: readonly string[],
): Promise<readonly (readonly [Met, number])[] | undefined> {
  const { archive, others } = restoring;
  const met = await session.rows(meeting(restoring, `a._lockstep_done is null and a.ctid = any (${tids(places)})`));
  const by = new Map<Met, string[]>();
  for (const [at, what] of met) by.set(what as Met, [...(by.get(what as Met) ?? []), at ?? '']);
  for (const what of ['insert', 'set'] as const) {
    const list = by.get(what);
    if (list === undefined) continue;
    if (what === 'set') {
      for (const other of others) await session.rows(carryAcross(restoring, other, tids(list)));
    }
    const [row] = await session.rows(writing(restoring, what, tids(list)));
    if (Number(row?.[0]) !== list.length || row?.[1] !== 't') return undefined;
  }
  for (const [what, list] of by) {
    const isDone = what === 'insert' || what === 'set' || what === 'already' || what === 'superseded';
    const mark = isDone
      ? `_lockstep_done = pg_catalog.clock_timestamp(), _lockstep_conflict = ${what === 'superseded' ? literal(what) : 'null'}`
      : `_lockstep_conflict = ${literal(what)}`;
    const isNew = isDone ? '' : ` and _lockstep_conflict is distinct from ${literal(what)}`;
    await session.rows(`update ${archive.contents} set ${mark} where ctid = any (${tids(list)})${isNew}`);
  }
  return [...by].map(([what, list]) => [what, list.length] as const);
}
