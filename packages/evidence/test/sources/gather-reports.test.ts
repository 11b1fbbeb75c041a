import { describe, expect, test } from '@jest/globals';
import { RemoteError, silent } from '@lockstep/base';
import { collectEvidence } from '../../src/controls/collect.ts';
import { readControls } from '../../src/controls/read-controls.ts';
import { type ArtifactPlace, gatherReports } from '../../src/sources/gather-reports.ts';
import type { ArtifactFacts, ArtifactRun } from '../../src/sources/judge-artifact.ts';
import { digestOf } from '../../src/trail/record.ts';
import { check, daysAgo, everything, listOf, NOW } from '../controls/found.ts';
import { zipOf } from './zips.ts';

const DAY = 86_400_000;
const edge = (changes: object = {}, id = 'csp-present') =>
  JSON.stringify({
    ...listOf([check(id, 'pass')], {
      tool: { name: 'edge-audit', version: 'v1' },
      at: daysAgo(1),
      run: 'https://github.example/acme/shop/actions/runs/7/attempts/1',
    }),
    ...changes,
  });
const GATE = { name: 'Types', required: true, verdict: 'pass', reason: 'clean', message: '', attempts: 1 };
const quality = (gates: readonly object[] = [GATE]) => JSON.stringify({ version: 1, verdict: 'pass', gates });

interface Kept {
  readonly name?: string;
  readonly content?: string;
  readonly archive?: Buffer;
  readonly facts?: Partial<ArtifactFacts>;
  readonly run?: Partial<ArtifactRun>;
}

function placeOf(kept: readonly Kept[], failing = false): ArtifactPlace {
  const all = kept.map(({ archive, content = edge(), facts = {}, name = 'lockstep-edge-audit' }, nth) => {
    const file = name === 'lockstep-edge-audit' ? 'checks.json' : 'report.json';
    const bytes =
      archive ??
      zipOf([
        { name: file, content },
        { name: 'comment.md', content: 'x' },
      ]);
    const known = { id: nth, name, bytes: bytes.length, expired: false, createdMs: NOW - DAY, digest: null };
    return { facts: { ...known, runId: 7, head: null, ...facts }, bytes };
  });
  return {
    async *list(name) {
      for (const { facts } of all) if (facts.name === name) yield facts;
    },
    async download(id) {
      if (failing) throw new RemoteError('GitHub: 503', { service: 'GitHub', retryable: true });
      return all[id]?.bytes ?? Buffer.alloc(0);
    },
    async run(id) {
      const url = `https://github.example/acme/shop/actions/runs/${id}`;
      const nth = all.findIndex(({ facts }) => facts.runId === id);
      const known = {
        repository: 'acme/shop',
        headRepository: 'acme/shop',
        branch: 'main',
        event: 'schedule',
        commit: 'abc',
      };
      return {
        ...known,
        path: '.github/workflows/lockstep-audit.yml',
        createdMs: NOW - DAY - 60_000,
        url,
        ...kept[nth]?.run,
      };
    },
  };
}

const gather = (kept: readonly Kept[], failing = false) =>
  gatherReports(placeOf(kept, failing), { branches: ['main'], fromMs: NOW - 90 * DAY, most: 3, log: silent });

const MAP = readControls(
  JSON.stringify({
    version: 1,
    controls: [
      { id: 'csp', framework: 'F', title: 'T', evidence: [{ checks: 'edge-audit', ids: ['csp-*'], 'max-age': '8d' }] },
    ],
  }),
  'controls.yml',
  NOW,
);
async function judged(kept: readonly Kept[], failing = false) {
  const { broken, lists } = await gather(kept, failing);
  return collectEvidence(MAP, everything({ lists, broken }), NOW).rows[0]?.rows[0];
}

test('a report of a run on a trusted branch is evidence, with the digest of its file', async () => {
  const [{ digest, file } = { digest: '', file: '' }] = (await gather([{}])).lists;
  expect({ digest, file }).toEqual({ digest: digestOf(Buffer.from(edge())), file: 'lockstep-edge-audit/checks.json' });
  expect(await judged([{}])).toMatchObject({
    state: 'current',
    verdict: 'pass',
    ageMs: DAY,
    run: expect.stringMatching(/runs\/7/),
  });
});

