import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { CancelledError, InputError, describe as inWords, RemoteError, Secret, systemClock } from '@lockstep/base';
import type { FaultEffect } from '@lockstep/proving-ground/faults';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { compareCommits } from '../src/index.ts';
import { fastClock, openWorld, type TestWorld } from './world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const LIST = 'repos.listDeployments';
const CREATE = 'repos.createDeployment';
const strike = (effect: FaultEffect, times = 1) => world.faults.plant({ service: 'github', effect, times });
const asked = () => world.server.exchanges.length;

async function failureOf(work: Promise<unknown>): Promise<RemoteError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(RemoteError);
  return error as RemoteError;
}

describe('without a repository', () => {
  test.each([
    ['', '', 'and it is not set'],
    ['acme', '', 'got "acme"'],
  ])('"%s" and "%s" are refused before anything is asked, with what to do', async (owner, repo, words) => {
    const github = world.client({ repository: { owner, repo } });
    for (const work of [() => github.read(LIST, {}), () => github.change(CREATE, { ref: 'main' })]) {
      const error = await work().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).message).toMatch(new RegExp(`^GITHUB_REPOSITORY: expected OWNER/NAME, ${words}`));
    }
    expect(asked()).toBe(0);
    await github.read('users.getById', { account_id: 1 }).catch(() => undefined);
    expect(asked()).toBe(1);
  });
});

describe('a read', () => {
  test.each<[string, FaultEffect]>([
    ['500', { kind: 'status', status: 500 }],
    ['a proxy page with 502', { kind: 'html', status: 502 }],
    ['a proxy page with 200', { kind: 'html', status: 200 }],
    ['a connection cut before', { kind: 'reset-before' }],
    ['a connection cut after', { kind: 'reset-after' }],
    ['no answer in time', { kind: 'hang' }],
  ])('is repeated after %s', async (_, effect) => {
    strike(effect, 2);
    // Only where no answer comes is a short patience wanted: a busy machine's answer is no missing one.
    const patience = effect.kind === 'hang' ? { requestTimeoutMs: 25_000 } : {};
    expect(await world.client(patience).read(LIST, {})).toEqual([]);
    expect(asked()).toBe(3);
  });

  test('gives up after its tries, and says what it asked and what came back', async () => {
    strike({ kind: 'status', status: 503 }, 9);
    const error = await failureOf(world.client().read(LIST, {}));
    expect(error).toMatchObject({ service: 'GitHub', status: 503, retryable: true });
    expect(error.message).toBe('GitHub: GET /repos/acme/shop/deployments: GitHub returned a server error');
    expect(asked()).toBe(4);
  });

  test('is not repeated after a refusal, which carries the request id', async () => {
    const error = await failureOf(world.client().read('repos.getRelease', { release_id: 7 }));
    expect(inWords(error)).toMatch(
      /^GitHub: GET \S+: Not Found \(HTTP 404, request [0-9A-F]+:\S+\); it does not exist,/,
    );
    expect(asked()).toBe(1);
  });

  test.each([
    ['Retry-After', { 'retry-after': '2' }, 2_000],
    ['the reset of the primary limit', { 'x-ratelimit-remaining': '0' }, 0],
  ])('waits for %s', async (_, headers, atLeast) => {
    const clock = fastClock();
    strike({ kind: 'status', status: 403, headers, body: { message: 'API rate limit exceeded' } });
    await world.client({ clock }).read(LIST, {});
    expect(clock.waits.some((ms) => ms >= atLeast && ms < atLeast + 1_000)).toBe(true);
  });

  test('waits a minute for a secondary limit that names no time, where that fits', async () => {
    const body = { message: 'You have exceeded a secondary rate limit.' };
    strike({ kind: 'status', status: 403, body });
    const clock = fastClock();
    const patient = { attempts: 3, firstDelayMs: 1, maxDelayMs: 1, budgetMs: 90_000 };
    await world.client({ clock, retry: patient }).read(LIST, {});
    expect(clock.waits.some((ms) => ms >= 60_000)).toBe(true);
    strike({ kind: 'status', status: 403, body });
    expect(await failureOf(world.client().read(LIST, {}))).toMatchObject({ retryable: true, retryAfterMs: 60_000 });
  });

  test('of a list goes on from page to page, and no further than asked', async () => {
    const client = world.client();
    for (let n = 0; n < 250; n++) world.repo.commit();
    const sizes: number[] = [];
    for await (const page of client.pages('repos.listCommits', {})) sizes.push(page.length);
    expect(sizes).toEqual([100, 100, 51]);
    const before = asked();
    for await (const page of client.pages('repos.listCommits', {})) if (page.length > 0) break;
    expect(asked()).toBe(before + 1);
  });
});

