import type { JournalEntry, JournalState } from '@lockstep/action-shell';
import type { Phase } from '@lockstep/notify';
import { stagesIn } from './stages.ts';

/**
 * The phases of a release that has ended, as its journal has them: changes, stages, the time that users had it, undo steps.
 */
export function timelineOf({ entries }: JournalState, endedAt: string): readonly Phase[] {
  return [
    ...tasks(entries, endedAt),
    ...stages(entries, endedAt),
    ...serving(entries, endedAt),
    ...undos(entries),
  ].sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
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

/** A stage lasts until the next one begins, or the step ends; one that nothing came after is not known to be good. */
function stages(entries: readonly JournalEntry[], endedAt: string): readonly Phase[] {
  const stopped = entries.find((entry) => entry.kind === 'held' || entry.kind === 'undo-started');
  const begun = stagesIn(entries);
  return begun.map(({ at, instance, number, of, percentage }, i) => {
    const finished = entries.find((entry) => entry.kind === 'finished' && entry.instance === instance);
    const next = begun[i + 1]?.at ?? finished?.at;
    const name = `stage ${number} of ${of} (${percentage} %)`;
    if (next !== undefined) return { name, startedAt: at, endedAt: next, verdict: 'pass' };
    return {
      ...{ name, startedAt: at, endedAt: stopped?.at ?? endedAt },
      verdict: stopped?.kind === 'undo-started' ? 'fail' : 'unknown',
    };
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
