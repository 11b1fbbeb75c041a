import { InputError } from '@lockstep/base';
import type { Session } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import { checkDeferred } from '../run/envelope.ts';
import { type Execution, type Records, runInTransaction } from '../run/execute.ts';
import type { Script } from '../sql/inspect.ts';
import type { Segment } from '../sql/segments.ts';
import { type Loss, measure } from './losses.ts';
import { existsForOthers } from './others.ts';
import type { OwnRows } from './own-rows.ts';
import { LARGE_OBJECTS, type Relation, type Relations, readRelations } from './relations.ts';
import { findLosses, takeRowSnapshot } from './row-snapshot.ts';
import { readSequences, sequencesLost } from './sequences.ts';
import { findThreats, type Threat, threatKey } from './threats.ts';
import { both, madeHere, readTouched, type Touched } from './touched.ts';

/** What the guard needs to know, and what it found. */
export interface GuardOptions {
  /** Whether losses stop the way down. They are counted either way. */
  readonly allowsLoss: boolean;
  /** Asked within the transaction. */
  readonly own: () => Promise<OwnRows | undefined>;
  /** Takes everything back after counting, whatever it found. */
  readonly trialOnly?: boolean;
}

export interface Guarded {
  /** With `refused`, nothing was changed. */
  readonly execution: Execution;
  readonly losses: readonly Loss[];
}

const TRIES = 5;
const BLIND =
  'track_counts is off, so that nobody sees what a way down deletes; switch it on for this database, or allow data loss';

/**
 * Runs a way down so that no user data goes without leave. What a statement takes away cannot be read off its text (a
 * DO block, a CASCADE), so it is tried first and taken back; then the tables it touched are locked against everybody,
 * and only then is counted what is in them: a row that somebody adds in between is either counted or waits. All in the
 * transaction that then goes down for good.
 */
export async function runGuarded(
  session: Session,
  engine: Engine,
  script: Script,
  segment: Segment & { readonly kind: 'transaction' },
  records: Records,
  isFirst: boolean,
  options: GuardOptions,
): Promise<Guarded> {
  let losses: readonly Loss[] = [];
  const empties = ['truncate', 'do', 'call', 'select'].some((word) => script.words.has(word));
  const refusal = { ok: false, error: undefined, at: 'refused' } as const;
  const execution = await runInTransaction(session, engine, script, segment, records, isFirst, async (send) => {
    // Deferred triggers too: they may take away as much.
    const run = async (): Promise<Execution> => {
      const done = await send();
      const settled = done.ok ? await session.send(checkDeferred.sql) : undefined;
      return settled?.ok === false ? { ok: false, error: settled.error, at: { in: 'commit' } } : done;
    };
    await session.rows('savepoint lockstep_trial');
    const trial = await run();
    if (!trial.ok) return trial;
    let touched = await readTouched(session);
    let tried = await readRelations(session, touched.oids);
    const [counts] = await session.rows("select pg_catalog.current_setting('track_counts')");
    if (counts?.[0] !== 'on' && !options.allowsLoss) throw new InputError(BLIND);
    // What was counted before; the server also counts what was taken back since.
    let counted: Relations = new Map();
    for (let tries = 1; ; tries++) {
      await session.rows('rollback to lockstep_trial');
      const before = await readRelations(session, touched.oids);
      const threats = findThreats(withCounts(before, counted), tried, touched, empties);
      await lock(session, threats);
      const own = await options.own();
      const changed = [...new Map(threats.map(({ relation }) => [relation.oid, relation])).values()];
      const snapshot = await asOwner(session, changed, async () => {
        losses = await measureAll(session, threats, own);
        const counted = await takeRowSnapshot(session, threats, tried, own);
        return { ...counted, sequences: await readSequences(session, touched.oids) };
      });
      if ((losses.length > 0 && !options.allowsLoss) || options.trialOnly === true) return refusal;
      // What is written in here has later transaction ids than anything that was counted.
      await session.rows('savepoint lockstep_run');
      const start = await readRelations(session, touched.oids);
      const done = await run();
      if (!done.ok) return done;
      const now = await readTouched(session);
      const all = both(touched, now);
      const after = await readRelations(session, all.oids);
      const unlooked = await findUnlooked(session, engine, touched, now, new Set(after.keys()));
      const known = new Set(threats.map(threatKey));
      const unforeseen = findThreats(start, after, all, empties).filter((threat) => !known.has(threatKey(threat)));
      if (unforeseen.length === 0 && unlooked.length === 0) {
        const left = changed.flatMap(({ oid }) => after.get(oid) ?? []);
        const lost = await asOwner(session, left, async () => [
          ...(await findLosses(session, snapshot, start, after, own, losses)),
          ...(await sequencesLost(session, snapshot.sequences, await readSequences(session, all.oids), own)),
        ]);
        losses = [...losses, ...lost];
        return losses.length > 0 && !options.allowsLoss ? refusal : done;
      }
      const more = [...unforeseen.map(threatKey), ...unlooked.map((oid) => `relation ${oid}`)].join(', ');
      if (tries === TRIES) throw new Error(`the down migration does more each time than it did before: ${more}`);
      // Somebody wrote what it met only now: once more, with those tables locked as well.
      [touched, tried, counted] = [all, after, start];
    }
  });
  return { execution, losses };
}

