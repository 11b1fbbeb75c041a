import type { Logger } from '@lockstep/base';
import { createGitHubClient, openIssues } from '@lockstep/github';
import { type OpenIssues, PATIENCE } from '@lockstep/notify';

/**
 * Issues by our client of GitHub, which ends with the message's own deadline. Redirects are refused, as by all channels:
 * fetch would turn a redirected POST into a GET, and nobody would notice that nothing was written.
 */
export function issuesOf(caller: {
  readonly apiUrl: string;
  readonly log: Logger;
  readonly signal: AbortSignal;
}): OpenIssues {
  const { apiUrl, log } = caller;
  return (name, token, world) => {
    const [owner = '', repo = ''] = name.split('/');
    const { clock, fetch, signal = caller.signal } = world;
    const at = { token, apiUrl, repository: { owner, repo }, redirects: 'refused' } as const;
    return openIssues(createGitHubClient({ ...PATIENCE, ...at, clock, fetch, log, signal }));
  };
}