describe('is unknown, and an older one that passed does not stand in for it', () => {
  const older: Kept = {
    facts: { createdMs: NOW - 2 * DAY, runId: 6 },
    content: edge({ at: daysAgo(2), run: null }),
    run: { createdMs: NOW - 2 * DAY },
  };
  test.each<[string, Kept, string]>([
    ['no archive', { archive: Buffer.from('oops') }, 'no end'],
    ['an archive without a report', { archive: zipOf([{ name: 'x.txt', content: '' }]) }, 'no checks.json'],
    [
      'an archive that was changed',
      { facts: { digest: `sha256:${'0'.repeat(64)}` } },
      'not the one that GitHub stored',
    ],
    ['an archive that is too large', { facts: { bytes: 1e9 } }, 'at most'],
    ['HTML', { content: '<html>' }, 'not readable as JSON'],
    ['half of a report', { content: edge().slice(0, 200) }, 'not readable as JSON'],
    ['another kind', { content: edge({ kind: 'party' }) }, 'no list of checks'],
    [
      'a report with a verdict of its own',
      { content: edge({ checks: [{ ...check('csp-a', 'pass'), verdict: 'great' }] }) },
      'verdict',
    ],
    ['a report of another tool', { content: edge({ tool: { name: 'backup', version: '1' } }) }, 'report of backup'],
    [
      'a report of another run',
      { content: edge({ run: 'https://github.example/acme/shop/actions/runs/77' }) },
      'another run',
    ],
    ['a report from before the run', { content: edge({ at: daysAgo(3) }) }, 'not within the run'],
    ['a report of the future', { content: edge({ at: daysAgo(-30) }) }, 'not within the run'],
  ])('%s', async (_, kept, why) => {
    expect(await judged([older])).toMatchObject({ state: 'current' });
    expect(await judged([kept, older])).toMatchObject({
      state: 'failing',
      verdict: 'unknown',
      because: expect.stringContaining(why),
      file: 'lockstep-edge-audit/checks.json',
    });
  });

  test('one that cannot be downloaded', async () => {
    expect(await judged([{}], true)).toMatchObject({ state: 'failing', verdict: 'unknown' });
  });
});

test.each([
  ['merge_group', 'gh-readonly-queue/main/pr-7-abc', 1],
  ['push', 'gh-readonly-queue/main/pr-7-abc', 0],
  ['merge_group', 'gh-readonly-queue/other/pr-7-abc', 0],
])('a run by %s on %s: %d', async (event, branch, many) => {
  expect((await gather([{ run: { event, branch } }])).lists).toHaveLength(many);
});

describe('is no evidence at all', () => {
  test.each<[string, Kept]>([
    ['of a fork', { run: { headRepository: 'eve/shop' } }],
    ['of a pull request', { run: { event: 'pull_request' } }],
    ['of a pull request, with the rights of the base', { run: { event: 'pull_request_target' } }],
    ['of another branch', { run: { branch: 'feature' } }],
    ['of no branch', { run: { branch: null } }],
    ['that has expired', { facts: { expired: true } }],
    ['from before the time that is asked for', { facts: { createdMs: NOW - 91 * DAY } }],
  ])('a report %s', async (_, kept) => {
    expect(await judged([kept])).toMatchObject({ state: 'missing', verdict: null });
  });
});

