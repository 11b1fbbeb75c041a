import { randomUUID } from 'node:crypto';
import { archiveLimits } from '@lockstep/action-kit/archive-inputs';
import { readBlocker } from '@lockstep/action-kit/blocker';
import { githubClient, ledgerClient } from '@lockstep/action-kit/github';
import { vercelClient } from '@lockstep/action-kit/vercel';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { describe } from '@lockstep/base';
import {
  describeIgnored,
  endsRollback,
  findRestorePoint,
  findTarget,
  interruptedRollback,
  type Ledger,
  type LedgerView,
  RECORDS_READ,
  type ReleaseRecord,
  type RollbackDecision,
  type RollbackTarget,
  resumeHint,
  type TargetFacts,
  unsettledRelease,
  unsettledSwaps,
} from '@lockstep/github';
import { type Engine, readContractData } from '@lockstep/migrations';
import { readProject, readSwapSnapshot, type VercelApi } from '@lockstep/vercel';
import { type CancelTools, cancelRelease } from './cancel-release.ts';
import { type Attempt, carryOut, NOTHING_DONE } from './carry-out.ts';
import { decideContract } from './contract.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { changesNothing, type RollbackPlan, showPlan, stageOf } from './plan.ts';
import type { Reason } from './reasons.ts';
import { engineOf, planSchema } from './schema.ts';
import { showSummary } from './summary.ts';
import { planTraffic } from './traffic.ts';

export const action = defineAction({ name: 'rollback', inputs, check: problemsOf, run });

/** How many releases are read to find the one that `to` names. */
const MOST_RELEASES = 500;

/** How often a release that begins while another one is cancelled is cancelled too. */
const MOST_CANCELLATIONS = 5;

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  if (shell.journal !== undefined)
    return fail(
      'inside-release',
      'this job has a release of its own, whose steps undo themselves; run rollback in a job of its own',
    );
  const clients = clientsOf(values, shell);
  let { to } = values;
  for (let turn = 0; ; turn++) {
    const state = await readState(clients, to, values);
    const { running } = state;
    // The target is settled before anything is cancelled: an unwound release is not rolled back a second time.
    if (turn === 0) to = state.target;
    if (turn === 0) for (const warning of describeIgnored(state.facts.view)) shell.log.warning(warning);
    if (running === undefined || !values['cancel-running-release'] || values.to === 'finish') {
      const { outcome, lostRace } = await decide(clients, state, values, shell);
      const again = lostRace && values['cancel-running-release'] && running === undefined;
      if (!again || turn >= MOST_CANCELLATIONS) return outcome;
      continue;
    }
    const release = `release ${running.id} (${running.author.url})`;
    if (values['dry-run']) {
      const message = `would cancel ${release}, wait until it has unwound, and roll back to ${to}`;
      return { verdict: 'pass', reason: 'dry-run', message, outputs: { ...outputsOf('nothing', running), target: to } };
    }
    const ended = turn < MOST_CANCELLATIONS && (await cancelRelease(clients, running, values['cancel-timeout'], shell));
    if (!ended)
      return fail(
        'release-in-progress',
        `${release} was cancelled and has not ended: start the rollback again, or wait`,
      );
  }
}

interface Clients extends CancelTools {
  readonly api: VercelApi;
}

/** What a rollback reads before it decides. */
interface State {
  readonly facts: TargetFacts;
  readonly decision: RollbackDecision;
  /** The release whose run is still going. */
  readonly running: ReleaseRecord | undefined;
  /** What `to` means now: the id of a release or deployment; `to` itself where that is not clear. */
  readonly target: string;
}

async function readState({ api, ledger, key }: Clients, to: string, values: Inputs): Promise<State> {
  const view = await ledger.read(key);
  const project = await readProject(api, values['vercel-project']);
  const facts: TargetFacts = {
    view,
    line: await readLine(ledger, view, to),
    author: (await readBlocker(ledger, view))?.run,
    live: project.production,
  };
  const release = unsettledRelease(view);
  const running = release?.state === 'begun' && facts.author?.kind === 'running' ? release : undefined;
  const settled = findTarget(to, { ...facts, author: undefined });
  const target = settled.kind === 'roll-back' && to !== 'finish' ? (settled.release ?? settled.to.deployment) : null;
  return { facts, decision: findTarget(to, facts), running, target: target ?? to };
}

