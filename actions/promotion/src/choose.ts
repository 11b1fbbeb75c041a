import { readBlocker } from '@lockstep/action-kit/blocker';
import { githubClient, ledgerClient } from '@lockstep/action-kit/github';
import { readLive } from '@lockstep/action-kit/live';
import { type ReleaseRefusal, refuseEvidence, refuseFrozen, refuseOrder } from '@lockstep/action-kit/refusals';
import { vercelClient } from '@lockstep/action-kit/vercel';
import { type Outcome, reasonLink, type Shell } from '@lockstep/action-shell';
import { type Evidence, factTable, inlineText, openEvidence, RemoteError } from '@lockstep/base';
import {
  type BeginRefusal,
  findCandidate,
  isOnBranch,
  type Live,
  planBegin,
  readCandidateOrigin,
  readOrigin,
  showKey,
} from '@lockstep/github';
import { type Deployment, originOf, readDeployment, readProject } from '@lockstep/vercel';
import type { Inputs } from './inputs.ts';
import { readReleased } from './live.ts';
import type { Reason } from './reasons.ts';

type ChoiceRefusal = ReleaseRefusal<Reason>;

/** What is promoted. */
interface Choice {
  readonly commit: string;
  /** Undefined where production's own build is still to be made. */
  readonly deployment: Deployment | undefined;
  readonly evidence: Evidence;
  /** Where it comes from, for people. */
  readonly from: string;
}

/**
 * Finds what to promote, and every reason against it. Changes nothing; `begin` checks again, since time passes between
 * the two.
 */
export async function choose(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const key = { environment: values.environment, service: values.service };
  const found = values.mode === 'same-build' ? await findBuild(values, shell) : await findCommit(values, shell);
  if ('reason' in found) return refused(shell, [found]);
  const live = await readLive(values, shell);
  const refusals: ChoiceRefusal[] = [
    ...refuseFrozen(values, shell.clock.now()),
    ...(await refusalsOfLedger(values, shell, live)),
    ...refusalsOfChoice(values, shell, found, live),
    ...[await refuseOrder(values, shell, live, found.commit)].filter((refusal) => refusal !== undefined),
  ];
  const [refusal, ...more] = refusals;
  if (refusal !== undefined) return refused(shell, [refusal, ...more]);

  const { commit, deployment, evidence, from } = found;
  const name = deployment === undefined ? `commit ${commit}` : `${deployment.id} of commit ${commit}`;
  shell.summary.add(
    `### ✅ ${name} can be promoted to ${showKey(key)}\n\nWhat to do: approve it, or release it.\n\n<details><summary>What was checked</summary>\n\n${tableOf(found)}\n\n</details>`,
  );
  return {
    verdict: 'pass',
    reason: 'chosen',
    message: `${name}, ${from}, can be promoted to ${showKey(key)}`,
    outputs: {
      'deployment-id': deployment?.id ?? '',
      'deployment-url': deployment === undefined ? '' : originOf(deployment.url),
      'commit-sha': commit,
      evidence,
      // Another database has its own pending migrations, so that its plan says nothing here; the folder does.
      'plan-digest': values.mode === 'same-build' ? (evidence.planDigest ?? '') : '',
      'folder-digest': evidence.folderDigest ?? '',
    },
  };
}

/** The staged deployment that is named, or the newest one. */
async function findBuild(values: Inputs, shell: Shell): Promise<Choice | ChoiceRefusal> {
  const key = { environment: values.environment, service: values.service };
  const named = values['deployment-id'] || undefined;
  const github = githubClient(values, shell);
  const candidate = await findCandidate(github, values['ledger-creator'], key, named);
  if (candidate === undefined)
    return named === undefined
      ? { reason: 'nothing-staged', message: `nothing was staged for ${showKey(key)}: stage a deployment first` }
      : {
          reason: 'not-staged',
          message: `${named} was not staged for ${showKey(key)}, so there is no evidence for it`,
        };
  const origin = await readCandidateOrigin(github, candidate, values['trusted-branches']);
  if (origin.kind === 'doubted') {
    const message = `GitHub does not confirm that a trusted workflow staged ${candidate.deployment}: ${origin.why}; stage it again`;
    return { reason: 'candidate-not-trusted', message };
  }
  const api = vercelClient(values, shell);
  const project = await readProject(api, values['vercel-project']);
  const deployment = await readDeployment(api, candidate.deployment).catch((error: unknown) => {
    if (error instanceof RemoteError && error.status === 404) return undefined;
    throw error;
  });
  const id = candidate.deployment;
  if (deployment === undefined || (deployment.projectId !== undefined && deployment.projectId !== project.id))
    return { reason: 'candidate-gone', message: `project ${project.name} has no deployment ${id} any more` };
  if (deployment.target !== 'production') {
    const target = deployment.target ?? 'preview';
    const message = `${id} was built for ${target}: only a build with production's settings can be promoted`;
    return { reason: 'candidate-not-production', message };
  }
  if (deployment.readyState !== 'READY')
    return {
      reason: 'candidate-not-ready',
      message: `${id} is ${deployment.readyState}, not READY: stage a deployment again`,
    };
  if (deployment.commit === undefined)
    return {
      reason: 'commit-unknown',
      message: `Vercel does not say which commit ${id} was built from: stage a deployment again`,
    };
  if (deployment.commit !== candidate.commit) {
    const message = `${id} was built from ${deployment.commit}, and staged as ${candidate.commit}: stage a deployment again`;
    return { reason: 'evidence-of-other-commit', message };
  }
  const evidence = openEvidence(JSON.stringify(candidate.evidence));
  const from = `staged ${candidate.createdAt} by ${origin.origin.by.login} in ${candidate.author.url}`;
  return { commit: deployment.commit, deployment, evidence, from };
}

