import { parseRetryAfter, RemoteError, type ServiceAnswer } from '@lockstep/base';

/** A refusal or breakdown of Supabase's as an error. `what` names the call: `GET /v1/projects/…`. */
export function failureOf(what: string, answer: ServiceAnswer, nowMs: number): RemoteError {
  const { header, status } = answer;
  const requestId = header('x-request-id') ?? header('cf-ray') ?? header('x-gotrue-id');
  const retryAfterMs = retryAfterOf(answer, nowMs);
  const hint = hintFor(status);
  return new RemoteError(`Supabase: ${what}: ${wordsOf(answer)}`, {
    service: 'Supabase',
    status,
    retryable: status === 408 || status === 429 || status >= 500,
    ...(requestId === null ? {} : { requestId }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(hint === undefined ? {} : { hint }),
  });
}

/** 200 with a page instead of JSON: a proxy in between, or a wrong address. */
export function notJson(what: string, { status }: ServiceAnswer): RemoteError {
  return new RemoteError(`Supabase: ${what}: the answer is not JSON`, {
    service: 'Supabase',
    status,
    retryable: true,
    hint: 'check supabase-api-url and any proxy in between',
  });
}

/** Retry-After, or the seconds that are left of the minute in which 120 requests are allowed. */
function retryAfterOf({ header, status }: ServiceAnswer, nowMs: number): number | undefined {
  const asked = parseRetryAfter(header('retry-after'), nowMs);
  if (asked !== undefined || status !== 429) return asked;
  const seconds = Number(header('x-ratelimit-reset') ?? '');
  return seconds > 0 ? seconds * 1_000 : undefined;
}

/** The API says `{ message }`, or a list of messages where a request was not well-formed. */
function wordsOf({ body, status }: ServiceAnswer): string {
  const message =
    typeof body === 'object' && body !== null ? (body as { readonly message?: unknown }).message : undefined;
  if (typeof message === 'string' && message !== '') return message;
  if (Array.isArray(message)) return message.join('; ');
  if (status >= 300 && status < 400) return 'a redirect, which is not followed since it could carry the token away';
  return status >= 500 ? 'Supabase returned a server error' : 'refused';
}

function hintFor(status: number): string | undefined {
  if (status >= 300 && status < 400) return 'check supabase-api-url';
  if (status === 401) return 'supabase-token is not accepted: create a new one and store it as a secret';
  if (status === 402) return 'the plan of the organization does not have it';
  if (status === 403) return 'the token must reach the project and have the permission that the call needs';
  if (status === 404) return 'check supabase-project: a project of another organization answers 404 too';
  if (status === 429) return 'Supabase allows 120 requests per minute and account';
  return undefined;
}
