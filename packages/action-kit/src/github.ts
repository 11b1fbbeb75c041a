import type { Shell } from '@lockstep/action-shell';
import type { Secret } from '@lockstep/base';
import { createGitHubClient, type GitHub, type Ledger, openLedger } from '@lockstep/github';

export interface GitHubInputs {
  readonly 'github-token': Secret;
  /** Absent in actions that leave it to the client. */
  readonly 'request-timeout'?: number;
}

/** GitHub in the repository of the run, by the action's token. `signal` bounds every call; the job's by default. */
export function githubClient(values: GitHubInputs, shell: Shell, signal = shell.signal): GitHub {
  const { apiUrl, repository } = shell.env;
  const timeout = values['request-timeout'];
  return createGitHubClient({
    token: values['github-token'],
    apiUrl,
    repository,
    clock: shell.clock,
    log: shell.log,
    signal,
    ...(timeout === undefined ? {} : { requestTimeoutMs: timeout }),
  });
}

/** The record of releases, as far as `ledger-creator` wrote it. `signal` bounds every call; the job's by default. */
export function ledgerClient(
  values: GitHubInputs & { readonly 'ledger-creator': string },
  shell: Shell,
  signal = shell.signal,
): Ledger {
  return openLedger({ github: githubClient(values, shell, signal), creator: values['ledger-creator'] });
}
