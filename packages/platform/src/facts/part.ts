import { RemoteError } from '@lockstep/base';
import { UnexpectedAnswer } from './pick.ts';

/** What a service said of one part of its configuration, or why it said nothing. */
export type Part<T> =
  | { readonly kind: 'read'; readonly value: T }
  /** It answered, and did not show this part: a permission or the plan is missing. */
  | { readonly kind: 'withheld'; readonly because: string; readonly remedy: string; readonly status?: number }
  /** It did not answer: an outage, a timeout, a rate limit that did not end. */
  | { readonly kind: 'no-answer'; readonly because: string };

export interface Reading {
  /** What is read, for people: `the firewall of the project`. */
  readonly what: string;
  /** What the token needs for it. */
  readonly scope: string;
  /** The plan of the account, where it is known: `hobby`. */
  readonly plan?: string | undefined;
}

/** Reads one part. Throws only what is no answer of the service: a cancellation, a fault of ours. */
export async function readPart<T>({ plan, scope, what }: Reading, work: () => Promise<T>): Promise<Part<T>> {
  try {
    return { kind: 'read', value: await work() };
  } catch (error) {
    if (error instanceof UnexpectedAnswer)
      return { kind: 'no-answer', because: `the answer for ${what} is not what the service describes` };
    if (!(error instanceof RemoteError)) throw error;
    const { retryable, service, status } = error;
    // GitHub turns away by its rate limit with 403.
    if (status === undefined || retryable || status === 408 || status === 429 || status >= 500 || status < 400)
      return { kind: 'no-answer', because: `${service} did not answer for ${what}` };
    if (status === 402)
      return {
        kind: 'withheld',
        because: `the plan ${plan === undefined ? 'of the account' : `"${plan}"`} does not have ${what}`,
        remedy: 'Remove the line from the policy, or accept it until the plan is changed.',
        status,
      };
    if (status === 401)
      return {
        kind: 'withheld',
        because: `${service} does not accept the token (HTTP 401)`,
        remedy: 'Create another token: this one is wrong, or it has ended.',
        status,
      };
    if (status === 404)
      return {
        kind: 'withheld',
        because: `${service} does not find ${what} (HTTP 404): a name is wrong, or the token may not see it`,
        remedy: `Check the name, and give the token this access: ${scope}.`,
        status,
      };
    return {
      kind: 'withheld',
      because: `${service} refused to show ${what} (HTTP ${status})${plan === undefined ? '' : ` on the plan "${plan}"`}`,
      remedy: `Give the token this access: ${scope}${plan === undefined ? '' : ', or change the plan'}.`,
      status,
    };
  }
}

export function known<T>(value: T): Part<T> {
  return { kind: 'read', value };
}

/** The value of a part that was read. */
export function readValue<T>(part: Part<T> | undefined): T | undefined {
  return part?.kind === 'read' ? part.value : undefined;
}
