import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import { Faults } from '../../src/faults/faults.ts';
import { type Slack, startSlack } from '../../src/slack/slack.ts';

/** Slack's own client is the judge: it must see answers and refusals as it does with Slack. */
const nothing = () => undefined;
const logger: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};
const quiet = { logger, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };

let faults: Faults;
let slack: Slack;
let client: WebClient;
beforeEach(async () => {
  faults = new Faults();
  slack = await startSlack({ faults, channels: { releases: 'C0REL', old: 'C0OLD' }, archived: ['old'] });
  client = new WebClient(slack.token, { slackApiUrl: slack.apiUrl, ...quiet });
});
afterEach(() => slack.close());

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error) => error.data?.error ?? error.message,
  );

test("Slack's own client posts, edits, answers in the thread, reacts and reads back", async () => {
  const posted = await client.chat.postMessage({ channel: '#releases', text: 'one' });
  await client.chat.update({ channel: 'C0REL', ts: posted.ts ?? '', text: 'two' });
  await client.chat.postMessage({ channel: 'C0REL', text: 'detail', thread_ts: posted.ts ?? '' });
  await client.reactions.add({ channel: 'C0REL', timestamp: posted.ts ?? '', name: 'white_check_mark' });
  const [root, ...more] = slack.channel('releases');
  expect(more).toEqual([]);
  expect(root).toMatchObject({ text: 'two', history: [{ text: 'one' }], reactions: ['white_check_mark'] });
  expect(root && slack.thread(root).map((message) => message.text)).toEqual(['detail']);
  const history = await client.conversations.history({ channel: 'C0REL' });
  expect(history.messages?.map((message) => message.text)).toEqual(['two']);
});

test('blocks that an edit does not name stay as they were', async () => {
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'kept' } }];
  const posted = await client.chat.postMessage({ channel: 'C0REL', text: 'one', blocks });
  await client.chat.update({ channel: 'C0REL', ts: posted.ts ?? '', text: 'two' });
  expect(slack.channel('C0REL')[0]).toMatchObject({ text: 'two', blocks });
});

describe('refusals', () => {
  test.each([
    ['an unknown channel', 'channel_not_found', { channel: 'C404', text: 'x' }],
    ['an archived channel', 'is_archived', { channel: 'C0OLD', text: 'x' }],
    ['nothing to say', 'no_text', { channel: 'C0REL' }],
    ['too long a text', 'msg_too_long', { channel: 'C0REL', text: 'x'.repeat(40_001) }],
    ['an unknown block', 'invalid_blocks', { channel: 'C0REL', text: 'x', blocks: [{ type: 'sonnet' }] }],
    ['a section without text', 'invalid_blocks', { channel: 'C0REL', text: 'x', blocks: [{ type: 'section' }] }],
    [
      'a header in markdown',
      'invalid_blocks',
      { channel: 'C0REL', text: 'x', blocks: [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }] },
    ],
    [
      'a section of 3,001 characters',
      'invalid_blocks',
      { channel: 'C0REL', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3_001) } }] },
    ],
    ['51 blocks', 'invalid_blocks', { channel: 'C0REL', blocks: Array(51).fill({ type: 'divider' }) }],
  ])('%s: %s', async (_what, code, args) => {
    expect(await refused(client.apiCall('chat.postMessage', args))).toBe(code);
    expect(slack.messages).toEqual([]);
  });

  test('a wrong token and none at all are two refusals, both with HTTP 200', async () => {
    const wrong = new WebClient('xoxb-wrong', { slackApiUrl: slack.apiUrl, ...quiet });
    expect(await refused(wrong.auth.test())).toBe('invalid_auth');
    const none = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' });
    expect([none.status, await none.json()]).toEqual([200, { ok: false, error: 'not_authed' }]);
    expect(await refused(client.auth.test())).toBe('accepted');
  });

  test('an edit needs the channel id, an existing message, and to be ours', async () => {
    await fetch(slack.webhookUrl('releases'), { method: 'POST', body: '{"text":"by webhook"}' });
    const ts = slack.messages[0]?.ts ?? '';
    const update = (args: { channel: string; ts: string }) => refused(client.chat.update({ ...args, text: 'y' }));
    expect(await update({ channel: 'releases', ts })).toBe('channel_not_found');
    expect(await update({ channel: 'C0REL', ts: '1.1' })).toBe('message_not_found');
    expect(await update({ channel: 'C0REL', ts })).toBe('cant_update_message');
  });

  test("a planted 429 is a rate limit to Slack's own client", async () => {
    faults.plant({ service: 'slack', effect: { kind: 'status', status: 429, headers: { 'retry-after': '7' } } });
    const error = await client.chat.postMessage({ channel: 'C0REL', text: 'x' }).catch((caught) => caught);
    expect(error).toMatchObject({ retryAfter: 7 });
    expect(faults.hits()).toEqual([1]);
  });
});

test.each([
  ['a message', '{"text":"hello"}', 200, 'ok'],
  ['no JSON', 'text=hello', 400, 'invalid_payload'],
  ['no text', '{}', 400, 'no_text'],
  ['bad blocks', '{"blocks":[{"type":"sonnet"}]}', 400, 'invalid_blocks'],
])('a webhook given %s answers in a word', async (_what, body, status, word) => {
  const response = await fetch(slack.webhookUrl('releases'), { method: 'POST', body });
  expect([response.status, await response.text()]).toEqual([status, word]);
  const wrong = await fetch(`${slack.url}/services/T0GROUND/B0HOOK/guess`, { method: 'POST', body });
  expect([wrong.status, await wrong.text()]).toEqual([404, 'no_service']);
});
