import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { JOURNAL_VARIABLE, Journal } from '@lockstep/action-shell';
import { systemClock } from '@lockstep/base';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { catchMail, type MailCatcher } from '@lockstep/proving-ground/mail';
import { type Slack, startSlack } from '@lockstep/proving-ground/slack';
import { thinned as test } from '../../../test/e2e/sampled.ts';

let temp: string;
let slack: Slack;
let mail: MailCatcher;
let journal: Journal;
beforeEach(async () => {
  temp = mkdtempSync(join(tmpdir(), 'notify-test-'));
  slack = await startSlack({ faults: new Faults() });
  mail = await catchMail();
  journal = new Journal(join(temp, 'journal.jsonl'), { action: 'release', instance: 'begin', clock: systemClock });
  const commit = '3f9a2c0d1e5b7a8f9c6d4e2b1a0f8e7d6c5b4a39';
  journal.open({ id: 'r1', environment: 'production', service: 'web', commit, undoDeadlineMs: 1 });
});
afterEach(async () => {
  await Promise.all([slack.close(), mail.close()]);
  rmSync(temp, { recursive: true, force: true });
});

/** What differs from run to run, by what it is. */
function steady(text: string): string {
  return text
    .replace(/<!date\^\d+\^([^|]*)\|[^>]*>/g, '<!date^SECONDS^$1|TIME>')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, 'TIME')
    .replace(/127\.0\.0\.1:\d+/g, 'HOST')
    .replace(/\d{10}\.\d{6}/g, 'TS');
}

function notify(inputs: Readonly<Record<string, string>>, options: object = {}) {
  const targets = [
    { type: 'slack', token: slack.token, channel: 'C0RELEASES' },
    { type: 'email', smtp: mail.url, from: 'releases@example.com', to: ['ops@example.com'], 'min-severity': 'warning' },
  ];
  return spawnAction(
    'notify',
    { targets: JSON.stringify(targets), 'slack-api-url': slack.apiUrl, 'github-token': 'ghs_none', ...inputs },
    { temp, env: { [JOURNAL_VARIABLE]: journal.path }, ...options },
  );
}

/** What people read of a step. All sentences of this action are asserted here, and only here. */
function wordsOf(step: Awaited<ReturnType<typeof notify>>) {
  return {
    end: steady(step.log.split('\n').findLast((line) => line.startsWith('notify: ')) ?? ''),
    annotations: step.annotations.map(({ level, message }) => steady(`${level}: ${message.split('\n')[0]}`)),
    summary: steady(step.summary),
  };
}

/** As a reader sees them: every text of the blocks, one per line, and the thread. */
function shown() {
  const [root] = slack.channel('releases');
  const texts: string[] = [];
  JSON.stringify(root?.blocks, (key, value) => {
    if (key === 'text' && typeof value === 'string') texts.push(value);
    return value;
  });
  return {
    color: root?.colour,
    message: steady(texts.join('\n')).split('\n'),
    thread: root === undefined ? [] : slack.thread(root).map(({ text }) => text.split('\n')),
    mails: mail.mails.map(({ subject, text }) => ({ subject, text: steady(text.trim()).split('\n') })),
  };
}

const begun = { summary: 'v2: faster checkout', changes: 'Faster checkout\nOne table less', 'pull-request': '128' };

const ends: readonly (readonly [string, () => void, 'success' | 'failure'])[] = [
  ['a good release', () => journal.committed(), 'success'],
  [
    'sick before the swap',
    () => {
      journal.note('failure', { reason: 'unhealthy', message: '3 of 3 probes of /api/health answered 503' });
      journal.began('migrate');
      journal.undoStarted();
      journal.undone('migrate', { verdict: 'pass', reason: 'undone', message: 'rolled back from 12 to 10' });
    },
    'failure',
  ],
  [
    'sick in the bake',
    () => {
      journal.note('failure', {
        reason: 'unhealthy',
        message: '4 of 20 probes of / failed\n/ answered 500\n/ answered 500\n/ timed out\n/ answered 502',
      });
      journal.began('migrate');
      journal.began('alias-swap');
      journal.undoStarted();
      journal.undone('alias-swap', { verdict: 'pass', reason: 'swap-undone', message: 'dpl_1 serves 5 hosts again' });
      journal.undone('migrate', { verdict: 'fail', reason: 'kept-data', message: '2 tables stay, with 4 rows' });
    },
    'failure',
  ],
  ['held', () => journal.held('the bake saw nothing certain'), 'failure'],
];

test.each(ends)('words: %s', async (_name, end, jobStatus) => {
  const first = await notify(begun);
  end();
  const post = await notify(begun, { phase: 'post', state: first.state, jobStatus });
  expect({ first: wordsOf(first), post: wordsOf(post), ...shown() }).toMatchSnapshot();
});

test('words: what a step says of itself', async () => {
  const words: unknown[] = [];
  for (const inputs of [
    { ...begun, 'dry-run': 'true' },
    { targets: `[{ "type": "slack", "token": "xoxb-wrong", "channel": "C0" }]`, required: 'true' },
    { targets: '- type: slack\n  token: x\n  channell: C0', links: 'no address' },
    { targets: `[{ "type": "slack", "token": "xoxb-1234", "channel": "C0", "on": ["held"] }]`, state: 'started' },
    { command: 'drill', environment: 'production', acknowledge: 'none' },
    { command: 'drill', environment: 'production', 'acknowledge-within': '1s' },
  ])
    words.push(wordsOf(await notify(inputs)));
  expect(words).toMatchSnapshot();
});
