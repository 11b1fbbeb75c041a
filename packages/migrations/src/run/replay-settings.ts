import type { Session } from '@lockstep/postgres';
import type { Script } from '../sql/inspect.ts';
import type { Segment } from '../sql/segments.ts';
import { textSource } from '../sql/source.ts';
import { tokens } from '../sql/tokens.ts';
import { walk } from '../sql/walk.ts';

/**
 * Sets what the segments that are done had set for the rest of their file: an interrupted file goes on in another
 * session, and must find the same search_path there.
 */
export async function replaySettings(session: Session, script: Script, done: readonly Segment[]): Promise<void> {
  for (const segment of done) {
    const pieces = segment.kind === 'alone' ? [segment.piece] : segment.end === undefined ? segment.pieces : [];
    for (const piece of pieces) {
      const bytes = script.source.read(piece.from, piece.to);
      for (const item of walk(textSource('', bytes))) {
        if (item.kind === 'statement' && lasts(item.bytes)) await session.rows(item.bytes.toString('utf8'));
      }
    }
  }
}

/** `set`, `reset` and `select set_config(…, false)`, as pg_dump writes it; not what ends with its transaction. */
function lasts(statement: Buffer): boolean {
  const words = tokens(statement, 12).map((token) => token.value);
  if (words[0] === 'reset') return true;
  if (words[0] === 'set') return !['local', 'transaction', 'constraints'].includes(words[1] ?? '');
  const at = words[1] === 'pg_catalog' ? 3 : 1;
  return words[0] === 'select' && words[at] === 'set_config' && words.includes('false');
}
