import type { Shell } from '@lockstep/action-shell';
import { asError, defaultRetry, parseRetryAfter, RemoteError, retry } from '@lockstep/base';
import type { CommitOrder, SwapState } from '@lockstep/vercel';
import type { Inputs } from './inputs.ts';

const ORDERS: Readonly<Record<string, CommitOrder>> = {
  ahead: 'ahead',
  identical: 'identical',
  behind: 'behind',
  diverged: 'diverged',
};

/**
 * How the candidate's commit lies to the live one, by GitHub's word (GET /repos/{owner}/{repo}/compare/{basehead}).
 * Undefined where the caller does not care, `untold` where Vercel was never told what is live.
 */
export async function commitOrderOf(values: Inputs, shell: Shell, state: SwapState): Promise<CommitOrder | undefined> {
  if (!values['require-newer-commit'] || values.strategy === 'alias') return undefined;
  const [mine, live] = [state.candidate.commit, state.current?.commit];
  if (live === undefined) return 'untold';
  if (mine === undefined) return 'unknown';
  if (mine === live) return 'identical';
  const { owner, repo } = shell.env.repository;
  const url = `${shell.env.apiUrl}/repos/${owner}/${repo}/compare/${live}...${mine}?per_page=1`;
  const token = values['github-token'];
  try {
    return await retry(
      async () => {
        const signal = AbortSignal.any([shell.signal, AbortSignal.timeout(values['request-timeout'])]);
        const headers = {
          accept: 'application/vnd.github+json',
          'user-agent': 'lockstep',
          ...(token.isEmpty ? {} : { authorization: `Bearer ${token.reveal()}` }),
        };
        const response = await fetch(url, { headers, redirect: 'error', signal }).catch((cause: unknown) => {
          throw new RemoteError('GitHub: no answer', { service: 'GitHub', retryable: !shell.signal.aborted, cause });
        });
        if (!response.ok) throw refused(response);
        const { status } = (await response.json()) as { readonly status?: string };
        return ORDERS[status ?? ''] ?? 'unknown';
      },
      defaultRetry,
      { clock: shell.clock, signal: shell.signal },
    );
  } catch (error) {
    if (shell.signal.aborted) throw error;
    shell.log.warning(`GitHub could not compare ${live} with ${mine}: ${asError(error).message}`);
    return 'unknown';
  }
}

function refused(response: Response): RemoteError {
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), Date.now());
  return new RemoteError(`GitHub: HTTP ${response.status}`, {
    service: 'GitHub',
    status: response.status,
    retryable: response.status === 429 || response.status >= 500,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}
