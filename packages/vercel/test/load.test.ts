import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { staleReads, startTraffic } from '@lockstep/proving-ground/traffic';
import { applySwap, planSwap, readSwapSnapshot, undoSwap } from '@lockstep/vercel';
import { aGround, aStagedRelease } from './ground.ts';
import { aRequest } from './states.ts';

test('under load no request fails, and none is stale once a swap or its undo is said to be done', async () => {
  await using ground = await aGround();
  const { v1, v2 } = await aStagedRelease(ground);
  const host = ground.domains[0] ?? '';
  const { port } = ground.vercel.edge;
  const traffic = startTraffic({
    port,
    host,
    connections: 6,
    pauseMs: 2,
    buildOf: (headers) => String(headers['x-lockstep-build']),
  });
  /** Real time: some visits before, between and after; how many of them shows no less. */
  const visited = () => sleep(300);
  await visited();

  const api = ground.client({ speed: 1 });
  const { plan } = planSwap(await readSwapSnapshot(api, 'web', v2.id), aRequest(), api.clock.now());
  expect((await applySwap(api, plan, { probe: ground.askEdge, timeoutMs: 20_000 })).verdict).toBe('pass');
  const swapped = Date.now();
  await visited();
  const undoing = Date.now();
  const end = await undoSwap(api, plan, { probe: ground.askEdge, until: api.clock.now() + 20_000 });
  expect(end).toMatchObject({ verdict: 'pass', traffic: 'restored' });
  const undone = Date.now();
  await visited();

  const { visits, summary } = await traffic.stop();
  expect(summary.failures).toEqual({});
  expect(summary.requests).toBeGreaterThan(30);
  expect(staleReads(visits, { build: v2.id, acknowledgedAt: swapped, until: undoing })).toEqual([]);
  expect(staleReads(visits, { build: v1.id, acknowledgedAt: undone })).toEqual([]);
  expect(summary.timeline.map(({ build }) => build)).toEqual([v1.id, v2.id, v1.id]);
});
