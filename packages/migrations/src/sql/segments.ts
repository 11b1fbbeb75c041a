import { createHash } from 'node:crypto';
import type { Alone } from './classify.ts';
import type { Script } from './inspect.ts';
import type { Piece } from './pieces.ts';

type Of<K extends Piece['kind']> = Extract<Piece, { readonly kind: K }>;

/** A COMMIT only of a transaction that is read-only. */
type End = Of<'rollback'> | Of<'prepare'> | Of<'commit'>;

/** A part of a script that takes effect as a whole or not at all. */
export type Segment =
  | {
      readonly kind: 'transaction';
      readonly pieces: readonly (Of<'sql'> | Of<'copy'>)[];
      /** The author's own BEGIN with its options; undefined where we begin. */
      readonly begin: Of<'begin'> | undefined;
      /** The author's end of it where no record can be written before it, and which is therefore sent as it stands. */
      readonly end: End | undefined;
      readonly line: number;
    }
  | { readonly kind: 'alone'; readonly piece: Of<'alone'>; readonly what: Alone; readonly line: number };

/**
 * Cuts a script into segments. Nearly every script is one: a single transaction, in which the history is written too.
 * Where it must be several, each one's end is recorded, so that a run that was interrupted goes on behind it.
 */
export function cutSegments(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  let open: (Of<'sql'> | Of<'copy'>)[] = [];
  let begin: Of<'begin'> | undefined;
  const close = (end?: End) => {
    const line = (begin ?? open[0] ?? end)?.line ?? 1;
    if (open.length > 0 || end !== undefined) segments.push({ kind: 'transaction', pieces: open, begin, end, line });
    open = [];
    begin = undefined;
  };
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'sql':
      case 'copy':
        open.push(piece);
        break;
      case 'begin':
        close();
        begin = piece;
        break;
      case 'border':
        close();
        break;
      case 'commit':
      case 'rollback': {
        const opener = begin;
        close(piece.kind === 'rollback' || opener?.readOnly === true ? piece : undefined);
        if (piece.chain) begin = opener;
        break;
      }
      case 'prepare':
        close(piece);
        break;
      case 'alone':
        close();
        segments.push({ kind: 'alone', piece, what: piece.what, line: piece.line });
        break;
    }
  }
  close();
  return segments.length > 0
    ? segments
    : [{ kind: 'transaction', pieces: [], begin: undefined, end: undefined, line: 1 }];
}

/** Whether the segments can be applied in one transaction together with the history. */
export function isAtomic(segments: readonly Segment[]): boolean {
  const [only, ...rest] = segments;
  return rest.length === 0 && only?.kind === 'transaction' && only.end === undefined;
}

/** SHA-256 in hex of a segment's text: a segment that is done must not have been edited since. */
export function segmentDigest(script: Script, segment: Segment): string {
  const hash = createHash('sha256');
  const pieces = segment.kind === 'alone' ? [segment.piece] : segment.pieces;
  for (const piece of pieces) {
    const ranges = piece.kind === 'copy' ? [piece, piece.data] : [piece];
    for (const { from, to } of ranges) {
      for (let at = from; at < to; at += STEP) hash.update(script.source.read(at, Math.min(to, at + STEP)));
    }
  }
  return hash.digest('hex');
}

const STEP = 1 << 20;
