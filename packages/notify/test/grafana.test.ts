import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { channelTypes, deliver, type Handle, type ReleaseMessage } from '../src/index.ts';
import { parseTargets } from '../src/targets.ts';
import { hasty, message, rolledBack, speedFor, surroundings } from './samples.ts';
import { type StandIn, standIn } from './stand-in.ts';

/** PostAnnotationsCmd and PatchAnnotationsCmd of Grafana's HTTP API: `text` is required, times are milliseconds. */
const milliseconds = { type: 'integer', minimum: 1_000_000_000_000 };
const isCommand = new Ajv2020().compile({
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: {
    dashboardUID: { type: 'string' },
    time: milliseconds,
    timeEnd: milliseconds,
    // The tags of Grafana's database have 100 characters.
    tags: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 100 } },
    text: { type: 'string', minLength: 1 },
  },
});

interface Annotation {
  readonly id: number;
  readonly tags: readonly string[];
  readonly text: string;
  readonly time: number;
  readonly timeEnd: number;
  readonly dashboardUID?: string;
}

const TOKEN = 'glsa_very-secret-token';
let faults: Faults;
let speed: number;
let grafana: StandIn;
let annotations: Annotation[];
beforeEach(async () => {
  faults = new Faults();
  speed = 4;
  annotations = [];
  grafana = await standIn('grafana', faults, ({ body, headers, method, path, query }) => {
    if (headers['authorization'] !== `Bearer ${TOKEN}`) return { status: 401, body: { message: 'Unauthorized' } };
    const [, id] = /^\/sub\/api\/annotations(?:\/(\d+))?$/.exec(path) ?? ['', 'none'];
    if (id === 'none') return { status: 404 };
    if (method === 'GET') {
      const wanted = new URLSearchParams(query).getAll('tags');
      const [from, to] = ['from', 'to'].map((name) => Number(new URLSearchParams(query).get(name)));
      const found = annotations.filter(
        (one) => wanted.every((tag) => one.tags.includes(tag)) && one.time >= (from ?? 0) && one.timeEnd <= (to ?? 0),
      );
      return { status: 200, body: found };
    }
    if (!isCommand(body)) return { status: 400, body: { message: 'bad request data' } };
    const given = body as Omit<Annotation, 'id'>;
    if (method === 'PATCH') {
      const at = annotations.findIndex((one) => String(one.id) === id);
      const old = annotations[at];
      if (old === undefined) return { status: 404, body: { message: 'Could not find annotation to update' } };
      annotations[at] = { ...old, ...given };
      return { status: 200, body: { message: 'Annotation patched' } };
    }
    annotations.push({ id: annotations.length + 1, ...given });
    return { status: 200, body: { message: 'Annotation added', id: annotations.length } };
  });
});
afterEach(() => grafana.close());

const startedAt = '2026-11-22T03:50:00.000Z';
function send(one: ReleaseMessage, handle?: Handle, token = TOKEN) {
  const yaml = `- type: grafana\n  name: g\n  url: ${grafana.url}/sub/\n  token: ${token}\n  tags: [team-a]\n  dashboard: abc`;
  const targets = parseTargets(yaml, channelTypes, surroundings);
  return deliver(targets, { startedAt, ...one }, new Map(handle === undefined ? [] : [['g', handle]]), hasty(speed));
}

test('an annotation from the start of a release to its end, changed where a held one ends later', async () => {
  await send(message);
  expect(grafana.asked).toEqual([]);
  const [held] = await send({ ...rolledBack, state: 'held' });
  expect(held).toMatchObject({ delivery: 'confirmed', handle: { id: '1' } });
  expect(annotations).toMatchObject([
    {
      time: Date.parse(startedAt),
      timeEnd: Date.parse(message.at),
      dashboardUID: 'abc',
      tags: ['lockstep', 'environment:production', 'service:web', 'state:held', 'release:production/web/r1', 'team-a'],
    },
  ]);
  await send({ ...message, state: 'released', at: '2026-11-22T05:00:00.000Z' }, held?.handle);
  expect(annotations).toMatchObject([{ timeEnd: Date.parse('2026-11-22T05:00:00.000Z'), dashboardUID: 'abc' }]);
  expect(annotations[0]?.tags).toContain('state:released');
});

test('nothing in it becomes HTML', async () => {
  await send({ ...rolledBack, summary: '<img src=x onerror=alert(1)>' });
  expect(annotations[0]?.text).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

describe('when it goes wrong', () => {
  test.each<[string, FaultEffect, number, string, number]>([
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 1, 'confirmed', 1],
    ['a lost answer, which is looked for', { kind: 'reset-after' }, 1, 'confirmed', 1],
    ['half an answer', { kind: 'cut', bytes: 5 }, 1, 'confirmed', 1],
    ['one that did not arrive', { kind: 'reset-before' }, 1, 'failed', 0],
    ['a page of a proxy', { kind: 'html', status: 200 }, 1, 'failed', 0],
    ['a broken server', { kind: 'status', status: 500 }, Infinity, 'unknown', 0],
    ['no answer', { kind: 'hang' }, Infinity, 'unknown', 0],
  ])('%s', async (_what, effect, times, delivery, arrived) => {
    speed = speedFor(effect);
    faults.plant({ service: 'grafana', times, effect });
    const reports = await send(rolledBack);
    expect(reports).toMatchObject([{ delivery }]);
    expect(annotations).toHaveLength(arrived);
  });

  test('a wrong token fails for certain, with what to do, and is shown nowhere', async () => {
    const reports = await send(rolledBack, undefined, 'glsa_wrong-secret');
    expect(reports).toMatchObject([{ delivery: 'failed', detail: expect.stringContaining('service account') }]);
    expect(JSON.stringify(reports)).not.toContain('wrong-secret');
  });
});
