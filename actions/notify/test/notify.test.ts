import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { JOURNAL_VARIABLE, Journal } from '@lockstep/action-shell';
import { systemClock } from '@lockstep/base';
import { type SpawnOptions, spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { catchMail } from '@lockstep/proving-ground/mail';
import { type Slack, startSlack } from '@lockstep/proving-ground/slack';
import { thinned as test } from '../../../test/e2e/sampled.ts';

/** The bundle, spawned as the runner does it, against a Slack on loopback. */
let temp: string;
let faults: Faults;
let slack: Slack;
let journal: Journal;
beforeEach(async () => {
  temp = mkdtempSync(join(tmpdir(), 'notify-test-'));
  faults = new Faults();
  slack = await startSlack({ faults });
  const writer = { action: 'release', instance: 'begin', clock: systemClock };
  journal = new Journal(join(temp, 'journal.jsonl'), writer);
  const release = { id: 'r1', environment: 'production', service: 'web', commit: 'c0ffee', undoDeadlineMs: 1 };
  journal.open(release);
});
afterEach(async () => {
  await slack.close();
  rmSync(temp, { recursive: true, force: true });
});

const bySlack = () => `- type: slack\n  token: ${slack.token}\n  channel: C0RELEASES\n`;

function notify(inputs: Readonly<Record<string, string>>, options: SpawnOptions = {}, inRelease = true) {
  return spawnAction(
    'notify',
    { targets: bySlack(), 'slack-api-url': slack.apiUrl, 'github-token': 'ghs_none', ...inputs },
    { temp, ...options, env: inRelease ? { [JOURNAL_VARIABLE]: journal.path } : {} },
  );
}
const texts = () => slack.channel('releases').map(({ text }) => text);

describe('inside a release', () => {
  test('one message lives through it: started, gating, released, each by its own step', async () => {
    const first = await notify({ summary: 'v2', changes: '2 migrations' });
    expect(first).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'delivered' } });
    await notify({});
    journal.committed();
    await notify({});
    const last = await notify({}, { phase: 'post', state: first.state });
    expect(last).toMatchObject({ status: 0, annotations: [] });
    expect(texts()).toEqual(['production / web: released — v2']);
    expect(slack.messages[0]?.history.map(({ text }) => text)).toEqual([
      'production / web: release started — v2',
      'production / web: release is being checked — v2',
    ]);
    expect(JSON.stringify(slack.messages[0]?.blocks)).toContain('2 migrations');
  });

  test('the post step of the first tells the true end, after the undo and beyond its budget', async () => {
    const first = await notify({ summary: 'v3' });
    const later = await notify({ state: 'gating' });
    journal.note('failure', { reason: 'unhealthy', message: '/api/health answered 503' });
    journal.began('migrate');
    journal.undoStarted();
    journal.undone('migrate', { verdict: 'pass', reason: 'undone', message: 'went down from 12 to 10' });
    const silent = await notify({}, { phase: 'post', state: later.state, jobStatus: 'failure' });
    expect(slack.channel('releases')[0]?.text).toContain('being checked');
    expect(silent.status).toBe(0);
    const post = await notify({}, { phase: 'post', state: first.state, jobStatus: 'failure' });
    expect(post).toMatchObject({ status: 0 });
    expect(texts()).toEqual(['production / web: rolled back — v3']);
    const [root] = slack.channel('releases');
    expect(root && slack.thread(root)[0]?.text).toContain('went down from 12 to 10');
    expect(root && slack.thread(root).map(({ text }) => text)).toEqual([
      expect.stringContaining('/api/health answered 503'),
    ]);
  });

  test('a first step that was killed while it spoke still tells the end', async () => {
    faults.plant({ service: 'slack', path: /postMessage/, effect: { kind: 'hang' } });
    const first = await notify({}, { kill: { signal: 'SIGKILL', when: () => faults.hits()[0] === 1 } });
    expect(first.outcome).toBe('failure');
    await notify({}, { phase: 'post', state: first.state, jobStatus: 'cancelled' });
    expect(texts()).toEqual(['production / web: release failed']);
  });
});

