import { readBlocker } from '@lockstep/action-kit/blocker';
import { githubClient, ledgerClient } from '@lockstep/action-kit/github';
import { readLive } from '@lockstep/action-kit/live';
import { type Refusal, refuseEvidence, refuseFrozen, refuseOrder } from '@lockstep/action-kit/refusals';
import { vercelClient } from '@lockstep/action-kit/vercel';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { type Evidence, factTable, openEvidence, RemoteError } from '@lockstep/base';
import {
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

/** What is to be promoted. */
interface Chosen {
  readonly commit: string;
  /** Undefined where production's own build is still to be made. */
  readonly deployment: Deployment | undefined;
  readonly evidence: Evidence;
  /** Where it comes from, for people. */
  readonly from: string;
}

/**
 * Finds what is to be promoted, and every reason that speaks against it. Changes nothing; `begin` asks again, since
 * time passes between the two.
 */
export async function choose(values: Inputs, shell: Shell): Promise<Outcome> {
  const key = { environment: values.environment, service: values.service };
  const found = values.mode === 'same-build' ? await findBuild(values, shell) : await findCommit(values, shell);
  if ('reason' in found) return refused(shell, [found]);
  const live = await readLive(values, shell);
  const refusals = [
    ...refuseFrozen(values, shell.clock.now()),
    ...(await refusalsOfLedger(values, shell, live)),
    ...refusalsOfChoice(values, shell, found, live),
    ...[await refuseOrder(values, shell, live, found.commit)].filter((refusal) => refusal !== undefined),
  ];
  if (refusals.length > 0) return refused(shell, refusals);

  const { commit, deployment, evidence, from } = found;
  const name = deployment === undefined ? `commit ${commit}` : `${deployment.id} of commit ${commit}`;
  shell.summary.add(`### To be promoted to ${showKey(key)}\n\n${tableOf(found)}`);
  return {
    verdict: 'pass',
    reason: 'chosen',
    message: `${name}, ${from}, may be promoted to ${showKey(key)}`,
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
async function findBuild(values: Inputs, shell: Shell): Promise<Chosen | Refusal> {
  const key = { environment: values.environment, service: values.service };
  const named = values['deployment-id'] || undefined;
  const github = githubClient(values, shell);
  const candidate = await findCandidate(github, values['ledger-creator'], key, named);
  if (candidate === undefined)
    return named === undefined
      ? { reason: 'nothing-staged', message: `nothing was staged for ${showKey(key)}: stage a deployment first` }
      : { reason: 'not-staged', message: `${named} was not staged for ${showKey(key)}: nobody saw it to be good` };
  const origin = await readCandidateOrigin(github, candidate, values['trusted-branches']);
  if (origin.kind === 'doubted') {
    const message = `${candidate.deployment} is not known to have been staged by a workflow of yours: ${origin.why}; stage it again`;
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
    const message = `${id} was built for ${target}: only a build with production's settings is promoted as it is`;
    return { reason: 'candidate-not-production', message };
  }
  if (deployment.readyState !== 'READY')
    return { reason: 'candidate-not-ready', message: `${id} is ${deployment.readyState}, not READY: stage again` };
  if (deployment.commit === undefined)
    return { reason: 'commit-unknown', message: `Vercel does not say which commit ${id} was built from: stage again` };
  if (deployment.commit !== candidate.commit) {
    const message = `${id} was built from ${deployment.commit}, and staged as ${candidate.commit}: stage again`;
    return { reason: 'evidence-of-other-commit', message };
  }
  const evidence = openEvidence(JSON.stringify(candidate.evidence));
  const from = `staged ${candidate.createdAt} by ${origin.origin.by.login} in ${candidate.author.url}`;
  return { commit: deployment.commit, deployment, evidence, from };
}

/** The commit of the release that the other environment has. */
async function findCommit(values: Inputs, shell: Shell): Promise<Chosen | Refusal> {
  const from = { environment: values['from-environment'], service: values.service };
  const released = await readReleased(values, shell, from);
  if ('reason' in released) return released;
  const { candidate, evidence, id } = released;
  if (candidate.commit === null)
    return { reason: 'commit-unknown', message: `nobody wrote down the commit of release ${id} of ${showKey(from)}` };
  if (evidence === undefined) {
    const message = `release ${id} of ${showKey(from)} has no evidence: it was found live, or begun without any`;
    return { reason: 'evidence-missing', message };
  }
  const github = githubClient(values, shell);
  const branches = values['trusted-branches'];
  const origin = await readOrigin(github, { ...released, rivals: 0 }, { job: undefined, branches });
  const name = `release ${id} of ${showKey(from)}`;
  if (origin.kind === 'doubted') {
    const message = `${name} is not known to be one of your workflows': ${origin.why}; release there again`;
    return { reason: 'release-not-trusted', message };
  }
  if (!(await isOnBranch(github, candidate.commit, branches))) {
    const message = `${name} brought commit ${candidate.commit}, which none of the branches has whose commits are released: merge it first`;
    return { reason: 'commit-not-trusted', message };
  }
  return {
    commit: candidate.commit,
    deployment: undefined,
    evidence: openEvidence(JSON.stringify(evidence)),
    from: `which ${showKey(from)} has by release ${id}`,
  };
}

async function refusalsOfLedger(values: Inputs, shell: Shell, live: Live): Promise<Refusal[]> {
  const ledger = ledgerClient(values, shell);
  const view = await ledger.read({ environment: values.environment, service: values.service });
  const blocker = await readBlocker(ledger, view);
  const plan = planBegin(view, { candidate: null, live, author: blocker?.run });
  return plan.kind === 'refuse' ? [{ reason: plan.reason, message: plan.message }] : [];
}

function refusalsOfChoice(
  values: Inputs,
  shell: Shell,
  { commit, deployment, evidence }: Chosen,
  live: Live,
): Refusal[] {
  const refusals: Refusal[] = [];
  const now = typeof live === 'object' ? live : undefined;
  if (deployment === undefined ? now?.commit === commit : now?.deployment === deployment.id)
    refusals.push({
      reason: 'already-live',
      message: `${deployment?.id ?? commit} is what users have: nothing to promote`,
    });
  const approved = values.evidence === '' ? undefined : openEvidence(values.evidence);
  if (approved !== undefined && approved.digest !== evidence.digest)
    refusals.push({
      reason: 'evidence-changed',
      message: `what is there now is not what was approved (${approved.run}): ask for another approval`,
    });
  const refusal = refuseEvidence(evidence, commit, {
    nowMs: shell.clock.now(),
    maxAgeMs: values['max-evidence-age'],
  });
  return refusal === undefined ? refusals : [...refusals, refusal];
}

function refused(shell: Shell, refusals: readonly Refusal[]): Outcome {
  shell.summary.add(
    `### Not promoted\n\nNothing was changed.\n\n${refusals.map(({ message, reason }) => `- \`${reason}\`: ${message}`).join('\n')}`,
  );
  const [first] = refusals;
  return {
    verdict: 'fail',
    reason: first?.reason ?? 'not-promoted',
    message: refusals.map(({ message }) => message).join('; '),
  };
}

function tableOf({ commit, deployment, evidence, from }: Chosen): string {
  const rows: [string, string][] = [
    ['Commit', commit],
    ['Deployment', deployment?.id ?? 'to be built'],
    ['Chosen', from],
    ['Seen', `${evidence.at} in ${evidence.run}`],
    ['Migration plan', evidence.planDigest ?? 'none'],
    ['Migration folder', evidence.folderDigest ?? 'none'],
  ];
  return factTable(rows);
}
