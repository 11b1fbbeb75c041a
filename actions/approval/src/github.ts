import type { Shell } from '@lockstep/action-shell';
import { createClient, type GitHub, type LedgerKey } from '@lockstep/github';
import type { Inputs } from './inputs.ts';

export function githubOf(values: Inputs, shell: Shell): GitHub {
  return createClient({
    token: values['github-token'],
    apiUrl: shell.env.apiUrl,
    repository: shell.env.repository,
    clock: shell.clock,
    log: shell.log,
    signal: shell.signal,
    requestTimeoutMs: values['request-timeout'],
  });
}

export function keyOf({ environment, service }: Inputs): LedgerKey {
  return { environment, service };
}
