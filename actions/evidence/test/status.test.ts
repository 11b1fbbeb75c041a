import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { Secret, systemClock } from '@lockstep/base';
import { createGitHubClient, openLedger, type ReleasePayload } from '@lockstep/github';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { zipOf } from '../../../packages/evidence/test/sources/zips.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

const ALLOWED = { deployments: 'write', actions: 'read', contents: 'read' } as const;
const silent = { info: () => undefined, warning: () => undefined, debug: () => undefined };

async function aRepository() {
  const github = await startGitHub({ faults: new Faults() });
  scope.defer('GitHub', () => github.close());
  const repo = github.repository('acme/shop');
  const sha = repo.commit();
  const runId = repo.run({ actor: 'nora-patient', jobs: ['Release'] });
  const client = createGitHubClient({
    token: new Secret(github.token({ repository: 'acme/shop', permissions: ALLOWED })),
    apiUrl: github.url,
    repository: { owner: 'acme', repo: 'shop' },
    clock: systemClock,
    log: silent,
    signal: new AbortController().signal,
  });
  const ledger = openLedger({ github: client, creator: 'github-actions[bot]' });
  const release = (
    id: string,
    service = 'web',
  ): Promise<{ readonly record: number; readonly author: ReleasePayload['author'] }> =>
    ledger.begin('production', sha, {
      kind: 'lockstep-release/1',
      ...{ id, service, actor: 'nora-patient', databaseVersion: null, adopted: false },
      author: { runId, runAttempt: 1, url: 'https://github.example/acme/shop/actions/runs/1' },
      candidate: { deployment: `dpl_${id}`, commit: sha },
      before: { deployment: null, commit: null, release: null },
    });
  const status = (
    inputs: Readonly<Record<string, string>>,
    permissions: Readonly<Record<string, 'read' | 'write'>> = ALLOWED,
  ) => {
    const folder = scope.folder('lockstep-status-');
    const token = github.token({ repository: 'acme/shop', permissions });
    return spawnAction(
      'evidence',
      { command: 'status', 'status-title': 'Prescriptions', service: 'web', 'status-directory': folder, ...inputs },
      { github: { api_url: github.url, repository: 'acme/shop', run_id: String(runId), run_attempt: '1', sha, token } },
    ).then((step) => ({ step, folder, ...pagesIn(folder) }));
  };
  return { github, repo, sha, runId, ledger, release, status };
}

function pagesIn(folder: string) {
  const read = (name: string) => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return '';
    }
  };
  return { page: read('index.html'), json: JSON.parse(read('status.json') || '{}') as Record<string, unknown> };
}

test('the page has what is live and how releases ended, drills that runs kept, and counts of controls', async () => {
  const world = await aRepository();
  await world.ledger.markReleased(await world.release('20261129T093000Z-3f9a2c'), 'dpl_one');
  await world.ledger.setState(await world.release('20261130T093000Z-77ab01'), 'rolled-back', 'Nora Patient complained');
  await world.ledger.markReleased(await world.release('20261130T103000Z-b81d77', 'preview-of-nora'), 'dpl_two');
  world.repo.artifact(world.runId, { name: 'lockstep-drill', archive: drillWith(600_000) });
  const controls = join(scope.folder('lockstep-controls-'), 'controls.json');
  const rows = ['current', 'current', 'missing'].map((state) => ({ state, control: { title: 'Nora Patient' } }));
  writeFileSync(controls, JSON.stringify({ kind: 'lockstep-controls/1', rows }));

  const incidents = join(scope.folder('lockstep-incidents-'), 'incidents.json');
  const incident = {
    ...{ number: 41, cause: 'rollback', url: 'https://github.example/nora', acknowledgedBy: 7 },
    ...{ openedMs: 1_000, acknowledgedMs: 61_000, restoredMs: null, closedMs: null, subject: 'production/web' },
  };
  const others = [
    { ...incident, number: 42, subject: 'production/of-nora' },
    { ...incident, number: 43, subject: 'production' },
    { ...incident, number: 40, subject: 'production', cause: 'by-hand', openedMs: 500, closedMs: 600 },
  ];
  writeFileSync(incidents, JSON.stringify({ kind: 'lockstep-incidents/1', incidents: [incident, ...others] }));

  const { json, page, step } = await world.status({ 'controls-report': controls, 'incidents-report': incidents });
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'page-written' } });
  expect(json).toMatchObject({
    kind: 'lockstep-status/1',
    environments: {
      shown: [{ environment: 'production', service: 'web', state: 'live', release: '20261129T093000Z-3f9a2c' }],
    },
    releases: { shown: [{ end: 'rolled-back' }, { end: 'released', commit: world.sha.slice(0, 7) }] },
    incidents: {
      shown: [{ number: 41, cause: 'rollback', acknowledgedAt: '1970-01-01T00:01:01.000Z' }, { number: 40 }],
      more: 0,
    },
    availability: null,
    drills: { shown: [{ name: 'restore', verdict: 'pass', recoveryMs: 600_000, dataAgeMs: 32_400_000 }] },
    controls: { current: 2, missing: 1 },
  });
  expect(page).toContain('1 incident is open.');
  expect(page).toContain('2 of 3 controls have current evidence.');
  expect(page).toContain('Availability: not measured.');
  expect(`${page}${JSON.stringify(json)}`).not.toMatch(/nora|github\.example|dpl_/i);
});

