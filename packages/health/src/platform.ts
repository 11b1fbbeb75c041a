import type { HttpResponse } from './exchange.ts';
import { code } from './fields.ts';

/**
 * The platform's own words when it answered instead of the application; undefined when the application answered.
 * `x-vercel-error` codes: https://vercel.com/docs/errors
 */
export function platformError(answer: HttpResponse, statusNamed: boolean): string | undefined {
  const errorCode = answer.headers['x-vercel-error'];
  if (errorCode !== undefined) return `${code(errorCode)} (HTTP ${answer.status})`;
  if (statusNamed) return undefined;
  if (answer.status === 429) return 'too many requests (HTTP 429)';
  const json = (answer.headers['content-type'] ?? '').includes('json') || /^\s*[[{]/.test(answer.body);
  if ([502, 503, 504].includes(answer.status) && !json) return `a gateway answered (HTTP ${answer.status})`;
  if ([520, 521, 522, 523, 524, 525, 526, 530].includes(answer.status))
    return `a gateway answered (HTTP ${answer.status})`;
  return undefined;
}
