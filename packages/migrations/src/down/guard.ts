import type { Session } from '../database/session.ts';
import type { Engine } from '../run/engine.ts';
import { type Execution, type Records, runInTransaction } from '../run/execute.ts';
import type { Segment } from '../run/segments.ts';
import type { Script } from '../sql/inspect.ts';
import { COUNTED, countRows, type Loss, measure, type OwnRows } from './losses.ts';
import { findThreats, type Relation, type Relations, readRelations, type Threat, threatKey } from './relations.ts';

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
  const refusal = { ok: false, error: undefined, at: 'refused' } as const;
  const execution = await runInTransaction(session, engine, script, segment, records, isFirst, async (run) => {
    const before = await readRelations(session);
    await session.rows('savepoint lockstep_trial');
    const tried = await run();
    if (!tried.ok) return tried;
    const threats = findThreats(before, await readRelations(session));
    await session.rows('rollback to lockstep_trial');
    await lock(session, threats);
    const own = await options.own();
    const emptied = threats.filter((threat) => threat.kind === 'rows').map((threat) => threat.relation);
    const counts = await asOwner(session, async () => {
      losses = await measureAll(session, threats, own);
      return countAll(session, emptied, own);
    });
    if ((losses.length > 0 && !options.allowsLoss) || options.trialOnly === true) return refusal;
    const start = await readRelations(session);
    const done = await run();
    if (!done.ok) return done;
    const after = await readRelations(session);
    const known = new Set(threats.map(threatKey));
    const unforeseen = findThreats(start, after)
      .map(threatKey)
      .filter((key) => !known.has(key));
    if (unforeseen.length > 0) throw new Error(`the way down does more than its trial did: ${unforeseen.join(', ')}`);
    const lost = await asOwner(session, () => rowsLost(session, { counts, start, after }, own));
    losses = [...losses, ...lost];
    return losses.length > 0 && !options.allowsLoss ? refusal : done;
  });
  return { execution, losses };
}

/**
 * Counts with our own rights, whatever role the way down has taken, and past all policies: where one would hide rows
 * from us, the count fails. The locks that are held already stay.
 */
async function asOwner<T>(session: Session, count: () => Promise<T>): Promise<T> {
  await session.rows(
    'savepoint lockstep_measure; set local session authorization default; set local role none; set local row_security = off',
  );
  const result = await count();
  await session.rows('rollback to lockstep_measure; release lockstep_measure');
  return result;
}

/** Nobody writes to these any more, and nobody reads what is about to go; in one order, so that two of us cannot deadlock. */
async function lock(session: Session, threats: readonly Threat[]): Promise<void> {
  const modes = new Map<string, 'exclusive' | 'access exclusive'>();
  for (const { kind, relation } of threats) {
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

interface Count {
  readonly relation: Relation;
  readonly foreign: number;
  readonly all: number;
}

async function countAll(
  session: Session,
  relations: readonly Relation[],
  own: OwnRows | undefined,
): Promise<readonly Count[]> {
  const counts: Count[] = [];
  for (const relation of relations) {
    const all = await countRows(session, relation, undefined);
    counts.push({ relation, all, foreign: own === undefined ? all : await countRows(session, relation, own) });
  }
  return counts;
}

/**
 * The rows that were there and are gone. Where the way down also wrote to the table, its new rows cannot be told from
 * others, so that all that went counts, the migration's own included.
 */
async function rowsLost(
  session: Session,
  seen: { readonly counts: readonly Count[]; readonly start: Relations; readonly after: Relations },
  own: OwnRows | undefined,
): Promise<readonly Loss[]> {
  const losses: Loss[] = [];
  for (const { all, foreign, relation } of seen.counts) {
    const [start, now] = [seen.start.get(relation.oid), seen.after.get(relation.oid)];
    if (start === undefined || now === undefined) continue;
    const inserted = now.inserted - start.inserted;
    const wrote = inserted > 0 || now.updated > start.updated;
    const left = await countRows(session, now, wrote ? undefined : own);
    const gone = wrote ? all + inserted - left : foreign - left;
    if (gone > 0) {
      losses.push({ kind: 'rows', object: relation.name, rows: Math.min(gone, COUNTED), more: gone > COUNTED });
    }
  }
  return losses;
}
