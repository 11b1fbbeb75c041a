import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect } from '@jest/globals';
import { Secret, silent, systemClock } from '@lockstep/base';
import { createGitHubClient, type Ledger, openLedger, type ReleasePayload } from '@lockstep/github';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

const creator = 'github-actions[bot]';
let server: GitHub;
let repo: RepositorySeed;
let ledger: Ledger;
let trail: string;
beforeEach(async () => {
  server = await startGitHub({ faults: new Faults() });
  repo = server.repository('acme/shop');
  repo.commit();
  repo.invite('olga', 'write');
  trail = scope.folder('lockstep-trail-');
  const permissions = { deployments: 'write', actions: 'read', contents: 'read' } as const;
  const github = createGitHubClient({
    token: new Secret(server.token({ repository: 'acme/shop', permissions, login: creator })),
    apiUrl: server.url,
    repository: { owner: 'acme', repo: 'shop' },
    clock: systemClock,
    log: silent,
    signal: new AbortController().signal,
  });
  ledger = openLedger({ github, creator });
});
afterEach(async () => {
  await server.close();
  server.expectNoViolations();
});

type Ended = 'rolled-back' | 'dead' | 'released' | 'early';

async function release(id: string, end: Ended, service = 'web'): Promise<void> {
  const commit = repo.commit();
  const run = repo.run();
  const author = { runId: run, runAttempt: 1, url: `https://github.example/acme/shop/actions/runs/${run}` };
  const payload: ReleasePayload = {
    ...{ kind: 'lockstep-release/1', id, service, actor: 'octocat', databaseVersion: null, adopted: false },
    ...{ author, candidate: { deployment: `dpl_${id}`, commit } },
    before: { deployment: 'dpl_0', commit, release: null },
  };
  const record = await ledger.begin('production', commit, payload);
  if (end === 'early') await ledger.setState(record, 'rolled-back', 'a migration failed');
  else {
    const swap = await ledger.open('production', commit, {
      ...{ kind: 'lockstep-swap/1', id: `swap-${id}`, service, author, release: id },
      ...{ from: 'dpl_0', to: `dpl_${id}`, aliases: {} },
    });
    await ledger.close(swap, 'swapped', 'read back');
    if (end === 'rolled-back') {
      await ledger.close(swap, 'put-back', 'the bake failed');
      await ledger.setState(record, 'rolled-back', 'the bake failed');
    } else if (end === 'released') await ledger.markReleased(record, `dpl_${id}`);
  }
  repo.setRun(run, 'completed', end === 'released' ? 'success' : 'failure');
}

const ALL = { issues: 'write', deployments: 'read', actions: 'read', contents: 'read' } as const;

/** A runner whose clock is wrong by so much. */
const runnerOff = (ms: number) =>
  `--import=data:text/javascript,${encodeURIComponent(`const now=Date.now;Date.now=()=>now()+(${ms})`)}`;

async function follow(
  inputs: Readonly<Record<string, string>> = {},
  permissions: object = ALL,
  more: { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string } = {},
) {
  const token = server.token({ repository: 'acme/shop', permissions: permissions as typeof ALL, login: creator });
  const reports = scope.folder('lockstep-reports-');
  const step = await spawnAction(
    'evidence',
    { command: 'incident', service: 'web', to: trail, 'github-token': token, 'report-directory': reports, ...inputs },
    { github: { api_url: server.url, repository: 'acme/shop' }, temp: scope.folder(), ...more },
  );
  return { step, reports };
}

interface Recorded {
  readonly id: string;
  readonly actor: number | null;
  readonly recordedAt: string;
}

const recorded = () =>
  readdirSync(join(trail, 'records'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(trail, 'records', name), 'utf8')) as Recorded);

