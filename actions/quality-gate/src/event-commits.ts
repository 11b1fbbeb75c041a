import { isMap } from '@lockstep/base';

/** Commits that the event names; `''` where it does not. */
export interface EventCommits {
  readonly base: string;
  /** What checks belong to: of a pull request its head, since the run's own commit is a merge commit that no branch has. */
  readonly head: string;
}

export function commitsOf(event: Readonly<Record<string, unknown>>, runSha: string): EventCommits {
  const pull = isMap(event['pull_request']) ? event['pull_request'] : undefined;
  if (pull !== undefined) return { base: shaOf(pull['base']), head: shaOf(pull['head']) || runSha };
  const group = isMap(event['merge_group']) ? event['merge_group'] : undefined;
  if (group !== undefined) return { base: String(group['base_sha'] ?? ''), head: String(group['head_sha'] ?? runSha) };
  return { base: typeof event['before'] === 'string' ? event['before'] : '', head: runSha };
}

function shaOf(side: unknown): string {
  return isMap(side) && typeof side['sha'] === 'string' ? side['sha'] : '';
}