describe('a change', () => {
  const wish = () => ({ ref: world.sha, auto_merge: false, required_contexts: [] });

  test.each<[string, FaultEffect]>([
    ['500', { kind: 'status', status: 500 }],
    ['a proxy page with 502', { kind: 'html', status: 502 }],
    ['a proxy page with 200', { kind: 'html', status: 200 }],
    ['a connection cut before', { kind: 'reset-before' }],
    ['a connection cut after', { kind: 'reset-after' }],
    ['no answer in time', { kind: 'hang' }],
  ])('is not repeated after %s: it is lost', async (_, effect) => {
    strike(effect);
    expect(await world.client({ requestTimeoutMs: 25_000 }).change(CREATE, wish())).toMatchObject({ kind: 'lost' });
    expect(asked()).toBe(1);
  });

  test('that a rate limit turned away unseen is repeated', async () => {
    strike({ kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 2);
    expect(await world.client().change(CREATE, wish())).toMatchObject({ kind: 'accepted', status: 201 });
    expect(world.repo.deployments()).toHaveLength(1);
  });

  test('that GitHub refuses is refused, with its words', async () => {
    const answer = await world.client().change(CREATE, { ...wish(), ref: 'nowhere' });
    expect(answer).toMatchObject({ kind: 'refused', error: { status: 422 } });
    expect(answer.kind === 'refused' && answer.error.message).toContain('No ref found for: nowhere');
  });
});

describe('what to do', () => {
  test('is told where a permission is missing', async () => {
    const client = world.client({ token: world.token({ deployments: 'read' }) });
    const answer = await client.change(CREATE, { ref: world.sha });
    expect(answer.kind === 'refused' && answer.error.hint).toBe('the job needs permissions: deployments: write');
    const comments = 'issues.listComments';
    const error = await failureOf(client.read(comments, { issue_number: 1 }));
    expect(error.hint).toBe('the job needs permissions: issues: read or pull-requests: read');
  });

  test('is told where the token is wrong', async () => {
    const error = await failureOf(world.client({ token: new Secret('ghs_wrong') }).read(LIST, {}));
    expect(error).toMatchObject({ status: 401, retryable: false });
    expect(error.hint).toContain('github-token');
  });
});

test('the token is in no line of the log and in no error', async () => {
  const token = world.token();
  strike({ kind: 'status', status: 500 }, 9);
  const error = await failureOf(world.client({ token }).read(LIST, {}));
  expect([...world.lines, inWords(error), String(error.stack)].join('\n')).not.toContain(token.reveal());
  expect(world.lines.length).toBeGreaterThan(0);
});

test('a request that did not answer in time is ended, not left behind', async () => {
  strike({ kind: 'hang' });
  const signals: unknown[] = [];
  const watched: typeof fetch = (input, init) => {
    signals.push(init?.signal);
    return fetch(input, init);
  };
  await world.client({ requestTimeoutMs: 5_000, fetch: watched }).change(CREATE, { ref: world.sha });
  expect(signals).toEqual([expect.objectContaining({ aborted: true })]);
});

test('a signal ends a wait between tries at once', async () => {
  strike({ kind: 'status', status: 429, headers: { 'retry-after': '30' } }, 9);
  const controller = new AbortController();
  const client = world.client({ clock: systemClock, signal: controller.signal });
  const started = Date.now();
  setTimeout(() => controller.abort(new CancelledError('cancelled')), 100);
  await expect(client.read(LIST, {})).rejects.toThrow(CancelledError);
  await expect(client.change(CREATE, { ref: world.sha })).rejects.toThrow(CancelledError);
  expect(Date.now() - started).toBeLessThan(30_000);
});

test('commits are compared; what is not there is unknown', async () => {
  const client = world.client();
  const newer = world.repo.commit();
  const side = world.repo.commit({ branch: 'side', parents: [world.sha] });
  const lost = '0'.repeat(40);
  const order = (base: string, head: string) => compareCommits(client, base, head);
  expect(await order(world.sha, newer)).toBe('ahead');
  expect(await order(newer, world.sha)).toBe('behind');
  expect(await order(newer, newer)).toBe('identical');
  expect(await order(newer, side)).toBe('diverged');
  expect(await order(lost, newer)).toBe('unknown');
});