async function decide(clients: Clients, state: State, values: Inputs, shell: Shell): Promise<Attempt> {
  const { api, ledger, key } = clients;
  const { decision } = state;
  switch (decision.kind) {
    case 'busy':
      return { ...refused(fail('release-in-progress', decision.message), shell), lostRace: true };
    case 'refuse':
      return refused(fail(decision.reason, decision.message), shell);
    case 'nothing':
      return ended({
        verdict: 'pass',
        reason: decision.reason,
        message: decision.message,
        outputs: outputsOf('nothing'),
      });
    case 'complete':
      return ended(await complete(ledger, decision.release, values));
    case 'roll-back':
      break;
  }
  const late = newerRelease(decision, values['expect-newest']);
  if (late !== undefined) return refused(late, shell);
  const engine = engineOf(values, shell, randomUUID());
  const commits = { 'from-commit': decision.fromCommit ?? '', 'to-commit': decision.to.commit ?? '' };
  const found = { ...outputsOf(foundIn(decision), decision.releases[0]), ...commits, target: state.target };
  const planned = await makePlan(state, decision, { api, engine, nowMs: shell.clock.now() }, values);
  if (planned.kind === 'refuse' && planned.isFinal === true) {
    const message = planned.outcome.message + (await restorePointOf(clients, values, shell));
    return refused({ ...planned.outcome, message, outputs: found }, shell);
  }
  if (planned.kind === 'refuse') {
    const unconfirmed = planned.plan;
    if (unconfirmed === undefined) return refused({ ...planned.outcome, outputs: found }, shell);
    const shown = showPlan(unconfirmed, values, shell.clock.now());
    shell.log.info(shown);
    return refused({ ...planned.outcome, outputs: { ...found, plan: unconfirmed } }, shell, shown);
  }
  const plan = showPlan(planned.plan, values, shell.clock.now());
  const staged = { ...found, 'rolling-stage': stageOf(planned.plan) };
  shell.log.info(plan);
  if (values['dry-run']) {
    const message = wouldDo(planned.plan);
    shell.summary.add(`### Dry run: ${message}\n\n${plan}`);
    const outputs = { ...staged, plan: planned.plan };
    return ended({ verdict: 'pass', reason: 'dry-run', message, outputs });
  }
  const hint = `resolve it with ${resumeHint({ key })}`;
  const tools = { api, ledger, engine, key, open: unsettledSwaps(state.facts.view), hint };
  const { outcome, ...attempt } = await carryOut(tools, planned.plan, values, shell);
  const isOpen = outcome.outputs?.['rolled-back-to'] === '';
  const { reason, verdict } = outcome;
  const { because: message, title } = attempt;
  shell.summary.add(
    showSummary({ verdict, reason, message, title, steps: attempt.steps, plan, hint: isOpen ? hint : undefined }),
  );
  return { ...attempt, outcome: { ...outcome, outputs: { ...staged, ...outcome.outputs } } };
}

/** What is left where no rollback is possible: the point that was made before the contract, where there is one. */
async function restorePointOf({ github, key }: Clients, values: Inputs, shell: Shell): Promise<string> {
  try {
    const point = await findRestorePoint(github, values['ledger-creator'], key);
    if (point === undefined) return '';
    const at = point.completed === null ? '' : `, complete since ${point.completed}`;
    return `; the newest restore point is ${point.name} of the Supabase project ${point.project}${at}: restoring to it sets the whole database back, and loses what was written since`;
  } catch (error) {
    if (shell.signal.aborted) throw error;
    shell.log.warning(`whether there is a restore point could not be read: ${describe(error)}`);
    return '';
  }
}

function ended(outcome: Outcome<Reason>): Attempt {
  return { outcome, lostRace: false, title: NOTHING_DONE, because: outcome.message, steps: [] };
}

/** Refused before anything was changed. */
function refused(outcome: Outcome<Reason>, shell: Shell, plan?: string): Attempt {
  const { message, reason, verdict } = outcome;
  shell.summary.add(showSummary({ verdict, reason, message, title: NOTHING_DONE, steps: [], plan }));
  return ended(outcome);
}

/** A plan that is no longer current, as where its job alone is run again, does not permit to roll back newer releases. */
function newerRelease({ releases: [newest] }: RollbackTarget, expected: string): Outcome<Reason> | undefined {
  if (expected === '' || newest === undefined || newest.id === expected || newest.state !== 'released')
    return undefined;
  const message = `release ${newest.id} (${newest.author.url}) is newer than the plan of this rollback: start the rollback again and check the new plan`;
  return fail('newer-release', message);
}

/** What there was to roll back, in one word. */
type Found = 'nothing' | 'committed' | 'dead' | 'held' | 'unresolved' | 'released' | 'swap';

function foundIn({ releases: [newest], resumes }: RollbackTarget): Found {
  if (newest?.state === 'released' && resumes) return 'unresolved';
  switch (newest?.state) {
    case undefined:
      return 'swap';
    case 'begun':
      return 'dead';
    case 'held':
      return 'held';
    case 'unknown':
      return 'unresolved';
    case 'released':
    case 'rolled-back':
    case 'partly-rolled-back':
    case 'acknowledged':
      return 'released';
  }
}

