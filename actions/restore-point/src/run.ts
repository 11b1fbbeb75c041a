import { randomUUID } from 'node:crypto';
import { githubClient } from '@lockstep/action-kit/github';
import {
  databaseOwner,
  makeRestorePoint,
  type RestorePoint,
  restorePointName,
} from '@lockstep/action-kit/restore-point';
import { supabaseClient } from '@lockstep/action-kit/supabase';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { describe, RemoteError } from '@lockstep/base';
import { newRecordId, recordRestorePoint } from '@lockstep/github';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { outcomeOf, refuseOwner, utc } from './outcome.ts';
import type { Reason } from './reasons.ts';

export const action = defineAction({ name: 'restore-point', inputs, check: problemsOf, run });

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const outcome = await make(values, shell);
  // Nothing is proven, and the caller wants to go on all the same: a warning, never a pass.
  const isAllowed = outcome.verdict === 'unknown' && values['on-unknown'] === 'warn';
  return isAllowed ? { ...outcome, passes: true } : outcome;
}

async function make(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const api = supabaseClient(values, shell);
  const ref = values['supabase-project'];
  const refusal = refuseOwner(await databaseOwner(api, ref, values['database-url']), ref);
  if (refusal !== undefined) return refusal;
  const name = restorePointName(shell.clock.now(), randomUUID());
  if (values['dry-run']) {
    return { verdict: 'pass', reason: 'dry-run', message: `would make a restore point of the project ${ref}` };
  }
  const made = await makeRestorePoint(api, { ref, name, readyWithinMs: values['ready-within'] });
  const outcome = outcomeOf(made, { name, ref });
  if (made.kind !== 'available') return outcome;
  const isRecorded = await record(values, shell, made.point);
  shell.summary.add(summaryOf(ref, made.point));
  const message = isRecorded ? outcome.message : `${outcome.message}; it is not in the ledger, so note its name`;
  const { completedMs } = made.point;
  const at = completedMs === undefined ? '' : utc(completedMs);
  return { ...outcome, message, outputs: { 'restore-point': name, 'made-at': at, recorded: isRecorded } };
}

/** A ledger that cannot be written is a warning: the restore point exists, and its name is in the log and the outputs. */
async function record(values: Inputs, shell: Shell, { completedMs, name }: RestorePoint): Promise<boolean> {
  const { actor, runAttempt, runId, runUrl, sha } = shell.env;
  try {
    await recordRestorePoint(githubClient(values, shell), values['ledger-creator'], values.environment, {
      kind: 'lockstep-restore-point/1',
      id: newRecordId(shell.clock.now()),
      service: values.service,
      author: { runId, runAttempt, url: runUrl },
      actor,
      release: values['release-id'] || null,
      commit: values['commit-sha'] || sha,
      project: values['supabase-project'],
      name,
      completed: completedMs === undefined ? null : utc(completedMs),
    });
    return true;
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    shell.log.warning(`the restore point ${name} could not be recorded in the ledger: ${describe(error)}`);
    return false;
  }
}

function summaryOf(ref: string, { completedMs, name }: RestorePoint): string {
  const at = completedMs === undefined ? '' : `, available since ${utc(completedMs)}`;
  return (
    `### Restore point\n\n\`${name}\` of the Supabase project \`${ref}\`${at}. ` +
    'Restoring to it sets the whole database back: everything that was written after it is lost, and the project is not available meanwhile.'
  );
}
