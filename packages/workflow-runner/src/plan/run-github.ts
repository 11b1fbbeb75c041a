import type { Sources } from '../parse/sources.ts';
import { defaultGitHub, type GitHubContext } from './github-context.ts';
import type { RunOptions } from './options.ts';
import { attemptOf } from './rerun.ts';

/** The `github` context of a run's jobs, but for what is each job's own. */
export function runGitHub(
  options: RunOptions,
  sources: Sources,
  workflow: { name: string; path: string },
  runId: string,
): GitHubContext {
  const { workspace } = sources;
  const name = options.event?.name ?? 'workflow_dispatch';
  const [, kind, ...short] = workspace.ref.split('/');
  const inputs = Object.fromEntries(Object.entries(options.inputs ?? {}).map(([key, value]) => [key, String(value)]));
  const { repository, repository_owner, server_url } = defaultGitHub(workspace.name);
  return {
    ...defaultGitHub(workspace.name),
    event_name: name,
    event: {
      repository: {
        full_name: repository,
        name: workspace.name.split('/')[1],
        owner: { login: repository_owner },
        html_url: `${server_url}/${workspace.name}`,
      },
      ...(name === 'workflow_dispatch' ? { inputs, ref: workspace.ref } : {}),
      ...options.event?.payload,
    },
    ref: workspace.ref,
    ref_name: short.join('/'),
    ref_type: kind === 'tags' ? 'tag' : 'branch',
    run_id: runId,
    run_attempt: String(attemptOf(options.rerun)),
    sha: workspace.sha,
    workflow: workflow.name,
    workflow_ref: `${workspace.name}/${workflow.path}@${workspace.ref}`,
    workflow_sha: workspace.sha,
    ...options.github,
  };
}
