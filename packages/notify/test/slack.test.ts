import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Secret, secretForms } from '@lockstep/base';
import { Faults } from '@lockstep/proving-ground/faults';
import { type Slack, startSlack } from '@lockstep/proving-ground/slack';
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
const tell = (one: ReleaseMessage, handle?: Handle, to = byToken(), timeoutMs = 5_000) =>
  deliver(to, one, new Map(handle === undefined ? [] : [['slack C0RELEASES', handle]]), { ...world, timeoutMs });

describe('by token', () => {
  test('one message follows the release, and the detail of a failure stands in its thread', async () => {
    const [started] = await tell(message);
    expect(started).toMatchObject({ delivery: 'confirmed' });
    const [told] = await tell(rolledBack, started?.handle);
    expect(told).toMatchObject({ delivery: 'confirmed' });
    const [root, ...others] = slack.channel('releases');
    expect(others).toEqual([]);
    expect(root?.text).toBe('production / web: rolled back — v2: faster checkout');
    expect(root?.history.map(({ text }) => text)).toEqual(['production / web: release started — v2: faster checkout']);
    expect(JSON.stringify(root?.blocks)).toContain('went down from 12 to 10');
    expect(root && slack.thread(root).map(({ text }) => text)).toEqual([
      expect.stringContaining('/api/health answered 503'),
    ]);
    await tell(rolledBack, told?.handle);
    expect(root && slack.thread(root)).toHaveLength(1);
  });

  test('what is told under the key of another job edits its message, and none of another release', async () => {
    await tell({ ...message, key: 'production/web/other' });
    await tell(message);
    await tell({ ...rolledBack, continues: true });
    expect(slack.channel('releases').map(({ text }) => text)).toEqual([
      'production / web: release started — v2: faster checkout',
      'production / web: rolled back — v2: faster checkout',
    ]);
    await tell({ ...message, key: 'production/web/nobody-told', continues: true });
    expect(slack.channel('releases')).toHaveLength(3);
  });

  test('what another job told is left, and told anew, where Slack does not let us look or edit', async () => {
    await tell(message);
    faults.plant({
      service: 'slack',
      path: /conversations.history/,
      times: 9,
      effect: { kind: 'status', status: 500 },
    });
    expect(await tell({ ...rolledBack, continues: true })).toMatchObject([{ delivery: 'confirmed' }]);
    expect(slack.channel('releases')).toHaveLength(2);
    faults.clear();
    const byName = targets(`- type: slack\n  token: ${slack.token}\n  channel: releases\n`);
    expect(await tell({ ...rolledBack, continues: true }, undefined, byName)).toMatchObject([
      { delivery: 'confirmed' },
    ]);
    expect(slack.channel('releases')).toHaveLength(3);
  });

  test('why, when and of which commit stand in the message itself, beside the colour of what came of it', async () => {
    const commitUrl = 'https://github.com/acme/shop/commit/0123456789abcdef';
    const looks = async (one: ReleaseMessage) => {
      await tell({ ...one, commitUrl });
      const told = slack.channel('releases').at(-1);
      return { colour: told?.colour, words: JSON.stringify(told?.blocks) };
    };
    const failed = await looks(rolledBack);
    expect(failed.colour).toBe('#d9a50d');
    expect(failed.words).toContain(
      '*What went wrong*\\n> health-gate: 3 of 3 probes failed\\n> /api/health answered 503',
    );
    expect(failed.words).toContain(`<${commitUrl}|0123456789ab>`);
    expect(failed.words).toContain('<!date^1795320000^{date_short_pretty}, {time}|2026-11-22T04:00:00.000Z>');
    expect(failed.words).toContain('🟡 production / web: rolled back');
    const started = await looks(message);
    expect(started.colour).toBe('#1f7ae0');
    expect(started.words).not.toContain('What went wrong');
    expect((await looks({ ...message, state: 'released' })).colour).toBe('#2da44e');
    expect((await looks({ ...rolledBack, state: 'unknown' })).colour).toBe('#d1242f');
  });

  test('a message that somebody deleted is written anew', async () => {
    const [told] = await tell(message, { channel: 'C0RELEASES', ts: '1.000001' });
    expect(told).toMatchObject({ delivery: 'confirmed' });
    expect(slack.channel('releases')).toHaveLength(1);
  });

  test('what it cannot show is cut, and nobody is mentioned', async () => {
    const long: ReleaseMessage = {
      ...rolledBack,
      summary: 'x'.repeat(9_000),
      changes: Array.from({ length: 500 }, (_, n) => `<!channel> change ${n} & more`),
      failure: '```'.repeat(3_000),
    };
    expect(await tell(long)).toMatchObject([{ delivery: 'confirmed' }]);
    const blocks = JSON.stringify(slack.channel('releases')[0]?.blocks);
    expect(blocks).toMatch(/… and \d+ more/);
    expect(blocks).not.toContain('<!channel>');
  });

  test.each([
    ['a wrong token', 'xoxb-wrong', 'C0RELEASES', 'invalid_auth'],
    ['an unknown channel', 'xoxb-proving-ground-0001', 'C404', 'channel_not_found'],
  ])('%s fails for certain, with what to do, and shows no token', async (_what, token, channel, code) => {
    const to = targets(`- type: slack\n  token: ${token}\n  channel: ${channel}`);
    const [told] = await tell(message, undefined, to);
    expect(told).toMatchObject({ delivery: 'failed', detail: expect.stringMatching(new RegExp(`${code}\\); \\w`)) });
    for (const form of secretForms(token)) expect(JSON.stringify(told)).not.toContain(form);
  });

  test('a rate limit is waited for', async () => {
    faults.plant({ service: 'slack', effect: { kind: 'status', status: 429, headers: { 'retry-after': '0' } } });
    expect(await tell(message)).toMatchObject([{ delivery: 'confirmed' }]);
    expect(faults.hits()).toEqual([1]);
  });

  test('a rate limit longer than our patience fails at once', async () => {
    faults.plant({ service: 'slack', effect: { kind: 'status', status: 429, headers: { 'retry-after': '600' } } });
    expect(await tell(message)).toMatchObject([{ delivery: 'failed', detail: expect.stringContaining('429') }]);
  });

  test('a post whose answer was lost is found again, not repeated', async () => {
    faults.plant({ service: 'slack', path: /postMessage/, effect: { kind: 'reset-after' } });
    const [told] = await tell(message);
    expect(told).toMatchObject({ delivery: 'confirmed', handle: { channel: 'C0RELEASES' } });
    expect(slack.channel('releases')).toHaveLength(1);
    expect(told?.handle?.['ts']).toBe(slack.channel('releases')[0]?.ts);
  });

  test('a post that never arrived and whose answer was lost has failed for certain', async () => {
    faults.plant({ service: 'slack', path: /postMessage/, effect: { kind: 'reset-before' } });
    expect(await tell(message)).toMatchObject([{ delivery: 'failed' }]);
  });

  test('where reading back is impossible too, nobody knows', async () => {
    faults.plant(
      { service: 'slack', path: /postMessage/, effect: { kind: 'reset-after' } },
      { service: 'slack', path: /history/, effect: { kind: 'status', status: 200, body: { ok: false, error: 'x' } } },
    );
    const reports = await tell(message);
    expect(reports).toMatchObject([{ delivery: 'unknown' }]);
    expect(verdictOf(reports)).toBe('unknown');
  });

  test('an edit whose answer was lost is made again', async () => {
    const [started] = await tell(message);
    faults.plant({ service: 'slack', path: /update/, effect: { kind: 'reset-after' } });
    expect(await tell(rolledBack, started?.handle)).toMatchObject([{ delivery: 'confirmed' }]);
    expect(slack.channel('releases')).toHaveLength(1);
  });

  test('a thread that refuses the detail makes the delivery a failure, and the message is edited all the same', async () => {
    const [started] = await tell(message);
    const refused = { ok: false, error: 'restricted_action' };
    faults.plant({ service: 'slack', path: /postMessage/, effect: { kind: 'status', status: 200, body: refused } });
    expect(await tell(rolledBack, started?.handle)).toMatchObject([
      { delivery: 'failed', detail: expect.stringContaining('restricted_action') },
    ]);
    expect(slack.channel('releases')[0]?.text).toContain('rolled back');
  });

  test('an HTML page in place of an answer is no answer', async () => {
    faults.plant({ service: 'slack', times: Infinity, effect: { kind: 'html', status: 200 } });
    expect(await tell(message)).toMatchObject([{ delivery: 'unknown' }]);
  });

  test('a target that hangs neither hides another nor holds it up', async () => {
    faults.plant({ service: 'slack', path: /postMessage/, times: Infinity, effect: { kind: 'hang' } });
    const to = [
      ...byToken(),
      ...targets(`- type: slack-webhook\n  url: ${slack.webhookUrl('alerts')}\n`),
      ...targets(`- type: slack-webhook\n  name: mute\n  url: ${slack.webhookUrl('alerts')}\n  on: [held]`),
    ];
    const reports = await tell(message, undefined, to, 2_000);
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

  test('a service that nobody listens on fails for certain', async () => {
    const url = slack.webhookUrl('alerts');
    await slack.close();
    const to = targets(`- type: slack-webhook\n  url: ${url}`);
    expect(await deliver(to, message, new Map(), { ...world, timeoutMs: 9_000 })).toMatchObject([
      { delivery: 'failed', detail: expect.stringContaining('cannot be reached') },
    ]);
  });
});
