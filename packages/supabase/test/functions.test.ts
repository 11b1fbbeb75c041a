import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { InputError, Secret, silent, systemClock } from '@lockstep/base';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { Faults } from '@lockstep/proving-ground/faults';
import { type EdgeFunctionSeed, startEdgeFunctions, startSupabase } from '@lockstep/proving-ground/supabase';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import {
  checkFunctions,
  createAsk,
  createSupabaseClient,
  folderOf,
  getFunction,
  gitIn,
  listFunctions,
  readFunctionRequests,
} from '../src/index.ts';
import { CODE_AT, FunctionsRepository } from './functions-repository.ts';

const REF = 'abcdefghijklmnopqrst';
const KEY = 'anon-key-of-the-test';
const at = (text: string): number => Date.parse(text);
const DEPLOYED_AT = '2026-11-20T13:00:00Z';

let repository: FunctionsRepository;
let faults: Faults;
let supabase: Awaited<ReturnType<typeof startSupabase>>;
let gateway: Awaited<ReturnType<typeof startEdgeFunctions>>;
let seeds: EdgeFunctionSeed[];
const signal = new AbortController().signal;

const deployed = (slug: string, more: Partial<EdgeFunctionSeed> = {}): EdgeFunctionSeed => ({
  slug,
  status: 'ACTIVE',
  version: 3,
  verify_jwt: true,
  updated_at: at(DEPLOYED_AT),
  ...more,
});

beforeEach(async () => {
  repository = FunctionsRepository.withTwo();
  faults = new Faults();
  supabase = await startSupabase({ faults });
  seeds = [deployed('mail'), deployed('stripe', { verify_jwt: false })];
  gateway = await startEdgeFunctions(supabase.project(REF, { functions: seeds }), { faults, key: KEY });
});
afterEach(async () => {
  await Promise.all([supabase.close(), gateway.close()]);
  supabase.expectNoViolations();
  repository.remove();
});

const client = (token = supabase.token({ permissions: ['edge_functions_read'] })) =>
  createSupabaseClient({
    token: new Secret(token),
    apiUrl: new URL(supabase.url),
    clock: hastyClock(100),
    log: silent,
    signal,
    fetch,
    requestTimeoutMs: 10_000,
  });

const WISHES = { '*': { ask: 'GET' } };
async function check(
  given: unknown = WISHES,
  { key = KEY, api = client(), undocumented = 'warn' as 'warn' | 'fail' } = {},
) {
  const { problems, requests } = readFunctionRequests(given, 'functions');
  if (requests === undefined) throw new InputError(problems);
  const { checks, notVerified } = await checkFunctions(
    { ref: REF, requests, directory: 'supabase/functions', undocumented },
    {
      api,
      folder: folderOf(repository.root),
      git: gitIn(repository.root, signal),
      ask: createAsk({ timeoutMs: 30_000, clock: systemClock, signal, fetch }),
      functionsUrl: new URL(`${gateway.url}/functions/v1/`),
      key: new Secret(key),
    },
  );
  const wrong = checks.filter(({ verdict }) => verdict !== 'pass');
  return { checks, notVerified, wrong: wrong.map(({ id, reason, verdict, what }) => [id, what, verdict, reason]) };
}

describe('what is deployed as the repository has it', () => {
  test('passes in each check', async () => {
    const { checks, notVerified, wrong } = await check();
    expect([wrong, notVerified]).toEqual([[], []]);
    expect(checks.filter(({ what }) => what === 'mail').map(({ id }) => id)).toEqual([
      'function/deployed',
      'function/active',
      'function/verify-jwt',
      'function/current',
      'function/answers',
      'function/refuses-no-token',
    ]);
    expect(checks.find(({ id, what }) => id === 'function/verify-jwt' && what === 'stripe')?.where).toEqual({
      file: 'supabase/config.toml',
      line: 2,
    });
  });

  test('is only asked where that was declared, and only with GET and OPTIONS', async () => {
    const { notVerified } = await check({ mail: { ask: 'OPTIONS' }, stripe: null });
    expect(notVerified).toMatchObject([{ id: 'function/answers', what: 'stripe', chosen: true }]);
    expect(gateway.exchanges.map(({ method }) => method)).toEqual(['OPTIONS', 'OPTIONS']);
    expect(gateway.exchanges.some(({ path }) => path.endsWith('/stripe'))).toBe(false);
  });

  test('a function of a name that is said alone is checked alone', async () => {
    seeds.length = 0;
    expect((await check({ mail: {} })).wrong).toEqual([['function/deployed', 'mail', 'fail', 'not-deployed']]);
  });
});

