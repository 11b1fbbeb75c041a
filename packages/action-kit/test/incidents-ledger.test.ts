import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Secret, silent, systemClock } from '@lockstep/base';
import { createGitHubClient, type GitHub, type Ledger, openLedger } from '@lockstep/github';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub as GitHubServer, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { ledgerIncidents, seenIncidents } from '../src/evidence/incidents.ts';

const creator = 'github-actions[bot]';
const { signal } = new AbortController();
let server: GitHubServer;
let repo: RepositorySeed;
let github: GitHub;
let ledger: Ledger;
/** Paths that were asked for. */
let asked: string[] = [];
beforeEach(async () => {
  asked = [];
  server = await startGitHub({ faults: new Faults() });
  repo = server.repository('acme/shop');
  repo.commit();
  const permissions = { deployments: 'write', actions: 'read', contents: 'read', issues: 'read' } as const;
  github = createGitHubClient({
    token: new Secret(server.token({ repository: 'acme/shop', permissions, login: creator })),
    ...{ apiUrl: server.url, repository: { owner: 'acme', repo: 'shop' }, clock: systemClock, log: silent, signal },
    fetch: (input, init) => {
      asked.push(new URL(input instanceof Request ? input.url : input).pathname);
      return fetch(input, init);
    },
  });
  ledger = openLedger({ github, creator });
});
afterEach(async () => {
  await server.close();
  server.expectNoViolations();
});

/** A release that took users back. */
async function failed(service: string, id: string): Promise<void> {
  const commit = repo.commit();
  const run = repo.run();
  const author = { runId: run, runAttempt: 1, url: `https://github.example/acme/shop/actions/runs/${run}` };
  const record = await ledger.begin('production', commit, {
    ...{ kind: 'lockstep-release/1', id, service, actor: 'octocat', databaseVersion: null, adopted: false },
    ...{ author, candidate: { deployment: `dpl_${id}`, commit } },
    before: { deployment: 'dpl_0', commit: repo.state.commits.keys().next().value ?? '', release: null },
  });
  const swap = await ledger.open('production', commit, {
    ...{ kind: 'lockstep-swap/1', id: `swap-${id}`, service, author, release: id },
    ...{ from: 'dpl_0', to: `dpl_${id}`, aliases: {} },
  });
  await ledger.close(swap, 'swapped', 'read back');
  await ledger.close(swap, 'put-back', 'the bake failed');
  await ledger.setState(record, 'rolled-back', 'the bake failed');
  repo.setRun(run, 'completed', 'failure');
}

const values = {
  ...{ environment: 'production', service: '', 'ledger-creator': creator, postmortems: 'docs/postmortems' },
  ...{ 'acknowledge-within': 3_600_000, 'postmortem-within': 14 * 86_400_000 },
};
const tools = () => ({ clock: systemClock, log: silent, signal, workspace: '/nowhere', github, run: null });

test('for the incidents of all services nothing but the ledger is asked: no commits, no times of runs', async () => {
  await failed('web', 'r1');
  await failed('admin', 'r2');
  asked = [];
  const { notVerified, planned } = await ledgerIncidents(values, tools());
  expect(planned.map(({ subject }) => subject).sort()).toEqual(['production/admin', 'production/web']);
  expect(notVerified).toEqual([]);
  expect(asked.filter((path) => !/\/deployments(\/\d+\/statuses)?$/.test(path))).toEqual([]);
});

test('a release that was rolled back now is an incident however long ago it began', async () => {
  await failed('web', 'old');
  const [release, swap] = repo.state.deployments;
  if (release === undefined || swap === undefined) throw new Error('there is no record');
  // Released ten weeks ago, and rolled back by a person today.
  const long = new Date(Date.now() - 70 * 86_400_000).toISOString();
  for (const one of [release, swap]) Object.assign(one, { createdAt: long });
  const said = (one: typeof release, state: string, words: string, at: string) => ({
    ...one.statuses[0],
    ...{ id: Math.floor(Math.random() * 1e9), state, description: words, at },
  });
  const now = new Date().toISOString();
  Object.assign(release, {
    statuses: [said(release, 'success', 'released', long), said(release, 'failure', 'rolled-back: by a person', now)],
  });
  Object.assign(swap, { statuses: [said(swap, 'success', 'swapped', long)] });
  const { author } = release.payload as { author: { runId: number; runAttempt: number; url: string } };
  const back = await ledger.open('production', repo.commit(), {
    ...{ kind: 'lockstep-swap/1', id: 'back', service: 'web', author, release: null, takesBack: ['old'] },
    ...{ from: 'dpl_old', to: 'dpl_0', aliases: {} },
  });
  await ledger.close(back, 'swapped', 'read back');
  const { hasReleases, planned } = await ledgerIncidents(values, tools());
  expect(hasReleases).toBe(true);
  expect(planned).toMatchObject([{ key: 'release/old', cause: 'rollback', startedMs: Date.parse(long) }]);
  expect((await seenIncidents(values, tools())).checks).toContainEqual(
    expect.objectContaining({ id: 'incident/opened', verdict: 'fail', reason: 'not-opened' }),
  );
});

test('releases that were not looked at are said, and all of one service may be read where the others are quiet', async () => {
  await failed('admin', 'quiet');
  await failed('web', 'busy');
  const [one] = repo.state.deployments.filter(({ task }) => task === 'lockstep').slice(-1);
  if (one === undefined) throw new Error('there is no record');
  for (let nth = 1; nth <= 250; nth++)
    repo.state.deployments.push({
      ...{ ...one, id: one.id + 1_000_000 + nth, statuses: [...one.statuses] },
      payload: { ...(one.payload as object), id: `busy-${nth}` },
    });
  asked = [];
  const seen = await seenIncidents(values, tools());
  expect(seen.notVerified).toEqual([
    expect.objectContaining({
      ...{ id: 'incident/known', chosen: false },
      because: 'of the ledger of production/web only the newest 199 were read',
    }),
  ]);
  expect(asked.filter((path) => path.endsWith('/statuses')).length).toBeLessThanOrEqual(2 * 200);
});
