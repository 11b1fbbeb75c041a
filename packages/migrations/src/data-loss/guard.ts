import { InputError } from '@lockstep/base';
import type { Session } from '@lockstep/postgres';
import { checkDeferred } from '../run/envelope.ts';
import { runInTransaction } from '../run/execute.ts';
import type { Execution, Records, Transaction, TransactionContext } from '../run/execution.ts';
import type { Archivist } from './archivist.ts';
import { asOwner } from './as-owner.ts';
import type { Carrier } from './carrier.ts';
import { type Labels, labelsLost, movedLabels, readLabels } from './labels.ts';
import { lockTables } from './lock-tables.ts';
import { isTooSlow, type Loss, measure } from './losses.ts';
import { existsForOthers } from './others.ts';
import type { OwnRows } from './own-rows.ts';
import { type Relation, type Relations, readRelations } from './relations.ts';
import { findLosses, type RowSnapshot, takeRowSnapshot } from './row-snapshot.ts';
import { readSequences, type Sequences, sequencesLost } from './sequences.ts';
import { findThreats, type Threat, threatKey } from './threats.ts';
import { both, madeHere, readTouched, type Touched, without } from './touched.ts';

/** What the guard needs to know, and what it found. */
export interface GuardOptions {
  /** Whether losses stop the down migration. They are counted either way. */
  readonly allowsLoss: boolean;
  /** Asked within the transaction. */
  readonly own: () => Promise<OwnRows | undefined>;
  /** Takes everything back after counting, whatever it found. */
  readonly trialOnly?: boolean;
  /** Keeps what would be lost, so that it may go. */
  readonly archivist?: Archivist | undefined;
  /** Keeps known, for older archives, which rows nobody wrote. */
  readonly carrier?: Carrier | undefined;
}

export interface Guarded {
  /** With `refused`, nothing was changed. */
  readonly execution: Execution;
  readonly losses: readonly Loss[];
}

const TRIES = 5;
const BLIND =
  'track_counts is off, so rows that a down migration deletes cannot be counted; enable it for this database, or allow data loss';
const REFUSED: Execution = { ok: false, error: undefined, at: 'refused' };

/** A transaction that is watched. */
interface Watched {
  readonly context: TransactionContext;
  readonly options: GuardOptions;
  /** Runs the statements, and what they deferred. */
  readonly run: () => Promise<Execution>;
  /** They may empty what they then drop. */
  readonly empties: boolean;
}

/** What the statements do, as far as one run of them has shown. */
interface Look {
  readonly touched: Touched;
  readonly after: Relations;
  /** What was counted before they ran; the server also counts what was rolled back since. */
  readonly before: Relations;
}

type Turn =
  | { readonly kind: 'ended'; readonly execution: Execution; readonly losses: readonly Loss[] }
  /** It did more than was looked at before: once more, with all of that. */
  | { readonly kind: 'again'; readonly look: Look; readonly more: string };

/**
 * Runs a down migration so that no user data goes without leave. What a statement deletes cannot be read off its text (a
 * DO block, a CASCADE), so it is tried first and rolled back; then the tables it touched are locked against everybody,
 * and only then is counted what is in them: a row that somebody adds in between is either counted or waits. All in the
 * transaction that then commits.
 */
export async function runGuarded(
  context: TransactionContext,
  segment: Transaction,
  records: Records,
  options: GuardOptions,
): Promise<Guarded> {
  const { script, session } = context;
  const empties = ['truncate', 'do', 'call', 'select'].some((word) => script.words.has(word));
  let losses: readonly Loss[] = [];
  const execution = await runInTransaction(context, segment, records, async (send) => {
    const watched = { context, options, empties, run: () => withDeferred(session, send) };
    await session.rows('savepoint lockstep_trial');
    const trial = await watched.run();
    if (!trial.ok) return trial;
    let look = await firstLook(watched);
    for (let tries = 1; ; tries++) {
      const turn = await runFor(watched, look);
      if (turn.kind === 'ended') {
        losses = turn.losses;
        return turn.execution;
      }
      if (tries === TRIES) throw new Error(`the down migration does more each time than it did before: ${turn.more}`);
      look = turn.look;
    }
  });
  return { execution, losses };
}

/** Deferred triggers too: they may delete as much. */
async function withDeferred(session: Session, send: () => Promise<Execution>): Promise<Execution> {
  const done = await send();
  const settled = done.ok ? await session.send(checkDeferred.sql) : undefined;
  return settled?.ok === false ? { ok: false, error: settled.error, at: { in: 'commit' } } : done;
}

/** What the trial did. */
async function firstLook({ context: { session }, options }: Watched): Promise<Look> {
  const touched = await readTouched(session);
  const after = await readRelations(session, touched.oids);
  const [counts] = await session.rows("select pg_catalog.current_setting('track_counts')");
  if (counts?.[0] !== 'on' && !options.allowsLoss) throw new InputError(BLIND);
  return { touched, after, before: new Map() };
}

/** What was there under the locks, before the statements run. */
interface Known {
  readonly threats: readonly Threat[];
  readonly own: OwnRows | undefined;
  readonly touched: Touched;
  readonly changed: readonly Relation[];
  readonly losses: readonly Loss[];
  readonly rows: RowSnapshot;
  readonly sequences: Sequences;
  readonly labels: Labels;
}

