import { healthy, troubled } from '../app.ts';
import { type Case, dead, html, json } from './case.ts';

/** The health contract, and which of its checks decide. */
export const contractCases: readonly Case[] = [
  { what: 'a healthy answer', answers: () => healthy(), is: 'ok' },
  { what: 'a degraded answer', answers: () => troubled('external_services', 'warn'), is: 'degraded' },
  { what: 'an unhealthy answer', answers: () => troubled('database', 'fail'), is: 'unhealthy' },
  {
    what: 'an unhealthy answer that calls its JSON text',
    answers: () => {
      const { body } = troubled('database', 'fail');
      return { status: 503, headers: { 'content-type': 'text/plain' }, body: JSON.stringify(body) };
    },
    is: 'unhealthy',
  },
  {
    what: 'healthy with a failing check',
    answers: () => healthy({ checks: dead }),
    is: 'contract-violation',
    rule: 'healthy-with-failing-check',
  },
  {
    what: 'unhealthy with HTTP 200',
    answers: () => ({ ...troubled('database', 'fail'), status: 200 }),
    is: 'contract-violation',
    rule: 'unhealthy-with-success-status',
  },
  {
    what: 'healthy with HTTP 500',
    answers: () => ({ ...healthy(), status: 500 }),
    is: 'contract-violation',
    rule: 'healthy-with-error-status',
  },
  {
    what: 'healthy with HTTP 202',
    answers: () => ({ ...healthy(), status: 202 }),
    is: 'contract-violation',
    rule: 'unexpected-status',
  },
  {
    what: 'degraded without a warning',
    answers: () => healthy({ status: 'degraded' }),
    is: 'contract-violation',
    rule: 'degraded-without-warning',
  },
  {
    what: 'unhealthy without a failing check',
    answers: () => ({ ...healthy({ status: 'unhealthy' }), status: 503 }),
    is: 'unhealthy',
    rule: 'unhealthy-without-failing-check',
  },
  {
    what: 'a status word that is none of the contract',
    answers: () => healthy({ status: 'fine' }),
    asked: { format: 'health' },
    is: 'contract-violation',
    rule: 'unknown-status-word',
  },
  {
    what: 'a check whose state is no word of the contract',
    answers: () => healthy({ checks: { database: { status: 'green' } } }),
    is: 'contract-violation',
    rule: 'unclear-check',
  },
  {
    what: 'no checks',
    answers: () => healthy({ checks: undefined }),
    is: 'contract-violation',
    rule: 'missing-checks',
  },
  {
    what: 'an empty list of checks',
    answers: () => healthy({ checks: {} }),
    is: 'contract-violation',
    rule: 'missing-checks',
  },
  {
    what: 'no timestamp',
    answers: () => healthy({ timestamp: undefined }),
    is: 'contract-violation',
    rule: 'missing-timestamp',
  },
  {
    what: 'a timestamp that is none',
    answers: () => healthy({ timestamp: 'yesterday' }),
    is: 'contract-violation',
    rule: 'unreadable-timestamp',
  },
  {
    what: 'an HTML page where JSON is expected',
    answers: html(200, '<html>welcome</html>'),
    is: 'contract-violation',
    rule: 'not-json',
  },
  {
    what: 'JSON that is cut off',
    answers: () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: '{"status":"healthy"' }),
    is: 'contract-violation',
    rule: 'not-json',
  },
  {
    what: 'a body that is longer than any health answer',
    answers: () => healthy({ padding: 'x'.repeat(300_000) }),
    is: 'contract-violation',
    rule: 'too-long',
  },
  {
    what: 'JSON of no known format',
    answers: json(200, { ok: true }),
    is: 'contract-violation',
    rule: 'unrecognized-format',
  },
  { what: "the application's own 404", answers: json(404, { error: 'x' }), is: 'contract-violation' },
  { what: "the application's own 500 page", answers: html(500, 'x'), is: 'contract-violation', rule: 'not-json' },

  {
    what: 'a failing payment provider that is advisory',
    answers: () => troubled('external_services', 'fail'),
    asked: { criticality: { critical: [], advisory: ['external*'] } },
    is: 'ok',
    rule: 'advisory-check',
  },
  {
    what: 'a failing database next to an advisory check',
    answers: () => troubled('database', 'fail'),
    asked: { criticality: { critical: [], advisory: ['external*'] } },
    is: 'unhealthy',
  },
  {
    what: 'a failing check that is not among the critical ones',
    answers: () => troubled('memory', 'fail'),
    asked: { criticality: { critical: ['database'], advisory: [] } },
    is: 'ok',
    rule: 'advisory-check',
  },
  {
    what: 'a critical check that is not there',
    answers: () => healthy(),
    asked: { criticality: { critical: ['database', 'queue*'], advisory: [] } },
    is: 'contract-violation',
    rule: 'missing-critical-check',
  },
  {
    what: 'a warning that counts next to a failure that does not',
    answers: () => ({
      ...healthy({
        status: 'unhealthy',
        checks: { memory: { status: 'warn' }, external_services: { status: 'fail' } },
      }),
      status: 503,
    }),
    asked: { criticality: { critical: [], advisory: ['external*'] } },
    is: 'degraded',
  },
];
