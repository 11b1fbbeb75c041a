import { oneLine, parseRetryAfter, RemoteError } from '@lockstep/base';

/** GitHub asks for a minute where it names no time (docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api). */
const SECONDARY_WAIT_MS = 60_000;

/** What came back, a refusal among it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

/** GitHub answered, and the answer is no. `what` names the call: `POST /repos/acme/shop/deployments`. */
export function refusalOf(what: string, answer: Answer, nowMs: number): RemoteError {
  const { status } = answer;
  const limited = limitWaitMs(answer, nowMs);
  const requestId = answer.headers['x-github-request-id'];
  const hint = limited === undefined ? hintFor(answer) : 'the rate limit of the token is used up for now';
  return new RemoteError(`GitHub: ${what}: ${words(answer)}`, {
    service: 'GitHub',
    status,
    retryable: limited !== undefined || status === 408 || status >= 500,
    ...(requestId === undefined ? {} : { requestId: String(requestId) }),
    ...(limited === undefined ? {} : { retryAfterMs: limited }),
    ...(hint === undefined ? {} : { hint }),
  });
}

/** No answer at all: cut, refused, not resolved, or too late. */
export function noAnswer(what: string, cause: unknown): RemoteError {
  return new RemoteError(`GitHub: ${what}: no answer`, { service: 'GitHub', retryable: true, cause });
}

/** An answer that should be JSON and is not: cut off in the middle, or a page of a proxy in between. */
export function notJson(what: string, status: number): RemoteError {
  return new RemoteError(`GitHub: ${what}: the answer is not JSON`, {
    service: 'GitHub',
    status,
    retryable: true,
    hint: 'check GITHUB_API_URL and any proxy in between',
  });
}

/** True where GitHub certainly did nothing: it refused, sent us elsewhere, or turned us away by its rate limit. */
export function nothingDone(error: RemoteError): boolean {
  return error.status !== undefined && error.status >= 300 && error.status < 500 && error.status !== 408;
}

/** How long a rate limit asks us to wait, in milliseconds; undefined where the answer is no rate limit. */
function limitWaitMs({ status, headers, data }: Answer, nowMs: number): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = parseRetryAfter(text(headers['retry-after']), nowMs);
  if (after !== undefined) return after;
  if (text(headers['x-ratelimit-remaining']) === '0')
    return Math.max(0, Number(headers['x-ratelimit-reset'] ?? 0) * 1_000 - nowMs);
  return status === 429 || /rate limit/i.test(messageOf(data) ?? '') ? SECONDARY_WAIT_MS : undefined;
}

function hintFor({ status, headers, data }: Answer): string | undefined {
  const accepted = text(headers['x-accepted-github-permissions']) ?? '';
  if (status < 400) return 'it answers with a redirect; use the address that it redirects to';
  if (status === 401) return 'github-token is not accepted: it is wrong, or has expired';
  if (status === 403 && accepted !== '') return `the job needs permissions: ${permissions(accepted)}`;
  if (status === 403 && /not accessible/.test(messageOf(data) ?? ''))
    return 'the job lacks a permission; grant it under permissions:';
  if (status === 404) return 'it does not exist, or the token may not read it';
  return undefined;
}

/** `issues=write; pull_requests=write` → `issues: write or pull-requests: write`, as a workflow spells them. */
function permissions(accepted: string): string {
  const one = (set: string) =>
    set
      .split(',')
      .map((entry) => entry.trim().replaceAll('_', '-').replace('=', ': '))
      .join(' and ');
  return accepted.split(';').map(one).join(' or ');
}

function words({ data, status }: Answer): string {
  const message = messageOf(data);
  if (message === undefined) return status >= 500 ? 'GitHub returned a server error' : 'refused';
  const errors = (data as { errors?: unknown }).errors;
  const details = Array.isArray(errors) ? errors.map((entry) => JSON.stringify(entry)).join(', ') : '';
  return [oneLine(message.slice(0, 2_000)), details].filter((part) => part !== '').join(': ');
}

function messageOf(data: unknown): string | undefined {
  const message = typeof data === 'object' && data !== null ? (data as { message?: unknown }).message : undefined;
  return typeof message === 'string' ? message : undefined;
}

function text(header: string | number | undefined): string | undefined {
  return header === undefined ? undefined : String(header);
}