describe('each is red in its own check', () => {
  const rows: readonly [string, () => void, readonly string[]][] = [
    ['not deployed', () => void seeds.shift(), ['function/deployed', 'mail', 'fail', 'not-deployed']],
    [
      'removed',
      () => Object.assign(seeds[0] ?? {}, { status: 'REMOVED' }),
      ['function/deployed', 'mail', 'fail', 'not-deployed'],
    ],
    [
      'throttled',
      () => Object.assign(seeds[0] ?? {}, { status: 'THROTTLED' }),
      ['function/active', 'mail', 'fail', 'not-active'],
    ],
    [
      'open',
      () => Object.assign(seeds[0] ?? {}, { verify_jwt: false }),
      ['function/verify-jwt', 'mail', 'fail', 'open'],
    ],
    [
      'closed',
      () => Object.assign(seeds[1] ?? {}, { verify_jwt: true }),
      ['function/verify-jwt', 'stripe', 'fail', 'closed'],
    ],
    [
      'older than its commit',
      () => Object.assign(seeds[1] ?? {}, { updated_at: at(CODE_AT) - 1 }),
      ['function/current', 'stripe', 'fail', 'older-than-code'],
    ],
    [
      'does not start',
      () => Object.assign(seeds[1] ?? {}, { answers: 'crash' }),
      ['function/answers', 'stripe', 'fail', 'server-error'],
    ],
    [
      'answers otherwise',
      () => Object.assign(seeds[1] ?? {}, { answers: { GET: 405 } }),
      ['function/answers', 'stripe', 'fail', 'other-status'],
    ],
  ];
  test.each(rows)('%s', async (_, mutate, expected) => {
    mutate();
    const { wrong } = await check();
    // What Supabase does not have or does not guard cannot answer either: that is seen from outside as well.
    expect(wrong.filter(([id]) => id !== 'function/answers' && id !== 'function/refuses-no-token')).toEqual(
      expected[0] === 'function/answers' ? [] : [expected],
    );
    if (expected[0] === 'function/answers') expect(wrong).toEqual([expected]);
  });

  test('what Supabase says, and what really answers without a token, are two checks', async () => {
    const open = seeds[0];
    if (open !== undefined) open.verify_jwt = false;
    expect((await check()).wrong).toEqual([
      ['function/verify-jwt', 'mail', 'fail', 'open'],
      ['function/refuses-no-token', 'mail', 'fail', 'accepted'],
    ]);
  });

  test('a function that no folder has is reported, and fails where that is wanted', async () => {
    seeds.push(deployed('forgotten'));
    const { checks, wrong } = await check();
    expect(wrong).toEqual([]);
    expect(checks.filter(({ id }) => id === 'function/known')).toMatchObject([{ what: 'forgotten', verdict: 'pass' }]);
    expect((await check(WISHES, { undocumented: 'fail' })).wrong).toEqual([
      ['function/known', 'forgotten', 'fail', 'not-in-repository'],
    ]);
  });
});

describe('the last change', () => {
  test('of shared code counts for what uses it, and for nothing else', async () => {
    repository.file('supabase/functions/_shared/cors.ts', 'export const cors = { a: 1 };\n');
    repository.commit('2026-11-20T14:00:00Z');
    expect((await check()).wrong).toEqual([['function/current', 'mail', 'fail', 'older-than-code']]);
  });

  test('one answer that was lost is asked for again', async () => {
    faults.plant({ service: 'supabase-functions', path: /mail/, effect: { kind: 'reset-before' } });
    expect((await check()).wrong).toEqual([]);
    faults.plant({ service: 'supabase-functions', path: /mail/, times: Infinity, effect: { kind: 'reset-before' } });
    expect((await check({ mail: { ask: 'OPTIONS' } })).wrong).toEqual([
      ['function/answers', 'mail', 'fail', 'no-answer'],
    ]);
  });

  test('of something else does not count', async () => {
    repository.file('README.md', 'new\n');
    repository.commit('2026-11-25T00:00:00Z');
    expect((await check()).wrong).toEqual([]);
  });

  test('counts from its merge: what was deployed before does not have it', async () => {
    repository.git(['checkout', '-qb', 'branch']);
    repository.file('supabase/functions/stripe/index.ts', 'changed\n');
    repository.commit('2026-11-20T12:30:00Z');
    repository.git(['checkout', '-q', 'main']);
    repository.git(['merge', '-q', '--no-ff', '-m', 'merge', 'branch'], '2026-11-20T14:00:00Z');
    expect((await check()).wrong).toEqual([['function/current', 'stripe', 'fail', 'older-than-code']]);
  });

  test('in a shallow checkout is unknown, with what to do; where the history is long enough it is known', async () => {
    repository.file('README.md', 'one\n');
    repository.commit('2026-11-25T00:00:00Z');
    const whole = repository;
    repository = new FunctionsRepository();
    repository.git(['clone', '-q', '--depth=1', `file://${whole.root}`, '.']);
    const { checks, wrong } = await check();
    expect(wrong).toEqual([
      ['function/current', 'mail', 'unknown', 'history-cut'],
      ['function/current', 'stripe', 'unknown', 'history-cut'],
    ]);
    expect(checks.find(({ id }) => id === 'function/current')?.remedy).toContain('fetch-depth: 0');
    repository.git(['fetch', '-q', '--unshallow']);
    expect((await check()).wrong).toEqual([]);
    whole.remove();
  });

  test('without a repository, or of files that were never committed, is unknown', async () => {
    repository.file('supabase/functions/fresh/index.ts', '');
    seeds.push(deployed('fresh'));
    expect((await check()).wrong).toEqual([['function/current', 'fresh', 'unknown', 'no-history']]);
    repository.remove('.git');
    expect((await check({ mail: null })).wrong).toEqual([['function/current', 'mail', 'unknown', 'no-history']]);
  });
});

