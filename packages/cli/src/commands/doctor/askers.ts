import { askService, InputError, RemoteError, Secret, serviceUrl, silent, systemClock } from '@lockstep/base';
import { createGitHubClient, READS } from '@lockstep/github';
import type { AskGitHub, AskVercel } from '@lockstep/starters';

const WITHIN_MS = 15_000;

type Env = Readonly<Record<string, string | undefined>>;

export function tokenOf(env: Env = process.env): Secret {
  return new Secret(env['GITHUB_TOKEN'] || env['GH_TOKEN'] || '');
}

/** Throws InputError where its address is none. */
export function githubOf(repository: string, signal: AbortSignal, env: Env = process.env) {
  const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
  if (!URL.canParse(apiUrl)) throw new InputError('GITHUB_API_URL: expected an address');
  const [owner = '', repo = ''] = repository.split('/');
  return createGitHubClient({
    ...{ token: tokenOf(env), apiUrl: apiUrl.replace(/\/$/, ''), repository: { owner, repo } },
    ...{ clock: systemClock, log: silent, signal, requestTimeoutMs: WITHIN_MS, redirects: 'refused' },
  });
}

/** Asks GitHub of one repository; an answer that is none of GitHub's is no answer. */
export function githubAsker(repository: string, signal: AbortSignal, env: Env = process.env): AskGitHub {
  const github = githubOf(repository, signal, env);
  return async (name, parameters = {}) => {
    const endpoint = READS.find((one) => one === name);
    if (endpoint === undefined) throw new Error(`no endpoint that Lockstep reads: ${name}`);
    try {
      return { status: 200, body: await github.read(endpoint, parameters as never) };
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      return { status: error.status ?? 0 };
    }
  };
}

/** Asks Vercel; undefined where there is no token. */
export function vercelAsker(apiUrl: URL, signal: AbortSignal, env: Env = process.env): AskVercel | undefined {
  const token = new Secret(env['VERCEL_TOKEN'] ?? '');
  if (token.isEmpty) return undefined;
  const access = { token, apiUrl, signal, fetch, clock: systemClock, log: silent, requestTimeoutMs: WITHIN_MS };
  return async (path) => {
    try {
      const { status, body } = await askService('Vercel', access, { method: 'GET', url: serviceUrl(apiUrl, path) });
      return { status: status === 200 && body === undefined ? 0 : status, body };
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      return { status: 0 };
    }
  };
}
