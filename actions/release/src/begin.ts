import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readBlocker } from '@lockstep/action-kit/blocker';
import { ledgerClient } from '@lockstep/action-kit/github';
import { readLive } from '@lockstep/action-kit/live';
import { type Refusal, refuseAge, refuseContent, refuseFrozen, refuseOrder } from '@lockstep/action-kit/refusals';
import { JOURNAL_VARIABLE, Journal, type Outcome, type Shell } from '@lockstep/action-shell';
import { type Evidence, factTable, openEvidence } from '@lockstep/base';
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
import { type Admission, admit, useAdmission } from './approval.ts';
import { noteInLedger, saveBegun } from './begun.ts';
import type { Inputs } from './inputs.ts';

/** What a release is opened with. */
interface Opening {
  readonly key: LedgerKey;
  readonly commit: string;
  readonly evidence: Evidence | undefined;
  readonly live: Live;
  readonly plan: Extract<BeginPlan, { kind: 'begin' }>;
  readonly admission: Admission;
}

export async function begin(values: Inputs, shell: Shell): Promise<Outcome> {
  if (shell.journal !== undefined) {
    const { id } = shell.journal.read().release;
    return no('already-begun', `release ${id} was begun in this job already: one job, one release`);
  }
  const commit = values['commit-sha'] || shell.env.sha;
  const evidence = values.evidence === '' ? undefined : openEvidence(values.evidence);
  const forged = evidence === undefined ? undefined : refuseContent(evidence, commit);
  if (forged !== undefined) return refuse(forged);

  const key = keyOf(values);
  const ledger = ledgerClient(values, shell);
  const view = await ledger.read(key);
  const live = await readLive(values, shell);
  const blocker = await readBlocker(ledger, view);
  const plan = planBegin(view, { candidate: evidence?.deployment ?? null, live, author: blocker?.run });
  // A re-run of what is over begins nothing, so nothing speaks against it: neither a freeze nor old evidence.
  if (plan.kind === 'already-released') return released(ledger, plan, values, shell);
  const age = { nowMs: shell.clock.now(), maxAgeMs: values['max-evidence-age'] };
  const stale = evidence === undefined ? undefined : refuseAge(evidence, age);
  const [early] = [...(stale === undefined ? [] : [stale]), ...refuseFrozen(values, shell.clock.now())];
  if (early !== undefined) return refuse(early);
  if (plan.kind === 'refuse') return no(plan.reason, plan.message);
  const late = (await refuseOrder(values, shell, live, commit)) ?? (await admit(values, shell, { commit, evidence }));
  if ('reason' in late) return refuse(late);
  for (const warning of plan.warnings) shell.log.warning(warning);
  if (values['dry-run'])
    return yes('dry-run', `would begin a release of ${showKey(key)}; ${backTo(plan)}`, live, { begun: false });
  return open(ledger, { key, commit, evidence, live, plan, admission: late }, values, shell);
}

/**
 * The release that brought the candidate is over, and users have it: a second one would go back to itself. The job gets
 * the journal of a release that is committed, so that steps which do not look at `begun` undo nothing, apply no contract
 * migration, and tell of no new release.
 */
async function released(
  ledger: Ledger,
  { release, complete }: Extract<BeginPlan, { kind: 'already-released' }>,
  values: Inputs,
  shell: Shell,
): Promise<Outcome> {
  const what = `${release.deployment} is what users have, by release ${release.id} of ${showKey(keyOf(values))} (${release.author.url})`;
  const outputs = {
    ...{ begun: false, 'release-id': release.id, 'previous-release-id': release.before.release ?? '' },
    ...{ 'previous-deployment-id': release.deployment ?? '', 'approved-by': release.approval?.by ?? '' },
  };
  if (values['dry-run'])
    return { verdict: 'pass', reason: 'dry-run', message: `would begin nothing: ${what}`, outputs };
  if (complete) await ledger.markReleased(release, release.deployment);
  const path = join(shell.env.tempDir, 'lockstep', `release-${release.id}.jsonl`);
  const journal = openJournal(path, release, values, shell);
  noteInLedger(journal, {
    record: release.record,
    author: release.author,
    state: 'released',
    deployment: release.deployment,
  });
  journal.committed();
  shell.exportVariable(JOURNAL_VARIABLE, path);
  shell.summary.add(`### Nothing to release\n\n${what}: nothing was begun, and nothing is changed.`);
  return { verdict: 'pass', reason: 'already-released', message: `${what}: nothing was begun`, outputs };
}

