import { githubClient } from '@lockstep/action-kit/github';
import type { Shell } from '@lockstep/action-shell';
import { describe, redactText } from '@lockstep/base';
import type { GitHub } from '@lockstep/github';
import type { Inputs } from './inputs.ts';

/** The states that a GitHub Deployment of ours takes; the last of them is what is true in the end. */
export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'error';

/**
 * Whether this is a deployment that people may look for on GitHub: not inside a release, which writes its own records,
 * and not a staged one, which nobody gets yet.
 */
export function isShown(values: Inputs, shell: Shell): boolean {
  if (!values['github-deployment'] || shell.journal !== undefined) return false;
  return values.target !== 'production' || !values.staged;
}

/** Opens a GitHub Deployment. Undefined, with a warning, where GitHub does not take it: the deploy goes on. */
export async function openOnGitHub(values: Inputs, shell: Shell, commit: string): Promise<number | undefined> {
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
    await tellGitHub(values, shell, id, { state: 'in_progress', description: '' });
    return id;
  }
  const why = answer.kind === 'accepted' ? `HTTP ${answer.status}` : describe(answer.error);
  shell.log.warning(
    `no deployment is shown on GitHub: ${why}; it needs deployments: write, github-deployment: false leaves it out`,
  );
  return undefined;
}

interface Shown {
  readonly state: DeploymentState;
  readonly description: string;
  readonly url?: string | undefined;
}

/** Says how it stands. A warning where GitHub does not take it. */
export async function tellGitHub(
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
  if (answer.kind !== 'accepted') shell.log.warning(`GitHub does not show ${state}: ${describe(answer.error)}`);
}

/** `request-timeout` is Vercel's, whose uploads take longer. */
function clientOf(values: Inputs, shell: Shell): GitHub {
  return githubClient({ 'github-token': values['github-token'] }, shell);
}
