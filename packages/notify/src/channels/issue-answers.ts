import { RemoteError } from '@lockstep/base';
import { unanswered } from '../exchange.ts';
import type { Changed } from '../issues.ts';
import { Undelivered } from '../undelivered.ts';

const SERVICE = 'GitHub';
const HINTS: Readonly<Record<number, string>> = {
  403: 'give the job "issues: write"',
  404: 'check "repository" and that the token can write its issues',
  410: 'issues are switched off in this repository',
};

/** The result of a change. Throws Undelivered where GitHub refused it or did not answer. */
export function taken<T>(answer: Changed<T>): T {
  if (answer.kind === 'accepted') return answer.data;
  throw undelivered(answer.error);
}

export function undelivered(error: RemoteError): Undelivered {
  const { status } = error;
  if (status === undefined) return unanswered(SERVICE, error, false);
  const hint = HINTS[status] ?? error.hint;
  return new Undelivered(`${SERVICE} ${status === 429 ? 'reports a rate limit' : 'refused the message'}`, {
    service: SERVICE,
    status,
    // With a 2xx it was accepted, or a proxy answered in its place: what is in the answer does not say.
    effect: status >= 500 || status < 300 ? 'unknown' : 'none',
    retryable: false,
    ...(hint === undefined ? {} : { hint }),
  });
}

/** The same for a read. */
export function unread(thrown: unknown): unknown {
  return thrown instanceof RemoteError ? undelivered(thrown) : thrown;
}