/** In the ledger first, then in the journal, which makes the steps after it part of the release. */
async function open(ledger: Ledger, opening: Opening, values: Inputs, shell: Shell): Promise<Outcome> {
  const { key, live, plan } = opening;
  if (plan.complete !== undefined) await ledger.markReleased(plan.complete, plan.complete.deployment);
  const previous = plan.adopt === undefined ? plan.previous : await adopt(ledger, plan.adopt, values, shell);

  const candidate = { deployment: opening.evidence?.deployment ?? null, commit: opening.commit };
  const before = { ...(typeof live === 'object' ? live : nothing), release: previous?.id ?? null };
  const { evidence, admission } = opening;
  const payload: ReleasePayload = {
    ...payloadOf(candidate, values, shell),
    before,
    ...(evidence === undefined ? {} : { evidence }),
    ...(admission.approval === undefined ? {} : { approval: admission.approval }),
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
    return no('release-in-progress', message);
  }

  await useAdmission(values, shell, admission, release.id);

  const journal = openJournal(path, release, values, shell);
  saveBegun(shell, { id: release.id, key, journal: path, opened: true });
  noteInLedger(journal, {
    record: release.record,
    author: release.author,
    state: 'begun',
    deployment: candidate.deployment,
  });
  shell.exportVariable(JOURNAL_VARIABLE, path);
  shell.summary.add(`### Release ${release.id} of ${showKey(key)}\n\n${summaryOf(release)}\n\nIt ${backTo(plan)}.`);
  const ids = {
    begun: true,
    'release-id': release.id,
    'previous-release-id': previous?.id ?? '',
    'approved-by': admission.approval?.by ?? '',
  };
  return yes('begun', `release ${release.id} of ${showKey(key)}; it ${backTo(plan)}`, live, ids);
}

/** Writes down what was found live, so that there is something to go back to. */
function adopt(ledger: Ledger, found: Build, values: Inputs, shell: Shell): Promise<ReleaseRecord> {
  const payload = { ...payloadOf(found, values, shell), before: { ...nothing, release: null }, adopted: true };
  // What is live may come from a commit that this repository does not have: the record hangs on this run's.
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

function openJournal(path: string, release: ReleaseRecord, values: Inputs, shell: Shell): Journal {
  mkdirSync(dirname(path), { recursive: true });
  const journal = new Journal(path, { action: 'release', instance: shell.instance, clock: shell.clock });
  const commit = release.candidate.commit ?? '';
  journal.open({ id: release.id, ...keyOf(values), commit, undoDeadlineMs: values['undo-deadline'] });
  return journal;
}

function backTo({ previous, adopt: found }: Opening['plan']): string {
  if (found !== undefined) return `goes back to ${found.deployment}, which was found live`;
  if (previous === undefined) return 'has nothing to go back to';
  return `goes back to release ${previous.id} (${previous.deployment ?? 'a deployment that nobody wrote down'})`;
}

function summaryOf(release: ReleaseRecord): string {
  const rows: [string, string][] = [
    ['Commit', release.candidate.commit ?? 'unknown'],
    ['Deployment', release.candidate.deployment ?? 'not built yet'],
    ['Live before', release.before.deployment ?? 'unknown'],
    ['Database before', release.databaseVersion ?? 'unknown'],
    ...(release.approval === undefined ? [] : [['Approved by', approvalWords(release.approval)] as [string, string]]),
  ];
  return factTable(rows);
}

function approvalWords({ by, request, requestedBy }: Approval): string {
  return request === undefined ? by : `${by}, asked by ${requestedBy} (${request})`;
}

function refuse({ reason, message }: Refusal): Outcome {
  return no(reason, message);
}

function yes(reason: string, message: string, live: Live, ids: Readonly<Record<string, string | boolean>>): Outcome {
  const deployment = typeof live === 'object' ? (live.deployment ?? '') : '';
  return { verdict: 'pass', reason, message, outputs: { ...ids, 'previous-deployment-id': deployment } };
}

function no(reason: string, message: string): Outcome {
  return { verdict: 'fail', reason, message };
}
