import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  auditPlatform,
  compareSnapshots,
  judgeChanges,
  type Policy,
  partsCompared,
  partsLeftOut,
  partsNotCompared,
  platformLines,
  readPlatform,
  readPolicy,
  readSnapshot,
  readTraces,
  snapshotOf,
  snapshotText,
} from '../../packages/platform/src/index.ts';
import { example } from './built.ts';
import { type ExamplePlatform, examplePlatform } from './platform-world.ts';

/**
 * The example's policy and its committed snapshot, on the services of the proving ground that are set as the policy says.
 * `LOCKSTEP_RECORD=1` writes the snapshot anew.
 */
const SNAPSHOT = join(example, '.lockstep/platform.json');

let platform: ExamplePlatform;
let folder: string;
let policy: Policy;
beforeEach(async () => {
  platform = await examplePlatform();
  folder = mkdtempSync(join(tmpdir(), 'example-platform-'));
  const served: Readonly<Record<string, { readonly body: string }>> = JSON.parse(
    readFileSync(join(import.meta.dirname, 'served.json'), 'utf8'),
  );
  writeFileSync(join(folder, 'index.html'), served['/']?.body ?? '');
  const file = join(example, '.lockstep/platform.yml');
  const read = readPolicy(readFileSync(file, 'utf8'), 'platform.yml', platformLines);
  expect(read.problems).toEqual([]);
  policy = read.policy;
});
afterEach(async () => {
  await platform[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

/** What the audit of every week says, with the drift since the snapshot. */
async function audited() {
  const world = platform.access(folder);
  const facts = await readPlatform(world);
  const found = auditPlatform(policy.lines, facts);
  const [earlier, now] = [readSnapshot(readFileSync(SNAPSHOT, 'utf8'), SNAPSHOT), snapshotOf(facts)];
  const changes = compareSnapshots(earlier, now);
  const drift = judgeChanges({
    changes,
    pinned: policy.pinned,
    witnesses: await readTraces(world, facts, changes),
    compared: partsCompared(earlier, now),
    notCompared: partsNotCompared(earlier, now),
    leftOut: partsLeftOut(earlier, now),
  });
  const checks = [...found.checks, ...drift.checks];
  const open = [...found.notVerified, ...drift.notVerified].filter(({ chosen }) => !chosen);
  return {
    failed: checks.filter(({ verdict }) => verdict !== 'pass').map(({ id, what }) => `${id}: ${what}`),
    open: open.map(({ id }) => id),
    changes: changes.map(({ path }) => path),
  };
}

test('the committed snapshot is how the services are set', async () => {
  const text = snapshotText(snapshotOf(await readPlatform(platform.access(folder))));
  if (process.env['LOCKSTEP_RECORD'] === '1') writeFileSync(SNAPSHOT, text);
  expect(readFileSync(SNAPSHOT, 'utf8')).toBe(text);
});

test('the audit of every week passes, with nothing changed since the snapshot', async () => {
  expect(await audited()).toEqual({ failed: [], open: [], changes: [] });
});

test('a setting that the policy pins: it fails as a change, also where no line is about it', async () => {
  Object.assign(platform.supabaseProject.settings.auth, { jwt_exp: 86_400 });
  expect(await audited()).toEqual({
    failed: ['drift.pinned: supabase.auth.jwt_exp'],
    open: ['drift.who'],
    changes: ['supabase.auth.jwt_exp'],
  });
});

test('a setting that no one pins is shown as changed, and fails by its line alone', async () => {
  for (const one of platform.stripe.endpoints) one.status = 'disabled';
  const { changes, failed, open } = await audited();
  expect(changes).toHaveLength(1);
  expect(failed).toEqual([
    'stripe.webhooks: https://prescriptions.example/api/webhooks/stripe',
    'stripe.webhook-events: checkout.session.completed',
  ]);
  expect(open).toEqual([]);
});
