import { defaultRetry, InputError, Secret, silent, systemClock } from '@lockstep/base';
import { createGitHubClient, type GitHub } from '@lockstep/github';
import type { Call } from './command.ts';
import { askGit } from './git.ts';

/** How long GitHub has for one answer, where a person waits for it. */
export const WITHIN_MS = 15_000;

export type Env = Readonly<Record<string, string | undefined>>;

export function tokenOf(env: Env = process.env): Secret {
  return new Secret(env['GITHUB_TOKEN'] || env['GH_TOKEN'] || '');
}

/** For a person who waits: what was not answered in WITHIN_MS is not asked again. Throws InputError where its address is none. */
export function githubOf(repository: string, signal: AbortSignal, token: Secret, env: Env = process.env): GitHub {
  const retry = { ...defaultRetry, budgetMs: WITHIN_MS };
  return createGitHubClient({ ...optionsOf(repository, signal, token, env), ...QUICK, retry });
}

/** For what a run may depend on: it waits as an action does. */
export function patientGithubOf(repository: string, signal: AbortSignal, token: Secret): GitHub {
  return createGitHubClient({ ...optionsOf(repository, signal, token, process.env), ...QUICK });
}

/**
 * As githubOf, for artifacts too: GitHub redirects to where it keeps them, and they take longer than an answer does. The
 * token goes to GitHub alone: what is followed to another host is asked without it.
 */
export function githubWithArtifacts(repository: string, signal: AbortSignal, token: Secret): GitHub {
  return createGitHubClient(optionsOf(repository, signal, token, process.env));
}

const QUICK = { requestTimeoutMs: WITHIN_MS, redirects: 'refused' } as const;

/** Throws InputError where it is none. */
export function githubAddress(env: Env = process.env): string {
  const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
  if (!URL.canParse(apiUrl)) throw new InputError('GITHUB_API_URL: expected an address');
  return apiUrl.replace(/\/$/, '');
}

function optionsOf(repository: string, signal: AbortSignal, token: Secret, env: Env) {
  const [owner = '', repo = ''] = repository.split('/');
  return {
    ...{ token, apiUrl: githubAddress(env), repository: { owner, repo } },
    ...{ clock: systemClock, log: silent, signal },
  };
}

/** The address of a repository, for people. GitHub's own servers and GHES name their API after it. */
export function webAddressOf(repository: string, env: Env = process.env): string {
  const { host, origin, pathname } = new URL(githubAddress(env));
  const named = pathname === '/api/v3' ? origin : host.startsWith('api.') ? `https://${host.slice(4)}` : '';
  return `${env['GITHUB_SERVER_URL'] || named || 'https://github.com'}/${repository}`;
}

/** The repository that an option, the environment or git names. What is wrong with it goes to `problems`. */
export async function repositoryIn(folder: string, call: Call, problems: string[]): Promise<string> {
  return checked(given(call) || (await ofGit(folder, call)), problems);
}

/** The same of this folder, for what can do without; undefined where none is named and git knows none. */
export async function repositoryIfAny(call: Call, problems: string[]): Promise<string | undefined> {
  const repository = given(call) || (await ofGit('.', call));
  return repository === '' ? undefined : checked(repository, problems);
}

const given = (call: Call): string => call.text('repository') || process.env['GITHUB_REPOSITORY'] || '';

function checked(repository: string, problems: string[]): string {
  if (/^[\w.-]+\/[\w.-]+$/.test(repository)) return repository;
  problems.push(
    repository === ''
      ? '--repository: expected OWNER/NAME, as git knows no remote "origin" on GitHub'
      : `--repository: expected OWNER/NAME, got "${repository}"`,
  );
  return '';
}

async function ofGit(folder: string, call: Call): Promise<string> {
  const { repositoryOf } = await import('@lockstep/starters');
  return (await repositoryOf(async (...args) => (await askGit(['-C', folder, ...args], call))?.trim())) ?? '';
}
