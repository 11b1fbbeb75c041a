import { afterEach, describe, expect } from '@jest/globals';
import { openEvidence, systemClock } from '@lockstep/base';
import { spawnAction } from '@lockstep/proving-ground/action';
import { type App, healthy, type Route, startApp } from '../../../packages/health/test/app.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const open: App[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

async function build(name: string, ms: number, route: Route = () => healthy({ metadata: { deployment_id: name } })) {
  const app = await startApp({
    '/api/health': async (request, turn) => {
      await systemClock.sleep(ms);
      return await route(request, turn);
    },
  });
  open.push(app);
  return app;
}

const quick = { interval: '5ms', 'request-timeout': '1s', deadline: '20s', 'min-latency-delta': '5ms', samples: '40' };

describe('a comparison of two builds', () => {
  test('fails the slower one where it decides', async () => {
    const [candidate, baseline] = [await build('dpl_new', 45), await build('dpl_old', 15)];
    const gate = await spawnAction('health-gate', {
      ...quick,
      url: candidate.url,
      'compare-url': baseline.url,
      'require-comparison': 'true',
    });
    expect(gate.outputs).toMatchObject({ verdict: 'fail', reason: 'slower' });
    expect(gate.summary).toContain('Lines: candidate blue, baseline orange.');
    expect(gate.status).toBe(1);
  });

  test('only warns where it does not, and says so in the evidence', async () => {
    const [candidate, baseline] = [await build('dpl_new', 45), await build('dpl_old', 15)];
    const gate = await spawnAction('health-gate', { ...quick, url: candidate.url, 'compare-url': baseline.url });
    expect(gate.outputs).toMatchObject({ verdict: 'pass', reason: 'passed' });
    expect(gate.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringMatching(/comparison \(advisory\): fail/) }),
    );
    expect(openEvidence(gate.outputs['evidence'] ?? '').verdicts).toEqual({
      'health-gate:pre': 'pass',
      comparison: 'fail',
    });
  });

  test('fails the one that answers less often', async () => {
    const flaky: Route = (_, turn) =>
      turn > 8 && turn % 2 === 0 ? { status: 500, body: 'x' } : healthy({ metadata: { deployment_id: 'dpl_new' } });
    const [candidate, baseline] = [await build('dpl_new', 1, flaky), await build('dpl_old', 1)];
    const gate = await spawnAction('health-gate', {
      ...quick,
      url: candidate.url,
      'compare-url': baseline.url,
      'require-comparison': 'true',
    });
    expect(gate.outputs).toMatchObject({ verdict: 'fail', reason: 'more-errors' });
  });

  test('cannot decide between a build and itself', async () => {
    const only = await build('dpl_one', 1);
    const gate = await spawnAction('health-gate', {
      ...quick,
      url: only.url,
      'compare-url': only.url,
      'require-comparison': 'true',
    });
    expect(gate.outputs).toMatchObject({ verdict: 'unknown', reason: 'comparison-unknown' });
  });
});

describe('the baseline as a control', () => {
  test('turns a candidate that cannot be measured into a failure while it answers itself', async () => {
    const broken = await build('dpl_new', 1);
    broken.faults.plant({
      service: 'app',
      after: 3,
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'reset-before' },
    });
    const baseline = await build('dpl_old', 1);
    const post = { ...quick, url: broken.url, phase: 'post', 'bake-time': '5s', 'request-timeout': '30s' };
    const alone = await spawnAction('health-gate', post);
    expect(alone.outputs).toMatchObject({ verdict: 'unknown', reason: 'unreachable' });
    const controlled = await spawnAction('health-gate', { ...post, 'compare-url': baseline.url });
    expect(controlled.outputs).toMatchObject({ verdict: 'fail', reason: 'unreachable' });
  });
});
