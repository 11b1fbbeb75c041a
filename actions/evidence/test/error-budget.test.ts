import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { serve } from '@lockstep/proving-ground/http';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

const COMMIT = '3f9a2c1d4e5f60718293a4b5c6d7e8f901234567';
const LOOKS: Readonly<Record<string, number>> = {
  '2592000s': 43_200,
  '259200s': 4_320,
  '21600s': 360,
  '3600s': 60,
  '1800s': 30,
  '300s': 5,
};

/** Prometheus with a probe each minute: of each window, the share that was good and the share that was made. */
async function prometheus(of: (window: string) => { readonly good: number; readonly made: number }) {
  const service = await serve(
    'prometheus',
    (request) => {
      const query = new URLSearchParams(request.body.toString('utf8')).get('query') ?? '';
      const window = /\[(\w+)\]/.exec(query)?.[1] ?? '';
      const { good, made } = of(window);
      const looks = Math.round((LOOKS[window] ?? 0) * made);
      const value = query.startsWith('sum_over_time') ? looks * good : looks;
      return {
        status: 200,
        body: { status: 'success', data: { resultType: 'vector', result: [{ value: [0, String(value)] }] } },
      };
    },
    new Faults(),
  );
  scope.defer('prometheus', () => service.close());
  return service;
}

function judge(url: string, more: Readonly<Record<string, string>> = {}) {
  return spawnAction('evidence', {
    command: 'error-budget',
    'availability-source': `provider: prometheus\nurl: ${url}\nseries: probe_success{instance="shop"}\nevery: 60s`,
    subject: 'production/web',
    'commit-sha': COMMIT,
    ...more,
  });
}

test('a budget that is left passes, one that is spent fails, and one that was not measured is unknown', async () => {
  const left = await judge((await prometheus(() => ({ good: 0.9996, made: 1 }))).url);
  expect(left).toMatchObject({
    status: 0,
    outputs: { verdict: 'pass', 'budget-left': '60 %', coverage: '100 %', overridden: '' },
  });
  const reports = scope.folder('lockstep-reports-');
  const spent = await judge((await prometheus(() => ({ good: 0.998, made: 1 }))).url, { 'report-directory': reports });
  expect(spent).toMatchObject({ status: 1, outputs: { verdict: 'fail', 'budget-left': '0 %' } });
  expect(spent.outputs['result']).toContain('1 h 26 min bad, at a coverage of 100 %');
  expect(JSON.parse(readFileSync(join(reports, 'checks.json'), 'utf8'))).toMatchObject({
    subject: 'error budget of production/web',
    checks: expect.arrayContaining([expect.objectContaining({ id: 'error-budget', verdict: 'fail' })]),
  });
  const gap = await judge((await prometheus(() => ({ good: 1, made: 0.5 }))).url);
  expect(gap).toMatchObject({
    status: 1,
    outputs: { verdict: 'unknown', 'budget-left': '', coverage: expect.stringMatching(/^50/) },
  });
  const none = await judge('', { 'availability-source': '' });
  expect(none).toMatchObject({ status: 1, outputs: { verdict: 'unknown' } });
  expect(none.outputs['result']).toContain('no monitor was asked');
});

test('a budget that is being spent too fast at this moment fails', async () => {
  const now = new Set(['3600s', '300s']);
  const burning = await judge((await prometheus((window) => ({ good: now.has(window) ? 0.9 : 1, made: 1 }))).url);
  expect(burning).toMatchObject({ status: 1, outputs: { verdict: 'fail' } });
  expect(burning.outputs['result']).toContain('100 times as fast as allowed');
});

test('an override lets the commit through that it names, with its reason, and no other one', async () => {
  const { url } = await prometheus(() => ({ good: 0.998, made: 1 }));
  const reports = scope.folder('lockstep-reports-');
  const own = await judge(url, { override: '3f9a2c1 this release ends the outage', 'report-directory': reports });
  expect(own).toMatchObject({
    status: 0,
    outputs: { verdict: 'pass', reason: 'overridden', overridden: 'error-budget: this release ends the outage' },
  });
  const report = JSON.parse(readFileSync(join(reports, 'checks.json'), 'utf8')) as { accept: object[] };
  expect(report.accept[0]).toMatchObject({ check: 'error-budget', reason: 'this release ends the outage' });
  const other = await judge(url, { override: '77ab012 this release ends the outage' });
  expect(other).toMatchObject({ status: 1, outputs: { verdict: 'fail', overridden: '' } });
  expect(other.log).toContain('the override is for commit 77ab012');
});

test('an override of what was not measured is one, and of what passed is none', async () => {
  const gap = await judge((await prometheus(() => ({ good: 1, made: 0.5 }))).url, {
    override: '3f9a2c1 the monitor is new',
  });
  expect(gap).toMatchObject({
    status: 0,
    outputs: { verdict: 'pass', overridden: 'error-budget: the monitor is new' },
  });
  const good = await judge((await prometheus(() => ({ good: 1, made: 1 }))).url, {
    override: '3f9a2c1 the monitor is new',
  });
  expect(good).toMatchObject({ status: 0, outputs: { verdict: 'pass', overridden: '' } });
});

test('all that is wrong with the inputs is told at once; a file and secrets are read', async () => {
  const wrong = await judge('', { 'availability-objective': '100 %', 'budget-window': '30m', override: 'because' });
  expect(wrong).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  expect(wrong.log).toMatch(/availability-objective.*budget-window.*override.*the commit, at least 7 characters/s);
  const source = await judge('', { 'availability-source': 'provider: gatus\nport: 80' });
  expect(source.log).toMatch(/"url": required.*"every": required.*"port": no such field/s);
  const file = join(scope.folder('lockstep-source-'), 'availability.yml');
  const { exchanges, url } = await prometheus(() => ({ good: 1, made: 1 }));
  writeFileSync(file, `provider: prometheus\nurl: ${url}\nseries: up\nevery: 60s\ntoken: $TOKEN`);
  const read = await judge('', { 'availability-source': file, 'metrics-secrets': 'TOKEN=a-token-of-the-monitor' });
  expect(read).toMatchObject({ status: 0, outputs: { verdict: 'pass' } });
  expect(exchanges.length).toBeGreaterThan(0);
});
