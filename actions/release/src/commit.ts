import { readBlocker } from '@lockstep/action-kit/blocker';
import { ledgerClient } from '@lockstep/action-kit/github';
import { readLive } from '@lockstep/action-kit/live';
import type { Journal, Outcome, Shell } from '@lockstep/action-shell';
import { describe, formatDuration, withDeadline } from '@lockstep/base';
import { describeIgnored, type Ledger, planCommit, rollbacksToEnd, type SwapRecord, showKey } from '@lockstep/github';
import { inLedger, noteInLedger, saveCommitted } from './begun.ts';
import type { Inputs } from './inputs.ts';
import { liveDeployment, planOwnCommit } from './plan-commit.ts';
import type { Reason } from './reasons.ts';
import { recordApplied } from './record-applied.ts';

/** The release of this job if it began one, else the one that waits for a person. */
export function commit(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  return shell.journal === undefined ? commitHeld(values, shell) : commitOwn(values, shell, shell.journal);
}

/**
 * The journal first: from then on no undo step of the job does anything. The ledger comes after that, and late is a
 * warning: no failure of GitHub or of another service rolls back a good release.
 */
async function commitOwn(values: Inputs, shell: Shell, journal: Journal): Promise<Outcome<Reason>> {
  const state = journal.read();
  const key = { environment: values.environment, service: values.service };
  const decision = planOwnCommit(state, key);
  if (decision.kind === 'refuse') return { verdict: 'fail', reason: decision.reason, message: decision.message };
  const name = `release ${state.release.id} of ${showKey(key)}`;
  const outputs = { 'release-id': state.release.id };
  if (values['dry-run'])
    return { verdict: 'pass', reason: 'dry-run', message: `would commit ${name}; nothing was written`, outputs };
  if (decision.kind === 'commit') journal.committed();
  const known = inLedger(state);
  const keep = (recorded: boolean) => {
    if (known === undefined) return;
    const { record, author, deployment } = known;
    saveCommitted(shell, { at: { record, author }, live: liveDeployment(state) ?? deployment, recorded });
  };
  keep(false);
  const late = await recordReleased(values, shell, journal, values['ledger-timeout']);
  if (late === undefined) keep(true);
  if (late === undefined) return { verdict: 'pass', reason: 'committed', message: `${name} is committed`, outputs };
  shell.log.warning(`${late}; the release is committed, and the ledger is completed later`);
  return { verdict: 'pass', reason: 'committed-ledger-late', message: `${name} is committed; ${late}`, outputs };
}

/** Writes the commit to the ledger. Gives why it could not; undefined where it could. */
export async function recordReleased(
  values: Inputs,
  shell: Shell,
  journal: Journal,
  within: number,
): Promise<string | undefined> {
  const state = journal.read();
  const known = inLedger(state);
  if (known === undefined) return 'the journal does not name the record of the release in the ledger';
  if (known.state === 'released') return undefined;
  const live = liveDeployment(state) ?? known.deployment;
  try {
    await withDeadline(
      'writing the ledger',
      within,
      (signal) => ledgerClient(values, shell, signal).markReleased(known, live),
      shell,
    );
    noteInLedger(journal, { ...known, state: 'released' });
  } catch (error) {
    return `the ledger could not be written within ${formatDuration(within)}: ${describe(error)}`;
  }
  await recordApplied(values, shell, { state, author: known.author, within });
  return undefined;
}

/** A person ends a held or dead release: only where its candidate is what users get. */
async function commitHeld(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const key = { environment: values.environment, service: values.service };
  const ledger = ledgerClient(values, shell);
  const view = await ledger.read(key);
  const live = await readLive(values, shell);
  const blocker = await readBlocker(ledger, view);
  const rollback = await stillRunning(ledger, rollbacksToEnd(view));
  const plan = planCommit(view, { live, author: blocker?.run, rollback });
  for (const warning of describeIgnored(view)) shell.log.warning(warning);
  if (plan.kind === 'refuse') return { verdict: 'fail', reason: plan.reason, message: plan.message };
  const { release } = plan;
  const outputs = { 'release-id': release.id, 'previous-release-id': release.before.release ?? '' };
  const what = `release ${release.id} of ${showKey(key)}, which was ${release.state}`;
  if (values['dry-run']) return { verdict: 'pass', reason: 'dry-run', message: `would commit ${what}`, outputs };
  // Before the release, which the next commit finds where this one is cut off in between.
  for (const each of plan.rollbacks)
    await ledger.close(each, 'put-back', `the release is kept: committed by ${shell.env.actor}`);
  await ledger.markReleased(release, release.deployment, `committed by ${shell.env.actor}`);
  return { verdict: 'pass', reason: 'committed', message: `${what}, is committed by ${shell.env.actor}`, outputs };
}

/** The one whose run is still at work: what it moves is not seen yet. */
async function stillRunning(ledger: Ledger, swaps: readonly SwapRecord[]): Promise<SwapRecord | undefined> {
  for (const swap of swaps) if (swap.state === 'open' && (await ledger.runState(swap)).kind === 'running') return swap;
  return undefined;
}
