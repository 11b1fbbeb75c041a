import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { CancelledError, RemoteError, describe as words } from '@lockstep/base';
import { type FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import { type HttpService, type Reply, type Request, serve } from '@lockstep/proving-ground/http';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aClient, TOKEN } from './a-client.ts';

let faults: Faults;
let service: HttpService;
let seen: Request[];
let reply: (request: Request) => Reply;

beforeEach(async () => {
  faults = new Faults();
  seen = [];
  reply = () => ({ status: 200, body: { ok: true } });
  service = await serve(
    'vercel',
    (request) => {
      seen.push(request);
      return reply(request);
    },
    faults,
  );
});

afterEach(() => service.close());

const plant = (effect: FaultEffect, times = 1) => faults.plant({ service: 'vercel', effect, times });

async function failure(work: Promise<unknown>): Promise<RemoteError> {
  const error = await work.then(
    () => new Error('it did not fail'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof RemoteError) return error;
  throw error;
}

describe('a read', () => {
  const passing: [string, FaultEffect][] = [
    ['a 429', { kind: 'status', status: 429 }],
    ['a 500', { kind: 'status', status: 500 }],
    ['a proxy’s HTML 502', { kind: 'html', status: 502 }],
    ['a page of HTML that says 200', { kind: 'html', status: 200 }],
    ['a connection that is cut before', { kind: 'reset-before' }],
    ['a connection that is cut after', { kind: 'reset-after' }],
  ];
  test.each(passing)('survives %s', async (_name, effect) => {
    plant(effect, 2);
    expect(await aClient(service.url).read('/v9/projects/web')).toEqual({ ok: true });
    expect(faults.hits()).toEqual([2]);
  });

  test('gives up after its tries, and says status, code and request id', async () => {
    reply = () => ({
      status: 503,
      headers: { 'x-vercel-id': 'cdg1::abc' },
      body: { error: { code: 'internal', message: 'Down.' } },
    });
    const error = await failure(aClient(service.url).read('/v9/projects/web'));
    expect(words(error)).toBe('Vercel: GET /v9/projects/web: Down. (HTTP 503, internal, request cdg1::abc)');
    expect(seen).toHaveLength(4);
  });

  test('ends a request that hangs, and tries again', async () => {
    plant({ kind: 'hang' });
    expect(await aClient(service.url, { requestTimeoutMs: 1_000 }).read('/v9/projects/web')).toEqual({ ok: true });
  });

  test('ends a body that trickles', async () => {
    plant({ kind: 'slow', ms: 4_000 });
    expect(await aClient(service.url, { requestTimeoutMs: 1_000 }).read('/v9/projects/web')).toEqual({ ok: true });
  });

  test('asks once where the answer is no', async () => {
    reply = () => ({ status: 403, body: { error: { code: 'forbidden', message: 'Not authorized' } } });
    const error = await failure(aClient(service.url).read('/v9/projects/web'));
    expect(error.retryable).toBe(false);
    expect(error.hint).toContain('vercel-team');
    expect(seen).toHaveLength(1);
  });

  test('waits as long as a rate limit says, by header or by body', async () => {
    plant({ kind: 'status', status: 429, headers: { 'retry-after': '0.2' } });
    const started = Date.now();
    await aClient(service.url).read('/v9/projects/web');
    expect(Date.now() - started).toBeGreaterThanOrEqual(200);

    const error = await (async () => {
      const resetMs = Date.now() + 3_600_000;
      reply = () => ({
        status: 429,
        body: { error: { code: 'rate_limited', message: 'Slow down', limit: { resetMs } } },
      });
      return failure(aClient(service.url).read('/v9/projects/web'));
    })();
    expect(error.retryAfterMs).toBeGreaterThan(3_500_000);
    expect(seen).toHaveLength(2);
  });

  test('stops at once when it is cancelled', async () => {
    plant({ kind: 'hang' });
    const stop = new AbortController();
    const work = aClient(service.url, { signal: stop.signal }).read('/v9/projects/web');
    setTimeout(() => stop.abort(new CancelledError('enough')), 30);
    await expect(work).rejects.toThrow('enough');
  });

  test('reads every page of a list, and stops at a cursor that stands still', async () => {
    const pages = new Map([
      [null, { aliases: [1, 2], pagination: { next: 700 } }],
      ['700', { aliases: [3], pagination: { next: 600 } }],
      ['600', { aliases: [4], pagination: { next: 600 } }],
    ]);
    reply = (request) => ({ status: 200, body: pages.get(request.query.get('until')) });
    expect(await aClient(service.url).readAll('/v4/aliases', 'aliases')).toEqual([1, 2, 3, 4]);
  });

  test.each([
    ['team_abc', 'teamId', 'team_abc'],
    ['acme', 'slug', 'acme'],
  ])('names the team %s as %s', async (team, parameter, value) => {
    await aClient(service.url, { team }).read('/v9/projects/web');
    expect(seen[0]?.query.get(parameter)).toBe(value);
  });
});

describe('a change', () => {
  const lost: [string, FaultEffect][] = [
    ['a 500', { kind: 'status', status: 500 }],
    ['an HTML 502', { kind: 'html', status: 502 }],
    ['HTML that says 200', { kind: 'html', status: 200 }],
    ['a connection that is cut before', { kind: 'reset-before' }],
    ['a connection that is cut after', { kind: 'reset-after' }],
    ['a request that hangs', { kind: 'hang' }],
  ];
  test.each(lost)('is lost, and not sent again, after %s', async (_name, effect) => {
    plant(effect);
    // Only what hangs needs an end, and a busy machine needs time before the request has even arrived.
    const patience = effect.kind === 'hang' ? { requestTimeoutMs: 1_500 } : {};
    const answer = await aClient(service.url, patience).change('POST', '/v10/projects/p/promote/d');
    expect(answer.kind).toBe('lost');
    expect(service.exchanges).toHaveLength(1);
  });

  test('is sent again after a 429, which says that nothing was done', async () => {
    plant({ kind: 'status', status: 429, headers: { 'retry-after': '0' } }, 2);
    const answer = await aClient(service.url).change('POST', '/v10/projects/p/promote/d');
    expect(answer.kind).toBe('accepted');
    expect(service.exchanges).toHaveLength(3);
  });

  test('is refused when the rate limit outlasts its tries', async () => {
    plant({ kind: 'status', status: 429 }, 9);
    const answer = await aClient(service.url).change('POST', '/v10/projects/p/promote/d');
    expect(answer.kind).toBe('refused');
  });

  test('is refused with the body of the refusal', async () => {
    reply = () => ({ status: 400, body: { error: { code: 'missing_files', message: 'Missing', missing: ['abc'] } } });
    const answer = await aClient(service.url).change('POST', '/v13/deployments');
    expect(answer).toMatchObject({ kind: 'refused', body: { error: { missing: ['abc'] } } });
  });
});

describe('the token', () => {
  test('goes nowhere but to the API: redirects are not followed', async () => {
    const elsewhere: Request[] = [];
    const other = await serve(
      'other',
      (request) => {
        elsewhere.push(request);
        return { status: 200, body: {} };
      },
      new Faults(),
    );
    reply = () => ({ status: 307, headers: { location: `${other.url}/take` } });
    const error = await failure(aClient(service.url).read('/v9/projects/web'));
    await other.close();
    expect(error).toMatchObject({ status: 307, retryable: false });
    expect(elsewhere).toHaveLength(0);
    expect(seen[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  test('is in no error', async () => {
    plant({ kind: 'reset-before' }, 9);
    const error = await failure(aClient(service.url).read('/v9/projects/web'));
    expect(JSON.stringify([words(error), error.stack, error])).not.toContain(TOKEN);
  });
});
