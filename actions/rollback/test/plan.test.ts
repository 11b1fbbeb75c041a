import { afterAll, afterEach, describe, expect } from '@jest/globals';
import { Secret, silent } from '@lockstep/base';
import { createGitHubClient, openLedger, type ReleaseRecord } from '@lockstep/github';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aHistory, type History } from '../../../test/faults/history.ts';
import { Step } from '../../../test/faults/in-process.ts';
import { aReleaseWorld } from '../../../test/faults/release-world.ts';
import { action } from '../src/run.ts';

const world = await aReleaseWorld();
const postgres = await borrowPostgres(world.scope);
const { vercel, faults, github, clock } = world;
afterEach(() => faults.clear());
afterAll(async () => {
  expect(vercel.unmodelled).toEqual([]);
  github.expectNoViolations();
  await world[Symbol.asyncDispose]();
});

const aLine = () => aHistory(world, postgres);

async function rollback({ shop, databaseUrl }: History, inputs: Readonly<Record<string, string>> = {}) {
  const given = { ...shop.inputs, environment: shop.environment, 'database-url': databaseUrl, ...inputs };
  const { 'deployment-id': _, ...rest } = given as Record<string, string>;
  return new Step(action, rest, { env: shop.env, clock, journal: undefined }).main();
}

/** Everything that a rollback could change. */
async function state(line: History) {
  const { autoAssign } = vercel.project(line.shop.project.id);
  const parts = [line.shop.seen(), line.shop.intents(), autoAssign, await line.tables(), await line.told()];
  return JSON.stringify(parts);
}

describe('a dry run shows the target and the migrations, and changes nothing', () => {
  const released = { state: 'released', live: true } as const;
  test.each<[string, (r2: ReleaseRecord) => string, 'held' | 'begun' | 'released', string, readonly string[]]>([
    ['previous', () => 'previous', 'released', 'r2', ['t3']],
    ['a release', (r2) => r2.before.release ?? '', 'released', 'r1', ['t3', 't2']],
    ['a deployment', (r2) => r2.before.deployment ?? '', 'released', 'r1', ['t3', 't2']],
    ['finish, of a dead one', () => 'finish', 'begun', 'r2', ['t3']],
    ['finish, of a held one', () => 'finish', 'held', 'r2', ['t3']],
  ])('to %s', async (_name, to, last, release, migrations) => {
    const line = await aLine();
    const r2 = await line.release(released);
    await line.release({ ...released, state: last });
    const before = await state(line);
    const end = await rollback(line, { to: to(r2), 'dry-run': 'true' });
    expect(end).toMatchObject({ verdict: 'pass', reason: 'dry-run' });
    const plan = {
      target: { release: `${line.shop.environment}-${release}` },
      traffic: { kind: 'move', first: { kind: 'rollback' } },
      schema: { chosen: migrations.map((name) => ({ name })), stays: undefined },
    };
    expect(end.outputs).toMatchObject({ plan });
    expect(await state(line)).toBe(before);
  });

  test('to finish, of a committed one: only the ledger is completed', async () => {
    const line = await aLine();
    const release = await line.release({ state: 'begun', live: true, run: 'success' });
    const before = await state(line);
    const shown = await rollback(line, { to: 'finish', 'dry-run': 'true' });
    expect(shown).toMatchObject({ reason: 'dry-run', outputs: { found: 'committed', 'release-id': release.id } });
    expect(await state(line)).toBe(before);

    expect(await rollback(line, { to: 'finish' })).toMatchObject({ verdict: 'pass', reason: 'completed' });
    expect((await line.told()).slice(1)).toEqual(['r2 released']);
    expect([line.shop.seen(), await line.tables()]).toEqual([[release.candidate.deployment], ['t2']]);
  });
});

test('records of another creator are named, and no decision is made by them', async () => {
  const line = await aLine();
  const release = await line.release({ state: 'released', live: true });
  const permissions = { deployments: 'write', actions: 'read' } as const;
  const token = new Secret(github.token({ repository: 'acme/shop', permissions, login: 'octo-app[bot]' }));
  const { apiUrl, repository } = line.shop.env;
  const signal = new AbortController().signal;
  const theirs = openLedger({
    github: createGitHubClient({ token, apiUrl, repository, clock, log: silent, signal }),
    creator: 'octo-app[bot]',
  });
  const { record } = await theirs.begin(line.shop.environment, release.candidate.commit ?? '', {
    ...{ kind: 'lockstep-release/1', id: 'theirs', service: '', author: release.author, actor: 'ann' },
    ...{ candidate: release.candidate, before: release.before, databaseVersion: null, adopted: false },
  });
  const end = await rollback(line);
  expect(end).toMatchObject({ verdict: 'pass', reason: 'rolled-back', outputs: { 'release-id': release.id } });
  expect(end.log.some((line) => line.includes(String(record)) && line.includes('octo-app[bot]'))).toBe(true);
});
