import { described, flag, type Shell, secret, text, type Values } from '@lockstep/action-shell';
import { type Clock, defaultRetry, parseList, RemoteError, retry, Secret } from '@lockstep/base';
import type { Credentials } from '@lockstep/health';

/** What opens hosts of the project besides its bypass secret. */
export const credentialInputs = () => ({
  'trusted-sources': described(
    flag(false),
    "Whether to open Deployment Protection of hosts of the project with a GitHub OIDC token (Vercel's Trusted Sources). Needs the permission `id-token: write`.",
  ),
  'trusted-audience': described(
    text(),
    "Audience of that token, if the project's rule expects another one than GitHub's default.",
  ),
  headers: described(
    secret(),
    'Request headers to send when hosts are asked, one per line (`Name: value`). Their values are treated as secrets and are only sent to hosts of the project and to `production-url`.',
  ),
});

export type CredentialValues = Values<ReturnType<typeof credentialInputs>> & { readonly 'protection-bypass': Secret };

/** GitHub's tokens live five minutes at least; a long bake asks for a new one in time. */
const TOKEN_LIFE_MS = 240_000;

/** Headers that the gate sets itself, and must be right about. */
const OWN_HEADERS: readonly string[] = ['host', 'accept', 'accept-encoding', 'cache-control', 'connection'];

/** Lines of `headers`, as names and secret values; undefined for a line that is no header. */
function headerLine(line: string): readonly [string, Secret] | undefined {
  const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x20-\x7e]+)$/.exec(line);
  return match === null ? undefined : [(match[1] ?? '').toLowerCase(), new Secret(match[2] ?? '', 'part')];
}

/** What is wrong with them. A line is named by its number alone: its value is a secret. `instead` of a header of the gate's own. */
export function credentialProblems(
  values: Omit<CredentialValues, 'protection-bypass'>,
  instead = 'leave it out',
): string[] {
  const problems: string[] = [];
  for (const [index, line] of parseList(values.headers.reveal()).entries()) {
    const header = headerLine(line);
    const at = `input "headers": line ${index + 1}:`;
    if (header === undefined) problems.push(`${at} expected "Name: value"`);
    else if (OWN_HEADERS.includes(header[0])) problems.push(`${at} ${header[0]} is set by the gate; ${instead}`);
  }
  if (values['trusted-audience'] !== '' && !values['trusted-sources'])
    problems.push('input "trusted-audience": has no effect without "trusted-sources: true"');
  return problems;
}

/**
 * Everything that opens a protected deployment: its bypass secret, a GitHub OIDC token for Vercel's Trusted Sources,
 * the caller's own headers. The prober sends them to the origin it was opened for and nowhere else.
 */
export function credentialsOf(values: CredentialValues, shell: Shell): Credentials {
  const fixed: Record<string, Secret> = {};
  if (!values['protection-bypass'].isEmpty) fixed['x-vercel-protection-bypass'] = values['protection-bypass'];
  for (const line of parseList(values.headers.reveal())) {
    const header = headerLine(line);
    if (header === undefined) continue;
    shell.mask(header[1]);
    fixed[header[0]] = header[1];
  }
  if (!values['trusted-sources']) return async () => fixed;
  const ask = () => gitHubToken(values['trusted-audience'], shell);
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
