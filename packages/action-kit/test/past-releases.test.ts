import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Evidence, Secret, sealEvidence, silent } from '@lockstep/base';
import { doraOf } from '@lockstep/evidence';
import { createGitHubClient, type GitHub, type Ledger, openLedger, type ReleasePayload } from '@lockstep/github';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub as GitHubServer, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { readPastReleases } from '../src/past-releases.ts';

const creator = 'github-actions[bot]';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** In winter time of Berlin, an hour after midnight: in UTC it is the day before. */
const START = Date.parse('2026-03-02T00:00:00+01:00');

let nowMs = START;
let server: GitHubServer;
let repo: RepositorySeed;
let github: GitHub;
let ledger: Ledger;
let live = { deployment: 'dpl_0', commit: '' };
beforeEach(async () => {
  nowMs = START;
  server = await startGitHub({ faults: new Faults(), now: () => nowMs });
  repo = server.repository('acme/shop');
  live = { deployment: 'dpl_0', commit: repo.commit() };
  const permissions = { deployments: 'write', actions: 'read', contents: 'read' } as const;
  github = createGitHubClient({
    token: new Secret(server.token({ repository: 'acme/shop', permissions, login: creator })),
    apiUrl: server.url,
    repository: { owner: 'acme', repo: 'shop' },
    clock: hastyClock(50),
    log: silent,
    signal: new AbortController().signal,
  });
  ledger = openLedger({ github, creator });
});
afterEach(async () => {
  server.expectNoViolations();
  await server.close();
});

const at = (hours: number) => {
  nowMs = START + hours * HOUR;
};
const evidence = (): Evidence =>
  sealEvidence({
    ...{ deployment: 'dpl', commit: 'c', planDigest: null, folderDigest: null, run: 'https://github.example/r' },
    ...{ verdicts: { 'health-gate:pre': 'pass' }, at: new Date(nowMs).toISOString() },
  });

/** Commits, then 1 h: started; 2 h: prepared; 4 h: approved; 5 h: begun; 6 h: users; 7 h: what `end` says. */
async function release(id: string, hour: number, end: 'released' | 'rolled-back' | 'held' | 'dead' | 'never') {
  at(hour);
  const commit = repo.commit({ files: { [`${id}.txt`]: 'one\ntwo\n' } });
  at(hour + 1);
  const run = repo.run();
  at(hour + 2);
  const seen = evidence();
  at(hour + 4);
  repo.job(run, 'Release / Approve', 'completed', 'success');
  at(hour + 5);
  const payload: ReleasePayload = {
    ...{ kind: 'lockstep-release/1', id, service: 'web', actor: 'octocat', databaseVersion: null, adopted: false },
    author: { runId: run, runAttempt: 1, url: `https://github.example/acme/shop/actions/runs/${run}` },
    candidate: { deployment: `dpl_${id}`, commit },
    before: { ...live, release: null },
    ...{ evidence: seen, approval: { by: 'ann' } },
  };
  const record = await ledger.begin('production', commit, payload);
  if (end === 'never') {
    at(hour + 7);
    return await ledger.setState(record, 'rolled-back', 'migration failed');
  }
  const { author } = payload;
  const swap = await ledger.open('production', commit, {
    ...{ kind: 'lockstep-swap/1', id: `swap-${id}`, service: 'web', author, release: id },
    ...{ from: live.deployment, to: `dpl_${id}`, aliases: {} },
  });
  at(hour + 6);
  await ledger.close(swap, 'swapped', 'read back');
  at(hour + 6.5);
  if (end === 'rolled-back') await ledger.close(swap, 'put-back', 'the bake failed');
  at(hour + 7);
  if (end === 'released') {
    live = { deployment: `dpl_${id}`, commit };
    await ledger.markReleased(record, `dpl_${id}`);
  } else if (end !== 'dead') await ledger.setState(record, end, '');
  repo.setRun(run, 'completed', end === 'dead' ? 'failure' : 'success');
}

