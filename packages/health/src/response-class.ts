import type { FormatName } from './formats.ts';

/** What an answer is. Never collapsed: each calls for something else. */
export const responseClasses = [
  'ok',
  'degraded',
  'unhealthy',
  'contract-violation',
  'wrong-identity',
  'identity-absent',
  'stale',
  'protected',
  'redirected',
  'platform-error',
  'timeout',
  'network',
] as const;
export type ResponseClass = (typeof responseClasses)[number];

/** For people: a path that was asked for its build alone says nothing about its health. */
export function wordOf(answer: { readonly class: ResponseClass; readonly format: FormatName | undefined }): string {
  return answer.format === 'identity' && answer.class === 'ok' ? 'names its build' : answer.class;
}

/** What a degraded answer counts as: `warn` passes with a warning. */
export type DegradedPolicy = 'pass' | 'warn' | 'fail';

export type AnswerKind = 'success' | 'failure' | 'error';

/** Failures are what the application says; errors are measurements that did not come about, and have their own limit. */
export function kindOf(responseClass: ResponseClass, degraded: DegradedPolicy): AnswerKind {
  switch (responseClass) {
    case 'ok':
      return 'success';
    case 'degraded':
      return degraded === 'fail' ? 'failure' : 'success';
    case 'timeout':
    case 'network':
    case 'platform-error':
      return 'error';
    case 'unhealthy':
    case 'contract-violation':
    case 'wrong-identity':
    case 'identity-absent':
    case 'stale':
    case 'protected':
    case 'redirected':
      return 'failure';
  }
}

/** The classes that can fail a gate. */
export type FailingClass = Exclude<ResponseClass, 'ok' | 'timeout' | 'network'>;

/** The class of a failure; undefined for what is none. A degraded answer is one where the policy says so. */
export function failureIn(responseClass: ResponseClass, degraded: DegradedPolicy): FailingClass | undefined {
  if (responseClass === 'ok' || responseClass === 'timeout' || responseClass === 'network') return undefined;
  return kindOf(responseClass, degraded) === 'failure' ? responseClass : undefined;
}

/** Classes after which more of the same would only say the same. */
export function isFinal(
  responseClass: ResponseClass,
): responseClass is 'protected' | 'wrong-identity' | 'identity-absent' {
  return responseClass === 'protected' || responseClass === 'wrong-identity' || responseClass === 'identity-absent';
}
