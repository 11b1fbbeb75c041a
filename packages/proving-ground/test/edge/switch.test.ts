import { afterEach, beforeEach, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { startTraffic } from '../../src/traffic/traffic.ts';
import { staleReads } from '../../src/traffic/visit.ts';
import { deployHello, type Ground, makeGround } from '../vercel/client.ts';
import { visit } from '../vercel/visitor.ts';

let ground: Ground;
let blue: string;
let green: string;
beforeEach(async () => {
  ground = await makeGround();
  const { id } = ground.vercel.addProject({ name: 'web', domains: ['shop.localhost'] });
  blue = await deployHello(ground, id, 'blue');
  green = await deployHello(ground, id, 'green', { autoAssignCustomDomains: false });
});
afterEach(() => ground.end());

const assign = (id: string) => ground.call('POST', `/v2/deployments/${id}/aliases`, { alias: 'shop.localhost' });

test('under load no switch fails a visit, and none is answered by the old build once the switch is acknowledged', async () => {
  const { port } = ground.vercel.edge;
  const traffic = startTraffic({ port, host: 'shop.localhost', connections: 10, pauseMs: 2 });
  const switches: { build: string; acknowledgedAt: number; until: number }[] = [];
  for (let turn = 0; turn < 60; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 15));
    const build = turn % 2 === 0 ? green : blue;
    const began = Date.now();
    const previous = switches.at(-1);
    if (previous !== undefined) previous.until = began;
    expect((await assign(build)).status).toBe(200);
    switches.push({ build, acknowledgedAt: Date.now(), until: Number.POSITIVE_INFINITY });
  }
  const { visits, summary } = await traffic.stop();
  expect(summary.failures).toEqual({});
  expect(summary.requests).toBeGreaterThan(100);
  expect(Object.keys(summary.byBuild).sort()).toEqual([blue, green].sort());
  expect(switches.flatMap((change) => staleReads(visits, change))).toEqual([]);
});

test('a switch that takes its time shows as stale reads: the proof can fail', async () => {
  ground.vercel.setPropagation(300, 'shop.localhost');
  await visit(ground, 'shop.localhost');
  const traffic = startTraffic({ port: ground.vercel.edge.port, host: 'shop.localhost', connections: 2 });
  await assign(green);
  const acknowledgedAt = Date.now();
  const served = async () => ((await visit(ground, 'shop.localhost')).json as { readonly build: string }).build;
  while ((await served()) !== green) await new Promise((resolve) => setTimeout(resolve, 20));
  const seenAt = Date.now();
  // Real time: visits after it; more of them show no less.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { visits, summary } = await traffic.stop();
  expect(staleReads(visits, { build: green, acknowledgedAt }).length).toBeGreaterThan(0);
  expect(staleReads(visits, { build: green, acknowledgedAt: seenAt })).toEqual([]);
  expect(summary.byBuild[green]).toBeGreaterThan(0);
});
