import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { findRequest, openLedger, openRequest, useRequest } from '@lockstep/github';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { build, ended, releasePayload, running, swapPayload, viewOf } from '../../github/test/records.ts';
import { openWorld, type TestWorld } from '../../github/test/world.ts';
import { describeLine, type LineFacts } from '../src/commands/releases/line.ts';

const bundle = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'index.js');
const CREATOR = 'github-actions[bot]';

const before = (release: string | null) => ({ ...build(release ?? 'r0'), release });
const released = (id: string, from: string | null) => ({
  ...{ id, state: 'released' as const, deployment: `dpl_${id}`, candidate: build(id), before: before(from) },
});

function lineOf(more: Partial<LineFacts> & Pick<LineFacts, 'view'>) {
  return describeLine({ line: more.view.releases, author: undefined, requests: [], ...more });
}

const targets = (line: ReturnType<typeof lineOf>) =>
  line.releases.map(({ id, rollbackTarget }) => [id, rollbackTarget]);

describe('a line', () => {
  test('of released releases: the newest is live, those before it can be gone back to', () => {
    const failed = { ...released('r3', 'r2'), state: 'rolled-back' as const };
    const line = lineOf({ view: viewOf([released('r4', 'r2'), failed, released('r2', 'r1'), released('r1', null)]) });
    expect(targets(line)).toEqual([
      ['r4', 'no'],
      ['r3', 'no'],
      ['r2', 'previous'],
      ['r1', 'yes'],
    ]);
    expect(line).toMatchObject({ verdict: 'pass', reason: 'line-clear', waiting: [] });
    expect(line.releases.map(({ live }) => live)).toEqual([true, false, false, false]);
  });

  test.each([
    ['begun', running, 'release-in-progress'],
    ['begun', ended('cancelled'), 'release-found-dead'],
    ['held', ended('failure'), 'release-held'],
    ['unknown', ended('failure'), 'release-unresolved'],
  ] as const)('with one that is %s (%j): %s', (state, author, reason) => {
    const line = lineOf({ view: viewOf([{ ...released('r2', 'r1'), state }, released('r1', null)]), author });
    expect(line).toMatchObject({ verdict: 'fail', reason, waiting: [{ kind: 'release', id: 'r2' }] });
    expect(line.releases.map(({ live }) => live)).toEqual(state === 'held' ? [true, false] : [false, true]);
    // What a rollback would go to: users may have the newer one.
    expect(targets(line)[1]).toEqual(['r1', state === 'held' ? 'previous' : 'no']);
  });

  test('with one that is held below another that began at once and withdrew: it is what users have, and waits', () => {
    const withdrew = { ...released('r3', 'r1'), state: 'rolled-back' as const };
    const view = viewOf([withdrew, { ...released('r2', 'r1'), state: 'held' }, released('r1', null)]);
    const line = lineOf({ view, author: ended('failure') });
    expect(line).toMatchObject({ verdict: 'fail', reason: 'release-held', waiting: [{ kind: 'release', id: 'r2' }] });
    expect(line.releases.map(({ live }) => live)).toEqual([false, true, false]);
    expect(targets(line)[2]).toEqual(['r1', 'previous']);
  });

  test('in stages says which one users are in', () => {
    const swap = { release: 'r2', stages: [10, 50, 100], reached: { number: 2, of: 3, percentage: 50 } };
    const view = viewOf([{ ...released('r2', 'r1'), state: 'begun' }, released('r1', null)], [swap]);
    const [waiting] = lineOf({ view, author: running }).waiting;
    expect(waiting?.what).toBe('begun, stage 2 of 3, 50 % of users');
  });

  test('whose traffic was moved outside of a release says so', () => {
    const swap = { release: null, to: 'dpl_x', state: 'swapped' as const, record: 2_000 };
    expect(lineOf({ view: viewOf([released('r1', null)], [swap]) }).notes).toEqual([
      expect.stringMatching(/^traffic was moved to dpl_x outside of a release/),
    ]);
  });
});

