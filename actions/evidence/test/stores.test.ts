import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { type ObjectStore, startObjectStore } from '@lockstep/proving-ground/object-store';
import { opening } from '../../../test/e2e/sampled.ts';

const test = opening(2);

let github: GitHub;
let store: ObjectStore;
const faults = new Faults();
beforeAll(async () => {
  [github, store] = await Promise.all([startGitHub({ faults }), startObjectStore({ faults })]);
  store.bucket('acme-evidence', { objectLock: true }).defaultRetention = { mode: 'COMPLIANCE', days: 400 };
  store.bucket('acme-open');
});
afterAll(async () => {
  await Promise.all([github.close(), store.close()]);
  github.expectNoViolations();
  expect(store.unmodelled).toEqual([]);
});

const what = { event: 'access-change', subject: 'production', 'event-code': 'reviewed', 'event-result': 'pass' };

/** As `aws-actions/configure-aws-credentials` leaves them: no right to delete, nor to change a lock. */
function aws() {
  const rights = ['s3:PutObject', 's3:GetObject', 's3:ListBucket', 's3:GetObjectRetention', 's3:ListBucketVersions'];
  const { accessKeyId, secretAccessKey } = store.key({ rights });
  return {
    AWS_REGION: store.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_ENDPOINT_URL_S3: store.url,
  };
}

/** A repository of its own, and what a job of it has. */
function repository(name: string, permissions: Readonly<Record<string, 'read' | 'write'>>) {
  const full = `acme/${name}`;
  const repo = github.repository(full);
  repo.commit();
  const inputs = { 'github-token': github.token({ repository: full, permissions }) };
  return { repo, inputs, at: { env: aws(), github: { api_url: github.url, repository: full } } };
}

test('a trail on a branch, with anchors in a locked bucket: a branch that is forced back is found', async () => {
  const { at, inputs, repo } = repository('shop', { contents: 'write' });
  const run = (more: Readonly<Record<string, string>>) =>
    spawnAction('evidence', { ...inputs, 'anchor-to': 's3://acme-evidence/anchors', ...more }, at);
  const first = await run({ ...what, 'event-id': 'one' });
  expect(first).toMatchObject({ status: 0, outputs: { reason: 'recorded', number: '1', added: '1' } });
  expect(first.log).toContain('locked until');
  const kept = repo.state.refs.get('heads/lockstep-evidence') ?? '';
  await run({ ...what, 'event-id': 'two' });
  expect(await run({ command: 'verify' })).toMatchObject({ status: 0, outputs: { verdict: 'pass', anchored: '2' } });
  repo.state.refs.set('heads/lockstep-evidence', kept);
  const cut = await run({ command: 'verify' });
  expect(cut).toMatchObject({ status: 1, outputs: { verdict: 'fail', records: '1', anchored: '1' } });
  expect(cut.summary).toContain('anchors/000000002-');
});

test('anchors in a bucket without a lock are unknown, and nothing is lost', async () => {
  const { at, inputs } = repository('open', { contents: 'write' });
  const run = (more: Readonly<Record<string, string>> = {}) =>
    spawnAction('evidence', { ...inputs, ...what, 'anchor-to': 's3://acme-open/anchors', ...more }, at);
  expect(await run()).toMatchObject({
    status: 1,
    outputs: { verdict: 'unknown', reason: 'anchor-not-locked', records: '1' },
  });
  expect(await run({ 'on-unknown': 'warn' })).toMatchObject({ status: 0, outputs: { verdict: 'unknown' } });
});

test('jobs at the same time, one of which gets no answer, leave one chain', async () => {
  const { at, inputs } = repository('killed', { contents: 'write' });
  const record = (id: string) => spawnAction('evidence', { ...inputs, ...what, 'event-id': id }, at);
  faults.plant({ service: 'github', method: 'POST', path: /git\/refs/, effect: { kind: 'reset-after' } });
  await Promise.all([record('one'), record('two'), record('three')]);
  faults.clear();
  expect(await record('two')).toMatchObject({ status: 0, outputs: { reason: 'already-recorded', records: '3' } });
  const seen = await spawnAction('evidence', { ...inputs, command: 'verify', 'on-unknown': 'warn' }, at);
  expect(seen).toMatchObject({ status: 0, outputs: { records: '3', failed: '0' } });
});

test('without the permission one line says what the job needs', async () => {
  const { at, inputs } = repository('locked', { contents: 'read' });
  const step = await spawnAction('evidence', { ...inputs, ...what }, at);
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'remote-error' } });
  expect(step.log).toContain('contents: write');
});