/**
 * What the run touched and nobody had looked at before: a table that another session made since, say, in a schema that
 * goes with all that is in it. Not what the run made itself. One that is gone shows nothing of where it came from; but
 * what was there before is still there for everybody else, until the transaction ends.
 */
async function findUnlooked(
  session: Session,
  engine: Engine,
  known: Touched,
  now: Touched,
  left: ReadonlySet<string>,
): Promise<readonly string[]> {
  const looked = new Set(known.oids);
  const met = now.oids.filter((oid) => !looked.has(oid));
  const made = await madeHere(
    session,
    met.filter((oid) => left.has(oid)),
  );
  const gone = await findGone(session, met);
  return [...met.filter((oid) => left.has(oid) && !made.has(oid)), ...(await existsForOthers(engine, gone))];
}

async function findGone(session: Session, oids: readonly string[]): Promise<readonly string[]> {
  if (oids.length === 0) return [];
  const rows = await session.rows(
    `select oid from pg_catalog.unnest('{${oids.join(',')}}'::oid[]) as met (oid) where oid not in (select c.oid from pg_catalog.pg_class c where c.oid = any ('{${oids.join(',')}}'::oid[]))`,
  );
  return rows.map((row) => row[0] ?? '');
}

/** The relations of one look, with what another one had counted by then. */
function withCounts(relations: Relations, counted: Relations): Relations {
  const none = { deleted: 0, inserted: 0, updated: 0 };
  return new Map(
    [...relations].map(([oid, relation]) => {
      const { deleted, inserted, updated } = counted.get(oid) ?? none;
      return [oid, { ...relation, deleted, inserted, updated }];
    }),
  );
}

/**
 * Counts with our own rights, names and formats, whatever the way down has set, and past all policies: where one would
 * hide rows from us, either it is no longer forced upon us, who own the table, or the count fails. All of that is taken
 * back; the locks that are held already stay.
 */
async function asOwner<T>(session: Session, relations: readonly Relation[], count: () => Promise<T>): Promise<T> {
  await session.rows(
    'savepoint lockstep_measure; set local session authorization default; set local role none; set local row_security = off; ' +
      "set local search_path = ''; set local timezone = default; set local datestyle = default; " +
      'set local intervalstyle = default; set local bytea_output = default; set local extra_float_digits = default',
  );
  const oids = relations.map(({ oid }) => oid).join(', ');
  const hidden = await session.rows(
    `select c.oid from pg_catalog.pg_class c where c.oid in (${oids || '0'}) and pg_catalog.row_security_active(c.oid)`,
  );
  for (const { name, oid } of relations) {
    if (!hidden.some((row) => row[0] === oid)) continue;
    await session.rows(`set constraints all immediate; alter table only ${name} no force row level security`);
  }
  const result = await count();
  await session.rows('rollback to lockstep_measure; release lockstep_measure');
  return result;
}

/**
 * Nobody writes to these any more, nobody reads what is about to go, and nobody makes another partition of it; in one
 * order, parents first as everybody does, so that nobody deadlocks.
 */
async function lock(session: Session, threats: readonly Threat[]): Promise<void> {
  const going = threats.filter(({ kind }) => kind !== 'rows').map(({ relation }) => relation.oid);
  const parents = await session.rows(
    `select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), min(a.level)
       from pg_catalog.unnest('{${going.join(',')}}'::oid[]) as leaf (oid)
       cross join pg_catalog.pg_partition_ancestors(leaf.oid) with ordinality as a (oid, level)
       join pg_catalog.pg_class c on c.oid = a.oid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'p' group by n.nspname, c.relname order by min(a.level) desc, 1`,
  );
  for (const [name] of parents) await session.rows(`lock table only ${name} in access exclusive mode`);
  const modes = new Map<string, 'exclusive' | 'access exclusive'>();
  for (const { kind, relation } of threats) {
    // PostgreSQL's own tables, views and what is elsewhere cannot be locked.
    if (relation.kind !== 'table' || LARGE_OBJECTS.includes(relation.oid)) continue;
    const known = modes.get(relation.name);
    modes.set(relation.name, kind === 'rows' && known !== 'access exclusive' ? 'exclusive' : 'access exclusive');
  }
  for (const [name, mode] of [...modes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await session.rows(`lock table only ${name} in ${mode} mode`);
  }
}

async function measureAll(
  session: Session,
  threats: readonly Threat[],
  own: OwnRows | undefined,
): Promise<readonly Loss[]> {
  const losses: Loss[] = [];
  for (const threat of threats) {
    const loss = threat.kind === 'rows' ? undefined : await measure(session, threat, own);
    if (loss !== undefined) losses.push(loss);
  }
  return losses;
}
