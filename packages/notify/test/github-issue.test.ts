import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Secret } from '@lockstep/base';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { issuesOf } from '../../../actions/notify/src/issues.ts';
import { channelTypes, deliver, type ReleaseMessage, type Surroundings } from '../src/index.ts';
import { parseTargets } from '../src/targets.ts';
import { message, rolledBack, surroundings, world } from './samples.ts';

let faults: Faults;
let github: GitHub;
beforeEach(async () => {
  faults = new Faults();
  github = await startGitHub({ faults });
  github.repository('acme/shop');
});
afterEach(async () => {
  github.expectNoViolations();
  await github.close();
});

const { signal } = new AbortController();
const silent = { info: () => undefined, warning: () => undefined, debug: () => undefined };
const issues = () => github.repository('acme/shop').state.issues;
const released: ReleaseMessage = { ...message, state: 'released' };

function send(one: ReleaseMessage, permissions: { issues: 'read' | 'write' } = { issues: 'write' }, more = '') {
  const token = github.token({ repository: 'acme/shop', permissions });
  const around: Surroundings = {
    ...surroundings,
    githubToken: new Secret(token),
    openIssues: issuesOf({ apiUrl: github.url, log: silent, signal }),
  };
  const targets = parseTargets(`- type: github-issue${more}`, channelTypes, around);
  return deliver(targets, one, new Map(), { ...world, timeoutMs: 5_000 });
}

test('an environment whose release failed has one issue: opened, added to, closed by the next release that succeeds', async () => {
  await send(message);
  expect(issues()).toEqual([]);
  await send(rolledBack);
  await send({ ...rolledBack, state: 'failed', releaseId: 'r2' });
  await send({ ...rolledBack, environment: 'staging' });
  expect(issues().map(({ title, state }) => [title, state])).toEqual([
    ['production / web: rolled back', 'open'],
    ['staging / web: rolled back', 'open'],
  ]);
  expect(await send(released)).toMatchObject([{ delivery: 'confirmed', detail: expect.stringContaining('closed ') }]);
  expect(issues().map(({ state, comments }) => [state, comments.length])).toEqual([
    ['closed', 2],
    ['open', 0],
  ]);
  expect(await send(released)).toMatchObject([{ detail: 'no issue is open' }]);
});

test('no one is mentioned and nothing becomes markup', async () => {
  await send({ ...rolledBack, summary: '@ada <img src=x> [x](http://evil) acme/shop#12', failure: '```\n@ada' });
  const body = issues()[0]?.body ?? '';
  expect(body).toContain('@\u200bada \\<img src=x\\> \\[x\\](http:\u200b//evil) acme/shop\\#\u200b12');
  expect(body).toContain('    @ada');
});

test('who is meant is mentioned, and long lists are cut with a count', async () => {
  const changes = Array.from({ length: 900 }, (_, n) => `change ${n} of many`);
  await send({ ...rolledBack, changes }, { issues: 'write' }, '\n  mention: on-failure @octocat @acme/on-call');
  const body = issues()[0]?.body ?? '';
  expect(body.split('\n')).toContain('@octocat @acme/on-call');
  expect(body).toMatch(/- … and \d+ more\n\n<\/details>$/);
});

test('an issue whose answer was lost is found again, not opened twice', async () => {
  faults.plant({ service: 'github', method: 'POST', effect: { kind: 'reset-after' } });
  expect(await send(rolledBack)).toMatchObject([{ delivery: 'confirmed' }]);
  expect(issues()).toHaveLength(1);
});

test('an issue whose closing was lost is looked for: closed is closed', async () => {
  await send(rolledBack);
  faults.plant({ service: 'github', method: 'PATCH', effect: { kind: 'reset-after' } });
  expect(await send(released)).toMatchObject([{ delivery: 'confirmed', detail: expect.stringContaining('closed ') }]);
  await send({ ...rolledBack, releaseId: 'r2' });
  faults.plant({ service: 'github', method: 'PATCH', effect: { kind: 'reset-before' } });
  expect(await send(released)).toMatchObject([
    { delivery: 'unknown', detail: expect.stringContaining('GitHub did not answer') },
  ]);
  expect(issues().map(({ state }) => state)).toEqual(['closed', 'open']);
});

test('a comment whose answer was lost is reported as unknown, and not sent again', async () => {
  await send(rolledBack);
  faults.plant({ service: 'github', method: 'POST', path: /comments/, effect: { kind: 'reset-after' } });
  expect(await send({ ...rolledBack, releaseId: 'r2' })).toMatchObject([{ delivery: 'unknown' }]);
  expect(issues()[0]?.comments).toHaveLength(1);
});

test('a redirect is refused: its new address is not asked, and nothing is written', async () => {
  const moved = { kind: 'status', status: 301, body: { message: 'Moved Permanently' } } as const;
  faults.plant({ service: 'github', method: 'POST', effect: { ...moved, headers: { location: `${github.url}/x` } } });
  expect(await send(rolledBack)).toMatchObject([
    { delivery: 'failed', detail: expect.stringContaining('use the address that it redirects to') },
  ]);
  expect(github.exchanges.at(-1)).toMatchObject({ method: 'POST' });
});

test('a token that may not write says which permission is missing', async () => {
  expect(await send(rolledBack, { issues: 'read' })).toMatchObject([
    { delivery: 'failed', detail: expect.stringContaining('give the job "issues: write"') },
  ]);
});