test('from the failed release to its end: opened once, acknowledged and closed by a person, recorded', async () => {
  await release('20261130T095500Z-000001', 'early');
  await release('20261130T095500Z-000002', 'rolled-back');
  await release('20261130T095500Z-000003', 'dead');
  const first = await follow();
  expect(first.step).toMatchObject({ status: 0, outputs: { verdict: 'pass', opened: '2', open: '2' } });
  const again = await follow();
  expect(again.step).toMatchObject({ status: 0, outputs: { opened: '0', open: '2' } });
  const incidents = readIncidents(again.reports);
  expect(incidents.map(({ cause }) => cause).sort()).toEqual(['failed-release', 'lost-run']);
  const failed = incidents.find(({ cause }) => cause === 'failed-release');
  const number = failed?.number ?? 0;
  expect(repo.comments(number).map(({ body }) => body.includes('Postmortem'))).toEqual([true]);
  repo.comment(number, 'olga', 'I look');
  repo.label(number, 'no-personal-data');
  repo.close(number, 'olga');
  const last = await follow();
  expect(last.step).toMatchObject({ status: 0, outputs: { opened: '0', open: '1', failed: '0' } });
  const id = repo.user('olga').id;
  expect(readIncidents(last.reports).find((one) => one.number === number)).toMatchObject({
    ...{ acknowledgedBy: id, closedBy: id, personalData: 'not-affected' },
    times: { detectMs: expect.any(Number), acknowledgeMs: expect.any(Number), restoreMs: expect.any(Number) },
  });
  expect(readFileSync(join(last.reports, `postmortem-${number}.md`), 'utf8')).toContain(`by the person ${id}`);
  expect(recorded().map((one) => [one.id.split('/')[3], one.actor])).toEqual([
    ['opened', null],
    ['opened', null],
    ['closed', id],
  ]);
  const seen = [
    recorded(),
    readIncidents(last.reports),
    repo.comments(number).filter(({ user }) => user.type === 'Bot'),
  ];
  expect(JSON.stringify(seen)).not.toContain('olga');
});

test('what no person ended is red; a release that went well is none', async () => {
  await release('20261130T095500Z-000004', 'released');
  expect((await follow()).step).toMatchObject({ status: 0, outputs: { opened: '0', open: '0', passed: '2' } });
  const number = repo.issue('It is down', 'olga', ['lockstep-incident']);
  expect((await follow()).step).toMatchObject({ status: 0, outputs: { opened: '0', open: '1' } });
  repo.close(number);
  const { step } = await follow();
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'checks-failed' } });
  expect(step.summary).toContain('by no person');
});

