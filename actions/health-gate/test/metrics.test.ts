import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect } from '@jest/globals';
import { Journal } from '@lockstep/action-shell';
import { openEvidence, systemClock } from '@lockstep/base';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type HttpService, serve } from '@lockstep/proving-ground/http';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { type App, commit, deployment, healthy, startApp } from '../../../packages/health/test/app.ts';
import { type Asked, prometheusLike, type Said } from '../../../packages/health/test/metrics/prometheus-like.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const open: (App | HttpService)[] = [];
const folders: string[] = [];
const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());
afterEach(async () => {
  await Promise.all(open.splice(0).map((part) => part.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-gate-metrics-'));
  folders.push(folder);
  return folder;
}

/** Where the end is unknown it is waited for: long enough that probes settle, also beside other work. */
const SETTLES_NEVER = '8s';

async function world(say: (asked: Asked) => Said) {
  const app = await startApp({ '/api/health': () => healthy() });
  const prometheus = await serve('prometheus', prometheusLike(say), new Faults());
  open.push(app, prometheus);
  const inputs = {
    url: app.url,
    phase: 'post',
    interval: '100ms',
    'bake-time': '2s',
    // Of a pass: none waits for it. A machine with other work to do may need many times the bake.
    deadline: '90s',
    'expect-deployment': deployment,
    'baseline-deployment': 'dpl_old',
    'metrics-secrets': 'TOKEN=a-token-of-the-source',
    metrics: `providers:
  prometheus:
    url: ${prometheus.url}
    token: $TOKEN
metrics:
  - name: errors
    provider: prometheus
    query: 'errors{deployment="{{deployment}}"}'
    for: candidate
    baseline: same-time
    interval: 1s
    delay: 0s
    success: '[RATIO] < 1.5'
    failure: '[RATIO] >= 2'
`,
  };
  return { app, prometheus, inputs };
}

const shares =
  (candidate: Said): ((asked: Asked) => Said) =>
  ({ query }) =>
    query.includes('dpl_old') ? 0.01 : candidate;

function journalFile(): string {
  const path = join(tempFolder(), 'journal.jsonl');
  const journal = new Journal(path, { action: 'alias-swap', instance: 'i', clock: systemClock });
  journal.open({ id: 'r1', environment: 'production', service: 'web', commit, undoDeadlineMs: 1000 });
  journal.traffic('reached');
  journal.finished('alias-swap');
  return path;
}

describe('health-gate with metrics', () => {
  test('fails as soon as real traffic shows that the candidate is worse, though its probes are well', async () => {
    const { inputs, prometheus } = await world(shares(0.05));
    const gate = await spawnAction('health-gate', { ...inputs, 'bake-time': '10m', deadline: '' });
    expect(gate.outputs).toMatchObject({ verdict: 'fail', reason: 'metric-failed', 'metrics-line': 'errors fail' });
    expect(gate.status).toBe(1);
    expect(prometheus.exchanges.length).toBeGreaterThanOrEqual(2);
    expect(JSON.parse(gate.outputs['metrics'] ?? '')).toMatchObject([
      { name: 'errors', for: 'candidate', verdict: 'fail', reason: 'metric-failed', value: 0.05 },
    ]);
    expect(gate.log).not.toContain('a-token-of-the-source');
  });

  test('passes an equal one, with a row and a strip in the summary, in report, JUnit and evidence', async () => {
    const { inputs } = await world(shares(0.01));
    const gate = await spawnAction('health-gate', inputs, { temp: tempFolder() });
    expect(gate.outputs).toMatchObject({ verdict: 'pass', reason: 'passed', 'metrics-line': 'errors pass' });
    expect(gate.summary).toMatch(/\| ✅ errors +\| 0\.01 +\|[^\n]*█/);
    const report = JSON.parse(readFileSync(gate.outputs['report-path'] ?? '', 'utf8'));
    expect(report.metrics[0].readings.length).toBeGreaterThanOrEqual(2);
    expect(readFileSync(gate.outputs['junit-path'] ?? '', 'utf8')).toContain('name="metric errors"');
    expect(openEvidence(gate.outputs['evidence'] ?? '')).toMatchObject({
      verdicts: { 'health-gate:post': 'pass', 'metric:errors': 'pass' },
    });
  });

  test("counts from the end of the swap, as the release's journal has it", async () => {
    const { inputs } = await world(shares(0.01));
    const path = journalFile();
    const swapped = new Journal(path, { action: 'x', instance: 'x', clock: systemClock }).read().entries.at(-1)?.at;
    const gate = await spawnAction('health-gate', inputs, { env: { LOCKSTEP_JOURNAL: path }, temp: tempFolder() });
    const report = JSON.parse(readFileSync(gate.outputs['report-path'] ?? '', 'utf8'));
    expect(report.metrics[0].readings[0].from).toBe(swapped);
  });

  test('holds the release where a critical metric says nothing, and only warns where it is advisory', async () => {
    const { inputs: given } = await world(shares(undefined));
    const inputs = { ...given, deadline: SETTLES_NEVER };
    const path = journalFile();
    const gate = await spawnAction('health-gate', inputs, { env: { LOCKSTEP_JOURNAL: path } });
    expect(gate.outputs).toMatchObject({ verdict: 'unknown', reason: 'metric-unknown' });
    expect(gate.status).toBe(1);
    expect(new Journal(path, { action: 'x', instance: 'x', clock: systemClock }).read()).toMatchObject({
      state: 'held',
      heldBecause: 'metric-unknown',
    });
    const advisory = { ...inputs, metrics: `${inputs.metrics}    critical: false\n` };
    const warned = await spawnAction('health-gate', { ...advisory, deadline: given.deadline });
    expect(warned).toMatchObject({ status: 0, outputs: { verdict: 'pass', 'metrics-line': 'errors unknown' } });
    expect(warned.annotations.map(({ level }) => level)).toContain('warning');
  });

  test('reads a file of the repository, and reports all that is wrong in it before anything is asked', async () => {
    const { app, inputs } = await world(shares(0.01));
    const workspace = tempFolder();
    mkdirSync(join(workspace, '.github'));
    writeFileSync(
      join(workspace, '.github', 'metrics.yml'),
      inputs.metrics.replace('$TOKEN', '$OTHER').replace('1s', '1'),
    );
    const file = { ...inputs, metrics: '.github/metrics.yml', 'baseline-deployment': '' };
    const gate = await spawnAction('health-gate', file, { cwd: workspace });
    expect(gate.outputs).toMatchObject({ verdict: 'fail', reason: 'invalid-input' });
    expect(gate.log).toMatch(/\.github\/metrics\.yml, provider prometheus: "token" \(line 4\)/);
    expect(gate.log).toMatch(/\.github\/metrics\.yml, metric 1: "interval" \(line 11\)/);
    expect(app.exchanges).toEqual([]);
    const unnamed = { ...inputs, 'baseline-deployment': '' };
    const nameless = await spawnAction('health-gate', unnamed);
    expect(nameless.outputs).toMatchObject({ reason: 'invalid-input' });
    expect(nameless.log).toContain('input "baseline-deployment"');
    // Before a release begins, nothing is known of the builds.
    expect((await spawnAction('health-gate', { ...unnamed, 'dry-run': 'true' })).outputs['reason']).toBe('dry-run');
    const wrong = { ...inputs, metrics: inputs.metrics.replace('1s', '1'), 'dry-run': 'true' };
    expect((await spawnAction('health-gate', wrong)).outputs['reason']).toBe('invalid-input');
    const early = await spawnAction('health-gate', { ...inputs, phase: 'pre', 'bake-time': '0s' });
    expect(early.outputs).toMatchObject({ reason: 'invalid-input' });
  });

  test('reads the statistics of a real database, and no text of a query', async () => {
    const postgres = await borrowPostgres(scope, { settings: { shared_preload_libraries: 'pg_stat_statements' } });
    await postgres.createDatabase('shop');
    await postgres.query('create extension pg_stat_statements', [], 'shop');
    const { inputs } = await world(shares(0.01));
    const metrics = `
- { name: locks, provider: postgres, query: waiting-locks, success: '[VALUE] == 0', interval: 1s }
- { name: connections, provider: postgres, query: connections, success: '[VALUE] < 0.9', interval: 1s }
`;
    const gate = await spawnAction('health-gate', { ...inputs, metrics, 'database-url': postgres.url('shop') });
    expect(gate.outputs).toMatchObject({ verdict: 'pass', 'metrics-line': 'locks pass, connections pass' });
  });

  test('leaves the summary as it is, whatever a source answers', async () => {
    const hostile = {
      status: 400,
      body: { status: 'error', errorType: '|@all <img src=x>`](http://e.vil)', error: '::error::x' },
    };
    const { inputs } = await world(() => hostile);
    const gate = await spawnAction('health-gate', { ...inputs, deadline: SETTLES_NEVER });
    expect(gate.outputs).toMatchObject({ verdict: 'unknown', reason: 'metric-unknown' });
    for (const text of [gate.summary, gate.log]) expect(text).not.toMatch(/@all|<img|e\.vil|::error::x/);
  });
});
