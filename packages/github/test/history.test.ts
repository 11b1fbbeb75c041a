import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { datedCommits, readBrought } from '../src/brought.ts';
import { type GitHub, openLedger } from '../src/index.ts';
import { readHistory } from '../src/ledger/history.ts';
import { servicesIn } from '../src/ledger/services.ts';
import { releasePayload, swapPayload } from './records.ts';
import { openWorld, type TestWorld } from './world.ts';

const key = { environment: 'production', service: 'web' };
const creator = 'github-actions[bot]';

let world: TestWorld;
let github: GitHub;
beforeEach(async () => {
  world = await openWorld();
  github = world.client();
});
afterEach(() => world.close());

test('has all that was said of releases and of changes of traffic, oldest first', async () => {
  const ledger = openLedger({ github, creator });
  const release = await ledger.begin('production', world.sha, releasePayload('r1'));
  const swap = await ledger.open('production', world.sha, swapPayload('s1', { release: 'r1', stages: [10, 100] }));
  await ledger.reach(swap, { number: 1, of: 2, percentage: 10 });
  await ledger.close(swap, 'swapped', 'read back');
  await ledger.markReleased(release, 'dpl_r1');
  await ledger.setState(release, 'rolled-back', 'by a person');
  const other = openLedger({ github: world.client({ token: world.token(undefined, 'eve') }), creator: 'eve' });
  await other.begin('production', world.sha, releasePayload('forged'));

  const history = await readHistory({ github, creator }, key, { fromMs: 0, most: 10 });
  expect(history.isWhole).toBe(true);
  expect(history.releases.map(({ id, said }) => [id, said.map(({ state }) => state)])).toEqual([
    ['r1', ['begun', 'released', 'rolled-back']],
  ]);
  expect(history.swaps[0]).toMatchObject({ id: 's1', said: [{ state: 'open' }, { state: 'swapped' }] });
  expect(history.swaps[0]?.firstStageAt).toMatch(/^\d{4}-/);
});

test('says that there was more, and leaves out what is older', async () => {
  const ledger = openLedger({ github, creator });
  for (const id of ['r1', 'r2', 'r3'])
    await ledger.markReleased(await ledger.begin('production', world.sha, releasePayload(id)), null);
  const cut = await readHistory({ github, creator }, key, { fromMs: 0, most: 2 });
  expect([cut.isWhole, cut.releases.map(({ id }) => id)]).toEqual([false, ['r3', 'r2']]);
  const later = await readHistory({ github, creator }, key, { fromMs: Number.MAX_SAFE_INTEGER, most: 2 });
  expect(later).toEqual({ releases: [], earlier: [], swaps: [], isWhole: true });
});

test('a release that was rolled back since is read however old it is, with its own changes of traffic', async () => {
  const ledger = openLedger({ github, creator });
  for (const id of ['r1', 'r2', 'r3']) {
    const release = await ledger.begin('production', world.sha, releasePayload(id));
    const swap = await ledger.open('production', world.sha, swapPayload(`s-${id}`, { release: id }));
    await ledger.close(swap, 'swapped', 'read back');
    await ledger.markReleased(release, `dpl_${id}`);
  }
  const back = swapPayload('back', { release: null, takesBack: ['r3', 'r1', 'never-was'] });
  await ledger.close(await ledger.open('production', world.sha, back), 'swapped', 'read back');
  for (const one of world.repo.state.deployments.slice(0, 6)) Object.assign(one, { createdAt: '2025-01-01T00:00:00Z' });
  const seen = async (fromMs: number, most: number) => {
    const { earlier, isWhole, releases, swaps } = await readHistory({ github, creator }, key, { fromMs, most });
    const ids = [releases, earlier, swaps].map((all) => all.map(({ id }) => id));
    return { ids, isWhole, said: earlier[0]?.said.map(({ state }) => state) };
  };
  expect(await seen(Date.parse('2026-01-01T00:00:00Z'), 10)).toEqual({
    ids: [[], ['r3', 'r1'], ['back', 's-r3', 's-r1']],
    isWhole: true,
    said: ['begun', 'released'],
  });
  // The same where there are more than are read, and none twice.
  expect(await seen(0, 1)).toMatchObject({ ids: [['r3'], ['r1'], ['back', 's-r1']], isWhole: false });
  expect(await seen(0, 10)).toMatchObject({ ids: [['r3', 'r2', 'r1'], [], ['back', 's-r3', 's-r2', 's-r1']] });
});

test('names every service of an environment, and no one of another environment, time or writer', async () => {
  const ledger = openLedger({ github, creator });
  await ledger.begin('production', world.sha, releasePayload('r1', { service: 'web' }));
  await ledger.begin('production', world.sha, releasePayload('r2', { service: '' }));
  await ledger.open('production', world.sha, swapPayload('s1', { service: 'admin' }));
  await ledger.begin('staging', world.sha, releasePayload('r3', { service: 'beta' }));
  const other = openLedger({ github: world.client({ token: world.token(undefined, 'eve') }), creator: 'eve' });
  await other.begin('production', world.sha, releasePayload('r4', { service: 'forged' }));
  const source = { github, creator };
  expect(await servicesIn(source, 'production', { fromMs: 0 })).toEqual(['', 'admin', 'web']);
  expect(await servicesIn(source, 'production', { fromMs: Number.MAX_SAFE_INTEGER })).toEqual([]);
  await ledger.begin('production', world.sha, releasePayload('r5', { service: 'admin' }));
  expect(await servicesIn(source, 'production', { fromMs: 0 })).toEqual(['', 'web', 'admin']);
});

test('what a release brought: commits, files, lines; of what is not there, nothing', async () => {
  const head = world.repo.commit({ files: { 'a.txt': 'one\ntwo\n', 'b.txt': 'three\n' } });
  const brought = await readBrought(github, world.sha, head);
  expect(brought).toMatchObject({ commits: [{ sha: head }], files: 2 });
  expect(await readBrought(github, 'f'.repeat(40), head)).toBeUndefined();
});

const commit = (sha: string, day: number, ...parents: string[]) => ({
  ...{ sha, parents: parents.map((one) => ({ sha: one })) },
  commit: { committer: { date: `2026-01-${String(day).padStart(2, '0')}T00:00:00Z` } },
});
const days = (commits: Parameters<typeof datedCommits>[0], head: string) =>
  Object.fromEntries(
    datedCommits(commits, head).map(({ committedAt, mergedAt, sha }) => [
      sha,
      [new Date(committedAt).getUTCDate(), new Date(mergedAt).getUTCDate()],
    ]),
  );

test('a commit reached the branch with the merge that brought it', () => {
  // base - m1 (merges a, b) - c - m2 (merges d, which has merged the branch at m1)
  const history = [
    commit('a', 1, 'base'),
    commit('b', 2, 'a'),
    commit('m1', 5, 'base', 'b'),
    commit('c', 6, 'm1'),
    commit('d', 7, 'a', 'm1'),
    commit('m2', 9, 'c', 'd'),
  ];
  expect(days(history, 'm2')).toEqual({ a: [1, 5], b: [2, 5], m1: [5, 5], c: [6, 6], d: [7, 9], m2: [9, 9] });
  expect(days([commit('x', 1, 'base')], 'x')).toEqual({ x: [1, 1] });
  expect(days([{ ...commit('x', 1), commit: { committer: null } }], 'x')).toEqual({});
});
