import { describe, expect, test } from '@jest/globals';
import type { Exchange } from '../src/ask/exchange.ts';
import { checkRequirements } from '../src/requires/check-requires.ts';
import { readCondition } from '../src/requires/condition.ts';
import { checkLedgers, type LedgerAnswer } from '../src/requires/ledger.ts';
import { orderOf } from '../src/requires/order.ts';
import { readRequirements } from '../src/requires/requirement.ts';

test.each([
  ['>=2.4.0', '2.4', true],
  ['>=2.4.0', '2.10.1', true],
  ['>=2.4.0', '2.3.99', false],
  ['>=1.2 <2', '2.0.0', false],
  ['>= 1.2, < 2', 'v1.9', true],
  ['= 0', '0', true],
  ['!=0', '0', false],
  ['20260105090000', '20260105090000', true],
  ['>=20260105090000', '20260105089999', false],
  ['<=3', '4', false],
  ['>3', '3', false],
  ['>=1', '1.0.0-rc.1', undefined],
  ['>=1', '', undefined],
])('%s of %s', (text, value, holds) => {
  expect(readCondition(text)?.holds(value)).toBe(holds);
});

test.each(['', '>=', '=> 2', '~1', '^1.2', '1.x', '>=1 or'])('%j is no condition', (text) => {
  expect(readCondition(text)).toBeUndefined();
});

describe('what a release requires', () => {
  const answer = (body: string, status = 200): Exchange => ({
    ...{ kind: 'answer', status, headers: { 'content-type': 'application/json' }, body },
    ...{ truncated: false, ms: 1, path: '/' },
  });
  const ask = async (value: unknown, exchange: Exchange) => {
    const { problems, requirements } = readRequirements(value, 'requires');
    expect(problems).toEqual([]);
    const asked: string[] = [];
    const send = async ({ url }: { readonly url: URL }) => {
      asked.push(url.href);
      return exchange;
    };
    const healthUrl = new URL('https://api.example/health');
    const checks = await checkRequirements(requirements, { healthUrl, send, contact: 'the backend team' });
    return { asked, checks };
  };
  const needs = { backend: '>=2.4', schema: { needs: '>=20260105', at: '/checks/schema' } };
  const body = (version: string, schema: number) => JSON.stringify({ metadata: { version }, checks: { schema } });

  test('passes where it is live, and is asked for once', async () => {
    const { asked, checks } = await ask(needs, answer(body('2.4.1', 20260105)));
    expect(checks.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
    expect(asked).toHaveLength(1);
  });

  test('fails by the name of what is not live yet, with the order of releases', async () => {
    const { checks } = await ask(needs, answer(body('2.3.9', 20260105)));
    expect(checks).toMatchObject([
      { what: 'backend', verdict: 'fail', reason: 'not-live-yet', measured: '2.3.9' },
      { verdict: 'pass' },
    ]);
    expect(checks[0]?.remedy).toContain('release backend first');
  });

  test.each<[string, Exchange, string]>([
    ['no answer', { kind: 'lost', why: 'network', code: 'ECONNREFUSED', path: '/' }, 'no-answer'],
    ['no version', answer('{}'), 'no-version'],
    ['a page', answer('<html>'), 'no-version'],
    ['a commit', answer(body('1f3c-dirty', 1)), 'not-comparable'],
  ])('%s is unknown', async (_, exchange, reason) => {
    const { checks } = await ask({ backend: '>=2' }, exchange);
    expect(checks).toMatchObject([{ verdict: 'unknown', reason }]);
  });

  test('whoever can help is named', async () => {
    const { checks } = await ask({ backend: '>=2' }, { kind: 'lost', why: 'timeout', code: 'NO_ANSWER', path: '/' });
    expect(checks[0]?.remedy).toContain('the backend team');
  });
});

describe('what the ledger of another service says', () => {
  const place = { repository: 'acme/api', service: 'api', contains: 'v2.4.0' };
  const ask = async (answer: LedgerAnswer | undefined) => {
    const { problems, requirements } = readRequirements({ backend: { ledger: place } }, 'requires');
    expect(problems).toEqual([]);
    return await checkLedgers(requirements, answer && (async () => answer));
  };

  test.each<[LedgerAnswer, string, string]>([
    [{ kind: 'released', release: 'r1', contains: true, what: 'commit c' }, 'pass', 'released'],
    [{ kind: 'released', release: 'r1', contains: false, what: 'commit c' }, 'fail', 'not-live-yet'],
    [{ kind: 'released', release: 'r1', contains: undefined, what: 'commit c' }, 'unknown', 'not-comparable'],
    [{ kind: 'open', what: 'release r2 is begun' }, 'unknown', 'in-progress'],
    [{ kind: 'none', what: 'no release' }, 'fail', 'never-released'],
    [{ kind: 'unanswered', because: '403', remedy: 'another token' }, 'unknown', 'no-answer'],
  ])('%j', async (answer, verdict, reason) => {
    expect(await ask(answer)).toMatchObject({
      checks: [{ id: 'requires/released', what: 'backend', verdict, reason }],
      notVerified: [],
    });
  });

  test('without a token nothing is known of it, which is no pass', async () => {
    expect(await ask(undefined)).toMatchObject({
      checks: [],
      notVerified: [{ id: 'requires/released', what: 'backend', chosen: false }],
    });
  });

  test.each([
    { repository: 'acme' },
    { repository: 'acme/api', contains: '../../user' },
    { repository: 'acme/api', contains: 'v1...v2' },
    { repository: 'acme/api', more: 1 },
  ])('a place that is none is refused: %j', (ledger) => {
    expect(readRequirements({ backend: { ledger } }, 'requires').problems).toHaveLength(1);
  });
});

test('the order of releases, and the other way round for rollbacks', () => {
  expect(orderOf([{ name: 'backend' }, { name: 'schema' }])).toEqual({
    release: 'backend and schema, then this release',
    rollback: 'this release, then backend and schema',
  });
  expect(orderOf([])).toBeUndefined();
});

test('problems of the input are said', () => {
  const wrong = { a: '^1', b: { needs: '1', url: 'x', at: 'y', more: 1 }, c: 3 };
  expect(readRequirements(wrong, 'requires').problems).toHaveLength(4);
  expect(readRequirements([], 'requires').problems).toHaveLength(1);
});
