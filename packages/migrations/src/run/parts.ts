import type { MessageFailure, MessageResult, OutgoingMessage, Session } from '@lockstep/postgres';
import type { Script } from '../sql/inspect.ts';
import { MESSAGE_BYTES } from '../sql/pieces.ts';
import { assertNotAborted, checkDeferred, empty, join, type Preamble } from './envelope.ts';
import type { Execution, FailedAt, ScriptContext, Transaction } from './execution.ts';

type Piece = Transaction['pieces'][number];

/** One message to the server: SQL of ours around a piece of the script. */
export interface Part {
  readonly before: Preamble;
  readonly piece: Piece | undefined;
  readonly after: Preamble;
}

/** A piece with nothing of ours around it. */
export function bare(piece: Piece): Part {
  return { before: empty, piece, after: empty };
}

/** SQL of ours alone. */
export function own(sql: Preamble): Part {
  return { before: sql, piece: undefined, after: empty };
}

/** The messages of a transaction: what begins it, and what ends it, go with its pieces where these are small. */
export function partsOf(pieces: readonly Piece[], head: Preamble, end: Preamble): Part[] {
  const list = pieces.map(bare);
  const isSmall = (part: Part | undefined) =>
    part?.piece?.kind === 'sql' && part.piece.to - part.piece.from <= MESSAGE_BYTES;
  const [first] = list;
  if (first !== undefined && isSmall(first)) list[0] = { ...first, before: head };
  else list.unshift(own(head));
  const last = list.at(-1);
  if (last !== undefined && isSmall(last)) list[list.length - 1] = { ...last, after: end };
  else list.push({ before: empty, piece: undefined, after: end });
  return list;
}

/** Whether a transaction is short enough to be one message together with all that belongs to it. */
export function isOneMessage({ pieces }: Transaction): boolean {
  return partsOf(pieces, empty, empty).length === 1;
}

/**
 * Runs the parts of a transaction in order, up to the first that fails. Each is sent while the server is still at the
 * one before, but for the second, because the transaction may not have begun, and around the rows of a COPY.
 */
export async function runParts(context: ScriptContext, list: readonly Part[]): Promise<Execution> {
  let before: Promise<Execution> = Promise.resolve({ ok: true });
  for (const [nth, part] of list.entries()) {
    const isEarly = nth > 1 && ![part, list[nth - 1]].some((each) => each?.piece?.kind === 'copy');
    const answered = isEarly ? undefined : await before;
    if (answered?.ok === false) return answered;
    const sent = runPart(context, isEarly ? { ...part, before: join(assertNotAborted, part.before) } : part);
    const done = await before;
    if (!done.ok) {
      await sent;
      return done;
    }
    before = sent;
  }
  return before;
}

export async function runPart({ engine, script, session }: ScriptContext, part: Part): Promise<Execution> {
  if (engine.signal?.aborted) return { ok: false, error: undefined, at: 'cancelled' };
  const { options, outcomeOf, sql } = messageOf(script, part);
  return outcomeOf(await session.send(sql, options));
}

export interface PartMessage extends OutgoingMessage {
  readonly outcomeOf: (result: MessageResult) => Execution;
}

export function messageOf(script: Script, part: Part): PartMessage {
  const { before, piece, after } = part;
  const head = before.sql === '' ? '' : `${before.sql}\n`;
  const tail = after.sql === '' ? '' : `\n; ${after.sql}`;
  const about = script.source.name;
  return {
    sql: `${head}${piece === undefined ? '' : textOf(script, piece)}${tail}`,
    options: piece?.kind === 'copy' ? { about, copyData: rowsOf(script, piece) } : { about },
    outcomeOf: (result) =>
      result.ok ? { ok: true } : { ok: false, error: result.error, at: placeOf(part, head, result) },
  };
}

function placeOf({ after, before, piece }: Part, head: string, { error, tags }: MessageFailure): FailedAt {
  const count = piece === undefined ? 0 : piece.kind === 'sql' ? piece.statements : 1;
  const nth = tags.length - before.tags;
  const server = 'server' in error ? error.server : undefined;
  const position = server?.position === undefined ? undefined : positionIn(head, server.position);
  // A syntax error is found before any of the message runs: then only its position tells whose it is.
  const isOurs = nth < 0 && (position === undefined || server?.code !== '42601');
  if (isOurs) return { in: 'preamble' };
  if (piece === undefined || nth >= count) {
    const behind = nth - count;
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

/** Ends a transaction that failed, and clears away what it left in the session. */
export async function rolledBack(session: Session, failed: Execution, clean: Preamble): Promise<Execution> {
  if (!session.lost) await session.send(`rollback; ${clean.sql}`);
  return failed;
}

export function textOf(script: Script, range: { readonly from: number; readonly to: number }): string {
  return script.source.read(range.from, range.to).toString('utf8');
}

const COPY_STEP = 1 << 18;

function* rowsOf(script: Script, piece: Extract<Piece, { readonly kind: 'copy' }>): Generator<Buffer> {
  for (let at = piece.data.from; at < piece.data.to; at += COPY_STEP) {
    yield script.source.read(at, Math.min(piece.data.to, at + COPY_STEP));
  }
}
