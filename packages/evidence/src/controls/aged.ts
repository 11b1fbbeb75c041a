import { formatDuration } from '@lockstep/base';
import type { EvidenceRow, EvidenceSource } from './control.ts';
import type { FoundEvidence, Readable } from './found.ts';

export type Of<K extends EvidenceSource['kind']> = Extract<EvidenceSource, { kind: K }>;

export const DAY_MS = 86_400_000;

export function none(source: EvidenceSource, because: string): EvidenceRow {
  return { source, state: 'missing', verdict: null, file: '', digest: '', ageMs: null, run: null, because };
}

/** What is not there, or was not read: the second says nothing of the first. */
export function absent(
  source: EvidenceSource,
  { unread }: FoundEvidence,
  kind: Readable,
  because: string,
): EvidenceRow {
  const why = unread[kind];
  return none(source, why === undefined ? because : `${kind} were not read: ${why}`);
}

/** What is of the future was made with another clock, or by hand: it is no evidence of now. */
const CLOCKS_MS = 5 * 60_000;

export function aged(
  verdict: 'pass' | 'fail' | 'unknown',
  ageMs: number,
  maxAgeMs: number,
  words: string,
): Pick<EvidenceRow, 'state' | 'because'> {
  if (ageMs < -CLOCKS_MS) return { state: 'failing', because: `${words}, of ${formatDuration(-ageMs)} from now` };
  if (verdict !== 'pass') return { state: 'failing', because: words };
  if (ageMs > maxAgeMs) return { state: 'stale', because: `${words}; older than ${formatDuration(maxAgeMs)}` };
  return { state: 'current', because: words };
}

export function newestOf<T>(all: readonly T[], at: (one: T) => number): T | undefined {
  let newest: T | undefined;
  for (const one of all) if (newest === undefined || at(one) > at(newest)) newest = one;
  return newest;
}
