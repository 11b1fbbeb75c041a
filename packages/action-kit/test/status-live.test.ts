import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Secret, silent, systemClock } from '@lockstep/base';
import { createGitHubClient, type GitHub, type Ledger, openLedger } from '@lockstep/github';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub as GitHubServer, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { collectFacts } from '../src/evidence/status-facts.ts';

const creator = 'github-actions[bot]';
const { signal } = new AbortController();
const DAY_MS = 86_400_000;
let server: GitHubServer;
let repo: RepositorySeed;
let github: GitHub;
let ledger: Ledger;
let sha = '';
let run = 0;
/** How often the statuses of a record were asked for. */
let asked = 0;
beforeEach(async () => {
  asked = 0;
  server = await startGitHub({ faults: new Faults() });
  repo = server.repository('acme/shop');
  sha = repo.commit();
  run = repo.run();
  const permissions = { deployments: 'write', actions: 'read', contents: 'read' } as const;
  github = createGitHubClient({
    token: new Secret(server.token({ repository: 'acme/shop', permissions, login: creator })),
    ...{ apiUrl: server.url, repository: { owner: 'acme', repo: 'shop' }, clock: systemClock, log: silent, signal },
    fetch: (input, init) => {
      if (new URL(input instanceof Request ? input.url : input).pathname.endsWith('/statuses')) asked++;
      return fetch(input, init);
    },
  });
  ledger = openLedger({ github, creator });
});
afterEach(async () => {
  await server.close();
  server.expectNoViolations();
});

function begin(id: string) {
  return ledger.begin('production', sha, {
    ...{ kind: 'lockstep-release/1', id, service: 'web', actor: 'octocat', databaseVersion: null, adopted: false },
    author: { runId: run, runAttempt: 1, url: `https://github.example/acme/shop/actions/runs/${run}` },
    candidate: { deployment: `dpl_${id}`, commit: sha },
    before: { deployment: null, commit: null, release: null },
  });
}

/** Records that are there already are of so many days ago, and those of the last day stay newer. */
function age(days: number): void {
  const at = new Date(Date.now() - days * DAY_MS).toISOString();
  const { deployments } = repo.state;
  for (const [nth, one] of deployments.entries()) deployments[nth] = { ...one, createdAt: at };
}

async function failed(many: number): Promise<void> {
  for (let nth = 0; nth < many; nth++) await ledger.setState(await begin(`bad-${nth}`), 'rolled-back', 'undone');
}

async function look(service = 'web') {
  const { facts, gaps } = await collectFacts(
    {
      ...{ environment: 'production', service, 'ledger-creator': creator, 'trusted-branches': [] },
      ...{ 'status-title': 'Shop', 'status-lines': [], 'incidents-report': '', 'controls-report': '' },
      ...{ 'availability-source': '', 'availability-objective': '99.9 %', 'budget-window': 30 * DAY_MS },
      ...{ 'metrics-secrets': new Secret(''), 'request-timeout': 10_000 },
    },
    { github, clock: systemClock, mask: () => undefined, signal, env: { workspace: '/nowhere' } },
  );
  const [live] = facts.environments ?? [];
  return { state: live?.state, release: live?.release, gaps };
}

test('a release of long ago is live, where nothing came after it', async () => {
  await ledger.markReleased(await begin('first'), 'dpl_first');
  age(200);
  expect(await look()).toEqual({ state: 'live', release: 'first', gaps: [] });
  expect(await look('')).toEqual({ state: 'live', release: 'first', gaps: [] });
});

test('a release is live behind any number that failed', async () => {
  await ledger.markReleased(await begin('first'), 'dpl_first');
  age(3);
  await failed(31);
  expect(await look()).toEqual({ state: 'live', release: 'first', gaps: [] });
});

test('one that was taken back long ago is not live', async () => {
  await ledger.markReleased(await begin('first'), 'dpl_first');
  await ledger.markReleased(await begin('second'), 'dpl_second');
  const swap = await ledger.open('production', sha, {
    ...{ kind: 'lockstep-swap/1', id: 'back', service: 'web', release: 'second', from: 'dpl_second', to: 'dpl_first' },
    author: { runId: run, runAttempt: 1, url: `https://github.example/acme/shop/actions/runs/${run}` },
    ...{ aliases: {}, takesBack: ['second'] },
  });
  await ledger.close(swap, 'swapped', 'read back');
  age(200);
  expect(await look()).toEqual({ state: 'live', release: 'first', gaps: [] });
});

test('where it is not found among those that are read, that is a gap', async () => {
  await ledger.markReleased(await begin('first'), 'dpl_first');
  age(3);
  await failed(1);
  const one = repo.state.deployments.find(
    ({ task, payload }) => task === 'lockstep' && JSON.stringify(payload).includes('bad-0'),
  );
  if (one === undefined) throw new Error('there is no record');
  for (let nth = 1; nth <= 130; nth++)
    repo.state.deployments.push({
      ...{ ...one, id: one.id + 1_000_000 + nth, statuses: [...one.statuses] },
      payload: { ...(one.payload as object), id: `worse-${nth}` },
    });
  const { gaps, state } = await look();
  expect(state).toBe('unknown');
  expect(gaps).toEqual([
    'releases: what is live in production/web is not known: of its ledger only the newest 120 were read, and users have none of them',
  ]);
  expect(asked).toBeLessThanOrEqual(200);
});

test('a ledger without a release that is live has no gap', async () => {
  await failed(1);
  expect(await look()).toEqual({ state: 'unknown', release: null, gaps: [] });
});
