import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { parseBudget } from '../src/budget.ts';
import { parseGates } from '../src/config.ts';
import type { Gate } from '../src/gate.ts';
import { judgeGate } from '../src/judge.ts';
import { withAddress } from '../src/page-url.ts';
import { Repository } from './repository.ts';

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

const gateOf = (fields: string): Gate => {
  const [gate] = parseGates(`- { name: speed, report: r.json, ${fields} }`, 'gates');
  if (gate === undefined) throw new Error('no gate');
  return gate;
};

const judged = async (fields: string, paths: readonly string[], exitCode: number | undefined = 0) => {
  const gate = gateOf(fields);
  const reading = await repo.readAll(gate.format ?? 'k6', paths, exitCode);
  const end = exitCode === undefined ? undefined : ({ kind: 'exited', exitCode } as const);
  const committed = { baseline: undefined, floors: undefined, lineText: () => undefined, nowMs: 0 };
  return judgeGate(gate, { end, reading }, committed);
};

test.each([
  ['p95 <= 500', { metric: 'p95', operator: '<=', limit: 500, unit: '' }],
  ['largest-contentful-paint<2.5s', { metric: 'largest-contentful-paint', operator: '<', limit: 2_500, unit: 's' }],
  ['error-rate <= 1%', { metric: 'error-rate', operator: '<=', limit: 0.01, unit: '%' }],
  ['performance-score >= 90', { metric: 'performance-score', operator: '>=', limit: 90, unit: '' }],
  ['total-byte-weight <= 250 kB', { metric: 'total-byte-weight', operator: '<=', limit: 250_000, unit: 'kB' }],
  ['http_req_duration{name:a b}.p(95) > 1ms', { metric: 'http_req_duration{name:a b}.p(95)', limit: 1 }],
])('%s', (text, budget) => {
  expect(parseBudget(text)).toMatchObject(budget);
});

test.each([
  'p95',
  'p95 500',
  'p95 = 500',
  '<= 500',
  'p95 <= ',
  'p95 <= fast',
  'p95 <= 5 apples',
  'p95 <= -1',
  'a < b < 3',
  'p95 <= 1e3',
])('"%s" is no budget', (text) => expect(parseBudget(text)).toBeUndefined());

test('a long text is read in linear time', () => {
  expect(parseBudget(`${' '.repeat(200_000)}p95${' '.repeat(200_000)}`)).toBeUndefined();
  expect(parseBudget(`p95 <= ${'1'.repeat(200_000)}x`)).toBeUndefined();
});

describe('budgets of measured values', () => {
  const runs = () => [1, 2, 3].map((run) => repo.recorded(`lighthouse-${run}.json`));

  test('are judged by the median', async () => {
    const within = await judged('format: lighthouse, budgets: [largest-contentful-paint <= 0.65s]', runs());
    expect(within).toMatchObject({ verdict: 'pass', reason: 'clean', message: 'largest-contentful-paint 0.6481s' });
    const over = await judged('format: lighthouse, budgets: [largest-contentful-paint <= 0.648s]', runs());
    expect(over).toMatchObject({
      verdict: 'fail',
      reason: 'over-budget',
      message: 'largest-contentful-paint 0.6481s, budget <= 0.648s',
    });
  });

  test.each([
    ['p99 < 1', 'fail'],
    ['p99 <= 1', 'pass'],
    ['requests > 20642', 'fail'],
    ['requests >= 20642', 'pass'],
    ['error-rate <= 1%', 'fail'],
    ['error-rate <= 30%', 'pass'],
  ])('%s: %s', async (budget, verdict) => {
    const answer = await judged(`format: autocannon, budgets: ["${budget}"]`, [repo.recorded('autocannon.json')]);
    expect(answer.verdict).toBe(verdict);
  });

  test('a value that the report does not have is unknown, and the others are listed', async () => {
    for (const metric of ['p95', 'constructor']) {
      const answer = await judged(`format: autocannon, budgets: [${metric} <= 500]`, [
        repo.recorded('autocannon.json'),
      ]);
      expect(answer).toMatchObject({ verdict: 'unknown', reason: 'metric-missing' });
      expect(answer.message).toContain('p97.5');
    }
  });

  test('k6: without thresholds and budgets nothing was judged', async () => {
    const path = repo.made('k6-structured.json');
    expect(await judged('format: k6', [path])).toMatchObject({ verdict: 'unknown', reason: 'nothing-checked' });
    expect(await judged('format: k6, budgets: [p95 <= 400ms]', [path])).toMatchObject({ verdict: 'pass' });
    expect(await judged('format: k6, budgets: [p95 <= 400ms]', [path], 99)).toMatchObject({
      verdict: 'fail',
      reason: 'findings',
    });
  });

  test('k6: its own thresholds fail the gate', async () => {
    const answer = await judged('format: k6', [repo.made('k6-summary-export.json')], 99);
    expect(answer).toMatchObject({ verdict: 'fail', reason: 'findings' });
  });
});

