import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Journal } from '@lockstep/action-shell';
import { openEvidence, systemClock } from '@lockstep/base';
import { spawnAction } from '@lockstep/proving-ground';
import {
  type App,
  commit,
  deployment,
  healthy,
  type Route,
  startApp,
  troubled,
} from '../../../packages/health/test/app.ts';

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

function journalFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-gate-'));
  folders.push(folder);
  const path = join(folder, 'journal.jsonl');
  const release = { id: 'r1', environment: 'production', service: 'web', commit, undoDeadlineMs: 1000 };
  new Journal(path, { action: 'release', instance: 'i', clock: systemClock }).open(release);
  return path;
}

describe('health-gate', () => {
  test('passes after three healthy answers in a row of the build that was asked for, and seals what it saw', async () => {
    const { url, exchanges } = await app(() => healthy());
    const gate = await spawnAction('health-gate', {
      ...quick,
      url,
      'expect-deployment': deployment,
      'expect-commit': commit.slice(0, 7),
    });
    expect(gate.outputs).toMatchObject({ verdict: 'pass', reason: 'healthy', 'first-failure': '' });
    expect(exchanges).toHaveLength(4);
    expect(openEvidence(gate.outputs['evidence'] ?? '')).toMatchObject({
      deployment,
      commit,
      verdicts: { 'health-gate:pre': 'pass' },
    });
    expect(gate.summary).toContain('Proof: asked');
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
    expect(new Journal(path, { action: 'x', instance: 'x', clock: systemClock }).read()).toMatchObject({
      state: 'held',
      heldBecause: 'unreachable',
    });
  });

  test('lets nothing of a response body out, wherever it looks', async () => {
    const { url } = await app(() => troubled('database', 'fail'));
    const gate = await spawnAction('health-gate', { ...quick, url });
    expect(`${gate.output}${gate.summary}${JSON.stringify(gate.outputs)}`).not.toContain('Jane Doe');
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
      },
      ['input "url"', 'input "paths"', 'input "allow-findings"', 'input "on-unknown"', 'input "deadline"'],
    ],
  ])('tells all problems %s at once', async (_what, given, named) => {
    const gate = await spawnAction('health-gate', given);
    expect(gate.outputs).toMatchObject({ verdict: 'fail', reason: 'invalid-input' });
    const messages = gate.annotations.map((annotation) => annotation.message);
    for (const name of named) expect(messages.some((message) => message.includes(name))).toBe(true);
  });
});