/** As the action `rollback` does. */
async function rollBack(id: string, hour: number) {
  at(hour);
  const found = (await ledger.read({ environment: 'production', service: 'web' })).releases.find(
    (one) => one.id === id,
  );
  if (found === undefined) throw new Error(`there is no ${id}`);
  const swap = await ledger.open('production', live.commit, {
    ...{ kind: 'lockstep-swap/1', id: `back-${id}`, service: 'web', author: found.author, release: null },
    ...{ from: `dpl_${id}`, to: 'dpl_before', aliases: {}, takesBack: [id] },
  });
  at(hour + 0.5);
  live = { deployment: found.before.deployment ?? '', commit: found.before.commit ?? '' };
  await ledger.setState(found, 'rolled-back', 'by ann');
  await ledger.close(swap, 'swapped', 'read back');
}

test('the numbers of a fortnight in the ledger are those that were counted by hand', async () => {
  await release('a', 0, 'released');
  await release('b', 24, 'rolled-back');
  await release('c', 48, 'released');
  await rollBack('c', 72);
  await release('d', 96, 'never');
  await release('e', 120, 'released');
  await release('f', 240, 'held');
  await release('g', 264, 'dead');

  const window = { fromMs: START, toMs: START + 14 * DAY };
  const facts = await readPastReleases(github, {
    environment: 'production',
    service: 'web',
    creator,
    window,
    most: 50,
  });
  expect(facts.gaps).toEqual([]);
  expect(facts.releases.map(({ end, id }) => `${id} ${end}`).reverse()).toEqual([
    ...['a released', 'b rolled-back', 'c released', 'd rolled-back', 'e released', 'f held', 'g unresolved'],
  ]);
  const dora = doraOf(facts.releases, window);
  // a, c and e, at 7, 55 and 127 h after Sunday 23:00 in UTC: Monday, Wednesday, Saturday.
  expect(dora.deployments).toEqual({ count: 3, perWeek: 1.5, days: 3 });
  // a: 7 h. What b, c and d had brought went, and came to stay with e: after 103, 79 and 31 h; e's own after 7 h.
  expect(dora.leadTime?.count).toBe(5);
  expect(dora.leadTime?.median).toBe(31 * HOUR);
  // Of a, b, c, e: b by its own undo, c by the rollback. f and g are not decided, d reached no one.
  expect(dora.changeFailures).toEqual({ failed: 2, of: 4, share: 0.5 });
  // b: half an hour. c: from hour 54 to hour 72.5.
  expect(dora.recovery).toEqual({ count: 2, median: 9.5 * HOUR, p90: (0.5 + 0.9 * 18) * HOUR });
  expect(dora.apart).toEqual({ neverReached: 1, undecided: 2, recoveryUnknown: 0, datedAhead: 0 });
  expect(dora.phases['until-prepared']?.median).toBe(HOUR);
  expect(dora.phases['until-approved']?.median).toBe(2 * HOUR);
  expect(dora.phases['until-begun']?.median).toBe(HOUR);
  expect(dora.phases['until-released']?.median).toBe(2 * HOUR);
  expect(facts.sizes.find(({ release: id }) => id === 'a')).toMatchObject({ commits: 1, files: 1 });
  expect(facts.gates[0]).toMatchObject({ gate: 'health-gate:pre', service: 'web', verdict: 'pass' });
  expect(facts.releases.map(({ service }) => service)).toEqual(facts.releases.map(() => 'web'));
});

test('what was not read is said, and a release whose run goes on is open', async () => {
  await release('a', 0, 'released');
  await release('b', 24, 'dead');
  const window = { fromMs: START, toMs: START + 14 * DAY };
  const facts = await readPastReleases(github, { environment: 'production', service: 'web', creator, window, most: 1 });
  expect(facts.gaps).toEqual(['of the ledger of production/web only the newest 1 were read']);
  expect(facts.releases).toHaveLength(1);
});
