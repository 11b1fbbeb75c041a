import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { zipOf } from '../../../packages/evidence/test/sources/zips.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

let github: GitHub;
let repo: RepositorySeed;
let site: Server;
let folder: string;
beforeEach(async () => {
  github = await startGitHub({ faults: new Faults() });
  repo = github.repository('acme/shop');
  repo.commit();
  folder = scope.folder('lockstep-documents-');
  site = createServer((request, response) => response.writeHead(request.url === '/gone' ? 410 : 200).end());
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  write('.lockstep/documents.yml', LIST);
  write('docs/retention.md', retention());
  write('docs/runbook.md', runbook());
});
afterEach(async () => {
  site.close();
  await github.close();
  github.expectNoViolations();
});

const LIST = 'version: 1\ndocuments:\n  retention: docs/retention.md\n  runbook: docs/runbook.md\n';
const today = () => new Date().toISOString().slice(0, 10);
const address = (path: string) => `http://127.0.0.1:${(site.address() as AddressInfo).port}${path}`;

const retention = (link = '/there') => `---
kind: retention
owner: Data protection
reviewed: ${today()}
---

# Retention

## Schedule

| Data | Kept for | Because | Deleted by |
|---|---|---|---|
| accounts | 30 days | mistakes | a job |

## Backups

A year, by [the store](${address(link)}).

## Requests for erasure

See the [runbook](runbook.md#repeat-erasures).
`;

const runbook = (maxRestoreMs = 3_600_000) => {
  const mark = { settings: 'x', recovery: { maxRestoreMs, maxDataAgeMs: 3_600_000 }, reviewed: today(), people: 2 };
  return `# Runbook\n\n## Repeat erasures\n\nAll of them.\n\n<!-- lockstep-runbook: ${JSON.stringify(mark)} -->\n`;
};

const drill = (restoreMs = 60_000) =>
  JSON.stringify({
    ...{ kind: 'lockstep-drill/1', backup: 'x', verdict: 'pass', at: new Date().toISOString(), run: null },
    ...{ restoreMs, dataAgeMs: 60_000 },
  });

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function judge(inputs: Readonly<Record<string, string>> = {}, permissions = { actions: 'read' } as object) {
  const token = github.token({ repository: 'acme/shop', permissions: permissions as { actions: 'read' } });
  const reports = scope.folder('lockstep-reports-');
  const step = await spawnAction(
    'evidence',
    { command: 'documents', 'github-token': token, 'report-directory': reports, ...inputs },
    { github: { api_url: github.url, repository: 'acme/shop' }, temp: scope.folder(), cwd: folder },
  );
  const read = () => JSON.parse(readFileSync(join(reports, 'checks.json'), 'utf8')) as Report;
  const report = step.outputs['reason'] === 'invalid-input' ? undefined : read();
  const checks = report?.checks.flatMap(({ id, reason, verdict }) => (verdict === 'pass' ? [] : [`${id} ${reason}`]));
  return { step, checks, report };
}

interface Report {
  readonly checks: readonly { readonly id: string; readonly verdict: string; readonly reason: string }[];
  readonly notVerified: readonly { readonly what: string }[];
}

function keepDrill(text = drill(), branch = 'main'): void {
  const run = repo.run({ path: '.github/workflows/lockstep-drill.yml', event: 'schedule', branch });
  repo.artifact(run, { name: 'lockstep-drill', archive: zipOf([{ name: 'drill.json', content: text }]) });
}

test('documents that hold, with the numbers of the newest drill', async () => {
  keepDrill(drill(9e9), 'a-proposal');
  keepDrill();
  const { checks, report, step } = await judge();
  expect(checks).toEqual([]);
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'checks-passed' } });
  expect(report?.notVerified).toHaveLength(8);
});

test('each thing that is wrong is a check, with its line, and no content of the document', async () => {
  keepDrill(drill(7_200_000));
  write('docs/retention.md', retention('/gone').replace('mistakes', '[FILL IN: why, Jane]'));
  const { checks, step } = await judge();
  expect(checks?.sort()).toEqual([
    'document/filled template-text',
    'document/links link-dead',
    'document/recovery-time slower-than-promised',
  ]);
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', failed: '3' } });
  expect(step.annotations.map(({ message }) => message).join()).not.toContain('Jane');
});

test('what no drill measured is unknown, also where it may not be read', async () => {
  const none = ['document/recovery-point not-measured', 'document/recovery-time not-measured'];
  expect((await judge()).checks?.sort()).toEqual(none);
  const { checks, step } = await judge({}, { contents: 'read' });
  expect(checks?.sort()).toEqual(none);
  expect(step.outputs['verdict']).toBe('unknown');
  expect(step.log).toContain('artifacts of drills cannot be read');
});

test('drills from files, links left alone', async () => {
  write('drill.json', drill());
  site.close();
  const { checks } = await judge({ 'drill-files': 'drill.json', 'follow-links': 'false' });
  expect(checks).toEqual([]);
});

test('bad inputs', async () => {
  const missing = await judge({ 'documents-file': 'none.yml' });
  expect(missing.step.log).toContain('none.yml cannot be read');
  const far = await judge({ 'documents-file': '/etc/passwd' });
  expect(far.step).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  write('.lockstep/documents.yml', 'version: 1\ndocuments: { dpia: ../x.md, other: a.md }\n');
  const wrong = await judge();
  expect(wrong.step.annotations).toHaveLength(2);
});
