import { succeeded } from '../ask/exchange.ts';
import { ruleFor } from '../contract.ts';
import type { Visit } from '../visit.ts';
import { type Checker, checkOf, type Finding, seen } from './check.ts';
import { mainAnswer } from './main-answer.ts';

/** Whether the status of the right request is one that the contract names, and one that means that it worked. */
export const status: Checker = (visit) => {
  const finding = judge(visit);
  return finding === undefined ? [] : [checkOf('operation/status', visit, finding)];
};

function judge(visit: Visit): Finding | undefined {
  const main = mainAnswer(visit);
  if (main.kind === 'no-evidence') return undefined;
  const { operation, example } = visit.call;
  const { answer } = main;
  const measured = seen(answer);
  const documented = operation.responses.map(({ status: one }) => one);
  const wanted = example?.expect;
  const expected =
    wanted !== undefined ? `HTTP ${wanted}` : documented.length === 0 ? 'a success' : `one of ${documented.join(', ')}`;
  if (wanted !== undefined && answer.status !== wanted)
    return {
      verdict: 'fail',
      reason: 'other-status',
      measured,
      expected,
      remedy: 'correct the backend, or "expect" of the example',
    };
  if (answer.status >= 500)
    return {
      verdict: 'fail',
      reason: 'server-error',
      measured,
      expected,
      remedy: 'look at the logs of the backend for this request',
    };
  if (documented.length > 0 && ruleFor(operation, answer.status) === undefined)
    return {
      verdict: 'fail',
      reason: 'status-not-documented',
      measured,
      expected,
      remedy: `document the status of ${operation.name}, or correct the backend`,
    };
  if (
    wanted === answer.status ||
    succeeded(answer) ||
    (answer.status >= 300 && answer.status < 400 && documented.length > 0)
  )
    return { verdict: 'pass', reason: 'status-documented', measured, expected };
  return {
    verdict: 'unknown',
    reason: 'no-success',
    measured: `${measured}: an error that is documented`,
    expected: 'a success, which shows that the operation works',
    remedy: `give values that work: "${operation.name}" in "examples", with "expect" if this status is meant`,
  };
}
