import type { Script } from '../sql/inspect.ts';
import type { Segment } from '../sql/segments.ts';
import { tokens } from '../sql/tokens.ts';
import { type Observation, observation } from './capture.ts';
import { claimsOf } from './claims.ts';

/** How a transaction of a migration is observed; undefined where that would change what its statements mean. */
export function observationOf(script: Script, segment: Segment): Observation | undefined {
  if (segment.kind !== 'transaction' || segment.end !== undefined) return undefined;
  if (fixesSnapshot(script, segment) || freezes(script, segment)) return undefined;
  return observation(claimsOf(script));
}

/** What is known behind a segment: what its own transaction observed, or that it touches no data. */
export function didOf(script: Script, segment: Segment): 'observed' | 'harmless' | 'unknown' {
  if (segment.kind === 'transaction') {
    if (segment.end?.kind === 'rollback') return 'harmless';
    return observationOf(script, segment) === undefined ? 'unknown' : 'observed';
  }
  const { what } = segment;
  if (what.does === 'other') return 'unknown';
  return what.does === 'once' && !what.concurrent ? 'unknown' : 'harmless';
}

type Transaction = Segment & { readonly kind: 'transaction' };

/** An author's transaction that says more of itself than that it begins: its first query must be the author's own. */
function fixesSnapshot(script: Script, { begin, pieces: [first] }: Transaction): boolean {
  if (begin === undefined) return false;
  const words = tokens(script.source.read(begin.from, begin.to)).map(({ value }) => value);
  const next = first === undefined ? [] : tokens(script.source.read(first.from, first.to), 2).map(({ value }) => value);
  return (
    words.some((word) => !['begin', 'start', 'transaction', 'work', ';'].includes(word)) ||
    next.join(' ') === 'set transaction'
  );
}

/** COPY … FREEZE is refused while a cursor is open. */
function freezes(script: Script, { pieces }: Transaction): boolean {
  if (!script.words.has('copy')) return false;
  return pieces.some(({ from, to }) => /\bfreeze\b/i.test(script.source.read(from, to).toString('latin1')));
}
