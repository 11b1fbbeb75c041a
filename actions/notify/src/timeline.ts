import type { JournalEntry, JournalState } from '@lockstep/action-shell';
import type { Phase } from '@lockstep/notify';

/** The phases of a release that has ended, as its journal has them: changes, the time that users had it, undo steps. */
export function timelineOf({ entries }: JournalState, endedAt: string): readonly Phase[] {
  return [...tasks(entries, endedAt), ...serving(entries, endedAt), ...undos(entries)].sort(
    (a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt),
  );
}

/** A change without an end broke off where the undo began. */
function tasks(entries: readonly JournalEntry[], endedAt: string): readonly Phase[] {
  const stopped = entries.find((entry) => entry.kind === 'undo-started')?.at ?? endedAt;
  return entries
    .filter((entry) => entry.kind === 'began')
    .map(({ action, at, instance }) => {
      const end = entries.find((entry) => entry.kind === 'finished' && entry.instance === instance);
      return { name: action, startedAt: at, endedAt: end?.at ?? stopped, verdict: end === undefined ? 'fail' : 'pass' };
    });
}

/** Until it was committed or held, or users were back. */
function serving(entries: readonly JournalEntry[], endedAt: string): readonly Phase[] {
  const reached = entries.find((entry) => entry.kind === 'traffic' && entry.traffic === 'reached');
  if (reached === undefined) return [];
  const end = entries.find(
    (entry) =>
      entry.kind === 'committed' || entry.kind === 'held' || (entry.kind === 'traffic' && entry.traffic === 'restored'),
  );
  const verdict = end === undefined ? 'unknown' : end.kind === 'committed' ? 'pass' : 'fail';
  return [{ name: 'serving before commit', startedAt: reached.at, endedAt: end?.at ?? endedAt, verdict }];
}

/** Undo steps run one after the other: each begins where the one before ended. */
function undos(entries: readonly JournalEntry[]): readonly Phase[] {
  let from = entries.find((entry) => entry.kind === 'undo-started')?.at;
  const phases: Phase[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'undone') continue;
    phases.push({
      name: `undo ${entry.result.action}`,
      startedAt: from ?? entry.at,
      endedAt: entry.at,
      verdict: entry.result.verdict,
    });
    from = entry.at;
  }
  return phases;
}
