import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readBlocker } from '@lockstep/action-kit/blocker';
import { ledgerClient } from '@lockstep/action-kit/github';
import { readLive } from '@lockstep/action-kit/live';
import { refuseAge, refuseContent, refuseFrozen, refuseOrder } from '@lockstep/action-kit/refusals';
import { JOURNAL_VARIABLE, Journal, type Outcome, type Shell, takeSummaries } from '@lockstep/action-shell';
import { type Evidence, factTable, openEvidence, plainLine } from '@lockstep/base';
import {
  type Approval,
  type BeginPlan,
  type Build,
  beganBefore,
  type Ledger,
  type LedgerKey,
  type Live,
  newRecordId,
  planBegin,
  type ReleasePayload,
  type ReleaseRecord,
  showKey,
} from '@lockstep/github';
import { type ReleaseApproval, readApproval, useApproval } from './approval.ts';
import { noteInLedger, saveBegun } from './begun.ts';
import type { Inputs } from './inputs.ts';
import { overridesIn } from './overrides.ts';
import type { Reason } from './reasons.ts';

/** What a release is opened with. */
interface Opening {
  readonly key: LedgerKey;
  readonly commit: string;
  readonly evidence: Evidence | undefined;
  readonly live: Live;
  readonly plan: Extract<BeginPlan, { kind: 'begin' }>;
  readonly approved: ReleaseApproval;
}

export async function begin(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  if (shell.journal !== undefined) {
    const { id } = shell.journal.read().release;
    return fail('already-begun', `this job has begun release ${id} already, and a job can hold only one`);
  }
  const commit = values['commit-sha'] || shell.env.sha;
  const evidence = values.evidence === '' ? undefined : openEvidence(values.evidence);
  const wrong = evidence === undefined ? undefined : refuseContent(evidence, commit);
  if (wrong !== undefined) return fail(wrong.reason, wrong.message);

  const key = keyOf(values);
  const ledger = ledgerClient(values, shell);
  const view = await ledger.read(key);
  const live = await readLive(values, shell);
  const blocker = await readBlocker(ledger, view);
  const plan = planBegin(view, { candidate: evidence?.deployment ?? null, live, author: blocker?.run });
  // A re-run of a finished release begins nothing, so neither a freeze nor old evidence matters.
  if (plan.kind === 'already-released') return reuse(ledger, plan, values, shell);
  const age = { nowMs: shell.clock.now(), maxAgeMs: values['max-evidence-age'] };
  const stale = evidence === undefined ? undefined : refuseAge(evidence, age);
  const [early] = [...(stale === undefined ? [] : [stale]), ...refuseFrozen(values, shell.clock.now())];
  if (early !== undefined) return fail(early.reason, early.message);
  if (plan.kind === 'refuse') return fail(plan.reason, plan.message);
  const late =
    (await refuseOrder(values, shell, live, commit)) ?? (await readApproval(values, shell, { commit, evidence }));
  if ('reason' in late) return fail(late.reason, late.message);
  for (const warning of plan.warnings) shell.log.warning(warning);
  if (values['dry-run'])
    return pass('dry-run', `would begin a release of ${showKey(key)}; if it failed, it ${rollsBackTo(plan)}`, live, {
      begun: false,
    });
  return open(ledger, { key, commit, evidence, live, plan, approved: late }, values, shell);
}

/**
 * The release that brought the candidate is finished, and users have it: a second one would roll back to itself. The job
 * gets the journal of a committed release, so that steps without a condition on `begun` undo nothing, apply no contract
 * migration, and report no new release.
 */
async function reuse(
  ledger: Ledger,
  { release, complete }: Extract<BeginPlan, { kind: 'already-released' }>,
  values: Inputs,
  shell: Shell,
): Promise<Outcome<Reason>> {
  const what = `${release.deployment} is live already, by release ${release.id} of ${showKey(keyOf(values))} (${release.author.url})`;
  const outputs = {
    ...{ begun: false, 'release-id': release.id, 'previous-release-id': release.before.release ?? '' },
    ...{ 'previous-deployment-id': release.deployment ?? '', 'approved-by': release.approval?.by ?? '' },
  };
  if (values['dry-run'])
    return { verdict: 'pass', reason: 'dry-run', message: `would begin nothing: ${what}`, outputs };
  if (complete) await ledger.markReleased(release, release.deployment);
  const path = join(shell.env.tempDir, 'lockstep', `release-${release.id}.jsonl`);
  const journal = openJournal(path, release, release.before.commit ?? undefined, { values, shell });
  noteInLedger(journal, {
    record: release.record,
    author: release.author,
    state: 'released',
    deployment: release.deployment,
  });
  journal.committed();
  // No page of a release is to come: whatever still runs shows its own.
  takeSummaries(path);
  shell.exportVariable(JOURNAL_VARIABLE, path);
  shell.summary.add(
    `### ✅ Users have ${release.deployment} already\n\nRelease ${release.id} brought it ([its run](${release.author.url})). Nothing was begun, and nothing is changed.`,
  );
  return { verdict: 'pass', reason: 'already-released', message: `${what}: nothing was begun`, outputs };
}