test('where the ledger never had a release, that there is no incident is unknown', async () => {
  await release('20261130T095500Z-000007', 'released');
  const any = await follow({ environment: 'prodution', service: '' });
  expect(any.step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', opened: '0' } });
  const { step } = await follow({ environment: 'prodution' });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', opened: '0', open: '0' } });
  expect(step.summary).toContain('check environment, service and ledger-creator');
});

test('without a service, incidents of all services of the environment are followed', async () => {
  await release('20261130T095500Z-000008', 'rolled-back');
  const own = repo.issue('It is slow', 'olga', ['lockstep-incident']);
  const one = await follow({ service: '' });
  expect(one.step).toMatchObject({ outputs: { opened: '1', open: '2' } });
  expect(
    readIncidents(one.reports)
      .map(({ subject }) => subject)
      .sort(),
  ).toEqual(['production', 'production/web']);
  await release('20261130T095500Z-000009', 'dead', 'admin');
  const all = await follow({ service: '' });
  expect(all.step).toMatchObject({ outputs: { opened: '1', open: '3' } });
  const subjects = new Map(readIncidents(all.reports).map(({ number, subject }) => [number, subject]));
  expect([...subjects.values()].sort()).toEqual(['production', 'production/admin', 'production/web']);
  expect(subjects.get(own)).toBe('production');
  // Of one service that is named, those of the others are none; one of a person stays what it was, for the trail too.
  const admin = await follow({ service: 'admin' });
  expect(admin.step).toMatchObject({ outputs: { opened: '0', open: '2', unknown: '0' } });
  expect(new Map(readIncidents(admin.reports).map(({ number, subject }) => [number, subject])).get(own)).toBe(
    'production',
  );
});

test('a dry run writes nothing, and without the right to write it fails', async () => {
  await release('20261130T095500Z-000005', 'rolled-back');
  const dry = await follow({ 'dry-run': 'true' });
  expect(dry.step).toMatchObject({ status: 0, outputs: { reason: 'dry-run' } });
  const refused = await follow({}, { ...ALL, issues: 'read' });
  expect(refused.step.status).toBe(1);
  expect((await follow()).step).toMatchObject({ outputs: { opened: '1' } });
});

test('inputs that cannot be meant are refused, all at once', async () => {
  const { step } = await follow({
    ...{ 'acknowledge-within': '0s', accept: '- check: incident/labels' },
    ...{ 'postmortem-within': '14m', postmortems: '../elsewhere' },
  });
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  for (const input of ['acknowledge-within', 'accept', 'postmortem-within', 'postmortems'])
    expect(step.log).toContain(`input "${input}"`);
});

test('an incident whose text was written anew is not opened twice, and labels that are unclear are named', async () => {
  await release('20261130T095500Z-000006', 'rolled-back');
  const { reports } = await follow();
  const number = readIncidents(reports)[0]?.number ?? 0;
  repo.edit(number, { body: 'The cache was full.' });
  repo.label(number, 'personal-data-effected');
  const { step } = await follow();
  expect(step).toMatchObject({ outputs: { opened: '0', open: '1', verdict: 'unknown', unknown: '1' } });
  expect(step.summary).toContain('personal-data-effected');
});

test.each([
  ['behind', -10 * 60_000],
  ['ahead', 10 * 60_000],
])(
  'a runner whose clock is ten minutes %s: the incident is opened and recorded at the time of GitHub',
  async (words, ms) => {
    await release('20261130T095500Z-000008', 'rolled-back');
    const { step } = await follow({}, ALL, { env: { NODE_OPTIONS: runnerOff(ms) } });
    expect(step).toMatchObject({ status: 0, outputs: { opened: '1', open: '1', verdict: 'pass' } });
    expect(step.log).toMatch(new RegExp(`the clock of this machine is (9|10) min.* ${words}.* GitHub's`));
    const [first] = recorded();
    expect(Math.abs(Date.parse(first?.recordedAt ?? '') - Date.now())).toBeLessThan(120_000);
    // And a runner with the right clock goes on with the same trail.
    const number = repo.issue('It is down', 'olga', ['lockstep-incident']);
    expect((await follow()).step).toMatchObject({ status: 0, outputs: { open: '2' } });
    expect(recorded().map(({ id }) => id)).toContain(`incident/issue/${number}/opened`);
  },
);

test('a trail that refuses is unknown, and the issue is opened and written all the same', async () => {
  await release('20261130T095500Z-000009', 'rolled-back');
  mkdirSync(join(trail, 'records'), { recursive: true });
  writeFileSync(join(trail, 'records', '000000001.json'), 'no record');
  const { reports, step } = await follow();
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', opened: '1' } });
  expect(step.summary).toContain('is no record of the audit trail');
  const [{ number } = { number: 0 }] = readIncidents(reports);
  expect(repo.comments(number).map(({ body }) => body.includes('Postmortem'))).toEqual([true]);
});

test('a postmortem that is due is red, unknown where the repository was not read, and passes once it is written', async () => {
  await release('20261130T095500Z-000010', 'rolled-back');
  const first = await follow();
  const [{ number } = { number: 0 }] = readIncidents(first.reports);
  repo.comment(number, 'olga', 'I look');
  repo.label(number, 'no-personal-data');
  repo.close(number, 'olga');
  const issue = repo.state.issues.find((one) => one.number === number);
  if (issue !== undefined) issue.closedAt = new Date(Date.now() - 20 * 86_400_000).toISOString();
  expect((await follow()).step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', unknown: '1' } });
  const cwd = scope.folder('lockstep-checkout-');
  mkdirSync(join(cwd, '.git'));
  const red = await follow({}, ALL, { cwd });
  expect(red.step).toMatchObject({ status: 1, outputs: { verdict: 'fail', failed: '1' } });
  expect(red.step.summary).toContain('no document and no label');
  expect((await follow({ 'postmortem-within': '30d' }, ALL, { cwd })).step).toMatchObject({ status: 0 });
  mkdirSync(join(cwd, 'docs/postmortems'), { recursive: true });
  const draft = readFileSync(join(red.reports, `postmortem-${number}.md`), 'utf8');
  writeFileSync(join(cwd, 'docs/postmortems/cache.md'), draft);
  expect((await follow({}, ALL, { cwd })).step.summary).toContain('docs/postmortems/cache.md: ');
  writeFileSync(join(cwd, 'docs/postmortems/cache.md'), draft.replace(/\[FILL IN[^\]]*\]/g, 'as it was'));
  expect((await follow({}, ALL, { cwd })).step).toMatchObject({ status: 0, outputs: { verdict: 'pass' } });
});

interface Kept {
  readonly number: number;
  readonly cause: string;
  readonly subject: string;
}

function readIncidents(folder: string): readonly Kept[] {
  return (JSON.parse(readFileSync(join(folder, 'incidents.json'), 'utf8')) as { incidents: Kept[] }).incidents;
}
