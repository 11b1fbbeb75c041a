import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Secret } from '@lockstep/base';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { issuesOf } from '../../../actions/notify/src/issues.ts';
import { channelTypes, deliver, headline, parseTargets, type ReleaseMessage, type ReleaseState } from '../src/index.ts';
import { wants } from '../src/targets.ts';
import { message, rolledBack, surroundings, world } from './samples.ts';
import { type StandIn, standIn } from './stand-in.ts';

/** A scheduled job: nothing of it may open, close or repeat what a release has. */
const backup = (state: ReleaseState): ReleaseMessage => ({ ...message, task: 'backup', state });
let github: GitHub;
let service: StandIn;
beforeEach(async () => {
  const faults = new Faults();
  github = await startGitHub({ faults });
  github.repository('acme/shop');
  service = await standIn('service', faults, ({ path }) =>
    path.startsWith('/v2/')
      ? { status: 202, body: '{"status":"success","message":"Event processed"}' }
      : { status: 200, body: 'OK' },
  );
});
afterEach(async () => {
  await Promise.all([github.close(), service.close()]);
});

const silent = { info: () => undefined, warning: () => undefined, debug: () => undefined };
const issues = () => github.repository('acme/shop').state.issues.map(({ title, state }) => [title, state]);

function send(yaml: string, one: ReleaseMessage) {
  const token = github.token({ repository: 'acme/shop', permissions: { issues: 'write' } });
  const openIssues = issuesOf({ apiUrl: github.url, log: silent, signal: new AbortController().signal });
  const targets = parseTargets(yaml, channelTypes, { ...surroundings, githubToken: new Secret(token), openIssues });
  return deliver(targets, one, new Map(), { ...world, timeoutMs: 5_000 });
}

test('its headline names it, and unknown is not called a failure', () => {
  expect(headline(backup('task-failed'))).toBe('production / web: backup did not pass');
  expect(headline({ ...backup('task-passed'), environment: '', service: '' })).toBe('acme/shop: backup passed');
});

test('each kind of job has an issue of its own, which only its own success closes', async () => {
  const target = '- type: github-issue';
  await send(target, backup('task-started'));
  expect(issues()).toEqual([]);
  await send(target, rolledBack);
  await send(target, backup('task-failed'));
  await send(target, { ...backup('task-failed'), task: 'drill' });
  await send(target, backup('task-failed'));
  await send(target, { ...message, state: 'released' });
  await send(target, backup('task-passed'));
  expect(issues()).toEqual([
    ['production / web: rolled back', 'closed'],
    ['production / web: backup did not pass', 'closed'],
    ['production / web: drill did not pass', 'open'],
  ]);
});

test('a heartbeat is pinged at its start and its end', async () => {
  const target = `- type: heartbeat\n  url: ${service.url}/uuid`;
  for (const state of ['task-started', 'task-passed', 'task-failed'] as const) await send(target, backup(state));
  expect(service.asked.map(({ path }) => path)).toEqual(['/uuid/start', '/uuid', '/uuid/fail']);
  expect(() => send(`${target}\n  on: [task-started]`, backup('task-started'))).toThrow(/add task-passed/);
});

test('PagerDuty has an alert for each kind of job, and no change events of them', async () => {
  const target = `- type: pagerduty\n  routing-key: ${'k'.repeat(32)}\n  api-url: ${service.url}`;
  await send(target, backup('task-failed'));
  await send(target, { ...backup('task-failed'), task: 'drill' });
  await send(target, backup('task-passed'));
  await send(target, { ...message, state: 'failed' });
  const events = service.asked.map(
    ({ body, path }) => ({ ...(body as Readonly<Record<string, unknown>>), path }) as Readonly<Record<string, unknown>>,
  );
  expect(events.map((event) => [event['path'], event['event_action']])).toEqual([
    ['/v2/enqueue', 'trigger'],
    ['/v2/enqueue', 'trigger'],
    ['/v2/enqueue', 'resolve'],
    ['/v2/enqueue', 'trigger'],
  ]);
  const [failed, drill, passed, release] = events.map((event) => event['dedup_key']);
  expect(passed).toBe(failed);
  expect(new Set([failed, drill, release]).size).toBe(3);
  expect(() => send(`${target}\n  on: [task-failed]`, backup('task-failed'))).toThrow(/add task-passed/);
});

test('a webhook is sent a type of its own', async () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  await send(`- type: webhook\n  url: ${service.url}/hook\n  secret: ${secret}`, backup('task-passed'));
  expect(service.asked[0]?.body).toMatchObject({ type: 'task.passed', data: { task: 'backup' } });
});

test.each([
  ['people get failures only', '- type: slack\n  token: xoxb-1234\n  channel: C0', [false, false, true]],
  [
    'unless they ask for more',
    '- type: slack\n  token: xoxb-1234\n  channel: C0\n  on: [task-passed, task-failed]',
    [false, true, true],
  ],
  [
    'what is about releases gets none',
    '- type: grafana\n  url: https://g.example\n  token: glsa_1234',
    [false, false, false],
  ],
])('%s', (_what, yaml, wanted) => {
  const [target] = parseTargets(yaml, channelTypes, surroundings);
  const states = ['task-started', 'task-passed', 'task-failed'] as const;
  expect(states.map((state) => target !== undefined && wants(target.filter, backup(state)))).toEqual(wanted);
});