/** In the ledger first, then in the journal, which makes the steps after it part of the release. */
async function open(ledger: Ledger, opening: Opening, values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { key, live, plan } = opening;
  if (plan.complete !== undefined) await ledger.markReleased(plan.complete, plan.complete.deployment);
  const previous = plan.adopt === undefined ? plan.previous : await adopt(ledger, plan.adopt, values, shell);

  const candidate = { deployment: opening.evidence?.deployment ?? null, commit: opening.commit };
  const before = { ...(typeof live === 'object' ? live : nothing), release: previous?.id ?? null };
  const { evidence, approved } = opening;
  const payload: ReleasePayload = {
    ...payloadOf(candidate, values, shell),
    before,
    ...(evidence === undefined ? {} : { evidence }),
    ...(approved.approval === undefined ? {} : { approval: approved.approval }),
    ...(values.overrides.length === 0 ? {} : { overrides: overridesIn(values.overrides) }),
  };
  const path = join(shell.env.tempDir, 'lockstep', `release-${payload.id}.jsonl`);
  saveBegun(shell, { id: payload.id, key, journal: path });
  const release = await ledger.begin(key.environment, opening.commit, payload);
  const earlier = beganBefore(await ledger.read(key), release);
  if (earlier !== undefined) {
    const what = earlier.kind === 'lockstep-release/1' ? `release ${earlier.id}` : 'a rollback';
    await ledger.setState(release, 'rolled-back', `nothing was begun: ${what} was first`);
    saveBegun(shell, null);
    const message = `${what} of ${showKey(key)} began at the same moment: wait for ${earlier.author.url}`;
    return fail('release-in-progress', message);
  }

  await useApproval(values, shell, approved, release.id);

  const journal = openJournal(path, release, before.commit ?? previous?.candidate.commit ?? undefined, {
    values,
    shell,
  });
  const known = before.deployment === null ? {} : { before: before.deployment };
  saveBegun(shell, { id: release.id, key, journal: path, opened: true, ...known });
  noteInLedger(journal, {
    record: release.record,
    author: release.author,
    state: 'begun',
    deployment: candidate.deployment,
  });
  shell.exportVariable(JOURNAL_VARIABLE, path);
  const title = `Release ${release.id} of ${showKey(key)} has begun; how it ended is below`;
  shell.summary.add(
    `<details><summary>${title}</summary>\n\n${factsOf(release)}\n\nIf it fails, it ${rollsBackTo(plan)}.\n\n</details>`,
  );
  const ids = {
    begun: true,
    'release-id': release.id,
    'previous-release-id': previous?.id ?? '',
    'approved-by': approved.approval?.by ?? '',
  };
  return pass(
    'begun',
    `release ${release.id} of ${showKey(key)} has begun; if it fails, it ${rollsBackTo(plan)}`,
    live,
    ids,
  );
}

/** Records what was found live, so that there is something to roll back to. */
function adopt(ledger: Ledger, found: Build, values: Inputs, shell: Shell): Promise<ReleaseRecord> {
  const payload = { ...payloadOf(found, values, shell), before: { ...nothing, release: null }, adopted: true };
  // What is live may come from a commit that this repository does not have: the record belongs to the commit of this run.
  return ledger.begin(values.environment, shell.env.sha, payload);
}

const nothing: Build = { deployment: null, commit: null };

function payloadOf(candidate: Build, values: Inputs, shell: Shell): Omit<ReleasePayload, 'before'> {
  const { runId, runAttempt, runUrl, actor } = shell.env;
  return {
    kind: 'lockstep-release/1',
    id: newRecordId(shell.clock.now()),
    service: values.service,
    author: { runId, runAttempt, url: runUrl },
    actor,
    candidate,
    databaseVersion: values['database-version'] || null,
    adopted: false,
  };
}

function keyOf({ environment, service }: Inputs): LedgerKey {
  return { environment, service };
}

function openJournal(
  path: string,
  release: ReleaseRecord,
  commitBefore: string | undefined,
  { values, shell }: { readonly values: Inputs; readonly shell: Shell },
): Journal {
  mkdirSync(dirname(path), { recursive: true });
  const journal = new Journal(path, { action: 'release', instance: shell.instance, clock: shell.clock });
  const commit = release.candidate.commit ?? '';
  const known = commitBefore === undefined ? {} : { commitBefore };
  journal.open({ id: release.id, ...keyOf(values), commit, ...known, undoDeadlineMs: values['undo-deadline'] });
  return journal;
}

function rollsBackTo({ previous, adopt: found }: Opening['plan']): string {
  if (found !== undefined) return `rolls back to ${found.deployment}, which was found live`;
  if (previous === undefined) return 'has nothing to roll back to';
  return `rolls back to release ${previous.id} (${previous.deployment ?? 'deployment not recorded'})`;
}

function factsOf(release: ReleaseRecord): string {
  const rows: [string, string][] = [
    ['Commit', release.candidate.commit ?? 'unknown'],
    ['Deployment', release.candidate.deployment ?? 'not built yet'],
    ['Live before', release.before.deployment ?? 'unknown'],
    ['Database before', release.databaseVersion ?? 'unknown'],
    ...(release.approval === undefined ? [] : [['Approved by', showApproval(release.approval)] as [string, string]]),
    ...(release.overrides ?? []).map(({ gate, reason }): [string, string] => [
      `${gate} overridden by ${release.actor}`,
      plainLine(reason.replaceAll('`', "'").replaceAll('|', '/'), 200),
    ]),
  ];
  return factTable(rows);
}

function showApproval({ by, request, requestedBy }: Approval): string {
  return request === undefined ? by : `${by}, requested by ${requestedBy} (${request})`;
}

function pass(
  reason: Reason,
  message: string,
  live: Live,
  ids: Readonly<Record<string, string | boolean>>,
): Outcome<Reason> {
  const deployment = typeof live === 'object' ? (live.deployment ?? '') : '';
  return { verdict: 'pass', reason, message, outputs: { ...ids, 'previous-deployment-id': deployment } };
}

function fail(reason: Reason, message: string): Outcome<Reason> {
  return { verdict: 'fail', reason, message };
}