/** The commit of the release that the other environment has. */
async function findCommit(values: Inputs, shell: Shell): Promise<Choice | ChoiceRefusal> {
  const from = { environment: values['from-environment'], service: values.service };
  const released = await readReleased(values, shell, from);
  if ('reason' in released) return released;
  const { candidate, evidence, id } = released;
  if (candidate.commit === null)
    return { reason: 'commit-unknown', message: `the commit of release ${id} of ${showKey(from)} is not recorded` };
  if (evidence === undefined) {
    const message = `release ${id} of ${showKey(from)} has no evidence: it was found live, or begun without any`;
    return { reason: 'evidence-missing', message };
  }
  const github = githubClient(values, shell);
  const branches = values['trusted-branches'];
  const origin = await readOrigin(github, { ...released, rivals: 0 }, { job: undefined, branches });
  const name = `release ${id} of ${showKey(from)}`;
  if (origin.kind === 'doubted') {
    const message = `GitHub does not confirm that a trusted workflow made ${name}: ${origin.why}; release there again`;
    return { reason: 'release-not-trusted', message };
  }
  if (!(await isOnBranch(github, candidate.commit, branches))) {
    const message = `${name} brought commit ${candidate.commit}, which is on none of the trusted branches: merge it first`;
    return { reason: 'commit-not-trusted', message };
  }
  return {
    commit: candidate.commit,
    deployment: undefined,
    evidence: openEvidence(JSON.stringify(evidence)),
    from: `which release ${id} of ${showKey(from)} brought`,
  };
}

const LEDGER_REASONS: Readonly<Record<BeginRefusal, Reason>> = {
  'release-in-progress': 'release-in-progress',
  'release-found-dead': 'release-found-dead',
  'release-held': 'release-held',
  'release-unresolved': 'release-unresolved',
  'swap-unresolved': 'swap-unresolved',
  'candidate-live': 'already-live',
};

async function refusalsOfLedger(values: Inputs, shell: Shell, live: Live): Promise<ChoiceRefusal[]> {
  const ledger = ledgerClient(values, shell);
  const view = await ledger.read({ environment: values.environment, service: values.service });
  const blocker = await readBlocker(ledger, view);
  const plan = planBegin(view, { candidate: null, live, author: blocker?.run });
  if (plan.kind !== 'refuse') return [];
  return [{ reason: LEDGER_REASONS[plan.reason], message: plan.message }];
}

function refusalsOfChoice(
  values: Inputs,
  shell: Shell,
  { commit, deployment, evidence }: Choice,
  live: Live,
): ChoiceRefusal[] {
  const refusals: ChoiceRefusal[] = [];
  const now = typeof live === 'object' ? live : undefined;
  if (deployment === undefined ? now?.commit === commit : now?.deployment === deployment.id)
    refusals.push({
      reason: 'already-live',
      message: `${deployment?.id ?? commit} is live already: there is nothing to promote`,
    });
  const approved = values.evidence === '' ? undefined : openEvidence(values.evidence);
  if (approved !== undefined && approved.digest !== evidence.digest)
    refusals.push({
      reason: 'evidence-changed',
      message: `what would be promoted now is not what was approved (${approved.run}): request another approval`,
    });
  const refusal = refuseEvidence(evidence, commit, {
    nowMs: shell.clock.now(),
    maxAgeMs: values['max-evidence-age'],
  });
  return refusal === undefined ? refusals : [...refusals, refusal];
}

function refused(shell: Shell, refusals: readonly [ChoiceRefusal, ...ChoiceRefusal[]]): Outcome<Reason> {
  shell.summary.add(
    `### ❌ Nothing can be promoted\n\nNothing was changed.\n\n${refusals.map(showRefusal).join('\n')}`,
  );
  const [first] = refusals;
  return {
    verdict: 'fail',
    reason: first.reason,
    message: refusals.map(({ message }) => message).join('; '),
  };
}

function showRefusal({ message, reason }: ChoiceRefusal): string {
  return `- [\`${reason}\`](${reasonLink(reason, process.env)}): ${inlineText(message, 1_000)}`;
}

function tableOf({ commit, deployment, evidence, from }: Choice): string {
  const rows: [string, string][] = [
    ['Commit', commit],
    ['Deployment', deployment?.id ?? 'to be built'],
    ['Chosen', from],
    ['Checked', `${evidence.at} in ${evidence.run}`],
    ['Migration plan', evidence.planDigest ?? 'none'],
    ['Migration folder', evidence.folderDigest ?? 'none'],
  ];
  return factTable(rows);
}
