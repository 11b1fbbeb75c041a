import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readCheckList } from '@lockstep/base';
import { type SpawnOptions, spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type Slack, startSlack } from '@lockstep/proving-ground/slack';

let temp: string;
let faults: Faults;
let slack: Slack;
beforeEach(async () => {
  temp = mkdtempSync(join(tmpdir(), 'notify-test-'));
  faults = new Faults();
  slack = await startSlack({ faults });
});
afterEach(async () => {
  await slack.close();
  rmSync(temp, { recursive: true, force: true });
});

function drill(inputs: Readonly<Record<string, string>> = {}, options: SpawnOptions = {}) {
  const targets = [
    { type: 'slack', name: 'slack', token: slack.token, channel: 'C0RELEASES', on: ['released'] },
    { type: 'slack-webhook', name: 'hook', url: slack.webhookUrl('alerts') },
  ];
  return spawnAction(
    'notify',
    {
      command: 'drill',
      environment: 'production',
      targets: JSON.stringify(targets),
      'slack-api-url': slack.apiUrl,
      'github-token': 'ghs_none',
      ...inputs,
    },
    { temp, ...options },
  );
}

test('who acknowledged it is in the outputs and in the record, by id', async () => {
  const timer = setInterval(() => {
    const [root] = slack.channel('releases');
    if (root === undefined) return;
    clearInterval(timer);
    slack.person(root, 'U0ADA', { emoji: 'eyes' });
  }, 2);
  const step = await drill();
  clearInterval(timer);
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'checks-passed', failed: '0' } });
  expect(JSON.parse(step.outputs['delivery'] ?? '')).toMatchObject([
    { target: 'slack', delivery: 'confirmed', acknowledged: 'yes', by: 'U0ADA', how: 'reaction' },
    { target: 'hook', delivery: 'accepted', acknowledged: 'cannot-show' },
  ]);
  const record = readCheckList(readFileSync(step.outputs['report-path'] ?? '', 'utf8'), 'the record');
  expect(JSON.stringify(record)).toContain('alert-drill');
  const numbers = readFileSync(join(step.outputs['report-directory'] ?? '', 'drill.json'), 'utf8');
  expect(JSON.parse(numbers)).toMatchObject({ kind: 'lockstep-alert-drill/1', verdict: 'pass', withinMs: 600_000 });
  expect(JSON.parse(numbers).acknowledgedMs).toBeGreaterThanOrEqual(0);
  expect(numbers).not.toContain('U0ADA');
  expect(step.log).not.toContain(slack.token.slice(5));
  const post = await drill({}, { phase: 'post', state: step.state });
  expect([post.status, slack.messages.length]).toEqual([0, 2]);
});

test('one that no one acknowledges fails the step, and one that a target refuses too', async () => {
  const silent = await drill({ 'acknowledge-within': '1s' });
  expect(silent).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'checks-failed', failed: '1' } });
  faults.plant({ service: 'slack', path: /^\/services/, effect: { kind: 'status', status: 404 } });
  expect(await drill({ acknowledge: 'none' })).toMatchObject({ status: 1, outputs: { failed: '1', passed: '1' } });
});

test('a dry run sends nothing, and a drill reports no state and no task', async () => {
  expect(await drill({ 'dry-run': 'true' })).toMatchObject({ status: 0, outputs: { reason: 'dry-run' } });
  const wrong = await drill({ state: 'released', task: 'backup', accept: '' });
  expect(wrong).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  expect(wrong.annotations).toHaveLength(2);
  expect(await drill({ accept: '- check: alert-delivered' })).toMatchObject({
    status: 1,
    outputs: { reason: 'invalid-input' },
  });
  expect(slack.messages).toEqual([]);
});
