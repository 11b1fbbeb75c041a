import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { canonicalJson } from '@lockstep/base';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { type ObjectStore, startObjectStore } from '@lockstep/proving-ground/object-store';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
const faults = new Faults();
let github: GitHub;
let store: ObjectStore;
let nth = 0;
beforeAll(async () => {
  [github, store] = await Promise.all([startGitHub({ faults }), startObjectStore({ faults })]);
  store.bucket('acme-anchors', { objectLock: true }).defaultRetention = { mode: 'COMPLIANCE', days: 400 };
  store.bucket('acme-trails');
});
afterEach(() => faults.clear());
afterAll(async () => {
  await Promise.all([github.close(), store.close(), scope[Symbol.asyncDispose]()]);
  github.expectNoViolations();
  expect(store.unmodelled).toEqual([]);
});

const what = { event: 'drill', subject: 'production', 'event-code': 'restored', 'event-result': 'pass' };
const RIGHTS = ['s3:PutObject', 's3:GetObject', 's3:ListBucket', 's3:GetObjectRetention', 's3:ListBucketVersions'];
const BRANCH = 'heads/lockstep-evidence';

/** A repository of its own, what its jobs say, and where its anchors lie. */
function team(rights: readonly string[] = RIGHTS) {
  const full = `acme/shop-${++nth}`;
  const repo = github.repository(full);
  repo.commit({ files: { 'package.json': '{}' } });
  const { accessKeyId, secretAccessKey } = store.key({ rights });
  const env = {
    AWS_REGION: store.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_ENDPOINT_URL_S3: store.url,
  };
  const token = github.token({ repository: full, permissions: { contents: 'write' } });
  const run = (inputs: Readonly<Record<string, string>>) =>
    spawnAction(
      'evidence',
      { 'github-token': token, ...inputs },
      { env, github: { api_url: github.url, repository: full } },
    );
  const anchored = { 'anchor-to': `s3://acme-anchors/${full}` };
  return {
    repo,
    full,
    anchored,
    record: (id: string, more: Readonly<Record<string, string>> = {}) => run({ ...what, 'event-id': id, ...more }),
    verify: (more: Readonly<Record<string, string>> = {}) => run({ command: 'verify', ...more }),
  };
}

test('a key that may not see deleted anchors leaves the trail unknown, whether one was deleted or not', async () => {
  const { anchored, record, verify } = team(RIGHTS.filter((right) => right !== 's3:ListBucketVersions'));
  expect(await record('one', anchored)).toMatchObject({ status: 0 });
  const found = await verify(anchored);
  expect(found).toMatchObject({ status: 1, outputs: { verdict: 'unknown', records: '1' } });
  expect(found.summary).toContain('s3:ListBucketVersions');
});

test('a branch that is forced back, with the anchor that knows better deleted, is found and not gone on with', async () => {
  const { anchored, full, record, repo, verify } = team();
  await record('one', anchored);
  const kept = repo.state.refs.get(BRANCH) ?? '';
  await record('two', anchored);
  repo.state.refs.set(BRANCH, kept);
  // A lock keeps the bytes; a delete without a version hides them all the same.
  const bucket = store.bucket('acme-anchors');
  const newest = bucket.keys().find((key) => key.startsWith(`${full}/anchors/000000002-`)) ?? '';
  expect(bucket.hide(newest, Date.now())?.isDeleteMarker).toBe(true);
  const found = await verify(anchored);
  expect(found).toMatchObject({ status: 1, outputs: { verdict: 'fail', records: '1' } });
  expect(found.summary).toContain('(deleted since)');
  const next = await record('three', anchored);
  expect(next).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'anchors-differ' } });
  expect(repo.state.refs.get(BRANCH)).toBe(kept);
  repo.state.refs.delete(BRANCH);
  expect(await record('three', anchored)).toMatchObject({ outputs: { reason: 'anchors-differ' } });
  expect(repo.state.refs.has(BRANCH)).toBe(false);
});

