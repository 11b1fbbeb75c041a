import { appendFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { Secret, systemClock } from '@lockstep/base';
import { createGitHubClient, type Ledger, openLedger } from '@lockstep/github';
import type { SpawnedAction } from '@lockstep/proving-ground/action';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aWorld, said, type World } from './world.ts';

let world: World;
let ledger: Ledger;
let journal: ReturnType<World['release']>;
let path: string;
beforeEach(async () => {
  world = await aWorld();
  const permissions = { deployments: 'write', actions: 'read' } as const;
  const github = createGitHubClient({
    token: new Secret(world.github.token({ repository: 'acme/shop', permissions, login: 'github-actions[bot]' })),
    apiUrl: world.github.url,
    repository: { owner: 'acme', repo: 'shop' },
    clock: systemClock,
    log: { info: () => undefined, warning: () => undefined, debug: () => undefined },
    signal: new AbortController().signal,
  });
  ledger = openLedger({ github, creator: 'github-actions[bot]' });
  journal = world.release();
  path = journal.env['LOCKSTEP_JOURNAL'] ?? '';
});
afterEach(async () => {
  world.github.expectNoViolations();
  await world[Symbol.asyncDispose]();
});

/** The release's record, as `release begin` writes it. */
function head() {
  return ledger.begin('production', world.commits.next, {
    ...{ kind: 'lockstep-release/1', id: 'r1', service: 'web', actor: 'dana', databaseVersion: null, adopted: false },
    author: { runId: 1, runAttempt: 1, url: 'https://github.example/run' },
    candidate: { deployment: world.next.id, commit: world.commits.next },
    before: { deployment: world.live.id, commit: world.commits.live, release: null },
  });
}

const GO_ON = '"to: finish", "environment: production", "service: web"';

/** A good swap in a release, then another step of the job does something, and the job fails. */
async function afterwards(
  attack: () => void,
  { env = journal.env, jobStatus = 'failure' as 'failure' | 'success' | 'cancelled' } = {},
): Promise<SpawnedAction> {
  const swap = await world.swap({}, { env: journal.env });
  expect(swap.outputs).toMatchObject({ reason: 'swapped' });
  attack();
  return world.post(swap, {}, { env, jobStatus });
}

const attacks: [string, () => void][] = [
  ['removed', () => rmSync(path)],
  ['emptied', () => truncateSync(path)],
  ['cut in its first line', () => truncateSync(path, 20)],
  ['overwritten', () => writeFileSync(path, 'hello\n')],
  ['made binary', () => writeFileSync(path, Buffer.from([0, 255, 10, 0, 1]))],
  [
    'a folder by now',
    () => {
      rmSync(path);
      mkdirSync(path);
    },
  ],
  ['another release’s', () => writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"id":"r1"', '"id":"r9"'))],
];

describe('a journal that another step touched after the swap', () => {
  test.each(attacks)(
    '%s: traffic is restored, and the release is unresolved, with the command that resolves it',
    async (_what, attack) => {
      await head();
      const post = await afterwards(attack);
      expect(post.status).toBe(1);
      expect(said(post)).toEqual({ verdict: 'unknown', reason: 'journal-lost' });
      expect(post.log).toContain(GO_ON);
      expect(world.holders()).toEqual([world.live.id]);
    },
  );

  test.each<[string, Record<string, string>]>([
    ['unset', { LOCKSTEP_JOURNAL: '' }],
    ['pointed to nothing', { LOCKSTEP_JOURNAL: '/nowhere/journal.jsonl' }],
  ])('whose variable is %s is found all the same', async (_what, env) => {
    await head();
    const post = await afterwards(() => undefined, { env });
    expect(post.status).toBe(0);
    expect(journal.read()).toMatchObject({ state: 'open', traffic: 'restored' });
    expect(world.holders()).toEqual([world.live.id]);
  });

  test('whose variable is pointed to a committed one is read where it was', async () => {
    await head();
    const other = join(dirname(path), 'other.jsonl');
    const post = await afterwards(
      () => {
        writeFileSync(other, readFileSync(path, 'utf8'));
        appendFileSync(other, `${JSON.stringify({ at: '', action: 'release', instance: 'x', kind: 'committed' })}\n`);
      },
      { env: { LOCKSTEP_JOURNAL: other } },
    );
    expect(post.status).toBe(0);
    expect(world.holders()).toEqual([world.live.id]);
  });

  test('that is removed once the release went through is not what counts: the ledger says so', async () => {
    await ledger.markReleased(await head(), world.next.id);
    const post = await afterwards(() => rmSync(path));
    expect(post.status).toBe(0);
    expect(said(post)).toBeUndefined();
    expect(world.holders()).toEqual([world.next.id]);
  });

  test('that is removed where the ledger cannot be asked, or the job went well, leaves all as it is, and says so', async () => {
    await head();
    const green = await afterwards(() => rmSync(path), { jobStatus: 'success' });
    expect(green.status).toBe(1);
    expect(said(green)).toEqual({ verdict: 'unknown', reason: 'journal-lost' });
    expect(green.log).toContain(GO_ON);
    expect(world.holders()).toEqual([world.next.id]);
  });

  test('and wrote a commit into is not believed alone: nothing is undone, nothing passes in silence', async () => {
    await head();
    const forged = `${JSON.stringify({ at: '', action: 'release', instance: 'x', kind: 'committed' })}\n`;
    const post = await afterwards(() => appendFileSync(path, forged));
    expect(post.status).toBe(1);
    expect(said(post)).toEqual({ verdict: 'unknown', reason: 'commit-not-confirmed' });
    expect(post.log).toContain(GO_ON);
    expect(world.holders()).toEqual([world.next.id]);
  });

  test('a commit that the ledger knows stays, whatever failed after it', async () => {
    await ledger.markReleased(await head(), null);
    const line = `${JSON.stringify({ at: '', action: 'release', instance: 'x', kind: 'committed' })}\n`;
    const post = await afterwards(() => appendFileSync(path, line));
    expect([post.status, said(post)]).toEqual([0, undefined]);
    expect(world.holders()).toEqual([world.next.id]);
  });
});
