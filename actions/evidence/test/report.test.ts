import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { zipOf } from '../../../packages/evidence/test/sources/zips.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
const faults = new Faults();
let github: GitHub;
let repo: RepositorySeed;
let cwd = '';
beforeAll(async () => {
  github = await startGitHub({ faults });
  repo = github.repository('acme/shop');
  repo.commit();
  cwd = scope.folder('lockstep-controls-');
  mkdirSync(join(cwd, '.lockstep'));
  writeFileSync(join(cwd, '.lockstep/controls.yml'), MAP);
  writeFileSync(join(cwd, 'dpia.md'), `---\nreviewed: ${day()}\n---\n# Impact\n`);
  const run = repo.run({
    event: 'schedule',
    path: '.github/workflows/lockstep-audit.yml',
    status: 'completed',
    conclusion: 'success',
  });
  repo.artifact(run, {
    name: 'lockstep-edge-audit',
    archive: zipOf([{ name: 'checks.json', content: checks('pass', run) }]),
  });
  repo.artifact(run, {
    name: 'lockstep-documents',
    archive: zipOf([{ name: 'checks.json', content: checks('pass', run, 'documents') }]),
  });
});
afterAll(async () => {
  github.expectNoViolations();
  await github.close();
  await scope[Symbol.asyncDispose]();
});

const day = () => new Date().toISOString().slice(0, 10);
const MAP = `
version: 1
controls:
  - { id: headers, framework: F, title: Headers, evidence: [{ checks: edge-audit, ids: [csp-*], max-age: 9d }] }
  - { id: audits, framework: F, title: Audits, evidence: [{ workflow: lockstep-audit.yml, max-age: 9d }] }
  - { id: impact, framework: F, title: Impact, evidence: [{ document: dpia.md, max-age: 365d }] }
  - { id: releases, framework: F, title: Releases, evidence: [{ record: release, subject: "production/*" }] }
  - { id: desks, framework: F, title: Desks, not-collected: a repository does not see desks }
exceptions:
  - { control: releases, owner: 7, reason: the first release is next week, until: ${new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)} }
`;

const checks = (verdict: string, run: number, tool = 'edge-audit') =>
  JSON.stringify({
    ...{ kind: 'lockstep-checks/1', subject: 'shop', at: new Date().toISOString(), notVerified: [] },
    ...{
      run: `https://github.com/acme/shop/actions/runs/${run}/attempts/1`,
      tool: { name: tool, version: 'v1' },
    },
    checks: [
      {
        ...(tool === 'documents' ? { where: { file: 'dpia.md' } } : {}),
        id: 'csp-present',
        title: 'CSP',
        verdict,
        reason: 'seen',
        what: 'shop',
        measured: '',
        expected: '',
        remedy: '',
      },
    ],
  });

const token = (permissions: Readonly<Record<string, 'read' | 'write'>>) =>
  github.token({ repository: 'acme/shop', permissions });
const all = { actions: 'read', contents: 'read', deployments: 'read' } as const;
function evidence(
  command: string,
  more: Readonly<Record<string, string>> = {},
  permissions: Parameters<typeof token>[0] = all,
) {
  const directory = scope.folder('lockstep-report-');
  return spawnAction(
    'evidence',
    {
      command,
      to: scope.folder('lockstep-trail-'),
      'github-token': token(permissions),
      'report-directory': directory,
      ...more,
    },
    { cwd, github: { api_url: github.url, repository: 'acme/shop' } },
  );
}

test('says how many controls have current evidence, in every form, and that a trail without records has none', async () => {
  const run = await evidence('report');
  expect(run).toMatchObject({ status: 0, outputs: { verdict: 'pass', controls: '5', current: '3' } });
  expect(run.log).toContain('3 of 5 controls have current evidence');
  expect(run.summary).toContain('3 of 5 controls have current evidence');
  expect(run.log).not.toMatch(/compliant/i);
  const directory = String(run.outputs['report-directory']);
  const read = (name: string) => readFileSync(join(directory, name), 'utf8');
  for (const name of ['controls.csv', 'controls.md', 'controls.html', 'controls.oscal.json', 'controls.predicate.json'])
    expect(read(name)).toContain('headers');
  expect(JSON.parse(read('numbers.json'))).toMatchObject({
    kind: 'lockstep-numbers/1',
    dora: { deployments: { count: 0 } },
  });
  expect(read('numbers.md')).toContain('nothing to measure');
  const { rows } = JSON.parse(read('controls.json')) as { rows: { state: string; exception?: object }[] };
  expect(rows.map(({ state }) => state)).toEqual(['current', 'current', 'current', 'missing', 'not-collected']);
});

test('a trail that an anchor knows otherwise is no evidence, and one that it proves is', async () => {
  const to = scope.folder('lockstep-trail-');
  const event = { event: 'release', subject: 'production/web', 'event-result': 'pass', 'event-id': 'one' };
  const { outputs } = await spawnAction('evidence', { command: 'record', to, ...event });
  const anchors = String(outputs['anchor']);
  expect(await evidence('collect', { to, anchors })).toMatchObject({ outputs: { reason: 'collected', current: '4' } });
  const other = anchors.replace(/[0-9a-f]{64}/, 'f'.repeat(64));
  const doubted = await evidence('collect', { to, anchors: other });
  expect(doubted).toMatchObject({ outputs: { reason: 'collected-in-part', current: '3' } });
  expect(doubted.log).toContain('1 sign of tampering');
});

test('a ledger without releases is not taken for a quiet month', async () => {
  github.repository('acme/quiet').commit();
  const inputs = {
    ...{ command: 'record', to: scope.folder('lockstep-trail-') },
    'github-token': github.token({ repository: 'acme/quiet', permissions: all }),
  };
  const at = { cwd, github: { api_url: github.url, repository: 'acme/quiet' } };
  const quiet = await spawnAction('evidence', inputs, at);
  expect(quiet).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'nothing-happened' } });
  expect(await spawnAction('evidence', { ...inputs, 'on-unknown': 'warn' }, at)).toMatchObject({ status: 0 });
});

test('what was collected is reported by a later step as it was', async () => {
  const collected = await evidence('collect');
  expect(collected).toMatchObject({ status: 0, outputs: { reason: 'collected', controls: '5', current: '3' } });
  const path = String(collected.outputs['evidence-path']);
  const reported = await evidence('report', { 'evidence-path': path }, {});
  expect(reported).toMatchObject({ status: 0, outputs: { verdict: 'pass', current: '3' } });
});

test('a newer report that is broken makes its control unknown', async () => {
  const run = repo.run({
    event: 'schedule',
    path: '.github/workflows/lockstep-audit.yml',
    status: 'completed',
    conclusion: 'success',
  });
  repo.artifact(run, { name: 'lockstep-edge-audit', archive: Buffer.from('<html>') });
  const reported = await evidence('report');
  expect(reported).toMatchObject({ status: 1, outputs: { verdict: 'unknown', current: '2' } });
  expect(reported.summary).toContain('the archive has no end');
});

test('what it may not read is said, and nothing is made of it', async () => {
  const run = await evidence('collect', {}, { contents: 'read' });
  expect(run).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'collected-in-part', current: '0' } });
  expect(run.log).toMatch(/reports were not read: .*403/);
});

test('without a map it says where to get one, and a map that is wrong is refused', async () => {
  const none = await evidence('report', { 'controls-file': 'none.yml' });
  expect(none.status).toBe(1);
  expect(none.log).toContain('none.yml cannot be read');
  const other = await evidence('report', { 'evidence-path': '.lockstep/controls.yml' });
  expect(other.log).toContain('not readable as JSON');
});
