import { expect, test } from '@jest/globals';
import { Secret, silent } from '@lockstep/base';
import { createGitHubClient, learnTime, serverTime } from '../src/index.ts';

const MIN = 60_000;
const T = Date.parse('2026-11-30T10:00:00.000Z');
/** No deadline of it is ever over. */
const local = { now: () => T, sleep: () => new Promise<void>(() => undefined) };

/** An answer with this time in its head, from this address. */
const answering =
  (date: string | undefined, { url = 'https://api.github.example/repos/acme/shop', ...more } = {}): typeof fetch =>
  async () => {
    const headers = new Headers({ 'content-type': 'application/json', ...more });
    if (date !== undefined) headers.set('date', date);
    const answer = new Response('{}', { headers });
    Object.defineProperty(answer, 'url', { value: url });
    return answer;
  };
const http = (ms: number) => new Date(ms).toUTCString();
const timeOf = (ask: typeof fetch) => serverTime(local, 'https://api.github.example', ask);
const after = async (ask: typeof fetch) => {
  const time = timeOf(ask);
  await time.fetch('https://api.github.example/repos/acme/shop');
  return { ahead: time.aheadMs(), now: time.clock.now() - T };
};

test.each<[string, number, number]>([
  ['ten minutes behind', 10 * MIN, 10 * MIN + 500],
  ['ten minutes ahead', -10 * MIN, -10 * MIN + 500],
  ['a second apart, which is no more than is known', 1_000, 0],
])('a machine that is %s', async (_what, apart, ahead) => {
  expect(await after(answering(http(T + apart)))).toEqual({ ahead, now: ahead });
});

test.each<[string, typeof fetch]>([
  ['without a time', answering(undefined)],
  ['with a time that is none', answering('yesterday')],
  ['of another host, where artifacts are', answering(http(0), { url: 'https://blobs.example/a' })],
  ['of a cache', answering(http(0), { age: '120' } as never)],
])('an answer %s says nothing: the own clock stays', async (_what, ask) => {
  expect(await after(ask)).toEqual({ ahead: undefined, now: 0 });
});

test('the first answer counts, so that all times of a run are of one clock', async () => {
  const dates = [http(T + 10 * MIN), http(T + 60 * MIN)];
  const time = timeOf((...asked) => answering(dates.shift())(...asked));
  for (let nth = 0; nth < 2; nth++) await time.fetch('https://api.github.example/');
  expect(time.aheadMs()).toBe(10 * MIN + 500);
});

test('it is learned by a read; why not, where GitHub refuses or does not say', async () => {
  const learn = async (ask: typeof fetch) => {
    const time = timeOf(ask);
    const github = createGitHubClient({
      ...{ token: new Secret('ghs_x'), apiUrl: 'https://api.github.example', clock: local, log: silent },
      ...{ repository: { owner: 'acme', repo: 'shop' }, signal: new AbortController().signal, fetch: time.fetch },
      retry: { attempts: 1, firstDelayMs: 0, maxDelayMs: 0, budgetMs: 0 },
    });
    return [await learnTime(github, time), time.aheadMs()];
  };
  expect(await learn(answering(http(T + 10 * MIN)))).toEqual([undefined, 10 * MIN + 500]);
  expect(await learn(answering(undefined))).toEqual(['its answers have no Date', undefined]);
  const [why, ahead] = await learn(async () => {
    throw new TypeError('fetch failed');
  });
  expect([why, ahead]).toEqual([expect.stringContaining('GitHub'), undefined]);
});
