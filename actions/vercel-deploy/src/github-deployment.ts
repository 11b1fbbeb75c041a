import { githubClient } from '@lockstep/action-kit/github';
import type { Shell } from '@lockstep/action-shell';
import { describe, redactText } from '@lockstep/base';
import { type GitHub, repositoryProblem } from '@lockstep/github';
import type { Inputs } from './inputs.ts';

/** The states that a GitHub Deployment of ours takes; the last one is its final state. */
export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'error';

/**
 * Whether this deployment is shown on GitHub: not inside a release, which writes its own records, and not a staged one,
 * which has no users yet.
 */
export function isShown(values: Inputs, shell: Shell): boolean {
  if (!values['github-deployment'] || shell.journal !== undefined) return false;
  return values.target !== 'production' || !values.staged;
}

/** Creates a GitHub Deployment. Undefined, with a warning, where GitHub refuses it: the deploy goes on. */
export async function openOnGitHub(values: Inputs, shell: Shell, commit: string): Promise<number | undefined> {
  const problem = repositoryProblem(shell.env.repository);
  if (problem !== undefined) {
    shell.log.warning(`no GitHub Deployment was created: ${problem}`);
    return undefined;
  }
  const github = clientOf(values, shell);
  const answer = await github.change('repos.createDeployment', {
    ref: commit,
    task: 'deploy',
    environment: values.environment || values.target,
    description: `Vercel, ${values.target}`,
    auto_merge: false,
    required_contexts: [],
    transient_environment: values.target === 'preview',
    production_environment: values.target === 'production',
  });
  if (answer.kind === 'accepted' && 'id' in answer.data) {
    const id = Number(answer.data.id);
    await reportToGitHub(values, shell, id, { state: 'in_progress', description: '' });
    return id;
  }
  const why = answer.kind === 'accepted' ? `HTTP ${answer.status}` : describe(answer.error);
  shell.log.warning(
    `could not create a GitHub Deployment: ${why}; grant deployments: write, or set github-deployment: false`,
  );
  return undefined;
}

interface Shown {
  readonly state: DeploymentState;
  readonly description: string;
  readonly url?: string | undefined;
}

/** Sets the state of the GitHub Deployment. A warning where GitHub refuses it. */
export async function reportToGitHub(
  values: Inputs,
  shell: Shell,
  id: number | undefined,
  { description, state, url = '' }: Shown,
): Promise<void> {
  if (id === undefined) return;
  const answer = await clientOf(values, shell).change('repos.createDeploymentStatus', {
    deployment_id: id,
    state,
    description: redactText(description).slice(0, 140),
    log_url: shell.env.runUrl,
    auto_inactive: state === 'success',
    ...(url === '' ? {} : { environment_url: url }),
  });
  if (answer.kind !== 'accepted')
    shell.log.warning(`could not set the GitHub Deployment to ${state}: ${describe(answer.error)}`);
}

/** `request-timeout` is Vercel's, whose uploads take longer. */
function clientOf(values: Inputs, shell: Shell): GitHub {
  return githubClient({ 'github-token': values['github-token'] }, shell);
}