test('a second trail with the same place for its anchors is refused before it appends', async () => {
  const [first, second] = [team(), team()];
  await first.record('one', first.anchored);
  const step = await second.record('one', first.anchored);
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'anchors-differ' } });
  expect(second.repo.state.refs.has(BRANCH)).toBe(false);
  expect(await first.verify(first.anchored)).toMatchObject({ status: 0, outputs: { verdict: 'pass' } });
});

test('an id that is taken by something else is unknown, and no record is lost or made', async () => {
  const { record } = team();
  await record('one');
  const other = await record('one', { 'event-result': 'fail' });
  expect(other).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'recorded-otherwise', added: '0' } });
  expect(await record('one')).toMatchObject({ status: 0, outputs: { reason: 'already-recorded', records: '1' } });
});

test('that the trail says something else is not hidden by a place for anchors that shows no lock', async () => {
  const { full, record } = team();
  const open = { 'anchor-to': `s3://acme-trails/${full}` };
  await record('one', open);
  const other = await record('one', { ...open, 'event-result': 'fail' });
  expect(other).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'recorded-otherwise' } });
  expect(other.log).toMatch(/which shows no lock; the trail says something else of one/);
});

test('a branch with code on it is left as it is', async () => {
  const { record, repo } = team();
  const before = repo.state.refs.get('heads/main');
  const step = await record('one', { to: 'branch:main' });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'remote-error' } });
  expect(step.log).toContain('has other files, such as package.json');
  expect(repo.state.refs.get('heads/main')).toBe(before);
});

test('a branch that a rule protects is named, with what to do', async () => {
  const { record, repo } = team();
  const body = { message: 'Repository rule violations found' };
  const effect = { kind: 'status', status: 422, body } as const;
  faults.plant({ service: 'github', method: 'POST', path: /git\/refs/, times: 99, effect });
  const step = await record('one');
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'remote-error' } });
  expect(step.log).toContain('where a rule protects the branch lockstep-evidence');
  expect(repo.state.refs.has(BRANCH)).toBe(false);
  faults.clear();
  expect(await record('one')).toMatchObject({ status: 0, outputs: { records: '1' } });
});

test('whoever can write cannot make verify run without an end or without memory', async () => {
  const { record, verify } = team();
  const to = `s3://acme-trails/${nth}`;
  const bucket = store.bucket('acme-trails');
  const put = (key: string, text: string) =>
    bucket.put(`${nth}/${key}`, { body: Buffer.from(text) } as never, Date.now());
  await record('one', { to });
  put('records/999999999.json', '{}');
  put('records/000000002.json', 'x'.repeat(3_000_000));
  const step = await verify({ to });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', records: '3' } });
  expect(step.summary).toContain('records/000000003.json to records/999999998.json');
  const next = await record('two', { to });
  expect(next).toMatchObject({ status: 1, outputs: { verdict: 'unknown' } });
  expect(next.log).toContain('nothing is appended to a changed trail');
});

test('a bucket that keeps versions shows records that were deleted or stored over, without any anchor', async () => {
  const { record, verify } = team();
  const place = `locked-${nth}`;
  const bucket = store.bucket(`acme-${place}`, { objectLock: true });
  const to = `s3://acme-${place}/shop`;
  for (const id of ['one', 'two', 'three']) expect(await record(id, { to })).toMatchObject({ status: 0 });
  bucket.hide('shop/records/000000003.json', Date.now());
  const cut = await verify({ to });
  expect(cut).toMatchObject({ status: 1, outputs: { verdict: 'fail', records: '2' } });
  expect(cut.summary).toContain('and it was deleted since');
  const second = bucket.current('shop/records/000000002.json');
  const forged = Buffer.from(String(second?.body).replace('"verdict":"pass"', '"verdict":"fail"'));
  bucket.put('shop/records/000000002.json', { body: forged } as never, Date.now() + 60_000);
  const changed = await verify({ to });
  expect(changed.summary).toContain('with versions that differ in size or ETag');
});

