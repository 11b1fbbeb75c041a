import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findRestorePoint, type GitHub, type RestorePointPayload, recordRestorePoint } from '../src/index.ts';
import { author } from './records.ts';
import { openWorld, type TestWorld } from './world.ts';

let world: TestWorld;
let github: GitHub;
beforeEach(async () => {
  world = await openWorld();
  github = world.client();
});
afterEach(() => world.close());

const BOT = 'github-actions[bot]';
const KEY = { environment: 'production', service: 'web' };

function point(name: string, more: Partial<RestorePointPayload> = {}): RestorePointPayload {
  return {
    ...{ kind: 'lockstep-restore-point/1', id: name, service: 'web', author: author(), actor: 'olga', release: 'r3' },
    ...{ commit: world.sha, project: 'abcdefghijklmnopqrst', name, completed: '2026-11-22T04:00:00Z' },
    ...more,
  };
}

test('the newest restore point of a line is found, and none where there is none', async () => {
  expect(await findRestorePoint(github, BOT, KEY)).toBeUndefined();
  await recordRestorePoint(github, BOT, 'production', point('one'));
  await recordRestorePoint(github, BOT, 'production', point('two'));
  expect(await findRestorePoint(github, BOT, KEY)).toEqual(point('two'));
});

test('those of another service, of another environment and by another user are not it', async () => {
  await recordRestorePoint(github, BOT, 'production', point('of admin', { service: 'admin' }));
  await recordRestorePoint(github, BOT, 'staging', point('of staging'));
  const mallory = world.client({ token: world.token(undefined, 'mallory') });
  await recordRestorePoint(mallory, 'mallory', 'production', point('of mallory'));
  expect(await findRestorePoint(github, BOT, KEY)).toBeUndefined();
});

test('one that is not whole is none', async () => {
  await recordRestorePoint(github, BOT, 'production', { ...point('half'), project: undefined as unknown as string });
  expect(await findRestorePoint(github, BOT, KEY)).toBeUndefined();
});
