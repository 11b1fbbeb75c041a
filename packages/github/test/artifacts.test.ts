import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { downloadArtifact, type GitHub, listArtifacts, newestRun, readArtifactOrigin } from '../src/index.ts';
import { openWorld, type TestWorld } from './world.ts';

let world: TestWorld;
let github: GitHub;
beforeEach(async () => {
  world = await openWorld();
  github = world.client();
});
afterEach(async () => {
  world.server.expectNoViolations();
  await world.close();
});

async function all(name: string) {
  const found = [];
  for await (const one of listArtifacts(github, name)) found.push(one);
  return found;
}
const archive = Buffer.from('504b0506', 'hex');

test('artifacts of a name, newest first, with the run that made each', async () => {
  const run = world.repo.run({ path: '.github/workflows/lockstep-audit.yml', event: 'schedule' });
  const [first, other] = [
    world.repo.artifact(run, { name: 'a', archive }),
    world.repo.artifact(run, { name: 'b', archive }),
  ];
  const next = world.repo.run({ fork: 'eve/shop', event: 'pull_request' });
  const second = world.repo.artifact(next, { name: 'a', archive: Buffer.from('x'), expired: true });
  expect((await all('a')).map(({ head }) => head)).toEqual([
    { isOwn: false, branch: 'main' },
    { isOwn: true, branch: 'main' },
  ]);
  expect((await all('a')).map(({ bytes, expired, id, runId }) => [id, runId, bytes, expired])).toEqual([
    [second, next, 1, true],
    [first, run, 4, false],
  ]);
  expect(await downloadArtifact(github, other)).toEqual(archive);
  await expect(downloadArtifact(github, second)).rejects.toThrow('expired');
  expect(await readArtifactOrigin(github, run)).toMatchObject({
    event: 'schedule',
    branch: 'main',
    headRepository: 'acme/shop',
  });
  expect(await readArtifactOrigin(github, next)).toMatchObject({ event: 'pull_request', headRepository: 'eve/shop' });
  expect(await readArtifactOrigin(github, 1)).toBeUndefined();
});

test('the newest run of a workflow that ended is one of its own commits', async () => {
  const path = '.github/workflows/lockstep-backup.yml';
  const add = (conclusion: 'success' | 'failure', more = {}) =>
    world.repo.run({ path, event: 'schedule', status: 'completed', conclusion, ...more });
  expect(await newestRun(github, 'lockstep-backup.yml', 'main')).toBeUndefined();
  const own = add('failure');
  add('success', { event: 'pull_request', fork: 'eve/shop' });
  add('success', { branch: 'feature' });
  world.repo.run({ path, event: 'schedule' });
  const found = await newestRun(github, 'lockstep-backup.yml', 'main');
  expect(found).toMatchObject({ conclusion: 'failure', url: expect.stringContaining(String(own)) });
});

test('however many runs of pull requests came after it', async () => {
  const path = '.github/workflows/lockstep-backup.yml';
  const add = (more = {}) =>
    world.repo.run({ path, event: 'schedule', status: 'completed', conclusion: 'success', ...more });
  const own = add();
  for (let nth = 0; nth < 120; nth++) add({ event: 'pull_request', fork: 'eve/shop' });
  const found = await newestRun(github, 'lockstep-backup.yml', 'main');
  expect(found).toMatchObject({ url: expect.stringContaining(String(own)) });
});

test('where GitHub shows no more runs, and all are of pull requests, the newest is not known', async () => {
  const path = '.github/workflows/lockstep-backup.yml';
  const of = { path, event: 'pull_request', fork: 'eve/shop', status: 'completed', conclusion: 'success' } as const;
  for (let nth = 0; nth < 1000; nth++) world.repo.run(of);
  await expect(newestRun(github, 'lockstep-backup.yml', 'main')).rejects.toThrow('pull requests');
});
