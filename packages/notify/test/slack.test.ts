import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { Secret, secretForms } from '@lockstep/base';
import { Faults } from '@lockstep/proving-ground/faults';
import { type Slack, startSlack } from '@lockstep/proving-ground/slack';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { channelTypes, deliver, type Handle, type ReleaseMessage, verdictOf } from '../src/index.ts';
import { parseTargets } from '../src/targets.ts';
import { message, rolledBack, surroundings, world } from './samples.ts';

let faults: Faults;
let slack: Slack;
beforeEach(async () => {
  faults = new Faults();
  slack = await startSlack({ faults });
});
afterEach(() => slack.close());

const targets = (yaml: string) =>
  parseTargets(yaml, channelTypes, { ...surroundings, slackApiUrl: slack.apiUrl.replace(/\/$/, '') });
const byToken = (more = '') => targets(`- type: slack\n  token: ${slack.token}\n  channel: C0RELEASES\n${more}`);
const send = (one: ReleaseMessage, handle?: Handle, to = byToken(), timeoutMs = 5_000) =>
  deliver(to, one, new Map(handle === undefined ? [] : [['slack C0RELEASES', handle]]), { ...world, timeoutMs });

describe('by token', () => {
  test('one message follows the release, and the details of a failure are in its thread', async () => {
    const [started] = await send(message);
    expect(started).toMatchObject({ delivery: 'confirmed' });
    const [sent] = await send(rolledBack, started?.handle);
    expect(sent).toMatchObject({ delivery: 'confirmed' });
    const [root, ...others] = slack.channel('releases');
    expect(others).toEqual([]);
    expect(root?.text).toBe('production / web: rolled back — v2: faster checkout');
    expect(root?.history.map(({ text }) => text)).toEqual(['production / web: release started — v2: faster checkout']);
    expect(root && slack.thread(root).map(({ text }) => text)).toEqual([
      expect.stringMatching(/answered 503[\s\S]*went down from 12 to 10/),
    ]);
    await send(rolledBack, sent?.handle);
    expect(root && slack.thread(root)).toHaveLength(1);
  });

  test('a message under the key of another job edits the message of that job, and none of another release', async () => {
    await send({ ...message, key: 'production/web/other' });
    await send(message);
    await send({ ...rolledBack, continues: true });
    expect(slack.channel('releases').map(({ text }) => text)).toEqual([
      'production / web: release started — v2: faster checkout',
      'production / web: rolled back — v2: faster checkout',
    ]);
    await send({ ...message, key: 'production/web/never-sent', continues: true });
    expect(slack.channel('releases')).toHaveLength(3);
  });

  test('the message of another job stays, and a new one is posted, where Slack does not let us read or edit', async () => {
    await send(message);
    faults.plant({
      service: 'slack',
      path: /conversations.history/,
      times: 9,
      effect: { kind: 'status', status: 500 },
    });
    expect(await send({ ...rolledBack, continues: true })).toMatchObject([{ delivery: 'confirmed' }]);
    expect(slack.channel('releases')).toHaveLength(2);
    faults.clear();
    const byName = targets(`- type: slack\n  token: ${slack.token}\n  channel: releases\n`);
    expect(await send({ ...rolledBack, continues: true }, undefined, byName)).toMatchObject([
      { delivery: 'confirmed' },
    ]);
    expect(slack.channel('releases')).toHaveLength(3);
  });

  test('why, when and of which commit and pull request are in the message itself, next to its color', async () => {
    const commitUrl = 'https://github.com/acme/shop/commit/0123456789abcdef';
    const pullUrl = 'https://github.com/acme/shop/pull/12';
    const looks = async (one: ReleaseMessage) => {
      await send({ ...one, commitUrl, pull: 12, pullUrl });
      const shown = slack.channel('releases').at(-1);
      return { color: shown?.colour, words: JSON.stringify(shown?.blocks) };
    };
    const failed = await looks(rolledBack);
    expect(failed.color).toBe('#d9a50d');
    expect(failed.words).toContain('*Cause:* health-gate: 3 of 3 probes failed; /api/health answered 503');
    expect(failed.words).toContain(`<${commitUrl}|0123456789ab>`);
    expect(failed.words).toContain(`<${pullUrl}|#12>`);
    expect(failed.words).toContain('<!date^1795320000^{date_short_pretty}, {time}|2026-11-22T04:00:00.000Z>');
    expect(failed.words).toContain('🟡 production / web: rolled back');
    const started = await looks(message);
    expect(started.color).toBe('#1f7ae0');
    expect(started.words).not.toContain('Cause');
    expect((await looks({ ...message, state: 'released' })).color).toBe('#2da44e');
    expect((await looks({ ...rolledBack, state: 'unknown' })).color).toBe('#d1242f');
  });

  test('a rolling release says at which stage it is, until all users have it for good', async () => {
    const stage = { number: 2, of: 3, percentage: 50 };
    for (const state of ['held', 'partly-rolled-back', 'released'] as const)
      await send({ ...message, key: state, state, stage });
    expect(slack.channel('releases').map(({ text }) => text.split(' — ')[0])).toEqual([
      'production / web: held until a person decides, at stage 2 of 3 (50 %)',
      'production / web: partly rolled back, at stage 2 of 3 (50 %)',
      'production / web: released',
    ]);
  });

  test('it has at most eight lines, whatever there is to say', async () => {
    const changes = Array.from({ length: 40 }, (_, n) => `change ${n}\nof two lines`);
    const failure = Array.from({ length: 40 }, (_, n) => `line ${n}`).join('\n');
    await send({ ...rolledBack, changes, failure, next: 'look\nat it', summary: 'v2\nv3' });
    const [root] = slack.channel('releases');
    const texts: string[] = [];
    JSON.stringify(root?.blocks, (key, value) => {
      if (key === 'text' && typeof value === 'string') texts.push(value);
      return value;
    });
    expect(texts.join('\n').split('\n').length).toBeLessThanOrEqual(8);
    expect(root && slack.thread(root)[0]?.text).toMatch(/line 39[\s\S]*• change 0/);
  });

  test('more changes than the message shows are in its thread, once and silently', async () => {
    const changes = ['a', 'b', 'c', 'd'];
    const [sent] = await send({ ...message, changes });
    await send({ ...message, changes, state: 'released' }, sent?.handle);
    const [root, ...others] = slack.channel('releases');
    expect(others).toEqual([]);
    expect(root && slack.thread(root)).toHaveLength(1);
  });

  test('people are mentioned on a failure alone, in the thread, because edits notify no one', async () => {
    const to = targets(
      `- type: slack\n  token: ${slack.token}\n  channel: C0RELEASES\n  mention: on-failure @U0123ABCD, @S0123ABCD @here`,
    );
    const [sent] = await send({ ...message, summary: '<!channel> @U0123ABCD' }, undefined, to);
    const [root] = slack.channel('releases');
    expect(root && slack.thread(root)).toEqual([]);
    await send({ ...rolledBack, changes: [], failure: '', undone: [] }, sent?.handle, to);
    const thread = root === undefined ? [] : slack.thread(root).map(({ text }) => text);
    expect(thread).toEqual(['<@U0123ABCD> <!subteam^S0123ABCD> <!here> production / web: rolled back']);
    expect(() => targets(`- type: slack\n  token: x\n  channel: C1\n  mention: on-failure @oncall`)).toThrow('USER-ID');
  });

  test('a message that was deleted is posted again', async () => {
    const [sent] = await send(message, { channel: 'C0RELEASES', ts: '1.000001' });
    expect(sent).toMatchObject({ delivery: 'confirmed' });
    expect(slack.channel('releases')).toHaveLength(1);
  });

  test('what it cannot show is cut, and no one is mentioned', async () => {
    const long: ReleaseMessage = {
      ...rolledBack,
      summary: 'x'.repeat(9_000),
      changes: Array.from({ length: 500 }, (_, n) => `<!channel> change ${n} & more`),
      failure: '```'.repeat(3_000),
    };
    expect(await send(long)).toMatchObject([{ delivery: 'confirmed' }]);
    const blocks = JSON.stringify(slack.channel('releases')[0]?.blocks);
    expect(blocks).toMatch(/… and \d+ more/);
    expect(blocks).not.toContain('<!channel>');
  });

  test.each([
    ['a wrong token', 'xoxb-wrong', 'C0RELEASES', 'invalid_auth'],
    ['an unknown channel', 'xoxb-proving-ground-0001', 'C404', 'channel_not_found'],
  ])('%s fails for certain, with what to do, and shows no token', async (_what, token, channel, code) => {
    const to = targets(`- type: slack\n  token: ${token}\n  channel: ${channel}`);
    const [sent] = await send(message, undefined, to);
    expect(sent).toMatchObject({ delivery: 'failed', detail: expect.stringMatching(new RegExp(`${code}\\); \\w`)) });
    for (const form of secretForms(token)) expect(JSON.stringify(sent)).not.toContain(form);
  });

  test('a rate limit is waited for', async () => {
    faults.plant({ service: 'slack', effect: { kind: 'status', status: 429, headers: { 'retry-after': '0' } } });
    expect(await send(message)).toMatchObject([{ delivery: 'confirmed' }]);
    expect(faults.hits()).toEqual([1]);
  });

  test('a rate limit longer than our patience fails at once', async () => {
    faults.plant({ service: 'slack', effect: { kind: 'status', status: 429, headers: { 'retry-after': '600' } } });
    expect(await send(message)).toMatchObject([{ delivery: 'failed', detail: expect.stringContaining('429') }]);
  });

  test('a post whose answer was lost is found again, not repeated', async () => {
    faults.plant({ service: 'slack', path: /postMessage/, effect: { kind: 'reset-after' } });
    const [sent] = await send(message);
    expect(sent).toMatchObject({ delivery: 'confirmed', handle: { channel: 'C0RELEASES' } });
    expect(slack.channel('releases')).toHaveLength(1);
    expect(sent?.handle?.['ts']).toBe(slack.channel('releases')[0]?.ts);
  });

  test('a post that never arrived and whose answer was lost has failed for certain', async () => {
    faults.plant({ service: 'slack', path: /postMessage/, effect: { kind: 'reset-before' } });
    expect(await send(message)).toMatchObject([{ delivery: 'failed' }]);
  });

  test('where reading back is impossible too, it is not known', async () => {
    faults.plant(
      { service: 'slack', path: /postMessage/, effect: { kind: 'reset-after' } },
      { service: 'slack', path: /history/, effect: { kind: 'status', status: 200, body: { ok: false, error: 'x' } } },
    );
    const reports = await send(message);
    expect(reports).toMatchObject([{ delivery: 'unknown' }]);
    expect(verdictOf(reports)).toBe('unknown');
  });

  test('an edit whose answer was lost is sent again', async () => {
    const [started] = await send(message);
    faults.plant({ service: 'slack', path: /update/, effect: { kind: 'reset-after' } });
    expect(await send(rolledBack, started?.handle)).toMatchObject([{ delivery: 'confirmed' }]);
    expect(slack.channel('releases')).toHaveLength(1);
  });

  test('a thread that refuses the detail makes the delivery a failure, and the message is edited all the same', async () => {
    const [started] = await send(message);
    const refused = { ok: false, error: 'restricted_action' };
    faults.plant({ service: 'slack', path: /postMessage/, effect: { kind: 'status', status: 200, body: refused } });
    expect(await send(rolledBack, started?.handle)).toMatchObject([
      { delivery: 'failed', detail: expect.stringContaining('restricted_action') },
    ]);
    expect(slack.channel('releases')[0]?.text).toContain('rolled back');
  });

  test('an HTML page in place of an answer is no answer', async () => {
    faults.plant({ service: 'slack', times: Infinity, effect: { kind: 'html', status: 200 } });
    expect(await send(message)).toMatchObject([{ delivery: 'unknown' }]);
  });

  test('a target that hangs neither hides another nor holds it up', async () => {
    faults.plant({ service: 'slack', path: /postMessage/, times: Infinity, effect: { kind: 'hang' } });
    const to = [
      ...byToken(),
      ...targets(`- type: slack-webhook\n  url: ${slack.webhookUrl('alerts')}\n`),
      ...targets(`- type: slack-webhook\n  name: mute\n  url: ${slack.webhookUrl('alerts')}\n  on: [held]`),
    ];
    const reports = await send(message, undefined, to, 2_000);
    expect(reports.map(({ delivery }) => delivery)).toEqual(['unknown', 'accepted', 'filtered']);
    expect(slack.channel('alerts')).toHaveLength(1);
  });
});

