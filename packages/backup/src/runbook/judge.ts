import { type Check, formatDuration, sinceDay } from '@lockstep/base';
import type { Recovery } from '../policy/recovery.ts';
import { ageWords } from '../status/age-words.ts';
import type { DrillRecord } from '../status/drill-record.ts';
import { type RunbookMark, runbookMark } from './document.ts';
import { peopleIn, type Runbook, runbookDigest } from './settings.ts';

/** What the runbook says, and what is. */
export interface RunbookReality {
  readonly runbook: Runbook;
  readonly recovery: Recovery;
  /** Its document; undefined where there is none. */
  readonly document: string | undefined;
  /** Where backups really are, and how often they are expected. */
  readonly place: string;
  readonly everyMs: number;
  /** Newest first. */
  readonly drills: readonly DrillRecord[];
  readonly nowMs: number;
}

/** Two people, so that one may be on vacation. */
const FEWEST = 2;
/** A restore that takes half as long again as the document says, and a minute more: machines differ. */
const SLOWER = { times: 1.5, ms: 60_000 };
const REWRITE = 'run `lockstep backup runbook` and commit what it writes';

type Finding = Pick<Check, 'verdict' | 'reason' | 'measured' | 'remedy'>;

/** Where the runbook is not true any more. */
export function judgeRunbook(reality: RunbookReality): readonly Check[] {
  const { document, drills, recovery, runbook } = reality;
  const mark = document === undefined ? undefined : runbookMark(document);
  const passed = drills.find(({ verdict }) => verdict === 'pass');
  const check = (id: string, title: string, expected: string, finding: Finding): Check => ({
    ...{ id: `runbook-${id}`, title, what: runbook.document, expected },
    ...finding,
  });
  const promised = recovery.maxDataAgeMs !== undefined || recovery.maxRestoreMs !== undefined;
  return [
    check('document', 'The runbook is written from its settings', 'the settings of today', documentOf(reality, mark)),
    check('people', 'More than one person may restore', `at least ${FEWEST} people`, peopleOf(runbook)),
    check(
      'review',
      'The runbook was reviewed',
      `one of the last ${ageWords(runbook.reviewEveryMs)}`,
      reviewOf(reality),
    ),
    check('store', 'The runbook names the store that is used', reality.place, storeOf(reality)),
    check('schedule', 'Backups are made as the runbook says', formatDuration(runbook.everyMs), scheduleOf(reality)),
    check('times', 'The times of the runbook are those of the last drill', 'what was measured', timesOf(mark, passed)),
    ...(promised
      ? [check('promise', 'The last drill was as good as promised', promiseOf(recovery), keptOf(recovery, passed))]
      : []),
  ];
}

function good(reason: string, measured: string): Finding {
  return { verdict: 'pass', reason, measured, remedy: '' };
}

function bad(reason: string, measured: string, remedy: string): Finding {
  return { verdict: 'fail', reason, measured, remedy };
}

function documentOf({ document, recovery, runbook }: RunbookReality, mark: RunbookMark | undefined): Finding {
  if (document === undefined) return bad('runbook-missing', 'there is no such file', REWRITE);
  if (mark === undefined) return bad('runbook-not-generated', 'its last line is not that of the generator', REWRITE);
  if (mark.settings === runbookDigest(runbook, recovery)) return good('runbook-current', 'written from these settings');
  return bad('runbook-outdated', 'the settings have changed since it was written', REWRITE);
}

function peopleOf({ restorers }: Runbook): Finding {
  const people = peopleIn(restorers);
  if (people >= FEWEST) return good('enough-people', `${people} people`);
  return bad('too-few-people', `${people}`, 'name another person in `restorers` who has the key and has tried it');
}

function reviewOf({ nowMs, runbook }: RunbookReality): Finding {
  const ageMs = sinceDay(Date.parse(runbook.reviewed), nowMs);
  if (ageMs === undefined) return bad('review-in-future', runbook.reviewed, 'write the day of the last review');
  if (ageMs <= runbook.reviewEveryMs) return good('reviewed', runbook.reviewed);
  return bad('review-overdue', `${runbook.reviewed}, ${ageWords(ageMs)} ago`, 'read it, correct it, set `reviewed`');
}

function storeOf({ place, runbook }: RunbookReality): Finding {
  const bare = (text: string) => text.replace(/\/+$/, '');
  if (bare(place) === bare(runbook.store)) return good('same-store', runbook.store);
  return bad('other-store', runbook.store, 'correct `store`: in an emergency people would look in the wrong place');
}

function scheduleOf({ everyMs, runbook }: RunbookReality): Finding {
  if (everyMs === runbook.everyMs) return good('same-schedule', formatDuration(everyMs));
  return bad(
    'other-schedule',
    `expected every ${formatDuration(everyMs)}`,
    'correct `every` of the runbook or the check',
  );
}

function timesOf(mark: RunbookMark | undefined, passed: DrillRecord | undefined): Finding {
  if (passed === undefined || passed.restoreMs === null) return notMeasured();
  const took = `restored in ${formatDuration(passed.restoreMs)} on ${passed.at.slice(0, 10)}`;
  const said = mark?.drill?.restoreMs ?? undefined;
  if (said === undefined) return bad('no-times', `${took}; the runbook has no time`, REWRITE);
  const words = `${took}; the runbook says ${formatDuration(said)}`;
  const isSlower = passed.restoreMs > said * SLOWER.times && passed.restoreMs - said > SLOWER.ms;
  return isSlower ? bad('slower-than-written', words, REWRITE) : good('times-hold', words);
}

function promiseOf({ maxDataAgeMs, maxRestoreMs }: Recovery): string {
  const parts = [
    ...(maxRestoreMs === undefined ? [] : [`restored in ${formatDuration(maxRestoreMs)}`]),
    ...(maxDataAgeMs === undefined ? [] : [`data of the last ${formatDuration(maxDataAgeMs)}`]),
  ];
  return parts.join(', ');
}

function keptOf({ maxDataAgeMs, maxRestoreMs }: Recovery, passed: DrillRecord | undefined): Finding {
  if (passed === undefined) return notMeasured();
  const { dataAgeMs, restoreMs } = passed;
  const isUnknown =
    (maxDataAgeMs !== undefined && dataAgeMs === null) || (maxRestoreMs !== undefined && restoreMs === null);
  if (isUnknown) return notMeasured();
  const measured = promiseOf({ maxDataAgeMs: dataAgeMs ?? undefined, maxRestoreMs: restoreMs ?? undefined });
  const isKept = (dataAgeMs ?? 0) <= (maxDataAgeMs ?? Infinity) && (restoreMs ?? 0) <= (maxRestoreMs ?? Infinity);
  if (isKept) return good('promise-kept', measured);
  return bad('promise-not-kept', measured, 'back up more often, restore more tables at a time, or promise less');
}

function notMeasured(): Finding {
  return { verdict: 'unknown', reason: 'not-measured', measured: 'no drill that passed', remedy: 'run drill' };
}
