import type { Outcome, Shell } from '@lockstep/action-shell';
import { count, InputError, nameSome } from '@lockstep/base';
import {
  type Appended,
  anchorAgainst,
  anchorLine,
  appendEntries,
  entryProblems,
  headOf,
  type KeptAnchor,
  keepAnchor,
  type TrailEntry,
  type TrailHead,
} from '@lockstep/evidence';
import { entryOf, problemsOfEntry } from '../entry.ts';
import type { Inputs } from '../inputs.ts';
import type { Reason } from '../reasons.ts';
import { trailOf } from '../trail.ts';
import type { Command } from './command.ts';

/** Appends what happened, and keeps the head of the trail elsewhere. */
export const record: Command = { problems: problemsOf, run };

const OF_ONE_EVENT = ['subject', 'event-code', 'event-id', 'actor-id', 'happened-at'] as const;

function problemsOf(values: Inputs): readonly string[] {
  if (values.event !== '') return values.subject === '' ? ['input "subject": required with event'] : [];
  const given = [...OF_ONE_EVENT.filter((name) => values[name] !== ''), ...(values.files.length > 0 ? ['files'] : [])];
  return given.map(
    (name) => `input "${name}": needs event; without one, what the ledger and the audits say is recorded`,
  );
}

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { clock, env, log, signal } = shell;
  const entries = values.event === '' ? await lately(values, shell) : [entryOf(values, env, clock.now())];
  const problems = entries.flatMap((entry) =>
    values.event === ''
      ? entryProblems(entry).map((problem) => `the record: ${problem}`)
      : problemsOfEntry(entry, values),
  );
  const toCome = values['happened-at'] !== '' && Date.parse(values['happened-at']) > clock.now();
  if (problems.length === 0 && toCome) problems.push(`input "happened-at": ${values['happened-at']} is still to come`);
  if (problems.length > 0) throw new InputError(problems);
  if (values['dry-run']) {
    for (const entry of entries) log.info(JSON.stringify(entry));
    return {
      verdict: 'pass',
      reason: 'dry-run',
      message: `would record ${namesOf(entries)}, where they are not there yet`,
    };
  }
  const { anchors, trail } = await trailOf(values, shell);
  const against = anchors === undefined ? undefined : await anchorAgainst(trail, anchors, { signal });
  if (against !== undefined)
    return {
      verdict: 'fail',
      reason: 'anchors-differ',
      message: `${trail.name}: ${against.source} knows another record ${against.number}; nothing was appended. Run verify`,
      passes: values['report-only'],
    };
  const appended = await appendEntries(trail, entries, { clock, signal });
  // The newest head, not the own record: a job that runs again may find that below others.
  const head = await headOf(trail, { signal });
  const passes = values['on-unknown'] === 'warn' || values['report-only'];
  if (head === undefined)
    return {
      ...{ verdict: 'unknown', reason: 'nothing-happened', passes },
      message: `${trail.name}: nothing to record, and no record yet`,
    };
  log.info(anchorLine(head));
  const kept = anchors === undefined ? undefined : await keepAnchor(anchors, head, { signal });
  const fresh = appended.filter(({ isAgain }) => !isAgain);
  const message = `${trail.name}: ${wordsOf(entries, appended)}${anchors === undefined ? '' : anchorWords(anchors.name, head, kept)}`;
  const number = appended.at(-1)?.number;
  const outputs = {
    ...{ added: fresh.length, records: head.number, digest: head.digest, anchor: anchorLine(head) },
    ...(number === undefined ? {} : { number }),
  };
  if (kept !== undefined && kept.lockedUntilMs === undefined)
    return { verdict: 'unknown', reason: 'anchor-not-locked', message, passes, outputs };
  const other = entries.filter((_, nth) => appended[nth]?.differs === true);
  if (other.length > 0)
    return {
      ...{ verdict: 'unknown', reason: 'recorded-otherwise', passes, outputs },
      message: `${message}; the trail says something else of ${nameSome(
        other.map(({ id }) => id),
        5,
      )}`,
    };
  // Seen is not the same as nothing there: a wrong service or environment looks alike.
  if (entries.length === 0) return { verdict: 'unknown', reason: 'nothing-happened', message, passes, outputs };
  return { verdict: 'pass', reason: fresh.length === 0 ? 'already-recorded' : 'recorded', message, outputs };
}

/** With what reads the ledger and archives, which a single event does without. */
async function lately(values: Inputs, shell: Shell): Promise<readonly TrailEntry[]> {
  const { happenedLately } = await import('../happened.ts');
  return happenedLately(values, shell);
}

function wordsOf(entries: readonly TrailEntry[], appended: readonly Appended[]): string {
  if (entries.length === 0) return 'nothing to record';
  const again = appended.filter(({ isAgain }) => isAgain).length;
  const added = entries.filter((_, nth) => appended[nth]?.isAgain === false);
  return `${namesOf(added)} added${again === 0 ? '' : `, ${count(again, 'record')} there already`}`;
}

function namesOf(entries: readonly TrailEntry[]): string {
  return entries.length === 1 ? (entries[0]?.id ?? '') : count(entries.length, 'record');
}

function anchorWords(place: string, { number }: TrailHead, kept: KeptAnchor | undefined): string {
  const until = kept?.lockedUntilMs;
  const lock = until === undefined ? 'which shows no lock' : `locked until ${new Date(until).toISOString()}`;
  return `; the head, record ${number}, is kept in ${place}, ${lock}`;
}
