import {
  ConnectionLost,
  type MessageFailure,
  type MessageResult,
  type OutgoingMessage,
  type Session,
  SqlError,
  type TransactionStatus,
} from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import type { Script } from '../sql/inspect.ts';
import { MESSAGE_BYTES } from '../sql/pieces.ts';
import type { Segment } from '../sql/segments.ts';
import {
  asMigrator,
  assertLockHeld,
  assertNotAborted,
  asyncCommit,
  checkDeferred,
  empty,
  join,
  lockTimeout,
  type Preamble,
  resetSession,
} from './envelope.ts';

type Transaction = Extract<Segment, { readonly kind: 'transaction' }>;
type Piece = Transaction['pieces'][number];

/** Where in a segment something failed. */
export type FailedAt =
  /** The `nth` statement (from 0) of a part of the script; `position` as the server gave it, within the part. */
  | {
      readonly in: 'statement';
      readonly part: { readonly from: number; readonly to: number };
      readonly nth: number;
      readonly position: number | undefined;
      /** The first byte of a COPY's rows, and the line among them that was refused, from 1. */
      readonly row: { readonly data: number; readonly line: number } | undefined;
    }
  /** Our own preparation: the runner lock is gone, or the connection. */
  | { readonly in: 'preamble' }
  /** The history's rows. */
  | { readonly in: 'records' }
  /** Deferred constraints and triggers. */
  | { readonly in: 'commit' };

export type Execution =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: SqlError | ConnectionLost; readonly at: FailedAt }
  /** `refused`: by whoever looked at what the statements did; everything was taken back. */
  | { readonly ok: false; readonly error: undefined; readonly at: 'cancelled' | 'refused' };

/** SQL of ours that belongs to the same transaction as a segment, and how many statements it is. */
export interface Records {
  readonly sql: string;
  readonly statements: number;
  /** One statement right before those of the segment, and one behind them, before the records. */
  readonly observation?: { readonly before: string; readonly after: string } | undefined;
}

/** One message to the server: SQL of ours around a piece of the script. */
interface Part {
  readonly before: Preamble;
  readonly piece: Piece | undefined;
  readonly after: Preamble;
}

/**
 * Runs a transaction segment: the proof that we hold the runner lock, the statements, `records`, COMMIT. A small one is
 * a single message, and with it a single round trip; a large one goes in messages of about a megabyte, so that the
 * server never holds all of it. `isWhole`: it is all of its file, so nothing of it stays in the session. That is cleared
 * away before the next message, because the server's scanner reads one under the settings that it finds. Afterwards the
 * session is in no transaction, whatever happened.
 */
export async function runTransaction(
  session: Session,
  engine: Engine,
  script: Script,
  segment: Transaction,
  records: Records,
  isWhole: boolean,
): Promise<Execution> {
  const { head, end } = frame(session, engine, script, segment, records, isWhole);
  const done = await runParts(session, engine, script, parts(segment.pieces, head, end));
  if (!done.ok) return rolledBack(session, done, isWhole ? resetSession(session, engine) : empty);
  expectIdle(session.status());
  return done;
}

/**
 * Runs the parts of a transaction in order, up to the first that fails. Each is sent while the server is still at the
 * one before, but for the second, because the transaction may not have begun, and around the rows of a COPY.
 */
async function runParts(session: Session, engine: Engine, script: Script, list: readonly Part[]): Promise<Execution> {
  let before: Promise<Execution> = Promise.resolve({ ok: true });
  for (const [nth, part] of list.entries()) {
    const isEarly = nth > 1 && ![part, list[nth - 1]].some((each) => each?.piece?.kind === 'copy');
    const answered = isEarly ? undefined : await before;
    if (answered?.ok === false) return answered;
    const sent = runPart(
      session,
      engine,
      script,
      isEarly ? { ...part, before: join(assertNotAborted, part.before) } : part,
    );
    const done = await before;
    if (!done.ok) {
      await sent;
      return done;
    }
    before = sent;
  }
  return before;
}

/** What the server itself says after a commit; anything else would be a transaction that nobody ends. */
function expectIdle(status: TransactionStatus): void {
  if (status !== 'I') throw new Error(`the session is in state ${status} after a transaction`);
}

