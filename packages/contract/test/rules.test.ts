import { describe, expect, test } from '@jest/globals';
import { readExamples, readIdentities, readPattern, readRoutes } from '../src/index.ts';
import { wrongCredentials } from '../src/plan/identities.ts';
import { nowherePath } from '../src/visit.ts';
import { bad, check, EXAMPLES } from './check.ts';

const pattern = (text: string) => {
  const one = readPattern(text);
  if (one === undefined) throw new Error(`${text} is no pattern`);
  return one;
};
const POST = {
  'POST /patients': {
    body: { name: 'Test' },
    'clean-up': { call: 'DELETE /patients/{id}', gone: 'GET /patients/{id}', take: { id: '/id' } },
  },
  'DELETE /patients/{id}': { path: { id: 'none' }, expect: 404 },
};
const all = (change: object = {}) => ({
  methods: 'all' as const,
  examples: [...EXAMPLES, ...readExamples({ ...POST, ...change }, 'examples').examples],
});

describe('methods that change something', () => {
  test('are called with an example, and what they created is gone again, read back', async () => {
    const { checks, coverage, backend } = await check(undefined, all());
    expect(bad({ checks })).toEqual([]);
    expect(coverage).toMatchObject({ all: 6, counted: 6, judged: 6 });
    expect(checks.find(({ id }) => id === 'operation/clean-up')).toMatchObject({ verdict: 'pass', reason: 'gone' });
    expect(backend.asked).toEqual(
      expect.arrayContaining(['POST /v1/patients doctor', 'DELETE /v1/patients/n1 doctor']),
    );
  });

  test('what is still there after the clean-up fails', async () => {
    const { checks } = await check(
      ({ method, path }) => (method === 'GET' && path.endsWith('/n1') ? { status: 200, body: {} } : undefined),
      all(),
    );
    expect(bad({ checks })).toEqual(['fail operation/clean-up left-behind (POST /patients)']);
  });

  test('an id that is not in the answer fails: something was created and cannot be found', async () => {
    const { checks } = await check(
      undefined,
      all({
        'POST /patients': {
          ...POST['POST /patients'],
          'clean-up': { ...POST['POST /patients']['clean-up'], take: { id: '/uuid' } },
        },
      }),
    );
    expect(bad({ checks })).toEqual(['fail operation/clean-up left-behind (POST /patients)']);
  });

  test('without a clean-up, what creates is not called, and counts', async () => {
    const { checks, notVerified, backend } = await check(undefined, all({ 'POST /patients': { body: {} } }));
    expect(bad({ checks })).toEqual(['fail coverage/operations coverage-too-low (all operations)']);
    expect(notVerified).toContainEqual(expect.objectContaining({ what: 'POST /patients', chosen: false }));
    expect(backend.asked.filter((one) => one.startsWith('POST'))).toEqual([]);
  });
});

