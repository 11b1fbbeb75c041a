import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { JOURNAL_VARIABLE, Journal, type Outcome, type Shell } from '@lockstep/action-shell';
import { combine, type Evidence, formatDuration, openEvidence } from '@lockstep/base';
import {
  type BeginPlan,
  type Build,
  beganBefore,
  type Head,
  type HeadPayload,
  type Ledger,
  type LedgerKey,
  type Live,
  planBegin,
  showKey,
  standsInTheWay,
} from '@lockstep/github';
import { noteInLedger, saveBegun } from './begun.ts';
import { frozenBy, readFreezes } from './freeze.ts';
import type { Inputs } from './inputs.ts';
import { ledgerOf, readLive } from './worlds.ts';

/** What a release is opened with. */
interface Opening {
  readonly key: LedgerKey;
  readonly commit: string;
  readonly evidence: Evidence | undefined;
  readonly live: Live;
  readonly plan: Extract<BeginPlan, { kind: 'begin' }>;
}

export async function begin(values: Inputs, shell: Shell): Promise<Outcome> {
  if (shell.journal !== undefined) {
    const { id } = shell.journal.read().release;
    return no('already-begun', `release ${id} was begun in this job already: one job, one release`);
  }
  const commit = values['commit-sha'] || shell.env.sha;
  const evidence = values.evidence === '' ? undefined : openEvidence(values.evidence);
  const doubt = evidence === undefined ? undefined : doubtOf(evidence, commit, values, shell);
  if (doubt !== undefined) return doubt;
  const frozen = frozenBy(readFreezes(values.freeze), shell.clock.now(), values['freeze-zone']);
  if (frozen !== undefined)
    return no(
      'frozen',
      `nothing is released now: ${frozen.text} (${values['freeze-zone']}); a rollback is not kept back`,
    );

  const key = { environment: values.environment, service: values.service };
  const ledger = ledgerOf(values, shell);
  const view = await ledger.read(key);
  const live = await readLive(values, shell);
  const blocker = standsInTheWay(view);
  const author = blocker === undefined ? undefined : await ledger.runState(blocker);
  const plan = planBegin(view, { live, author });
  if (plan.kind === 'refuse') return no(plan.reason, plan.message);
  for (const warning of plan.warnings) shell.log.warning(warning);
  if (values['dry-run']) return yes('dry-run', `would begin a release of ${showKey(key)}; ${backTo(plan)}`, live, {});
  return open(ledger, { key, commit, evidence, live, plan }, values, shell);
}

/** In the ledger first, then in the journal, which makes the steps after it part of the release. */
async function open(ledger: Ledger, opening: Opening, values: Inputs, shell: Shell): Promise<Outcome> {
  const { key, live, plan } = opening;
  if (plan.complete !== undefined) await ledger.tell(plan.complete, 'released', `${plan.complete.brings} is live`);
  const previous = plan.adopt === undefined ? plan.previous : await adopt(ledger, plan.adopt, values, shell);

  const candidate = { deployment: opening.evidence?.deployment ?? null, commit: opening.commit };
  const before = { ...(typeof live === 'object' ? live : nothing), release: previous?.id ?? null };
  const payload = { ...payloadOf(candidate, values, shell), before };
  const path = join(shell.env.tempDir, 'lockstep', `release-${payload.id}.jsonl`);
  saveBegun(shell, { id: payload.id, key, journal: path });
  const head = await ledger.begin(key.environment, opening.commit, payload);
  const earlier = beganBefore(await ledger.read(key), head);
  if (earlier !== undefined) {
    const what = earlier.kind === 'lockstep-release/1' ? `release ${earlier.id}` : 'a rollback';
    await ledger.tell(head, 'rolled-back', `nothing was begun: ${what} was first`);
    saveBegun(shell, null);
    const message = `${what} of ${showKey(key)} began at the same moment: wait for ${earlier.author.url}`;
    return no('release-in-progress', message);
  }

  const journal = openJournal(path, head, key, values, shell);
  noteInLedger(journal, { record: head.record, author: head.author, state: 'begun', deployment: candidate.deployment });
  shell.exportVariable(JOURNAL_VARIABLE, path);
  shell.summary.add(`### Release ${head.id} of ${showKey(key)}\n\n${summaryOf(head)}\n\nIt ${backTo(plan)}.`);
  const ids = { 'release-id': head.id, 'previous-release-id': previous?.id ?? '' };
  return yes('begun', `release ${head.id} of ${showKey(key)}; it ${backTo(plan)}`, live, ids);
}

