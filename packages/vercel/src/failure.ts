import { numberAt, parseRetryAfter, RemoteError, type ServiceAnswer, textAt } from '@lockstep/base';

/** A refusal or failure of Vercel's as an error. `what` names the call: `GET /v9/projects/web`. */
export function failureOf(what: string, answer: ServiceAnswer, nowMs: number): RemoteError {
  const { status } = answer;
  const code = textAt(answer.body, 'error', 'code') ?? textAt(answer.body, 'code');
  const words = textAt(answer.body, 'error', 'message') ?? textAt(answer.body, 'message') ?? wordsFor(status);
  const requestId = answer.header('x-vercel-id');
  const retryAfterMs = retryAfterOf(answer, nowMs);
  const hint = hintFor(status, code);
  return new RemoteError(`Vercel: ${what}: ${words}`, {
    service: 'Vercel',
    status,
    retryable: status === 408 || status === 429 || status >= 500,
    ...(code === undefined ? {} : { code }),
    ...(requestId === null ? {} : { requestId }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(hint === undefined ? {} : { hint }),
  });
}

/** 200 with a page instead of JSON: a proxy in between, or a wrong address. */
export function notJson(what: string, answer: ServiceAnswer): RemoteError {
  return new RemoteError(`Vercel: ${what}: the answer is not JSON`, {
    service: 'Vercel',
    status: answer.status,
    retryable: true,
    hint: 'check vercel-api-url and any proxy in between',
  });
}

/** Retry-After, or the moment that the body of a rate limit names (https://vercel.com/docs/rest-api#rate-limits). */
function retryAfterOf(answer: ServiceAnswer, nowMs: number): number | undefined {
  const header = parseRetryAfter(answer.header('retry-after'), nowMs);
  if (header !== undefined || answer.status !== 429) return header;
  const resetMs = numberAt(answer.body, 'error', 'limit', 'resetMs');
  const resetSeconds = numberAt(answer.body, 'error', 'limit', 'reset');
  const reset = resetMs ?? (resetSeconds === undefined ? undefined : resetSeconds * 1_000);
  return reset === undefined ? undefined : Math.max(0, reset - nowMs);
}

function wordsFor(status: number): string {
  if (status >= 300 && status < 400)
    return 'a redirect, which is not followed because it could send the token to another host';
  return status >= 500 ? 'Vercel returned a server error' : 'refused';
}

const HINTS: Readonly<Record<string, string>> = {
  too_many_files: 'set upload-archive: tgz',
  missing_project_settings: 'the project does not exist under that name: check vercel-project and vercel-team',
  builds_rate_limited: 'the plan allows no more builds for now',
  'api-deployments-free-per-day': 'the plan allows no more deployments today',
};

function hintFor(status: number, code: string | undefined): string | undefined {
  const known = HINTS[code ?? ''];
  if (known !== undefined) return known;
  if (code?.startsWith('api-upload') === true)
    return 'the plan allows no more uploads for now: set upload-archive: tgz';
  if (status >= 300 && status < 400) return 'check vercel-api-url';
  if (status === 401 || code === 'not_authenticated' || code === 'invalid_token')
    return 'vercel-token is not accepted: create a new one and store it as a secret';
  if (status === 403) return 'the token must have access to the project, and vercel-team must be the team that owns it';
  if (status === 404)
    return 'check the id, vercel-project and vercel-team: what belongs to another team answers 404 too';
  if (status === 402) return 'the plan of the team does not allow it';
  return undefined;
}
