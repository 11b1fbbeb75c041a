import type { Shell } from '@lockstep/action-shell';
import type { Secret } from '@lockstep/base';
import { createVercelClient, VERCEL_API, type VercelApi } from '@lockstep/vercel';

export interface VercelInputs {
  readonly 'vercel-token': Secret;
  readonly 'vercel-team': string;
  readonly 'vercel-api-url': URL | undefined;
  readonly 'request-timeout': number;
}

/** Vercel's API, by the action's token and team. The job's signal bounds every call. */
export function vercelClient(values: VercelInputs, shell: Shell): VercelApi {
  return createVercelClient({
    token: values['vercel-token'],
    team: values['vercel-team'],
    apiUrl: values['vercel-api-url'] ?? new URL(VERCEL_API),
    clock: shell.clock,
    log: shell.log,
    signal: shell.signal,
    fetch,
    requestTimeoutMs: values['request-timeout'],
  });
}