function outputsOf(found: Found, release?: ReleaseRecord) {
  const commits = { 'from-commit': '', 'to-commit': '' };
  const none = {
    target: '',
    'rolled-back-to': '',
    ...commits,
    state: '',
    changed: false,
    migrations: '',
    'archived-rows': 0,
    'restored-rows': 0,
    'rolling-stage': '',
    plan: {},
  };
  const known = {
    'release-id': release?.id ?? '',
    commit: release?.candidate.commit ?? '',
    'commit-before': release?.before.commit ?? '',
    since: release?.since ?? '',
  };
  return { ...none, ...known, found, 'traffic-moved': false };
}

/** Down to the release that `to` names, or to all that a rollback which did not finish takes back; else the view is enough. */
async function readLine(ledger: Ledger, view: LedgerView, to: string): Promise<readonly ReleaseRecord[]> {
  const interrupted = interruptedRollback(view, to);
  if (interrupted === undefined && (to === 'previous' || to === 'finish')) return view.releases;
  const ender = (): ((release: ReleaseRecord) => boolean) =>
    interrupted === undefined
      ? // The deployment of a release that failed never reached users by it.
        ({ deployment, id, state }) => id === to || (deployment === to && state === 'released')
      : endsRollback(interrupted);
  // Of more than those it leaves out the failed ones, and something of them may be in place.
  const isWhole = view.releases.length < RECORDS_READ;
  if (isWhole && view.releases.some(ender())) return view.releases;
  return await ledger.line(view.key, { view, isIt: ender(), most: MOST_RELEASES });
}

async function complete(ledger: Ledger, release: ReleaseRecord, values: Inputs): Promise<Outcome<Reason>> {
  const { deployment, id } = release;
  const outputs = outputsOf('committed', release);
  const why = `its run succeeded and ${deployment} is live`;
  if (values['dry-run'])
    return { verdict: 'pass', reason: 'dry-run', message: `would mark release ${id} as committed: ${why}`, outputs };
  await ledger.markReleased(release, deployment);
  const message = `release ${id} is marked as committed: ${why}`;
  return { verdict: 'pass', reason: 'completed', message, outputs: { ...outputs, state: 'released' } };
}

type Planned =
  | { readonly kind: 'plan'; readonly plan: RollbackPlan }
  /** `plan`: what only lacks its confirmation. */
  | {
      readonly kind: 'refuse';
      readonly outcome: Outcome<Reason>;
      readonly plan?: RollbackPlan | undefined;
      /** What a contract migration deleted is in the way, and no confirmation helps. */
      readonly isFinal?: boolean;
    };

async function makePlan(
  { facts }: State,
  target: RollbackTarget,
  { api, engine, nowMs }: { readonly api: VercelApi; readonly engine: Engine | undefined; readonly nowMs: number },
  values: Inputs,
): Promise<Planned> {
  const state = await readSwapSnapshot(api, values['vercel-project'], target.to.deployment ?? '');
  const traffic = planTraffic(target, state, nowMs);
  if (traffic.kind === 'refuse') return { kind: 'refuse', outcome: fail(traffic.reason, traffic.message) };
  const releases = target.releases.map(({ id }) => id);
  const known = [...releases, ...[...facts.line, ...facts.view.releases].map(({ id }) => id)];
  const limits = values['on-data-loss'] === 'archive' ? archiveLimits(values) : undefined;
  const schema = engine === undefined ? undefined : await planSchema(engine, releases, known, limits);
  // Where users have what another user or tool released, the schema stays.
  if (engine === undefined || schema === undefined || traffic.kind === 'other-release-live')
    return { kind: 'plan', plan: { target, traffic, schema } };
  const decision = decideContract({
    schema,
    data: await readContractData(engine, releases),
    policy: values['on-data-loss'],
    confirmed: values['confirm-contract'],
    releases,
    target: target.to.deployment ?? '',
  });
  if (decision.kind === 'none') return { kind: 'plan', plan: { target, traffic, schema } };
  const restore = decision.kind === 'restore' ? decision : decision.restore;
  const plan = { target, traffic, schema, restore };
  if (decision.kind === 'restore') return { kind: 'plan', plan };
  const outcome = fail(decision.reason, decision.message);
  return restore === undefined ? { kind: 'refuse', outcome, isFinal: true } : { kind: 'refuse', outcome, plan };
}

function wouldDo(plan: RollbackPlan): string {
  const { deployment } = plan.target.to;
  return changesNothing(plan)
    ? `would change nothing: users have ${deployment} already`
    : `would roll back to ${deployment}`;
}

function fail(reason: Reason, message: string): Outcome<Reason> {
  return { verdict: 'fail', reason, message };
}

function clientsOf(values: Inputs, shell: Shell): Clients {
  return {
    github: githubClient(values, shell),
    ledger: ledgerClient(values, shell),
    key: { environment: values.environment, service: values.service },
    api: vercelClient(values, shell),
  };
}
