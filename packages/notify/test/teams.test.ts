import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { type FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import type * as Cards from 'adaptivecards';
import { channelTypes, deliver, type ReleaseMessage } from '../src/index.ts';
import { parseTargets } from '../src/targets.ts';
import { hasty, message, rolledBack, speedFor, surroundings } from './samples.ts';
import { type StandIn, standIn } from './stand-in.ts';

/** Microsoft's own reader of adaptive cards. Its ES modules cannot be loaded by Node, its bundle can. */
const cards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof Cards;

/** What that reader finds wrong with a card, and the card as it understood it. */
function judged(card: object): { readonly wrong: readonly string[]; readonly read: unknown } {
  const context = new cards.SerializationContext(cards.Versions.v1_4);
  const parsed = new cards.AdaptiveCard();
  parsed.parse(card as never, context);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  const invalid = parsed.validateProperties().validationEvents.map((one) => one.message);
  return { wrong: [...events, ...invalid], read: parsed.toJSON() };
}

let faults: Faults;
let speed: number;
let workflow: StandIn;
beforeEach(async () => {
  faults = new Faults();
  speed = 4;
  workflow = await standIn('teams', faults, ({ body }, request) => {
    const { attachments, type } = body as { type?: string; attachments?: { contentType?: string; content?: object }[] };
    const [card] = attachments ?? [];
    const isCard = type === 'message' && card?.contentType === 'application/vnd.microsoft.card.adaptive';
    if (!isCard || request.body.length > 28_000 || judged(card.content ?? {}).wrong.length > 0) return { status: 400 };
    return { status: 202 };
  });
});
afterEach(() => workflow.close());

interface Card {
  readonly body: readonly { readonly type: string; readonly text?: string; readonly isVisible?: boolean }[];
  readonly actions: readonly { readonly type: string; readonly title: string; readonly url?: string }[];
  readonly msteams: { readonly entities: readonly object[] };
}
function shown(at = 0): Card {
  const { body } = workflow.asked[at] ?? {};
  return (body as { readonly attachments: readonly [{ readonly content: Card }] }).attachments[0].content;
}

function send(one: ReleaseMessage, more = '') {
  const yaml = `- type: teams\n  url: ${workflow.url}/workflows/secret-in-the-path?sig=secret-signature\n${more}`;
  return deliver(parseTargets(yaml, channelTypes, surroundings), one, new Map(), hasty(speed));
}

/** Every text run of a card, in order. */
function texts(card: object): string {
  const found: string[] = [];
  JSON.stringify(card, (key, value) => {
    if (key === 'text' && typeof value === 'string') found.push(value);
    return value;
  });
  return found.join('');
}

test('a card that the reader of Microsoft understands as it was written; 202 is accepted, not confirmed', async () => {
  expect(await send(rolledBack)).toMatchObject([{ delivery: 'accepted' }]);
  const { read, wrong } = judged(shown());
  expect(wrong).toEqual([]);
  expect(texts(read as object)).toBe(texts(shown()));
  expect(texts(shown())).toContain('🟡 production / web: rolled back');
  expect(texts(shown())).toContain('Cause: health-gate: 3 of 3 probes failed; /api/health answered 503');
  expect(texts(shown())).toContain('2026-11-22 04:00 UTC');
  expect(shown().actions.map(({ title, type }) => [type, title])).toEqual([
    ['Action.ToggleVisibility', 'Details'],
    ['Action.OpenUrl', 'run'],
  ]);
});

test('the judge itself finds what is wrong', () => {
  const card = {
    type: 'AdaptiveCard',
    version: '1.4',
    body: [{ type: 'Nothing' }],
    actions: [{ type: 'Action.OpenUrl' }],
  };
  expect(judged(card).wrong).toHaveLength(2);
});

test('its time is in the zone of the target', async () => {
  await send(rolledBack, '  time-zone: Europe/Berlin');
  expect(texts(shown())).toContain('2026-11-22 05:00 GMT+1');
});

test('people are mentioned on a failure alone, and no one by a commit message', async () => {
  const mention = '  mention: on-failure @oncall@example.com';
  await send({ ...message, summary: '<at>everyone</at>' }, mention);
  await send(rolledBack, mention);
  expect(shown(0).msteams.entities).toEqual([]);
  expect(shown(0).body.filter(({ type }) => type === 'TextBlock')).toEqual([]);
  expect(shown(1).body.find(({ type }) => type === 'TextBlock')?.text).toBe('<at>oncall@example.com</at>');
  expect(shown(1).msteams.entities).toEqual([
    {
      type: 'mention',
      text: '<at>oncall@example.com</at>',
      mentioned: { id: 'oncall@example.com', name: 'oncall@example.com' },
    },
  ]);
});

test('what is too large is cut with a count, in bytes', async () => {
  const long: ReleaseMessage = {
    ...rolledBack,
    summary: 'ü'.repeat(9_000),
    changes: Array.from({ length: 900 }, (_, n) => `変更 ${n} ${'あ'.repeat(50)}`),
    undone: Array.from({ length: 90 }, () => ({ action: 'migrate', verdict: 'pass', message: 'あ'.repeat(200) })),
    failure: 'あ'.repeat(90_000),
  };
  expect(await send(long)).toMatchObject([{ delivery: 'accepted' }]);
  expect(texts(shown())).toMatch(/… and \d+ more/);
});

test('a connector, a wrong mention and a wrong zone are refused, and the URL is not shown', () => {
  const connector = 'https://acme.webhook.office.com/webhookb2/secret-guid/IncomingWebhook/x/y';
  const problems: string[] = [];
  try {
    const wrong = '  mention: oncall\n  time-zone: Middle/Earth';
    parseTargets(`- type: teams\n  url: ${connector}\n${wrong}`, channelTypes, surroundings);
  } catch (thrown) {
    if (thrown instanceof InputError) problems.push(...thrown.problems);
  }
  expect(problems.map((one) => /"(url|mention|time-zone)"/.exec(one)?.[1]).sort()).toEqual([
    'mention',
    'time-zone',
    'url',
  ]);
  expect(problems.join()).not.toContain('secret-guid');
});

describe('when it goes wrong', () => {
  test.each<[string, FaultEffect, number, string, number]>([
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 1, 'accepted', 1],
    ['429 for long', { kind: 'status', status: 429, headers: { 'retry-after': '900' } }, 1, 'failed', 0],
    ['a broken server', { kind: 'status', status: 502 }, 1, 'unknown', 0],
    ['a page of a proxy', { kind: 'html', status: 403 }, 1, 'failed', 0],
    ['a lost answer', { kind: 'reset-after' }, 1, 'unknown', 1],
    ['no answer', { kind: 'hang' }, Infinity, 'unknown', 0],
    ['a workflow that is gone', { kind: 'status', status: 404 }, 1, 'failed', 0],
  ])('%s', async (_what, effect, times, delivery, arrived) => {
    speed = speedFor(effect);
    faults.plant({ service: 'teams', times, effect });
    const reports = await send(rolledBack);
    expect(reports).toMatchObject([{ delivery }]);
    expect(workflow.asked).toHaveLength(arrived);
    expect(JSON.stringify(reports)).not.toMatch(/secret-in-the-path|secret-signature/);
  });
});