describe('unknown is no pass', () => {
  test('Supabase refuses the token: one unknown for each function, with the hint', async () => {
    const { wrong, checks } = await check({ '*': null }, { api: client(supabase.token({ permissions: [] })) });
    expect(wrong).toEqual([
      ['function/deployed', 'mail', 'unknown', 'not-readable'],
      ['function/deployed', 'stripe', 'unknown', 'not-readable'],
    ]);
    expect(checks[0]?.remedy).toContain('permission');
  });

  test('without the key, an answer of 401 shows nothing', async () => {
    const { notVerified, wrong } = await check({ mail: { ask: 'GET' } }, { key: '' });
    expect(wrong).toEqual([['function/answers', 'mail', 'unknown', 'refused']]);
    expect(notVerified).toMatchObject([{ id: 'function/refuses-no-token', chosen: false }]);
  });

  test('a wrong key is no control: the refusal without one may be about anything', async () => {
    expect((await check({ mail: { ask: 'GET' } }, { key: 'another' })).wrong).toEqual([
      ['function/answers', 'mail', 'unknown', 'refused'],
      ['function/refuses-no-token', 'mail', 'unknown', 'no-control'],
    ]);
  });

  test('something that answers every name alike shows nothing of a function', async () => {
    faults.plant({ service: 'supabase-functions', times: Infinity, effect: { kind: 'status', status: 200, body: {} } });
    expect((await check({ stripe: { ask: 'GET' } })).wrong).toEqual([
      ['function/answers', 'stripe', 'unknown', 'nothing-differs'],
    ]);
  });

  test.each([[{ kind: 'status', status: 503 }], [{ kind: 'reset-before' }]] as const)(
    'an address that is down: %j',
    async (effect) => {
      faults.plant({ service: 'supabase-functions', times: Infinity, effect });
      expect((await check({ stripe: { ask: 'GET' } })).wrong).toEqual([
        ['function/answers', 'stripe', 'unknown', 'no-answer'],
      ]);
    },
  );

  test('a word that was added since, and a wish that comes from elsewhere', async () => {
    Object.assign(seeds[0] ?? {}, { status: 'FROZEN' });
    repository.file('supabase/config.toml', '[functions.stripe]\nverify_jwt = "env(VERIFY)"\n');
    expect((await check({ '*': null })).wrong).toEqual([
      ['function/active', 'mail', 'unknown', 'state-not-known'],
      ['function/verify-jwt', 'stripe', 'unknown', 'wish-not-known'],
    ]);
    supabase.takeViolations();
  });
});

test('a directory without functions is an error', async () => {
  repository.remove('supabase');
  await expect(check('all')).rejects.toThrow('functions-directory');
});

test('one function by its name; what is not there is none, and what is no name is refused', async () => {
  expect(await getFunction(client(), REF, 'mail')).toMatchObject({ name: 'mail', state: 'active', verifyJwt: true });
  expect(await getFunction(client(), REF, 'none')).toBeUndefined();
  await expect(getFunction(client(), REF, '../../secrets')).rejects.toThrow(InputError);
  expect((await listFunctions(client(), REF)).map(({ name }) => name)).toEqual(['mail', 'stripe']);
});

test.each(['some', {}, { 'a/b': null }, { mail: { ask: 'POST' } }, { mail: { expect: 200 } }, { mail: { verify: 1 } }])(
  'a request that means nothing is refused: %j',
  (given) => {
    expect(readFunctionRequests(given, 'functions').problems).not.toEqual([]);
  },
);
