import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { blockingRecord, type GitHub, type Ledger, lastReleased, openLedger } from '../src/index.ts';
import { author, releasePayload, swapPayload } from './records.ts';
import { openWorld, type TestWorld } from './world.ts';

const key = { environment: 'production', service: 'web' };

let world: TestWorld;
let github: GitHub;
let ledger: Ledger;
beforeEach(async () => {
  world = await openWorld();
  github = world.client();
  ledger = openLedger({ github, creator: 'github-actions[bot]' });
});
afterEach(() => world.close());

const begin = (id: string, more = {}) => ledger.begin('production', world.sha, releasePayload(id, more));
const ids = async () => (await ledger.read(key)).releases.map((release) => [release.id, release.state]);
const records = () => world.repo.deployments('lockstep');
const statuses = (at = 0) => records()[at]?.statuses.map(({ state, description }) => `${state} ${description}`);

describe('what is read', () => {
  test('goes back to the last released one and no further', async () => {
    for (const id of ['r1', 'r2', 'r3'])
      await (id === 'r3'
        ? ledger.setState(await begin(id), 'rolled-back', '')
        : ledger.markReleased(await begin(id), null));
    expect(await ids()).toEqual([
      ['r3', 'rolled-back'],
      ['r2', 'released'],
    ]);
    const all: string[] = [];
    for await (const release of ledger.releases(key)) all.push(release.id);
    expect(all).toEqual(['r3', 'r2', 'r1']);
  });

  describe('down to an earlier release', () => {
    const before = (release: string, deployment: string) => ({ deployment, commit: null, release });
    const asked = (from: number) =>
      world.server.exchanges.slice(from).filter(({ path }) => path.endsWith('/statuses')).length;
    const down = async (to: string) => {
      const view = await ledger.read(key);
      const from = world.server.exchanges.length;
      const line = await ledger.line(key, { view, isIt: ({ id }) => id === to, most: 500 });
      return { line: line.map(({ id, state, deployment }) => `${id} ${state} ${deployment}`), asked: asked(from) };
    };
    const release = async (nth: number, of: number, end: 'released' | 'rolled-back' | 'partly-rolled-back') => {
      const one = await begin(`r${nth}`, { before: before(`r${of}`, `dpl_r${of}`) });
      await (end === 'released' ? ledger.markReleased(one, null) : ledger.setState(one, end, ''));
    };

    test('asks how it and the failed ones between ended, and no more for three hundred good ones than for a few', async () => {
      const counts: number[] = [];
      let newest = 0;
      for (const upTo of [4, 300]) {
        while (newest < upTo) await release(++newest, newest - 1, 'released');
        const { line, asked } = await down('r1');
        expect(line).toHaveLength(upTo);
        expect(line.at(-2)).toBe('r2 released dpl_r2');
        counts.push(asked);
      }
      expect(counts).toEqual([1, 1]);
    });

    test('says of every failed one what is left of it', async () => {
      await release(1, 0, 'released');
      await release(2, 1, 'released');
      await release(3, 2, 'partly-rolled-back');
      await release(4, 2, 'rolled-back');
      await release(5, 2, 'released');
      await release(6, 5, 'released');
      expect(await down('r1')).toEqual({
        line: [
          ...['r6 released dpl_r6', 'r5 released dpl_r5', 'r4 rolled-back dpl_r4', 'r3 partly-rolled-back dpl_r3'],
          ...['r2 released dpl_r2', 'r1 released dpl_r1'],
        ],
        asked: 3,
      });
    });

    test('asks the wanted one itself: what a newer one says of it is no leave to go there', async () => {
      await release(1, 0, 'released');
      await release(2, 1, 'rolled-back');
      await release(3, 2, 'released');
      await release(4, 3, 'released');
      expect((await down('r2')).line.at(-1)).toBe('r2 rolled-back dpl_r2');
    });

    test('asks one of which only its statuses say what it brought', async () => {
      const first = await begin('r1', { candidate: { deployment: null, commit: null } });
      await ledger.markReleased(first, 'dpl_told');
      await release(2, 1, 'released');
      await release(3, 2, 'released');
      expect((await down('r0')).line).toEqual(['r3 released dpl_r3', 'r2 released dpl_r2', 'r1 released dpl_told']);
    });

    test('takes nobody else at their word', async () => {
      await release(1, 0, 'released');
      await release(2, 1, 'rolled-back');
      const octocat = openLedger({
        github: world.client({ token: world.token(undefined, 'octocat') }),
        creator: 'octocat',
      });
      const foreign = await octocat.begin(
        'production',
        world.sha,
        releasePayload('x', { before: before('r2', 'dpl_r2') }),
      );
      await octocat.markReleased(foreign, null);
      await release(3, 1, 'released');
      expect((await down('r1')).line).toEqual(['r3 released dpl_r3', 'r2 rolled-back dpl_r2', 'r1 released dpl_r1']);
    });
  });

  test('is the line of one service, however many records of others lie above it', async () => {
    await ledger.markReleased(await begin('r1'), null);
    const wish = {
      environment: 'production',
      task: 'lockstep',
      ref: world.sha,
      auto_merge: false,
      required_contexts: [],
    };
    for (let n = 0; n < 120; n++)
      await github.change('repos.createDeployment', {
        ...wish,
        payload: { ...releasePayload(`o${n}`, { service: 'api' }) },
      });
    const before = world.server.exchanges.length;
    expect(await ids()).toEqual([['r1', 'released']]);
    // Two pages of releases, one of swaps, the statuses of one.
    expect(world.server.exchanges.length - before).toBe(4);
  });

  test('is the line of one environment', async () => {
    await ledger.begin('staging', world.sha, releasePayload('s1'));
    expect(await ids()).toEqual([]);
  });

  test('leaves out swaps that a later release overtook', async () => {
    await ledger.open('production', world.sha, swapPayload('i1'));
    await ledger.markReleased(await begin('r1'), null);
    const view = await ledger.read(key);
    expect(view.swaps).toEqual([]);
    expect(lastReleased(view)?.id).toBe('r1');
  });

  test('names records of another creator and of another version, and goes by none of them', async () => {
    const other = openLedger({
      github: world.client({ token: world.token(undefined, 'octocat') }),
      creator: 'octocat',
    });
    await other.begin('production', world.sha, releasePayload('x1'));
    await other.begin('production', world.sha, releasePayload('x2', { service: 'api' }));
    await github.change('repos.createDeployment', {
      environment: 'production',
      task: 'lockstep',
      ref: world.sha,
      payload: { kind: 'lockstep-release/9' },
      auto_merge: false,
      required_contexts: [],
    });
    const view = await ledger.read(key);
    expect(view.releases).toEqual([]);
    expect(view.ignored).toMatchObject([
      { creator: 'github-actions[bot]', why: 'unreadable' },
      { creator: 'octocat', why: 'other-creator' },
    ]);
  });

  test('takes the word of its own creator alone for a state', async () => {
    const release = await begin('r1');
    const octocat = openLedger({
      github: world.client({ token: world.token(undefined, 'octocat') }),
      creator: 'octocat',
    });
    await octocat.markReleased(release, null, 'trust me');
    expect(await ids()).toEqual([['r1', 'begun']]);
  });

  test('takes a payload that GitHub gives back as text', async () => {
    await github.change('repos.createDeployment', {
      environment: 'production',
      task: 'lockstep',
      ref: world.sha,
      payload: JSON.stringify(releasePayload('r1')),
      auto_merge: false,
      required_contexts: [],
    });
    expect(await ids()).toEqual([['r1', 'begun']]);
  });
});

