import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { Secret, silent, systemClock } from '@lockstep/base';
import { type GitHub as Client, createGitHubClient, type Ledger, openLedger, recordMigrated } from '@lockstep/github';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

const creator = 'github-actions[bot]';
let server: GitHub;
let repo: RepositorySeed;
let ledger: Ledger;
let github: Client;
beforeEach(async () => {
  server = await startGitHub({ faults: new Faults() });
  repo = server.repository('acme/shop');
  repo.commit();
  github = createGitHubClient({
    token: new Secret(tokenWith({ deployments: 'write', actions: 'read', contents: 'read' })),
    apiUrl: server.url,
    repository: { owner: 'acme', repo: 'shop' },
    clock: systemClock,
    log: silent,
    signal: new AbortController().signal,
  });
  ledger = openLedger({ github, creator });
});
afterEach(async () => {
  await server.close();
  server.expectNoViolations();
});

const tokenWith = (permissions: Readonly<Record<string, 'read' | 'write'>>) =>
  server.token({ repository: 'acme/shop', permissions, login: creator });

/** A release of a service that went through; its run. */
async function release(id: string, service: string, databaseVersion: string | null = null): Promise<number> {
  const commit = repo.commit();
  const run = repo.run();
  const url = `https://github.example/acme/shop/actions/runs/${run}`;
  const record = await ledger.begin('production', commit, {
    ...{ kind: 'lockstep-release/1', id, service, actor: 'octocat', databaseVersion, adopted: false },
    ...{ author: { runId: run, runAttempt: 1, url }, candidate: { deployment: `dpl_${id}`, commit } },
    before: { deployment: 'dpl_0', commit, release: null },
  });
  await ledger.markReleased(record, `dpl_${id}`);
  repo.setRun(run, 'completed', 'success');
  return run;
}

/** What `record` without an event appends to a trail of its own. */
async function recorded(inputs: Readonly<Record<string, string>> = {}) {
  const to = scope.folder('lockstep-trail-');
  const step = await spawnAction(
    'evidence',
    {
      ...{ command: 'record', to, ...inputs },
      'github-token': tokenWith({ deployments: 'read', actions: 'read', contents: 'read' }),
    },
    { github: { api_url: server.url, repository: 'acme/shop' } },
  );
  const count = Number(step.outputs['records'] ?? 0);
  const records = Array.from(
    { length: count },
    (_, nth) =>
      JSON.parse(readFileSync(join(to, `records/${String(nth + 1).padStart(9, '0')}.json`), 'utf8')) as Record<
        string,
        unknown
      >,
  );
  return { step, subjects: records.map(({ event, subject }) => `${event} ${subject}`), records };
}

test('that a release was rolled back is recorded however old it is, and no migration from its time until now', async () => {
  const id = '20250101T000000Z-aaaaaa';
  const run = await release(id, 'web', '10');
  for (const one of repo.state.deployments) Object.assign(one, { createdAt: '2025-01-01T00:00:00Z' });
  const [old] = (await ledger.read({ environment: 'production', service: 'web' })).releases.slice(-1);
  if (old?.id !== id) throw new Error('the old release is not there');
  await release('20260101T000000Z-bbbbbb', 'web', '14');
  await ledger.setState(old, 'rolled-back', 'by a person');
  const author = { runId: run, runAttempt: 1, url: `https://github.example/acme/shop/actions/runs/${run}` };
  const back = await ledger.open('production', repo.commit(), {
    ...{ kind: 'lockstep-swap/1', id: 'back', service: 'web', author, release: null, takesBack: [id] },
    ...{ from: `dpl_${id}`, to: 'dpl_0', aliases: {} },
  });
  await ledger.close(back, 'swapped', 'read back');
  const { records } = await recorded();
  const ids = records.map((one) => one['id']);
  expect(ids).toEqual(expect.arrayContaining([`release/${id}/rolled-back`, 'rollback/back/swapped']));
  expect(records.filter(({ event }) => event === 'migration')).toEqual([]);
});

test('every service of the environment is recorded by its name, or the one that is asked for', async () => {
  await release('20260101T000000Z-aaaaaa', 'web');
  await release('20260101T000001Z-aaaaab', 'admin');
  await release('20260101T000002Z-aaaaac', '');
  const all = await recorded();
  expect(all.step).toMatchObject({ status: 0, outputs: { reason: 'recorded', added: '3' } });
  expect([...all.subjects].sort()).toEqual([
    'release production',
    'release production/admin',
    'release production/web',
  ]);
  expect((await recorded({ service: 'admin' })).subjects).toEqual(['release production/admin']);
});

