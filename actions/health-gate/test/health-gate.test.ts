import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect } from '@jest/globals';
import { Journal } from '@lockstep/action-shell';
import { openEvidence, systemClock } from '@lockstep/base';
import { spawnAction } from '@lockstep/proving-ground/action';
import {
  type App,
  commit,
  deployment,
  healthy,
  type Route,
  startApp,
  troubled,
} from '../../../packages/health/test/app.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const open: App[] = [];
const folders: string[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function app(route: Route): Promise<App> {
  const started = await startApp({ '/api/health': route });
  open.push(started);
  return started;
}

const quick = { interval: '20ms', deadline: '5s' };

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-gate-'));
  folders.push(folder);
  return folder;
}

function stateOf(path: string) {
  return new Journal(path, { action: 'x', instance: 'x', clock: systemClock }).read();
}

function journalFile(): string {
  const path = join(tempFolder(), 'journal.jsonl');
  const release = { id: 'r1', environment: 'production', service: 'web', commit, undoDeadlineMs: 1000 };
  new Journal(path, { action: 'release', instance: 'i', clock: systemClock }).open(release);
  return path;
}

describe('health-gate', () => {
  test('in a dry run reports invalid inputs, and sends no request where all are valid', async () => {
    const { url, exchanges } = await app(() => healthy());
    const late = { 'dry-run': 'true', url };
    expect(await spawnAction('health-gate', { ...late, 'bake-time': '2m' })).toMatchObject({
      status: 0,
      outputs: { verdict: 'pass', reason: 'dry-run' },
    });
    const wrong = await spawnAction('health-gate', { ...late, url: 'shop.example.com', 'bake-time': '2 minutes' });
    expect(wrong).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'invalid-input' } });
    for (const name of ['url', 'bake-time']) expect(wrong.log).toContain(`input "${name}"`);
    const wild = await spawnAction('health-gate', { ...late, url: 'https://*.shop.example' });
    expect(wild.outputs).toMatchObject({ verdict: 'fail', reason: 'invalid-input' });
    expect(wild.annotations[0]?.message).toMatch(/^input "url": /);
    expect(exchanges).toEqual([]);
  });

  test('passes after three healthy answers in a row of the build that was asked for, and seals what it saw', async () => {
    const { url, exchanges } = await app(() => healthy());
    const gate = await spawnAction('health-gate', {
      ...quick,
      url,
      'expect-deployment': deployment,
      'expect-commit': commit.slice(0, 7),
    });
    expect(gate.outputs).toMatchObject({ verdict: 'pass', reason: 'passed', 'first-failure': '' });
    expect(exchanges).toHaveLength(4);
    expect(openEvidence(gate.outputs['evidence'] ?? '')).toMatchObject({
      deployment,
      commit,
      verdicts: { 'health-gate:pre': 'pass' },
    });
    expect(gate.status).toBe(0);
  });

  test('fails in pre at the first unhealthy answer that counts, and names it', async () => {
    const { url } = await app((_, turn) => (turn < 2 ? healthy() : troubled('database', 'fail')));
    const gate = await spawnAction('health-gate', { ...quick, url });
    expect(gate.outputs).toMatchObject({ verdict: 'fail', reason: 'unhealthy' });
    expect(JSON.parse(gate.outputs['first-failure'] ?? '')).toMatchObject({
      round: 2,
      class: 'unhealthy',
      status: 503,
    });
    expect(gate.status).toBe(1);
  });

  test('has time for a bake of any length without a deadline input', async () => {
    const { url } = await app((_, turn) => (turn < 2 ? healthy() : troubled('database', 'fail')));
    const gate = await spawnAction('health-gate', { url, phase: 'post', interval: '20ms', 'bake-time': '30m' });
    expect(gate.outputs).toMatchObject({ verdict: 'fail', reason: 'unhealthy' });
  });

  test('holds the release when nothing certain was seen after the swap', async () => {
    const { url, faults } = await app(() => healthy());
    faults.plant({ service: 'app', after: 3, times: Number.POSITIVE_INFINITY, effect: { kind: 'hang' } });
    const path = journalFile();
    const gate = await spawnAction(
      'health-gate',
      { ...quick, url, phase: 'post', 'bake-time': '3s', 'request-timeout': '50ms', 'availability-floor': '50' },
      { env: { LOCKSTEP_JOURNAL: path } },
    );
    expect(gate.outputs).toMatchObject({ verdict: 'unknown', reason: 'unreachable' });
    expect(gate.status).toBe(1);
    expect(stateOf(path)).toMatchObject({ state: 'held', heldBecause: 'unreachable' });
  });

  test('holds the release when it could not even ask, and leaves it alone when it was cancelled', async () => {
    const { url } = await app(() => healthy());
    const post = { ...quick, url, phase: 'post', 'bake-time': '4s' };
    const held = journalFile();
    const env = (path: string) => ({ env: { LOCKSTEP_JOURNAL: path } });
    const gate = await spawnAction('health-gate', { ...post, 'trusted-sources': 'true' }, env(held));
    expect(gate.outputs).toMatchObject({ verdict: 'unknown', reason: 'remote-error' });
    expect(stateOf(held)).toMatchObject({ state: 'held', heldBecause: 'gate-error' });

    const left = journalFile();
    const cancelled = await spawnAction('health-gate', post, {
      ...env(left),
      kill: { signal: 'SIGINT', afterLine: /api\/health: ok/ },
    });
    expect(cancelled.outputs).toMatchObject({ verdict: 'unknown', reason: 'cancelled' });
    expect(stateOf(left).state).toBe('open');
  });

  test.each([
    ['fail', 1],
    ['warn', 0],
  ])('obeys on-unknown: %s', async (policy, status) => {
    const { url, faults } = await app(() => healthy());
    faults.plant({ service: 'app', times: Number.POSITIVE_INFINITY, effect: { kind: 'reset-before' } });
    const gate = await spawnAction('health-gate', { ...quick, url, 'on-unknown': policy });
    expect(gate.outputs).toMatchObject({ verdict: 'unknown', reason: 'unreachable' });
    expect(gate.status).toBe(status);
  });

  test.each<[string, Route, Record<string, string>, string]>([
    ['a login wall', () => ({ status: 401, body: {} }), {}, 'protected'],
    [
      'a login wall that refuses the secret',
      () => ({ status: 401, body: {} }),
      { 'protection-bypass': 'not-this-project' },
      'protected',
    ],
    ['another build', () => healthy(), { 'expect-deployment': 'dpl_mine' }, 'wrong-identity'],
    ['a frozen route', () => healthy({ timestamp: '2026-01-01T00:00:00Z' }), {}, 'stale'],
  ])('stops before %s, and says what to do', async (_what, route, inputs, reason) => {
    const { url } = await app(route);
    const gate = await spawnAction('health-gate', { ...quick, url, ...inputs });
    expect(gate.outputs).toMatchObject({ verdict: 'fail', reason });
    expect(JSON.parse(gate.outputs['first-failure'] ?? '')).toMatchObject({
      class: reason,
      remedy: expect.any(String),
    });
  });

  test('opens a protected deployment with its bypass secret, and shows it to no one else', async () => {
    const seen: unknown[] = [];
    const { url } = await app((request) => {
      seen.push(request.headers['x-vercel-protection-bypass'], request.headers['x-trace']);
      return request.headers['x-vercel-protection-bypass'] === 'bypass-secret' ? healthy() : { status: 401, body: {} };
    });
    const gate = await spawnAction('health-gate', {
      ...quick,
      url,
      'protection-bypass': 'bypass-secret',
      headers: 'X-Trace: trace-value',
    });
    expect(gate.outputs).toMatchObject({ verdict: 'pass' });
    expect(new Set(seen)).toEqual(new Set(['bypass-secret', 'trace-value']));
    expect(`${gate.log}${gate.summary}${JSON.stringify(gate.outputs)}`).not.toMatch(/bypass-secret|trace-value/);
  });

  test('keeps response bodies out of everything that it writes', async () => {
    const { url } = await app(() => troubled('database', 'fail'));
    const temp = tempFolder();
    const gate = await spawnAction('health-gate', { ...quick, url }, { temp });
    const files = ['report-path', 'junit-path'].map((name) => readFileSync(gate.outputs[name] ?? '', 'utf8'));
    expect(files.join()).toContain('unhealthy');
    expect([gate.output, gate.summary, JSON.stringify(gate.outputs), ...files].join()).not.toContain('Jane Doe');
  });

  test('draws what it saw into the step summary', async () => {
    const { url } = await app(() => healthy());
    const { summary } = await spawnAction('health-gate', { ...quick, url, 'success-threshold': '20' });
    expect(summary).toMatch(/\| ✅ `\/api\/health` \(health\) \| 20 ok \|.*`[▁▂▃▄▅▆▇█]{20}` \|/);
    expect(summary).toMatch(/```mermaid\n%%\{init: .*\n?xychart-beta\n[^`]* {2}line \[(?:[\d.]+, ){19}[\d.]+\]\n```/);
  });

  test.each<[string, Record<string, string>, readonly string[]]>([
    ['of single inputs', { url: 'example.com', interval: '5' }, ['input "url"', 'input "interval"']],
    [
      'between and inside inputs',
      {
        url: 'https://u:p@example.com',
        paths: 'api/health',
        'allow-findings': 'nonsense',
        'on-unknown': 'hold',
        'bake-time': '10m',
        deadline: '10m',
        'trusted-audience': 'x',
        headers: 'no header',
        conditions: '/api/other [STATUS] == 200\n[STATUS] = 200',
      },
      [
        'input "url"',
        'input "paths"',
        'input "allow-findings"',
        'input "on-unknown"',
        'input "deadline"',
        'input "trusted-audience"',
        'input "headers": line 1',
        'input "conditions": "/api/other [STATUS] == 200"',
        'input "conditions": "[STATUS] = 200", column 10',
      ],
    ],
    [
      'of a comparison that cannot decide',
      { url: 'https://example.com', 'require-comparison': 'true', 'max-error-delta': '0.01' },
      ['input "require-comparison": needs "compare-url"', 'it needs 1175 per build'],
    ],
    [
      'of too few samples',
      { url: 'https://example.com', samples: '29', 'compare-url': 'https://old.example.com' },
      ['input "samples": 29 samples cannot decide; it needs 30 per build'],
    ],
  ])('reports all problems %s at once', async (_what, given, named) => {
    const gate = await spawnAction('health-gate', given);
    expect(gate.outputs).toMatchObject({ verdict: 'fail', reason: 'invalid-input' });
    const messages = gate.annotations.map((annotation) => annotation.message);
    for (const name of named) expect(messages.some((message) => message.includes(name))).toBe(true);
  });
});
