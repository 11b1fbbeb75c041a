import { isMap, Secret } from '@lockstep/base';
import type { ChannelType } from '../channel.ts';
import { exchange } from '../exchange.ts';
import { isDone, severityOf } from '../message.ts';
import { refuseAddress } from '../service-url.ts';
import { Undelivered } from '../undelivered.ts';
import { otlpTrace, TRACE_PARENT } from './otlp-trace.ts';

/**
 * OpenTelemetry: when a release has ended, it is sent as a trace by OTLP over HTTP, in JSON. `endpoint` is the base that
 * `OTEL_EXPORTER_OTLP_ENDPOINT` would have.
 */
export const otlp: ChannelType = {
  type: 'otlp',
  tasks: 'none',
  open(fields) {
    const endpoint = fields.secretUrl('endpoint', ['https:', 'http:']);
    refuseAddress(fields, 'endpoint', endpoint.reveal(), [
      {
        test: ({ pathname }) => /\/v1\/(traces|metrics|logs)\/?$/.test(pathname),
        expected: 'expected the base URL; /v1/traces is added to it',
      },
    ]);
    const headers = Object.entries(fields.map('headers') ?? {}).map(([name, value]) => {
      if (!/^[\w-]+$/.test(name) || typeof value !== 'string' || value === '' || /[\r\n]/.test(value))
        fields.complain('headers', 'expected a map of names and texts; an unset secret arrives as an empty text');
      return [name, String(value)] as const;
    });
    // A short one is no credential: masked, it would hide every "true" of a log.
    const credentials = headers.filter(([, value]) => value.length >= 8).map(([, value]) => new Secret(value));
    const parent = fields.text('traceparent');
    if (parent !== '' && !TRACE_PARENT.test(parent))
      fields.complain('traceparent', 'expected W3C Trace Context, as 00-TRACE-SPAN-01');
    return {
      place: URL.canParse(endpoint.reveal()) ? new URL(endpoint.reveal()).host : '',
      secrets: [endpoint, ...credentials],
      async send(message, _handle, world) {
        if (!isDone(message.state) && severityOf(message.state) === 'info')
          return { delivery: 'confirmed', detail: 'the trace is sent when the release has ended' };
        const url = new URL(endpoint.reveal());
        url.pathname = `${url.pathname.replace(/\/+$/, '')}/v1/traces`;
        const { text } = await exchange(
          {
            service: 'the OpenTelemetry collector',
            method: 'POST',
            url: url.href,
            headers: {
              'content-type': 'application/json',
              ...Object.fromEntries(headers),
            },
            body: JSON.stringify(otlpTrace(message, parent)),
            // The ids are those of the release: a second export is the same trace.
            repeatable: true,
            hints: {
              401: 'check "headers"',
              404: 'check "endpoint": it is the base URL, without /v1/traces',
              415: 'the collector must take OTLP over HTTP in JSON (port 4318 by default)',
            },
          },
          world,
        );
        refusePart(text);
        return { delivery: 'accepted', detail: 'the OpenTelemetry collector accepted the trace' };
      },
    };
  },
};

/** A collector may answer 200 and have refused spans (OTLP, "Partial Success"). */
function refusePart(text: string): void {
  const rejected = rejectedSpans(text);
  if (rejected === 0) return;
  const failure = { service: 'the OpenTelemetry collector', effect: 'none', retryable: false } as const;
  throw new Undelivered(`the OpenTelemetry collector refused ${rejected} spans`, failure);
}

function rejectedSpans(text: string): number {
  try {
    const answer: unknown = JSON.parse(text);
    const partial = isMap(answer) ? answer['partialSuccess'] : undefined;
    return isMap(partial) ? Number(partial['rejectedSpans'] ?? 0) || 0 : 0;
  } catch {
    return 0;
  }
}
