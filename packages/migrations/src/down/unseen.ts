import type { Segment } from '../run/segments.ts';
import { firstWord } from '../sql/classify.ts';
import type { Script } from '../sql/inspect.ts';
import { tokens } from '../sql/tokens.ts';
import type { Loss } from './losses.ts';

/**
 * What a way down does outside of a transaction that could be tried and taken back: code that commits by itself, and
 * what another transaction or database holds. Indexes, partitions and VACUUM take no data away.
 */
export function unseenIn(script: Script, segments: readonly Segment[]): readonly Loss[] {
  return segments.flatMap((segment): Loss[] => {
    const piece = segment.kind === 'alone' ? segment.piece : segment.end;
    if (piece === undefined || piece.kind === 'rollback') return [];
    const statement = script.source.read(piece.from, piece.to);
    const words = tokens(statement, 2).map((token) => token.value);
    const what = words
      .slice(0, firstWord(statement) === 'call' ? 1 : 2)
      .join(' ')
      .toUpperCase();
    if (!/^(CALL|DO|COMMIT PREPARED|PREPARE TRANSACTION|DROP DATABASE)/.test(what)) return [];
    return [{ kind: 'unseen', object: `line ${piece.line} (${what.replace(/^DO .*/, 'DO')})`, rows: 0, more: true }];
  });
}
