import type { Check } from '@lockstep/base';
import type { Exchange } from '../ask/exchange.ts';
import type { Contract } from '../contract.ts';
import type { Validator } from '../schema/validator.ts';
import type { Visit } from '../visit.ts';

/** What every check knows besides the answers. */
export interface CheckContext {
  readonly contract: Contract;
  readonly validator: Validator;
  /** What a field or route that no document names does. */
  readonly undocumented: 'warn' | 'fail';
  readonly latencyBudgetMs: number | undefined;
}

/** One family of checks on what an operation answered. Empty where it has nothing to say of it. */
export type Checker = (visit: Visit, context: CheckContext) => readonly Check[];

/** The rules in words, by their ids: reports and acceptances hang on these for good. */
export const TITLES = {
  'operation/mounted': 'The backend has the operation',
  'operation/status': 'The status of the answer is documented',
  'operation/content-type': 'The type of the answer is documented',
  'operation/body': 'The body of the answer is valid',
  'operation/undocumented-fields': 'The answer has no fields that the contract does not name',
  'operation/headers': 'The headers of the answer are as documented',
  'operation/refuses-no-token': 'The operation refuses a request without credentials',
  'operation/refuses-wrong-token': 'The operation refuses a request with wrong credentials',
  'operation/error-shape': 'A refusal is a documented error',
  'operation/next-page': 'The link to the next page works',
  'operation/latency': 'The answer comes within the budget',
  'operation/clean-up': 'What the check created is gone again',
  'identity/may': 'The identity gets an answer',
  'identity/may-not': 'The identity is refused',
} as const;
export type CheckId = keyof typeof TITLES;

export interface Finding {
  readonly verdict: Check['verdict'];
  readonly reason: string;
  readonly measured: string;
  readonly expected: string;
  readonly remedy?: string;
}

export function checkOf(id: CheckId, { call }: Pick<Visit, 'call'>, finding: Finding, who?: string): Check {
  const { operation } = call;
  return {
    id,
    title: TITLES[id],
    verdict: finding.verdict,
    reason: finding.reason,
    what: who === undefined ? operation.name : `${operation.name} as ${who}`,
    ...(operation.where === undefined ? {} : { where: operation.where }),
    measured: finding.measured,
    expected: finding.expected,
    remedy: finding.verdict === 'pass' ? '' : (finding.remedy ?? ''),
  };
}

/** An answer in a few words, and never with what it says. */
export function seen(exchange: Exchange): string {
  if (exchange.kind === 'lost')
    return exchange.why === 'timeout' ? 'no answer in time' : `no answer (${exchange.code})`;
  const type = (exchange.headers['content-type'] ?? '').replace(/;.*$/s, '').trim();
  return `HTTP ${exchange.status}${/^[\w.+/-]{1,60}$/.test(type) ? `, ${type}` : ''}`;
}

/** Statuses of something before the backend that could not reach it. */
export function isUnavailable(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}
