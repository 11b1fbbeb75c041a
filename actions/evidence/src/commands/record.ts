import { entryOf } from '@lockstep/action-kit/evidence/entry';
import { headFacts, namesOf, recordEntries } from '@lockstep/action-kit/evidence/record';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { anchorLine, type TrailEntry } from '@lockstep/evidence';
import { inServerTime } from '../in-server-time.ts';
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

async function run(values: Inputs, given: Shell): Promise<Outcome<Reason>> {
  const shell = await inServerTime(values, given);
  const { clock, log, signal } = shell;
  const entries = values.event === '' ? await lately(values, shell) : [ownEntry(values, shell)];
  if (values['dry-run']) {
    for (const entry of entries) log.info(JSON.stringify(entry));
    return {
      verdict: 'pass',
      reason: 'dry-run',
      message: `would record ${namesOf(entries)}, where they are not there yet`,
    };
  }
  const recorded = await recordEntries(await trailOf(values, shell), entries, { clock, signal });
  const { appended, end, head, message } = recorded;
  const passes = end.verdict === 'unknown' ? values['on-unknown'] === 'warn' || values['report-only'] : undefined;
  const ended = { ...end, message, passes: passes ?? (end.verdict === 'pass' || values['report-only']) };
  if (head === undefined || appended === undefined) return ended;
  log.info(anchorLine(head));
  const number = appended.at(-1)?.number;
  return {
    ...ended,
    outputs: {
      ...{ added: appended.filter(({ isAgain }) => !isAgain).length, ...headFacts(head) },
      ...(number === undefined ? {} : { number }),
    },
  };
}

function ownEntry(values: Inputs, { clock, env }: Shell): TrailEntry {
  const run = env.runId === 0 ? null : { id: env.runId, attempt: env.runAttempt };
  return entryOf(values, { run, nowMs: clock.now(), workspace: env.workspace });
}

/** With what reads the ledger and archives, which a single event does without. */
async function lately(values: Inputs, shell: Shell): Promise<readonly TrailEntry[]> {
  const { happenedLately } = await import('../happened.ts');
  return await happenedLately(values, shell);
}