/** Locks and counts what a look has shown, then runs for good, where nothing is lost without leave. */
async function runFor(watched: Watched, { after: tried, before: counted, touched }: Look): Promise<Turn> {
  const { context, empties, options } = watched;
  const { session } = context;
  const { archivist } = options;
  await session.rows('rollback to lockstep_trial');
  const threats = findThreats(withCounts(await readRelations(session, touched.oids), counted), tried, touched, empties);
  archivist?.locked();
  await lockTables(session, threats);
  const own = await options.own();
  const changed = [...new Map(threats.map(({ relation }) => [relation.oid, relation])).values()];
  const written = threats.flatMap(({ kind, relation }) => (kind === 'rows' ? [relation.oid] : []));
  await options.carrier?.before(session, written);
  const counts = await asOwner(session, changed, async () => ({
    losses: await measureAll(session, threats, own),
    rows: await takeRowSnapshot(session, threats, tried, own),
    sequences: await readSequences(session, touched.oids),
    labels: await readLabels(session),
  }));
  const known: Known = { threats, own, touched, changed, ...counts };
  const stops = !options.allowsLoss && archivist === undefined;
  if (archivist === undefined && options.trialOnly === true) return refuse(known.losses);
  if (known.losses.length > 0 && stops) return refuse(known.losses);
  // What is written in here has later transaction ids than anything that was counted.
  await session.rows('savepoint lockstep_run');
  const ran = await runLooking(watched, known);
  if ('kind' in ran) return ran;
  if (ran.losses.length > 0 && stops) return refuse(ran.losses);
  const end = archivist === undefined || ran.losses.length === 0 ? ran : await runKept(watched, known, ran);
  if ('kind' in end) return end;
  if (options.trialOnly === true) return refuse(end.losses);
  await options.carrier?.after(session);
  return { kind: 'ended', execution: { ok: true }, losses: end.losses };
}

function refuse(losses: readonly Loss[]): Turn {
  return { kind: 'ended', execution: REFUSED, losses };
}

/** A run of the statements, and all that is lost by it. */
interface Ran {
  readonly losses: readonly Loss[];
  readonly before: Relations;
  readonly after: Relations;
}

async function runLooking(
  { context, empties, options, run }: Watched,
  { changed, labels, losses, own, rows, sequences, threats, touched }: Known,
): Promise<Turn | Ran> {
  const { session } = context;
  const start = await readRelations(session, touched.oids);
  const done = await run();
  if (!done.ok) return { kind: 'ended', execution: done, losses };
  const now = without(await readTouched(session), options.carrier?.tables);
  const all = both(touched, now);
  const after = await readRelations(session, all.oids);
  const unlooked = await findUnlooked(context, { known: touched, now, left: new Set(after.keys()) });
  const foreseen = new Set(threats.map(threatKey));
  const unforeseen = findThreats(start, after, all, empties).filter((threat) => !foreseen.has(threatKey(threat)));
  if (unforeseen.length > 0 || unlooked.length > 0) {
    // Somebody wrote what it met only now.
    const more = [...unforeseen.map(threatKey), ...unlooked.map((oid) => `relation ${oid}`)].join(', ');
    return { kind: 'again', look: { touched: all, after, before: start }, more };
  }
  const left = changed.flatMap(({ oid }) => after.get(oid) ?? []);
  const lost = await asOwner(session, left, async () => [
    ...(await findLosses(session, rows, { before: start, after, own, known: losses })),
    ...(await sequencesLost(session, sequences, await readSequences(session, all.oids), own)),
    ...(await labelsLost(session, movedLabels(labels, await readLabels(session)))),
  ]);
  return { losses: [...losses, ...lost], before: start, after };
}

/** Once more, now that it is known what goes, and with all of that copied first. */
async function runKept(watched: Watched, known: Known, seen: Ran): Promise<Turn | Ran> {
  const { context, options } = watched;
  const { session } = context;
  const { own, threats, touched } = known;
  await session.rows('rollback to lockstep_run');
  const before = await readRelations(session, touched.oids);
  const { after, losses } = seen;
  const isStaged = await options.archivist?.stage(session, { threats, losses, own, before, after });
  if (isStaged !== true) return refuse(losses);
  await session.rows('savepoint lockstep_run');
  const ran = await runLooking(watched, known);
  if ('kind' in ran) {
    const isCutOff = ran.kind === 'ended' && isTooSlow(ran.execution.ok ? undefined : ran.execution.error);
    return isCutOff && options.archivist?.isLate() === true ? refuse(losses) : ran;
  }
  return (await options.archivist?.finish(session, ran)) === true ? ran : refuse(ran.losses);
}

/**
 * What the run touched and nobody had looked at before: a table that another session made since, say, in a schema that
 * goes with all that is in it. Not what the run made itself. One that is gone shows nothing of where it came from; but
 * what was there before is still there for everybody else, until the transaction ends.
 */
async function findUnlooked(
  { engine, session }: TransactionContext,
  { known, left, now }: { readonly known: Touched; readonly now: Touched; readonly left: ReadonlySet<string> },
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
