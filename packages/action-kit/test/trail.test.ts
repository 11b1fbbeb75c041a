import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RemoteError, Secret, silent, systemClock } from '@lockstep/base';
import {
  appendEntries,
  appendEntry,
  judgeTrail,
  readTrail,
  type TrailEntry,
  type TrailStore,
} from '@lockstep/evidence';
import { createGitHubClient } from '@lockstep/github';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { type ObjectStore, startObjectStore } from '@lockstep/proving-ground/object-store';
import { crossed, drawn, everyCase, plant, sampleOf } from '../../../test/faults/matrix.ts';
import { openTrail } from '../src/trail.ts';

const faults = new Faults();
let github: GitHub;
let objects: ObjectStore;
let fresh = 0;
beforeAll(async () => {
  [github, objects] = await Promise.all([startGitHub({ faults }), startObjectStore({ faults })]);
});
afterAll(async () => {
  await Promise.all([github.close(), objects.close()]);
  github.expectNoViolations();
  expect(objects.unmodelled).toEqual([]);
});

const never = new AbortController().signal;
const store = { region: '', endpoint: '', accessKeyId: '', secretAccessKey: new Secret('') };

/** Opens the same place as another writer would. */
type Open = (signal: AbortSignal) => Promise<TrailStore>;

const PLACES: readonly { readonly service: string; readonly fresh: () => Open }[] = [
  {
    service: 'github',
    fresh: () => {
      const name = `shop-${++fresh}`;
      github.repository(`acme/${name}`).commit();
      const token = github.token({ repository: `acme/${name}`, permissions: { contents: 'write' } });
      return async (signal) => {
        const tools = { clock: hastyClock(100), log: silent, fetch, env: {} };
        const client = () =>
          createGitHubClient({
            ...{ token: new Secret(token), apiUrl: github.url, repository: { owner: 'acme', repo: name } },
            ...{ clock: tools.clock, log: silent, signal, requestTimeoutMs: 200_000 },
          });
        return (await openTrail({ to: 'branch:lockstep-evidence', anchorTo: '', store }, { ...tools, github: client }))
          .trail;
      };
    },
  },
  {
    service: 'object-store',
    fresh: () => {
      const bucket = `acme-evidence-${++fresh}`;
      objects.bucket(bucket, { objectLock: true });
      const { accessKeyId, secretAccessKey } = objects.key({
        rights: ['s3:PutObject', 's3:GetObject', 's3:ListBucket'],
      });
      const env = {
        AWS_REGION: objects.region,
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_ENDPOINT_URL_S3: objects.url,
      };
      return async () => {
        const tools = {
          clock: hastyClock(20),
          log: silent,
          fetch,
          env,
          github: () => expect(true).toBe(false) as never,
        };
        return (await openTrail({ to: `s3://${bucket}/shop`, anchorTo: '', store }, tools)).trail;
      };
    },
  },
];

const entry = (nth: number): TrailEntry => ({
  id: `release/${nth}`,
  event: 'release',
  subject: 'production/web',
  verdict: 'pass',
  reason: 'released',
  actor: 7,
  run: { id: nth, attempt: 1 },
  happenedAt: new Date(Date.now() - 60_000).toISOString(),
  files: {},
});
const tools = (signal = never) => ({ clock: systemClock, signal });

/** What is in the place, and whether it is one chain with just these entries. */
async function looked(open: Open) {
  const read = await readTrail(await open(never), { signal: never });
  const { findings } = judgeTrail({ objects: read, anchors: [], nowMs: Date.now() + 60_000 });
  const ids = read.map(({ bytes }) => (JSON.parse(Buffer.from(bytes).toString()) as TrailEntry).id);
  return { findings, ids };
}

async function expectChain(open: Open, upTo: number) {
  const { findings, ids } = await looked(open);
  expect({ findings, ids: [...ids].sort() }).toEqual({
    findings: [],
    ids: Array.from({ length: upTo }, (_, nth) => entry(nth + 1).id).sort(),
  });
}