describe('rules of the caller', () => {
  test('a pattern that protects holds where the contract says nothing', async () => {
    const { checks } = await check(undefined, { protectedBy: [pattern('GET /health')] });
    expect(bad({ checks })).toEqual([
      'fail operation/refuses-no-token open-without-token (GET /health)',
      'fail operation/refuses-wrong-token open-with-wrong-token (GET /health)',
    ]);
  });

  test('what is skipped is named and lowers the coverage', async () => {
    const { checks, notVerified, coverage } = await check(undefined, { skip: [pattern('/admin/*')] });
    expect(bad({ checks })).toEqual(['fail coverage/operations coverage-too-low (all operations)']);
    expect(coverage).toMatchObject({ counted: 4, judged: 3 });
    expect(notVerified).toContainEqual(expect.objectContaining({ what: 'GET /admin/users', chosen: true }));
    const lower = await check(undefined, { skip: [pattern('/admin/*')], coverageMinimum: 0.75 });
    expect(bad(lower)).toEqual([]);
  });

  test('without an identity an operation that refuses is unknown, never protected', async () => {
    const { checks, coverage } = await check(undefined, { identities: [] });
    expect(bad({ checks }).filter((one) => one.includes('refuses-no-token'))).toEqual([
      'unknown operation/refuses-no-token no-control (GET /patients)',
      'unknown operation/refuses-no-token no-control (GET /patients/{id})',
      'unknown operation/refuses-no-token no-control (GET /admin/users)',
    ]);
    expect(coverage.judged).toBe(1);
  });

  test('without an identity an open operation still fails', async () => {
    const { checks } = await check(({ path }) => (path === '/v1/admin/users' ? { status: 200, body: [] } : undefined), {
      identities: [],
    });
    expect(bad({ checks })).toContain('fail operation/refuses-no-token open-without-token (GET /admin/users)');
  });

  test('no answer comes in no time at all', async () => {
    const { checks } = await check(undefined, { latencyBudgetMs: 0 });
    expect(new Set(bad({ checks }).map((one) => one.replace(/ \(.*/, '')))).toEqual(
      new Set(['fail operation/latency too-slow']),
    );
    expect(bad(await check(undefined, { latencyBudgetMs: 60_000 }))).toEqual([]);
  });
});

describe('routes', () => {
  const MANIFEST = JSON.stringify({
    '/page': '/',
    '/v1/health/route': '/v1/health',
    '/v1/patients/[id]/route': '/v1/patients/[id]',
    '/v1/debug/route': '/v1/debug',
  });

  test("of Next's manifest: route handlers, not pages; one that no document names is found", async () => {
    const routes = readRoutes(MANIFEST, 'routes.json');
    expect(routes).toEqual(['/v1/debug', '/v1/health', '/v1/patients/{id}']);
    expect(bad(await check(undefined, { routes }))).toEqual(['fail route/documented route-not-documented (/v1/debug)']);
    const reported = await check(undefined, { routes, undocumented: 'warn' });
    expect(bad(reported)).toEqual([]);
    expect(reported.checks).toContainEqual(
      expect.objectContaining({ id: 'route/documented', reason: 'route-not-documented-reported' }),
    );
  });

  test('of a list', () => {
    expect(readRoutes('# ours\n/a\n/b/:id\n', 'routes.txt')).toEqual(['/a', '/b/{id}']);
    expect(() => readRoutes('a', 'routes.txt')).toThrow(/begin with a slash/);
    expect(() => readRoutes('{}', 'routes.json')).toThrow(/no route handlers/);
  });
});

test('wrong credentials keep their form, and the claims of a token', () => {
  const headers =
    readIdentities([{ name: 'x', headers: { Authorization: 'Bearer abc.def.ghi', apikey: 'sk-Test-9' } }], 'as')
      .identities[0]?.headers ?? {};
  const wrong = wrongCredentials(headers);
  expect(wrong['authorization']).toMatch(/^Bearer abc\.def\.[a-z]{3}$/);
  expect(wrong['authorization']).not.toBe('Bearer abc.def.ghi');
  expect(wrong['apikey']).toMatch(/^[a-z]{2}-[A-Z][a-z]{3}-\d$/);
  expect(wrong['apikey']).not.toBe('sk-Test-9');
});

test.each([
  ['/v1/admin/users', '/admin/users', '/v1/admin/WORD'],
  ['/v1/patients/1', '/patients/{id}', '/v1/WORD/1'],
  ['/v1/patients/1/visits', '/patients/{id}/visits', '/v1/WORD/1/visits'],
  ['/health', '/health', '/WORD'],
])('the control of %s (%s) is %s', (pathname, path, expected) => {
  const url = new URL(`http://x.invalid${pathname}`);
  expect(nowherePath({ url, operation: { path } as never }, 'WORD')).toBe(expected);
});

test.each([
  ['identities that are no list', () => readIdentities({}, 'as').problems, [/expected a list/]],
  [
    'an unset secret',
    () => readIdentities([{ name: 'x', headers: { Authorization: '' } }], 'as').problems,
    [/unset secret/],
  ],
  [
    'two of one name',
    () =>
      readIdentities(
        [
          { name: 'x', headers: { a: 'abcd' } },
          { name: 'x', headers: { a: 'abcd' } },
        ],
        'as',
      ).problems,
    [/two identities/],
  ],
  [
    'a clean-up that does not say where the id is',
    () =>
      readExamples({ 'POST /a': { 'clean-up': { call: 'DELETE /a/{id}', gone: 'GET /a/{id}' } } }, 'examples').problems,
    [/"take"/],
  ],
  ['a misspelled field', () => readExamples({ 'GET /a': { paths: {} } }, 'examples').problems, [/no such field/]],
])('%s is a problem', (_, problems, expected) => {
  expect(problems()).toEqual(expected.map((one) => expect.stringMatching(one)));
});
