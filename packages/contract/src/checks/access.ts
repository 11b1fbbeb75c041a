import { succeeded } from '../ask/exchange.ts';
import { wallIn } from '../ask/wall.ts';
import type { Access, Visit } from '../visit.ts';
import { type Checker, checkOf, type Finding, isUnavailable, seen } from './check.ts';
import { mainAnswer } from './main-answer.ts';

/** For each identity of which the caller said so: whether it gets an answer, or is refused. */
export const access: Checker = (visit) =>
  visit.others.map((one) =>
    checkOf(
      one.may ? 'identity/may' : 'identity/may-not',
      visit,
      one.may ? mayFinding(one) : mayNotFinding(one, visit),
      one.identity.name,
    ),
  );

function mayFinding({ exchange, identity }: Access): Finding {
  const expected = 'a success';
  const measured = seen(exchange);
  if (exchange.kind === 'answer' && wallIn(exchange) === undefined) {
    if (succeeded(exchange)) return { verdict: 'pass', reason: 'permitted', measured, expected };
    if (exchange.status === 401 || exchange.status === 403)
      return {
        verdict: 'fail',
        reason: 'refused',
        measured,
        expected,
        remedy: `check that the credentials of ${identity.name} are valid, then what the backend permits`,
      };
  }
  return {
    verdict: 'unknown',
    reason: 'not-permitted-for-certain',
    measured,
    expected,
    remedy: 'give an example that gets a success',
  };
}

function mayNotFinding({ exchange, identity }: Access, visit: Visit): Finding {
  const expected = '401, 403 or 404, while another identity gets an answer';
  const measured = seen(exchange);
  const unknown = (reason: string, remedy: string): Finding => ({
    verdict: 'unknown',
    reason,
    measured,
    expected,
    remedy,
  });
  if (exchange.kind === 'lost') return unknown('no-answer', 'look at the logs of the backend');
  if (wallIn(exchange) !== undefined) return unknown('wall', 'let the runner pass it');
  if (succeeded(exchange))
    return {
      verdict: 'fail',
      reason: 'permitted',
      measured,
      expected,
      remedy: `${identity.name} gets what it may not see: do not release before the backend refuses it`,
    };
  if (isUnavailable(exchange.status) || ![401, 403, 404].includes(exchange.status))
    return unknown('refused-otherwise', 'let the backend answer 403');
  const main = mainAnswer(visit);
  const control =
    visit.call.identity !== undefined &&
    visit.call.identity !== identity &&
    main.kind === 'answer' &&
    succeeded(main.answer);
  if (!control)
    return unknown('no-control', 'give an identity that may use it, so that the refusal is known to be meant');
  return { verdict: 'pass', reason: 'refused', measured, expected };
}