describe('by webhook', () => {
  test('each state is a message, with the detail of a failure in it', async () => {
    const to = targets(`- type: slack-webhook\n  url: ${slack.webhookUrl('alerts')}`);
    expect(await deliver(to, rolledBack, new Map(), { ...world, timeoutMs: 5_000 })).toMatchObject([
      { delivery: 'accepted' },
    ]);
    expect(JSON.stringify(slack.channel('alerts')[0]?.blocks)).toContain('/api/health answered 503');
  });

  test('one that is gone fails, and its address is shown nowhere', async () => {
    const url = `${slack.url}/services/T0GROUND/B0HOOK/no-such-hook-secret`;
    const to = targets(`- type: slack-webhook\n  url: ${url}`);
    const reports = await deliver(to, message, new Map(), { ...world, timeoutMs: 5_000 });
    expect(reports).toMatchObject([{ delivery: 'failed', detail: expect.stringContaining('no_service') }]);
    expect(JSON.stringify(reports)).not.toContain('no-such-hook-secret');
    for (const form of secretForms(new Secret(url).reveal())) expect(JSON.stringify(reports)).not.toContain(form);
  });

  test('a service that does not listen fails for certain', async () => {
    const url = slack.webhookUrl('alerts');
    await slack.close();
    const to = targets(`- type: slack-webhook\n  url: ${url}`);
    expect(await deliver(to, message, new Map(), { ...world, timeoutMs: 9_000 })).toMatchObject([
      { delivery: 'failed', detail: expect.stringContaining('cannot be reached') },
    ]);
  });
});