test('a migration is recorded once the next release begins', async () => {
  await release('20260101T000000Z-aaaaaa', 'web', '20260101090000');
  expect((await recorded()).subjects).toEqual(['release production/web']);
  await release('20260101T000001Z-aaaaab', 'web', '20260105090000');
  const { records } = await recorded();
  expect(records).toContainEqual(
    expect.objectContaining({
      ...{ event: 'migration', reason: 'applied', subject: 'production/web', actor: null },
      id: 'migration/20260101T000001Z-aaaaab/20260101090000-to-20260105090000',
    }),
  );
});

test('what a release wrote of its migrations is recorded after it, with the digest of each down migration', async () => {
  const id = '20260101T000000Z-aaaaaa';
  const run = await release(id, 'web', '20260101090000');
  const applied = [{ version: '20260105090000', up: 'a'.repeat(64), down: 'b'.repeat(64) }];
  const author = { runId: run, runAttempt: 1, url: `https://github.example/acme/shop/actions/runs/${run}` };
  const commit = repo.state.refs.get('heads/main') ?? '';
  await recordMigrated(github, creator, 'production', {
    ...{ kind: 'lockstep-migrated/1', id: `${id}-migrated`, service: 'web', author, release: id, commit, applied },
  });
  const migrations = (records: readonly Readonly<Record<string, unknown>>[]) =>
    records.filter(({ event }) => event === 'migration');
  const { records } = await recorded();
  expect(migrations(records)).toEqual([
    expect.objectContaining({
      ...{ id: `migration/${id}/1`, reason: 'applied', subject: 'production/web', run: { id: run, attempt: 1 } },
      files: { '20260105090000/up': 'a'.repeat(64), '20260105090000/down': 'b'.repeat(64) },
    }),
  ]);
  // The next release finds the same version, and no one else's record of this kind counts.
  await release('20260101T000001Z-aaaaab', 'web', '20260105090000');
  const mallory = createGitHubClient({
    token: new Secret(
      server.token({ repository: 'acme/shop', permissions: { deployments: 'write' }, login: 'mallory' }),
    ),
    ...{ apiUrl: server.url, repository: { owner: 'acme', repo: 'shop' }, clock: systemClock, log: silent },
    signal: new AbortController().signal,
  });
  await recordMigrated(mallory, 'mallory', 'production', {
    ...{ kind: 'lockstep-migrated/1', id: 'forged', service: 'web', author, release: 'forged', commit, applied },
  });
  expect(migrations((await recorded()).records)).toHaveLength(1);
});

test('records that another workflow planted neither replace what a release wrote nor stop the others', async () => {
  const id = '20260101T000000Z-aaaaaa';
  const run = await release(id, 'web', '10');
  const commit = repo.state.refs.get('heads/main') ?? '';
  const author = { runId: run, runAttempt: 1, url: 'https://github.example/run' };
  const write = (changes: object, of = 'f') =>
    recordMigrated(github, creator, 'production', {
      ...{ kind: 'lockstep-migrated/1', id: `${id}-migrated`, service: 'web', author, release: id, commit },
      ...{ applied: [{ version: '11', up: of.repeat(64), down: null }], ...changes },
    });
  await write({}, 'a');
  await write({});
  await write({ id: 'another' });
  await write({ id: 'no attempt', author: { runId: 1 } });
  await write({ id: 'other run', author: { ...author, runId: run + 1 } });
  const plant = (changes: object) =>
    ledger.begin('production', commit, {
      ...{ kind: 'lockstep-release/1', id: 'planted', service: 'web', actor: 'octocat', databaseVersion: null },
      ...{ adopted: false, author, candidate: { deployment: 'dpl_9', commit } },
      ...{ before: { deployment: 'dpl_0', commit, release: null }, ...changes },
    } as Parameters<Ledger['begin']>[2]);
  await ledger.markReleased(await plant({ author: { runId: 1 } }), 'dpl_9');
  await ledger.markReleased(await plant({ id: 'nobody', approval: null }), 'dpl_9');
  // Both are the same to a record.
  await ledger.markReleased(await plant({ id: 'one two' }), 'dpl_9');
  await ledger.markReleased(await plant({ id: 'one@two', actor: '' }), 'dpl_9');
  await release('20260101T000001Z-aaaaab', 'api');

  const { records, step } = await recorded();
  expect(step).toMatchObject({ status: 0, outputs: { reason: 'recorded' } });
  expect(records.map((one) => one['id']).sort()).toEqual([
    `migration/${id}/1`,
    `release/${id}/released`,
    'release/20260101T000001Z-aaaaab/released',
    'release/one_two/released',
  ]);
  expect(records.find(({ event }) => event === 'migration')).toMatchObject({ files: { '11/up': 'a'.repeat(64) } });
  expect(step.log).toContain('the release had written another one before');
  expect(step.log).toContain('another run wrote it than the one of its release');
  expect(step.log).toContain('it cannot be read');
  expect(step.log).toContain('release release/one_two/released is there twice');
});
