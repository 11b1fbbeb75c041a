import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

const what = {
  event: 'access-change',
  subject: 'production',
  'event-code': 'reviewed',
  'event-result': 'pass',
  'actor-id': '7',
};
const record = (to: string, more: Readonly<Record<string, string>> = {}) =>
  spawnAction('evidence', { command: 'record', to, ...what, ...more });
const verify = (to: string, more: Readonly<Record<string, string>> = {}) =>
  spawnAction('evidence', { command: 'verify', to, ...more });
const path = (to: string, number: number) => join(to, `records/00000000${number}.json`);

/** A trail of three records in a folder, and the anchor of its head. */
async function trail() {
  const to = scope.folder('lockstep-evidence-');
  await record(to, { 'event-id': 'one' });
  await record(to, { 'event-id': 'two' });
  const { outputs } = await record(to, { 'event-id': 'three' });
  return { to, anchor: String(outputs['anchor']) };
}

test('what is recorded follows the record before it, once however often the job runs', async () => {
  const to = scope.folder('lockstep-evidence-');
  const file = join(scope.folder('lockstep-proof-'), 'review.md');
  writeFileSync(file, 'reviewed');
  const first = await record(to, { files: file });
  expect(first).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'recorded', number: '1' } });
  const again = await record(to, { files: file });
  expect(again).toMatchObject({ status: 0, outputs: { reason: 'already-recorded', number: '1', records: '1' } });
  expect(again.outputs['anchor']).toBe(first.outputs['anchor']);
  const kept = JSON.parse(readFileSync(path(to, 1), 'utf8')) as object;
  expect(kept).toMatchObject({ event: 'access-change', reason: 'reviewed', verdict: 'pass', actor: 7, previous: null });
  expect(Object.keys((kept as { files: object }).files)).toEqual(['review.md']);
});

test('a trail with an anchor passes, and without one is unknown', async () => {
  const { anchor, to } = await trail();
  expect(await verify(to, { anchors: `> released: ${anchor}` })).toMatchObject({
    status: 0,
    outputs: { verdict: 'pass', reason: 'checks-passed', records: '3', anchored: '3', anchor },
  });
  expect(await verify(to)).toMatchObject({ status: 1, outputs: { verdict: 'unknown', anchored: '0' } });
});

test.each([
  ['changed', (to: string) => edit(path(to, 2), '"pass"', '"fail"'), 'trail-chain-broken'],
  ['removed', (to: string) => rmSync(path(to, 2)), 'trail-missing'],
  ['reordered', (to: string) => swap(path(to, 1), path(to, 2)), 'trail-wrong-number'],
  ['cut off', (to: string) => rmSync(path(to, 3)), 'trail-cut-off'],
  ['replaced', (to: string) => edit(path(to, 3), '"pass"', '"fail"'), 'trail-rewritten'],
])('a record that was %s fails', async (_, tamper, check) => {
  const { anchor, to } = await trail();
  tamper(to);
  const reports = scope.folder('lockstep-reports-');
  const step = await verify(to, { anchors: anchor, 'report-directory': reports });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'checks-failed' } });
  const report = JSON.parse(readFileSync(join(reports, 'checks.json'), 'utf8')) as {
    checks: { id: string; verdict: string }[];
  };
  const failed = report.checks.filter(({ verdict }) => verdict === 'fail');
  expect(failed.map(({ id }) => id)).toContain(check);
});

test('anchors are read from files, attestations among them, and the anchor that proves a change is named', async () => {
  const { anchor, to } = await trail();
  const file = join(scope.folder('lockstep-anchors-'), 'bundle.jsonl');
  const payload = Buffer.from(JSON.stringify({ predicate: { anchor } })).toString('base64');
  writeFileSync(file, `${JSON.stringify({ dsseEnvelope: { payload } })}\n`);
  expect(await verify(to, { 'anchor-files': file })).toMatchObject({ status: 0, outputs: { anchored: '3' } });
  rmSync(path(to, 3));
  const step = await verify(to, { 'anchor-files': file });
  expect(step.status).toBe(1);
  expect(step.summary).toContain(`${file} knows record 3`);
});

test('all that is wrong with the inputs is told at once, and nothing is stored', async () => {
  const to = scope.folder('lockstep-evidence-');
  const none = await spawnAction('evidence', { command: 'record', to, subject: 'production', files: 'a.md' });
  expect(none).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  expect(none.log).toMatch(/"subject": needs event.*"files": needs event/s);
  expect((await spawnAction('evidence', { to, event: 'drill' })).log).toContain('"subject": required with event');
  const name = await record(to, { subject: 'Jane Doe' });
  expect(name).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  const anchors = await verify(to, { anchors: 'no anchor', 'anchor-files': 'none.txt' });
  expect(anchors.log).toMatch(/no anchor in "no anchor".*none\.txt cannot be read/s);
  const dry = await record(to, { 'dry-run': 'true' });
  expect(dry).toMatchObject({ status: 0, outputs: { reason: 'dry-run' } });
  expect(await verify(to)).toMatchObject({ outputs: { records: '0', verdict: 'unknown' } });
});

test('outside of GitHub one line says which variable names the repository', async () => {
  const nowhere = { github: { repository: '' } };
  for (const command of ['record', 'verify'])
    expect(
      await spawnAction(
        'evidence',
        { command, ...(command === 'record' ? what : {}), 'github-token': 'ghs_x' },
        nowhere,
      ),
    ).toMatchObject({
      status: 1,
      outputs: { reason: 'invalid-input' },
      log: expect.stringContaining('GITHUB_REPOSITORY: expected OWNER/NAME, and it is not set'),
    });
});

function edit(file: string, from: string, to: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

function swap(one: string, other: string): void {
  const [first, second] = [readFileSync(one), readFileSync(other)];
  writeFileSync(one, second);
  writeFileSync(other, first);
}
