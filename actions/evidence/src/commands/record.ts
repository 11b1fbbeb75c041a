import type { Outcome, Shell } from '@lockstep/action-shell';
import { InputError } from '@lockstep/base';
import {
  anchorLine,
  appendEntry,
  entryProblems,
  headOf,
  type KeptAnchor,
  keepAnchor,
  type TrailHead,
} from '@lockstep/evidence';
import { entryOf } from '../entry.ts';
import type { Inputs } from '../inputs.ts';
import type { Reason } from '../reasons.ts';
import { trailOf } from '../trail.ts';
import type { Command } from './command.ts';

/** Appends what happened, and keeps the head of the trail elsewhere. */
export const record: Command = { problems: problemsOf, run };

function problemsOf(values: Inputs): readonly string[] {
  return (['event', 'subject'] as const).flatMap((name) =>
    values[name] === '' ? [`input "${name}": required for record`] : [],
  );
}

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { clock, env, log, signal } = shell;
  const entry = entryOf(values, env, clock.now());
  const problems = entryProblems(entry);
  if (problems.length > 0) throw new InputError(problems.map((problem) => `the record: ${problem}`));
  if (values['dry-run']) {
    log.info(JSON.stringify(entry, null, 2));
    return { verdict: 'pass', reason: 'dry-run', message: `would record ${entry.id}` };
  }
  const { anchors, trail } = await trailOf(values, shell);
  const { isAgain, number, digest } = await appendEntry(trail, entry, { clock, signal });
  // The newest head, not the own record: a job that runs again may find that below others.
  const head = (await headOf(trail, { signal })) ?? { number, digest };
  log.info(anchorLine(head));
  const outputs = { number, records: head.number, digest: head.digest, anchor: anchorLine(head) };
  const kept = anchors === undefined ? undefined : await keepAnchor(anchors, head, { signal });
  const what = `${trail.name}: record ${number} is ${entry.id}${isAgain ? ', recorded before' : ''}`;
  const message = `${what}${anchors === undefined ? '' : anchorWords(anchors.name, head, kept)}`;
  if (kept !== undefined && kept.lockedUntilMs === undefined) {
    const passes = values['on-unknown'] === 'warn' || values['report-only'];
    return { verdict: 'unknown', reason: 'anchor-not-locked', message, passes, outputs };
  }
  return { verdict: 'pass', reason: isAgain ? 'already-recorded' : 'recorded', message, outputs };
}

function anchorWords(place: string, { number }: TrailHead, kept: KeptAnchor | undefined): string {
  const until = kept?.lockedUntilMs;
  const lock = until === undefined ? 'which shows no lock' : `locked until ${new Date(until).toISOString()}`;
  return `; the head, record ${number}, is kept in ${place}, ${lock}`;
}
