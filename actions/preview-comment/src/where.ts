import { InputError, isMap } from '@lockstep/base';
import type { Version } from '@lockstep/github';

/** What the event says of where the comment belongs. Only what GitHub itself wrote, nothing that a run produced. */
export type Where =
  /** A merge queue has no open pull request to comment on. */
  | { readonly kind: 'merge-queue' }
  | { readonly kind: 'pull'; readonly number: number; readonly commit: string }
  /** The pull request is to be found by its head. */
  | { readonly kind: 'commit'; readonly commit: string; readonly headRepository: string | undefined }
  | { readonly kind: 'nowhere' };

export interface Origin {
  readonly where: Where;
  /** The run whose result this is: of a workflow_run the one that it follows. */
  readonly version: Version;
  readonly runUrl: string;
}

interface Run {
  readonly eventName: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly sha: string;
  readonly runId: number;
  readonly runAttempt: number;
  readonly runUrl: string;
}

/**
 * Throws InputError where a number was given that a workflow_run must not trust, or data of others is to be read
 * elsewhere than there.
 */
export function originOf(run: Run, pullRequest: number | undefined, readsFrom = false): Origin {
  if (readsFrom && run.eventName !== 'workflow_run')
    throw new InputError(
      `input "read-from": only allowed on workflow_run, not on ${run.eventName}; only there GitHub says which run made the data`,
    );
  const own = { version: { run: run.runId, attempt: run.runAttempt }, runUrl: run.runUrl };
  if (run.eventName === 'merge_group') return { ...own, where: { kind: 'merge-queue' } };
  const followed = run.event['workflow_run'];
  if (run.eventName === 'workflow_run' && isMap(followed)) {
    if (pullRequest !== undefined)
      throw new InputError(
        'input "pull-request": not allowed on workflow_run, where the number could be forged; the pull request is found by its commit',
      );
    return followedRun(followed);
  }
  if (pullRequest !== undefined) return { ...own, where: { kind: 'pull', number: pullRequest, commit: '' } };
  const pull = run.event['pull_request'];
  if (isMap(pull) && typeof pull['number'] === 'number') {
    const head = isMap(pull['head']) ? String(pull['head']['sha'] ?? '') : '';
    return { ...own, where: { kind: 'pull', number: pull['number'], commit: head } };
  }
  const issue = run.event['issue'];
  if (isMap(issue) && isMap(issue['pull_request']) && typeof issue['number'] === 'number')
    return { ...own, where: { kind: 'pull', number: issue['number'], commit: '' } };
  if (run.eventName !== 'push') return { ...own, where: { kind: 'nowhere' } };
  return { ...own, where: { kind: 'commit', commit: run.sha, headRepository: undefined } };
}

function followedRun(followed: Readonly<Record<string, unknown>>): Origin {
  const { id, run_attempt: attempt, head_sha: commit, html_url: url, head_repository: repository } = followed;
  const origin = { version: { run: Number(id), attempt: Number(attempt ?? 1) }, runUrl: String(url ?? '') };
  if (followed['event'] === 'merge_group') return { ...origin, where: { kind: 'merge-queue' } };
  const headRepository = isMap(repository) ? String(repository['full_name'] ?? '') : '';
  if (typeof commit !== 'string' || !/^[0-9a-f]{40}$/.test(commit) || headRepository === '')
    return { ...origin, where: { kind: 'nowhere' } };
  return { ...origin, where: { kind: 'commit', commit, headRepository } };
}
