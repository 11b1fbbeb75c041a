import { createHash } from 'node:crypto';
import type { Verdict } from '@lockstep/base';
import { commitOf, isDone, type Phase, type ReleaseMessage } from '../message.ts';
import { cut, headline } from '../words.ts';

/** Sampled, and known not to be remote (OTLP: SPAN_FLAGS_CONTEXT_HAS_IS_REMOTE). */
const FLAGS = 0x101;
const INTERNAL = 1;
const STATUS = { ok: 1, error: 2 };
const TEXT_LENGTH = 1_000;

/** A parent in the form of W3C Trace Context: `00-TRACE-SPAN-01`. */
export const TRACE_PARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/;

type Attribute = { readonly key: string; readonly value: { readonly stringValue: string } };

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly Attribute[];
  readonly droppedAttributesCount: 0;
  readonly events: readonly [];
  readonly droppedEventsCount: 0;
  readonly status: { readonly code: number; readonly message?: string };
  readonly links: readonly [];
  readonly droppedLinksCount: 0;
  readonly flags: number;
}

/**
 * The release as a trace in OTLP's JSON, by the semantic conventions for CI/CD: the release is the run of a pipeline, each of
 * its phases a task. The ids are made from the release's key, so that a second export is the same trace.
 */
export function otlpTrace(message: ReleaseMessage, parent: string): object {
  const [, parentTrace, parentSpan] = TRACE_PARENT.exec(parent) ?? [];
  const traceId = parentTrace ?? hash(message.key, 32);
  const isDrill = message.state === 'drill';
  const rootId = hash(`${message.key}\n${message.state}`, 16);
  const root: Span = {
    ...common(traceId, rootId, { startedAt: startOf(message), endedAt: message.at }),
    ...(parentSpan === undefined ? {} : { parentSpanId: parentSpan }),
    name: cut(`${isDrill ? 'ALERT DRILL' : 'RELEASE'} ${message.environment} ${message.service}`.trim(), 200),
    attributes: attributesOf(isDrill ? drillFacts(message) : releaseFacts(message)),
    status: isDone(message.state) || isDrill ? { code: STATUS.ok } : { code: STATUS.error, message: headline(message) },
  };
  const tasks = (message.timeline ?? []).map((phase, at) => taskOf(phase, { traceId, rootId, at }));
  const resource = attributesOf({
    'service.name': 'lockstep',
    'vcs.repository.name': message.repository,
    'vcs.repository.url.full': message.commitUrl?.replace(/\/commit\/.*$/, '') ?? '',
  });
  return {
    resourceSpans: [
      {
        resource: { attributes: resource, droppedAttributesCount: 0 },
        scopeSpans: [{ scope: { name: 'lockstep/notify' }, spans: [root, ...tasks] }],
      },
    ],
  };
}

/** Jobs before the release are part of its trace: a child does not begin before its parent. */
function startOf({ at, startedAt = at, timeline = [] }: ReleaseMessage): string {
  const [first = startedAt] = [startedAt, ...timeline.map((phase) => phase.startedAt)].sort(
    (a, b) => Date.parse(a) - Date.parse(b),
  );
  return first;
}

function taskOf(
  phase: Phase,
  { at, rootId, traceId }: { readonly traceId: string; readonly rootId: string; readonly at: number },
): Span {
  const spanId = hash(`${rootId}\n${at}\n${phase.name}`, 16);
  const result = { pass: 'success', fail: 'failure', unknown: 'error' } as const satisfies Record<Verdict, string>;
  return {
    ...common(traceId, spanId, phase),
    parentSpanId: rootId,
    name: phase.name,
    attributes: attributesOf({
      'cicd.pipeline.task.name': phase.name,
      'cicd.pipeline.task.run.id': spanId,
      'cicd.pipeline.task.run.result': result[phase.verdict],
      'cicd.pipeline.task.type': 'deploy',
    }),
    status: { code: phase.verdict === 'pass' ? STATUS.ok : STATUS.error },
  };
}

function common(traceId: string, spanId: string, { endedAt, startedAt }: Pick<Phase, 'startedAt' | 'endedAt'>) {
  const start = Date.parse(startedAt) || 0;
  // Clocks may be set back: a span that ends before it begins is refused by some.
  const end = Math.max(start, Date.parse(endedAt) || 0);
  return {
    traceId,
    spanId,
    kind: INTERNAL,
    startTimeUnixNano: nanos(start),
    endTimeUnixNano: nanos(end),
    droppedAttributesCount: 0,
    events: [],
    droppedEventsCount: 0,
    links: [],
    droppedLinksCount: 0,
    flags: FLAGS,
  } as const;
}

function releaseFacts(message: ReleaseMessage): Readonly<Record<string, string>> {
  const { environment, key, links, pull, releaseId, service, state } = message;
  const [run] = links;
  return {
    'cicd.pipeline.name': 'Lockstep release',
    'cicd.pipeline.action.name': 'RUN',
    'cicd.pipeline.run.id': releaseId || key,
    'cicd.pipeline.run.url.full': run?.url ?? '',
    'cicd.pipeline.result': isDone(state) ? 'success' : state === 'unknown' ? 'error' : 'failure',
    'deployment.id': releaseId,
    'deployment.name': service,
    'deployment.environment.name': environment,
    'deployment.status': isDone(state) ? 'succeeded' : 'failed',
    'lockstep.release.state': state,
    'lockstep.release.failure': message.failure,
    'vcs.ref.head.revision': commitOf(message),
    'vcs.change.id': pull === undefined ? '' : String(pull),
  };
}

/** A drill is no deployment: nothing may count it as one. */
function drillFacts({ key, links }: ReleaseMessage): Readonly<Record<string, string>> {
  const [run] = links;
  return {
    'cicd.pipeline.name': 'Lockstep alert drill',
    'cicd.pipeline.run.id': key,
    'cicd.pipeline.run.url.full': run?.url ?? '',
    'cicd.pipeline.result': 'success',
  };
}

function attributesOf(given: Readonly<Record<string, string>>): readonly Attribute[] {
  return Object.entries(given)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => ({ key, value: { stringValue: cut(text, TEXT_LENGTH) } }));
}

function nanos(ms: number): string {
  return String(BigInt(ms) * 1_000_000n);
}

function hash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