describe('which deployment users got by a release', () => {
  const told = async (description: string, state = 'success') => {
    const release = await begin('r1', { candidate: { deployment: null, commit: 'c' } });
    await world.client().change('repos.createDeploymentStatus', {
      ...{ deployment_id: release.record, description, auto_inactive: false },
      state: state as 'success',
    });
    return (await ledger.read(key)).releases[0]?.deployment;
  };

  test.each([
    ['an earlier version', 'released: dpl_x is live', 'dpl_x'],
    ['an earlier version, committed by a person', 'released: dpl_x is live; committed by octocat', 'dpl_x'],
    ['a version that knows other hosts than Vercel', 'released: web-7f9c is live', 'web-7f9c'],
  ])('is read as it was written by %s', async (_by, description, expected) => {
    expect(await told(description)).toBe(expected);
  });

  test.each([['released: committed by octocat, who says that dpl_y is live'], ['released: found live'], ['released']])(
    'is not read off what else is said: %s',
    async (description) => {
      expect(await told(description)).toBeNull();
    },
  );

  test('is nobody that a release which did not go through names', async () => {
    expect(await told('rolled-back: dpl_y is live', 'failure')).toBeNull();
  });
});

describe('a record that somebody sets inactive', () => {
  const inactivate = (record: number, token = world.token(undefined, 'octocat')) =>
    world.client({ token }).change('repos.createDeploymentStatus', {
      deployment_id: record,
      state: 'inactive',
    });

  test('before its end is acknowledged, and stands in the way no more', async () => {
    const release = await begin('r1');
    await inactivate(release.record);
    expect((await ledger.read(key)).releases).toMatchObject([
      { state: 'acknowledged', message: 'set inactive by octocat' },
    ]);
    expect(blockingRecord(await ledger.read(key))).toBeUndefined();
  });

  test('after its end stays what it was', async () => {
    const release = await begin('r1');
    await ledger.markReleased(release, null);
    await inactivate(release.record);
    expect(await ids()).toEqual([['r1', 'released']]);
  });

  test('because another workflow deployed to the environment stays what it was', async () => {
    const release = await ledger.begin('qa', world.sha, releasePayload('r1'));
    await ledger.markReleased(release, null);
    const wish = { environment: 'qa', ref: world.sha, auto_merge: false, required_contexts: [] };
    const made = await github.change('repos.createDeployment', wish);
    const id = made.kind === 'accepted' && 'id' in made.data ? Number(made.data.id) : 0;
    await github.change('repos.createDeploymentStatus', { deployment_id: id, state: 'success' });
    expect(statuses()?.at(-1)).toBe('inactive ');
    expect((await ledger.read({ ...key, environment: 'qa' })).releases).toMatchObject([{ state: 'released' }]);
  });
});