describe.each(PLACES.map((place) => [place.service, place] as const))('a trail at %s', (service, place) => {
  test('each entry follows the one before it, alone or with others, and once', async () => {
    const open = place.fresh();
    const trail = await open(never);
    expect(await appendEntry(trail, entry(1), tools())).toMatchObject({ number: 1, isAgain: false });
    const many = await appendEntries(trail, [entry(1), entry(2), entry(3)], tools());
    expect(many.map(({ isAgain, number }) => [number, isAgain])).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
    expect(await appendEntry(await open(never), entry(2), tools())).toMatchObject({ number: 2, isAgain: true });
    await expectChain(open, 3);
  });

  test('writers at the same time make one chain with all of their entries', async () => {
    const open = place.fresh();
    const writers = Array.from({ length: 6 }, async (_, nth) =>
      appendEntries(await open(never), [entry(2 * nth + 1), entry(2 * nth + 2)], tools()),
    );
    await Promise.all(writers);
    await expectChain(open, 12);
  });

  // Whoever dies is dead once the call was carried out; before it is after the one before it. Both at once is a runner lost.
  const kills = (['first', 'second', 'both'] as const).flatMap((who) =>
    Array.from({ length: 50 }, (_, nth) => ({ who, nth })),
  );
  let deaths = 0;
  test.each(sampleOf(`kills at ${service}`, kills, 12))(
    'two writers, of which $who dies at call $nth, leave one chain',
    async ({ nth, who }) => {
      const open = place.fresh();
      await appendEntries(await open(never), [entry(1), entry(2)], tools());
      const lives = { first: new AbortController(), second: new AbortController() };
      const dying = who === 'both' ? Object.values(lives) : [lives[who]];
      const die = () => {
        deaths++;
        for (const life of dying) life.abort(new Error('killed'));
      };
      faults.plant({ service, after: nth, effect: { kind: 'actor', act: die } });
      const append = async (life: AbortController, entries: readonly TrailEntry[]) =>
        appendEntries(await open(life.signal), entries, tools(life.signal));
      await Promise.allSettled([append(lives.first, [entry(3), entry(4)]), append(lives.second, [entry(5)])]);
      faults.clear();
      await appendEntries(await open(never), [entry(3), entry(4), entry(5)], tools());
      await expectChain(open, 5);
    },
  );
  (everyCase ? test : test.skip)('at least fifty of them died', () => {
    expect(deaths).toBeGreaterThanOrEqual(50);
  });

  // First a record with one before it; of GitHub that is refs, tree, lines, a tree, a commit, the branch.
  const calls = Array.from({ length: 7 }, (_, nth) => ({ service, nth, what: 'of an append' }));
  test.each(drawn(`a trail at ${service}`, crossed(calls), 8).map((one) => [one.name, one] as const))(
    '%s',
    async (_, one) => {
      const open = place.fresh();
      await appendEntry(await open(never), entry(1), tools());
      plant(faults, one);
      const trail = await open(never);
      const ended = await appendEntry(trail, entry(2), tools()).catch((error: unknown) => error);
      faults.clear();
      if (ended instanceof Error) expect(ended).toBeInstanceOf(RemoteError);
      const { findings } = await looked(open);
      expect(findings).toEqual([]);
      await appendEntry(await open(never), entry(2), tools());
      await expectChain(open, 2);
    },
  );
});

test('a branch keeps a thousand records a file, reads as few, and keeps what somebody else put on it', async () => {
  const open = PLACES[0]?.fresh() as Open;
  const repo = github.repository(`acme/shop-${fresh}`);
  await appendEntries(
    await open(never),
    Array.from({ length: 1_005 }, (_, nth) => entry(nth + 1)),
    tools(),
  );
  repo.commit({ branch: 'lockstep-evidence', files: { 'x.txt': 'x' } });
  const trail = await open(never);
  await appendEntry(trail, entry(1_006), tools());
  const before = github.exchanges.length;
  const read = await readTrail(await open(never), { signal: never });
  expect(github.exchanges.length - before).toBe(4);
  expect(read).toHaveLength(1_007);
  const { findings } = judgeTrail({ objects: read, anchors: [], nowMs: Date.now() });
  expect(findings).toEqual([expect.objectContaining({ what: 'foreign-object', where: 'x.txt' })]);
  const tip = repo.state.commits.get(repo.state.refs.get('heads/lockstep-evidence') ?? '');
  expect(Object.keys(tip?.files ?? {}).sort()).toEqual([
    'README.md',
    'lines-000000001.jsonl',
    'lines-000001001.jsonl',
    'vercel.json',
    'x.txt',
  ]);
  expect(repo.state.refs.has('heads/main')).toBe(true);
});

test('a branch that was changed by hand is appended to no more', async () => {
  const open = PLACES[0]?.fresh() as Open;
  const repo = github.repository(`acme/shop-${fresh}`);
  await appendEntries(await open(never), [entry(1), entry(2)], tools());
  const tip = repo.state.commits.get(repo.state.refs.get('heads/lockstep-evidence') ?? '');
  const text = tip?.files['lines-000000001.jsonl'] ?? '';
  repo.commit({ branch: 'lockstep-evidence', files: { 'lines-000000001.jsonl': text.trimEnd() } });
  await expect(appendEntry(await open(never), entry(3), tools())).rejects.toMatchObject({ retryable: false });
});

test('without the permission, and on what can be no branch, one line says what to do', async () => {
  github.repository('acme/locked').commit();
  const token = github.token({ repository: 'acme/locked', permissions: { contents: 'read' } });
  const client = () =>
    createGitHubClient({
      ...{ token: new Secret(token), apiUrl: github.url, repository: { owner: 'acme', repo: 'locked' } },
      ...{ clock: hastyClock(100), log: silent, signal: never },
    });
  const at = (to: string, anchorTo = '') =>
    openTrail({ to, anchorTo, store }, { clock: systemClock, log: silent, fetch, env: {}, github: client });
  const { trail } = await at('branch:log');
  await expect(appendEntry(trail, entry(1), tools())).rejects.toMatchObject({
    status: 403,
    hint: 'the job needs permissions: contents: write',
  });
  await expect(at('branch:a..b')).rejects.toThrow('"a..b" can be no branch');
  await expect(at('branch:log', 'branch:anchors')).rejects.toThrow('anchor-to: a branch can be moved back');
  await expect(at('s3://a/b', 's3://a/b')).rejects.toThrow(/s3-region.*anchor-to: the trail is there/s);
});
