import { expect } from '@jest/globals';
import { type HttpService, serve } from '@lockstep/proving-ground/http';
import type { Site } from './consumers.ts';
import { live } from './ends.ts';
import { press } from './press.ts';
import { release } from './release.ts';
import { rare as test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const MINUTES = 5;

interface Asked {
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Span {
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
}

/** Sentry and a collector. */
async function startVendors(asked: Asked[]): Promise<HttpService> {
  return await serve(
    'vendors',
    async (request) => {
      asked.push({ at: `${request.method} ${request.path}`, body: (request.json() ?? {}) as Asked['body'] });
      return { status: 200, body: {} };
    },
    stage.ground.faults,
  );
}

/** As if what ran so far had ended that long ago, and a person had thought about it since. */
function wait(shop: Site): void {
  const back = (at: string) => new Date(Date.parse(at) - MINUTES * 60_000).toISOString();
  const jobs = shop.consumer.github.state.runs.at(-1)?.attempts.at(-1)?.jobs ?? [];
  const ended = jobs.filter(({ completedAt }) => completedAt !== null);
  expect(ended.map(({ name }) => name)).toContainEqual(expect.stringMatching(/Prepare$/));
  for (const job of ended) Object.assign(job, { at: back(job.at), completedAt: back(job.completedAt ?? '') });
}

function spansOf(asked: readonly Asked[]): ReadonlyMap<string, number> {
  const traces = asked.filter(({ at }) => at === 'POST /v1/traces');
  expect(traces).toHaveLength(1);
  const exported = traces.map(({ body }) => body as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] });
  const spans = exported
    .flatMap(({ resourceSpans }) => resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  return new Map(
    spans.map((span) => {
      const ns = BigInt(span.endTimeUnixNano) - BigInt(span.startTimeUnixNano);
      return [span.name, Number(ns / 1_000_000n)];
    }),
  );
}

test('machines get the whole way of a release, and what users have again once it is rolled back by hand', async () => {
  const shop = await stage.liveShop();
  const asked: Asked[] = [];
  const vendors = await startVendors(asked);
  const targets = [
    shop.secrets['NOTIFY_TARGETS'],
    `- { type: sentry, token: sntrys_0123456789, organization: acme, projects: [web], api-url: "${vendors.url}" }`,
    `- { type: otlp, endpoint: "${vendors.url}" }`,
  ].join('\n');
  const told = { ...shop, secrets: { ...shop.secrets, NOTIFY_TARGETS: targets } };
  const before = shop.consumer.github.state.refs.get('heads/main') ?? '';
  try {
    const approve = () => {
      wait(shop);
      return 'approved' as const;
    };
    const withApproval = { 'approval-environment': 'production-approval' };
    expect(await release(told, { version: 2, with: withApproval, approve })).toMatchObject({
      conclusion: 'success',
      ...live('v2'),
    });
    const commit = shop.consumer.github.state.refs.get('heads/main') ?? '';

    const spans = spansOf(asked);
    expect([...spans.keys()]).toEqual(
      expect.arrayContaining([
        'Prepare',
        'waiting for Approve',
        'Approve',
        'migrate',
        'alias-swap',
        'serving before commit',
      ]),
    );
    expect(spans.get('waiting for Approve')).toBeGreaterThanOrEqual(MINUTES * 60_000);
    expect(spans.get('RELEASE production web')).toBeGreaterThan(MINUTES * 60_000);

    const releases = '/api/0/organizations/acme/releases/';
    const sentry = asked.filter(({ at }) => at.includes('/api/0/'));
    expect(sentry.map(({ at }) => at)).toEqual([
      `POST ${releases}`,
      `PUT ${releases}${commit}/`,
      `POST ${releases}${commit}/deploys/`,
    ]);
    expect(sentry[0]?.body).toMatchObject({ version: commit, refs: [{ commit, previousCommit: before }] });

    asked.length = 0;
    expect((await press(told)).conclusion).toBe('success');
    const again = asked.filter(({ at }) => at.includes('/api/0/'));
    expect(again.map(({ at }) => at)).toEqual([`POST ${releases}`, `POST ${releases}${before}/deploys/`]);
    expect(again[0]?.body).toMatchObject({ version: before });
    expect(again[1]?.body).toMatchObject({ environment: 'production', name: expect.stringMatching(/^rollback of /) });
  } finally {
    await vendors.close();
  }
});
