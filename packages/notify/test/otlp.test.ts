import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { type FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { resourceFromAttributes } from '@opentelemetry/resources';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { channelTypes, deliver, type ReleaseMessage } from '../src/index.ts';
import { parseTargets } from '../src/targets.ts';
import { hasty, message, rolledBack, speedFor, surroundings } from './samples.ts';
import { type StandIn, standIn } from './stand-in.ts';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly Attribute[];
  readonly status: { readonly code: number; readonly message?: string };
  readonly flags: number;
}
type Attribute = { readonly key: string; readonly value: { readonly stringValue: string } };
interface Request {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly scope: { readonly name: string }; readonly spans: readonly Span[] }[];
  }[];
}

const plain = (attributes: readonly Attribute[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue]));
const hrTime = (nanos: string): [number, number] => [
  Number(BigInt(nanos) / 1_000_000_000n),
  Number(BigInt(nanos) % 1_000_000_000n),
];

/** What OpenTelemetry's own serializer writes for spans that say what ours say. */
function rewritten({ resourceSpans }: Request): unknown {
  const spans = resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const shared = resourceFromAttributes(plain(resource.attributes));
    return scopeSpans.flatMap(({ scope, spans: ours }) =>
      ours.map((span): ReadableSpan => {
        const context = { traceId: span.traceId, spanId: span.spanId, traceFlags: span.flags & 0xff };
        const parent = { ...context, spanId: span.parentSpanId ?? '' };
        return {
          name: span.name,
          kind: span.kind - 1,
          spanContext: () => context,
          ...(span.parentSpanId === undefined ? {} : { parentSpanContext: parent }),
          startTime: hrTime(span.startTimeUnixNano),
          endTime: hrTime(span.endTimeUnixNano),
          status: span.status,
          attributes: plain(span.attributes),
          links: [],
          events: [],
          duration: [0, 0],
          ended: true,
          resource: shared,
          instrumentationScope: scope,
          droppedAttributesCount: 0,
          droppedEventsCount: 0,
          droppedLinksCount: 0,
        };
      }),
    );
  });
  return JSON.parse(new TextDecoder().decode(JsonTraceSerializer.serializeRequest(spans)));
}

let faults: Faults;
let speed: number;
let collector: StandIn;
let answer: object;
beforeEach(async () => {
  faults = new Faults();
  speed = 4;
  answer = { partialSuccess: {} };
  collector = await standIn('otlp', faults, ({ body, headers, path }) => {
    if (path !== '/base/v1/traces') return { status: 404 };
    if (headers['x-api-key'] !== 'very-secret-key') return { status: 401 };
    const isTheirs = JSON.stringify(rewritten(body as Request)).length > 100;
    return isTheirs ? { status: 200, body: answer } : { status: 400 };
  });
});
afterEach(() => collector.close());

const bad: ReleaseMessage = {
  ...rolledBack,
  startedAt: '2026-11-22T03:50:00.000Z',
  timeline: [
    { name: 'migrate', startedAt: '2026-11-22T03:51:00.000Z', endedAt: '2026-11-22T03:51:01.200Z', verdict: 'pass' },
    {
      name: 'undo migrate',
      startedAt: '2026-11-22T03:58:00.000Z',
      endedAt: '2026-11-22T03:57:59.000Z',
      verdict: 'unknown',
    },
  ],
};

function send(one: ReleaseMessage, more = '') {
  const yaml = `- type: otlp\n  endpoint: ${collector.url}/base/\n  headers: { x-api-key: very-secret-key }\n${more}`;
  return deliver(parseTargets(yaml, channelTypes, surroundings), one, new Map(), hasty(speed));
}
const sent = (at = 0) => collector.asked[at]?.body as Request;
const spans = (at = 0) => sent(at).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((one) => one.spans));

