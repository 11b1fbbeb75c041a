import { askService, RemoteError, Secret, serviceUrl, silent, systemClock } from '@lockstep/base';
import { READS } from '@lockstep/github';
import type { AskGitHub, AskVercel } from '@lockstep/starters';
import { type Env, githubOf, tokenOf, WITHIN_MS } from '../../github-access.ts';

/** Asks GitHub of one repository; an answer that is none of GitHub's is no answer. */
export function githubAsker(repository: string, signal: AbortSignal, env: Env = process.env): AskGitHub {
  const github = githubOf(repository, signal, tokenOf(env), env);
  return onceSilent(async (name, parameters = {}) => {
    const endpoint = READS.find((one) => one === name);
    if (endpoint === undefined) throw new Error(`no endpoint that Lockstep reads: ${name}`);
    try {
      return { status: 200, body: await github.read(endpoint, parameters as never) };
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      return { status: error.status ?? 0 };
    }
  });
}

/** Asks Vercel; undefined where there is no token. */
export function vercelAsker(apiUrl: URL, signal: AbortSignal, env: Env = process.env): AskVercel | undefined {
  const token = new Secret(env['VERCEL_TOKEN'] ?? '');
  if (token.isEmpty) return undefined;
  const access = { token, apiUrl, signal, fetch, clock: systemClock, log: silent, requestTimeoutMs: WITHIN_MS };
  return onceSilent(async (path) => {
    try {
      const { status, body } = await askService('Vercel', access, { method: 'GET', url: serviceUrl(apiUrl, path) });
      return { status: status === 200 && body === undefined ? 0 : status, body };
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      return { status: 0 };
    }
  });
}

/** What did not answer once is not asked again: each of many questions would wait as long. */
function onceSilent<Given extends unknown[], Answer extends { readonly status: number }>(
  ask: (...given: Given) => Promise<Answer>,
): (...given: Given) => Promise<Answer | { readonly status: 0 }> {
  let isSilent = false;
  return async (...given) => {
    if (isSilent) return { status: 0 };
    const answer = await ask(...given);
    isSilent = answer.status === 0;
    return answer;
  };
}
