import type { Shell } from '@lockstep/action-shell';
import { RemoteError } from '@lockstep/base';
import { createClient as createGitHub, type GitHub, type Ledger, type Live, openLedger } from '@lockstep/github';
import { createClient as createVercel, readDeployment, readProject, type VercelApi } from '@lockstep/vercel';
import type { Inputs } from './inputs.ts';

/** The ledger, by this job's token. `signal` bounds every call. */
export function ledgerOf(values: Inputs, shell: Shell, signal = shell.signal): Ledger {
  return openLedger({ github: githubOf(values, shell, signal), creator: values['ledger-creator'] });
}

export function githubOf(values: Inputs, shell: Shell, signal = shell.signal): GitHub {
  return createGitHub({
    token: values['github-token'],
    apiUrl: shell.env.apiUrl,
    repository: shell.env.repository,
    clock: shell.clock,
    log: shell.log,
    signal,
    requestTimeoutMs: values['request-timeout'],
  });
}

export function vercelOf(values: Inputs, shell: Shell): VercelApi {
  return createVercel({
    token: values['vercel-token'],
    team: values['vercel-team'],
    apiUrl: values['vercel-api-url'] ?? new URL('https://api.vercel.com'),
    clock: shell.clock,
    log: shell.log,
    signal: shell.signal,
    fetch,
    requestTimeoutMs: values['request-timeout'],
  });
}

/** What Vercel serves in production, where the caller gave a way to look. Throws RemoteError. */
export async function readLive(values: Inputs, shell: Shell): Promise<Live> {
  if (values['vercel-project'] === '') return 'not-asked';
  const api = vercelOf(values, shell);
  const { production } = await readProject(api, values['vercel-project']);
  if (production === undefined) return 'nothing';
  const deployment = await readDeployment(api, production).catch((error: unknown) => {
    // The pointer is what counts: of a deployment that cannot be read, the commit is not known.
    if (error instanceof RemoteError && error.status === 404) return undefined;
    throw error;
  });
  return { deployment: production, commit: deployment?.commit ?? null };
}
