import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { applySwap, type Deployment, type ProbeHost, planSwap, readSwapSnapshot, undoSwap } from '@lockstep/vercel';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aGround, aStagedRelease, type Ground } from './ground.ts';
import { aRequest } from './states.ts';

let ground: Ground;
let v1: Deployment;
let v2: Deployment;
beforeEach(async () => {
  ground = await aGround(['shop.localhost', '*.shop.localhost']);
  ({ v1, v2 } = await aStagedRelease(ground));
});
afterEach(async () => {
  expect(ground.vercel.unmodelled).toEqual([]);
  await ground[Symbol.asyncDispose]();
});

async function swap(probe: ProbeHost) {
  const api = ground.client();
  const planned = planSwap(await readSwapSnapshot(api, 'web', v2.id), aRequest(), api.clock.now());
  const end = await applySwap(api, planned.plan, { probe, timeoutMs: 30_000 });
  const undo = () => undoSwap(api, planned.plan, { probe, until: api.clock.now() + 60_000 });
  return { ...end, undo };
}

/** As the edge says, but for names below the wildcard. */
const below =
  (answer: Awaited<ReturnType<ProbeHost>>): ProbeHost =>
  async (host, signal) =>
    /^lockstep-.*\.shop\.localhost$/.test(host) ? answer : ground.askEdge(host, signal);

describe('a wildcard among the production domains', () => {
  test('is asked at a name below it, never by its own, and is restored with the others', async () => {
    const asked: string[] = [];
    const end = await swap((host, signal) => {
      asked.push(host);
      return ground.askEdge(host, signal);
    });
    expect(end).toMatchObject({ verdict: 'pass', reason: 'swapped' });
    expect(end.readBack).toMatchObject({ confirmed: { length: 3 }, byRecord: [] });
    expect(asked).not.toContain('*.shop.localhost');
    expect(asked.filter((host) => /^lockstep-[0-9a-f]{8}\.shop\.localhost$/.test(host))).toHaveLength(1);
    expect(ground.vercel.holder('clinic.shop.localhost')).toBe(v2.id);
    expect(await end.undo()).toMatchObject({ verdict: 'pass', reason: 'swap-undone', traffic: 'restored' });
    expect(ground.vercel.holder('clinic.shop.localhost')).toBe(v1.id);
  });

  test.each<[string, Awaited<ReturnType<ProbeHost>>]>([
    ['does not resolve', { kind: 'unresolved' }],
    ['is turned away by the app', { kind: 'silent', why: 'answers HTTP 404', answered: true }],
  ])('whose made-up name %s is read back by its record, and it says so', async (_why, answer) => {
    const end = await swap(below(answer));
    expect(end).toMatchObject({ verdict: 'pass', reason: 'swapped' });
    expect(end.readBack).toMatchObject({ confirmed: { length: 2 }, byRecord: ['*.shop.localhost'] });
    expect(await end.undo()).toMatchObject({ verdict: 'pass', traffic: 'restored' });
  });

  test('that still serves the old build is seen, whatever its record shows', async () => {
    const end = await swap(below({ kind: 'served', deploymentId: v1.id, commit: undefined }));
    expect(end).toMatchObject({ verdict: 'fail', reason: 'swap-incomplete' });
  });

  test('whose record did not move is seen, although no one can visit it', async () => {
    ground.vercel.jobs.plan({ failAliases: ['*.shop.localhost'] });
    const end = await swap(below({ kind: 'unresolved' }));
    expect(end).toMatchObject({ verdict: 'fail', reason: 'promote-failed' });
    expect(end.readBack?.differs).toContainEqual(
      expect.objectContaining({ kind: 'name', name: '*.shop.localhost', now: v1.id }),
    );
    expect(await end.undo()).toMatchObject({ verdict: 'pass', traffic: 'restored' });
  });

  test('that gives no answer at all is not known to serve it', async () => {
    const end = await swap(below({ kind: 'silent', why: 'did not answer', answered: false }));
    expect(end).toMatchObject({ verdict: 'unknown', reason: 'swap-unconfirmed' });
  });

  test.each([
    ['www.shop.localhost, which is read back too: it is the record that counts', 'web', 'pass', 'swapped'],
    ['a host that is not of the project', 'elsewhere.example', 'unknown', 'swap-unconfirmed'],
  ])('is one thing, a host that sends its visitors on another: to %s', async (_where, to, verdict, reason) => {
    const sentOn = to === 'web' ? ground.domains.at(-1) : to;
    const probe: ProbeHost = async (host, signal) =>
      host === 'shop.localhost' && sentOn !== undefined
        ? { kind: 'silent', why: 'redirected', answered: true, sentOn }
        : ground.askEdge(host, signal);
    expect(await swap(probe)).toMatchObject({ verdict, reason });
  });

  test('does not excuse another host that does not resolve', async () => {
    const probe: ProbeHost = async (host, signal) =>
      host === 'shop.localhost' ? { kind: 'unresolved' } : ground.askEdge(host, signal);
    const end = await swap(probe);
    expect(end).toMatchObject({ verdict: 'unknown', reason: 'swap-unconfirmed' });
    expect(end.readBack?.unclear).toMatchObject([{ kind: 'host', name: 'shop.localhost', now: undefined }]);
  });
});
