import { formatDuration } from '@lockstep/base';
import { succeeded } from '../ask/exchange.ts';
import { ruleFor } from '../contract.ts';
import { bodyFinding, mediaRule } from './body.ts';
import { type Checker, checkOf, type Finding, seen } from './check.ts';
import { mainAnswer, saysTheSame } from './main-answer.ts';

/** Where an answer says that it goes on, it must: once is followed. */
export const nextPage: Checker = (visit, context) => {
  const { next, main, call } = visit;
  if (next === undefined || main.kind === 'lost') return [];
  const expected = 'the next page, on the same host and as documented';
  const judge = (): Finding => {
    if (next.kind === 'other-origin')
      return {
        verdict: 'fail',
        reason: 'other-origin',
        measured: `a link to ${next.host}`,
        expected,
        remedy:
          'let the backend build links from the address that it is asked at (behind a proxy: from X-Forwarded-Host)',
      };
    const { exchange } = next;
    const measured = seen(exchange);
    if (exchange.kind === 'lost')
      return { verdict: 'unknown', reason: 'no-answer', measured, expected, remedy: 'run the check again' };
    if (!succeeded(exchange))
      return {
        verdict: 'fail',
        reason: 'next-page-broken',
        measured,
        expected,
        remedy: 'correct the link, or the paging',
      };
    const rule = ruleFor(call.operation, exchange.status);
    const schema = rule === undefined ? undefined : mediaRule(rule, exchange)?.schema;
    const body = schema === undefined ? undefined : bodyFinding(exchange, schema, context);
    if (body !== undefined && body.verdict !== 'pass') return body;
    if (exchange.path === main.path || (exchange.body === main.body && saysTheSame(exchange, main)))
      return {
        verdict: 'fail',
        reason: 'same-page',
        measured: 'the same page again',
        expected,
        remedy: 'let the link lead on, or send none on the last page',
      };
    return { verdict: 'pass', reason: 'next-page-works', measured, expected };
  };
  return [checkOf('operation/next-page', visit, judge())];
};

/** The fastest of a few answers: the first may have started the backend. */
export const latency: Checker = (visit, { latencyBudgetMs }) => {
  if (latencyBudgetMs === undefined || visit.times.length === 0 || mainAnswer(visit).kind === 'no-evidence') return [];
  const best = Math.min(...visit.times);
  const facts = { measured: formatDuration(best), expected: `at most ${formatDuration(latencyBudgetMs)}` };
  return [
    checkOf(
      'operation/latency',
      visit,
      best <= latencyBudgetMs
        ? { verdict: 'pass', reason: 'in-time', ...facts }
        : {
            verdict: 'fail',
            reason: 'too-slow',
            ...facts,
            remedy: 'make the backend faster, or raise "latency-budget"',
          },
    ),
  ];
};

/** What the check itself created must be gone again. */
export const cleanedUp: Checker = (visit) => {
  const { cleanedUp: end } = visit;
  if (end === undefined || end.kind === 'nothing-created') return [];
  const expected = 'nothing left behind, read back';
  if (end.kind === 'gone')
    return [checkOf('operation/clean-up', visit, { verdict: 'pass', reason: 'gone', measured: 'gone', expected })];
  const measured = end.kind === 'still-there' ? end.measured : `the answer has no value for "${end.name}"`;
  const remedy = 'remove by hand what the example created, then correct "clean-up" of the example';
  return [checkOf('operation/clean-up', visit, { verdict: 'fail', reason: 'left-behind', measured, expected, remedy })];
};
