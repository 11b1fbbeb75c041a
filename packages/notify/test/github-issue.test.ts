import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Secret } from '@lockstep/base';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { channelTypes, deliver, type ReleaseMessage } from '../src/index.ts';
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

const issues = () => github.repository('acme/shop').state.issues;
const released: ReleaseMessage = { ...message, state: 'released' };

function tell(one: ReleaseMessage, permissions: { issues: 'read' | 'write' } = { issues: 'write' }) {
  const token = github.token({ repository: 'acme/shop', permissions });
  const around = { ...surroundings, githubApiUrl: github.url, githubToken: new Secret(token) };
  const targets = parseTargets('- type: github-issue', channelTypes, around);
  return deliver(targets, one, new Map(), { ...world, timeoutMs: 5_000 });
}

test('an environment in trouble has one issue: opened, added to, closed by the next release that holds', async () => {
  await tell(message);
  expect(issues()).toEqual([]);
  await tell(rolledBack);
  await tell({ ...rolledBack, state: 'failed', releaseId: 'r2' });
  await tell({ ...rolledBack, environment: 'staging' });
  expect(issues().map(({ title, state }) => [title, state])).toEqual([
    ['production / web: rolled back', 'open'],
    ['staging / web: rolled back', 'open'],
  ]);
  expect(await tell(released)).toMatchObject([{ delivery: 'confirmed', detail: expect.stringContaining('closed ') }]);
  expect(issues().map(({ state, comments }) => [state, comments.length])).toEqual([
    ['closed', 2],
    ['open', 0],
  ]);
  expect(await tell(released)).toMatchObject([{ detail: 'no issue is open' }]);
});

test('nobody is mentioned and nothing becomes markup', async () => {
  await tell({ ...rolledBack, summary: '@ada <img src=x> [x](http://evil) acme/shop#12', failure: '```\n@ada' });
  const body = issues()[0]?.body ?? '';
  expect(body).toContain('@\u200bada \\<img src=x\\> \\[x\\](http:\u200b//evil) acme/shop\\#\u200b12');
  expect(body).toContain('    @ada');
});

test('an issue whose answer was lost is found again, not opened twice', async () => {
  faults.plant({ service: 'github', method: 'POST', effect: { kind: 'reset-after' } });
  expect(await tell(rolledBack)).toMatchObject([{ delivery: 'confirmed' }]);
  expect(issues()).toHaveLength(1);
});

test('a token that may not write says which permission is missing', async () => {
  expect(await tell(rolledBack, { issues: 'read' })).toMatchObject([
    { delivery: 'failed', detail: expect.stringContaining('give the job "issues: write"') },
  ]);
});