describe('the page that a report must be about', () => {
  test.each([
    ['http://127.0.0.1:4173/half/', 'pass'],
    ['http://127.0.0.1:4173/half?run=2', 'pass'],
    ['http://127.0.0.1:4173/', 'unknown'],
    ['http://127.0.0.1:4174/half', 'unknown'],
    ['https://127.0.0.1:4173/half', 'unknown'],
  ])('%s: %s', async (url, verdict) => {
    const answer = await judged(`format: autocannon, budgets: [p99 <= 5], url: "${url}"`, [
      repo.recorded('autocannon.json'),
    ]);
    expect(answer).toMatchObject(verdict === 'pass' ? { verdict } : { verdict, reason: 'wrong-url', findings: [] });
  });

  test('of a scan the site, whatever was found on another one', async () => {
    const scan = async (url: string) => await judged(`format: zap, url: "${url}"`, [repo.made('zap.json')], 2);
    expect(await scan('https://preview.example/app')).toMatchObject({ verdict: 'fail', reason: 'findings' });
    const real = async (url: string) => await judged(`format: zap, url: "${url}"`, [repo.recorded('zap.json')], 2);
    expect((await real('http://127.0.0.1:4173/cart')).reason).not.toBe('wrong-url');
    expect(await real('http://127.0.0.1:4174/cart')).toMatchObject({ verdict: 'unknown', reason: 'wrong-url' });
    expect(await scan('https://shop.example/')).toMatchObject({
      verdict: 'unknown',
      reason: 'wrong-url',
      findings: [],
    });
  });

  test('may begin with a variable, which must be set', () => {
    const gate = gateOf('format: zap, url: $PREVIEW_URL/app');
    expect(withAddress(gate, { PREVIEW_URL: 'https://a.example' }).url).toBe('https://a.example/app');
    for (const env of [{}, { PREVIEW_URL: 'a.example' }]) expect(() => withAddress(gate, env)).toThrow(InputError);
  });
});

test('budgets and addresses that would change nothing, or are none, are refused', () => {
  const problems = (fields: string): string => {
    try {
      gateOf(fields);
      return '';
    } catch (error) {
      return error instanceof InputError ? error.problems.join('\n') : String(error);
    }
  };
  expect(problems('format: lighthouse')).toContain('"budgets": required');
  expect(problems('format: autocannon')).toContain('"budgets": required');
  expect(problems('format: k6')).toBe('');
  expect(problems('format: eslint, budgets: [p95 <= 1]')).toContain('"budgets": has no effect');
  expect(problems('format: k6, budgets: [p95 fast]')).toContain('"p95 fast": expected a limit');
  expect(problems('format: k6, url: "https://a.example"')).toContain('"url": has no effect');
  expect(problems('format: zap, url: a.example')).toContain('"url": expected an address');
  expect(problems('format: k6, minimum: { p95: 1 }')).toContain('"minimum", "maximum" and "ratchet" need one of');
});