const drillWith = (restoreMs: number, change: object = {}) =>
  zipOf([
    {
      name: 'drill.json',
      content: JSON.stringify({
        ...{ kind: 'lockstep-drill/1', at: new Date().toISOString(), verdict: 'pass', restoreMs },
        ...{ dataAgeMs: 32_400_000, ...change },
      }),
    },
  ]);

test.each([
  ['is broken', Buffer.from('no archive')],
  ['has no numbers', zipOf([{ name: 'checks.json', content: '{}' }])],
  ['has no JSON', zipOf([{ name: 'drill.json', content: '{' }])],
  ['is of another time', drillWith(1, { at: '2026-01-01T00:00:00.000Z' })],
])('the newest drill %s: the one before it is not shown for it', async (_what, archive) => {
  const world = await aRepository();
  await world.ledger.markReleased(await world.release('20261129T093000Z-3f9a2c'), 'dpl_one');
  world.repo.artifact(world.runId, { name: 'lockstep-drill', archive: drillWith(600_000) });
  world.repo.artifact(world.runId, { name: 'lockstep-drill', archive });
  const { json, page, step } = await world.status({});
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'page-incomplete' } });
  expect(step.log).toMatch(/not on the page: drills: lockstep-drill: the drill of .* cannot be read/);
  expect(json).toMatchObject({ drills: null });
  expect(page).toContain('Drills: not recorded.');
});

test('a drill is found below artifacts of runs that are not believed, however many', async () => {
  const world = await aRepository();
  await world.ledger.markReleased(await world.release('20261129T093000Z-3f9a2c'), 'dpl_one');
  world.repo.artifact(world.runId, { name: 'lockstep-drill', archive: drillWith(600_000) });
  const proposal = world.repo.run({ branch: 'a-proposal' });
  for (let nth = 0; nth < 11; nth++) world.repo.artifact(proposal, { name: 'lockstep-drill', archive: drillWith(nth) });
  const { json } = await world.status({});
  expect(json).toMatchObject({ drills: { shown: [{ name: 'restore', recoveryMs: 600_000 }] } });
});

test('without a service the only one is shown under the name of its environment, and none of several', async () => {
  const world = await aRepository();
  await world.ledger.markReleased(await world.release('20261129T093000Z-3f9a2c'), 'dpl_one');
  const report = join(scope.folder('lockstep-incidents-'), 'incidents.json');
  const incident = { number: 41, cause: 'rollback', subject: 'production/web', openedMs: 1_000, closedMs: null };
  writeFileSync(report, JSON.stringify({ kind: 'lockstep-incidents/1', incidents: [incident] }));
  const one = await world.status({ service: '', 'incidents-report': report });
  expect(one.step).toMatchObject({ status: 0, outputs: { verdict: 'pass' } });
  expect(one.json).toMatchObject({
    environments: { shown: [{ environment: 'production', service: '', state: 'live' }] },
    releases: { shown: [{ end: 'released' }] },
    incidents: { shown: [{ number: 41 }], more: 0 },
  });
  await world.ledger.markReleased(await world.release('20261130T103000Z-b81d77', 'of-nora'), 'dpl_two');
  const several = await world.status({ service: '', 'incidents-report': report });
  expect(several.step).toMatchObject({ outputs: { verdict: 'unknown', reason: 'page-incomplete' } });
  expect(several.step.log).toMatch(/releases: .*status-lines.*incidents: .*status-lines/s);
  expect(several.json).toMatchObject({ incidents: null });
  expect(`${several.page}${JSON.stringify(several.json)}`).not.toMatch(/nora/);
});

test('what cannot be read is not there, and the step is unknown; the page is written all the same', async () => {
  const world = await aRepository();
  const { page, step } = await world.status(
    { 'availability-source': 'provider: gatus\nurl: http://127.0.0.1:1\nendpoint: core_shop\nevery: 60s' },
    { contents: 'read' },
  );
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'page-incomplete' } });
  expect(step.log).toMatch(/releases: .*drills: .*availability: Gatus/s);
  expect(page).toContain('Releases: not recorded.');
  expect(page).toContain('Drills: not recorded.');
  expect(page).toContain('not measured');
  expect(page).not.toContain('127.0.0.1');
});

test('a title that is none for the public is refused, and nothing is written', async () => {
  const world = await aRepository();
  const { page, step } = await world.status({
    'status-title': 'nora@hospital.example',
    'availability-objective': 'all',
  });
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  expect(step.log).toMatch(/availability-objective.*status-title/s);
  expect(page).toBe('');
  const none = await world.status({ 'controls-report': 'none.json' });
  expect(none.step.log).toContain('input "controls-report": none.json cannot be read');
});