/** Writes down what was found live, so that there is something to go back to. */
function adopt(ledger: Ledger, found: Build, values: Inputs, shell: Shell): Promise<Head> {
  const payload = { ...payloadOf(found, values, shell), before: { ...nothing, release: null }, adopted: true };
  // What is live may come from a commit that this repository does not have: the record hangs on this run's.
  return ledger.begin(values.environment, shell.env.sha, payload);
}

const nothing: Build = { deployment: null, commit: null };

function payloadOf(candidate: Build, values: Inputs, shell: Shell): Omit<HeadPayload, 'before'> {
  const { runId, runAttempt, runUrl, actor } = shell.env;
  return {
    kind: 'lockstep-release/1',
    id: newId(shell.clock.now()),
    service: values.service,
    author: { runId, runAttempt, url: runUrl },
    actor,
    candidate,
    databaseVersion: values['database-version'] || null,
    adopted: false,
  };
}

/** `20261122T041300Z-3f9a2c`: tells people when, and is no other's. */
function newId(nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replace(/[-:]|\.\d+/g, '');
  return `${stamp}-${randomUUID().slice(0, 6)}`;
}

function openJournal(path: string, head: Head, key: LedgerKey, values: Inputs, shell: Shell): Journal {
  mkdirSync(dirname(path), { recursive: true });
  const journal = new Journal(path, { action: 'release', instance: shell.instance, clock: shell.clock });
  const commit = head.candidate.commit ?? '';
  journal.open({ id: head.id, ...key, commit, undoDeadlineMs: values['undo-deadline'] });
  return journal;
}

/** Why the evidence does not speak for this release; undefined where it does. */
function doubtOf(evidence: Evidence, commit: string, values: Inputs, shell: Shell): Outcome | undefined {
  const verdict = combine(Object.values(evidence.verdicts));
  if (evidence.commit !== null && !isSame(evidence.commit, commit))
    return no('evidence-of-other-commit', `the evidence is of commit ${evidence.commit}, not of ${commit}`);
  const what = `the evidence of ${evidence.deployment ?? commit}`;
  if (verdict !== 'pass') return no('evidence-not-passed', `${what} says ${verdict}, not pass`);
  const most = values['max-evidence-age'];
  const age = shell.clock.now() - Date.parse(evidence.at);
  if (most === undefined || age <= most) return undefined;
  return no('evidence-stale', `${what} is ${formatDuration(age)} old, ${formatDuration(most)} at most: look again`);
}

/** Either may be shortened. */
function isSame(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function backTo({ previous, adopt: found }: Opening['plan']): string {
  if (found !== undefined) return `goes back to ${found.deployment}, which was found live`;
  if (previous === undefined) return 'has nothing to go back to';
  return `goes back to release ${previous.id} (${previous.brings ?? 'a deployment that nobody wrote down'})`;
}

function summaryOf(head: Head): string {
  const rows = [
    ['Commit', head.candidate.commit ?? 'unknown'],
    ['Deployment', head.candidate.deployment ?? 'not built yet'],
    ['Live before', head.before.deployment ?? 'unknown'],
    ['Database before', head.databaseVersion ?? 'unknown'],
  ];
  return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | \`${value}\` |`)].join('\n');
}

function yes(reason: string, message: string, live: Live, ids: Readonly<Record<string, string>>): Outcome {
  const deployment = typeof live === 'object' ? (live.deployment ?? '') : '';
  return { verdict: 'pass', reason, message, outputs: { ...ids, 'previous-deployment-id': deployment } };
}

function no(reason: string, message: string): Outcome {
  return { verdict: 'fail', reason, message };
}
