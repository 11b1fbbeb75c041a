import type { Shell } from '@lockstep/action-shell';
import { type Clock, defaultRetry, parseList, RemoteError, retry, Secret } from '@lockstep/base';
import type { Credentials } from '@lockstep/health';
import type { Inputs } from './inputs.ts';

/** GitHub's tokens live five minutes at least; a long bake asks for a new one in time. */
const TOKEN_LIFE_MS = 240_000;

/** Lines of `headers`, as names and secret values; undefined for a line that is no header. */
export function headerLine(line: string): readonly [string, Secret] | undefined {
  const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x20-\x7e]+)$/.exec(line);
  return match === null ? undefined : [(match[1] ?? '').toLowerCase(), new Secret(match[2] ?? '', 'part')];
}

/** Headers that the gate sets itself, and must be right about. */
export const ownHeaders: readonly string[] = ['host', 'accept', 'accept-encoding', 'cache-control', 'connection'];

/**
 * Everything that opens a protected deployment: its bypass secret, a GitHub OIDC token for Vercel's Trusted Sources,
 * the caller's own headers. The prober sends them to the origin it was opened for and nowhere else.
 */
export function credentialsOf(inputs: Inputs, shell: Shell): Credentials {
  const fixed: Record<string, Secret> = {};
  if (!inputs['protection-bypass'].isEmpty) fixed['x-vercel-protection-bypass'] = inputs['protection-bypass'];
  for (const line of parseList(inputs.headers.reveal())) {
    const header = headerLine(line);
    if (header === undefined) continue;
    shell.mask(header[1]);
    fixed[header[0]] = header[1];
  }
  if (!inputs['trusted-sources']) return async () => fixed;
  const ask = () => gitHubToken(inputs['trusted-audience'], shell);
  const token = renewed(() => retry(ask, defaultRetry, { clock: shell.clock, signal: shell.signal }), shell.clock);
  return async () => ({ ...fixed, 'x-vercel-trusted-oidc-idp-token': await token() });
}

function renewed(get: () => Promise<Secret>, clock: Clock): () => Promise<Secret> {
  let current: Promise<Secret> | undefined;
  let since = 0;
  return () => {
    if (current === undefined || clock.now() - since > TOKEN_LIFE_MS) {
      since = clock.now();
      current = get();
    }
    return current;
  };
}

/**
 * Asks the runner for an OIDC token:
 * https://docs.github.com/actions/reference/security/oidc, header: https://vercel.com/docs/deployment-protection
 */
async function gitHubToken(audience: string, shell: Shell): Promise<Secret> {
  const address = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
  const bearer = new Secret(process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '');
  const fault = { service: 'GitHub OIDC', retryable: false };
  if (address === '' || bearer.isEmpty)
    throw new RemoteError('the runner provides no OIDC token', {
      ...fault,
      hint: 'give the job the permission "id-token: write"',
    });
  const url = new URL(address);
  if (audience !== '') url.searchParams.set('audience', audience);
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${bearer.reveal()}` },
    signal: shell.signal,
  }).catch((cause: unknown) => {
    throw new RemoteError('the runner did not issue an OIDC token', { ...fault, retryable: true, cause });
  });
  const body = answer.ok ? ((await answer.json()) as { readonly value?: unknown }) : {};
  if (typeof body.value !== 'string')
    throw new RemoteError('the runner did not issue an OIDC token', {
      ...fault,
      status: answer.status,
      retryable: answer.status >= 500,
    });
  const token = new Secret(body.value);
  shell.mask(token);
  return token;
}
