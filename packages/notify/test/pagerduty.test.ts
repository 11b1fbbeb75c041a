import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { type FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import type { Handle, ReleaseMessage } from '../src/index.ts';
import { channelTypes, deliver } from '../src/index.ts';
import { parseTargets } from '../src/targets.ts';
import { hasty, message, rolledBack, speedFor, surroundings } from './samples.ts';
import { type StandIn, standIn } from './stand-in.ts';

/** The rules of PagerDuty's published description of its Events API v2, and the limits of its manual. */
const url = { type: 'string', pattern: '^https?://' };
const links = {
  type: 'array',
  items: { type: 'object', required: ['href'], additionalProperties: false, properties: { href: url, text: str() } },
};
const shared = {
  summary: { type: 'string', minLength: 1, maxLength: 1_024 },
  source: { type: 'string', minLength: 1 },
  timestamp: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' },
  custom_details: { type: 'object' },
};
const alert = {
  type: 'object',
  required: ['routing_key', 'event_action'],
  additionalProperties: false,
  properties: {
    routing_key: { type: 'string', minLength: 32, maxLength: 32 },
    event_action: { enum: ['trigger', 'acknowledge', 'resolve'] },
    dedup_key: { type: 'string', minLength: 1, maxLength: 255 },
    client: str(),
    client_url: url,
    links,
    payload: {
      type: 'object',
      required: ['summary', 'source', 'severity'],
      additionalProperties: false,
      properties: {
        ...shared,
        severity: { enum: ['critical', 'error', 'warning', 'info'] },
        component: str(),
        group: str(),
        class: str(),
      },
    },
  },
  if: { properties: { event_action: { const: 'trigger' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { required: ['payload'] },
  else: { required: ['dedup_key'] },
};
const change = {
  type: 'object',
  required: ['routing_key', 'payload'],
  additionalProperties: false,
  properties: {
    routing_key: alert.properties.routing_key,
    links,
    payload: { type: 'object', required: ['summary'], additionalProperties: false, properties: shared },
  },
};

function str() {
  return { type: 'string' };
}

const ajv = new Ajv2020();
const judges: Readonly<Record<string, ReturnType<typeof ajv.compile>>> = {
  '/v2/enqueue': ajv.compile(alert),
  '/v2/change/enqueue': ajv.compile(change),
};
const KEY = 'e93facc04764012d7bfb002500d5d1a6';

let faults: Faults;
let speed: number;
let pager: StandIn;
beforeEach(async () => {
  faults = new Faults();
  speed = 4;
  pager = await standIn('pagerduty', faults, ({ body, path }) => {
    const judge = judges[path];
    if (judge === undefined) return { status: 404 };
    const isKnown = (body as { routing_key?: unknown }).routing_key === KEY;
    if (!judge(body) || !isKnown) {
      const errors = isKnown
        ? (judge.errors ?? []).map((one) => `${one.instancePath} ${one.message}`)
        : ['routing_key'];
      return { status: 400, body: { status: 'invalid event', message: 'Event object is invalid', errors } };
    }
    return { status: 202, body: { status: 'success', message: 'Event processed', dedup_key: 'k' } };
  });
});
afterEach(() => pager.close());

interface Event {
  readonly event_action?: string;
  readonly dedup_key?: string;
  readonly payload?: { readonly summary: string; readonly severity?: string; readonly custom_details: object };
}
const events = (path = '/v2/enqueue') =>
  pager.asked.filter((one) => one.path === path).map(({ body }) => body as Event);
const changes = () => events('/v2/change/enqueue');

function send(one: ReleaseMessage, handle?: Handle, key = KEY, more = '') {
  const yaml = `- type: pagerduty\n  name: pager\n  routing-key: ${key}\n  api-url: ${pager.url}\n${more}`;
  const targets = parseTargets(yaml, channelTypes, surroundings);
  return deliver(targets, one, new Map(handle === undefined ? [] : [['pager', handle]]), hasty(speed));
}
const released: ReleaseMessage = { ...message, state: 'released' };

test('a bad end opens one alert for its line of releases, which the next good release resolves', async () => {
  expect(await send(message)).toMatchObject([{ delivery: 'confirmed' }]);
  expect(pager.asked).toEqual([]);
  expect(await send(rolledBack)).toMatchObject([{ delivery: 'accepted' }]);
  await send({ ...rolledBack, state: 'unknown', key: 'production/web/r2', releaseId: 'r2' });
  await send({ ...rolledBack, environment: 'staging' });
  await send({ ...released, key: 'production/web/r3', releaseId: 'r3' });
  const [first, second, other, last] = events();
  expect(events().map(({ event_action, payload }) => [event_action, payload?.severity])).toEqual([
    ['trigger', 'warning'],
    ['trigger', 'critical'],
    ['trigger', 'warning'],
    ['resolve', undefined],
  ]);
  expect(first?.dedup_key).toBe('lockstep:release:acme%2Fshop/production/web');
  expect([second?.dedup_key, last?.dedup_key]).toEqual([first?.dedup_key, first?.dedup_key]);
  expect(other?.dedup_key).not.toBe(first?.dedup_key);
  expect(first?.payload).toMatchObject({
    summary: 'production / web: rolled back — v2: faster checkout',
    custom_details: {
      Cause: 'health-gate: 3 of 3 probes failed; /api/health answered 503',
      'Undo steps': 'alias-swap: pass, dpl_1 serves again\nmigrate: pass, went down from 12 to 10',
    },
  });
});

test('each end that changed production is a change event; one that failed before is none', async () => {
  for (const one of [released, rolledBack, { ...rolledBack, state: 'failed' } as const, message]) await send(one);
  expect(changes().map(({ payload }) => payload?.summary)).toEqual([
    'production / web: released — v2: faster checkout',
    'production / web: rolled back — v2: faster checkout',
  ]);
});

test('contract migrations have an alert of their own: applying them resolves no release', async () => {
  await send({ ...rolledBack, state: 'held' });
  await send({ ...message, state: 'contract-failed' });
  await send({ ...message, state: 'contracted' });
  const [held, failed, contracted] = events().map(({ dedup_key }) => dedup_key);
  expect(contracted).toBe(failed);
  expect(contracted).not.toBe(held);
});

test('what is too long is cut with a count, and a long line of releases has a short key of its own', async () => {
  const long: ReleaseMessage = {
    ...rolledBack,
    service: 'ü'.repeat(300),
    summary: 'x'.repeat(9_000),
    changes: Array.from({ length: 900 }, (_, n) => `change ${n}`),
    failure: 'y'.repeat(90_000),
    links: Array.from({ length: 90 }, (_, n) => ({ label: `link ${n}`, url: `https://shop.example/${n}` })),
  };
  expect(await send(long)).toMatchObject([{ delivery: 'accepted' }]);
  expect(JSON.stringify(events()[0]?.payload)).toMatch(/… and \d+ more/);
  expect(JSON.stringify(events()[0]).length).toBeLessThan(64_000);
});

test('half a use is refused: an alert that nothing would resolve', () => {
  const problems = (more: string) => {
    try {
      parseTargets(`- type: pagerduty\n  routing-key: ${KEY}\n${more}`, channelTypes, surroundings);
      return [];
    } catch (thrown) {
      if (!(thrown instanceof InputError)) throw thrown;
      return thrown.problems;
    }
  };
  expect(problems('')).toEqual([]);
  expect(problems('  on: [failed, released]')).toEqual([]);
  expect(problems('  on: [failed]\n  incidents: false')).toEqual([]);
  expect(problems('  on: [failed]')).toEqual([expect.stringContaining('add released')]);
  expect(problems('  on: [contract-failed]')).toEqual([expect.stringContaining('add contracted')]);
  expect(problems('  min-severity: error')).toHaveLength(1);
  expect(problems('  incidents: false\n  changes: false')).toHaveLength(1);
  expect(problems('  api-url: http://events.example')).toEqual([expect.stringContaining('https://')]);
});

describe('when it goes wrong', () => {
  const incidentOnly = '  changes: false';
  const changeOnly = '  incidents: false';
  const cases: readonly (readonly [string, FaultEffect, number, string, string, number])[] = [
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 1, incidentOnly, 'accepted', 1],
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 1, changeOnly, 'accepted', 1],
    ['429 for long', { kind: 'status', status: 429, headers: { 'retry-after': '600' } }, 1, changeOnly, 'failed', 0],
    ['a broken server', { kind: 'status', status: 500 }, Infinity, incidentOnly, 'unknown', 0],
    ['a broken server once', { kind: 'status', status: 500 }, 1, incidentOnly, 'accepted', 1],
    ['a broken server once', { kind: 'status', status: 500 }, 1, changeOnly, 'unknown', 0],
    ['a lost answer', { kind: 'reset-after' }, 1, incidentOnly, 'accepted', 2],
    ['a lost answer', { kind: 'reset-after' }, 1, changeOnly, 'unknown', 1],
    ['an unanswered request', { kind: 'hang' }, Infinity, changeOnly, 'unknown', 0],
  ];
  test.each(cases)('%s: %j ×%d, %s is %s after %d', async (_what, effect, times, more, delivery, arrived) => {
    speed = speedFor(effect);
    faults.plant({ service: 'pagerduty', times, effect });
    expect(await send(rolledBack, undefined, KEY, more)).toMatchObject([{ delivery }]);
    expect(pager.asked).toHaveLength(arrived);
  });

  test('a change event that may have arrived is not sent again with the alert that did not', async () => {
    faults.plant(
      { service: 'pagerduty', path: /v2\/enqueue/, effect: { kind: 'status', status: 400 } },
      { service: 'pagerduty', path: /change/, effect: { kind: 'reset-after' } },
    );
    const [sent] = await send(rolledBack);
    expect(sent).toMatchObject({ delivery: 'failed' });
    expect(await send(rolledBack, sent?.handle)).toMatchObject([
      { delivery: 'unknown', detail: expect.stringContaining('not sent again') },
    ]);
    expect([events().length, changes().length]).toEqual([1, 1]);
  });

  test('a wrong key fails for certain, with what to do, and is shown nowhere', async () => {
    const wrong = 'ffffacc04764012d7bfb002500d5d1ff';
    const reports = await send(rolledBack, undefined, wrong);
    expect(reports).toMatchObject([{ delivery: 'failed', detail: expect.stringContaining('integration key') }]);
    expect(JSON.stringify(reports)).not.toContain(wrong);
  });
});
