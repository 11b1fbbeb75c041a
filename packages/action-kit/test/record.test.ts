import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Secret, silent, systemClock } from '@lockstep/base';
import type { TrailEntry } from '@lockstep/evidence';
import { Faults } from '@lockstep/proving-ground/faults';
import { type ObjectStore, startObjectStore } from '@lockstep/proving-ground/object-store';
import { recordEntries } from '../src/evidence/record.ts';
import { openTrail } from '../src/trail.ts';

const DAY_MS = 86_400_000;
let nowMs = Date.now();
const clock = { now: () => nowMs, sleep: systemClock.sleep };
const { signal } = new AbortController();
let objects: ObjectStore;
beforeAll(async () => {
  objects = await startObjectStore({ faults: new Faults() });
});
afterAll(async () => {
  await objects.close();
  expect(objects.unmodelled).toEqual([]);
});

const entry = (id: string): TrailEntry => ({
  ...{ id, event: 'drill', subject: 'production', verdict: 'pass', reason: 'restored', actor: null, run: null },
  ...{ happenedAt: new Date(nowMs).toISOString(), files: {} },
});

test('an anchor whose lock is over protects no more than one that never had any', async () => {
  objects.bucket('acme-trail');
  const anchors = objects.bucket('acme-anchors', { objectLock: true });
  anchors.defaultRetention = { mode: 'COMPLIANCE', days: 1 };
  const { accessKeyId, secretAccessKey } = objects.key({
    rights: ['s3:PutObject', 's3:GetObject', 's3:ListBucket', 's3:GetObjectRetention', 's3:ListBucketVersions'],
  });
  const env = {
    AWS_REGION: objects.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_ENDPOINT_URL_S3: objects.url,
  };
  const store = { region: '', endpoint: '', accessKeyId: '', secretAccessKey: new Secret('') };
  const places = () =>
    openTrail(
      { to: 's3://acme-trail/shop', anchorTo: 's3://acme-anchors/shop', store },
      { clock, log: silent, fetch, env, github: () => expect(true).toBe(false) as never },
    );
  const record = async (id: string) => await recordEntries(await places(), [entry(id)], { clock, signal });

  const first = await record('one');
  expect(first).toMatchObject({ end: { verdict: 'pass', reason: 'recorded' } });
  expect(first.message).toMatch(/, locked until \d{4}-/);
  nowMs += 2 * DAY_MS;
  const again = await record('one');
  expect(again).toMatchObject({ end: { verdict: 'unknown', reason: 'anchor-not-locked' } });
  expect(again.message).toMatch(/, where its lock ended at \d{4}-/);
  // The next record has an anchor of its own, and that a lock. The store goes by real time, in which no day has passed.
  anchors.defaultRetention = { mode: 'COMPLIANCE', days: 4 };
  expect(await record('two')).toMatchObject({ end: { verdict: 'pass', reason: 'recorded' } });
});