describe('the run that wrote a record', () => {
  const of = (runId: number, attempt = 1) => ledger.runState({ author: author(runId, attempt) } as never);

  test('is running until its attempt is completed', async () => {
    const id = world.repo.run();
    expect(await of(id)).toEqual({ kind: 'running' });
    world.repo.setRun(id, 'completed', 'failure');
    expect(await of(id)).toEqual({ kind: 'ended', conclusion: 'failure' });
  });

  test('has ended although a later attempt of it is running', async () => {
    const id = world.repo.run({ status: 'completed', conclusion: 'cancelled' });
    world.repo.rerun(id);
    expect(await of(id)).toEqual({ kind: 'ended', conclusion: 'cancelled' });
    expect(await of(id, 2)).toEqual({ kind: 'running' });
  });

  test('has ended where it was deleted', async () => {
    expect(await of(99)).toEqual({ kind: 'ended', conclusion: null });
  });

  test('cannot be told of without actions: read, and the error says so', async () => {
    const poor = world.client({ token: world.token({ deployments: 'write' }) });
    const blind = openLedger({ github: poor, creator: 'github-actions[bot]' });
    await expect(blind.runState({ author: author(1) } as never)).rejects.toMatchObject({
      hint: 'the job needs permissions: actions: read',
    });
  });
});