function frame(
  session: Session,
  engine: Engine,
  script: Script,
  segment: Transaction,
  records: Records,
  isWhole: boolean,
  { condition, isFollowed }: Partial<Pick<SmallFile, 'condition' | 'isFollowed'>> = {},
): { readonly head: Preamble; readonly end: Preamble } {
  const { observation } = records;
  const observed = observation === undefined ? empty : { sql: observation.after, tags: 1 };
  const back = isWhole ? resetSession(session, engine, observed) : join(asMigrator, observed);
  const ourselves = join(back, isFollowed === true ? asyncCommit : empty);
  const written = join(ourselves, { sql: `${records.sql} commit;`, tags: records.statements + 1 });
  const end = segment.end === undefined ? checkDeferred : { sql: `${text(script, segment.end)}\n; begin;`, tags: 2 };
  const proven = join({ sql: 'begin;', tags: 1 }, assertLockHeld(session, condition));
  // What the author's transaction says of itself must come before any query in it.
  const begun =
    segment.begin === undefined ? proven : join(proven, { sql: `commit; ${text(script, segment.begin)};`, tags: 2 });
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
  session: Session,
  engine: Engine,
  script: Script,
  segment: Transaction,
  records: Records,
  isWhole: boolean,
  body: (run: () => Promise<Execution>) => Promise<Execution>,
): Promise<Execution> {
  const { head, end } = frame(session, engine, script, segment, records, isWhole);
  const clean = isWhole ? resetSession(session, engine) : empty;
  const own = (sql: Preamble) => runPart(session, engine, script, { before: sql, piece: undefined, after: empty });
  const run = async (): Promise<Execution> => {
    for (const piece of segment.pieces) {
      const done = await runPart(session, engine, script, { before: empty, piece, after: empty });
      if (!done.ok) return done;
    }
    return { ok: true };
  };
  try {
    const begun = await own(head);
    const done = begun.ok ? await body(run) : begun;
    if (!done.ok) return await rolledBack(session, done, clean);
    const ended = await runPart(session, engine, script, { before: empty, piece: undefined, after: end });
    return ended.ok ? ended : await rolledBack(session, ended, clean);
  } catch (error) {
    const isTheirs =
      error instanceof ConnectionLost || (error instanceof SqlError && OTHERS_FAULT.test(error.server.code));
    const failed = { ok: false, error: error as SqlError, at: { in: 'preamble' } } as const;
    await rolledBack(session, failed, clean);
    if (!isTheirs) throw error;
    return failed;
  }
}