describe('the command', () => {
  let world: TestWorld;
  let folder: string;
  beforeEach(async () => {
    if (!existsSync(bundle)) throw new Error('build it before: node scripts/build.mjs cli');
    folder = mkdtempSync(join(tmpdir(), 'lockstep-releases-'));
    world = await openWorld();
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  });

  async function lockstep(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const own = { PATH: process.env['PATH'], HOME: folder, GITHUB_API_URL: world.server.url, ...env };
    const child = spawn(process.execPath, [bundle, 'releases', ...args], { cwd: folder, env: own });
    child.stdin.end();
    const code = new Promise<number | null>((resolve) => child.on('close', resolve));
    const [status, out, err] = await Promise.all([code, text(child.stdout), text(child.stderr)]);
    return { code: status, out, err };
  }
  const readable = { actions: 'read', deployments: 'read' } as const;
  const shop = ['--repository', 'acme/shop', '--service', 'web'];

  test('shows what is live, what can be gone back to and what waits', async () => {
    const ledger = openLedger({ github: world.client(), creator: CREATOR });
    for (const [id, from] of [
      ['r1', null],
      ['r2', 'r1'],
      ['r3', 'r2'],
    ] as const) {
      const release = await ledger.begin('production', world.sha, releasePayload(id, { before: before(from) }));
      if (id === 'r3') await ledger.setState(release, 'held', 'the bake saw nothing');
      else await ledger.markReleased(release, `dpl_${id}`);
    }
    writeFileSync(join(folder, 'token'), `${world.token(readable, 'olga').reveal()}\n`);
    const shown = await lockstep([...shop, '--token-file', 'token']);
    expect(shown).toMatchObject({ code: 1, err: '' });
    expect(shown.out.replaceAll(/\d{4}-\d\d-\d\dT\S+/g, 'TIME')).toMatchSnapshot();
    const env = { GITHUB_TOKEN: world.token(readable, 'olga').reveal() };
    const { out } = await lockstep([...shop, '--json', '--number', '2'], env);
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'fail',
      reason: 'release-held',
      releases: [
        { id: 'r3', state: 'held', live: true },
        { id: 'r2', rollbackTarget: 'previous' },
      ],
    });
  });

  test('shows who asks for an approval, until it has expired or was used', async () => {
    const github = world.client();
    const ask = (id: string, expiresAt: string) =>
      openRequest(github, CREATOR, 'production', {
        ...{ kind: 'lockstep-request/1', id, service: 'web', author: releasePayload(id).author, actor: 'dana' },
        ...{ mode: 'same-build', deployment: `dpl_${id}`, commit: world.sha, evidence: {} as never, expiresAt },
      });
    const later = new Date(Date.now() + 3_600_000).toISOString();
    await ask('q1', '2026-01-01T00:00:00Z');
    await ask('q2', later);
    await ask('q3', later);
    const used = await findRequest(github, CREATOR, { environment: 'production', service: 'web' }, 'q2');
    await useRequest(github, used ?? { record: 0 }, 'r1', 'https://github.example/run');
    const env = { GITHUB_TOKEN: world.token(readable, 'olga').reveal() };
    const { code, out } = await lockstep([...shop, '--json'], env);
    expect({ code, waiting: JSON.parse(out).waiting }).toEqual({
      code: 0,
      waiting: [
        expect.objectContaining({
          ...{ kind: 'request', id: 'q3' },
          what: `dana asks to release dpl_q3: needs an approval until ${later}`,
        }),
      ],
    });
  });

  test('of an empty ledger has nothing in the way; a swap by itself waits', async () => {
    const env = { GITHUB_TOKEN: world.token(readable, 'olga').reveal() };
    expect(await lockstep(shop, env)).toEqual({
      code: 0,
      err: '',
      out: 'acme/shop, production/web\npass releases (line-clear): there is no release yet, and the next one can begin\n',
    });
    await openLedger({ github: world.client(), creator: CREATOR }).open('production', world.sha, swapPayload('s1'));
    const { code, out } = await lockstep(shop, env);
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringMatching(/waits: swap s1: dpl_old to dpl_new is open/),
    });
  });

  test('says at once what is missing, and what GitHub refuses', async () => {
    expect(await lockstep(['--number', '0'])).toEqual({
      code: 64,
      out: '',
      err: 'error: --repository: expected OWNER/NAME, as git knows no remote "origin" on GitHub\nerror: --number: expected a number from 1 to 200, got "0"\n',
    });
    expect(await lockstep(shop)).toMatchObject({
      code: 64,
      err: expect.stringMatching(/GITHUB_TOKEN is not set: run it/),
    });
    expect(await lockstep([...shop, '--token-file', 'none'])).toMatchObject({
      code: 64,
      err: expect.stringMatching(/none/),
    });
    const refused = await lockstep(shop, { GITHUB_TOKEN: world.token({ contents: 'read' }, 'olga').reveal() });
    expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^error: GitHub/) });
  });
});
