import { ConnectionLost, type Session, SqlError, type TransactionStatus } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import type { Script } from '../sql/inspect.ts';
import {
  asMigrator,
  assertLockHeld,
  asyncCommit,
  checkDeferred,
  empty,
  join,
  type Preamble,
  resetSession,
} from './envelope.ts';
import type { Execution, Records, Transaction, TransactionContext } from './execution.ts';
import { bare, messageOf, own, type PartMessage, partsOf, rolledBack, runPart, runParts, textOf } from './parts.ts';

/**
 * Runs a transaction segment: the proof that we hold the migration lock, the statements, `records`, COMMIT. A small one is
 * a single message, and with it a single round trip; a large one goes in messages of about a megabyte, so that the
 * server never holds all of it. What a file that is one transaction leaves in the session is cleared away before the
 * next message, because the server's scanner reads one under the settings that it finds. Afterwards the session is in no
 * transaction, whatever happened.
 */
export async function runTransaction(
  context: TransactionContext,
  segment: Transaction,
  records: Records,
): Promise<Execution> {
  const { session } = context;
  const { head, end } = frame(context, segment, records);
  const done = await runParts(context, partsOf(segment.pieces, head, end));
  if (!done.ok) return rolledBack(session, done, clean(context));
  expectIdle(session.status());
  return done;
}

/** What the server itself says after a commit; anything else would be a transaction that nobody ends. */
function expectIdle(status: TransactionStatus): void {
  if (status !== 'I') throw new Error(`the session is in state ${status} after a transaction`);
}

/** What clears the session when a transaction failed. */
function clean({ engine, isWhole, session }: TransactionContext): Preamble {
  return isWhole ? resetSession(session, engine) : empty;
}

function frame(
  { engine, isWhole, script, session }: TransactionContext,
  segment: Transaction,
  records: Records,
  { condition, isFollowed }: Partial<Pick<SmallFile, 'condition' | 'isFollowed'>> = {},
): { readonly head: Preamble; readonly end: Preamble } {
  const { observation } = records;
  const observed = observation === undefined ? empty : { sql: observation.after, tags: 1 };
  const back = isWhole ? resetSession(session, engine, observed) : join(asMigrator, observed);
  const ourselves = join(back, isFollowed === true ? asyncCommit : empty);
  const written = join(ourselves, { sql: `${records.sql} commit;`, tags: records.statements + 1 });
  const end = segment.end === undefined ? checkDeferred : { sql: `${textOf(script, segment.end)}\n; begin;`, tags: 2 };
  const proven = join({ sql: 'begin;', tags: 1 }, assertLockHeld(session, condition));
  // What the author's transaction says of itself must come before any query in it.
  const begun =
    segment.begin === undefined ? proven : join(proven, { sql: `commit; ${textOf(script, segment.begin)};`, tags: 2 });
  const head = observation === undefined ? begun : join(begun, { sql: observation.before, tags: 1 });
  return { head, end: join(end, written) };
}

/** Locks, cancellation, conflicts, rights: anything else that `body` provokes is a fault of its own. */
const OTHERS_FAULT = /^(55P03|57|40|42501|53)/;

/**
 * Like runTransaction, but leaves it to `body` when the statements run: `run` runs them all, as often as it is called,
 * and `body` may look around before and after. The transaction is committed where `body` says ok.
 */
export async function runInTransaction(
  context: TransactionContext,
  segment: Transaction,
  records: Records,
  body: (run: () => Promise<Execution>) => Promise<Execution>,
): Promise<Execution> {
  const { session } = context;
  const { head, end } = frame(context, segment, records);
  const run = async (): Promise<Execution> => {
    for (const piece of segment.pieces) {
      const done = await runPart(context, bare(piece));
      if (!done.ok) return done;
    }
    return { ok: true };
  };
  try {
    const begun = await runPart(context, own(head));
    const done = begun.ok ? await body(run) : begun;
    if (!done.ok) return await rolledBack(session, done, clean(context));
    const ended = await runPart(context, { before: empty, piece: undefined, after: end });
    return ended.ok ? ended : await rolledBack(session, ended, clean(context));
  } catch (error) {
    const isTheirs =
      error instanceof ConnectionLost || (error instanceof SqlError && OTHERS_FAULT.test(error.server.code));
    const failed = { ok: false, error: error as SqlError, at: { in: 'preamble' } } as const;
    await rolledBack(session, failed, clean(context));
    if (!isTheirs) throw error;
    return failed;
  }
}

/** A file that is one small transaction. */
export interface SmallFile {
  readonly script: Script;
  readonly segment: Transaction;
  readonly records: Records;
  /** SQL that is true where the file may run. */
  readonly condition: string | undefined;
  /** Another one is sent right behind it. */
  readonly isFollowed: boolean;
}

/**
 * Starts several files at once, each as runTransaction would, without waiting for one to end before the next is sent.
 * The server takes them in order; each fails where its `condition` does not hold, which is how those behind one that
 * failed never happen. Whoever meets a failure calls `settleFailure`, behind which the session is at rest again.
 */
export function startSmallFiles(
  session: Session,
  engine: Engine,
  files: readonly SmallFile[],
): readonly Promise<Execution>[] {
  const messages = files.map(({ condition, isFollowed, records, script, segment }) => {
    const context = { session, engine, script, isWhole: true };
    const { end, head } = frame(context, segment, records, { condition, isFollowed });
    const [piece] = segment.pieces;
    return messageOf(script, { before: head, piece, after: end });
  });
  return session.sendAll(messages).map(async (sent, nth) => {
    const result = await sent;
    if (result.ok) expectIdle(result.status);
    return (messages[nth] as PartMessage).outcomeOf(result);
  });
}

/** Ends the transaction of an execution that failed, and clears away what it left in the session. */
export async function settleFailure(session: Session, engine: Engine, execution: Execution): Promise<Execution> {
  return execution.ok ? execution : rolledBack(session, execution, resetSession(session, engine));
}

/** Clears away what a file has left in the session that was not one transaction. Throws where that fails. */
export async function clearSession(session: Session, engine: Engine): Promise<void> {
  if (session.lost || engine.signal?.aborted) return;
  await session.rows(resetSession(session, engine).sql);
}