function parts(pieces: readonly Piece[], head: Preamble, end: Preamble): Part[] {
  const list = pieces.map((piece): Part => ({ before: empty, piece, after: empty }));
  const isSmall = (part: Part | undefined) =>
    part?.piece?.kind === 'sql' && part.piece.to - part.piece.from <= MESSAGE_BYTES;
  const [first] = list;
  if (first !== undefined && isSmall(first)) list[0] = { ...first, before: head };
  else list.unshift({ before: head, piece: undefined, after: empty });
  const last = list.at(-1);
  if (last !== undefined && isSmall(last)) list[list.length - 1] = { ...last, after: end };
  else list.push({ before: empty, piece: undefined, after: end });
  return list;
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

/** Whether a transaction is short enough to be one message together with all that belongs to it. */
export function isOneMessage({ pieces }: Transaction): boolean {
  return parts(pieces, empty, empty).length === 1;
}

/**
 * Starts several files at once, each as runTransaction would, without waiting for one to end before the next is sent.
 * The server takes them in order; each fails where its `condition` does not hold, which is how those behind one that
 * failed never happen. Whoever meets a failure calls `takeBack`, behind which the session is at rest again.
 */
export function startSmallFiles(
  session: Session,
  engine: Engine,
  files: readonly SmallFile[],
): readonly Promise<Execution>[] {
  const messages = files.map(({ condition, isFollowed, records, script, segment }) => {
    const { end, head } = frame(session, engine, script, segment, records, true, { condition, isFollowed });
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
export async function takeBack(session: Session, engine: Engine, execution: Execution): Promise<Execution> {
  return execution.ok ? execution : rolledBack(session, execution, resetSession(session, engine));
}

/** Runs one statement outside of any transaction. `patient`: its wait for locks blocks nobody and needs no limit. */
export async function runAlone(
  session: Session,
  engine: Engine,
  script: Script,
  { piece }: Extract<Segment, { readonly kind: 'alone' }>,
  patient: boolean,
): Promise<Execution> {
  // Messages of their own: the server puts the statements of one into one transaction.
  const before = patient ? join(assertLockHeld(session), lockTimeout(engine, true)) : assertLockHeld(session);
  const prepared = await runPart(session, engine, script, { before, piece: undefined, after: empty });
  if (!prepared.ok) return prepared;
  const statement: Piece = { ...piece, kind: 'sql', statements: 1 };
  const done = await runPart(session, engine, script, { before: empty, piece: statement, after: empty });
  if (!done.ok || session.status() !== 'I') await rolledBack(session, done, empty);
  if (patient && !session.lost) await session.send(lockTimeout(engine, false).sql);
  return done;
}

/** Clears away what a file has left in the session that was not one transaction. Throws where that fails. */
export async function clearSession(session: Session, engine: Engine): Promise<void> {
  if (session.lost || engine.signal?.aborted) return;
  await session.rows(resetSession(session, engine).sql);
}

interface PartMessage extends OutgoingMessage {
  readonly outcomeOf: (result: MessageResult) => Execution;
}

function messageOf(script: Script, part: Part): PartMessage {
  const { before, piece, after } = part;
  const head = before.sql === '' ? '' : `${before.sql}\n`;
  const tail = after.sql === '' ? '' : `\n; ${after.sql}`;
  const about = script.source.name;
  return {
    sql: `${head}${piece === undefined ? '' : text(script, piece)}${tail}`,
    options: piece?.kind === 'copy' ? { about, copyData: rows(script, piece) } : { about },
    outcomeOf: (result) =>
      result.ok ? { ok: true } : { ok: false, error: result.error, at: placeOf(part, head, result) },
  };
}

async function runPart(session: Session, engine: Engine, script: Script, part: Part): Promise<Execution> {
  if (engine.signal?.aborted) return { ok: false, error: undefined, at: 'cancelled' };
  const { options, outcomeOf, sql } = messageOf(script, part);
  return outcomeOf(await session.send(sql, options));
}

function placeOf({ after, before, piece }: Part, head: string, { error, tags }: MessageFailure): FailedAt {
  const own = piece === undefined ? 0 : piece.kind === 'sql' ? piece.statements : 1;
  const nth = tags.length - before.tags;
  const server = 'server' in error ? error.server : undefined;
  const position = server?.position === undefined ? undefined : positionIn(head, server.position);
  // A syntax error is found before any of the message runs: then only its position tells whose it is.
  const isOurs = nth < 0 && (position === undefined || server?.code !== '42601');
  if (isOurs) return { in: 'preamble' };
  if (piece === undefined || nth >= own) {
    const behind = nth - own;
    const settles = behind === 0 && after.sql.startsWith(checkDeferred.sql);
    return { in: settles || behind === after.tags - 1 ? 'commit' : 'records' };
  }
  const line = /^COPY [^\n\r]{0,300}?, line (\d+)/m.exec(server?.where ?? '')?.[1];
  return {
    in: 'statement',
    part: piece,
    nth: Math.max(0, nth),
    position,
    row: line === undefined || piece.kind !== 'copy' ? undefined : { data: piece.data.from, line: Number(line) },
  };
}

/** The server counts characters, not the halves of them that JavaScript strings have. */
function positionIn(head: string, position: number): number | undefined {
  const within = position - [...head].length;
  return within > 0 ? within : undefined;
}

async function rolledBack(session: Session, failed: Execution, clean: Preamble): Promise<Execution> {
  if (!session.lost) await session.send(`rollback; ${clean.sql}`);
  return failed;
}

function text(script: Script, range: { readonly from: number; readonly to: number }): string {
  return script.source.read(range.from, range.to).toString('utf8');
}

const COPY_STEP = 1 << 18;

function* rows(script: Script, piece: Extract<Piece, { readonly kind: 'copy' }>): Generator<Buffer> {
  for (let at = piece.data.from; at < piece.data.to; at += COPY_STEP) {
    yield script.source.read(at, Math.min(piece.data.to, at + COPY_STEP));
  }
}