test('a release that has ended is a trace, as the serializer of OpenTelemetry writes it', async () => {
  await send(message);
  await send({ ...message, state: 'gating' });
  expect(collector.asked).toEqual([]);
  expect(await send(bad)).toMatchObject([{ delivery: 'accepted' }]);
  expect(sent()).toEqual(rewritten(sent()));
  const [root, migrate, undo] = spans();
  expect(plain(root?.attributes ?? [])).toMatchObject({
    'cicd.pipeline.result': 'failure',
    'cicd.pipeline.run.id': 'r1',
    'cicd.pipeline.run.url.full': 'https://github.com/acme/shop/actions/runs/1',
    'deployment.environment.name': 'production',
    'vcs.ref.head.revision': message.commit,
  });
  expect([root?.startTimeUnixNano, root?.endTimeUnixNano]).toEqual(['1795319400000000000', '1795320000000000000']);
  expect(plain(migrate?.attributes ?? [])).toMatchObject({ 'cicd.pipeline.task.run.result': 'success' });
  expect(plain(undo?.attributes ?? [])).toMatchObject({ 'cicd.pipeline.task.run.result': 'error' });
  expect([root, migrate, undo].map((span) => span?.parentSpanId)).toEqual([undefined, root?.spanId, root?.spanId]);
  expect(undo?.endTimeUnixNano).toBe(undo?.startTimeUnixNano);
});

test('the judge itself finds a field that is written wrongly', () => {
  const span = { ...spanOf(), startTimeUnixNano: 1_795_319_400 };
  const wrong = {
    resourceSpans: [{ resource: { attributes: [] }, scopeSpans: [{ scope: { name: 'x' }, spans: [span] }] }],
  };
  expect(wrong).not.toEqual(rewritten(wrong as unknown as Request));
});

function spanOf() {
  const ids = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), name: 'x', kind: 1, flags: 257 };
  return { ...ids, startTimeUnixNano: '1', endTimeUnixNano: '2', attributes: [], status: { code: 1 } };
}

test('its ids are those of the release; a parent may be given', async () => {
  await send(bad);
  await send(bad);
  await send(bad, `  traceparent: 00-${'c'.repeat(32)}-${'d'.repeat(16)}-01`);
  expect(sent(1)).toEqual(sent(0));
  expect(spans(2)[0]).toMatchObject({ traceId: 'c'.repeat(32), parentSpanId: 'd'.repeat(16) });
});

test('what is wrong in its fields is refused, without a value', () => {
  try {
    const yaml = '- type: otlp\n  endpoint: grpc://x\n  headers: { a: "", "b c": secret-value }\n  traceparent: x';
    parseTargets(yaml, channelTypes, surroundings);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(InputError);
    const { problems } = thrown as InputError;
    expect(problems).toHaveLength(4);
    expect(problems.join()).not.toContain('secret-value');
  }
  expect.assertions(3);
});

describe('when it goes wrong', () => {
  test.each<[string, FaultEffect, number, string, number]>([
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 1, 'accepted', 1],
    ['a collector that is not ready', { kind: 'status', status: 503 }, 1, 'accepted', 1],
    ['a broken collector', { kind: 'status', status: 500 }, Infinity, 'unknown', 0],
    ['a lost answer, which is the same trace again', { kind: 'reset-after' }, 1, 'accepted', 2],
    ['a wrong kind of content', { kind: 'status', status: 415 }, 1, 'failed', 0],
    ['no answer', { kind: 'hang' }, Infinity, 'unknown', 0],
  ])('%s', async (_what, effect, times, delivery, arrived) => {
    speed = speedFor(effect);
    faults.plant({ service: 'otlp', times, effect });
    const reports = await send(bad);
    expect(reports).toMatchObject([{ delivery }]);
    expect(collector.asked).toHaveLength(arrived);
    expect(JSON.stringify(reports)).not.toContain('very-secret-key');
  });

  test('a 200 that refused spans is no success', async () => {
    answer = { partialSuccess: { rejectedSpans: '2', errorMessage: 'no' } };
    expect(await send(bad)).toMatchObject([{ delivery: 'failed', detail: expect.stringContaining('refused 2 spans') }]);
  });
});