describe('a target that is down', () => {
  test('is a warning, and the verdict says so', async () => {
    faults.plant({ service: 'slack', times: Infinity, effect: { kind: 'status', status: 404 } });
    const step = await notify({});
    expect(step).toMatchObject({ status: 0, outputs: { verdict: 'fail', reason: 'not-delivered' } });
    expect(JSON.parse(step.outputs['delivery'] ?? '')).toMatchObject([{ delivery: 'failed' }]);
    expect(step.annotations).toMatchObject([{ level: 'warning' }]);
  });

  test('fails the step where it is required', async () => {
    faults.plant({ service: 'slack', times: Infinity, effect: { kind: 'status', status: 404 } });
    expect(await notify({ required: 'true' })).toMatchObject({ status: 1, outputs: { reason: 'not-delivered' } });
  });

  test('never hides another', async () => {
    const mail = await catchMail();
    const targets = `- type: slack\n  token: xoxb-not-the-token\n  channel: C0RELEASES
- type: email\n  smtp: ${mail.url}\n  from: ci@example.com\n  to: [ops@example.com]`;
    const step = await notify({ targets });
    await mail.close();
    expect(step).toMatchObject({ status: 0, outputs: { verdict: 'fail' } });
    expect(mail.mails.map(({ subject }) => subject)).toEqual(['🔵 production / web: release started']);
  });
});

test('alone, its state is that of the job', async () => {
  await notify({ environment: 'staging', state: 'auto' }, { jobStatus: 'failure' }, false);
  expect(texts()).toEqual(['staging: release failed']);
});

test('a dry run prints the message and tells nobody', async () => {
  const step = await notify({ summary: 'v2', 'dry-run': 'true' });
  expect(step).toMatchObject({ status: 0, outputs: { reason: 'dry-run' } });
  expect(step.log).toContain('production / web: release started');
  expect(slack.messages).toEqual([]);
});

test('secrets in targets are masked in every form, and wrong inputs are told all at once', async () => {
  const wrong = await notify({
    targets: '- type: slack\n  token:\n  channel: C1',
    links: 'no address',
    timeout: 'soon',
  });
  expect(wrong).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  const right = await notify({ targets: '- type: slack\n  token: xoxb-very-secret-one\n  channel: C0RELEASES' });
  expect(right.output).toContain(`::add-mask::${encodeURIComponent('xoxb-very-secret-one')}`);
  expect(right.log).not.toContain('xoxb-very-secret-one');
  const links = await notify({ targets: '- type: slack\n  token:\n  channel: C1', links: 'no address' });
  expect(links.annotations.map(({ message }) => message)).toEqual([
    expect.stringContaining('input "links"'),
    expect.stringContaining('number 1: "token": the secret is empty'),
  ]);
});

describe('a scheduled job', () => {
  const all = () => `${bySlack()}  on: [task-started, task-passed, task-failed]\n`;
  const steps = { targets: '', task: 'backup', environment: 'production' };

  test('is reported by the status of its job, and an open release is left alone', async () => {
    await notify({ ...steps, targets: all(), state: 'task-started' });
    const passed = await notify({ ...steps, targets: all() }, { jobStatus: 'success' });
    expect(passed).toMatchObject({ status: 0, outputs: { reason: 'delivered' }, state: {} });
    await notify({ ...steps, targets: all(), failure: 'no-backup' }, { jobStatus: 'failure' });
    const cancelled = await notify({ ...steps, targets: bySlack() }, { jobStatus: 'cancelled' });
    expect(cancelled.outputs).toMatchObject({ reason: 'delivered' });
    expect(texts()).toEqual([
      'production: backup started',
      'production: backup passed',
      'production: backup did not pass',
      'production: backup did not pass',
    ]);
    const post = await notify({ ...steps, targets: all() }, { phase: 'post', state: passed.state });
    expect(post.status).toBe(0);
    expect(texts()).toHaveLength(4);
  });

  test.each([
    ['a task without a name', { state: 'task-passed' }, 'input "task"'],
    ['a task with the state of a release', { task: 'backup', state: 'released' }, 'input "state"'],
  ])('%s is refused', async (_what, inputs, problem) => {
    const refused = await notify({ ...inputs, targets: bySlack() });
    expect(refused).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
    expect(refused.annotations.map(({ message }) => message).join()).toContain(problem);
    expect(texts()).toEqual([]);
  });
});