test('anchors that anyone could delete prove nothing', async () => {
  const { full, record, verify } = team();
  const open = { 'anchor-to': `s3://acme-trails/${full}`, 'on-unknown': 'warn' };
  expect(await record('one', open)).toMatchObject({ status: 0, outputs: { reason: 'anchor-not-locked' } });
  const found = await verify({ ...open, 'on-unknown': 'fail' });
  expect(found).toMatchObject({ status: 1, outputs: { verdict: 'unknown', anchored: '0' } });
  expect(found.summary).toContain('in a place that shows no lock');
});

test('after a record with the highest number nothing is appended where no one would read it', async () => {
  const { record } = team();
  const to = `s3://acme-trails/${nth}`;
  await record('one', { to });
  const bucket = store.bucket('acme-trails');
  const first = JSON.parse(String(bucket.current(`${nth}/records/000000001.json`)?.body)) as object;
  const last = `${canonicalJson({ ...first, number: 999_999_999, previous: 'a'.repeat(64), id: 'far' })}\n`;
  bucket.put(`${nth}/records/999999999.json`, { body: Buffer.from(last) } as never, Date.now());
  const next = await record('two', { to, 'happened-at': new Date().toISOString() });
  expect(next).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'remote-error' } });
  expect(next.log).toContain('nothing is appended to a changed trail');
  expect(bucket.keys().filter((key) => key.startsWith(`${nth}/`))).toHaveLength(2);
});

test.each(['branch:lockstep-evidence', 's3://acme-trails/hole'])(
  'a record that is missing in %s stops the next one with what to do, as no fault of ours',
  async (place) => {
    const { record, repo } = team();
    const to = place.replace('hole', `hole-${nth}`);
    for (const id of ['one', 'two', 'three']) await record(id, { to });
    const bucket = store.bucket('acme-trails');
    if (to.startsWith('s3:')) bucket.hide(`hole-${nth}/records/000000002.json`, Date.now());
    else repo.commit({ branch: 'lockstep-evidence', files: { 'lines-000000001.jsonl': '\n' } });
    const next = await record('four', { to });
    expect(next).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'remote-error' } });
    expect(next.log).toContain('nothing is appended to a changed trail');
  },
);

test('what cannot be recorded is refused by the name of its input, and nothing is stored', async () => {
  const { record, repo } = team();
  const folder = scope.folder('lockstep-files-');
  const other = scope.folder('lockstep-files-');
  for (const path of [join(folder, 'a.md'), join(other, 'a.md'), join(folder, 'a b.md')]) writeFileSync(path, path);
  const next = new Date(Date.now() + 365 * 86_400_000).toISOString();
  const refused: readonly (readonly [string, string])[] = [
    ['input "event": expected one of release, .*, or nothing, got "party"', JSON.stringify({ event: 'party' })],
    ['input "happened-at": .* is still to come', JSON.stringify({ 'happened-at': next })],
    ['input "happened-at": expected a time', JSON.stringify({ 'happened-at': 'yesterday' })],
    ['input "event-id": expected at most 200', JSON.stringify({ 'event-id': 'x'.repeat(201) })],
    ['input "event-code": expected a code', JSON.stringify({ 'event-code': 'Restored Well' })],
    ['input "files": two of them', JSON.stringify({ files: `${join(folder, 'a.md')}\n${join(other, 'a.md')}` })],
    ['input "files": .* has a name', JSON.stringify({ files: join(folder, 'a b.md') })],
    [
      'anchor-to: the records of the trail are there',
      JSON.stringify({ to: 's3://acme-trails/x', 'anchor-to': 's3://acme-trails/x/records/y' }),
    ],
    ['anchor-to: the trail is there', JSON.stringify({ to: 's3://acme-trails/x', 'anchor-to': 's3://acme-trails/x/' })],
  ];
  for (const [words, inputs] of refused) {
    const step = await record('one', JSON.parse(inputs) as Record<string, string>);
    expect({ words, ...step }).toMatchObject({ words, status: 1, outputs: { reason: 'invalid-input' } });
    expect(step.log).toMatch(new RegExp(words, 's'));
  }
  expect(repo.state.refs.has(BRANCH)).toBe(false);
});
