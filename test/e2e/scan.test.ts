import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Shop } from '@lockstep/proving-ground/ground';
import { together as test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, commitChange, installStarters, logs, runWorkflowOf } from './team.ts';

const stage = useStage();
const recorded = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../packages/quality/test/fixtures/recorded', name), 'utf8');

const LOCK = {
  name: 'shop',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: {
    '': { name: 'shop', version: '1.0.0', dependencies: { ms: '2.1.3' } },
    'node_modules/ms': { version: '2.1.3', license: 'MIT' },
  },
};
const NO_ADVISORIES = {
  auditReportVersion: 2,
  vulnerabilities: {},
  metadata: { vulnerabilities: { info: 0, low: 0, moderate: 0, high: 0, critical: 0, total: 0 } },
};
const CLEAN_HISTORY = JSON.stringify({ ...JSON.parse(recorded('gitleaks.sarif')) }, (key, value) =>
  key === 'results' ? [] : value,
);

/** What the scanners print: they need the network, so that their own reports are given, with the exit codes of theirs. */
const INPUTS = {
  'go-tools': '',
  'audit-command': 'cat scans/audit.json',
  'osv-command': 'cat scans/osv.json; exit "$(cat scans/osv.code)"',
  'history-command': 'cp scans/history.sarif "$LOCKSTEP_REPORTS/history.sarif"',
};

const DIRTY = {
  audit: JSON.stringify(NO_ADVISORIES),
  osv: recorded('osv.json'),
  code: '1',
  history: recorded('gitleaks.sarif'),
};
const CLEAN = { ...DIRTY, osv: recorded('osv-clean.json'), code: '0', history: CLEAN_HISTORY };
const UPDATES = { '.github/dependabot.yml': 'version: 2\nupdates: []\n' };

async function scan(shop: Shop, found: typeof DIRTY, files: Readonly<Record<string, string>> = {}) {
  const manifest = { name: 'shop', version: '1.0.0', dependencies: { ms: '2.1.3' } };
  const sha = await commitChange(shop, {
    folders: [],
    files: {
      'package.json': JSON.stringify(manifest),
      'package-lock.json': JSON.stringify(LOCK),
      'scans/audit.json': found.audit,
      'scans/osv.json': found.osv,
      'scans/osv.code': found.code,
      'scans/history.sarif': found.history,
      ...files,
    },
  });
  return await runWorkflowOf(shop, {
    sha,
    workflow: '.github/workflows/lockstep-scan.yml',
    event: { name: 'schedule' },
  });
}

test('what a scan finds is in one issue, which the next clean one closes', async () => {
  const shop = await stage.emptyShop();
  installStarters(shop, ['scan'], { inputs: INPUTS });
  const { issues } = shop.consumer.github.state;

  const first = await scan(shop, DIRTY);
  expect(checks(first)).toEqual(['Scan / Scan: failure']);
  expect(issues).toHaveLength(1);
  const [issue] = issues;
  expect(issue).toMatchObject({ state: 'open', labels: ['lockstep-scan'], comments: [] });
  for (const said of ['osv: 1 finding', 'Command Injection in lodash', 'history: 1 finding', 'github-pat', 'updates:'])
    expect(issue?.body).toContain(said);
  for (const silent of ['audit:', 'sbom:', 'secrets:']) expect(issue?.body).not.toContain(silent);

  // A scanner that could not look anything up writes a clean report: that closes no issue.
  const second = await scan(shop, { ...CLEAN, osv: recorded('osv-no-database.json'), code: '127' }, UPDATES);
  expect(checks(second)).toEqual(['Scan / Scan: failure']);
  expect(issues).toHaveLength(1);
  expect(issue).toMatchObject({ state: 'open', comments: [{ body: expect.stringContaining('osv: ') }] });

  const third = await scan(shop, CLEAN, UPDATES);
  expect(logs(third)).not.toContain('::error');
  expect(checks(third)).toEqual(['Scan / Scan: success']);
  expect(issues).toHaveLength(1);
  expect(issue).toMatchObject({ state: 'closed' });
  const kept = third.jobs[0]?.steps.find(({ name }) => name === 'Keep the SBOM');
  expect(kept).toMatchObject({ conclusion: 'success', log: expect.stringContaining('uploaded with 1 file') });
});
