import { afterEach, expect } from '@jest/globals';
import { Faults } from '@lockstep/proving-ground/faults';
import { type HttpService, serve } from '@lockstep/proving-ground/http';
import { prometheusLike } from '../../packages/health/test/metrics/prometheus-like.ts';
import { live, schema } from './ends.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const open: HttpService[] = [];
afterEach(async () => {
  for (const service of open.splice(0)) await service.close();
});

/** A metric of the candidate, asked at a server that answers with this share of errors. */
async function metricsOf(share: number, interval = '1s') {
  const prometheus = await serve(
    'prometheus',
    prometheusLike(() => share),
    new Faults(),
  );
  open.push(prometheus);
  const metric = {
    name: 'errors',
    provider: 'prometheus',
    for: 'candidate',
    interval,
    delay: '0s',
    success: '[VALUE] < 0.01',
  };
  const query = 'errors{deployment="{{deployment}}",commit="{{commit}}"}';
  const metrics = JSON.stringify({
    providers: { prometheus: { url: prometheus.url } },
    metrics: [{ ...metric, query }],
  });
  return { prometheus, with: { metrics, 'bake-time': '2s' } };
}

test('a release whose users see errors is rolled back, though every probe is well', async () => {
  const shop = await stage.liveShop();
  const { prometheus, with: inputs } = await metricsOf(0.05);
  const end = await release(shop, { version: 2, with: inputs });
  expect(end).toMatchObject({ conclusion: 'failure', ...live('v1') });
  expect(end.errors.join('\n')).toContain('metric errors');
  // The people who are told of the end are told why.
  expect(end.told).toContain('metric-failed');
  const asked = prometheus.exchanges.map(({ requestBody }) => new URLSearchParams(String(requestBody)).get('query'));
  expect(asked[0]).toMatch(/^errors\{deployment="dpl_\w+",commit="[0-9a-f]{40}"\}$/);
});

test('one whose users see none is released', async () => {
  const shop = await stage.liveShop();
  const { with: inputs } = await metricsOf(0.001);
  const end = await release(shop, { version: 2, with: inputs });
  expect(end).toMatchObject({ conclusion: 'success', ...live('v2') });
  expect(end.told).toContain('Metrics in the bake - errors pass');
});

test('a mistake in the metrics ends it before anything is built', async () => {
  const shop = await stage.liveShop();
  const { prometheus, with: inputs } = await metricsOf(0.001, 'soon');
  const end = await release(shop, { version: 2, with: inputs });
  expect(end).toMatchObject({ conclusion: 'failure', ...live('v1'), ...schema('prescriptions'), ledger: [] });
  expect(end.errors.join('\n')).toContain('"interval"');
  expect(prometheus.exchanges).toEqual([]);
});
