import { expect, test } from '@jest/globals';
import { RemoteError } from '@lockstep/base';
import { gatherDrills } from '../../src/sources/gather-drills.ts';
import type { ArtifactPlace } from '../../src/sources/gather-reports.ts';
import type { ArtifactFacts, ArtifactRun } from '../../src/sources/judge-artifact.ts';
import { zipOf } from './zips.ts';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const HOUR = 3_600_000;
const record = (restoreMs: number, change: object = {}) =>
  JSON.stringify({
    kind: 'lockstep-drill/1',
    verdict: 'pass',
    at: new Date(NOW - HOUR).toISOString(),
    restoreMs,
    ...change,
  });

interface Kept {
  readonly content?: string;
  readonly file?: string;
  readonly facts?: Partial<ArtifactFacts>;
  readonly run?: Partial<ArtifactRun>;
}

/** Newest first. */
function placeOf(kept: readonly Kept[], failing = false): ArtifactPlace {
  const archives = kept.map(({ content = record(5), file = 'drill.json' }) => zipOf([{ name: file, content }]));
  return {
    async *list(name) {
      for (const [id, { facts = {} }] of kept.entries()) {
        const bytes = archives[id]?.length ?? 0;
        const known = { name: 'lockstep-drill', expired: false, createdMs: NOW - HOUR / 2, digest: null, runId: id };
        if ((facts.name ?? known.name) === name) yield { id, bytes, head: null, ...known, ...facts };
      }
    },
    async download(id) {
      if (failing) throw new RemoteError('GitHub: 503', { service: 'GitHub', retryable: true });
      return archives[id] ?? Buffer.alloc(0);
    },
    async run(id) {
      const known = { repository: 'acme/shop', headRepository: 'acme/shop', branch: 'main', event: 'schedule' };
      const more = {
        path: 'x.yml',
        createdMs: NOW - 2 * HOUR,
        commit: 'abc',
        url: `https://github.example/runs/${id}`,
      };
      return { ...known, ...more, ...kept[id]?.run };
    },
  };
}

test('the newest drill of each kind, of runs that are believed', async () => {
  const alert = JSON.stringify({
    kind: 'lockstep-alert-drill/1',
    verdict: 'pass',
    at: new Date(NOW - HOUR).toISOString(),
  });
  const place = placeOf([
    { content: record(1), run: { branch: 'a-proposal' } },
    { content: record(2), run: { event: 'pull_request' } },
    { content: record(3) },
    { content: record(4) },
    { content: alert, facts: { name: 'lockstep-alert-drill' } },
  ]);
  const { found, notes } = await gatherDrills(place, ['main']);
  expect(found).toMatchObject([{ restoreMs: 3 }, { kind: 'lockstep-alert-drill/1' }]);
  expect(notes).toEqual([]);
});

test.each<[string, Kept]>([
  ['has expired', { facts: { expired: true } }],
  ['is too large', { facts: { bytes: 65 * 1024 * 1024 } }],
  ['is not the one that was stored', { facts: { digest: `sha256:${'0'.repeat(64)}` } }],
  ['has no numbers', { file: 'checks.json' }],
  ['has numbers that are no JSON', { content: '{' }],
  ['has numbers that are no map', { content: '[1]' }],
  ['has something else than numbers', { content: record(5, { kind: 'lockstep-checks/1' }) }],
  ['has no verdict', { content: record(5, { verdict: 'good' }) }],
  ['has numbers of another time', { content: record(5, { at: '2026-01-01T00:00:00.000Z' }) }],
  ['has numbers of another run', { content: record(5, { run: 'https://github.example/acme/shop/actions/runs/99' }) }],
])('one that %s is not replaced by an older one', async (_what, newest) => {
  const { found, notes } = await gatherDrills(placeOf([newest, {}]), ['main']);
  expect(found).toEqual([]);
  expect(notes).toHaveLength(1);
});

test('one that cannot be downloaded', async () => {
  const { found, notes } = await gatherDrills(placeOf([{}], true), ['main']);
  expect([found, notes.length]).toEqual([[], 1]);
});
