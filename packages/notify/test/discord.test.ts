import { EmbedBuilder } from '@discordjs/builders';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { type FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import type { APIEmbed, RESTPostAPIWebhookWithTokenJSONBody } from 'discord-api-types/v10';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { channelTypes, deliver, type Handle, type ReleaseMessage } from '../src/index.ts';
import { parseTargets } from '../src/targets.ts';
import { hasty, message, rolledBack, speedFor, surroundings } from './samples.ts';
import { type StandIn, standIn } from './stand-in.ts';

/** Throws where the builders of discord.js refuse a part of the embed, or where it is longer than Discord's sum. */
function judge(embed: APIEmbed): void {
  const { color = 0, description = null, fields = [], timestamp, title = null, ...others } = embed;
  if (Object.keys(others).length > 0) throw new Error(`unknown: ${Object.keys(others).join()}`);
  const built = new EmbedBuilder().setTitle(title).setDescription(description).setColor(color).addFields(fields);
  if (timestamp !== undefined) built.setTimestamp(Date.parse(timestamp));
  const words = [title, description, ...fields.flatMap(({ name, value }) => [name, value])].join('');
  if (words.length > 6_000) throw new Error('longer than 6,000 characters');
}

interface Shown {
  readonly id: string;
  body: RESTPostAPIWebhookWithTokenJSONBody;
  edits: number;
}

const PATH = '/api/webhooks/1234/secret-token';
let faults: Faults;
let speed: number;
let discord: StandIn;
let messages: Shown[];
beforeEach(async () => {
  faults = new Faults();
  speed = 4;
  messages = [];
  discord = await standIn('discord', faults, ({ body, method, path, query }) => {
    if (!path.startsWith(PATH)) return { status: 404, body: { message: 'Unknown Webhook', code: 10_015 } };
    const given = body as RESTPostAPIWebhookWithTokenJSONBody;
    try {
      for (const embed of given.embeds ?? []) judge(embed);
      if ((given.content ?? '') === '' && (given.embeds ?? []).length === 0) throw new Error('empty');
    } catch {
      return { status: 400, body: { message: 'Invalid Form Body', code: 50_035 } };
    }
    if (method === 'PATCH') {
      const found = messages.find(({ id }) => path === `${PATH}/messages/${id}`);
      if (found === undefined) return { status: 404, body: { message: 'Unknown Message', code: 10_008 } };
      found.body = { ...found.body, ...given };
      found.edits++;
      return { status: 200, body: { id: found.id } };
    }
    const id = `11000000000000000${messages.length}`;
    messages.push({ id, body: given, edits: 0 });
    return new URLSearchParams(query).get('wait') === 'true' ? { status: 200, body: { id } } : { status: 204 };
  });
});
afterEach(() => discord.close());

function send(one: ReleaseMessage, handle?: Handle, more = '', path = PATH) {
  const targets = parseTargets(
    `- type: discord\n  name: d\n  url: ${discord.url}${path}\n${more}`,
    channelTypes,
    surroundings,
  );
  return deliver(targets, one, new Map(handle === undefined ? [] : [['d', handle]]), hasty(speed));
}
const embed = (at = 0) => messages[at]?.body.embeds?.[0];

test('one message is edited through the release; a bad end is also posted, because edits notify no one', async () => {
  const [started] = await send(message);
  const [checked] = await send({ ...message, state: 'gating' }, started?.handle);
  const [bad] = await send(rolledBack, checked?.handle);
  await send(rolledBack, bad?.handle);
  expect(bad).toMatchObject({ delivery: 'confirmed' });
  expect(messages).toMatchObject([{ edits: 3 }, { edits: 0 }]);
  expect(embed()).toMatchObject({
    title: '🟡 production / web: rolled back',
    color: 0xd9a50d,
    timestamp: '2026-11-22T04:00:00.000Z',
  });
  expect(embed()?.description).toContain('**Cause:** health\\-gate\\: 3 of 3 probes failed');
  expect(embed()?.fields?.map(({ name }) => name)).toEqual([
    'Commit',
    'Started by',
    'Approved by',
    'Release',
    'Repository',
    'What failed',
    'Undone',
    'Links',
  ]);
  expect(messages[1]?.body.content).toBe('🟡 **production / web\\: rolled back**');
  await send({ ...message, state: 'released' }, started?.handle, '  broadcast: false');
  expect(messages).toHaveLength(2);
});

test('only who is meant is mentioned', async () => {
  const mention = '  mention: on-failure @123456789012345678, @&223456789012345678';
  const evil = { ...rolledBack, summary: '@everyone <@999999999999999999> [x](http://evil)' };
  const [started] = await send({ ...message, summary: '@everyone' }, undefined, mention);
  expect(messages[0]?.body).toMatchObject({ allowed_mentions: { parse: [], users: [], roles: [] } });
  expect(messages[0]?.body.content).toBeUndefined();
  await send(evil, started?.handle, mention);
  expect(messages[1]?.body).toMatchObject({
    content: expect.stringMatching(/^<@123456789012345678> <@&223456789012345678> /),
    allowed_mentions: { parse: [], users: ['123456789012345678'], roles: ['223456789012345678'] },
  });
  expect(embed()?.description).toContain('\\@everyone \\<\\@999999999999999999\\> \\[x\\]\\(http\\://evil\\)');
  await send(rolledBack, undefined, mention);
  expect(messages[2]?.body.content).toBe('<@123456789012345678> <@&223456789012345678>');
});

test('a message that was deleted is posted again; into the thread that the URL names', async () => {
  const [sent] = await send(message, { id: '42' }, '', `${PATH}?thread_id=77`);
  expect(sent).toMatchObject({ delivery: 'confirmed', handle: { id: messages[0]?.id } });
  expect(discord.asked.map(({ method, query }) => [method, query])).toEqual([
    ['PATCH', 'thread_id=77'],
    ['POST', 'thread_id=77&wait=true'],
  ]);
});

test('what is too long is cut with a count, whatever it is made of', async () => {
  for (const sign of ['x', '\\', '*', '`', 'ü', '😀']) {
    const long: ReleaseMessage = {
      ...rolledBack,
      environment: sign.repeat(3_000),
      actor: sign.repeat(3_000),
      commitUrl: `https://shop.example/${'c'.repeat(3_000)}`,
      summary: sign.repeat(9_000),
      next: sign.repeat(9_000),
      changes: Array.from({ length: 900 }, (_, n) => `${sign.repeat(300)} ${n}`),
      undone: Array.from({ length: 90 }, () => ({ action: 'migrate', verdict: 'pass', message: sign.repeat(900) })),
      failure: sign.repeat(90_000),
      links: Array.from({ length: 90 }, (_, n) => ({ label: sign.repeat(90), url: `https://shop.example/${n}` })),
    };
    expect(await send(long)).toMatchObject([{ delivery: 'confirmed' }]);
  }
  expect(embed()?.fields?.find(({ name }) => name === 'Changes')?.value).toMatch(/and \d+ more/);
});

describe('when it goes wrong', () => {
  test.each<[string, FaultEffect, number, string, number]>([
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 1, 'confirmed', 1],
    ['429 for long', { kind: 'status', status: 429, headers: { 'retry-after': '900' } }, 1, 'failed', 0],
    ['a broken server', { kind: 'status', status: 502 }, 1, 'unknown', 0],
    ['a page of a proxy instead of an answer', { kind: 'html', status: 200 }, 1, 'unknown', 0],
    ['a lost answer', { kind: 'reset-after' }, 1, 'unknown', 1],
    ['half an answer', { kind: 'cut', bytes: 3 }, 1, 'unknown', 1],
    ['no answer', { kind: 'hang' }, Infinity, 'unknown', 0],
  ])('%s to a post is never posted again blindly', async (_what, effect, times, delivery, arrived) => {
    speed = speedFor(effect);
    faults.plant({ service: 'discord', times, effect });
    const reports = await send(rolledBack);
    expect(reports).toMatchObject([{ delivery }]);
    expect(messages).toHaveLength(arrived);
    expect(JSON.stringify(reports)).not.toContain('secret-token');
  });

  test('an edit whose answer was lost is made again, an alert is not', async () => {
    const [started] = await send(message);
    faults.plant(
      { service: 'discord', method: 'PATCH', effect: { kind: 'reset-after' } },
      { service: 'discord', method: 'POST', effect: { kind: 'reset-after' } },
    );
    const [bad] = await send(rolledBack, started?.handle);
    expect(bad).toMatchObject({ delivery: 'unknown' });
    // It is not known any better later on.
    expect(await send(rolledBack, bad?.handle)).toMatchObject([{ delivery: 'unknown' }]);
    expect(messages).toMatchObject([{ edits: 3 }, { edits: 0 }]);
  });

  test('a webhook that was deleted fails for certain, with what to do', async () => {
    expect(await send(message, undefined, '', '/api/webhooks/9/gone')).toMatchObject([
      { delivery: 'failed', detail: expect.stringContaining('create a new one') },
    ]);
  });
});