describe('quality-gate', () => {
  const name = 'lockstep-scan';
  test('has a check for each required gate, and a history with all of them', async () => {
    const content = quality([
      GATE,
      { ...GATE, name: 'audit', verdict: 'fail', reason: 'findings' },
      { ...GATE, name: 'extra', required: false },
    ]);
    const { gates, lists } = await gather([{ name, content }]);
    expect(lists[0]?.list.checks.map(({ id, verdict }) => [id, verdict])).toEqual(
      expect.arrayContaining([
        ['gate/types', 'pass'],
        ['gate/audit', 'fail'],
      ]),
    );
    expect(lists[0]?.list.checks).toHaveLength(2);
    expect(gates[0]).toMatchObject({
      commit: 'abc',
      gates: [{ name: 'Types' }, { name: 'audit', verdict: 'fail' }, { name: 'extra' }],
    });
  });

  test('of a pull request is history, and no evidence', async () => {
    const { gates, lists } = await gather([
      { name, content: quality(), run: { event: 'pull_request', branch: 'feature' } },
    ]);
    expect([gates.length, lists.length]).toEqual([1, 0]);
  });

  test.each([
    ['no gates', quality([])],
    ['no report', '{}'],
    ['a gate without a verdict', quality([{ ...GATE, verdict: undefined }])],
    ['a gate with a verdict of its own', quality([{ ...GATE, verdict: 'great' }])],
    ['a gate with a name that can be none', quality([{ ...GATE, name: '<script>' }])],
    ['one gate twice', quality([GATE, GATE])],
  ])('with %s is broken', async (_, content) => {
    const { broken, lists } = await gather([{ name, content }]);
    expect([broken.length, lists.length]).toEqual([1, 0]);
  });
});

describe('what is not trusted does not push out what is', () => {
  const FORK = { headRepository: 'eve/shop', event: 'pull_request' };
  const heads: readonly (readonly [string, ArtifactFacts['head']])[] = [
    ['where the list says whose they are', { isOwn: false, branch: 'main' }],
    ['where the list says that they are of a branch', { isOwn: true, branch: 'feature' }],
    ['where only their runs say it', null],
  ];
  const own: Kept = { facts: { runId: 6 }, content: edge({ run: null }) };
  const forks = (many: number, kept: Kept): readonly Kept[] =>
    Array.from({ length: many }, (_, nth) => ({ ...kept, facts: { ...kept.facts, runId: 100 + nth }, run: FORK }));

  test.each(heads)('%s', async (_, head) => {
    const found = await gather([...forks(12, { facts: { head } }), own]);
    expect(found.lists).toHaveLength(1);
    expect(found.unread).toBeUndefined();
  });

  test('gates of pull requests are history up to the same number', async () => {
    const name = 'lockstep-quality';
    const kept = { name, content: quality() };
    const found = await gather([...forks(12, kept), { ...own, ...kept }]);
    expect([found.lists.length, found.gates.length]).toEqual([1, 4]);
  });

  test('an expired one of a pull request says nothing of those before it', async () => {
    const name = 'lockstep-quality';
    const kept = { name, content: quality() };
    const found = await gather([...forks(1, { ...kept, facts: { expired: true } }), { ...own, ...kept }]);
    expect(found.lists).toHaveLength(1);
    expect(found.notes).toEqual([]);
  });

  test('where so many are looked at that it ends, it is said that not all were', async () => {
    const { lists, unread } = await gather([...forks(15, {}), own]);
    expect(lists).toEqual([]);
    expect(unread).toBe(
      'lockstep-edge-audit: 15 artifacts were looked at, of which 0 are of runs on branches that are trusted',
    );
  });

  test('and those that the list shows to be of others are not asked about', async () => {
    const { lists, unread } = await gather([...forks(50, { facts: { head: { isOwn: false, branch: null } } }), own]);
    expect([lists.length, unread]).toEqual([1, undefined]);
  });

  test('a merge queue is of the branch that it is for', async () => {
    const branch = 'gh-readonly-queue/main/pr-7-abc';
    const run = { event: 'merge_group', branch };
    expect((await gather([{ run, facts: { head: { isOwn: true, branch } } }])).lists).toHaveLength(1);
  });
});

test('no more are read than asked for, and that is said', async () => {
  const many = [1, 2, 3, 4, 5].map(() => ({}));
  const { lists, notes } = await gather(many);
  expect(lists).toHaveLength(3);
  expect(notes).toEqual([expect.stringContaining('only the newest 3')]);
});
