import { isJson, mediaType, succeeded } from '../ask/exchange.ts';
import { ruleFor } from '../contract.ts';
import type { Visit } from '../visit.ts';
import { type Checker, checkOf, type Finding, seen } from './check.ts';
import { mainAnswer, saysTheSame } from './main-answer.ts';

/**
 * Whether the backend has the operation. An address that certainly does not exist is the control: a backend that answers
 * every address with the same page has none of them.
 */
export const mounted: Checker = (visit) => [checkOf('operation/mounted', visit, judge(visit))];

const expected = 'an answer that an address that does not exist would not get';

function judge(visit: Visit): Finding {
  const { call, nowhere } = visit;
  const main = mainAnswer(visit);
  if (main.kind === 'no-evidence') {
    const { reason, measured, remedy } = main;
    return { verdict: 'unknown', reason, measured, expected, remedy };
  }
  const { answer } = main;
  const measured = seen(answer);
  if (answer.status === 405 || answer.status === 501)
    return {
      verdict: 'fail',
      reason: 'method-not-mounted',
      measured,
      expected,
      remedy: `the backend has the path and not the method: deploy it, or remove ${call.operation.name} from the contract`,
    };
  if (nowhere.kind === 'lost')
    return succeeded(answer)
      ? {
          verdict: 'unknown',
          reason: 'no-control',
          measured: `${measured}; ${seen(nowhere)} for the control`,
          expected,
          remedy: 'run the check again',
        }
      : { verdict: 'unknown', reason: 'no-control', measured, expected, remedy: 'run the check again' };
  if (!saysTheSame(answer, nowhere)) {
    const guesses = succeeded(answer) && succeeded(nowhere) && !isJson(mediaType(answer));
    if (guesses && mediaType(answer) === mediaType(nowhere))
      return {
        verdict: 'unknown',
        reason: 'catch-all',
        measured: `${measured}, and ${seen(nowhere)} for an address that does not exist`,
        expected,
        remedy: 'let the backend answer 404 for addresses that it does not have',
      };
    return { verdict: 'pass', reason: 'mounted', measured, expected };
  }
  return sameAsNowhere(visit, measured);
}

function sameAsNowhere({ call }: Visit, measured: string): Finding {
  const { operation, valuesGiven } = call;
  const hasParameters = operation.path.includes('{');
  // The document's own example need not exist: the same 404 may speak of the record and not of the route.
  if (hasParameters && !valuesGiven && ruleFor(operation, 404) !== undefined)
    return {
      verdict: 'unknown',
      reason: 'not-distinguishable',
      measured: `${measured}, as for an address that does not exist`,
      expected,
      remedy: `give a record that exists: "${operation.name}" in "examples"`,
    };
  return {
    verdict: 'fail',
    reason: 'not-mounted',
    measured: `${measured}, as for an address that does not exist`,
    expected,
    remedy: `deploy the backend that has ${operation.name}, or remove it from the contract`,
  };
}
