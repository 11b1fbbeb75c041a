import { describe, expect, test } from '@jest/globals';
import { violations } from '../../src/demo/invariants.ts';
import type { Observation } from '../../src/demo/observation.ts';
import { type DemoRelease, demoReleases } from '../../src/demo/releases.ts';
import { demoTable } from '../../src/demo/table.ts';

const releaseOf = (version: number): DemoRelease => {
  const found = demoReleases.find((release) => release.version === version);
  if (found === undefined) throw new Error(`no release v${version}`);
  return found;
};

/** The world exactly as a release expects it. */
function asExpected({ version, expect: wanted }: DemoRelease): Observation {
  const goesBack = wanted.end === 'rolled-back' && wanted.reachesTraffic;
  return {
    version,
    conclusion: wanted.conclusion,
    serves: wanted.serves,
    healthy: true,
    schema: wanted.schema,
    traffic: {
      ...{ requests: 1_000, failed: 0, failures: {}, firstFailures: [], byBuild: {}, latency: { p50: 1, p99: 2 } },
      timeline: [{ build: `v${wanted.serves}`, from: 0, to: 1, requests: 1_000 }],
    },
    stale: 0,
    reachedTraffic: wanted.reachesTraffic,
    message: wanted.told ? `v${version} ${wanted.end.replace('-', ' ')}` : undefined,
    ledger: wanted.end,
    undone: goesBack ? ['alias-swap', 'migrate'] : [],
    durationMs: 6_500,
  };
}

test.each(demoReleases.map((release) => [release.version, release] as const))(
  'v%d as expected breaks nothing',
  (_v, release) => {
    expect(violations(release, asExpected(release))).toEqual([]);
  },
);

describe('each invariant is seen broken', () => {
  test.each<[string, number, Partial<Observation>, RegExp]>([
    ['a workflow that ended otherwise', 2, { conclusion: 'failure' }, /ended as failure, not success/],
    ['a failed release that went green', 3, { conclusion: 'success' }, /ended as success, not failure/],
    ['the wrong version', 4, { serves: 4 }, /v4 serves, not v2/],
    ['nothing served', 2, { serves: undefined }, /v\? serves/],
    ['a schema that was not put back', 3, { schema: '20260119090000' }, /schema is at 20260119090000/],
    ['code that its schema does not fit', 2, { healthy: false }, /v2 is not healthy on the schema/],
    ['an answer of the wrong build', 2, { stale: 3 }, /3 requests were answered by the wrong build/],
    ['users who saw what failed its gate', 3, { reachedTraffic: true }, /its users saw it/],
    ['a release that never arrived', 2, { reachedTraffic: false }, /never reached its users/],
    ['a message that tells another end', 4, { message: 'v4 released' }, /the message says "v4 released"/],
    ['no message', 2, { message: undefined }, /the message says undefined/],
    ['a message through a Slack that was down', 5, { message: 'v5 released' }, /although Slack was down/],
    ['a ledger that tells another end', 5, { ledger: 'rolled-back' }, /the ledger says rolled-back/],
    ['schema before traffic', 4, { undone: ['migrate', 'alias-swap'] }, /traffic must be restored first/],
    ['an undo that was left out', 4, { undone: ['alias-swap'] }, /traffic must be restored first/],
  ])('%s', (_what, version, change, said) => {
    const release = releaseOf(version);
    const found = violations(release, { ...asExpected(release), ...change });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(said);
  });

  test('failed requests, and no requests at all', () => {
    const release = releaseOf(2);
    const seen = asExpected(release);
    const firstFailures = ['HTTP 502 of shop.localhost (build v1)'];
    const failing = { ...seen, traffic: { ...seen.traffic, failed: 1, firstFailures } };
    const told = 'v2: 1 of 1000 requests failed: HTTP 502 of shop.localhost (build v1)';
    expect(violations(release, failing)).toEqual([told]);
    expect(violations(release, { ...seen, traffic: { ...seen.traffic, requests: 0 } })[0]).toMatch(
      /nothing was proven/,
    );
  });
});

test('the table has a row for each release and fits its columns', () => {
  const lines = demoTable(demoReleases.map(asExpected)).split('\n');
  expect(lines).toHaveLength(2 + demoReleases.length);
  expect(lines[0]).toMatch(/^release {2}verdict/);
  expect(lines.at(-1)).toContain('none arrived');
});
