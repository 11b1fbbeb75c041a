import { createHash } from 'node:crypto';
import type { RunEnvironment } from '@lockstep/action-shell';
import { isMap } from '@lockstep/base';
import type { LinkOf } from '@lockstep/quality';

/**
 * Where a finding can be looked at: in the diff of the pull request where its line is part of it, else in the file at
 * the commit that was checked.
 */
export function linksTo(env: Pick<RunEnvironment, 'serverUrl' | 'repository' | 'event'>, head: string): LinkOf {
  const { owner, repo } = env.repository;
  if (owner === '' || repo === '' || head === '') return () => undefined;
  const base = `${env.serverUrl}/${owner}/${repo}`;
  const pull = env.event()['pull_request'];
  const number = isMap(pull) && typeof pull['number'] === 'number' ? pull['number'] : undefined;
  return ({ finding: { file, line }, inDiff }) => {
    if (file === undefined) return undefined;
    // GitHub's anchors in a diff: the file by the SHA-256 of its path, R for the new side.
    if (inDiff && number !== undefined && line !== undefined)
      return `${base}/pull/${number}/files#diff-${createHash('sha256').update(file).digest('hex')}R${line}`;
    const path = file.split('/').map(encodeURIComponent).join('/');
    return `${base}/blob/${head}/${path}${line === undefined ? '' : `#L${line}`}`;
  };
}
